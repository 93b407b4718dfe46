"""Connections: the driver, our own time limits, and what Neo4j's errors mean here.

The driver's limits are in tens of seconds, and a silent server outlasts even these. So whoever waits here
has the server asked, on another connection, whether it is there: a slow answer and a dead server are told
apart within three seconds. Who waits no longer is cancelled, which closes its connection, and that stops
the server's work too.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import neo4j
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, AsyncSession, Query
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
    TransientError,
)

from briefgraph.address import Neo4jAddress
from briefgraph.errors import EngineDown, StoreError, TimedOut

LOOK_S = 1.0  # who waits longer has the server asked whether it is there
PATIENCE_S = 1.8  # that it may take to say so
PLAN_S = 10  # of a question's first planning: 0.05 to 1 s for those of the docs, 6 s at the limits of a query
WRITE_S = 120  # of the longest transaction that writes, its turn waited for
POOL = 50
LATE = "the statement ran longer than its limit and was stopped; ask for less"

Value = TypeVar("Value")
Records = Sequence[neo4j.Record]
Question = tuple[str, dict[str, Any]]


class Connections:
    """A driver for one database, and every way in which this project uses it. For one event loop."""

    def __init__(self, address: Neo4jAddress, *, timeout_ms: int) -> None:
        self.address = address
        self._limit_s = timeout_ms / 1000
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()  # reads see the writes before them
        self._driver: AsyncDriver = AsyncGraphDatabase.driver(
            address.uri,
            auth=(address.user or "neo4j", address.password) if address.password else None,
            user_agent="briefgraph",
            connection_timeout=PATIENCE_S,
            connection_write_timeout=PATIENCE_S,
            connection_acquisition_timeout=LOOK_S + PATIENCE_S,
            max_transaction_retry_time=PATIENCE_S,
            initial_retry_delay=0.1,
            max_connection_pool_size=POOL,
            telemetry_disabled=True,
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        )

    def session(self, *, write: bool = False) -> AsyncSession:
        """A session: cheap, and for one piece of work."""
        return self._driver.session(
            database=self.address.database,
            default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS,
            bookmark_manager=self._bookmarks,
        )

    async def close(self) -> None:
        """Give all connections back; a silent server is not waited for."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._driver.close()
        except (TimeoutError, DriverError, OSError):
            pass

    # --- reading -----------------------------------------------------------------------------

    async def read(self, questions: Sequence[Question], *, limited: bool = True) -> list[Any]:
        """The first value of the first row of each, all in one transaction that cannot write.

        Raises:
            TimedOut: together they took longer than the limit, unless `limited` is False.
            EngineDown: the server is not there, or fell silent.
        """
        limit_s = self._limit_s if limited else None
        async with self.errors():
            try:
                return await self.watched(self._read(questions, limit_s), limit_s)
            except (Neo4jError, DriverError) as error:
                if not error.is_retryable():
                    raise
                # A connection from before a restart, or from before another leader.
                return await self.watched(self._read(questions, limit_s), limit_s)

    async def _read(self, questions: Sequence[Question], limit_s: float | None) -> list[Any]:
        async with self.session() as session:
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

    async def plan(self, questions: Sequence[Question]) -> None:
        """Have the server plan statements, and keep the plans, without running them.

        Raises:
            TimedOut: planning takes longer than PLAN_S.
        """
        async with self.errors():
            await self.watched(self._read([(f"EXPLAIN {text}", values) for text, values in questions], PLAN_S), PLAN_S)

    async def stream(self, text: str, size: int) -> AsyncIterator[Records]:
        """The rows of one statement, `size` at a time. It may take as long as it takes, but not be silent."""
        async with self.errors(), self.session() as session:
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

    async def watched(self, work: Coroutine[Any, Any, Value], limit_s: float | None = None) -> Value:
        """Wait for work up to a limit, or else as long as the server is there.

        A load's statement may take its time, or wait for another writer's turn, and a dead server looks
        just the same: so the server is asked every second.
        """
        loop = asyncio.get_running_loop()
        task = asyncio.ensure_future(work)
        end = float("inf") if limit_s is None else loop.time() + limit_s
        try:
            while not (await asyncio.wait({task}, timeout=min(LOOK_S, end - loop.time())))[0]:
                is_late = loop.time() >= end
                async with asyncio.timeout(PATIENCE_S):
                    await self._look()
                if is_late:
                    raise TimedOut(LATE)
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})

    async def _look(self) -> None:
        async with self.session(write=True) as session:
            result = await session.run("RETURN 1")
            await result.consume()

    # --- errors ------------------------------------------------------------------------------

    @asynccontextmanager
    async def errors(self) -> AsyncIterator[None]:
        """Raise Neo4j's errors as this project's; none holds a statement, a value or a password."""
        try:
            yield
        except (TimeoutError, DriverError, Neo4jError, OSError) as error:
            raise self._meant(error) from error

    def _meant(self, error: Exception) -> StoreError:
        shown = self.address.shown
        code = (error.code or "") if isinstance(error, Neo4jError) else ""
        if "TransactionTimedOut" in code:
            return TimedOut(LATE)
        if isinstance(error, AuthError):
            return StoreError(f"{shown} refuses the user name or the password ({code})")
        if isinstance(error, Forbidden) or code.endswith("Security.Forbidden"):
            return StoreError(f"{shown} does not let this user do that ({code})")
        if "Memory" in code:
            return TimedOut("the statement needed more memory than the server has for it; ask for less")
        if isinstance(error, ClientError) and "DatabaseNotFound" in code:
            return StoreError(f"{shown}: the server has no such database")
        if isinstance(error, ConfigurationError):
            return StoreError(f"{shown} cannot be used with these settings: {error}")
        if isinstance(error, Neo4jError) and not isinstance(error, TransientError) and not error.is_retryable():
            return StoreError(f"{shown} refused ({code})")
        return EngineDown(f"{shown} gave no answer in time; it may be tried again ({type(error).__name__})")


def _first(rows: list[list[Any]]) -> Any:
    return rows[0][0] if rows else None  # EXPLAIN gives none
