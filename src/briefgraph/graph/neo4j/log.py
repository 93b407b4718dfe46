"""The log of decisions in memory: read again, within a writer's turn, where it has changed."""

from collections.abc import Sequence
from typing import Any

import orjson

from briefgraph.graph.decisions import Decision, Decisions
from briefgraph.graph.log import decision_of, row_of
from briefgraph.graph.neo4j.running import Running


class KnownLog:
    """What was read last, by the state that it was in: only what is committed is ever remembered."""

    def __init__(self) -> None:
        self._state: str | None = None  # before the first decision
        self._log: tuple[tuple[Decision, ...], Decisions] = ((), Decisions())

    async def read(self, running: Running, state: str | None) -> tuple[tuple[Decision, ...], Decisions]:
        """The log and its sum. To be called before the transaction changes anything, in its turn."""
        if state != self._state:
            rows = await running.run("log-of-decisions") if state is not None else []
            log = tuple(map(logged, rows))
            self._state, self._log = state, (log, Decisions(log))
        return self._log


def logged(row: Sequence[Any]) -> Decision:
    """A row of the log, whose subjects are a list here."""
    return decision_of([*row[:5], orjson.dumps(row[5]).decode(), *row[6:]])


def logged_row(decision: Decision) -> dict[str, Any]:
    """What a `Decision` node holds."""
    row = row_of(decision)
    return {
        **{name: row[name] for name in ("id", "kind", "at", "by", "reason", "effects")},
        "subjects": list(decision.subjects),
        "isUndone": not decision.stands,
        "undoneAt": row["undone_at"],
        "undoneBy": row["undone_by"],
    }
