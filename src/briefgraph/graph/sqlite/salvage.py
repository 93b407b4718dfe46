"""What can still be read of a damaged store: its ledger and its decisions, row by row.

The damaged file is only copied; all reading is of the copies. What is read is held to what it is named by: a version's
id and digest are hashes of its words, so that a flipped bit is a version that is lost, never one that says something else.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw

from briefgraph.brief_json import digest_of
from briefgraph.errors import BadInput, StoreDamaged
from briefgraph.graph.decisions import Decision, merged
from briefgraph.graph.ledger import revision_of
from briefgraph.graph.log import decision_of, from_line, to_line
from briefgraph.graph.queries import statements
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite.connections import APPLICATION, open_writer
from briefgraph.graph.sqlite.manifest import Manifest, Named, Received
from briefgraph.ids import node_id

PAGE = 4_096  # bytes; what every store is made with
ROWS_A_PAGE = 8  # of the ledger, at most: a row without its brief takes 500 bytes
SIZE_AT = slice(28, 32)  # where the header says how many pages there are
WAL = "-wal"
ORIGIN, ARRIVAL = 1, 5  # columns of the `salvage-revisions` question, after the key

Read = Callable[[tuple[Any, ...]], None]


@dataclass(slots=True)
class Salvaged:
    """What was read, and what is known to be lost."""

    rows: dict[str, tuple[Any, ...]] = field(default_factory=dict)  # of the ledger by id, as read: a fifth of the memory
    decisions: dict[str, Decision] = field(default_factory=dict)
    stories: dict[str, Received] = field(default_factory=dict)  # by their ids: each named by its own row
    named: Named = field(default_factory=Named)
    unreadable: int = 0  # rows that are there and say nothing, or something else than their names

    @property
    def lost(self) -> list[Received]:
        """The versions that the manifest names and that are not there."""
        return [one for id, one in self.named.received.items() if id not in self.rows]

    def ledger(self) -> Iterator[tuple[str, Revision]]:
        """The versions, each with its story, in the order in which `Importer.restore` keeps their numbers."""
        for row in sorted(self.rows.values(), key=lambda row: (row[ORIGIN], row[ARRIVAL])):
            revision = revision_of(row)
            yield revision.origin, revision


def salvage(path: Path, beside: Path) -> Salvaged:
    """Read what can be read of the store at `path`.

    Args:
        beside: a folder with room for two copies of it.

    Raises:
        StoreDamaged: nothing of a store can be read of it.
        OSError: it cannot be read at all, or not be copied.
    """
    found = Salvaged(named=Manifest(path).named())
    with TemporaryDirectory(prefix=".briefgraph-recover-", dir=beside) as folder:
        is_whole = _read_copy(path, Path(folder, "with"), found, with_log=True)
        # A log that is damaged, or another store's, covers pages that are well; without it older ones come to light.
        if (not is_whole or found.lost) and path.with_name(path.name + WAL).exists():
            current = set(found.rows)
            _read_copy(path, Path(folder, "without"), found, with_log=False)
            if found.named.received:  # else the log may have taken away what comes to light without it
                found.rows = {id: row for id, row in found.rows.items() if id in current or id in found.named.received}
    for id, decision in found.named.decided.items():
        known = found.decisions.get(id)
        found.decisions[id] = decision if known is None else merged(known, decision) or known
    if not found.rows and not found.decisions and not found.named.received and not is_whole:
        raise StoreDamaged(f"nothing of a briefgraph store can be read of {path}")
    return found


def _read_copy(path: Path, folder: Path, found: Salvaged, *, with_log: bool) -> bool:
    """Read from a copy; False where something of it could not be read."""
    folder.mkdir()
    copy = folder / "damaged.db"
    shutil.copyfile(path, copy)
    log = path.with_name(path.name + WAL)
    if with_log and log.exists():
        shutil.copyfile(log, copy.with_name(copy.name + WAL))
    with suppress(apsw.Error), _opened(copy) as connection:
        return _read_all(connection, copy, found)
    _graft(copy, folder / "fresh.db")
    with suppress(apsw.Error), _opened(copy) as connection:
        _read_all(connection, copy, found)
    return False


@contextmanager
def _opened(copy: Path) -> Iterator[apsw.Connection]:
    """The copy, open.

    Raises:
        apsw.Error: it is no store of ours, or its schema cannot be read.
    """
    connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        if connection.pragma("application_id") != APPLICATION:
            raise apsw.NotADBError("no briefgraph store")
        for name in ("salvage-revisions", "salvage-decisions", "salvage-stories"):  # are the tables known?
            connection.execute(f"EXPLAIN {statements('sql', 'questions')[name].text}", {"after": 0, "last": 0}).fetchall()
        yield connection
    finally:
        connection.close()


def _graft(copy: Path, fresh: Path) -> None:
    """Give a copy the schema's pages of a new store: they are the same in all that one set of schema files made."""
    connection = open_writer(fresh, timeout_ms=3_000)
    try:
        pages = [row[0] for row in connection.execute(statements("sql", "questions")["salvage-schema"].text)]
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    finally:
        connection.close()
    size = -(-copy.stat().st_size // PAGE)
    with copy.open("r+b") as into, fresh.open("rb") as whole:
        for page in pages:
            whole.seek((page - 1) * PAGE)
            content = bytearray(whole.read(PAGE))
            if page == 1:
                content[SIZE_AT] = size.to_bytes(4, "big")
            into.seek((page - 1) * PAGE)
            into.write(content)
        into.truncate(max(size, *pages) * PAGE)


def _read_all(connection: apsw.Connection, copy: Path, found: Salvaged) -> bool:
    """Read the three tables; False where a row of one could not be read.

    Without a log beside it the bound on keys is by the size of the file; rows that the log alone has are few.
    """
    log = copy.with_name(copy.name + WAL)
    size = copy.stat().st_size + (log.stat().st_size if log.exists() else 0)
    last = ROWS_A_PAGE * (size // PAGE + 1)
    before = found.unreadable

    def revision(row: tuple[Any, ...]) -> None:
        id, origin, *_, digest, text, brief = row
        if id != node_id("REVISION", origin, digest) or digest_of(brief, text) != digest:
            raise StoreDamaged(f"{id} is not what its name says")
        revision_of(row)
        found.rows.setdefault(id, row)

    def decision(row: tuple[Any, ...]) -> None:
        one = from_line(to_line(decision_of(row)))  # which looks whether it is one
        found.decisions.setdefault(one.id, one)

    def story(row: tuple[Any, ...]) -> None:
        id, title, address, recorded_at = row
        found.stories.setdefault(id, Received(revision=id, story=id, title=title, address=address, recorded_at=recorded_at))

    whole = [
        _walk(connection, "salvage-revisions", last, revision, found),
        _walk(connection, "salvage-decisions", last, decision, found),
        _walk(connection, "salvage-stories", last, story, found),
    ]
    return all(whole) and found.unreadable == before


def _walk(connection: apsw.Connection, name: str, last: int, read: Read, found: Salvaged) -> bool:
    """Read a table in the order of its keys; where a page cannot be read, go on at the next key behind it."""
    text = statements("sql", "questions")[name].text
    after, is_whole = 0, True
    while after < last:
        try:
            for key, *row in connection.execute(text, {"after": after, "last": last}):
                after = max(after, key)
                try:
                    read(tuple(row))
                except (StoreDamaged, BadInput, ValueError, KeyError, TypeError, AttributeError):
                    found.unreadable += 1
        except (apsw.Error, UnicodeDecodeError):
            is_whole = False
            after += 1
        else:
            break
    return is_whole
