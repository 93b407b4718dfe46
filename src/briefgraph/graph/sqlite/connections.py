"""Connections: how each is opened, what a reader may do, and what SQLite's errors mean here.

A writer loses nothing that it has acknowledged, to kill -9 or to a power cut (WAL, synchronous FULL).
A reader cannot write: the file is opened read-only, and its authorizer refuses all but reading.
"""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import apsw
import orjson

from briefgraph import ids
from briefgraph.errors import EngineDown, SchemaTooNew, StoreDamaged, StoreError, TimedOut
from briefgraph.graph.excerpt import excerpt
from briefgraph.graph.store import Call
from briefgraph.resources import resource, resources

APPLICATION = 0x62726667  # "brfg": tells a briefgraph store from any other SQLite file
STATEMENTS = 512  # kept prepared by a connection: the most that apsw allows (each below 16 kB of text)
OPS = 20_000  # between two looks at the clock; a look a 20,000 operations has no measurable cost
WRITER_CACHE_KIB = 64_000
READER_CACHE_KIB = 16_000
OLDEST_KEPT = 2  # stores of an older schema hold no claims across stories, and are not brought up to date
WAY_OUT = "`briefgraph recover {path} NEW` saves what can be read of it into a new file"
LOG_PAGES = 8_192  # of write-ahead log, 32 MB, are written back at once: 200 briefs make up to 24 MB
LOG_BYTES = LOG_PAGES * 4_096  # kept of the log once it is empty; without a limit one grew to 174 MB
ALLOWED = {apsw.SQLITE_SELECT, apsw.SQLITE_FUNCTION, apsw.SQLITE_RECURSIVE, apsw.SQLITE_TRANSACTION}


@cache
def prepare_process() -> None:
    """Turn off SQLite's count of allocated memory, once a process, before its first connection.

    Its mutex is global: with it two reading threads are slower than one, without it twice as fast.
    Where another part of the process has connections open already, that setting stays as it is.
    """
    if apsw.connections():
        return
    apsw.shutdown()
    try:
        apsw.config(apsw.SQLITE_CONFIG_MEMSTATUS, False)
    finally:
        apsw.initialize()


@contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's errors as this project's, with a sentence on what happened and what to do."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise EngineDown(f"{path} is locked by another writer; try again when it has finished") from error
    except apsw.InterruptError as error:
        raise TimedOut("the statement ran longer than its limit and was stopped; ask for less") from error
    except (apsw.NotADBError, apsw.CorruptError, UnicodeDecodeError, orjson.JSONDecodeError) as error:
        raise StoreDamaged(f"{path} is no briefgraph store, or it is damaged ({error}); {WAY_OUT.format(path=path)}") from error
    except apsw.CantOpenError as error:
        raise StoreError(
            f"{path} cannot be opened: is its folder there, and may it be written to?"
        ) from error
    except (apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise StoreError(
            f"{path} cannot be written to ({error}); give a file in a folder that can"
        ) from error
    except (apsw.FullError, apsw.IOError, OSError) as error:
        raise StoreError(
            f"{path} cannot be read or written ({error}): is the disk full? Nothing was changed"
        ) from error
    except (apsw.NoMemError, MemoryError) as error:
        raise StoreError(f"there was no memory left for {path}; nothing was changed") from error
    except (apsw.SQLError, apsw.ConstraintError, apsw.MismatchError) as error:
        # What damage looks like where the pages are whole and their content is not: a table missing, JSON that is none.
        raise StoreError(f"{path}: {error}; `briefgraph doctor` says whether it is damaged") from error


def _open(path: Path | str, flags: int, timeout_ms: int) -> apsw.Connection:
    prepare_process()
    connection = apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS)
    # Before the first statement: with STAT4 every bind prepares anew (158, not 37 us a story).
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
    connection.set_busy_timeout(timeout_ms)
    return connection


def open_reader(path: Path, *, timeout_ms: int) -> apsw.Connection:
    """Open a store that is there for reading, on a file or in a folder that cannot be written to as well.

    Raises:
        apsw.Error: it cannot be opened or read.
        StoreError: as `stored_version`.
    """
    connection = _open(path, apsw.SQLITE_OPEN_READONLY, timeout_ms)
    try:
        stored_version(connection, path)
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection.close()
        log = path.with_name(path.name + "-wal")
        if os.access(path.parent, os.W_OK) or not path.exists() or (log.exists() and log.stat().st_size):
            raise
        # Readers have to write to the index of the log. Without a log there is none, and nobody who writes here.
        return _open(f"{path.absolute().as_uri()}?immutable=1", apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI, timeout_ms)
    except BaseException:
        connection.close()
        raise
    return connection


def schema_version() -> int:
    """The version that this briefgraph reads and writes: the number of its last schema file."""
    return _number(resources("sql/schema", ".sql")[-1])


def _number(path: str) -> int:
    return int(path.rsplit("/", 1)[-1].split("-", 1)[0])


