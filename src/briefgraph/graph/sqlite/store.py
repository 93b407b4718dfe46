"""The store on SQLite: one writer in a thread of its own, readers on the loop and in a thread a core.

A statement is run on the event loop while it is known to be quick, since a thread costs 0.1 ms and
many statements cost less; all others run in threads, so that no question holds up another.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import apsw

from briefgraph.errors import StoreError, TimedOut
from briefgraph.graph.decisions import Decision
from briefgraph.graph.ledger import revision_of
from briefgraph.graph.log import decision_of
from briefgraph.graph.measures import Analysis, Network, network_of
from briefgraph.graph.plan import Root
from briefgraph.graph.queries import statements
from briefgraph.graph.record import Revision
from briefgraph.graph.sql import SqlStatement, print_root
from briefgraph.graph.sqlite.check import looked_through, unprepared
from briefgraph.graph.sqlite.connections import LOG_BYTES, Reader, engine_errors, open_writer
from briefgraph.graph.sqlite.dump import dump_lines
from briefgraph.graph.sqlite.explain import explained
from briefgraph.graph.sqlite.manifest import Manifest, is_same
from briefgraph.graph.sqlite.write import Writer
from briefgraph.graph.store import INGESTED_MOST, Arrival, Call, Ingested, Receipt, Resolver, ingested_of

MEMORY = ":memory:"
INLINE_MS = 0.5  # statements that are known to take less together run on the event loop
SURPRISE_MS = 25.0  # one that turns out to take longer there is stopped, and run in a thread instead
REMEMBERED = 4_096  # statements whose time is known
CHUNK = 512  # rows that a stream fetches at a time

Value = TypeVar("Value")


class SqliteStore:
    """A graph in one SQLite file; see `Store` for the promises. For one event loop at a time.

    Several processes may have one file open: readers go on while one writes, and writers take turns.
    """

    def __init__(
        self,
        path: Path,
        *,
        readers: int,
        read_only: bool,
        timeout_ms: int,
        temporary: TemporaryDirectory[str] | None,
    ) -> None:
        """Use `open`."""
        self.path = path
        self._temporary = temporary
        self._timeout_ms = timeout_ms
        self._means: dict[str, float] = {}
        self._waiting = 0
        self._connection = None
        self._writer = None
        self._manifest = None if temporary is not None else Manifest(path)
        if not read_only:
            self._connection = open_writer(path, timeout_ms=timeout_ms, durable=temporary is None)
            try:
                self._writer = self._make_writer(self._connection)
            except BaseException:
                self._connection.close()
                raise
        self._inline = Reader(path, timeout_ms=timeout_ms)
        self._known = os.stat(path)
        self._readers: SimpleQueue[Reader] = SimpleQueue()
        for _ in range(readers):
            self._readers.put(Reader(path, timeout_ms=timeout_ms))
        self._reading = ThreadPoolExecutor(readers, thread_name_prefix="briefgraph-read")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="briefgraph-write")

    def _make_writer(self, connection: apsw.Connection) -> Writer:
        with engine_errors(self.path):
            writer = Writer(connection, self._manifest)
            if self._manifest is not None:
                self._manifest.reconcile(connection)
            return writer

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        readers: int | None = None,
        read_only: bool = False,
        timeout_ms: int = 3_000,
    ) -> "SqliteStore":
        """Open the store at `path`; a file that is not there becomes an empty one, unless `read_only`.

        Args:
            path: `:memory:` is a store that is gone when it is closed.
            readers: threads that answer questions; one a core by default.
            timeout_ms: the longest that questions may take, and that a write waits for another one.

        Raises:
            SchemaTooNew: a newer briefgraph wrote it.
            StoreDamaged: it is damaged, or something else than a briefgraph store.
            StoreError: it cannot be opened, or has to be brought up to date first.
            EngineDown: another process kept it locked.
        """
        temporary = TemporaryDirectory(prefix="briefgraph-") if str(path) == MEMORY else None
        return cls(
            Path(temporary.name, "briefgraph.db") if temporary else Path(path),
            readers=readers or os.cpu_count() or 1,
            read_only=read_only,
            timeout_ms=timeout_ms,
            temporary=temporary,
        )

    # --- writing -----------------------------------------------------------------------------

    async def write(self, arrivals: Sequence[Arrival], resolver: Resolver) -> list[Receipt]:
        """As `Store.write`. An answer means that the briefs are on the disk."""
        return await self._write(lambda writer: writer.write(arrivals, resolver))

    async def delete(self, story_id: str, resolver: Resolver) -> bool:
        """As `Store.delete`."""
        return await self._write(lambda writer: writer.delete(story_id, resolver))

    async def decide(self, decisions: Sequence[Decision], resolver: Resolver) -> int:
        """As `Store.decide`. An answer means that the decisions are on the disk."""
        return await self._write(lambda writer: writer.decide(decisions, resolver))

    async def decisions(self) -> list[Decision]:
        """As `Store.decisions`."""
        question = statements("sql", "questions")["decisions"].text
        return [entry async for entry in self._stream(lambda connection: map(decision_of, connection.execute(question)))]

    async def network(self) -> Network:
        """As `Store.network`."""
        changes, network = (statements("sql", "questions")[name].text for name in ("changes", "network"))
        known = [row[0] async for row in self._stream(lambda connection: connection.execute(changes))]
        rows = [row async for row in self._stream(lambda connection: connection.execute(network))]
        return network_of(rows, known[0])

    async def measure(self, analysis: Analysis) -> None:
        """As `Store.measure`."""
        await self._write(lambda writer: writer.measure(analysis))

    async def _write(self, work: Callable[[Writer], Value]) -> Value:
        if self._writer is None:
            raise StoreError(f"{self.path} is open for reading only; open it for writing")
        writer = self._writer

        def run() -> Value:
            try:
                self._assert_there()
                with engine_errors(self.path):
                    done = work(writer)
                # Only what is in the file that is there is acknowledged.
                self._assert_there()
                return done
            finally:
                self._waiting -= 1
                if not self._waiting:
                    self._shorten_log()

        self._waiting += 1
        # Shielded: a caller that goes away must not leave it unknown here whether the write goes on.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._writing, run))

    def _assert_there(self) -> None:
        """Look that the file is the one that was opened: what is written to one that was removed is in no file."""
        if not is_same(self._known, self.path):
            raise StoreError(f"{self.path} was removed or replaced while it was open; start again to use what is there now")

    def _shorten_log(self) -> None:
        """Write the log back and cut it. Readers that are busy, or a full disk, put it off to the next gap."""
        log = self.path.with_name(self.path.name + "-wal")
        if self._connection is None or not log.exists() or log.stat().st_size < LOG_BYTES:
            return
        self._connection.set_busy_timeout(0)
        try:
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.IOError):
            pass  # what was written is in the log, and safe there
        finally:
            self._connection.set_busy_timeout(self._timeout_ms)

    # --- reading -----------------------------------------------------------------------------

    def compile(self, root: Root) -> SqlStatement:
        """As `Store.compile`."""
        return print_root(root)

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        """As `Store.answer`.

        Raises:
            TimedOut: together the statements took longer than the store's limit.
        """
        known = [self._means.get(call.statement.text, INLINE_MS) for call in calls]
        if sum(known) < INLINE_MS:
            try:
                answers, times = self._inline.run(calls, SURPRISE_MS)
            except TimedOut:
                self._learn(calls, [SURPRISE_MS] * len(calls))
            else:
                self._learn(calls, times)
                return answers
        loop = asyncio.get_running_loop()
        answers, times = await loop.run_in_executor(self._reading, self._run_in_thread, calls)
        self._learn(calls, times)
        return answers

    def _run_in_thread(self, calls: Sequence[Call]) -> tuple[list[str], list[float]]:
        reader = self._readers.get()
        try:
            return reader.run(calls, self._timeout_ms)
        finally:
            self._readers.put(reader)

    async def explain(self, call: Call, *, profile: bool = False) -> str:
        """As `Store.explain`."""

        def run() -> str:
            reader = self._readers.get()
            try:
                with engine_errors(self.path):
                    return explained(reader, call, profile=profile, limit_ms=self._timeout_ms)
            finally:
                self._readers.put(reader)

        return await asyncio.get_running_loop().run_in_executor(self._reading, run)

    def _learn(self, calls: Sequence[Call], times: Sequence[float]) -> None:
        """Halve the distance to the newest time: the first one has the preparing in it."""
        if len(self._means) > REMEMBERED:
            self._means.clear()
        for call, took in zip(calls, times, strict=True):
            text = call.statement.text
            self._means[text] = (self._means.get(text, took) + took) / 2

    async def received(self) -> int:
        """As `Store.received`: 10 us."""
        return int(self._look("received")[0][0])

    async def ingested(self, after: int, until: int) -> Ingested:
        """As `Store.ingested`. Read from one index: 500 stories take 0.5 ms."""
        return ingested_of(self._look("ingested", after=after, until=until, most=INGESTED_MOST), until)

    async def has_stories(self) -> bool:
        """As `Store.has_stories`."""
        self._assert_there()
        return bool(self._look("has-stories")[0][0])

    async def version(self) -> str | None:
        """As `Store.version`."""
        found = self._look("version")[0][0]
        return None if found is None else str(found)

    def _look(self, name: str, **values: int) -> list[tuple[Any, ...]]:
        """The rows of a small question of our own, asked on the event loop, without a time limit."""
        return self._inline.rows(statements("sql", "questions")[name].text, values)

    async def revisions(self) -> AsyncIterator[tuple[str, Revision]]:
        """As `Store.revisions`."""
        question = statements("sql", "questions")["revisions"].text

        def read(connection: apsw.Connection) -> Iterator[tuple[str, Revision]]:
            for story, *row in connection.execute(question):
                yield story, revision_of(row)

        async for entry in self._stream(read):
            yield entry

    async def dump(self, *, recorded: bool = False) -> AsyncIterator[str]:
        """As `Store.dump`."""
        async for text in self._stream(lambda connection: dump_lines(connection, recorded=recorded)):
            yield text

    async def _stream(self, read: Callable[[apsw.Connection], Iterator[Value]]) -> AsyncIterator[Value]:
        """What `read` gives, a chunk at a time, on a connection and in a thread of its own: one snapshot."""
        loop = asyncio.get_running_loop()
        thread = ThreadPoolExecutor(1, thread_name_prefix="briefgraph-stream")
        reader = Reader(self.path, timeout_ms=self._timeout_ms)

        def take(values: Iterator[Value]) -> list[Value]:
            with engine_errors(self.path):
                return [value for _, value in zip(range(CHUNK), values, strict=False)]

        try:
            with engine_errors(self.path), reader.snapshot():
                values = read(reader.connection)
                while chunk := await loop.run_in_executor(thread, take, values):
                    for value in chunk:
                        yield value
        finally:
            thread.shutdown()
            reader.close()

    # --- care --------------------------------------------------------------------------------

    async def check(self) -> list[str]:
        """As `Store.check`."""

        def look() -> list[str]:
            wrong = looked_through(self.path, self._manifest, self._timeout_ms)
            return wrong + unprepared(self.path, self._connection, self._timeout_ms)

        return await asyncio.get_running_loop().run_in_executor(self._writing, look)

    async def close(self) -> None:
        """As `Store.close`. Writes that are under way are finished first."""
        self._writing.shutdown()
        self._reading.shutdown()
        self._inline.close()
        while not self._readers.empty():
            self._readers.get().close()
        if self._connection is not None:
            self._connection.close()
        if self._temporary is not None:
            self._temporary.cleanup()

