"""A copy of a store of one moment, while it is read and written: SQLite's online backup.

The source's connection holds one snapshot from the first page to the last. So a load that goes on meanwhile neither
shows in the copy nor makes it begin again, as it would between the steps of a backup without one.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

import apsw

from briefgraph.disk import sync_folder
from briefgraph.errors import StoreDamaged, StoreError
from briefgraph.graph.queries import statements
from briefgraph.graph.sqlite.connections import engine_errors, open_reader, schema_version, stored_version
from briefgraph.graph.sqlite.manifest import SUFFIX

STEP = 2_048  # pages, 8 MB, between two looks at how far it is
Progress = Callable[[int, int], None]  # pages done, pages there are


@contextmanager
def in_place_of(target: Path, *, replace: bool) -> Iterator[Path]:
    """A new file that takes the place of `target` at the end, whole and on the disk, or leaves nothing behind.

    Raises:
        StoreError: there is a file already, and it is not to be replaced; or the folder cannot be written to.
        OSError: there is no room.
    """
    if target.exists() and not replace:
        raise StoreError(f"{target} is there already; give another name")
    log = target.with_name(target.name + "-wal")
    if log.exists() and log.stat().st_size:  # it would be taken for the new file's
        raise StoreError(f"{log} is there: a store of this name is open, or was not closed; give another name")
    try:
        handle, name = mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise StoreError(f"{target} cannot be made: {error.strerror}; give a file in a folder that can be written to") from error
    part = Path(name)
    try:
        yield part
        os.fsync(handle)
        os.replace(part, target)
        sync_folder(target.parent)
    finally:
        os.close(handle)
        for suffix in ("", "-wal", "-shm", "-journal", SUFFIX):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def back_up(source: Path, target: Path, progress: Progress, *, timeout_ms: int) -> None:
    """Copy the store at `source` into the empty file `target`.

    Raises:
        StoreError: the source cannot be read, or the target not be written.
    """
    with engine_errors(source):
        reading = open_reader(source, timeout_ms=timeout_ms)
        try:
            reading.execute("BEGIN")
            reading.execute(statements("sql", "questions")["has-stories"].text).fetchall()  # from here on one state is read
            with engine_errors(target):
                _copy(reading, target, progress)
        finally:
            reading.close()


def _copy(reading: apsw.Connection, target: Path, progress: Progress) -> None:
    writing = apsw.Connection(str(target))
    try:
        with writing.backup("main", reading, "main") as backup:
            while not backup.done:
                backup.step(STEP)
                progress(backup.page_count - backup.remaining, backup.page_count)
        writing.pragma("journal_mode", "delete")  # one file, without a log beside it
    finally:
        writing.close()


def verify(path: Path) -> int:
    """Look through a copy as `doctor` does; gives how many versions of stories it has.

    Raises:
        StoreError: it is damaged, or no store.
    """
    with engine_errors(path):
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            version = stored_version(connection, path)
            found = [row[0] for row in connection.execute("PRAGMA quick_check")]
            if found != ["ok"] or not 0 < version <= schema_version():
                raise StoreDamaged(f"the copy is damaged ({found[0]}), so the store is; `briefgraph doctor` looks at it")
            return sum(1 for _ in connection.execute(statements("sql", "questions")["manifest-revisions"].text))
        finally:
            connection.close()
