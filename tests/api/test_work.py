"""What a question costs does not grow with the graph: steps of SQLite's machine are counted, not time.

The graph is ten times as large, and so is everything that hangs on its hub: its claims, stories,
narratives, co-cited outlets, and the person that every story mentions.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgraph.errors import TimedOut
from briefgraph.graph.sqlite.connections import OPS
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.ingest import Importer
from tests.api.watched import Watched
from tests.measuring import even
from tests.strategies import Says, brief_of
from tests.worlds import registry

SMALL, LARGE = 40, 400
GROWTH = 1.3


def _fill(path: Path, stories: int) -> Watched:
    async def load() -> None:
        store = SqliteStore.open(path, readers=1)
        importer = Importer(store, registry(), lambda: "2032-01-01T00:00:00Z")
        briefs = []
        for number in range(stories):
            facts = [
                Says(
                    f"President Anna Novak opened lock number {number}.", ("Osprey Wire", f"Outlet {number}")
                ),
                Says(f"Barge {number} passed the lock.", ("Osprey Wire", "Lantern Daily")),
                Says(f"It leaks at lock {number}.", ("Osprey Wire",)),
                Says(f"Weir {number} leaks, according to Osprey Wire.", (f"Outlet {number}",)),
            ]
            if number < 5:
                facts.append(Says("The dam holds.", (f"Outlet {number}", "Osprey Wire")))
            briefs.append(
                brief_of(
                    facts,
                    [Says(f"Lock {number} is late.", ("Osprey Wire",))],
                    title=f"Lock {number}",
                    address=f"locks.example/{number}",
                    published_at=f"20{number % 90 + 10}-01-{number % 28 + 1:02d}T00:00:00Z",
                )
            )
        await importer.load(briefs)
        for day, words in enumerate(("The dam holds.", "A wall was built."), 1):  # the first says what others say
            said = [Says(words, ("Osprey Wire",)), Says("Eels pass.", (f"Outlet {day}",))]
            await importer.load([brief_of(said, title=words, address="locks.example/twice", published_at=f"2009-01-0{day}T00:00:00Z")])
        await store.measure(even(await store.network()))
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


BACKER = "edges { storyCount node { name } facts { nodes { text } } }"
BACKED = "edges { storyCount facts { nodes { text } } }"
STATED = "edges { node { text } citations { nodes { name } } people { nodes { name } } }"
PAGE = "edges { cursor } pageInfo { hasNextPage }"
WITNESS = "citationCount facts { nodes { text } } narratives { nodes { text opposing { nodes { label } } } }"
HUB = 'outlet(name: "osprey wire")'
PERSON = 'person(name: "anna novak")'
BESIDE = 'beside: outlet(name: "lantern daily")'
RARE = 'rare: outlet(name: "outlet 3")'


@pytest.mark.parametrize(
    "question",
    [
        f"{HUB} {{ claims(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{HUB} {{ claims(orderBy: CITATION_COUNT_DESC) {{ {BACKED} }} }}",
        f"{HUB} {{ stories(first: 20) {{ {PAGE} totalCount nodes {{ title }} }} }}",
        f"{HUB} {{ coCited(first: 20) {{ {PAGE} edges {{ weight node {{ name }} }} }} }}",
        f"{HUB} {{ narratives(first: 20) {{ {PAGE} nodes {{ text }} }} }}",
        f"{HUB} {{ facts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{HUB} {{ coCited(first: 2) {{ edges {{ facts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }} }} }}",
        f"{HUB} {{ advocatesAsWitness(first: 20) {{ {PAGE} totalCount edges {{ {WITNESS} }} }} }}",
        f"{HUB} {{ stances(first: 20) {{ {PAGE} nodes {{ month narratives(first: 1) {{ totalCount nodes {{ text }} }} }} }} }}",
        f"{PERSON} {{ outlets(first: 1) {{ edges {{ facts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }} }} }}",
        f"{HUB} {{ attributedFacts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{HUB} {{ attributedFacts(first: 20, kind: ACCORDING_TO) {{ {PAGE} nodes {{ text }} }} }}",
        f"claims(first: 20, filter: {{ restsOnOwner: true }}) {{ {PAGE} nodes {{ text ownerCount }} }}",
        f"claims(first: 20, filter: {{ restsOnWire: true }}) {{ {PAGE} nodes {{ text soleWire {{ name }} }} }}",
        f"claims(first: 20, filter: {{ restsOnWire: false }}) {{ {PAGE} nodes {{ text soleWire {{ name }} }} }}",
        f"{PERSON} {{ facts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{PERSON} {{ stories(first: 20) {{ {PAGE} totalCount nodes {{ title }} }} }}",
        f"{PERSON} {{ narratives {{ {PAGE} nodes {{ text }} }} outlets {{ nodes {{ name }} }} }}",
        f'story(address: "locks.example/3") {{ facts {{ nodes {{ claim {{ backers {{ {BACKER} }} }} }} }} }}',
        f"{HUB} {{ soleBacked(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f'{HUB} {{ sharedClaims(first: 20, with: "BESIDE") {{ {PAGE} totalCount edges {{ otherStoryCount facts {{ nodes {{ id }} }} }} }} }}',
        f"{HUB} {{ coBacking(first: 20, isCoCited: true) {{ {PAGE} edges {{ claimCount coCitationCount }} }} }}",
        f"{HUB} {{ coBacking(first: 3) {{ edges {{ claimCount claims(first: 9) {{ totalCount edges {{ storyCount }} }} }} }} }}",
        'compareOutlets(a: "HUB", b: "BESIDE") { sharedClaimCount onlyACount onlyBCount coCitationCount b { name } shared { nodes { text } totalCount } onlyA { nodes { text } totalCount } }',
        'claims(first: 20, filter: { outlet: "HUB" }) { nodes { text } pageInfo { endCursor } }',
        "claims(first: 20, filter: { isSoleSourced: true }) { nodes { text } pageInfo { endCursor } }",
        "claims(first: 20, filter: { isSoleSourced: false }) { nodes { text } pageInfo { endCursor } }",
        "stories(first: 20) { nodes { title } }",
        "claims(first: 20) { edges { cursor node { text } } }",
        "outlets(first: 20, orderBy: CLAIM_COUNT_DESC) { nodes { name } }",
        "outlets(first: 20, orderBy: PAGE_RANK_DESC) { nodes { name pageRank } }",
        "outlets(first: 20, orderBy: BETWEENNESS_DESC) { nodes { name betweenness } }",
        "outlets(first: 20, orderBy: PAGE_RANK_DESC, filter: { community: 1 }) { nodes { name community } }",
        "analysis { at isStale communities { nodes { number outlets(first: 10) { nodes { name pageRank } } } } }",
        "narratives(first: 20) { nodes { text } }",
        'stories(first: 20, filter: { outlet: "HUB" }) { nodes { title } pageInfo { endCursor } }',
        'stories(first: 20, filter: { person: "PERSON" }) { nodes { title } pageInfo { endCursor } }',
        "claims(first: 20, filter: { minBackers: 4 }) { nodes { text backers { nodes { name } } } }",
        f'story(address: "locks.example/3") {{ asOf(at: "2090-01-01") {{ facts {{ {STATED} }} sources {{ nodes {{ name }} }} }} }}',
        'story(address: "locks.example/twice") { difference(from: 2, to: 1) { kind what before after outlet { name } } '
        "revisions { nodes { title changes { kind what before after fact { citations { nodes { name } } } } } } }",
        f'claims(first: 20, filter: {{ minBackers: 4 }}) {{ nodes {{ asOf(at: "2090-01-01") {{ text backers {{ {BACKER} }} }} }} }}',
        "claims(first: 20, filter: { minBackers: 4 }) { nodes { timeline { nodes { at story { title } outlets { nodes { name } } } } } }",
        'network(around: ["HUB"], limit: 10) { nodes { id label weight } edges { source target weight } }',
        'network(around: ["PERSON"], depth: 3, limit: 10) { nodes { id label weight } edges { source target weight } }',
        'network(around: ["RARE"], depth: 2, limit: 30, minWeight: 2) { nodes { id label weight } edges { source target weight } }',
        'path(from: "HUB", to: "RARE") { nodes { id __typename } edges { source target kind weight } }',
        'path(from: "RARE", to: "PERSON") { nodes { id __typename } edges { source target kind weight } }',
    ],
)
def test_steps_do_not_grow_with_the_graph(graphs: tuple[Watched, Watched], question: str) -> None:
    steps = []
    for graph in graphs:
        body, _ = asyncio.run(graph.ask(f"{{ {HUB} {{ id }} {PERSON} {{ id }} {BESIDE} {{ id }} {RARE} {{ id }} }}"))
        hub, person, beside, rare = (part.split('"')[0] for part in body.decode().split('"id":"')[1:])
        query = question.replace("HUB", hub).replace("PERSON", person).replace("BESIDE", beside).replace("RARE", rare)
        query = f"{{ {query} }}"
        body, ran = asyncio.run(graph.ask(query))
        assert body.count(b'"') > 40 or b'"backers"' in body, body
        steps.append(ran.steps)
    assert steps[1] <= steps[0] * GROWTH, f"{steps[0]} steps at {SMALL} stories, {steps[1]} at {LARGE}"


def test_the_count_sees_work_that_grows(graphs: tuple[Watched, Watched]) -> None:
    """The measure itself: what has to look at each hit takes ten times the steps on ten times the graph."""
    few, many = (
        asyncio.run(graph.ask('{ search(text: "lock") { totalCount } }'))[1].steps for graph in graphs
    )
    assert many > few * 5


@pytest.mark.parametrize(
    "question",
    [
        'network(around: ["HUB", "PERSON"], depth: 3, limit: 1000) { nodes { label } edges { weight } }',
        'path(from: "HUB", to: "PERSON") { nodes { id } }',
    ],
)
def test_what_is_followed_from_hub_to_hub_is_stopped_by_the_time_limit(graphs: tuple[Watched, Watched], question: str) -> None:
    """Within one statement: its steps are seen by what looks at the clock, and the connection is as good as before."""
    graph = graphs[1]
    body, _ = asyncio.run(graph.ask(f"{{ {HUB} {{ id }} {PERSON} {{ id }} }}"))
    hub, person = (part.split('"')[0] for part in body.decode().split('"id":"')[1:])
    query = f"{{ {question.replace('HUB', hub).replace('PERSON', person)} }}"
    whole, ran = asyncio.run(graph.ask(query))
    assert ran.steps > OPS
    with pytest.raises(TimedOut):
        graph.run(query, limit_ms=0)
    assert asyncio.run(graph.ask(query))[0] == whole