def open_writer(path: Path, *, timeout_ms: int, durable: bool = True) -> apsw.Connection:
    """Open a store for writing; a file that is not there, or is empty, becomes a store.

    Raises:
        SchemaTooNew: a newer briefgraph wrote it.
        StoreDamaged: it is damaged, or something else than a briefgraph store.
        StoreError: it cannot be opened for writing.
        EngineDown: another process kept it locked for longer than `timeout_ms`.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    with engine_errors(path):
        connection = _open(path, flags, timeout_ms)
        try:
            version = stored_version(connection, path)
            _use_wal(connection, timeout_ms)
            connection.pragma("synchronous", "FULL" if durable else "OFF")
            connection.pragma("journal_size_limit", LOG_BYTES)
            connection.pragma("wal_autocheckpoint", LOG_PAGES)
            connection.pragma("temp_store", "MEMORY")
            connection.pragma("cache_size", -WRITER_CACHE_KIB)
            connection.pragma("foreign_keys", False)
            if version < schema_version():
                _migrate(connection, path)
            connection.create_scalar_function("fold_name", _fold_name, 1, deterministic=True)
        except BaseException:
            connection.close()
            raise
        return connection


def stored_version(connection: apsw.Connection, path: Path) -> int:
    """The schema version that a file was written with; 0 for an empty file."""
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    if application != APPLICATION:
        if application or version or connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall():
            raise StoreDamaged(
                f"{path} is an SQLite file of something else than briefgraph; give another file"
            )
        return 0
    if version < OLDEST_KEPT:
        raise StoreError(
            f"{path} has schema version {version}, from before the first release; load its briefs into a new file"
        )
    if version > schema_version():
        raise SchemaTooNew(
            f"{path} has schema version {version}, and this briefgraph knows up to {schema_version()}; "
            "use the newer briefgraph that wrote it"
        )
    return int(version)


def _use_wal(connection: apsw.Connection, timeout_ms: int) -> None:
    # The busy handler is not asked on this change: two processes that make one file at once meet here.
    limit = time.monotonic() + timeout_ms / 1000
    while True:
        try:
            connection.pragma("journal_mode", "wal")
        except apsw.BusyError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.005)
        else:
            return


def _migrate(connection: apsw.Connection, path: Path) -> None:
    """Bring a store to this schema version in one transaction; whoever comes second finds it done."""
    with transaction(connection):
        version = stored_version(connection, path)
        for name in resources("sql/schema", ".sql"):
            if _number(name) > version:
                connection.execute(resource(name).read_text("utf-8"))
        connection.pragma("application_id", APPLICATION)
        connection.pragma("user_version", schema_version())


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All of it or none: the write lock is taken at once, so that nothing read inside grows stale."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _fold_name(*values: Any) -> str:
    return ids.fold_name(values[0])


def _excerpt(*values: Any) -> str:
    return excerpt(values[0], values[1])


def _may_read(
    action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None
) -> int:
    if action in ALLOWED:
        return apsw.SQLITE_OK
    if action == apsw.SQLITE_READ and first is not None and not first.startswith("sqlite_"):
        return apsw.SQLITE_OK
    if action == apsw.SQLITE_PRAGMA and first == "data_version" and second is None:
        return apsw.SQLITE_OK  # full-text search asks whether the file has changed
    return apsw.SQLITE_DENY


class Reader:
    """One reading connection, for one caller at a time.

    Raises, on opening, what `open_writer` raises; a store that is not there is a StoreError.
    """

    def __init__(self, path: Path, *, timeout_ms: int) -> None:
        self._path = path
        self._limit = float("inf")
        with engine_errors(path):
            connection = open_reader(path, timeout_ms=timeout_ms)
            try:
                if stored_version(connection, path) < schema_version():
                    raise StoreError(
                        f"{path} has an older schema; open it for writing once to bring it up to date"
                    )
                connection.pragma("query_only", True)
                connection.pragma("cache_size", -READER_CACHE_KIB)
                connection.create_scalar_function("excerpt", _excerpt, 2, deterministic=True)
                connection.authorizer = _may_read
                connection.set_progress_handler(self._is_late, OPS)
            except BaseException:
                connection.close()
                raise
        self.connection = connection

    def _is_late(self) -> bool:
        return time.monotonic() > self._limit

    def run(self, calls: Sequence[Call], limit_ms: float) -> tuple[list[str], list[float]]:
        """Each statement's JSON text, all from one snapshot, and how many milliseconds each took.

        Raises:
            TimedOut: together they took longer than `limit_ms`.
        """
        answers, times = [], []
        with engine_errors(self._path), self.snapshot(many=len(calls) > 1):
            start = time.monotonic()
            self._limit = start + limit_ms / 1000
            for call in calls:
                rows = self.connection.execute(call.statement.text, call.values).fetchall()
                answers.append(str(rows[0][0]))
                end = time.monotonic()
                times.append((end - start) * 1000)
                start = end
        return answers, times

    def rows(self, text: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a look-up of our own, which is quick and has no limit; nor is the last run's left over."""
        self._limit = float("inf")
        with engine_errors(self._path):
            return self.connection.execute(text, values).fetchall()

    @contextmanager
    def snapshot(self, *, many: bool = True) -> Iterator[None]:
        """All statements inside read one state of the graph. One statement is one anyway."""
        if not many:
            yield
            return
        self._limit = float("inf")
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self._limit = float("inf")  # or a time limit that has run out would stop this, too
            self.connection.execute("COMMIT")

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()
