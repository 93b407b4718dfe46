"""The lines of a dump, read from SQLite."""

from collections.abc import Iterator

import apsw

from briefgraph.graph.dump import SECTIONS, line
from briefgraph.graph.queries import statements


def dump_lines(connection: apsw.Connection, *, recorded: bool) -> Iterator[str]:
    """The lines of a dump, read row by row."""
    texts = statements("sql", "questions")
    for label, name in SECTIONS:
        cursor = connection.execute(texts[name].text)
        names: list[str] = []
        for row in cursor:
            names = names or [column[0] for column in cursor.get_description()]
            yield line(label, dict(zip(names, row, strict=True)), recorded=recorded)
