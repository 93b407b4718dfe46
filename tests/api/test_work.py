"""What a question costs does not grow with the graph: steps of SQLite's machine are counted, not time.

The graph is ten times as large, and so is everything that hangs on its hub: its claims, stories,
narratives, co-cited outlets, and the person that every story mentions.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

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
PAGE = "edges { cursor } pageInfo { hasNextPage }"
HUB = 'outlet(name: "osprey wire")'
PERSON = 'person(name: "anna novak")'


@pytest.mark.parametrize(
    "question",
    [
        f"{HUB} {{ claims(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{HUB} {{ claims(orderBy: CITATION_COUNT_DESC) {{ {BACKED} }} }}",
        f"{HUB} {{ stories(first: 20) {{ {PAGE} totalCount nodes {{ title }} }} }}",
        f"{HUB} {{ coCited(first: 20) {{ {PAGE} edges {{ weight node {{ name }} }} }} }}",
        f"{HUB} {{ narratives(first: 20) {{ {PAGE} nodes {{ text }} }} }}",
        f"{PERSON} {{ facts(first: 20) {{ {PAGE} totalCount nodes {{ text }} }} }}",
        f"{PERSON} {{ stories(first: 20) {{ {PAGE} totalCount nodes {{ title }} }} }}",
        f"{PERSON} {{ narratives {{ {PAGE} nodes {{ text }} }} outlets {{ nodes {{ name }} }} }}",
        f'story(address: "locks.example/3") {{ facts {{ nodes {{ claim {{ backers {{ {BACKER} }} }} }} }} }}',
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
    ],
)
def test_steps_do_not_grow_with_the_graph(graphs: tuple[Watched, Watched], question: str) -> None:
    steps = []
    for graph in graphs:
        body, _ = asyncio.run(graph.ask(f"{{ {HUB} {{ id }} {PERSON} {{ id }} }}"))
        hub, person = (part.split('"')[0] for part in body.decode().split('"id":"')[1:])
        query = f"{{ {question.replace('HUB', hub).replace('PERSON', person)} }}"
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
