"""A server over Neo4j that refuses, falls silent, dribbles, is cut and comes back: what clients see.

Time is not asserted: where an answer has to come in time, a limit of the test's own ends the waiting.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from briefgraph.briefs import read
from briefgraph.config import Settings
from briefgraph.engines import open_importer
from briefgraph.graph.neo4j import Neo4jStore
from briefgraph.graph.sqlite import SqliteStore
from tests.contract.conftest import dump
from tests.neo4j.proxy import COMMIT, Proxy
from tests.neo4j.running import empty_graph, shared_server
from tests.neo4j.server import free_port
from tests.neo4j.serving import Serving, serving

pytestmark = pytest.mark.neo4j

CLIENTS = 50
COLD_S = 20.0  # until a Java that has just begun has planned a question, on a busy machine
PILED_UP_S = 5.5  # two clients who wait for each other take longer
INGEST = "mutation($text: String!) { ingestBrief(input: {text: $text}) { isNew version story { title } } }"
BRIEF = """Harbour Office {number} Opens in Lanforse

Facts
- The port of Lanforse opened a harbour office on 4 May, the Lanforse Courier said.[1]
- Mayor Ilse Tarnow said that the office will have {number} clerks.[2]

Sources: [1]Lanforse Courier and [2]Quay Herald.
"""


def brief(number: int) -> str:
    return BRIEF.format(number=number)


@asynccontextmanager
async def through_proxy(**settings: str) -> AsyncIterator[tuple[Serving, Proxy]]:
    """A server over an empty graph behind a proxy."""
    server = await empty_graph()
    async with Proxy(server.port) as proxy, serving(proxy.address, **settings) as served:
        try:
            yield served, proxy
        finally:
            proxy.speak()


async def ingest(served: Serving, number: int) -> str | None:
    """The code of the error, if there is one."""
    response = await served.ask(INGEST, within_s=20, text=brief(number))
    errors = response.json().get("errors")
    return errors[0]["extensions"]["code"] if errors else None


def test_a_server_starts_before_neo4j_does() -> None:
    async def go() -> None:
        server = await empty_graph()
        proxy = Proxy(server.port, free_port())
        async with serving(proxy.address) as served:
            await served.is_down()
            async with proxy:
                await served.comes_back()
                assert await ingest(served, 1) is None
                await proxy.refuse()
                await served.is_down()
                await proxy.listen()
                await served.comes_back()

    asyncio.run(go())


def test_silence_is_told_in_time_to_fifty_at_once_too() -> None:
    async def crowd(served: Serving) -> set[int]:
        """The statuses of as many clients at once; none waits for another."""
        return {
            response.status_code for response in await asyncio.gather(*(served.ask(within_s=PILED_UP_S) for _ in range(CLIENTS)))
        }

    async def go() -> None:
        async with through_proxy() as (served, proxy):
            proxy.fall_silent()
            assert await crowd(served) == {503}  # before it was ever used
            proxy.speak()
            await served.comes_back()
            assert await crowd(served) == {200}
            proxy.fall_silent()
            await served.is_down()
            assert await crowd(served) == {503}
            proxy.speak()
            await served.comes_back()

    asyncio.run(go())


def test_bytes_that_dribble_are_no_answer() -> None:
    async def go() -> None:
        async with through_proxy() as (served, proxy):
            await served.comes_back()
            proxy.pause_s = 0.5
            await served.is_down()
            proxy.pause_s = None
            proxy.cut()  # what is still in the pipe would dribble on for minutes
            await served.comes_back()

    asyncio.run(go())


def test_it_ends_while_neo4j_is_silent() -> None:
    async def go() -> None:
        async with through_proxy() as (served, proxy):
            await served.comes_back()
            proxy.fall_silent()
            asked = asyncio.gather(*(served.ask() for _ in range(3)), return_exceptions=True)
            await served.get("/healthz")
            await served.stop()
            await asked

    asyncio.run(go())


def test_a_brief_that_is_cut_around_commit_is_sent_again() -> None:
    async def go() -> None:
        async with through_proxy() as (served, proxy):
            await served.comes_back()

            def at_commit(data: bytes) -> bool:
                return COMMIT in data

            for number in range(6):
                proxy.cut_after, proxy.cut_before = (at_commit, None) if number % 2 else (None, at_commit)
                assert await ingest(served, number) == "ENGINE_DOWN"
                proxy.cut_after = proxy.cut_before = None
                assert await ingest(served, number) is None
        await assert_holds(6)

    asyncio.run(go())


async def assert_holds(count: int) -> None:
    """Look that Neo4j has what loading the first briefs once leaves."""
    store, once = Neo4jStore.open(shared_server().address, read_only=True), SqliteStore.open(":memory:", readers=1)
    try:
        loader = open_importer(Settings(), once)
        for number in range(count):
            await loader.load(read(brief(number).encode(), name="brief.txt").briefs)
        assert await dump(store) == await dump(once)
    finally:
        await once.close()
        await store.close()


@pytest.mark.timeout(300)
def test_a_neo4j_that_is_killed_and_started_again_has_what_it_acknowledged() -> None:
    async def go() -> None:
        server = await empty_graph()
        # A limit that a Java that has just begun keeps, on a busy machine.
        async with serving(server.address, query_timeout_ms="20000") as served:
            for number in range(3):
                assert await ingest(served, number) is None
            await asyncio.to_thread(server.stop)
            try:
                await served.is_down()
            finally:
                await asyncio.to_thread(server.start)
            await served.comes_back(within_s=COLD_S)
            assert await ingest(served, 2) is None
        await assert_holds(3)

    asyncio.run(go())
