"""Measures are kept beside the graph, replaced whole, and known to be old."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson

from briefgraph.analysis import analyse
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.brief import Brief
from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.measures import Network
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.contract.conftest import dump
from tests.measuring import AT, even
from tests.strategies import Says, brief_of

Play = Callable[..., Any]
QUERY = """{
  analysis { at outletCount pairCount communityCount modularity isSampled isStale
    communities { edges { cursor node { number outletCount outlets { nodes { name } } } } totalCount } }
  outlets(orderBy: PAGE_RANK_DESC) { edges { cursor node { name pageRank betweenness community } } }
}"""
TWO = ("Bramble Courier", "Harrow Wire")


def importer(store: Store) -> Importer:
    return Importer(store, OutletRegistry([]), lambda: "2025-06-01T00:00:00Z")


def brief(number: int, *outlets: str, title: str | None = None) -> Brief:
    facts = [Says(f"Ferry {number} sank at {place} past.", outlets) for place in range(2)]
    return brief_of(facts, title=title or f"Ferry {number}", address=f"ferries.example/{number}")


def merged(one: str, other: str) -> Decision:
    kind, subjects = DecisionKind.MERGE_OUTLETS, (one, other)
    effects = Effects(moved={other: one})
    return Decision(
        id=decision_id(kind, AT, "ann", subjects), kind=kind, at=AT, by="ann", reason=None, subjects=subjects, effects=effects
    )


async def ask(store: Store, query: str = QUERY) -> Any:
    answer = await Executor(store).execute(GraphQLRequest(query=query))
    assert answer.code is None, answer.body
    return orjson.loads(answer.body)["data"]


async def measures(store: Store) -> dict[str, tuple[Any, ...]]:
    edges = (await ask(store))["outlets"]["edges"]
    return {edge["node"].pop("name"): tuple(edge["node"].values()) for edge in edges}


async def is_stale(store: Store) -> bool:
    return bool((await ask(store))["analysis"]["isStale"])


def test_a_network_has_every_outlet_and_every_pair_once(play: Play) -> None:
    async def scenario(store: Store) -> None:
        assert await store.network() == Network(outlets=(), pairs=(), changes=0)
        await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post"), brief(3, *TWO, "Quay Herald")])

        network = await store.network()

        assert list(network.outlets) == sorted(network.outlets)
        names = {n["id"]: n["name"] for n in (await ask(store, "{ outlets { nodes { id name } } }"))["outlets"]["nodes"]}
        pairs = {frozenset((names[network.outlets[a]], names[network.outlets[b]])): weight for a, b, weight in network.pairs}
        assert pairs == {
            frozenset(TWO): 4,
            frozenset((TWO[0], "Quay Herald")): 2,
            frozenset((TWO[1], "Quay Herald")): 2,
        }
        assert len(network.outlets) == 4
        assert len(network.pairs) == 3
        assert all(one < other for one, other, _ in network.pairs)

    play(scenario)


def test_both_engines_keep_the_same(play: Play) -> None:
    async def scenario(one: Store, other: Store) -> None:
        for store in (one, other):
            await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post"), brief(3, *TWO, "Quay Herald")])
            await store.measure(analyse(await store.network(), AT))

        assert await ask(one) == await ask(other)
        assert (await ask(one))["analysis"]["communityCount"] == 2

    play(scenario, stores=2)


def test_without_an_analysis_there_is_none(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief(1, *TWO)])
        answer = await ask(store)
        assert answer["analysis"] is None
        assert await measures(store) == dict.fromkeys(sorted(TWO, reverse=True), (None, None, None))

    play(scenario)


def test_measures_replace_the_earlier_ones_and_leave_the_graph_as_it_is(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post")])
        graph = await dump(store, recorded=True)
        network = await store.network()
        await store.measure(even(network))
        first = await ask(store)
        await store.measure(
            replace(even(network), at="2033-01-01T00:00:00Z", outlets=even(network).outlets[:1], communities=(1,))
        )
        second = await ask(store)

        assert [edge["node"]["community"] for edge in first["outlets"]["edges"]] == [1, 2, 1]
        assert first["analysis"]["communities"]["totalCount"] == 2
        assert [edge["node"]["community"] for edge in second["outlets"]["edges"]] == [1, None, None]
        assert second["analysis"]["at"] == "2033-01-01T00:00:00Z"
        assert second["analysis"]["communities"]["totalCount"] == 1
        assert await dump(store, recorded=True) == graph

    play(scenario)


def test_a_new_outlet_has_none_and_one_that_comes_back_lost_them(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post")])
        await store.measure(even(await store.network()))
        kept = {name: known for name, known in (await measures(store)).items() if name in TWO}
        # The post goes out of sight, and stays in the story's first version; then it comes back.
        await importer(store).load([brief(2, *TWO, title="Ferry 2, again")])
        assert await measures(store) == kept
        await importer(store).load([brief(4, "Lantern Post", "Quay Herald")])

        assert await measures(store) == kept | {"Lantern Post": (None, None, None), "Quay Herald": (None, None, None)}
        answer = await ask(store)
        assert [edge["node"]["name"] for edge in answer["outlets"]["edges"]][:2] == list(kept), "nulls come last"
        assert answer["analysis"]["outletCount"] == 3, "as of the analysis"

    play(scenario)


def test_what_went_out_of_sight_meanwhile_is_passed_over(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post")])
        found = even(await store.network())
        await importer(store).load([brief(2, "Quay Herald", title="Ferry 2, again")])
        await store.measure(found)

        known = await measures(store)
        assert set(known) == {*TWO, "Quay Herald"}
        assert [name for name, (rank, *_) in known.items() if rank is None] == ["Quay Herald"]
        assert await is_stale(store), "the graph is not what was read"
        # Out of sight it had nothing to be given: in sight again it has none.
        await importer(store).load([brief(5, "Lantern Post")])
        assert (await measures(store))["Lantern Post"] == (None, None, None)

    play(scenario)


def test_measures_are_stale_after_any_change_and_only_then(play: Play) -> None:
    async def scenario(store: Store) -> None:
        load, known = importer(store), brief(1, *TWO)
        receipts = await load.load([known, brief(2, "Lantern Post")])

        async def afresh() -> None:
            await store.measure(even(await store.network()))
            assert not await is_stale(store)

        await afresh()
        await load.load([known])
        assert not await is_stale(store), "a brief that is there already changes nothing"
        await load.load([brief(3, *TWO)])
        assert await is_stale(store)
        await afresh()
        outlets = (await store.network()).outlets[:2]
        await load.decide([merged(*outlets)])
        assert await is_stale(store)
        await afresh()
        assert await store.delete(receipts[1].story_id, load)
        assert await is_stale(store)

    play(scenario)
