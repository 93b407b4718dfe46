"""The statements of one folder of sql/, run by name on one connection."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import apsw

from briefgraph.errors import QueryFileError
from briefgraph.graph.queries import QueryText, statements

PARAMETER = re.compile(r"(?<![:\w]):(\w+)")


class Statements:
    """Runs statements by name, values in the order of their `params:`.

    SQLite numbers parameters as it meets them, and a tuple binds in half the time of a dict: so the
    header has to name them in the order of the text, which is looked at here.
    """

    def __init__(self, connection: apsw.Connection, folder: str) -> None:
        self._connection = connection
        self._texts = {query.name: in_order(query).text for query in statements("sql", folder).values()}

    def do(self, name: str, *values: Any) -> None:
        """Run a statement that gives nothing."""
        self._connection.execute(self._texts[name], values)

    def many(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once a row of values."""
        self._connection.executemany(self._texts[name], rows)

    def row(self, name: str, *values: Any) -> Any:
        """The first row, None where there is none."""
        rows = self._connection.execute(self._texts[name], values).fetchall()
        return rows[0] if rows else None

    def rows(self, name: str, *values: Any) -> list[Any]:
        """All rows."""
        return self._connection.execute(self._texts[name], values).fetchall()


def in_order(query: QueryText) -> QueryText:
    """The query, if its header names its parameters in the order of its text."""
    met = tuple(dict.fromkeys(PARAMETER.findall(query.text)))
    if met != query.params:
        raise QueryFileError(
            f"{query.path}:{query.line}: `params:` should be {', '.join(met)}, as the text has them"
        )
    return query
