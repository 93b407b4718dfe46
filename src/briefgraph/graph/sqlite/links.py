"""Wordings, their keys and pairs on SQLite: what `graph.linking` asks of an engine.

The methods are coroutines for the sake of the other engine; none of them ever waits (`run`).
"""

from collections.abc import Collection, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

import orjson

from briefgraph.graph.linking import Conflict, Wording
from briefgraph.graph.sqlite.rows import Keys
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.resolve.clusters import Membership, Pair

Value = TypeVar("Value")


def run(coroutine: Coroutine[Any, Any, Value]) -> Value:
    """What a coroutine that never waits returns."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        value: Value = done.value
        return value
    raise AssertionError("a coroutine on SQLite waited")


class SqliteLinks:
    """See `LinkTables`."""

    def __init__(self, sql: Statements, keys: Keys) -> None:
        self._sql = sql
        self._keys = keys
        self._known: dict[str, int] = {}

    def key(self, wording: str) -> int:
        """The key of a wording that is stored."""
        key = self._known.get(wording)
        if key is None:
            key = self._known[wording] = int(self._sql.row("find-wording", wording)[0])
        return key

    async def wordings(self, ids: Collection[str]) -> Mapping[str, Wording]:
        """As `LinkTables.wordings`."""
        found = {}
        for wording in ids:
            row = self._sql.row("find-wording", wording)
            if row is not None:
                key, text, claim, score, method, basis = row
                self._known[wording] = key
                found[wording] = Wording(text, Membership(claim or "", score, method, basis))
        return found

    async def members(self, keys: Collection[int], most: int) -> Mapping[int, list[str]]:
        """As `LinkTables.members`."""
        found = ((key, self._sql.rows("members-of-key", key, most)) for key in keys)
        return {key: [wording for (wording,) in rows] for key, rows in found if rows}

    async def pairs(self, ids: Collection[str]) -> list[Pair]:
        """As `LinkTables.pairs`."""
        found: dict[tuple[str, str], Pair] = {}
        for wording in ids:
            for other, score, differs in self._paired(wording):
                if differs is None:
                    a, b = (wording, other) if wording < other else (other, wording)
                    found[a, b] = Pair(a, b, score)
        return list(found.values())

    async def stored_pairs(self, ids: Collection[str]) -> set[tuple[str, str]]:
        """As `LinkTables.stored_pairs`."""
        inside = set(ids)
        return {(a, b) for a in inside for b, *_ in self._paired(a) if a < b and b in inside}

    def _paired(self, wording: str) -> list[tuple[str, float, str | None]]:
        if wording not in self._known and self._sql.row("find-wording", wording) is None:
            return []
        rows = self._sql.rows("pairs-of-wording", self.key(wording))
        self._known |= {other: key for other, key, *_ in rows}
        return [(other, score, differs) for other, _, score, differs in rows]

    async def take(self, keys: Mapping[str, Sequence[int]]) -> list[str]:
        """As `LinkTables.take`."""
        accepted: list[str] = []
        for wording, values in keys.items():
            key = self.key(wording)
            self._sql.many("remove-wording-key", [(value, key) for value in values])
            paired = self._paired(wording)
            accepted += [other for other, _, differs in paired if differs is None]
            self._remove([(wording, other) for other, *_ in paired])
        return accepted

    async def put(self, texts: Mapping[str, str], keys: Mapping[str, Sequence[int]]) -> None:
        """As `LinkTables.put`."""
        added, reworded, values = [], [], []
        for wording, text in texts.items():
            key = self._known.get(wording)
            if key is None:
                key = self._known[wording] = self._keys.next("wording")
                added.append((key, wording, text))
            else:
                reworded.append((text, key))
            values += [(value, key) for value in keys[wording]]
        self._sql.many("add-wording", added)
        self._sql.many("reword", reworded)
        self._sql.many("add-wording-key", values)

    async def add_pairs(self, pairs: Sequence[Pair], conflicts: Sequence[Conflict]) -> None:
        """As `LinkTables.add_pairs`."""
        found: list[tuple[str, str, float, str | None]] = [(pair.a, pair.b, pair.score, None) for pair in pairs]
        found += [(one.a, one.b, one.score, orjson.dumps(one.differs).decode()) for one in conflicts]
        rows = [(self.key(a), self.key(b), score, differs) for a, b, score, differs in found]
        self._sql.many("add-pair", rows + [(b, a, score, differs) for a, b, score, differs in rows])

    async def remove_pairs(self, pairs: Collection[tuple[str, str]]) -> None:
        """As `LinkTables.remove_pairs`."""
        self._remove(pairs)

    def _remove(self, pairs: Collection[tuple[str, str]]) -> None:
        rows = [(self.key(a), self.key(b)) for a, b in pairs]
        self._sql.many("remove-pair", rows + [(b, a) for a, b in rows])
