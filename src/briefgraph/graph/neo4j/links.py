"""Wordings, their keys and pairs on Neo4j: what `graph.linking` asks of an engine, and how linking is run beside it.

A method is one statement over all that it is given, some hundred rows at a time.
"""

from collections.abc import Callable, Collection, Coroutine, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from briefgraph.graph.linking import Conflict, LinkTables, Wording
from briefgraph.graph.neo4j.running import Running
from briefgraph.resolve.clusters import Membership, Pair

KEYED = 100  # wordings that a statement gives their keys, of which each has some dozens

Value = TypeVar("Value")


class Neo4jLinks:
    """See `LinkTables`."""

    def __init__(self, running: Running) -> None:
        self._running = running

    async def wordings(self, ids: Collection[str]) -> Mapping[str, Wording]:
        """As `LinkTables.wordings`."""
        found = await self._running.all("find-wordings", dict.fromkeys(ids))
        return {
            id: Wording(text, Membership(claim or "", score, method, basis))
            for id, text, claim, score, method, basis in found
        }

    async def members(self, keys: Collection[int], most: int) -> Mapping[int, list[str]]:
        """As `LinkTables.members`."""
        return dict(await self._running.all("members-of-keys", dict.fromkeys(keys), most=most))

    async def pairs(self, ids: Collection[str]) -> list[Pair]:
        """As `LinkTables.pairs`."""
        found = await self._running.all("pairs-of-wordings", dict.fromkeys(ids))
        return list({(a, b): Pair(a, b, score) for a, b, score in found}.values())

    async def stored_pairs(self, ids: Collection[str]) -> set[tuple[str, str]]:
        """As `LinkTables.stored_pairs`."""
        inside = set(ids)
        return {(a, b) for a, b in await self._running.all("stored-pairs", inside) if b in inside}

    async def take(self, keys: Mapping[str, Sequence[int]]) -> list[str]:
        """As `LinkTables.take`."""
        return await self._running.ids("take-wordings", keys, size=KEYED)

    async def put(self, texts: Mapping[str, str], keys: Mapping[str, Sequence[int]]) -> None:
        """As `LinkTables.put`."""
        await self._running.all("put-wordings", [{"id": wording, "text": text} for wording, text in texts.items()])
        rows = [{"id": wording, "keys": list(values)} for wording, values in keys.items() if values]
        await self._running.all("add-keys", rows, size=KEYED)

    async def add_pairs(self, pairs: Sequence[Pair], conflicts: Sequence[Conflict]) -> None:
        """As `LinkTables.add_pairs`."""
        await self._running.all("add-pairs", [{"a": one.a, "b": one.b, "score": float(one.score)} for one in pairs])
        await self._running.all(
            "add-contradictions",
            [{"a": one.a, "b": one.b, "score": float(one.score), "differs": list(one.differs)} for one in conflicts],
        )

    async def remove_pairs(self, pairs: Collection[tuple[str, str]]) -> None:
        """As `LinkTables.remove_pairs`."""
        await self._running.all("remove-pairs", [{"a": a, "b": b} for a, b in pairs])


# --- linking takes turns with the engine -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a coroutine waits for: somebody else awaits it."""

    ask: Callable[[], Coroutine[Any, Any, Any]]

    def __await__(self) -> Generator["_Asked", Any, Any]:
        return (yield self)


class _Asking:
    """Tables whose methods wait for somebody else to do what they say."""

    def __init__(self, tables: LinkTables) -> None:
        self._tables = tables

    def __getattr__(self, name: str) -> Callable[..., _Asked]:
        method = getattr(self._tables, name)
        return lambda *values: _Asked(lambda: method(*values))


def asking(tables: LinkTables) -> LinkTables:
    """The same tables for a coroutine that `taking_turns` runs."""
    return cast(LinkTables, _Asking(tables))


async def taking_turns(running: Running, coroutine: Coroutine[Any, Any, Value]) -> Value:
    """Run a coroutine that waits for nothing but what it asks of `asking`: that on the event loop, the rest aside.

    Comparing takes seconds where many wordings are alike, and the loop goes on meanwhile.
    """
    answer: Any = None
    while True:
        step = await running.aside(_step, coroutine, answer)
        if not isinstance(step, _Asked):
            value: Value = step[0]
            return value
        answer = await step.ask()


def _step(coroutine: Coroutine[Any, Any, Value], answer: Any) -> _Asked | tuple[Value]:
    """On to the next thing that it asks, or to its end."""
    try:
        asked: _Asked = coroutine.send(answer)
    except StopIteration as done:
        return (done.value,)
    return asked
