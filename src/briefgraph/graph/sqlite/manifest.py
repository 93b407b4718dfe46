"""The manifest: a file beside the store that names what the store received, so that a loss can be named.

`graph.db-manifest` has a JSON object a line: a version of a story that was committed, one that was taken away, or a
decision, whole. A line is on the disk before the write is acknowledged. SQLite drops what follows a damaged frame of its log
without a word, and an older copy put in the store's place looks whole: only what is kept outside tells.

A removal is written before its commit and all else after it. So nothing is named that the store never had, or has
given up; a process killed in between leaves lines out, and the next one to open the store adds them.
"""

import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import apsw
import orjson

from briefgraph.disk import sync
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, merged
from briefgraph.graph.log import decision_of, from_line, to_line
from briefgraph.graph.queries import statements
from briefgraph.graph.record import Revision

if sys.platform != "win32":
    import fcntl

log = logging.getLogger("briefgraph.store")

SUFFIX = "-manifest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What the manifest says of one version of a story."""

    revision: str
    story: str  # the id of the story that it told when it came
    title: str
    address: str | None
    recorded_at: str

    def __str__(self) -> str:
        where = "" if self.address is None else f" ({self.address})"
        return f"{self.title}{where}, received {self.recorded_at}: {self.revision}"


def received(revision: Revision) -> Received:
    """What the manifest says of a revision."""
    brief = revision.brief
    return Received(
        revision=revision.id,
        story=revision.origin,
        title=brief.title,
        address=brief.address,
        recorded_at=revision.recorded_at,
    )


@dataclass(slots=True)
class Named:
    """All that a manifest names: versions of stories by id, and decisions by id; removed ones are not among them."""

    received: dict[str, Received] = field(default_factory=dict)
    decided: dict[str, Decision] = field(default_factory=dict)
    has_removed: bool = False

    def read(self, line: bytes) -> None:
        """Take in one line. One that was torn by a power cut, or damaged, says nothing."""
        try:
            said: dict[str, Any] = orjson.loads(line)
            if "removed" in said:
                self.has_removed = True
                for id in said["removed"]:
                    self.received.pop(id, None)
            elif "decided" in said:
                self._decide(from_line(orjson.dumps(said["decided"])))
            else:
                one = Received(**said)
                self.received[one.revision] = one
        except (orjson.JSONDecodeError, TypeError, BadInput):
            return

    def _decide(self, decision: Decision) -> None:
        known = self.decided.get(decision.id)
        self.decided[decision.id] = decision if known is None else merged(known, decision) or decision


@dataclass(frozen=True, slots=True)
class Compared:
    """A manifest beside its store: what only it names, and what only the store has."""

    lost: tuple[Received, ...]
    undecided: tuple[Decision, ...]
    unnamed: tuple[Received, ...]
    unnamed_decisions: tuple[Decision, ...]
    has_removed: bool  # whether lines of it are of no more use


