"""How Neo4j runs a statement: EXPLAIN's or PROFILE's operators as a tree.

The last operator comes first: what one reads stands below it. What is indented is done once for each row
of what stands below it at the level of its operator.
"""

import re
from collections.abc import Iterator
from typing import Any

from neo4j import AsyncSession

from briefgraph.graph.neo4j.connections import Connections
from briefgraph.graph.store import Call

NOISE = re.compile(r"\bcache\[([^\]]+)\]|\banon_\d+\b")  # what is read a second time, and the server's own names
WIDTH = 100  # of an operator's details: the rest of a long list of columns tells nothing


async def explained(connections: Connections, call: Call, *, profile: bool) -> str:
    """The plan, one operator a line; with `profile` the statement is run, in a transaction that cannot write.

    Raises:
        EngineDown: the server is not there, or fell silent.
    """
    async with connections.errors(), connections.session() as session:
        plan = await connections.watched(_plan(session, _asked(call, profile), call.values))
    lines = list(_lines(plan, 0))
    return "\n".join([*lines, f"{_hits(plan):,} db hits"] if profile else lines)


def _asked(call: Call, profile: bool) -> str:
    return f"{'PROFILE' if profile else 'EXPLAIN'} {call.statement.text}"


async def _plan(session: AsyncSession, text: str, values: dict[str, Any]) -> dict[str, Any]:
    result = await session.run(text, values)
    summary = await result.consume()
    plan = summary.profile or summary.plan
    assert plan is not None  # the server was asked for it
    return plan


def _lines(plan: dict[str, Any], depth: int) -> Iterator[str]:
    arguments = plan.get("args", {})
    name = str(plan["operatorType"]).split("@", maxsplit=1)[0]
    details = NOISE.sub(lambda match: match[1] or "_", " ".join(str(arguments.get("Details", "")).split()))
    shown = f"{details[:WIDTH]}…" if len(details) > WIDTH else details
    yield "  " * depth + " ".join(part for part in (name, shown, f"[{_counts(plan, arguments)}]") if part)
    children = plan.get("children", [])
    for child in children[1:]:
        yield from _lines(child, depth + 1)
    for child in children[:1]:
        yield from _lines(child, depth)


def _counts(plan: dict[str, Any], arguments: dict[str, Any]) -> str:
    expected = f"~{round(arguments.get('EstimatedRows', 0)):,}"
    return f"rows {plan['rows']:,} of {expected}, hits {plan.get('dbHits', 0):,}" if "rows" in plan else f"rows {expected}"


def _hits(plan: dict[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(_hits(child) for child in plan.get("children", ()))
