"""Subscriptions over real sockets: nothing is left of clients that came and went, and none does harm."""

import asyncio
import base64
import gc
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from briefgraph.graph.sqlite import SqliteStore
from tests.conftest import SLOW
from tests.curating import A, Desk
from tests.web.live import ALL, Socket, Stream, played
from tests.web.test_server import SOURCE, STOP_S, Server
from tests.web.test_websocket import BRIEF

ROUNDS = 250 if SLOW else 6  # of 40 clients
MANY = 10_000
HANDSHAKE = (
    "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: {version}\r\n"
    "Sec-WebSocket-Key: " + base64.b64encode(bytes(16)).decode() + "\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n{more}\r\n"
)
STREAM = (
    b"GET /graphql?query=subscription%7BstoryIngested%7Btitle%7D%7D HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
)


def test_ten_thousand_clients_leave_nothing_behind(caplog: pytest.LogCaptureFixture) -> None:
    """Every second one over either transport; some go before they have said a word, and some in the middle of an event."""
    caplog.set_level(logging.CRITICAL, "briefgraph.access")  # pytest would keep a record of each

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        async def one(number: int) -> None:
            if number % 2:
                stream = Stream(app)
                if number % 5:
                    await stream.begun()
                await stream.leave()
                return
            client = Socket(app)
            if number % 5:
                await client.open()
                await client.subscribe("1")
            if number % 7 == 0:
                client.free.clear()
                await Desk(store).load(A) if number < 100 else None
                client.free.set()
            await client.leave()

        async def many(numbers: range) -> None:
            for start in range(numbers.start, numbers.stop, 100):
                await asyncio.gather(*map(one, range(start, min(start + 100, numbers.stop))))

        await many(range(200))
        gc.collect()
        before = (len(asyncio.all_tasks()), len(os.listdir("/proc/self/fd")), len(gc.get_objects()))
        await many(range(200, MANY))
        gc.collect()
        after = (len(asyncio.all_tasks()), len(os.listdir("/proc/self/fd")), len(gc.get_objects()))
        assert before[:2] == after[:2]
        assert after[2] - before[2] < 1_000  # a tenth of one for each client

    played(scenario)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    # Nobody reads the log before the end, and a line for each of 10,000 requests would fill the pipe.
    running = Server(tmp_path, max_subscribers="50", subscription_poll_ms="20", log_level="warning")
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def opened(server: Server, *, subscribes: bool = True) -> ClientConnection:
    """A WebSocket, subscribed."""
    made = connect(f"ws://127.0.0.1:{server.port}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")], open_timeout=STOP_S, legacy=True)
    if subscribes:
        made.send('{"type":"connection_init"}')
        made.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": ALL}}))
        made.send('{"type":"ping"}')
        assert ["connection_ack", "pong"] == [heard(made)["type"] for _ in "12"]
    return made


def heard(client: ClientConnection) -> Any:
    """The next message."""
    message = client.recv(STOP_S)
    assert isinstance(message, str)  # a text frame
    return json.loads(message)


def streamed(server: Server) -> socket.socket:
    """An event stream, whose head and first comment are read."""
    made = socket.create_connection(("127.0.0.1", server.port), timeout=STOP_S)
    made.sendall(STREAM)
    got = b""
    while b":\n\n" not in got:
        got += made.recv(65_536)
    assert got.startswith(b"HTTP/1.1 200 OK")
    return made


def files(server: Server) -> int:
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def load(folder: Path, *names: str) -> None:
    """Load briefs in a process of their own."""
    paths = []
    for name in names:
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(BRIEF.replace("Harbour Office", name), "utf-8")
    command = [sys.executable, "-m", "briefgraph", "load", "--store", f"sqlite:///{folder}/g.db", *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(SOURCE)})


@pytest.mark.timeout(900)
def test_clients_leave_nothing_behind(server: Server, tmp_path: Path) -> None:
    streamed(server).close()
    opened(server).close()
    last = opened(server)
    before = files(server)
    for _ in range(ROUNDS):
        clients = [opened(server) for _ in range(20)]
        streams = [streamed(server) for _ in range(20)]
        assert files(server) >= before + 40
        for client in clients[:10]:
            client.close()
        for client in clients[10:]:
            client.socket.shutdown(socket.SHUT_RDWR)  # without a word
        for stream in streams:
            stream.close()
    while files(server) > before:  # until the server has noticed the last of them; the test's time limit ends it
        assert "Query" == server.ask("POST", "/graphql", b'{"query":"{ __typename }"}')[1]["data"]["__typename"]
    load(tmp_path, "Ferry Line")
    assert "Ferry Line Opens in Lanforse" == heard(last)["payload"]["data"]["storyIngested"]["title"]
    last.close()
    assert "" == complaints(server)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_stops_says_so_at_once(server: Server, number: int) -> None:
    clients, streams = [opened(server) for _ in range(5)], [streamed(server) for _ in range(5)]
    silent = opened(server, subscribes=False)

    code, log = server.stop(number)

    assert (0, False) == (code, "Traceback" in log)
    for client in (*clients, silent):
        with suppress(Exception):
            while True:
                client.recv(STOP_S)
        assert 1001 == client.close_code
    for stream in streams:
        with closing(stream):
            assert b"0\r\n\r\n" == stream.recv(65_536)  # an end, and no `complete`: clients come back


