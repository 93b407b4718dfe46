"""SIGTERM and SIGINT while requests and loads are under way: an end in time, and nothing acknowledged is lost.

20 rounds, and 200 with SLOW=1.
"""

import http.client
import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from random import Random

import pytest

from tests.conftest import SLOW
from tests.faults.nursery import Child, Nursery
from tests.faults.plain import environment
from tests.faults.serving import BRIEF, COUNT, INGEST, serving, title, titles
from tests.web.asgi import KEY

ROUNDS = 200 if SLOW else 20
STOP_S = 5.0
HEADERS = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"}


class Client:
    """Sends one request after the other, until the server is gone; remembers what it was told."""

    def __init__(self, port: int, numbers: "count[int] | None", told: "SimpleQueue[int | None]") -> None:
        self._port = port
        self._numbers = numbers
        self._told = told
        self.acknowledged: list[int] = []
        self.strange: list[object] = []

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=2 * STOP_S)
        try:
            while self._ask(connection, None if self._numbers is None else next(self._numbers)):
                pass
        except (ConnectionError, http.client.HTTPException):
            pass  # the server is gone
        finally:
            connection.close()
            self._told.put(None)

    def _ask(self, connection: http.client.HTTPConnection, number: int | None) -> bool:
        text = {"text": BRIEF.format(number=number)}
        body = COUNT if number is None else json.dumps({"query": INGEST, "variables": text}).encode()
        connection.request("POST", "/graphql", body, HEADERS)
        response = connection.getresponse()
        said = json.loads(response.read())
        if response.status == 503:
            return False
        if response.status != 200 or "errors" in said:
            self.strange.append((response.status, said))
        elif number is not None:
            self.acknowledged.append(number)
            self._told.put(number)
        return True


def stopped(child: Child, numbers: "count[int]", random: Random) -> set[int]:
    """Stop a server under load; what it had acknowledged."""
    told: SimpleQueue[int | None] = SimpleQueue()
    port = child.port()
    clients = [Client(port, numbers if one < 2 else None, told) for one in range(6)]
    with ThreadPoolExecutor(len(clients)) as threads:
        done = [threads.submit(client.run) for client in clients]
        for _ in range(random.randrange(3, 12)):
            assert told.get() is not None, [client.strange for client in clients]
        began = time.monotonic()
        code = child.ends(random.choice([signal.SIGTERM, signal.SIGINT, signal.SIGHUP]))
        took = time.monotonic() - began
        for one in done:
            one.result()
    assert code == 0
    assert took < STOP_S  # the deadline of a fault, not a speed
    assert [client.strange for client in clients] == [[]] * len(clients)
    return {number for client in clients for number in client.acknowledged}


@pytest.mark.timeout(120 * ROUNDS // 20)
def test_a_stop_under_load_is_clean_and_loses_nothing(tmp_path: Path) -> None:
    random = Random(11)
    numbers = count()
    path = tmp_path / "g.db"
    acknowledged: set[int] = set()
    # A busy machine may take longer than a second to answer, which is not what is looked at here.
    with Nursery(api_key=KEY, query_timeout_ms="10000") as nursery:
        for _ in range(ROUNDS):
            with nursery.child(path, "serve", 0) as child:
                acknowledged |= stopped(child, numbers, random)
    log = path.with_name("g.db.log").read_text()
    assert log.count('"message":"request"') > ROUNDS and "Traceback" not in log and '"error":' not in log
    assert titles(path) >= {title(number) for number in acknowledged}
    assert len(acknowledged) >= 3 * ROUNDS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_load_that_is_told_to_stop_leaves_whole_transactions(number: signal.Signals, tmp_path: Path) -> None:
    """Two hundred briefs are one transaction: it is there, or it is not."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for one in range(600):
        (folder / f"{one:03}.txt").write_text(BRIEF.format(number=one))
    path = tmp_path / "g.db"
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "briefgraph", "load", str(folder), "--store", f"sqlite:///{path}"],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    manifest = path.with_name("g.db-manifest")
    while not manifest.exists() or not manifest.stat().st_size:
        assert process.poll() is None
    process.send_signal(number)
    _, said = process.communicate(timeout=2 * STOP_S)
    assert process.returncode == (130 if number == signal.SIGINT else -signal.SIGTERM)
    assert "Traceback" not in said
    assert len(titles(path)) in {200, 400, 600}


def test_a_second_signal_does_no_harm(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        half = http.client.HTTPConnection("127.0.0.1", server.port)
        half.putrequest("POST", "/graphql")
        half.putheader("Content-Type", "application/json")
        half.putheader("Content-Length", "9")
        half.endheaders(b"{")
        assert server.ask("GET", "/healthz")[0] == 200
        for _ in range(2):
            server.process.send_signal(signal.SIGINT)
        _, log = server.process.communicate(timeout=2 * STOP_S)
        assert (server.process.returncode, "Traceback" in log) == (0, False), log
        half.close()
