"""The statements of one writing transaction, run by name over rows, and pure work beside them."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from typing import Any, TypeVar

from neo4j import AsyncManagedTransaction

from briefgraph.graph.queries import statements

ROWS = 500  # that a statement unwinds: an answer comes within 0.5 s, and larger ones are no quicker

Value = TypeVar("Value")


class Running:
    """One transaction. Pure Python runs in `executor`, so that the event loop goes on."""

    def __init__(self, transaction: AsyncManagedTransaction, executor: Executor) -> None:
        self._transaction = transaction
        self._executor = executor
        self._texts = {name: query.text for name, query in statements("cypher", "write").items()}

    async def run(self, name: str, **values: Any) -> list[list[Any]]:
        """Run a statement, and give its rows."""
        result = await self._transaction.run(self._texts[name], values)
        return await result.values()

    async def all(self, name: str, rows: Iterable[Any], *, size: int = ROWS, **values: Any) -> list[list[Any]]:
        """Run a statement over rows, `size` at a time, and give all it gives; nothing is sent for no rows."""
        given, found = list(rows), []
        for start in range(0, len(given), size):
            found += await self.run(name, rows=given[start : start + size], **values)
        return found

    async def ids(self, name: str, rows: Iterable[Any], **values: Any) -> list[str]:
        """Run a statement that gives ids over rows."""
        return [id for (id,) in await self.all(name, rows, **values)]

    async def aside(self, work: Callable[..., Value], *values: Any) -> Value:
        """Do pure work in the executor."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *values)
