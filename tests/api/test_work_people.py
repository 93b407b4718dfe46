"""What questions about people, related stories, disputes and forecasts cost does not grow with their hubs.

As in test_work: steps of SQLite's machine, at a graph and at one ten times as large. Here everybody is mentioned with
one person, one outlet disputes with one other in every story, one forecast comes again in all of them, and what a filter
asks for is five rows at the far end of the order.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from briefgraph.brief import Brief, ProblemCode
from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.model import MODEL
from briefgraph.graph.queries import fragments
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.ids import node_id
from briefgraph.ingest import Importer, story_id
from briefgraph.resolve.claims import Scored, Verdict
from tests.api.watched import Watched
from tests.neo4j.hubs import PEOPLE
from tests.reference.people import KNOWN_BY_MANY
from tests.strategies import Says, brief_of
from tests.worlds import registry

SMALL, LARGE = 80, 800  # a person of the small graph is known by too many already
GROWTH = 1.3
FEW = 5
BESIDE = [*PEOPLE, *(f"{person}en" for person in PEOPLE)]
NOW = "2032-01-01T00:00:00Z"


class Shut:
    """Lock 7 is shut in one claim and open in another, and so are all the others."""

    def keys(self, text: str) -> tuple[int, ...]:
        """As `Comparer.keys`."""
        return tuple(map(int, re.findall(r"^Lock (\d+) is", text)))

    def compare(self, a: str, b: str) -> Scored:
        """As `Comparer.compare`."""
        return Scored(score=0.5, verdict=Verdict.CONFLICTING, differs=("negation",), features={})

    def clash(self, a: str, b: str) -> bool:
        """As `Comparer.clash`."""
        return True


def _brief(number: int) -> Brief:
    """The first few are the oldest, and what is rare is in them."""
    few = number < FEW
    brief = brief_of(
        [
            Says(f"Minister {BESIDE[number]} and President Anna Novak met at lock {number}.", ("Osprey Wire",)),
            Says(f"Lock {number} is shut.", ("Osprey Wire",)),
            Says(f"Lock {number} is open.", ("Lantern Daily", "Ministry of Tides") if few else ("Lantern Daily",)),
            Says(f"Barge {number} is late.", ("Osprey Wire", "Lantern Daily", f"Outlet {number}")),
            *([Says("The dam holds.", ("Osprey Wire",))] if few else []),
        ],
        title=f"Lock {number}",
        address=f"locks.example/{number}",
        published_at=f"{2100 + number // 300}-{number // 28 % 10 + 1:02d}-{number % 28 + 1:02d}T00:00:00Z",
        questions=[
            ("Will it rain?", 0.5),
            (f"Will the dam hold by day {number}?", 0.25) if few else (f"Will lock {number} open?", 0.75),
        ],
        problems=[ProblemCode.CUT_OFF],
    )
    source = "Oddsquill" if few else "Augury"
    return replace(brief, forecasts=tuple(replace(forecast, source=source) for forecast in brief.forecasts))


def _closed(brief: Brief) -> Decision:
    story, problem = story_id(brief), brief.problems[0]
    closed = node_id("PROBLEM", story, str(problem.code), problem.message, 0)
    return Decision(
        id=decision_id(DecisionKind.CLOSE_PROBLEM, NOW, "ann", (closed,)), kind=DecisionKind.CLOSE_PROBLEM, at=NOW, by="ann",
        reason=None, subjects=(closed,), effects=Effects(closed=(closed,), stories=(story,)),
    )  # fmt: skip


def _fill(path: Path, stories: int) -> Watched:
    async def load() -> None:
        store = SqliteStore.open(path, readers=1)
        importer = Importer(store, registry(), lambda: NOW, Shut())
        briefs = [_brief(number) for number in range(stories)]
        await importer.decide([_closed(brief) for brief in briefs[FEW:]])
        await importer.load(briefs)
        await store.close()

    asyncio.run(load())
    return Watched(path)


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Watched, Watched]]:
    folder = tmp_path_factory.mktemp("work")
    both = _fill(folder / "small.db", SMALL), _fill(folder / "large.db", LARGE)
    yield both
    for graph in both:
        graph.close()


PAGE = "pageInfo { hasNextPage endCursor }"
HUB = 'outlet(name: "osprey wire")'
PERSON = 'person(name: "anna novak")'
TOGETHER = "edges { storyCount factCount node { name } facts { nodes { text } } stories { nodes { title } } }"
SIDES = "edges { score other { name } otherClaim { text } facts { nodes { text } } otherFacts { nodes { text } } node { text } }"
RELATED = "edges { sharedClaims sharedPeople claims { nodes { text } } people { nodes { name } } node { title } }"
QUESTIONS = {
    f"{PERSON} {{ coMentioned(first: 20, minStories: 1) {{ {PAGE} {TOGETHER} }} }}": 20,
    f"{PERSON} {{ coMentioned(first: 20, orderBy: FACT_COUNT_DESC) {{ {PAGE} {TOGETHER} }} }}": 20,
    f'person(name: "{PEOPLE[3]}") {{ coMentioned {{ totalCount {TOGETHER} }} }}': 1,
    f'story(address: "locks.example/3") {{ related {{ totalCount {RELATED} }} }}': FEW - 1,
    f"{HUB} {{ disputes(first: 20) {{ {PAGE} {SIDES} }} }}": 20,
    f'{HUB} {{ disputes(with: "OTHER") {{ totalCount {SIDES} }} }}': FEW,
    "claims(first: 20, filter: { isContested: true }) { edges { node { text conflictCount } } pageInfo { endCursor } }": 20,
    "claims(first: 20, orderBy: CONFLICT_COUNT_DESC) { edges { node { text conflictCount } } }": 20,
    "forecasts(first: 20) { edges { node { question } } pageInfo { endCursor } }": 20,
    "forecasts(first: 20, orderBy: PUBLISHED_AT_ASC) { edges { node { question } } }": 20,
    "forecasts(first: 20, orderBy: PROBABILITY_DESC) { edges { node { probability } } }": 20,
    "forecasts(first: 20, filter: { minProbability: 0.5 }) { edges { node { probability } } }": 20,
    'forecasts(filter: { text: "DAM" }) { edges { node { question } } totalCount }': FEW,
    'forecasts(filter: { source: "Oddsquill" }) { edges { node { question } } totalCount }': 2 * FEW,
    f'story(address: "locks.example/3") {{ forecasts(first: 1) {{ nodes {{ followed(first: 20) {{ {PAGE} edges {{ node {{ question }} }} }} }} }} }}': 20,
    "problems(filter: { isClosed: false }) { edges { node { line } } }": FEW,
    "problems(filter: { isClosed: false, code: CUT_OFF }) { edges { node { line } } }": FEW,
    "problems(first: 20, filter: { isClosed: true, code: CUT_OFF }) { edges { node { line } } }": 20,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_steps_do_not_grow_with_the_hub(graphs: tuple[Watched, Watched], question: str) -> None:
    steps = []
    for graph in graphs:
        body, _ = asyncio.run(graph.ask('{ outlet(name: "ministry of tides") { id } }'))
        other = orjson.loads(body)["data"]["outlet"]["id"]
        body, ran = asyncio.run(graph.ask(f"{{ {question.replace('OTHER', other)} }}"))
        assert body.count(b'"node":') == QUESTIONS[question], body
        steps.append(ran.steps)
    assert steps[1] <= steps[0] * GROWTH, f"{steps[0]} steps at {SMALL} stories, {steps[1]} at {LARGE}"


def test_how_many_know_a_person_is_said_alike_everywhere() -> None:
    """The number stands in texts that are no Python: in two languages, and where it is explained."""
    related = next(rel for rel in MODEL.types["Story"].rels if rel.name == "related")
    people = next(prop for prop in MODEL.edges["Related"].props if prop.name == "sharedPeople")
    for text in (related.doc, people.doc):
        assert re.findall(r"whom more than (\d+) stories", text) == [str(KNOWN_BY_MANY)]
    for language, column in (("sql", "story_count"), ("cypher", "storyCount")):
        for name in ("story-related", "related-people"):
            assert re.findall(rf"{column} <= (\d+)", fragments(language, "relations")[name].body) == [str(KNOWN_BY_MANY)]
