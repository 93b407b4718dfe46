"""Pairs of outlets that back the same claims change by who joins or leaves a claim, not by who is there."""

import asyncio

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.ingest import story_id
from tests.graph.sqlite.test_write import assert_kept, importer
from tests.strategies import Says, brief_of

BACKERS = 60
SAID = "The dam near Drosk holds."


def paired(store: SqliteStore) -> int:
    """How many pairs the last write looked at."""
    connection = store._connection
    assert connection is not None
    return len(connection.execute("SELECT outlet FROM temp.co_backing_tally").fetchall())


def test_only_outlets_that_join_or_leave_a_claim_are_paired() -> None:
    many = brief_of([Says(SAID, tuple(f"Outlet {number}" for number in range(BACKERS)))], address="a.example/1")
    again = brief_of([Says(SAID, ("Outlet 1", "Outlet 2"))], address="a.example/2")
    one_more = brief_of([Says(SAID, ("Outlet 1", "Harrow Wire"))], address="a.example/3")

    async def scenario() -> list[int]:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            found = []
            for brief in (many, again, one_more):
                await importer(store).load([brief])
                found.append(paired(store))
            await store.delete(story_id(one_more), importer(store))
            found.append(paired(store))
            assert_kept(store)
            await store.delete(story_id(again), importer(store))
            found.append(paired(store))
            assert_kept(store)
            return found
        finally:
            await store.close()

    both_ways = 2 * BACKERS
    assert asyncio.run(scenario()) == [BACKERS * (BACKERS - 1), 0, both_ways, both_ways, 0]
