"""A store with a little of everything, and its files as a crash leaves them: with a log that was not written back."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

import apsw

from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.manifest import SUFFIX
from briefgraph.ids import node_id
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.strategies import Says, brief_of

AT = "2033-01-01T00:00:00Z"
SUFFIXES = ("", "-wal", SUFFIX)
MERGED = (node_id("STORY", "address", "k.example/1"), node_id("STORY", "address", "k.example/0"))
MERGE = Decision(
    id=decision_id(DecisionKind.MERGE_STORIES, AT, "ann", MERGED), kind=DecisionKind.MERGE_STORIES, at=AT, by="ann",
    reason=None, subjects=MERGED, effects=Effects(moved={MERGED[0]: MERGED[1]}),
)  # fmt: skip


def importer(store: SqliteStore) -> Importer:
    return Importer(store, OutletRegistry([]), lambda: "2025-06-01T00:00:00Z")


async def load(store: SqliteStore, number: int, host: str = "k.example") -> None:
    """One brief in a transaction of its own; now and then one that is longer than a page."""
    says = [Says(f"Fact {number} of the dam near Drosk.", ("Harrow Wire", "Lantern Post"))] * (60 if number % 7 == 0 else 2)
    await importer(store).load([brief_of(says, address=f"{host}/{number}", title=f"The dam, day {number}")])


async def revisions(store: SqliteStore) -> dict[str, Revision]:
    """The ledger, by id."""
    return {revision.id: revision async for _, revision in store.revisions()}


async def dump(store: SqliteStore) -> list[str]:
    return [line async for line in store.dump(recorded=True)]


@dataclass(frozen=True)
class World:
    """Files of a store that was killed, what it had acknowledged, and how long its log was then."""

    folder: Path
    revisions: dict[str, Revision]
    ends: tuple[tuple[int, str], ...]  # bytes of the log at an acknowledgement, and the version that it was of
    dump: list[str]

    def copy(self, to: Path) -> Path:
        """The files once more, under `to`."""
        for suffix in SUFFIXES:
            if (source := self.folder / f"g.db{suffix}").exists():
                shutil.copyfile(source, to.with_name(to.name + suffix))
        return to


def make(folder: Path, stories: int, *, host: str = "k.example", is_closed: bool = False) -> World:
    """A store of that many stories, all but the first ten in its log, unless it is closed."""

    async def go() -> World:
        live = folder / "live.db"
        store = SqliteStore.open(live, readers=1)
        connection = store._connection
        assert connection is not None
        connection.wal_autocheckpoint(0)
        log = live.with_name("live.db-wal")
        known: set[str] = set()
        ends: list[tuple[int, str]] = []
        for number in range(stories):
            await load(store, number, host)
            if number == 10:
                await importer(store).decide([MERGE])
                connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            (new,) = (await revisions(store)).keys() - known
            known.add(new)
            ends.append((log.stat().st_size, new))
        if is_closed:
            found, lines = await revisions(store), await dump(store)
            await store.close()
        for suffix in SUFFIXES:
            if (source := folder / f"live.db{suffix}").exists():
                shutil.copyfile(source, folder / f"g.db{suffix}")
        if not is_closed:
            found, lines = await revisions(store), await dump(store)
            await store.close()
        return World(folder, found, tuple(ends), lines)

    return asyncio.run(go())
