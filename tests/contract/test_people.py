"""Conflicts, disputes and people mentioned together follow every change, on either side of them, on either engine."""

from collections.abc import Callable
from typing import Any

from briefgraph.graph.store import Store
from tests.contract.test_recomputed import assert_kept
from tests.curating import Desk, story
from tests.strategies import Says

Play = Callable[..., Any]
FORTY, SIXTY = "At the Drosk lock 40 barges were waiting.", "At the Drosk lock 60 barges were waiting."
MET, THANKED = "Gov. Maria Ostrow met Lena Virtane in Drosk.", "Lena Virtane thanked Tomas Brekke in Drosk."
A = story("a", "01-10", Says(FORTY, ("Bramble Courier",)), Says(MET, ("Harrow Wire",)), title="The lock")
B = story("b", "01-11", Says(SIXTY, ("Lantern Post", "Bramble Courier")), Says(THANKED), title="The queue")
C = story("c", "01-12", Says(FORTY, ("Harrow Wire",)), title="The barges", lead="Tomas Brekke and Maria Ostrow looked on.")
NO_QUEUE = story("b", "01-13", Says(THANKED), title="The queue is gone")

CLAIMS = """{ claims(first: 100) { nodes { text conflictCount conflicting { totalCount } } }
    contested: claims(filter: { isContested: true }) { totalCount } }"""
DISPUTES = """query($n: String!) { outlet(name: $n) { disputes { edges {
    score differs node { text } other { name } otherClaim { text } facts { nodes { text } } otherFacts { nodes { text } } } } } }"""
TOGETHER = """query($n: String!) { person(name: $n) { coMentioned { edges { storyCount factCount node { name }
    facts { nodes { text } } stories { nodes { title } } } } } }"""


async def conflicts(desk: Desk) -> list[tuple[str, int]]:
    """With how many claims each conflicts; those that do with none are left out."""
    found = await desk.ask(CLAIMS)
    claims = found["claims"]["nodes"]
    assert all(claim["conflictCount"] == claim["conflicting"]["totalCount"] for claim in claims)
    counts = sorted((claim["text"], claim["conflictCount"]) for claim in claims if claim["conflictCount"])
    assert found["contested"]["totalCount"] == len(counts)
    return counts


async def disputes(desk: Desk, outlet: str) -> list[tuple[str, str, str]]:
    """What an outlet backs, against what, and whose."""
    edges = (await desk.ask(DISPUTES, n=outlet))["outlet"]["disputes"]["edges"]
    for edge in edges:
        assert edge["differs"] == ["number"]
        assert {fact["text"] for fact in edge["facts"]["nodes"]} == {edge["node"]["text"]}
        assert {fact["text"] for fact in edge["otherFacts"]["nodes"]} == {edge["otherClaim"]["text"]}
    return sorted((edge["node"]["text"], edge["otherClaim"]["text"], edge["other"]["name"]) for edge in edges)


async def together(desk: Desk, person: str) -> dict[str, tuple[int, int]]:
    edges = (await desk.ask(TOGETHER, n=person))["person"]["coMentioned"]["edges"]
    for edge in edges:
        assert (edge["storyCount"], edge["factCount"]) == (len(edge["stories"]["nodes"]), len(edge["facts"]["nodes"]))
    return {edge["node"]["name"]: (edge["storyCount"], edge["factCount"]) for edge in edges}


def test_a_conflict_goes_and_comes_with_either_side(play: Play) -> None:
    both = [(FORTY, 1), (SIXTY, 1)]
    courier = [(FORTY, SIXTY, "Bramble Courier"), (FORTY, SIXTY, "Lantern Post"), (SIXTY, FORTY, "Bramble Courier")]

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A)
        assert await conflicts(desk) == []
        await desk.load(B)
        assert await conflicts(desk) == both
        assert await disputes(desk, "Bramble Courier") == courier  # with itself: it backs both
        assert await disputes(desk, "Lantern Post") == [(SIXTY, FORTY, "Bramble Courier")]
        await desk.load(C)
        wire = (SIXTY, FORTY, "Harrow Wire")
        assert await disputes(desk, "Bramble Courier") == [*courier, wire]
        await assert_kept(store, desk.importer)
        await desk.load(NO_QUEUE)  # the other side is superseded, and its wording still there
        assert await conflicts(desk) == []
        assert await disputes(desk, "Bramble Courier") == []
        await assert_kept(store, desk.importer)
        assert await desk.importer.delete(await desk.story("b"))
        await assert_kept(store, desk.importer)
        await desk.load(B)
        assert await conflicts(desk) == both
        assert await disputes(desk, "Bramble Courier") == [*courier, wire]
        await assert_kept(store, desk.importer)

    play(scenario)


