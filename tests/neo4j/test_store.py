"""What is Neo4j's own: what a database has to be, values longer than an index takes, checks."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest

from briefgraph.address import neo4j_address
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.errors import SchemaTooNew, StoreDamaged, StoreError, TimedOut
from briefgraph.graph.decisions import Decision, DecisionKind, Effects
from briefgraph.graph.every import every_root
from briefgraph.graph.neo4j import Neo4jStore
from briefgraph.graph.neo4j.connections import Connections, Question
from briefgraph.graph.neo4j.store import schema_version
from briefgraph.graph.queries import fragments
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Receipt
from briefgraph.ids import node_id
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.contract.conftest import dump
from tests.neo4j.running import neo4j_store, shared_server, wipe
from tests.strategies import Says, brief_of

pytestmark = pytest.mark.neo4j

REGISTRY = OutletRegistry([])


def play(scenario: Callable[[Connections], Awaitable[None]]) -> None:
    """Play on a prepared, empty database, which is put right again."""

    async def go() -> None:
        async with AsyncExitStack() as stack:
            store = await stack.enter_async_context(neo4j_store())
            assert not await store.has_stories()
            connections = Connections(neo4j_address(shared_server().address), timeout_ms=3_000)
            stack.push_async_callback(connections.close)
            stack.push_async_callback(connections.run, "MATCH (s:Store) SET s.schemaVersion = $version", version=schema_version())
            await scenario(connections)

    asyncio.run(go())


async def use(*, read_only: bool = False) -> bool:
    store = Neo4jStore.open(shared_server().address, read_only=read_only)
    try:
        return await store.has_stories()
    finally:
        await store.close()


def test_a_newer_graph_is_refused() -> None:
    async def scenario(connections: Connections) -> None:
        await connections.run("MATCH (s:Store) SET s.schemaVersion = 99")
        with pytest.raises(SchemaTooNew, match="99"):
            await use()

    play(scenario)


def test_a_database_of_something_else_is_refused() -> None:
    async def scenario(connections: Connections) -> None:
        await connections.run("MATCH (s:Store) DELETE s")
        await connections.run("CREATE (:Film {title: 'Drosk'})")
        try:
            with pytest.raises(StoreDamaged, match="something else"):
                await use()
        finally:
            await wipe(shared_server().address)
        with pytest.raises(StoreError, match="there is no graph at"):
            await use(read_only=True)
        assert not await use()

    play(scenario)


def test_a_store_for_reading_only_refuses_to_write() -> None:
    async def scenario(connections: Connections) -> None:
        store = Neo4jStore.open(shared_server().address, read_only=True)
        try:
            assert not await store.has_stories()
            with pytest.raises(StoreError, match="reading only"):
                await Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z").delete("st_1")
            with pytest.raises(StoreError, match="reading only"):
                await Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z").load([brief_of([Says("A fox.")])])
        finally:
            await store.close()

    play(scenario)


@pytest.mark.timeout(300)
def test_a_check_plans_every_file_and_names_what_is_missing() -> None:
    async def scenario(connections: Connections) -> None:
        store = Neo4jStore.open(shared_server().address)
        try:
            await connections.run("DROP INDEX alias_folded")
            (sentence,) = await store.check()  # and no other: every file is planned
            assert "alias_folded is missing" in sentence
            await connections.run(sentence.split("make it with: ")[1])
            await connections.run("CALL db.awaitIndexes(60)")
        finally:
            await store.close()

    play(scenario)


def test_an_address_with_routing() -> None:
    async def scenario(connections: Connections) -> None:
        store = Neo4jStore.open(shared_server().address.replace("bolt://", "neo4j://"))
        try:
            (receipt,) = await Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z").load([brief_of([Says("A fox.")])])
            assert [story async for story, _ in store.revisions()] == [receipt.story_id]
            assert await Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z").delete(receipt.story_id)
            assert not await store.has_stories()
        finally:
            await store.close()

    play(scenario)


def test_a_question_is_planned_before_its_time_runs() -> None:
    """Planning takes longer than running: once for each text, and again where an answer failed."""

    async def go() -> None:
        async with neo4j_store() as store:
            done: list[str] = []

            class Watched(Connections):
                async def plan(self, questions: Sequence[Question]) -> None:
                    done.append(f"plan {len(questions)}")
                    await super().plan(questions)

                async def read(self, questions: Sequence[Question], *, limited: bool = True) -> list[Any]:
                    done.append("read")
                    if done.count("read") == 3:
                        raise TimedOut("as if it had run too long")
                    return await super().read(questions, limited=limited)

            assert not await store.has_stories()
            await store._connections.close()
            store._connections = Watched(neo4j_address(shared_server().address), timeout_ms=3_000)
            executor = Executor(store)
            for text in ("{ stats { storyCount } }", "{ a: stats { storyCount } b: stats { factCount } }"):
                await executor.execute(GraphQLRequest(query=text))
            assert done == ["plan 1", "read", "plan 1", "read"]
            codes = [(await executor.execute(GraphQLRequest(query="{ stats { storyCount } }"))).code for _ in range(3)]
            assert codes == ["TIMED_OUT", None, None]
            assert done[4:] == ["read", "plan 1", "read", "read"]

    asyncio.run(go())


def test_every_relation_is_checked() -> None:
    assert {file for file, _ in every_root()} == set(fragments("cypher", "relations")) == set(fragments("sql", "relations"))


def test_values_longer_than_an_index_takes() -> None:
    long = "Żuraw fox 🦊 " * 1_000
    brief = brief_of(
        [Says(long, (long, "Lantern Post"))],
        [Says(long, (long[:9_000],), stance=1)],
        title=long,
        lead=long,
        listed=[long[:9_500]],
        questions=[(long, 0.25)],
        address=f"briefs.example/{'drosk' * 2_000}",
    )

    async def go() -> None:
        once = SqliteStore.open(":memory:", readers=1)
        try:
            async with neo4j_store() as store:
                for one in (store, once):
                    await Importer(one, REGISTRY, lambda: "2025-06-01T00:00:00Z").load([brief])
                assert await dump(store) == await dump(once)
        finally:
            await once.close()

    asyncio.run(go())


def test_what_another_process_decided_holds_at_the_next_write() -> None:
    """Each store keeps the log in memory, and sees when it is another one: also where a database was made anew."""
    brief = brief_of([Says("A fox.", ("Lantern Post",))])
    given, into = node_id("STORY", "address", "briefs.example/drosk"), node_id("STORY", "id", "other")
    merge = Decision(
        id=node_id("DECISION", "one"), kind=DecisionKind.MERGE_STORIES, at="2033-01-01T00:00:00Z", by="ann", reason=None,
        subjects=(given, into), effects=Effects(moved={given: into}),
    )  # fmt: skip

    async def scenario(connections: Connections) -> None:
        stores = [Neo4jStore.open(shared_server().address) for _ in range(2)]
        one, other = (Importer(store, REGISTRY, lambda: "2025-06-01T00:00:00Z") for store in stores)
        try:
            assert (await one.load([brief]))[0].story_id == given
            assert await other.decide([merge]) == 1
            assert (await one.load([brief]))[0] == Receipt(story_id=into, version=1, is_new=False)
            assert await one.decide([merge]) == 0
            assert await stores[0].decisions() == await stores[1].decisions() == [merge]
            assert await one.decide([replace(merge, undone_at=merge.at, undone_by="bo")]) == 1
            assert (await other.load([brief]))[0].story_id == given
            await wipe(shared_server().address)
            assert await other.decide([merge]) == 1
            assert (await one.load([brief]))[0].story_id == into
        finally:
            for store in stores:
                await store.close()

    play(scenario)
