"""Connections: the driver, and our own time limits.

The driver's limits are in tens of seconds, and a silent server outlasts even these. So whoever waits here
has the server asked, on another connection, whether it is there: a slow answer and a dead server are told
apart within three seconds. Who waits no longer is cancelled, which closes its connection, and that stops
the server's work too.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypeVar

import neo4j
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, AsyncSession, Query
from neo4j.exceptions import DriverError, Neo4jError

from briefgraph.address import Neo4jAddress
from briefgraph.errors import TimedOut
from briefgraph.graph.neo4j.faults import LATE, meant

LOOK_S = 1.0  # who waits longer has the server asked whether it is there
PATIENCE_S = 1.8  # that it may take to say so
PLAN_S = 10  # of a question's first planning: 0.05 to 1 s for those of the docs, 6 s at the limits of a query
WRITE_S = 120  # of the longest transaction that writes, its turn waited for
POOL = 50

Value = TypeVar("Value")
Records = Sequence[neo4j.Record]
Question = tuple[str, dict[str, Any]]


class Connections:
    """A driver for one database, and every way in which this project uses it. For one event loop."""

    def __init__(self, address: Neo4jAddress, *, timeout_ms: int) -> None:
        self.address = address
        self._limit_s = timeout_ms / 1000
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()  # reads see the writes before them
        self._driver = _driver(address, connections=POOL)
        # Its one connection is nobody else's, or a look would wait for those that it is about; and it is
        # tested before use, or one from before a restart would call a server dead that is there.
        self._looker = _driver(address, connections=1, liveness_check_timeout=0)
        self._looking: asyncio.Task[None] | None = None
        self._readers: list[AsyncSession] = []  # nobody uses them now

    def session(self, *, write: bool = False, fetch_size: int = 1_000) -> AsyncSession:
        """A session: cheap, and for one piece of work. Of a result it holds so many rows that nobody took yet."""
        return self._driver.session(
            fetch_size=fetch_size,
            database=self.address.database,
            default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS,
            bookmark_manager=self._bookmarks,
        )

    async def close(self) -> None:
        """Give all connections back; a silent server is not waited for."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait({self._looking})
        try:
            async with asyncio.timeout(PATIENCE_S), asyncio.TaskGroup() as closing:
                for closed in (*(session.close() for session in self._readers), self._driver.close(), self._looker.close()):
                    closing.create_task(closed)
        except* (TimeoutError, DriverError, OSError):
            pass

    # --- reading -----------------------------------------------------------------------------

    async def read(self, questions: Sequence[Question], *, limited: bool = True) -> list[Any]:
        """The first value of the first row of each, all in one transaction that cannot write.

        Raises:
            TimedOut: together they took longer than the limit, unless `limited` is False.
            EngineDown: the server is not there, or fell silent.
        """
        limit_s = self._limit_s if limited else None
        return await self._read_again(questions, limit_s)

    async def _read_again(self, questions: Sequence[Question], limit_s: float | None) -> list[Any]:
        """Read, and once more where a connection was from before a restart, or from before another leader."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        async with self.errors():
            try:
                return await self.watched(self._read(questions, limit_s), limit_s)
            except (Neo4jError, DriverError) as error:
                # That shows at once. After a look the promised three seconds leave no time for another one.
                if not error.is_retryable() or loop.time() - started >= LOOK_S:
                    raise
                return await self.watched(self._read(questions, limit_s), limit_s, started=started)

    async def _read(self, questions: Sequence[Question], limit_s: float | None) -> list[Any]:
        async with AsyncExitStack() as failed:
            session = self._readers.pop() if self._readers else self.session()
            failed.push_async_exit(session)
            found = await _values(session, questions, limit_s)
            failed.pop_all()
        self._readers.append(session)  # used again, one costs 0.05 ms less of 0.7
        return found

    async def plan(self, questions: Sequence[Question]) -> None:
        """Have the server plan statements, and keep the plans, without running them.

        Raises:
            TimedOut: planning takes longer than PLAN_S.
        """
        await self._read_again([(f"EXPLAIN {text}", values) for text, values in questions], PLAN_S)

    async def stream(self, text: str, size: int) -> AsyncIterator[Records]:
        """The rows of one statement, `size` at a time. It may take as long as it takes, but not be silent."""
        async with self.errors(), self.session(fetch_size=size) as session:
            result = await self.watched(session.run(text))
            while rows := await self.watched(result.fetch(size)):
                yield rows

    # --- writing -----------------------------------------------------------------------------

    async def write(self, work: Callable[[AsyncManagedTransaction], Awaitable[Value]]) -> Value:
        """Do `work` in one transaction, and again where the server asks for it.

        Raises:
            EngineDown: the server is not there, or fell silent; whether it was done is not known.
        """
        async with self.errors(), self.session(write=True) as session:
            return await self.watched(session.execute_write(neo4j.unit_of_work(timeout=WRITE_S)(work)))

    async def run(self, text: str, **values: Any) -> Records:
        """Run one statement that writes, or that changes the schema."""
        async with self.errors(), self.session(write=True) as session:
            return await self.watched(self._run(session, text, values))

    async def _run(self, session: AsyncSession, text: str, values: dict[str, Any]) -> Records:
        result = await session.run(text, values)
        return [record async for record in result]

    async def watched(
        self, work: Coroutine[Any, Any, Value], limit_s: float | None = None, *, started: float | None = None
    ) -> Value:
        """Wait for work up to a limit, or else as long as the server is there.

        A load's statement may take its time, or wait for another writer's turn, and a dead server looks
        just the same: so the server is asked every second.

        Args:
            started: when the waiting began, where that is not now.
        """
        loop = asyncio.get_running_loop()
        task = asyncio.ensure_future(work)
        start = loop.time() if started is None else started
        look, end = start + LOOK_S, float("inf") if limit_s is None else start + limit_s
        try:
            while not (await asyncio.wait({task}, timeout=max(0, min(look, end) - loop.time())))[0]:
                is_late = loop.time() >= end
                await self._look()
                if is_late:
                    raise TimedOut(LATE)
                look = loop.time() + LOOK_S
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
            if not task.cancelled():
                task.exception()  # seen, also where a look failed first

    async def _look(self) -> None:
        """Ask the server whether it is there, once for all who want to know it."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(self._ask())
        await asyncio.shield(self._looking)

    async def _ask(self) -> None:
        async with asyncio.timeout(PATIENCE_S), self._looker.session(database=self.address.database) as session:
            await (await session.run("RETURN 1")).consume()

    # --- errors ------------------------------------------------------------------------------

    @asynccontextmanager
    async def errors(self) -> AsyncIterator[None]:
        """Raise Neo4j's errors as this project's; none holds a statement, a value or a password."""
        try:
            yield
        except (TimeoutError, DriverError, Neo4jError, OSError) as error:
            raise meant(error, self.address) from error


def _driver(address: Neo4jAddress, *, connections: int, **config: Any) -> AsyncDriver:
    return AsyncGraphDatabase.driver(
        address.uri,
        auth=address.auth,
        user_agent="briefgraph",
        connection_timeout=PATIENCE_S,
        connection_write_timeout=PATIENCE_S,
        connection_acquisition_timeout=LOOK_S + PATIENCE_S,
        max_transaction_retry_time=PATIENCE_S,
        initial_retry_delay=0.1,
        max_connection_pool_size=connections,
        telemetry_disabled=True,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        **config,
    )


async def _values(session: AsyncSession, questions: Sequence[Question], limit_s: float | None) -> list[Any]:
    if len(questions) == 1:  # one round trip instead of three
        text, values = questions[0]
        result = await session.run(Query(text, timeout=limit_s), values)
        return [_first(await result.values())]
    async with await session.begin_transaction(timeout=limit_s) as transaction:
        found = []
        for text, values in questions:
            result = await transaction.run(text, values)
            found.append(_first(await result.values()))
        return found


def _first(rows: list[list[Any]]) -> Any:
    return rows[0][0] if rows else None  # EXPLAIN gives none
