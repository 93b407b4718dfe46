"""A graph in which everything hangs on hubs, and what Neo4j does for a statement on it: PROFILE's db hits.

Every story cites one outlet, says that it has something from it, credits a narrative to it, and mentions one person; each also brings an
outlet and a person of its own, so that the hubs have as many neighbours as there are stories.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, cast

from neo4j import AsyncSession

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.brief import Brief, ProblemCode
from briefgraph.graph.cypher import CypherStatement, print_root
from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.neo4j import Neo4jStore
from briefgraph.graph.plan import Root
from briefgraph.graph.store import Call, Store
from briefgraph.ingest import Importer
from briefgraph.resolve.claims import Scored, Verdict
from tests.measuring import even
from tests.strategies import Says, brief_of
from tests.worlds import registry

Plan = Mapping[str, Any]
FIRST = [a + b for a, b in product(("Bar", "Cor", "Dul", "Fem", "Gan"), ("ina", "ek", "ola", "uro"))]
LAST = [a + b for a, b in product(("Hal", "Jor", "Kem", "Lun", "Mop"), ("vik", "sen", "dam", "ros"))]
PEOPLE = [f"{first} {last}" for first, last in product(FIRST, LAST)]  # 400
HUB, PERSON, RARE = "Osprey Wire", "Anna Novak", "The dam holds, according to Osprey Wire."
BESIDE = "Lantern Daily"  # which every story cites beside the hub
SAID = "Locks are slow."
ASKED = "Will it rain?"
SUBJECT, WHO, DECIDED = "ou_locks", "ann", DecisionKind.REVIEW_LINK
ADDRESS = "locks.example/3"
COMPARED = "locks.example/4"  # its first fact was linked by what all stories say
BATCH = 100
NOW = "2032-01-01T00:00:00Z"


class HubComparer:
    """One claim is contradicted by all stories, and one fact is like what all of them say."""

    def keys(self, text: str) -> tuple[int, ...]:
        """As `Comparer.keys`."""
        if text == RARE:
            return tuple(range(len(PEOPLE)))
        if text == SAID:
            return (len(PEOPLE),)
        numbers = [int(word.strip(".,")) for word in text.split() if word.strip(".,").isdigit()]
        if text.startswith("It leaks"):
            return tuple(numbers)
        return (len(PEOPLE),) if text.endswith("opened lock 4.") else ()

    def compare(self, a: str, b: str) -> Scored:
        """As `Comparer.compare`."""
        if SAID in (a, b):
            return Scored(score=0.9, verdict=Verdict.SAME, differs=(), features={})
        return Scored(score=0.5, verdict=Verdict.CONFLICTING, differs=("number",), features={})

    def clash(self, a: str, b: str) -> bool:
        """As `Comparer.clash`."""
        return False


def hub_brief(number: int) -> Brief:
    """The first five state one claim; what they alone say is found by a rare word."""
    facts = [
        Says(f"Minister {PEOPLE[number]} and President {PERSON} opened lock {number}.", (HUB, f"Outlet {number}")),
        Says(f"Barge {number} passed the lock.", (HUB, BESIDE)),
    ]
    facts.append(Says(f"It leaks at lock {number}, according to {HUB}.", (HUB,)))
    if number != 3:  # whose claims are asked for with all their facts
        facts.append(Says(SAID))
    if number < 5:
        facts.append(Says(RARE, (f"Outlet {number}", HUB)))
    return brief_of(
        facts,
        [Says(f"Lock {number} is late, said {PERSON}.", (HUB,)), Says("It is early.", ("Lantern Daily",), stance=1)],
        title=f"Lock {number}",
        lead=f"President {PERSON} spoke of locks.",
        questions=[(f"Will lock {number} open?", 0.5), (ASKED, 0.25), *([("Will the dam hold?", 0.75)] if number < 5 else [])],
        problems=[ProblemCode.CUT_OFF],
        address=f"locks.example/{number}",
        published_at=f"20{number % 90 + 10}-01-{number % 28 + 1:02d}T00:00:00Z",
    )


def rewritten() -> list[Brief]:
    """One story of two versions, of which the first says what all stories say."""
    address, hub = "locks.example/twice", (HUB,)
    one = brief_of([Says(SAID, hub), Says("A wall stands.", hub)], title="Walls", address=address, published_at="2009-01-01T00:00:00Z")
    other = brief_of([Says("A wall fell.", hub), Says("A wall stands.")], title="A wall", address=address,
                     published_at="2009-01-02T00:00:00Z")  # fmt: skip
    return [one, other]


async def fill(store: Neo4jStore, numbers: range) -> None:
    """Load the briefs of these numbers, decide as much, and measure all outlets."""
    importer = Importer(store, registry(), lambda: NOW, HubComparer())
    for start in range(numbers.start, numbers.stop, BATCH):
        briefs = [hub_brief(number) for number in range(start, min(start + BATCH, numbers.stop))]
        await importer.load(briefs)
    await importer.load(rewritten())
    await importer.decide([_decision(number) for number in numbers])
    await store.measure(even(await store.network()))


def _decision(number: int) -> Decision:
    """One without effects: the log is what is looked at."""
    at, subjects = f"2032-02-{number % 28 + 1:02d}T00:{number % 60:02d}:00Z", (SUBJECT, f"fa_{number}")
    return Decision(
        id=decision_id(DECIDED, at, WHO, subjects), kind=DECIDED, at=at, by=WHO, reason=None, subjects=subjects, effects=Effects()
    )


@dataclass(frozen=True, slots=True)
class Profile:
    """What one statement gave, and how it was come by."""

    value: Any
    plan: Plan

    @property
    def hits(self) -> int:
        """Of the whole plan."""
        return sum(step.get("dbHits", 0) for step in steps(self.plan))  # a procedure has none


def steps(plan: Plan) -> Iterator[Plan]:
    """The operators of a plan, the last one first."""
    yield plan
    for child in plan.get("children", ()):
        yield from steps(child)


def operator(step: Plan) -> str:
    """`Expand(All)` of `Expand(All)@neo4j`."""
    return str(step["operatorType"]).split("@")[0]


async def profile(session: AsyncSession, text: str, values: Mapping[str, Any]) -> Profile:
    """Run one statement, watched by the server."""
    result = await session.run(f"PROFILE {text}", dict(values))
    rows = await result.values()
    plan = (await result.consume()).profile
    assert plan is not None
    return Profile(rows[0][0], plan)


async def explain(session: AsyncSession, text: str) -> Plan:
    """How the server would run a statement now."""
    plan = (await (await session.run(f"EXPLAIN {text}")).consume()).plan
    assert plan is not None
    return plan


class Watched:
    """As much of a store as questions need; the hits of what it answers are added up."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._executor = Executor(cast(Store, self))
        self.profiles: list[Profile] = []

    def compile(self, root: Root) -> CypherStatement:
        return print_root(root)

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        texts = []
        for call in calls:
            found = await profile(self._session, call.statement.text, call.values)
            self.profiles.append(found)
            texts.append(cast(CypherStatement, call.statement).render(found.value, call.values))
        return texts

    async def ask(self, query: str, variables: dict[str, Any] | None = None) -> tuple[bytes, list[Profile]]:
        """The answer's bytes, and the profile of each of its statements."""
        self.profiles = []
        answer = await self._executor.execute(GraphQLRequest(query=query, variables=variables))
        assert answer.code is None, answer.body
        return answer.body, self.profiles
