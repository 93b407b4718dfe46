"""A connection's bounds: how long a head, a silence, an unread answer may last. Over real sockets, in this process."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from briefgraph.web.protocol import BoundedProtocol, timed
from briefgraph.web.server import _loop_factory, listen

TIME_S = 0.2
PATIENCE_S = 8  # of a test; each ends as soon as what it waits for is the case
LARGE = bytes(8_000_000)  # more than the kernel takes off our hands
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


@dataclass(slots=True)
class Wire:
    """A server of one small application, and a way to it."""

    port: int = 0
    made: list[BoundedProtocol] = field(default_factory=list)
    lost: asyncio.Queue[BoundedProtocol] = field(default_factory=asyncio.Queue)
    asked: int = 0
    clients: list[asyncio.StreamWriter] = field(default_factory=list)

    async def connect(self, *, buffer: int = 0) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        client = socket.socket()
        if buffer:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        client.setblocking(False)
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", self.port))
        reader, writer = await asyncio.open_connection(sock=client, limit=500_000)
        self.clients.append(writer)
        return reader, writer


@asynccontextmanager
async def serving(answer: Callable[..., Awaitable[None]], **config: Any) -> AsyncIterator[Wire]:
    wire = Wire()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        wire.asked += 1
        await answer(scope, receive, send)

    class Watched(timed(BoundedProtocol, TIME_S)):  # type: ignore[misc]
        def connection_made(self, transport: Any) -> None:
            wire.made.append(self)
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            wire.lost.put_nowait(self)

    settings = uvicorn.Config(app, log_config=None, access_log=False, timeout_keep_alive=60, **{"ws": "none", **config})
    settings.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    listener = listen("127.0.0.1", 0)
    wire.port = listener.getsockname()[1]
    server = await loop.create_server(
        lambda: Watched(config=settings, server_state=state, app_state={}, _loop=loop), sock=listener
    )
    try:
        yield wire
    finally:
        server.close()
        for transport in (*(protocol.transport for protocol in wire.made), *(client.transport for client in wire.clients)):
            transport.abort()
        for client in wire.clients:
            with suppress(ConnectionError):
                await client.wait_closed()


def play(scenario: Coroutine[Any, Any, None]) -> None:
    async def go() -> None:
        async with asyncio.timeout(PATIENCE_S):
            await scenario

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:  # the loop that it is served on
        runner.run(go())


async def small(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def large(scope: Any, receive: Any, send: Any) -> None:
    headers = [(b"content-length", b"%d" % len(LARGE))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": LARGE})


def test_who_says_nothing_is_let_go_without_a_word() -> None:
    async def scenario() -> None:
        async with serving(small) as wire:
            reader, _ = await wire.connect()
            assert await reader.read() == b""

    play(scenario())


@pytest.mark.parametrize("start", [b"GET /", b"GET / HTTP/1.1\r\nHost: a\r\nX-A"], ids=["line", "field"])
@pytest.mark.parametrize("before", [b"", GET], ids=["first", "second"])
def test_a_head_that_drips_is_408(start: bytes, before: bytes) -> None:
    async def scenario() -> None:
        async with serving(small) as wire:
            reader, writer = await wire.connect()
            writer.write(before)
            if before:
                await reader.readuntil(b"ok")
            writer.write(start)

            async def drip() -> None:
                while True:
                    await asyncio.sleep(TIME_S / 10)  # this is the fault, and not the waiting for it
                    writer.write(b"E")

            dripping = asyncio.ensure_future(drip())
            got = await reader.read()
            dripping.cancel()
            assert got.startswith(b"HTTP/1.1 408 ")
            assert b"BODY_TIMED_OUT" in got and b"nosniff" in got and b"connection: close" in got
            assert wire.asked == bool(before)

    play(scenario())


def test_line_ends_between_requests_are_no_reason_to_stay() -> None:
    async def scenario() -> None:
        async with serving(small) as wire:
            reader, writer = await wire.connect()
            writer.write(GET)
            await reader.readuntil(b"ok")
            writer.write(b"\r\n")
            assert await reader.read() == b""

    play(scenario())


def test_a_body_that_nobody_reads_must_end_too() -> None:
    async def scenario() -> None:
        async with serving(small) as wire:
            reader, writer = await wire.connect()
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")
            await reader.readuntil(b"ok")
            assert await reader.read() == b""

    play(scenario())


def test_a_kept_connection_is_left_alone_until_its_own_time() -> None:
    async def scenario() -> None:
        async with serving(small) as wire:
            reader, writer = await wire.connect()
            writer.write(GET)
            await reader.readuntil(b"ok")
            (protocol,) = wire.made
            assert protocol._reading is None and protocol._writing is None
            assert protocol.timeout_keep_alive_task is not None

    play(scenario())


@pytest.mark.parametrize("head", [b"", b"Connection: close\r\n"], ids=["kept", "closing"])
def test_who_takes_in_nothing_is_cut_and_asks_no_more(head: bytes, caplog: pytest.LogCaptureFixture) -> None:
    ended = asyncio.Queue[None]()

    async def told(scope: Any, receive: Any, send: Any) -> None:
        await large(scope, receive, send)
        ended.put_nowait(None)

    async def scenario() -> None:
        async with serving(told) as wire:
            _, writer = await wire.connect(buffer=4_096)
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n" + head + b"\r\n" + 100 * GET)
            protocol = await wire.lost.get()
            # One answer waits to be sent; the others are not asked for before it is.
            assert wire.asked <= 2
            assert protocol.transport.get_write_buffer_size() <= 2 * len(LARGE)
            for _ in range(wire.asked):
                await ended.get()

    play(scenario())
    assert [] == [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def test_who_takes_in_little_by_little_is_given_all() -> None:
    async def scenario() -> None:
        async with serving(large) as wire:
            reader, writer = await wire.connect(buffer=65_536)
            writer.write(GET)
            got = 0
            loop = asyncio.get_running_loop()
            start = loop.time()
            while got < len(LARGE):
                piece = await reader.read(200_000)
                assert piece, "it was cut"
                got += len(piece)
                if loop.time() - start < 3 * TIME_S:
                    await asyncio.sleep(TIME_S / 10)  # slowly, and for longer than may pass without taking in anything
            assert wire.lost.empty()

    play(scenario())


def test_a_stream_that_is_read_goes_on() -> None:
    async def stream(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(300):
            await send({"type": "http.response.body", "body": bytes(100_000), "more_body": True})
        await send({"type": "http.response.body", "body": b"end"})

    async def scenario() -> None:
        async with serving(stream) as wire:
            reader, writer = await wire.connect(buffer=65_536)
            writer.write(GET)
            got = b""
            while not got.endswith(b"end\r\n0\r\n\r\n"):
                piece = await reader.read(100_000)
                assert piece, "it was cut"
                got = got[-20:] + piece
            assert wire.lost.empty()

    play(scenario())


def test_no_error_is_written_into_an_answer() -> None:
    half, go_on = asyncio.Event(), asyncio.Event()

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        half.set()
        with suppress(asyncio.CancelledError):
            await go_on.wait()

    async def scenario() -> None:
        async with serving(slow) as wire:
            reader, writer = await wire.connect()
            writer.write(GET)
            await half.wait()
            writer.write(b"\x00 is no HTTP\r\n\r\n")
            got = await reader.read()
            assert got.endswith(b"half") and b"400" not in got
            go_on.set()

    play(scenario())


def test_a_websocket_is_not_timed_as_a_head() -> None:
    got = asyncio.Queue[bytes]()

    class Other(asyncio.Protocol):
        def __init__(self, **_: Any) -> None:
            pass

        def data_received(self, data: bytes) -> None:
            got.put_nowait(data)

    async def scenario() -> None:
        async with serving(small, ws=Other) as wire:
            _, writer = await wire.connect()
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            assert b"websocket" in await got.get()
            await asyncio.sleep(0)  # the bytes that brought it here are done with
            (protocol,) = wire.made
            assert protocol._reading is None and wire.asked == 0

    play(scenario())