def frame(opcode: int, payload: bytes, *, is_masked: bool = True, first: int = 0x80) -> bytes:
    """One frame, with a mask of zeros."""
    size = len(payload)
    head = bytes([first | opcode])
    length = bytes([size]) if size < 126 else b"\x7e" + size.to_bytes(2, "big") if size < 65_536 else b"\x7f" + size.to_bytes(8, "big")
    return head + bytes([length[0] | (0x80 if is_masked else 0)]) + length[1:] + (bytes(4) if is_masked else b"") + payload


BAD_FRAMES = {
    "no UTF-8": (frame(1, b"\xff\xfe"), 1007),
    "no mask": (frame(1, b"{}", is_masked=False), 1002),
    "an unknown opcode": (frame(3, b""), 1002),
    "a continuation of nothing": (frame(0, b"{}"), 1002),
    "a long ping": (frame(9, b"a" * 126), 1002),
    "reserved bits": (frame(1, b"{}", first=0xF0), 1002),
    "bytes": (frame(2, b'{"type":"ping"}'), 4400),
    "no JSON": (frame(1, b"{"), 4400),
    "a long message": (frame(1, b'"' + b"a" * 200_000 + b'"'), 1009),
    "a terabyte": (b"\x81\xff" + (2**40).to_bytes(8, "big") + bytes(4), 1009),
}


def test_frames_that_break_a_rule_close_the_connection(server: Server) -> None:
    for what, (data, code) in BAD_FRAMES.items():
        got = exchange(server, HANDSHAKE.format(path="/graphql", version=13, more="").encode(), data)

        assert got.startswith(b"HTTP/1.1 101 "), what
        closed = got.partition(b"\r\n\r\n")[2]
        assert (what, 0x88, code) == (what, closed[0], int.from_bytes(closed[2:4], "big"))
    assert "" == complaints(server)


BAD_HANDSHAKES = {
    "an old version": ("/graphql", 8, "", b"400", b"BAD_REQUEST"),
    "a long header": ("/graphql", 13, "X-A: " + "a" * 10_000 + "\r\n", b"4", b"BAD_REQUEST"),
    "200 headers": ("/graphql", 13, "X-A: a\r\n" * 200, b"4", b"BAD_REQUEST"),
    "a body": ("/graphql", 13, "Content-Length: 5\r\n", b"400", b"BAD_REQUEST"),
    "another path": ("/nowhere", 13, "", b"404", b"NOT_FOUND"),
    "another site": ("/graphql", 13, "Origin: https://evil.example\r\n", b"403", b"CROSS_SITE"),
    "another host": ("/graphql", 13, "Host: evil.example\r\n", b"4", b"BAD_"),
}


def test_handshakes_that_break_a_rule_are_answered(server: Server) -> None:
    for what, (path, version, more, status, code) in BAD_HANDSHAKES.items():
        got = exchange(server, HANDSHAKE.format(path=path, version=version, more=more).encode("latin-1"), b"")

        assert got.startswith(b"HTTP/1.1 " + status) and code in got, (what, got[:300])
    assert "" == complaints(server)


def complaints(server: Server) -> str:
    """The log of a server that is stopped: it has no lines for requests."""
    code, log = server.stop()
    assert 0 == code
    return log


def exchange(server: Server, head: bytes, data: bytes) -> bytes:
    """What comes back until the server closes, or says that it has switched."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=STOP_S) as connection:
        connection.sendall(head)
        got = b""
        while b"\r\n\r\n" not in got:
            got += connection.recv(65_536)
        is_open = got.startswith(b"HTTP/1.1 101")
        if is_open:
            connection.sendall(data)
        with suppress(ConnectionResetError, BrokenPipeError):
            while piece := connection.recv(65_536):
                got += piece
                if is_open:
                    connection.sendall(frame(8, b""))  # what the server's close waits for
                    is_open = False
        return got