class Manifest:
    """The manifest of one store. Any number of processes may add to one file."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + SUFFIX)
        self._is_behind = False  # whether something that was committed could not be named

    def named(self) -> Named:
        """What it names; nothing where there is none.

        Raises:
            OSError: it cannot be read.
        """
        found = Named()
        try:
            with self.path.open("rb") as file:
                for line in file:
                    found.read(line)
        except FileNotFoundError:
            pass
        return found

    def compare(self, connection: apsw.Connection) -> Compared:
        """Compare it with the store, by id: 0.5 s for 100,000 versions.

        Raises:
            OSError: it cannot be read.
            apsw.Error: the store cannot.
        """
        # In this order: what another process commits meanwhile is in the store before it is named here.
        named = self.named()
        question = statements("sql", "questions")
        kept = {id for (id,) in connection.execute(question["manifest-revisions"].text)}
        logged = {one.id: one for one in map(decision_of, connection.execute(question["decisions"].text))}
        absent = [one for id, one in named.received.items() if id not in kept]
        if absent:  # or taken away meanwhile
            still = self.named().received
            absent = [one for one in absent if one.revision in still]
        name = question["manifest-revision"].text
        unnamed = [connection.execute(name, {"id": id}).fetchall() for id in sorted(kept - named.received.keys())]
        return Compared(
            lost=tuple(absent),
            undecided=tuple(one for id, one in named.decided.items() if id not in logged or logged[id].stands > one.stands),
            unnamed=tuple(_named(row) for rows in unnamed for row in rows),
            unnamed_decisions=tuple(one for id, one in logged.items() if named.decided.get(id) != one),
            has_removed=named.has_removed,
        )

    def reconcile(self, connection: apsw.Connection) -> None:
        """Name what the store has and the manifest does not; log what the store has lost.

        Where the manifest cannot be read or written, that is logged, and tried again with the next write.

        Raises:
            apsw.Error: the store cannot be read.
        """
        try:
            self._reconcile(connection)
            self._is_behind = False
        except OSError as error:
            self._put_off(error)

    def _reconcile(self, connection: apsw.Connection) -> None:
        found = self.compare(connection)
        self.add(found.unnamed, found.unnamed_decisions)
        if found.has_removed:
            self.tidy()
        if found.lost or found.undecided:
            log.error(
                "the store lacks %d versions of stories and %d decisions that it had, by %s; `briefgraph doctor` lists them",
                len(found.lost), len(found.undecided), self.path,
            )  # fmt: skip

    def name(self, connection: apsw.Connection, revisions: Sequence[Revision], decisions: Sequence[Decision]) -> None:
        """Name what was committed; where there is no room for it, later, with what is committed next.

        It is committed all the same: to say that it failed would be wrong, and would refuse all that comes after.

        Raises:
            apsw.Error: the store cannot be read, where that is needed to catch up.
        """
        if self._is_behind:
            self.reconcile(connection)
            return
        try:
            self.add(map(received, revisions), decisions)
        except OSError as error:
            self._put_off(error)

    def _put_off(self, error: OSError) -> None:
        self._is_behind = True
        log.warning("%s cannot be written now (%s); the store has what it is to name", self.path, error)

    def add(self, revisions: Iterable[Received] = (), decisions: Iterable[Decision] = ()) -> None:
        """Name what was committed.

        Raises:
            OSError: it cannot be written, for want of room, say.
        """
        self._append([*map(_line, revisions), *(_decided(decision) for decision in decisions)])

    def remove(self, revisions: Sequence[str]) -> None:
        """Name versions no longer.

        Raises:
            OSError: as `add`.
        """
        if revisions:
            self._append([orjson.dumps({"removed": revisions}, option=orjson.OPT_APPEND_NEWLINE)])

    def tidy(self) -> None:
        """Write the file anew without what was removed: whoever deletes a story wants its title gone, too.

        Raises:
            OSError: as `add`.
        """
        with self._locked():
            named = self.named()
            part = self.path.with_name(self.path.name + ".part")
            try:
                with part.open("wb") as file:
                    file.writelines(map(_line, named.received.values()))
                    file.writelines(map(_decided, named.decided.values()))
                    sync(file)
                part.replace(self.path)
            except OSError:
                part.unlink(missing_ok=True)
                raise

    def _append(self, lines: Sequence[bytes]) -> None:
        if not lines:
            return
        with self._locked() as file:
            # What a full disk or a power cut tore off ends here, and takes no line with it.
            is_torn = file.seek(0, os.SEEK_END) > 0 and os.pread(file.fileno(), 1, file.tell() - 1) != b"\n"
            file.write(b"\n" * is_torn + b"".join(lines))
            sync(file)

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        """The file, for this process alone, and still the one at its path: `tidy` puts another there."""
        while True:
            with self.path.open("ab+") as file:
                if sys.platform != "win32":
                    fcntl.flock(file, fcntl.LOCK_EX)
                if is_same(os.fstat(file.fileno()), self.path):
                    yield file
                    return


def _named(row: Sequence[Any]) -> Received:
    """A row of the `manifest-revision` question."""
    revision, story, title, address, recorded_at = row
    return Received(revision=revision, story=story, title=title, address=address, recorded_at=recorded_at)


def _line(one: Received) -> bytes:
    return orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE)


def _decided(decision: Decision) -> bytes:
    return orjson.dumps({"decided": orjson.Fragment(to_line(decision).strip())}, option=orjson.OPT_APPEND_NEWLINE)


def is_same(known: os.stat_result, path: Path) -> bool:
    """Whether the file at a path is still the one that was known."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return (found.st_dev, found.st_ino) == (known.st_dev, known.st_ino)
