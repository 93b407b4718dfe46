"""A statement that has run out of time has ended: its steps are counted, and its thread is free for the next one."""

import asyncio
from pathlib import Path
from typing import Any

import apsw
import pytest

from briefgraph.errors import TimedOut
from briefgraph.graph.sqlite.connections import OPS, Reader
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.graph.store import Call
from tests.graph.sqlite.test_store import RUNAWAY, Text, nothing, using

DEADLINE_S = 10
QUICK = Call(Text("SELECT count(*) FROM story"), {})
ENDLESS = Call(Text(RUNAWAY), {})


@pytest.mark.parametrize("calls", [[ENDLESS], [QUICK, ENDLESS]], ids=["alone", "in a snapshot"])
def test_what_is_late_ends_within_two_looks_at_the_clock(tmp_path: Path, calls: list[Call]) -> None:
    using(tmp_path / "b.db", nothing)
    reader = Reader(tmp_path / "b.db", timeout_ms=1_000)
    ended: list[dict[str, Any]] = []
    reader.connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, ended.append)
    try:
        with pytest.raises(TimedOut):
            reader.run(calls, 0)
        late = [event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"] for event in ended if event["sql"] == RUNAWAY]
        assert len(late) == 1
        assert late[0] <= 2 * OPS
        assert not reader.connection.in_transaction
        assert reader.run([QUICK], 1_000)[0] == ["0"]
    finally:
        reader.close()


def test_a_client_that_has_gone_leaves_no_work_beyond_the_limit(tmp_path: Path) -> None:
    async def scenario(store: SqliteStore) -> None:
        threads = store._readers.qsize()
        gone = [asyncio.ensure_future(store.answer([ENDLESS])) for _ in range(threads * 3)]
        await asyncio.sleep(0)  # each has its place in the queue
        for task in gone:
            task.cancel()
        async with asyncio.timeout(DEADLINE_S):
            await asyncio.gather(*gone, return_exceptions=True)
            assert all(task.cancelled() for task in gone)
            # Whoever asks next waits for what began before, and that ends by its limit.
            assert await store.answer([QUICK, QUICK]) == ["0", "0"]
            # Both connections are free again: each is waited for in a thread, as the store itself does.
            both = [await asyncio.to_thread(store._readers.get) for _ in range(threads)]
        for reader in both:
            store._readers.put(reader)

    using(tmp_path / "b.db", scenario, timeout_ms=60)
