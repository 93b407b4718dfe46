"""Incremental equals recomputed, and a fault at any statement changes nothing."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgraph.brief import Brief
from briefgraph.errors import StoreError
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.ingest import Importer, story_id
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import Entry
from tests.graph.sqlite.recompute import recomputed, stored, words_found
from tests.strategies import Says, brief_of, loads

KNOWN = OutletRegistry(
    [
        Entry(
            key="bramble-courier",
            name="The Bramble Courier",
            owner="Bramble Holdings",
            names=("Bramble Courier",),
        ),
        Entry(key="lantern-post", name="Lantern Post", owner="Bramble Holdings", names=("Lantern Post",)),
        Entry(key="quill-anchor", name="Quill & Anchor", owner="Quill Trust", names=("Quill & Anchor",)),
    ]
)
NEW_OWNER = OutletRegistry(
    [
        Entry(
            key="bramble-courier", name="The Bramble Courier", owner="Quill Trust", names=("Bramble Courier",)
        )
    ]
)


def importer(store: SqliteStore, registry: OutletRegistry = KNOWN) -> Importer:
    return Importer(store, registry, lambda: "2025-06-01T00:00:00Z")


def assert_kept(store: SqliteStore) -> None:
    expected, texts = recomputed(store.path)
    found = stored(store.path)
    for name, rows in expected.items():
        assert found[name] == rows, name
    assert words_found(store.path, texts)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), briefs=loads(8))
def test_incremental_equals_recomputed(data: st.DataObject, briefs: list[Brief]) -> None:
    async def scenario() -> None:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            for start in range(0, len(briefs), 2):
                await importer(store).load(briefs[start : start + 2])
                assert_kept(store)
                if data.draw(st.integers(0, 3)) == 0:
                    await store.delete(story_id(data.draw(st.sampled_from(briefs))), importer(store))
                    assert_kept(store)
            await importer(store, NEW_OWNER).load(
                [brief_of([Says("A new fact.", ("Bramble Courier",))], address="n.example/1")]
            )
            assert_kept(store)
            assert await store.check() == []
        finally:
            await store.close()

    asyncio.run(scenario())


class Fault(Exception):
    """Raised in place of the nth statement."""


def test_a_fault_at_any_statement_changes_nothing() -> None:
    first = [
        brief_of(
            [Says("One fact.", ("Bramble Courier", "Harrow Wire"))],
            title=f"Story {i}",
            address=f"a.example/{i}",
        )
        for i in range(2)
    ]
    second = [
        brief_of(
            [Says("One fact.", ("Lantern Post",)), Says("Tomas Brekke left.", ("Harrow Wire",))],
            [Says("Tomas Brekke is right.", ("Lantern Post",))],
            address="a.example/1",
            published_at="2024-05-01T00:00:00Z",
        ),
        brief_of([Says("Third.", ("Lantern Post",))], address="a.example/9"),
    ]

    async def scenario() -> int:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            await importer(store).load(first)
            before = await _dump(store)
            connection = store._connection
            assert connection is not None
            failed = 0
            while True:
                left = failed

                def trace(_cursor: Any, _sql: str, _values: Any) -> bool:
                    nonlocal left
                    left -= 1
                    if left < 0:
                        connection.exec_trace = None
                        raise Fault
                    return True

                connection.exec_trace = trace
                try:
                    await importer(store).load(second)
                except Fault:
                    failed += 1
                    assert await _dump(store) == before
                    assert_kept(store)
                else:
                    break
                finally:
                    connection.exec_trace = None
            assert_kept(store)
            assert await _dump(store) != before
            return failed
        finally:
            await store.close()

    assert asyncio.run(scenario()) > 100


async def _dump(store: SqliteStore) -> list[str]:
    return [line async for line in store.dump(recorded=True)]


def test_a_full_disk_is_said_and_changes_nothing(tmp_path: Path) -> None:
    async def scenario() -> None:
        store = SqliteStore.open(tmp_path / "b.db", readers=1)
        try:
            await importer(store).load([brief_of([Says("One fact.", ("Harrow Wire",))])])
            before = await _dump(store)
            connection = store._connection
            assert connection is not None
            connection.pragma("max_page_count", connection.pragma("page_count"))
            many: Sequence[Brief] = [
                brief_of([Says(f"Fact {i} of many. " * 9, ("Harrow Wire",))], address=f"m.example/{i}")
                for i in range(99)
            ]
            with pytest.raises(StoreError, match="is the disk full"):
                await importer(store).load(many)
            assert await _dump(store) == before
            connection.pragma("max_page_count", 1_000_000)
            assert all(receipt.is_new for receipt in await importer(store).load(many))
            assert_kept(store)
        finally:
            await store.close()

    asyncio.run(scenario())
