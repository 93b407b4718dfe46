"""How SQLite runs a statement: EXPLAIN QUERY PLAN as a tree, and on demand the work that it took."""

from collections.abc import Iterator
from typing import Any

import apsw

from briefgraph.graph.sqlite.connections import Reader
from briefgraph.graph.store import Call

STEPS = "SQLITE_STMTSTATUS_VM_STEP"
WORK = {
    "SQLITE_STMTSTATUS_FULLSCAN_STEP": "rows read by scans",
    "SQLITE_STMTSTATUS_SORT": "sorts",
    "SQLITE_STMTSTATUS_AUTOINDEX": "rows put into an index made for the statement",
}


def explained(reader: Reader, call: Call, *, profile: bool, limit_ms: float) -> str:
    """The plan, one line a step, what belongs to a step below it; with `profile` the statement is run.

    Raises:
        TimedOut: it ran longer than `limit_ms`.
    """
    rows = reader.connection.execute(_asked(call), call.values)
    depths = {0: -1}
    lines = []
    for number, parent, _, detail in rows:
        depths[number] = depths[parent] + 1
        lines.append("  " * depths[number] + str(detail))
    return "\n".join([*lines, *(_work(reader, call, limit_ms) if profile else ())])


def _asked(call: Call) -> str:
    return f"EXPLAIN QUERY PLAN {call.statement.text}"


def _work(reader: Reader, call: Call, limit_ms: float) -> Iterator[str]:
    """What all that the statement runs takes, full-text search's own statements included."""
    seen: list[dict[str, Any]] = []
    reader.connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, lambda event: seen.append(event["stmt_status"]))
    try:
        reader.run([call], limit_ms)
    finally:
        reader.connection.trace_v2(0, None)
    yield f"{sum(status[STEPS] for status in seen):,} steps of SQLite's machine"
    for name, what in WORK.items():
        if count := sum(status[name] for status in seen):
            yield f"{count:,} {what}"
