"""Every version of every story of random graphs, what changed between any two, and claims at every instant that matters.

Random questions (test_equal.py) seldom ask for a past version of the one story that has three: here all are asked for.
"""

from collections import Counter
from typing import Any

import orjson
import pytest

from tests.api.engines import Engines, Graph
from tests.queries import INSTANTS, Question, pool_of
from tests.reference import Reference
from tests.worlds import records_of, resolver_of, world

SEEDS = range(14)
CHANGES = "kind what before after of position score differs probabilityBefore probabilityAfter fact { id text lastVersion } outlet { name }"
PEOPLE = "people { edges { mentionCount role mentions { nodeId kind text role start(unit: UTF16) end } node { name aliases } } }"
CITATIONS = "edges { position marker label url start end node { name aliases claimCount claims { totalCount } } }"
STATED = f"edges {{ version node {{ id text }} citations {{ {CITATIONS} totalCount }} {PEOPLE} }}"
FRAGMENTS = f"""
fragment Fact on Fact {{ id text position firstVersion lastVersion start basis {{ text }} citations {{ {CITATIONS} }} {PEOPLE}
  claim {{ id text backerCount storyCount factCount ownerCount isSoleSourced firstStatedAt facts {{ totalCount }}
    conflicting {{ totalCount }} backers {{ totalCount }} }} }}
fragment Version on Revision {{ number title lead layout isComplete publishedAt recordedAt
  facts(first: 100) {{ totalCount {STATED} }}
  narratives {{ edges {{ version node {{ text label lastVersion providers {{ edges {{ label }} }} {PEOPLE} }}
    providers {{ edges {{ position label start node {{ name }} }} }} }} }}
  forecasts {{ nodes {{ question probability firstVersion lastVersion story {{ id }} }} }}
  sources {{ totalCount edges {{ position marker label url start node {{ name }} }} }} }}
fragment Then on ClaimAsOf {{ at text factCount storyCount backerCount isSoleSourced ownerCount firstStatedAt lastStatedAt
  facts {{ totalCount edges {{ cursor version node {{ id text story {{ id }} }} citations {{ edges {{ label }} }} }} }}
  backers {{ totalCount edges {{ cursor citationCount factCount storyCount firstAt lastAt node {{ name }}
    facts {{ totalCount edges {{ version node {{ id }} citations {{ edges {{ label }} }} }} }} }} }}
  fewest: backers(orderBy: NAME_ASC, first: 1) {{ nodes {{ name }} pageInfo {{ hasNextPage endCursor }} }} }}
"""
VERSIONS = f"query {{ stories(first: 100) {{ nodes {{ id revisions {{ nodes {{ ...Version }} }} }} }} }} {FRAGMENTS}"
CHANGED = (
    f"query {{ stories(first: 100) {{ nodes {{ revisions {{ nodes {{ number changes {{ {CHANGES} }} }} }} }} }} }} {FRAGMENTS}"
)
DIFFERENCES = f"""query($from: Int!, $to: Int!) {{ stories(first: 100) {{ nodes {{ difference(from: $from, to: $to) {{ {CHANGES} }} }} }} }}
{FRAGMENTS}"""
NUMBERS = [(one, other) for one in range(4) for other in range(4) if one != other]
PAST = (
    f"query {{ stories(first: 100) {{ nodes {{ revisions {{ nodes {{ facts {{ nodes {{ ...Fact }} }} }} }} }} }} }} {FRAGMENTS}"
)
CLAIMS = f"""query($at: DateTime!, $clock: Clock) {{ claims(first: 100) {{ nodes {{ id asOf(at: $at, clock: $clock) {{ ...Then }} }} }}
  stories(first: 100) {{ nodes {{ id asOf(at: $at, clock: $clock) {{ number facts {{ nodes {{ id }} }} }} }} }} }} {FRAGMENTS}"""
TIMELINES = """query { claims(first: 100) { nodes { id timeline(first: 100) { totalCount edges { cursor node {
  kind at recordedAt version text story { id } outlets { edges { position label node { name } } } } } }
  last: timeline(first: 2, orderBy: AT_DESC) { nodes { kind at version } pageInfo { hasNextPage endCursor } } } } }"""


def used(query: str) -> str:
    """A query with those of its fragments that it uses."""
    parts = query.split("\nfragment ")
    found, rest = parts[0], {part.split()[0]: part for part in parts[1:]}
    while missing := [name for name in rest if f"...{name}" in found and f"\nfragment {name} " not in found]:
        found += "".join(f"\nfragment {rest[name]}" for name in missing)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_stories_and_claims_at_any_time(engines: Engines, seed: int) -> None:
    async def compare(graph: Graph) -> None:
        for query in (VERSIONS, PAST, CHANGED, TIMELINES):
            await graph.compare(Question(used(query)))
        for one, other in NUMBERS:
            await graph.compare(Question(used(DIFFERENCES), {"from": one, "to": other}))
        for number, at in enumerate(graph.pool.instants[len(INSTANTS) :]):
            clock = {"clock": None} if number % 2 else {}  # null is the default, as is nothing
            for chosen in (clock, {"clock": "PUBLISHED"}):
                await graph.compare(Question(used(CLAIMS), {"at": at, **chosen}))

    engines.play(seed, compare)


def test_these_graphs_hold_what_is_hard() -> None:
    """Changes of every kind, facts that come back, and answers of both clocks that differ."""
    seen: Counter[str] = Counter()
    for made in map(world, SEEDS):
        records = records_of(made)
        reference = Reference(records, resolver_of().comparer, made.decisions)

        def ask(query: str, values: dict[str, Any], reference: Reference = reference) -> Any:
            return orjson.loads(reference.answer(used(query), values))["data"]

        for one, other in NUMBERS:
            for story in ask(DIFFERENCES, {"from": one, "to": other})["stories"]["nodes"]:
                for change in story["difference"]:
                    seen[f"{change['kind']} {change['what']}{_how(change)}"] += 1
        for record in records:
            ids = [fact.id for fact in record.facts]
            seen["a fact that came back"] += len(ids) - len(set(ids))
            seen["a forecast of two odds"] += len(record.forecasts) - len({forecast.id for forecast in record.forecasts})
        for at in pool_of(records).instants:
            recorded, published = (ask(CLAIMS, {"at": at, "clock": clock}) for clock in ("RECORDED", "PUBLISHED"))
            seen["the clocks differ"] += recorded != published
            seen["nothing stated it then"] += sum(claim["asOf"] is None for claim in recorded["claims"]["nodes"])
    wanted = {
        f"{kind} {what}" for what in ("FACT", "CITATION", "SOURCE", "NARRATIVE", "FORECAST") for kind in ("ADDED", "DROPPED")
    }
    wanted |= {f"REWORDED {what}" for what in ("TITLE", "NARRATIVE", "FORECAST", "FACT, alike", "FACT, contradicting")}
    wanted |= {"a fact that came back", "a forecast of two odds", "the clocks differ", "nothing stated it then"}
    assert {what for what in wanted if not seen[what]} == set()


def _how(change: dict[str, Any]) -> str:
    if (change["what"], change["kind"]) != ("FACT", "REWORDED"):
        return ""
    if change["score"] is None:
        return ", in its place"
    return ", contradicting" if change["differs"] else ", alike"
