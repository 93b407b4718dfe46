"""What a network and a path promise, whatever the graph; and what may not be asked of them."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import orjson
import pytest

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph.sqlite.store import SqliteStore
from tests.api.engines import Engines, Graph
from tests.queries import Question
from tests.reference.network import relations
from tests.worlds import load, world

SEEDS = range(12)
NETWORK = """query($around: [ID!]!, $depth: Int, $limit: Int, $minWeight: Int) {
  network(around: $around, depth: $depth, limit: $limit, minWeight: $minWeight) {
    nodes { id kind label weight } edges { source target kind weight } } }"""
PATH = """query($from: ID!, $to: ID!, $maxHops: Int) {
  path(from: $from, to: $to, maxHops: $maxHops) { length nodes { id } edges { source target kind weight } } }"""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_network_is_within_its_bounds(engines: Engines, seed: int) -> None:
    """Its nodes are within reach and few enough, its edges are between them and heavy enough; depth and limit only add."""

    async def compare(graph: Graph) -> None:
        rng = Random(seed)
        known = [node.id for node in graph.reference.nodes.values() if node.type in ("Story", "Claim", "Outlet", "Person")]
        for _ in range(6 if known else 0):
            around = rng.sample(known, k=min(len(known), rng.choice((1, 1, 2))))
            least, limit = rng.choice((1, 1, 2)), rng.choice((3, 6, 100))
            sizes = []
            for depth in (1, 2, 3):
                given = {"around": around, "depth": depth, "limit": limit, "minWeight": least}
                found = (await graph.compare(Question(NETWORK, given)))["network"]
                ids = {node["id"] for node in found["nodes"]}
                assert set(around) <= ids <= _reached(graph, around, depth, least)
                assert len(ids) == len(found["nodes"]) <= max(limit, len(around))
                assert all(edge["source"] in ids and edge["target"] in ids and edge["weight"] >= least for edge in found["edges"])
                for node in found["nodes"]:
                    own = [edge["weight"] for edge in found["edges"] if node["id"] in (edge["source"], edge["target"])]
                    assert node["weight"] == sum(own)
                sizes.append(ids)
            assert sizes[0] <= sizes[1] <= sizes[2]

    engines.play(seed, compare)


def _reached(graph: Graph, around: list[str], depth: int, least: int) -> set[str]:
    found = set(around)
    pairs = [(a.id, b.id) for _, a, b, weight in relations(graph.reference) if weight >= least]
    for _ in range(depth):
        found |= {one for a, b in pairs for one in (a, b) if {a, b} & found}
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_path_leads_from_edge_to_edge(engines: Engines, seed: int) -> None:
    """Two nodes that follow each other are joined by its edges, no node comes twice, and the way back is as long."""

    async def compare(graph: Graph) -> None:
        rng = Random(seed)
        known = list(graph.reference.nodes)
        for _ in range(12 if known else 0):
            ends = {"from": rng.choice(known), "to": rng.choice(known), "maxHops": 8}
            path = (await graph.compare(Question(PATH, ends)))["path"]
            back = (await graph.compare(Question(PATH, {**ends, "from": ends["to"], "to": ends["from"]})))["path"]
            assert (path and path["length"]) == (back and back["length"])
            if path is None:
                continue
            ids = [node["id"] for node in path["nodes"]]
            assert (ids[0], ids[-1], len(ids)) == (ends["from"], ends["to"], path["length"] + 1)
            assert len(set(ids)) == len(ids)
            joined = {frozenset((edge["source"], edge["target"])) for edge in path["edges"]}
            assert joined == {frozenset(two) for two in pairwise(ids)}
            if path["length"]:
                near = (await graph.compare(Question(PATH, {**ends, "maxHops": path["length"]})))["path"]
                assert near == path
            if path["length"] > 1:
                assert (await graph.compare(Question(PATH, {**ends, "maxHops": path["length"] - 1})))["path"] is None

    engines.play(seed, compare)


# --- what may not be asked -------------------------------------------------------------------


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    opened = SqliteStore.open(":memory:", readers=1)
    asyncio.run(load(opened, world(1)))
    yield opened
    asyncio.run(opened.close())


def _ask(store: SqliteStore, query: str, variables: dict[str, Any] | None = None) -> Any:
    request = GraphQLRequest(query=query, variables=variables)
    return orjson.loads(asyncio.run(Executor(store).execute(request)).body)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("network(around: [], depth: 0)", "depth is 0; it must be from 1 to 3"),
        ("network(around: [], depth: 4)", "depth is 4; it must be from 1 to 3"),
        ("network(around: [], limit: 0)", "limit is 0; it must be from 1 to 1000"),
        ("network(around: [], limit: 1001)", "limit is 1001; it must be from 1 to 1000"),
        ("network(around: [" + '"ou_1", ' * 21 + "])", "21 values are given; at most 20 are taken at once"),
        ('path(from: "ou_1", to: "ou_2", maxHops: 0)', "maxHops is 0; it must be from 1 to 8"),
        ('path(from: "ou_1", to: "ou_2", maxHops: 9)', "maxHops is 9; it must be from 1 to 8"),
    ],
)
def test_numbers_out_of_their_bounds_are_refused(store: SqliteStore, field: str, said: str) -> None:
    answer = _ask(store, f"{{ stats {{ storyCount }} mine: {field} {{ __typename }} }}")
    assert answer == {"errors": [{"message": said, "extensions": {"code": "BAD_INPUT", "field": ["mine"]}}]}


def test_a_number_that_is_not_given_or_null_is_its_default(store: SqliteStore) -> None:
    ids = [node["id"] for node in _ask(store, "{ outlets { nodes { id } } }")["data"]["outlets"]["nodes"]][:2]
    whole = _ask(store, NETWORK, {"around": ids, "depth": 1, "limit": 200, "minWeight": 1})
    assert len(whole["data"]["network"]["nodes"]) > 2
    assert _ask(store, NETWORK, {"around": ids}) == whole
    assert _ask(store, NETWORK, {"around": ids, "depth": None, "limit": None, "minWeight": None}) == whole
    far = {"from": ids[0], "to": ids[1]}
    assert _ask(store, PATH, {**far, "maxHops": None}) == _ask(store, PATH, far) == _ask(store, PATH, {**far, "maxHops": 6})


def test_nothing_is_around_nothing(store: SqliteStore) -> None:
    query = '{ a: network(around: []) { nodes { id } edges { kind } } b: network(around: ["x"]) { nodes { id } edges { kind } } }'
    assert _ask(store, query)["data"] == {name: {"nodes": [], "edges": []} for name in "ab"}