def test_decisions_about_claims_change_who_disputes(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, B, C)
        plain = await desk.dump(log=False)
        forty, sixty = await desk.fact("a", "At the"), await desk.fact("b", "At the")
        merged = await desk.decide("mergeClaims", from_=[sixty["claim"]["id"]], into=forty["claim"]["id"])
        assert await conflicts(desk) == []
        assert await disputes(desk, "Lantern Post") == []
        await assert_kept(store, desk.importer)
        await desk.decide("undoDecision", id=merged["decision"]["id"])
        assert await desk.dump(log=False) == plain
        split = await desk.decide("splitClaim", claim=forty["claim"]["id"], facts=[forty["id"]])
        assert await conflicts(desk) == [(FORTY, 1), (FORTY, 1), (SIXTY, 2)]  # both that say 40
        assert await disputes(desk, "Lantern Post") == [(SIXTY, FORTY, "Bramble Courier"), (SIXTY, FORTY, "Harrow Wire")]
        await assert_kept(store, desk.importer)
        await desk.decide("undoDecision", id=split["decision"]["id"])
        post, courier = [await desk.outlet(name) for name in ("Lantern Post", "Bramble Courier")]
        await desk.decide("mergeOutlets", from_=[post["id"]], into=courier["id"])
        asked = "query($c: String!, $p: ID!) { outlet(name: $c) { disputes(with: $p) { totalCount } } }"
        assert (await desk.ask(asked, c="Bramble Courier", p=post["id"]))["outlet"]["disputes"]["totalCount"] == 2
        await assert_kept(store, desk.importer)

    play(scenario)


def test_people_who_are_one_are_mentioned_together_with_those_of_either(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, B, C)
        assert await together(desk, "Maria Ostrow") == {"Lena Virtane": (1, 1), "Tomas Brekke": (1, 0)}
        plain = await desk.dump(log=False)
        maria, tomas = [await desk.person(name) for name in ("Maria Ostrow", "Tomas Brekke")]
        merged = await desk.decide("mergePeople", from_=[tomas["id"]], into=maria["id"])
        assert await together(desk, "Maria Ostrow") == {"Lena Virtane": (2, 2)}
        await assert_kept(store, desk.importer)
        await desk.decide("undoDecision", id=merged["decision"]["id"])
        assert await desk.dump(log=False) == plain
        assert await desk.importer.delete(await desk.story("c"))
        assert await together(desk, "Maria Ostrow") == {"Lena Virtane": (1, 1)}
        await assert_kept(store, desk.importer)

    play(scenario)


def test_a_forecast_is_followed_by_its_words_through_every_story_that_stands(play: Play) -> None:
    def asks(letter: str, day: str, question: str, probability: float) -> Any:
        return story(letter, day, Says(FORTY), title=letter, questions=[(question, probability)])

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(
            asks("a", "01-10", "Will the lock open?", 0.5),
            asks("b", "01-12", "will the  lock open?", 0.25),
            asks("c", "01-11", "Will the lock close?", 0.75),
        )
        query = """query($t: String!) { forecasts(filter: { text: $t }) { nodes { followed { nodes { probability } } } }
            search(text: $t) { totalCount } }"""

        async def followed(text: str) -> list[list[float]]:
            found = await desk.ask(query, t=text)
            assert found["search"]["totalCount"] == 0
            return [[one["probability"] for one in node["followed"]["nodes"]] for node in found["forecasts"]["nodes"]]

        assert await followed("OPEN") == [[0.5, 0.25], [0.5, 0.25]]
        assert await followed("open close") == await followed("") == []
        await desk.load(asks("b", "01-13", "Will the lock close?", 0.125))
        assert await followed("open") == [[0.5]]
        assert await followed("close") == [[0.75, 0.125], [0.75, 0.125]]
        assert await desk.importer.delete(await desk.story("c"))
        assert await followed("close") == [[0.125]]

    play(scenario)
