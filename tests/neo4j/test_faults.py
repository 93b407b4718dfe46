"""Neo4j that refuses, is silent, or is cut: clear errors in time, nothing lost or doubled.

Time is not asserted: where an answer has to come in time, a limit of the test's own ends the waiting.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson
import pytest
from neo4j.exceptions import AuthError

from briefgraph.address import neo4j_address
from briefgraph.brief import Brief
from briefgraph.errors import EngineDown, SettingError, StoreError, TimedOut
from briefgraph.graph.neo4j import Neo4jStore
from briefgraph.graph.neo4j.connections import Connections
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.conftest import SLOW
from tests.contract.conftest import dump
from tests.neo4j.proxy import COMMIT, Proxy
from tests.neo4j.running import shared_server, wipe
from tests.neo4j.server import free_port
from tests.strategies import Says, brief_of

pytestmark = pytest.mark.neo4j

REGISTRY = OutletRegistry([])
CUTS = 1_000 if SLOW else 20
PROMISED_S = 3.0  # within which a dead engine is told
TOO_LATE_S = PROMISED_S + 1.0  # with a busy machine's due; less than it takes twice
DAM = Says("The dam near Drosk held, Gov. Maria Ostrow said.", ("Bramble Courier", "Harrow Wire"))


def importer(store: Store) -> Importer:
    return Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z")


def brief(number: int) -> Brief:
    return brief_of([DAM, Says(f"Fox {number} was seen.", ("Lantern Post",))], address=f"briefs.example/{number}")


@asynccontextmanager
async def through_proxy(timeout_ms: int = 3_000) -> AsyncIterator[tuple[Neo4jStore, Proxy]]:
    """An empty store that is reached through a proxy, and is known to work."""
    server = shared_server()
    await wipe(server.address)
    async with Proxy(server.port) as proxy:
        store = Neo4jStore.open(proxy.address, timeout_ms=timeout_ms)
        try:
            assert not await store.has_stories()
            yield store, proxy
        finally:
            proxy.speak()
            await store.close()


def play(scenario: Callable[[Neo4jStore, Proxy], Awaitable[None]]) -> None:
    async def go() -> None:
        async with through_proxy() as (store, proxy):
            await scenario(store, proxy)

    asyncio.run(go())


async def all_down(store: Neo4jStore) -> None:
    """Reading, writing and streaming each say in time that the engine is down."""
    works: list[Callable[[], Awaitable[Any]]] = [
        store.has_stories,
        lambda: importer(store).load([brief(1)]),
        lambda: importer(store).delete("st_1"),
        lambda: dump(store),
    ]
    for work in works:
        async with asyncio.timeout(TOO_LATE_S):
            with pytest.raises(EngineDown, match="no answer in time"):
                await work()


def test_a_server_that_refuses_is_down_and_comes_back() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        await proxy.refuse()
        await all_down(store)
        await proxy.listen()
        (receipt,) = await importer(store).load([brief(1)])
        assert receipt.is_new
        assert await store.has_stories()

    play(scenario)


def test_a_silent_server_is_down_and_comes_back() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        await importer(store).load([brief(1)])
        proxy.fall_silent()
        await all_down(store)
        proxy.speak()
        assert await store.has_stories()
        assert [receipt.is_new for receipt in await importer(store).load([brief(1), brief(2)])] == [False, True]

    play(scenario)


def test_many_who_wait_share_a_look_and_a_preparation() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        fresh = Neo4jStore.open(proxy.address)
        try:
            for silent in (fresh, store):  # one that was never used, and one that was
                proxy.fall_silent()
                async with asyncio.timeout(TOO_LATE_S):
                    failed = await asyncio.gather(*(silent.has_stories() for _ in range(200)), return_exceptions=True)
                assert {type(error) for error in failed} == {EngineDown}
                proxy.speak()
                assert not await silent.has_stories()
        finally:
            await fresh.close()

    play(scenario)


def test_a_server_that_was_never_there() -> None:
    async def go() -> None:
        store = Neo4jStore.open(f"bolt://127.0.0.1:{free_port()}")
        try:
            await all_down(store)
            assert "no answer" in (await store.check())[0]
        finally:
            await store.close()

    asyncio.run(go())


def test_another_server_on_the_port() -> None:
    """Something that speaks HTTP, or says nothing and closes."""

    async def go(answer: bytes) -> None:
        async def other(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(4)
            writer.write(answer)
            writer.close()

        async with await asyncio.start_server(other, "127.0.0.1", 0) as listener:
            store = Neo4jStore.open(f"bolt://127.0.0.1:{listener.sockets[0].getsockname()[1]}")
            try:
                await all_down(store)
                (said,) = await store.check()
                assert ("is it Neo4j's port for Bolt?" in said) == answer.startswith(b"HTTP")
            finally:
                await store.close()

    asyncio.run(go(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))
    asyncio.run(go(b""))


def test_cut_in_mid_result() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        await importer(store).load([brief(number) for number in range(20)])
        whole = await dump(store)
        proxy.cut_answer_at = 20_000
        with pytest.raises(EngineDown):
            await dump(store)
        proxy.cut_answer_at = None
        assert await dump(store) == whole

    play(scenario)


@pytest.mark.timeout(6_000 if SLOW else 600)
def test_cut_around_commit_doubles_nothing_and_loses_nothing() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        cuts = 0

        def at_commit(data: bytes) -> bool:
            nonlocal cuts
            found = COMMIT in data
            cuts += found
            return found

        acknowledged: list[Brief] = []
        for number in range(CUTS):
            proxy.cut_after, proxy.cut_before = (at_commit, None) if number % 2 else (None, at_commit)
            with pytest.raises(EngineDown):
                await importer(store).load([brief(number)])
            proxy.cut_after = proxy.cut_before = None
            # A server takes a moment to roll back a transaction whose client is gone; its turn is waited for.
            (receipt,) = await importer(store).load([brief(number)])
            assert receipt.version == 1
            acknowledged.append(brief(number))
        assert cuts >= CUTS
        once = SqliteStore.open(":memory:", readers=1)
        try:
            await importer(once).load(acknowledged)
            assert await dump(store) == await dump(once)
        finally:
            await once.close()

    play(scenario)


def test_a_statement_beyond_its_limit_is_stopped_by_the_server() -> None:
    async def go() -> None:
        connections = Connections(neo4j_address(shared_server().address), timeout_ms=1_000)
        try:
            endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7)"
            with pytest.raises(TimedOut, match="longer than its limit"):
                await connections.read([(endless, {})])
            with pytest.raises(TimedOut, match="longer than its limit"):
                await connections.read([("RETURN 1", {}), (endless, {})])
            running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN count(*)"
            async with asyncio.timeout(TOO_LATE_S):
                while await connections.read([(running, {})]) != [0]:
                    pass
        finally:
            await connections.close()

    asyncio.run(go())


def test_reading_cannot_write() -> None:
    async def go() -> None:
        connections = Connections(neo4j_address(shared_server().address), timeout_ms=2_000)
        try:
            for questions in (["CREATE (:Story {id: 'x'}) RETURN 1"], ["RETURN 1", "MATCH (n) DETACH DELETE n RETURN 1"]):
                with pytest.raises(StoreError, match="refused"):
                    await connections.read([(text, {}) for text in questions])
        finally:
            await connections.close()

    asyncio.run(go())


def test_a_client_reads_its_own_import() -> None:
    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        stale = 0
        for number in range(100):
            (receipt,) = await importer(store).load([brief(number)])
            (found,) = await store._connections.read(
                [("OPTIONAL MATCH (s:Story {id: $id}) RETURN s IS NOT NULL", {"id": receipt.story_id})]
            )
            stale += not found
        assert stale == 0

    play(scenario)


def test_sixteen_writers_at_once_leave_what_one_would_have_left() -> None:
    briefs = [
        brief_of(
            [DAM, Says(f"Some {number % 5} people left Sorvanil.", ("Harrow Wire", f"Outlet {number % 3}"))],
            [Says("Brekke warned of this for years; nobody listened to Tomas Brekke.", ("Lantern Post",))],
            address=f"briefs.example/{number % 24}",
            published_at=f"2024-01-{1 + number // 24:02d}T00:00:00Z",
        )
        for number in range(48)
    ]

    async def scenario(store: Neo4jStore, proxy: Proxy) -> None:
        stores = [Neo4jStore.open(shared_server().address) for _ in range(16)]
        once = SqliteStore.open(":memory:", readers=1)
        try:
            await asyncio.gather(*(importer(one).load(briefs[number::16] + briefs[:2]) for number, one in enumerate(stores)))
            await asyncio.gather(*(importer(one).load([briefs[0]]) for one in stores))
            await importer(once).load(briefs)
            found = await dump(store)
            assert found == await dump(once)
            weights = [orjson.loads(line)["weight"] for line in found if line.startswith('{"type":"CO_CITED"')]
            assert max(weights) == 24
        finally:
            await once.close()
            for one in stores:
                await one.close()

    play(scenario)


@pytest.mark.parametrize(
    ("text", "uri", "database"),
    [
        ("neo4j://graph.example", "neo4j://graph.example:7687", "neo4j"),
        ("bolt+s://graph.example:7000/news", "bolt+s://graph.example:7000", "news"),
        ("neo4j+ssc://[::1]:7688", "neo4j+ssc://[::1]:7688", "neo4j"),
    ],
)
def test_addresses(text: str, uri: str, database: str) -> None:
    address = neo4j_address(text)
    assert (address.uri, address.database, address.user) == (uri, database, None)


def test_no_secret_is_shown() -> None:
    address = neo4j_address("neo4j+s://anna:s%40cret@graph.example")
    assert (address.user, address.password) == ("anna", "s@cret")
    assert neo4j_address("neo4j://anna:one@graph.example", user="ben", password="two").user == "anna"
    assert "cret" not in repr(address) and "cret" not in address.shown
    for wrong in ("http://anna:hush@graph.example", "neo4j://anna:hush@", "neo4j://anna:hush@h/a/b", "neo4j://h:x"):
        with pytest.raises(SettingError) as raised:
            neo4j_address(wrong)
        assert "hush" not in str(raised.value)


def test_the_errors_of_a_refused_user_name_no_password() -> None:
    async def go() -> None:
        connections = Connections(neo4j_address("neo4j://anna:hush@127.0.0.1"), timeout_ms=1_000)
        try:
            with pytest.raises(StoreError, match="refuses the user name") as raised:
                async with connections.errors():
                    raise AuthError("hush")
            assert "hush" not in str(raised.value)
        finally:
            await connections.close()

    asyncio.run(go())
