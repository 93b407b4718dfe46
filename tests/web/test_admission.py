"""Places: how many requests are worked on, how many wait, and what becomes of the rest."""

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, ClassVar

import pytest
import uvicorn

from briefgraph.api.callers import ANYBODY, Caller
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.config import Settings
from briefgraph.web import admission, shedding
from briefgraph.web.admission import Admission
from briefgraph.web.server import config, listen
from tests.web.asgi import FakeExecutor, Response, app_over, ask_within

QUERY = b'{"query":"{ok}"}'
WITHIN_S = 10  # the deadline of a fault
HEAD = b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(QUERY), QUERY)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(QUERY), QUERY)
GET = b"GET /graphql?query=%7Bok%7D HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n"


class Held(FakeExecutor):
    """Answers nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()
        self.count = 0
        self.changed = asyncio.Condition()

    async def execute(self, request: GraphQLRequest, *, caller: Caller = ANYBODY) -> Answer:
        async with self.changed:
            self.count += 1
            self.changed.notify_all()
        await self.go.wait()
        return self.answer

    async def holds(self, count: int) -> None:
        async with self.changed, asyncio.timeout(WITHIN_S):
            await self.changed.wait_for(lambda: self.count == count)


def busy(response: Response) -> bool:
    return (response.status, response.code, response.headers["retry-after"]) == (503, "BUSY", "1")


async def until(is_so: Callable[[], bool]) -> None:
    """Let the rest run until something is so."""
    async with asyncio.timeout(WITHIN_S):
        while not is_so():
            await turns(1)


async def turns(count: int = 5) -> None:
    """Let everything run that can."""
    for _ in range(count):
        await asyncio.sleep(0)


def test_so_many_are_worked_on_so_many_wait_and_the_rest_is_told_at_once() -> None:
    async def scenario() -> None:
        executor = Held()
        app = app_over(executor, max_concurrent_requests=3)
        places: Admission = app.state.admission
        held = [asyncio.create_task(ask_within(app, body=QUERY)) for _ in range(6)]
        await executor.holds(3)
        await turns()
        assert (6, 3, 3) == (places.known, places.working, len(places.waiting))

        for _ in range(4):
            assert busy(await ask_within(app, body=QUERY))
        assert 200 == (await ask_within(app, "GET", "/healthz")).status
        assert (3, 4) == (executor.count, places.refused)

        executor.go.set()
        assert [200] * 6 == [response.status for response in await asyncio.gather(*held)]
        assert (0, 0, 0) == (places.known, places.working, len(places.waiting))
        assert 200 == (await ask_within(app, body=QUERY)).status

    asyncio.run(scenario())


def test_whoever_gives_up_frees_a_place() -> None:
    async def scenario() -> None:
        executor = Held()
        app = app_over(executor, max_concurrent_requests=1)
        places: Admission = app.state.admission
        at_work, waits = (asyncio.create_task(ask_within(app, body=QUERY)) for _ in range(2))
        await executor.holds(1)
        await turns()
        assert busy(await ask_within(app, body=QUERY))

        waits.cancel()
        await turns()
        assert (1, 0) == (places.known, len(places.waiting))
        third = asyncio.create_task(ask_within(app, body=QUERY))
        await turns()
        at_work.cancel()
        await executor.holds(2)  # the third has come to its turn
        executor.go.set()
        assert 200 == (await third).status
        assert (0, 0) == (places.known, places.working)

    asyncio.run(scenario())


def test_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "WAIT_S", 0.01)

    async def scenario() -> None:
        executor = Held()
        app = app_over(executor, max_concurrent_requests=1)
        held = asyncio.create_task(ask_within(app, body=QUERY))
        await executor.holds(1)
        assert busy(await ask_within(app, body=QUERY))
        executor.go.set()
        assert 200 == (await held).status
        assert 0 == app.state.admission.known

    asyncio.run(scenario())


@pytest.mark.parametrize("error", [None, ValueError("no")])
def test_a_place_is_given_back_however_a_request_ends(error: Exception | None) -> None:
    async def scenario() -> None:
        app = app_over(FakeExecutor(error=error), max_concurrent_requests=1, body_timeout_s=0.1)
        for given in ({"body": QUERY}, {"body": b"{"}, {"body": b"{", "is_whole": False}, {"body": b"", "is_gone": True}):
            await ask_within(app, **given)
        await ask_within(app, "GET", "/nothing")
        assert (0, 0) == (app.state.admission.known, app.state.admission.working)

    asyncio.run(scenario())


def test_half_a_body_keeps_nobody_out() -> None:
    async def scenario() -> None:
        app = app_over(max_concurrent_requests=1)
        slow = [asyncio.create_task(ask_within(app, body=b"{", is_whole=False)) for _ in range(10)]
        await turns()
        assert 200 == (await ask_within(app, body=QUERY)).status
        for task in slow:
            task.cancel()

    asyncio.run(scenario())


def test_refusals_are_a_line_a_second_at_most(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    places = Admission(1, clock=lambda: now[0])
    with caplog.at_level(logging.WARNING):
        for step in range(300):
            now[0] = step / 100
            places.refuse()

    assert [1, 100, 100] == [record.fields["count"] for record in caplog.records]  # type: ignore[attr-defined]


# --- over connections ------------------------------------------------------------------------


@asynccontextmanager
async def serving(executor: FakeExecutor, *, timeout_s: float = 10.0, **settings: Any) -> AsyncIterator[tuple[int, Admission]]:
    """uvicorn in this loop, as `serve` runs it."""
    app = app_over(executor, **settings)
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(config(app, Settings(body_timeout_s=timeout_s)))
    task = asyncio.create_task(server._serve([listener]))
    await until(lambda: server.started)
    try:
        yield listener.getsockname()[1], app.state.admission
    finally:
        while Client.opened:
            writer = Client.opened.pop()
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        server.should_exit = True
        await task
        listener.close()


class Client:
    """One connection, closed with the server."""

    opened: ClassVar[list[asyncio.StreamWriter]] = []

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.opened.append(writer)

    @classmethod
    async def connect(cls, port: int) -> "Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    def send(self, data: bytes) -> None:
        self.writer.write(data)

    async def answer(self) -> Response:
        """The next answer, whole and no more."""
        async with asyncio.timeout(WITHIN_S):
            lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().splitlines()
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:-1])}
            body = await self.reader.readexactly(int(headers["content-length"]))
        return Response(int(lines[0].split()[1]), headers, body)

    async def is_cut(self) -> bool:
        async with asyncio.timeout(WITHIN_S):
            return await self.reader.read(1) == b""


async def fill(port: int, executor: Held, places: int) -> list[Client]:
    """Take all places, and all that wait."""
    clients = [await Client.connect(port) for _ in range(2 * places)]
    for client in clients:
        client.send(WHOLE)
    await executor.holds(places)
    return clients


@pytest.mark.parametrize("data", [WHOLE, CHUNKED, GET, WHOLE[:-5]], ids=["plain", "chunked", "GET", "not whole yet"])
def test_a_request_without_a_place_is_503_before_it_reaches_the_app(data: bytes) -> None:
    async def scenario() -> None:
        executor = Held()
        async with serving(executor, max_concurrent_requests=2) as (port, places):
            held = await fill(port, executor, 2)
            await until(places.is_full)
            client = await Client.connect(port)
            client.send(data)
            response = await client.answer()
            assert busy(response)
            assert response.headers["x-request-id"] == response.json["errors"][0]["extensions"]["requestId"]
            assert {"nosniff", "application/json; charset=utf-8", "no-store"} <= set(response.headers.values())
            assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
            assert 2 == executor.count
            healthy = await Client.connect(port)
            healthy.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert 200 == (await healthy.answer()).status

            executor.go.set()
            assert [200] * 4 == [(await one.answer()).status for one in held]
            if data == WHOLE[:-5]:
                client.send(WHOLE[-5:])
            if "connection" not in response.headers:  # kept: the next request on it is another one
                client.send(WHOLE)
                assert 200 == (await client.answer()).status
            assert (0, 0) == (places.known, places.working)

    asyncio.run(scenario())


@pytest.mark.parametrize("given", ["abc", "x" * 64, "0123456789abcdef"])
def test_a_refusal_has_the_id_that_was_given_and_its_length_is_right(given: str) -> None:
    async def scenario() -> None:
        executor = Held()
        async with serving(executor, max_concurrent_requests=1) as (port, places):
            await fill(port, executor, 1)
            await until(places.is_full)
            client = await Client.connect(port)
            for head in (HEAD, HEAD.replace(b"\r\nHost", b"\r\nConnection: keep-alive\r\nHost")):
                data = head + f"X-Request-Id: {given}\r\n".encode() + WHOLE[len(HEAD) :]
                client.send(data)
                response = await client.answer()
                assert busy(response) and given == response.headers["x-request-id"]
                assert given == json.loads(response.body)["errors"][0]["extensions"]["requestId"]
            executor.go.set()

    asyncio.run(scenario())


def test_pipelined_requests_are_each_answered_in_turn_and_leave_no_place_taken() -> None:
    async def scenario() -> None:
        executor = Held()
        async with serving(executor, max_concurrent_requests=1) as (port, places):
            client = await Client.connect(port)
            client.send(WHOLE * 5)
            await executor.holds(1)
            executor.go.set()
            assert [200] * 5 == [(await client.answer()).status for _ in range(5)]
            gone = await Client.connect(port)
            executor.go.clear()
            gone.send(WHOLE * 3)
            await executor.holds(6)
            gone.writer.transport.abort()
            executor.go.set()
            await until(lambda: places.known == 0)

    asyncio.run(scenario())


def test_thousands_sent_ahead_are_not_each_refused() -> None:
    async def scenario() -> None:
        executor = Held()
        async with serving(executor, max_concurrent_requests=1) as (port, places):
            client = await Client.connect(port)
            client.send(WHOLE + b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 3_000)
            await executor.holds(1)
            places.known += 2  # as many others
            executor.go.set()
            assert 200 == (await client.answer()).status
            refused = await client.answer()
            assert busy(refused) and "close" == refused.headers["connection"]
            assert await client.is_cut()
            assert 1 == places.refused

    asyncio.run(scenario())


def test_a_connection_that_is_only_refused_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[shedding.SheddingProtocol] = []
    connect = shedding.SheddingProtocol.connection_made

    def recorded(self: shedding.SheddingProtocol, transport: asyncio.Transport) -> None:
        made.append(self)
        connect(self, transport)

    monkeypatch.setattr(shedding.SheddingProtocol, "connection_made", recorded)

    async def scenario() -> None:
        executor = Held()
        async with serving(executor, max_concurrent_requests=1) as (port, places):
            await fill(port, executor, 1)
            await until(places.is_full)
            client = await Client.connect(port)
            for look in (made[-1]._read_too_late, made[-1].timeout_keep_alive_handler):
                client.send(WHOLE)
                assert busy(await client.answer())
                look()  # as its timer does: it was used meanwhile
                assert not made[-1].transport.is_closing()
            made[-1]._read_too_late()
            assert await client.is_cut()
            executor.go.set()

    asyncio.run(scenario())


def test_connections_beyond_the_bound_are_told_so_and_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shedding, "SPARE", 2)

    async def scenario() -> None:
        async with serving(FakeExecutor(), max_connections=2) as (port, places):
            served = [await Client.connect(port) for _ in range(2)]
            for client in served:
                client.send(WHOLE)
                assert 200 == (await client.answer()).status
            beyond = await Client.connect(port)
            beyond.send(WHOLE)
            assert busy(await beyond.answer()) and await beyond.is_cut()
            looks = await Client.connect(port)
            looks.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            response = await looks.answer()
            assert (200, "close") == (response.status, response.headers["connection"])
            assert await looks.is_cut()
            silent = [await Client.connect(port) for _ in range(2)]
            far = await Client.connect(port)
            assert busy(await far.answer()) and await far.is_cut()
            for client in silent:
                client.writer.close()
            served[0].send(WHOLE)
            assert 200 == (await served[0].answer()).status
            assert 0 == places.known

    asyncio.run(scenario())


def test_who_reads_nothing_is_cut_and_holds_no_place() -> None:
    async def scenario() -> None:
        large = Answer(body=b'{"data":{"ok":"' + b"x" * 50_000_000 + b'"}}', has_data=True, code=None)
        async with serving(FakeExecutor(answer=large), timeout_s=0.1) as (port, places):
            client = await Client.connect(port)
            client.send(WHOLE)
            await client.reader.readuntil(b"\r\n")
            client.writer.transport.pause_reading()  # type: ignore[attr-defined]
            client.send(WHOLE)

            def is_cut() -> bool:
                client.send(b"\r\n")
                return client.writer.is_closing()

            await until(is_cut)
            assert 0 == places.known

    asyncio.run(scenario())


def test_no_more_connections_are_served_than_files_may_be_open() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    beside = admission.SPARE + admission.OWN_FILES
    hard = 2_000
    assert before[1] == resource.RLIM_INFINITY or before[1] >= hard
    code = (
        "import resource; from briefgraph.web.admission import connection_limit;"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, (500, {hard}));"
        "print([connection_limit(wanted) for wanted in (10, 1_000, 5_000)], resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == f"{[10, 1_000, hard - beside]} {(hard, hard)}\n"
