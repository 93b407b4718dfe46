"""What engines are made to do: on SQLite a graph that is only read, and counts; on Neo4j what the driver sends."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import apsw
import neo4j
import pytest

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph.plan import Root
from briefgraph.graph.sql import SqlStatement, print_root
from briefgraph.graph.sqlite.connections import Reader
from briefgraph.graph.store import Call, Store

LIMIT_MS = 60_000


@dataclass(frozen=True, slots=True)
class Ran:
    """What one question ran: the statements that were asked for, and how many steps SQLite's machine took.

    The steps are those of every statement, full-text search's own ones included.
    """

    texts: tuple[str, ...]
    steps: int


class Watched:
    """As much of a store as questions need, on one connection that is listened to."""

    def __init__(self, path: Path) -> None:
        self._texts: list[str] = []
        self._steps = 0
        self._reader = Reader(path, timeout_ms=LIMIT_MS)
        self._reader.connection.exec_trace = self._asked
        self._reader.connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, self._done)
        self._executor = Executor(cast(Store, self))

    def _asked(self, _: apsw.Cursor, text: str, __: Any) -> bool:
        self._texts.append(text)
        return True

    def _done(self, event: dict[str, Any]) -> None:
        self._steps += event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"]

    def compile(self, root: Root) -> SqlStatement:
        return print_root(root)

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        return self._reader.run(calls, LIMIT_MS)[0]

    async def ask(self, query: str, variables: dict[str, Any] | None = None) -> tuple[bytes, Ran]:
        """The answer's bytes, and what SQLite ran for them; the snapshot's BEGIN and COMMIT are left out."""
        self._texts.clear()
        self._steps = 0
        answer = await self._executor.execute(GraphQLRequest(query=query, variables=variables))
        assert answer.code is None, answer.body
        return answer.body, Ran(tuple(t for t in self._texts if t not in ("BEGIN", "COMMIT")), self._steps)

    def run(self, query: str, *, limit_ms: float) -> list[str]:
        """The statements of a query within a time limit, as a store has one."""
        return self._reader.run(self._executor.calls(query, {}), limit_ms)[0]

    def close(self) -> None:
        self._reader.close()


@contextmanager
def overheard() -> Iterator[list[str]]:
    """The texts that the driver sends meanwhile, but for those that ask whether the server is there."""
    texts: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for sender in (neo4j.AsyncSession, neo4j.AsyncTransaction):
            run = sender.run

            async def heard(self: Any, query: Any, *args: Any, run: Any = run, **values: Any) -> Any:
                text = getattr(query, "text", query)
                if text != "RETURN 1":
                    texts.append(text)
                return await run(self, query, *args, **values)

            patch.setattr(sender, "run", heard)
        yield texts
