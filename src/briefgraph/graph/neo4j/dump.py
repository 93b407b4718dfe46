"""The lines of a dump, read from Neo4j.

Rows come sorted from indexes. A dump is read-committed: what is written meanwhile may be in a later
section and not in an earlier one.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import groupby
from typing import Any

from briefgraph.graph.dump import SECTIONS, line
from briefgraph.graph.neo4j.connections import Connections
from briefgraph.graph.queries import statements

CHUNK = 1_000  # rows that are fetched at a time
PARTS = {  # a question of one label each: the prefixes of their ids sort in this order
    "dump-mentions": ("dump-mentions-of-facts", "dump-mentions-of-narratives", "dump-mentions-of-stories")
}
SPELLINGS = {"dump-outlet-alias", "dump-person-alias"}

Values = dict[str, Any]


async def dump_lines(connections: Connections, *, recorded: bool) -> AsyncIterator[str]:
    """The lines of a dump, some rows in memory at a time."""
    for label, section in SECTIONS:
        for name in PARTS.get(section, (section,)):
            rest: list[Values] = []
            async for rows in connections.stream(statements("cypher", "questions")[name].text, CHUNK):
                values = rest + [row.data() for row in rows]
                rest = []
                if name in SPELLINGS:
                    values, rest = _whole_groups(values)
                for row in values:
                    yield line(label, row, recorded=recorded)
            for row in _sorted(rest):
                yield line(label, row, recorded=recorded)


def _whole_groups(rows: Sequence[Values]) -> tuple[list[Values], list[Values]]:
    """Spellings in the order of code points; those of the last node are kept for the next rows."""
    last = rows[-1]["source"]
    whole = [row for row in rows if row["source"] != last]
    return [*_sorted(whole)], [row for row in rows if row["source"] == last]


def _sorted(rows: Sequence[Values]) -> Iterator[Values]:
    for _, group in groupby(rows, key=lambda row: row["source"]):
        yield from sorted(group, key=lambda row: row["alias"])
