"""What linking costs, by counting: texts compared and statements run do not grow with the graph."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import pytest

from briefgraph.brief import Brief
from briefgraph.graph import linking
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.ingest import Importer
from briefgraph.resolve.claims import Scored
from briefgraph.resolve.comparer import WordingComparer
from tests.strategies import Says, brief_of
from tests.worlds import registry

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bri cla dro fle gra".split()
KEYS = 20


@dataclass
class Counted(WordingComparer):
    """The shipped comparer, which counts what it is asked; `given` replaces the keys."""

    given: Callable[[str], Sequence[int]] | None = None
    compared: int = 0
    seen: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def keys(self, text: str) -> tuple[int, ...]:
        return tuple(self.given(text)) if self.given else super().keys(text)

    def compare(self, a: str, b: str) -> Scored:
        self.compared += 1
        self.seen.append(frozenset((a, b)))
        return super().compare(a, b)


def story(number: int, facts: int = 3) -> Brief:
    """A story about one of ten matters, each with two names of its own; the other words are drawn."""
    rng = Random(number)
    names = [f"{rng.choice(SYLLABLES)}{matter}".title() for matter in ("rin", "dal")]
    words = [["".join(rng.choices(SYLLABLES, k=3)) for _ in range(12)] for _ in range(facts)]
    said = [Says(f"{names[0]} and {names[1]} {' '.join(some)} {number}.", ("Osprey Wire",)) for some in words]
    return brief_of(said, title=f"Story {number}", address=f"stories.example/{number}")


async def cost(stories: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Texts compared and statements run as one more story comes to so many."""
    comparer = Counted()
    store = SqliteStore.open(":memory:", readers=1)
    try:
        importer = Importer(store, registry(), lambda: "2032-01-01T00:00:00Z", comparer)
        await importer.load([story(number) for number in range(stories)])
        count = 0
        for name in ("do", "row", "rows"):
            run = getattr(Statements, name)

            def counted(*given: object, run: Callable[..., object] = run) -> object:
                nonlocal count
                count += 1
                return run(*given)

            monkeypatch.setattr(Statements, name, counted)
        comparer.compared = 0
        await importer.load([story(stories)])
        monkeypatch.undo()
        return comparer.compared, count
    finally:
        await store.close()


def test_a_story_costs_no_more_in_a_graph_ten_times_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = (asyncio.run(cost(stories, monkeypatch)) for stories in (40, 400))
    assert large[0] <= small[0] + 3
    assert large[1] <= 1.1 * small[1]


def test_a_key_that_many_have_brings_nobody_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the limit everyone is compared once; beyond it nobody, and with the limit what was found is let go."""
    monkeypatch.setattr(linking, "MOST", 6)
    comparer = Counted(given=lambda text: (1,))
    alike = [f"The ferry left Harrow at noon with {number} people on board." for number in range(8)]

    async def scenario() -> list[tuple[int, int]]:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            importer = Importer(store, registry(), lambda: "2032-01-01T00:00:00Z", comparer)
            found = []
            for number, text in enumerate(alike):
                comparer.compared = 0
                await importer.load([brief_of([Says(text)], address=f"ferries.example/{number}")])
                kept = len([line async for line in store.dump() if line.startswith('{"type":"PAIR"')])
                found.append((comparer.compared, kept))
            return found
        finally:
            await store.close()

    assert asyncio.run(scenario()) == [(0, 0), (1, 1), (2, 3), (3, 6), (4, 10), (5, 15), (0, 0), (0, 0)]


def test_no_pair_is_compared_twice_within_a_load() -> None:
    comparer = Counted()

    async def scenario() -> None:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            importer = Importer(store, registry(), lambda: "2032-01-01T00:00:00Z", comparer)
            said = [f"Governor Ostrow opened the Drosk dam gates on day {n} of the storm." for n in range(12)]
            await importer.load([brief_of([Says(text) for text in said])])
        finally:
            await store.close()

    asyncio.run(scenario())
    assert comparer.seen
    assert len(comparer.seen) == len(set(comparer.seen))
    assert len(comparer.seen) <= 12 * 11 // 2


def test_a_text_has_a_bounded_number_of_keys() -> None:
    comparer = WordingComparer()
    assert all(1 <= len(comparer.keys(fact.text)) <= KEYS for number in range(50) for fact in story(number).facts)
