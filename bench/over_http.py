"""What HTTP adds to a question and what it saves: POST, GET, GET of an answer that the client has, and gzip.

    python bench/over_http.py [STORE] [--against SRC]

Without a store the examples are loaded into one. Medians of one keep-alive connection, the forms in turn, so that all of
them see the same machine; ratios are to POST. `--against` is the `src` folder of another build, asked the same by POST.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from clients import Connection, request_of, running, serve
from compression import LARGE, SMALL

from briefgraph.cli.main import run as briefgraph

ROOT = Path(__file__).parents[1]
PORT = 8511
ROUNDS = 400
TINY = "{ stats { storyCount } }"


def get(query: str, *fields: str) -> bytes:
    """The bytes of a GET."""
    head = [f"GET /graphql?{urlencode({'query': query})} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json", *fields]
    return "\r\n".join([*head, "", ""]).encode()


def header(connection: Connection, request: bytes, name: bytes) -> str:
    """A field of the head of an answer, of which the body follows."""
    connection.socket.sendall(request)
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.socket.recv(1 << 18)
    head, _, body = data.partition(b"\r\n\r\n")
    fields = dict(line.split(b": ", 1) for line in head.splitlines()[1:])
    left = int(fields.get(b"content-length", b"0")) - len(body)
    while left > 0:
        left -= len(connection.socket.recv(left))
    return fields[name].decode()


def known(connection: Connection, request: bytes) -> float:
    """How long 304 takes, in ms."""
    start = time.perf_counter()
    connection.socket.sendall(request)
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        data += connection.socket.recv(1 << 16)
    assert data.startswith(b"HTTP/1.1 304 "), data
    return (time.perf_counter() - start) * 1_000


def asked(connection: Connection, request: bytes) -> float:
    """How long a whole answer takes, in ms."""
    start = time.perf_counter()
    connection.send(request)
    return (time.perf_counter() - start) * 1_000


@contextmanager
def store_of(given: str | None) -> Iterator[str]:
    """The store that is given, or one of the examples."""
    if given:
        yield given
        return
    with TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/graph.db"
        briefgraph(["load", "--store", address, str(ROOT / "examples/briefs")])
        yield address


def measure(store: str, against: str | None) -> None:
    """Ask, and print a line for each question and form."""
    commands = {PORT: serve(PORT, store)}
    if against:
        commands[PORT + 1] = ["env", f"PYTHONPATH={against}", "PYTHONDONTWRITEBYTECODE=1", *serve(PORT + 1, store)]
    with running(commands, BRIEFGRAPH_LOG_LEVEL="warning", PATH=os.environ["PATH"]):
        here, there = Connection(PORT), Connection(PORT + 1) if against else None
        for name, query in {"a count": TINY, "20 stories": SMALL, "100 stories whole": LARGE}.items():
            post, plain, short = request_of(query, {}), get(query), get(query, "Accept-Encoding: gzip")
            tag = header(here, plain, b"etag")
            has = get(query, f"If-None-Match: {tag}")
            times: dict[str, list[float]] = {"POST": [], "GET": [], "GET gzip": [], "GET 304": []}
            if there:
                times["POST, other build"] = []
            for _ in range(ROUNDS):
                times["POST"].append(asked(here, post))
                times["GET"].append(asked(here, plain))
                times["GET gzip"].append(asked(here, short))
                times["GET 304"].append(known(here, has))
                if there:
                    times["POST, other build"].append(asked(there, post))
            base = statistics.median(times["POST"])
            for form, found in times.items():
                middle = statistics.median(found)
                print(f"{name:20} {form:18} {middle:7.3f} ms  {middle / base:5.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", nargs="?")
    parser.add_argument("--against")
    options = parser.parse_args()
    with store_of(options.store) as address:
        measure(address, options.against)
        sys.stdout.flush()
