"""A real server in a process of its own, on a port of its own."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import briefgraph

SOURCE = Path(briefgraph.__file__).parents[1]
STOP_S = 10
HEAD = b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


class Server:
    """`briefgraph serve`, and the address that it prints."""

    def __init__(self, folder: Path, **settings: str) -> None:
        known = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFGRAPH_")}
        variables = {f"BRIEFGRAPH_{name.upper()}": value for name, value in settings.items()}
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "briefgraph", "serve", "--port", "0", "--store", f"sqlite:///{folder}/g.db"],
            env={**known, **variables, "PYTHONPATH": str(SOURCE)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        assert self.line, self.process.communicate()[1]
        self.port = int(self.line.split(":")[-1].split("/")[0])

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=STOP_S)
        connection.request(method, path, body, {"Content-Type": "application/json", **headers})
        response = connection.getresponse()
        found = json.loads(response.read())
        connection.close()
        return response.status, found

    def raw(self, data: bytes) -> bytes:
        """What comes back for bytes, until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=STOP_S) as connection:
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(data)
            got = b""
            with suppress(ConnectionResetError):
                while piece := connection.recv(65_536):
                    got += piece
            return got

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """The exit code, and the log."""
        self.process.send_signal(number)
        _, log = self.process.communicate(timeout=STOP_S)
        return self.process.returncode, log


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path, body_timeout_s="0.3")
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def test_it_says_where_and_answers_there(server: Server) -> None:
    assert f"briefgraph listens on http://127.0.0.1:{server.port}/graphql\n" == server.line
    cost = {"requested": 0, "limit": 50_000}
    assert (200, {"data": {"__typename": "Query"}, "extensions": {"cost": cost}}) == server.ask(
        "POST", "/graphql", b'{"query":"{ __typename }"}'
    )
    assert (200, {"status": "ok"}) == server.ask("GET", "/readyz")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_it_with_exit_code_0(server: Server, number: int) -> None:
    idle = socket.create_connection(("127.0.0.1", server.port))

    code, log = server.stop(number)

    idle.close()
    assert 0 == code, log
    assert "Traceback" not in log


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"nonsense\r\n\r\n", b"400", b"BAD_REQUEST"),
        (HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         b"400", b"BAD_REQUEST"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 1_000_000, b"431", b"HEADERS_TOO_LARGE"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: 1\r\n" * 200_000, b"431", b"HEADERS_TOO_LARGE"),
        (b"GET /" + b"a" * 1_000_000, b"414", b"URL_TOO_LONG"),
        (HEAD + b"Content-Length: 50\r\n\r\n{",
         b"408", b"BODY_TIMED_OUT"),
    ],
    ids=["no HTTP", "two lengths", "endless header", "200,000 headers", "endless address", "half a body"],
)  # fmt: skip
def test_what_is_no_request_is_answered_in_json_and_cut(
    server: Server, data: bytes, status: bytes, code: bytes
) -> None:
    got = server.raw(data)

    # A client that still sends when it is cut may never see the answer; what it sees is this.
    if got:
        assert got.startswith(b"HTTP/1.1 " + status), got[:200]
        assert code in got and b"nosniff" in got
    assert 200 == server.ask("GET", "/healthz")[0]


def test_20_mb_are_413_and_the_next_client_is_served(server: Server) -> None:
    head = HEAD + b"Content-Length: 20000000\r\n\r\n"

    got = server.raw(head + b" " * 20_000_000)

    assert not got or b" 413 " in got.splitlines()[0]
    assert 200 == server.ask("GET", "/healthz")[0]


def test_others_are_served_while_one_sends_half_a_body(server: Server) -> None:
    slow = socket.create_connection(("127.0.0.1", server.port), timeout=STOP_S)
    slow.sendall(HEAD + b"Content-Length: 9\r\n\r\n{")

    assert 200 == server.ask("GET", "/healthz")[0]
    started = time.monotonic()
    assert slow.recv(100).startswith(b"HTTP/1.1 408")
    assert time.monotonic() - started < 5  # the deadline of a fault, not a speed
    slow.close()


def test_a_taken_port_and_a_wrong_setting_are_one_line(server: Server, tmp_path: Path) -> None:
    for options, variables, said in [
        (["--port", str(server.port)], {}, "cannot be listened on"),
        ([], {"BRIEFGRAPH_HOTS": "x"}, "is BRIEFGRAPH_HOST meant?"),
        (["--store", "sqlite:////proc/none/g.db"], {}, "is not there"),
    ]:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "briefgraph", "serve",
             "--store", f"sqlite:///{tmp_path}/g.db", *options],
            env={**os.environ, **variables, "PYTHONPATH": str(SOURCE)},
            capture_output=True,
            text=True,
            timeout=STOP_S,
        )  # fmt: skip
        assert (1, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
        assert said in done.stderr
