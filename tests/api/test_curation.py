"""The mutations of curation as a client sees them: what is refused, what is given back, who is written down."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import orjson
import pytest

from briefgraph.api.callers import ANYBODY, EVERYTHING, Caller
from briefgraph.api.claims import PAIRS_MAX, parted
from briefgraph.api.curation import HANDLERS, NOBODY, said
from briefgraph.api.curation_types import CURATED
from briefgraph.api.execution import GraphQLRequest
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, DecisionKind, Decisions, Effects, merged
from briefgraph.graph.log import LABEL_MAX, NAME_MAX, REASON_MAX
from briefgraph.graph.sqlite import SqliteStore
from tests.curating import BRIEFS, FOX, HELD, HELD_FIRM, HOMES, NOW, PILOT, Desk, story
from tests.strategies import Says


def at_a_desk(scenario: Callable[[Desk], Awaitable[None]], *, loaded: bool = True) -> None:
    """Play a scenario at a desk with the small world on it."""

    async def go() -> None:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            desk = Desk(store)
            await desk.load(*BRIEFS if loaded else ())
            await scenario(desk)
        finally:
            await store.close()

    asyncio.run(go())


def test_every_kind_of_decision_has_a_mutation() -> None:
    kinds = {"".join(f"_{c}" if c.isupper() else c.upper() for c in item.name) for item in CURATED} - {"UNDO_DECISION"}
    assert kinds == set(DecisionKind)
    assert {*HANDLERS, "undoDecision"} == {item.name for item in CURATED}


# --- what is refused -------------------------------------------------------------------------------


def test_what_is_not_there_or_of_another_kind_is_refused() -> None:
    async def scenario(desk: Desk) -> None:
        before = await desk.dump()
        a, maria = await desk.story("a"), (await desk.person("Maria Ostrow"))["id"]
        refused = desk.refused
        assert await refused("mergeStories", from_=["st_0"], into=a) == "there is no story st_0; give the id of one that stands"
        assert await refused("mergeOutlets", from_=["ou_0"], into="x" * 1000) == (
            "there is no outlet ou_0; give the id of one that stands"
        )
        assert await refused("mergeOutlets", from_=["x" * 1000], into=a) == (
            f"there is no outlet {'x' * 40}...; give the id of one that stands"
        )
        assert await refused("mergePeople", from_=[a], into=maria) == f"{a} is a story; give the id of a person"
        assert await refused("mergeStories", from_=[], into=a) == "`from` is empty; name what is to be merged"
        assert await refused("mergeClaims", from_=[], into=(await desk.fact("a", HELD))["claim"]["id"]) == (
            "`from` is empty; name the claims that are to be merged"
        )
        assert await refused("mergeStories", from_=[a] * 100, into=a) == "101 ids are given; a decision is about 1 to 100"
        assert await refused("splitPerson", person=maria, stories=[]) == "0 ids are given; a decision is about 1 to 100"
        assert await refused("reviewLink", fact=maria, verdict="CONFIRM") == f"{maria} is a person; give the id of a fact"
        assert await refused("closeProblem", id="pr_0") == "there is no problem pr_0; give the id of one that stands"
        assert await refused("undoDecision", id="de_0") == "there is no decision de_0; `decisions` lists them"
        assert await desk.dump() == before

    at_a_desk(scenario)


def test_what_makes_no_sense_is_refused() -> None:
    async def scenario(desk: Desk) -> None:
        a, b, t = [await desk.story(letter) for letter in "abt"]
        slip, right = (await desk.outlet("Bramble Kourier"))["id"], (await desk.outlet("Bramble Courier"))["id"]
        maria = (await desk.person("Maria Ostrow"))["id"]
        held, firm, fox = await desk.fact("a", HELD), await desk.fact("b", HELD_FIRM), await desk.fact("c", FOX)
        before = await desk.dump()
        refused = desk.refused
        assert await refused("mergeStories", from_=[a], into=a) == "they are one story already; nothing is left to merge"
        assert await refused("mergeOutlets", from_=[slip, right], into=right) == (
            f"{right} in `from` is what `into` names; leave it out"
        )
        assert await refused("separateStories", stories=[a, a]) == (
            "these are one story; name two or more, or undo the decision that merged them"
        )
        d = await desk.story("d")
        assert await refused("splitPerson", person=maria, stories=[b, d]) == (
            f"the story {d} does not mention {maria}; leave it out"
        )
        assert await refused("reviewLink", fact=fox["id"], verdict="REJECT") == (
            "the fact states its claim alone; there is no link to reject"
        )
        everyone = [edge["node"]["id"] for edge in held["claim"]["facts"]["edges"]]
        assert await refused("splitClaim", claim=held["claim"]["id"], facts=everyone) == (
            "these are all the facts that state the claim; leave out those that are to stay"
        )
        assert await refused("splitClaim", claim=held["claim"]["id"], facts=[firm["id"], fox["id"]]) == (
            f"the fact {fox['id']} states another claim; name facts that state {held['claim']['id']}"
        )
        assert await refused("correctCitation", fact=fox["id"], position=2, label="Osprey Feed") == (
            "the fact has no citation 2; `citations` has the position of each"
        )
        assert await refused("correctCitation", fact=fox["id"], position=2, label=None) == "the fact has no citation 2"
        assert await refused("correctCitation", fact=fox["id"], position=1, label=" \n") == (
            "`label` is blank; give the source's name, or null where there is no citation"
        )
        assert await refused("correctCitation", fact=fox["id"], position=1, label="Bramble Kourier") == (
            "the citation 1 is of Bramble Kourier already"
        )
        assert await desk.dump() == before

        done = await desk.decide("mergeStories", from_=[t], into=a)
        assert await refused("mergeStories", from_=[a], into=t) == "they are one story already; nothing is left to merge"
        assert "these are one story" in await refused("separateStories", stories=[a, t])
        await desk.decide("undoDecision", id=done["decision"]["id"])
        assert await refused("undoDecision", id=done["decision"]["id"]) == (
            f"the decision {done['decision']['id']} was undone at {NOW}; decide anew to have it back"
        )

    at_a_desk(scenario)


@pytest.mark.parametrize(("field", "limit"), [("by", NAME_MAX), ("reason", REASON_MAX), ("label", LABEL_MAX)])
def test_texts_are_bounded(field: str, limit: int) -> None:
    async def scenario(desk: Desk) -> None:
        fact = await desk.fact("c", FOX)
        given = {"fact": fact["id"], "position": 1, "label": "Osprey Feed"}
        assert await desk.refused("correctCitation", **given | {field: "é" * (limit + 1)}) == (
            f"`{field}` is longer than {limit:,} characters; shorten it"
        )
        made = await desk.decide("correctCitation", **given | {field: "é" * limit})
        assert "é" * limit in str(made)

    at_a_desk(scenario)


def test_texts_are_kept_without_what_acts_on_whoever_reads_them() -> None:
    assert said("  Ines\x1b[31m\x00 of\r\n\tthe desk\u202e\x85 ", "by", 99) == "Ines[31m of the desk"
    assert said("\u200d👩\u200d🚀 நன்றி", "by", 99) == "\u200d👩\u200d🚀 நன்றி"
    assert [said(text, "by", 9) for text in (None, "", " \n\x07", "\u2067")] == [None, None, None, None]

    async def scenario(desk: Desk) -> None:
        fact = (await desk.fact("c", FOX))["id"]
        made = await desk.decide("reviewLink", fact=fact, verdict="CONFIRM", by="\n", reason="\u2028")
        assert (made["decision"]["by"], made["decision"]["reason"]) == (NOBODY, None)

    at_a_desk(scenario)


def test_more_pairs_than_a_log_should_hold_are_refused() -> None:
    def facts(letter: str, count: int) -> list[dict[str, Any]]:
        return [{"id": f"fa_{letter}{i}", "text": f"{letter} {i}", "story": {"id": "st_0"}} for i in range(count)]

    assert len(parted(facts("f", 100), facts("r", 100), Decisions()).apart) == PAIRS_MAX
    with pytest.raises(BadInput, match="name fewer facts"):
        parted(facts("f", 100), facts("r", 101), Decisions())


def test_without_the_key_nothing_is_decided() -> None:
    async def scenario(desk: Desk) -> None:
        query = 'mutation { closeProblem(input: {id: "pr_0"}) { decision { id } } }'
        for caller, code in ((ANYBODY, "FORBIDDEN"), (Caller("env", EVERYTHING).by_get(), "METHOD_NOT_ALLOWED")):
            answer = await desk.executor.execute(GraphQLRequest(query=query), caller=caller)
            assert not answer.has_data
            assert answer.code == code
        assert await desk.importer.decisions() == []

    at_a_desk(scenario)


# --- what is given back ----------------------------------------------------------------------------


def test_what_stands_is_given_back_and_nothing_changes() -> None:
    async def scenario(desk: Desk) -> None:
        a, c, t = [await desk.story(letter) for letter in "act"]
        slip, right = (await desk.outlet("Bramble Kourier"))["id"], (await desk.outlet("Bramble Courier"))["id"]
        maria, marius = (await desk.person("Maria Ostrow"))["id"], (await desk.person("Marius Ostrow"))["id"]
        held, firm, homes = await desk.fact("a", HELD), await desk.fact("b", HELD_FIRM), await desk.fact("b", HOMES)
        pilot, fox = await desk.fact("d", PILOT), await desk.fact("c", FOX)
        requests: list[tuple[str, dict[str, Any]]] = [
            ("separateStories", {"stories": [a, t]}),
            ("mergeOutlets", {"from_": [slip], "into": right}),
            ("splitPerson", {"person": maria, "stories": [c], "name": "Maria O."}),
            ("mergePeople", {"from_": [marius], "into": maria}),
            ("reviewLink", {"fact": firm["id"], "verdict": "CONFIRM"}),
            ("reviewLink", {"fact": homes["id"], "verdict": "REJECT"}),
            ("splitClaim", {"claim": pilot["claim"]["id"], "facts": [pilot["id"]]}),
            ("mergeClaims", {"from_": [fox["claim"]["id"]], "into": held["claim"]["id"]}),
            ("correctCitation", {"fact": homes["id"], "position": 1, "label": "Lantern Post"}),
            ("correctCitation", {"fact": homes["id"], "position": 2, "label": None}),
            ("closeProblem", {"id": (await desk.problem("a", "UNCITED_SOURCE"))["id"]}),
            ("mergeStories", {"from_": [t], "into": a}),
        ]
        for name, given in requests:
            made = await desk.decide(name, by="Ines", **given)
            dump = await desk.dump()
            again = await desk.decide(name, by="Tove", **given)
            assert again == made, name
            assert await desk.dump() == dump, name
        assert "does not mention" in await desk.refused("splitPerson", person=maria, stories=[c], name="Maria of Drosk")
        assert len(await desk.importer.decisions()) == len(requests)

    at_a_desk(scenario)


def test_what_was_decided_otherwise_since_is_decided_anew() -> None:
    async def scenario(desk: Desk) -> None:
        fact = (await desk.fact("b", HELD_FIRM))["id"]
        ids = set()
        for verdict in ("REJECT", "CONFIRM", "REJECT"):
            made = await desk.decide("reviewLink", fact=fact, verdict=verdict)
            assert made["fact"]["claim"]["factCount"] == 1
            (edge,) = (await desk.fact("b", HELD_FIRM))["claim"]["facts"]["edges"]
            assert edge["isReviewed"] is (verdict == "CONFIRM")
            ids.add(made["decision"]["id"])
        assert len(ids) == 3
        firm, held = [(await desk.fact(*at))["claim"]["id"] for at in (("b", HELD_FIRM), ("a", HELD))]
        await desk.decide("mergeClaims", from_=[firm], into=held)
        made = await desk.decide("reviewLink", fact=fact, verdict="REJECT")
        assert made["decision"]["id"] not in ids and made["fact"]["claim"]["factCount"] == 1

    at_a_desk(scenario)


# --- one request -----------------------------------------------------------------------------------


def test_the_mutations_of_one_request_are_run_in_their_order() -> None:
    async def scenario(desk: Desk) -> None:
        slip, right = (await desk.outlet("Bramble Kourier"))["id"], (await desk.outlet("Bramble Courier"))["id"]
        feed = (await desk.outlet("Osprey Feed"))["id"]
        query = """mutation($slip: ID!, $right: ID!, $feed: ID!) {
            first: mergeOutlets(input: {from: [$slip], into: $right}) { ...made }
            bad: mergeOutlets(input: {from: [$right], into: $slip, by: "Ines"}) { ...made }
            second: mergeOutlets(input: {from: [$feed], into: $slip, reason: "the same \\u0007desk"}) { ...made }
        }
        fragment made on MergeOutletsPayload {
            __typename
            decision { __typename kind subjects reason }
            outlet { id stories(first: 1) { totalCount } }
        }"""
        request = GraphQLRequest(query=query, variables={"slip": slip, "right": right, "feed": feed})
        answer = orjson.loads((await desk.executor.execute(request, caller=Caller("env", EVERYTHING))).body)
        assert [(error["path"], error["extensions"]["code"]) for error in answer["errors"]] == [(["bad"], "BAD_INPUT")]
        assert answer["data"] == {
            "first": {
                "__typename": "MergeOutletsPayload",
                "decision": {"__typename": "Decision", "kind": "MERGE_OUTLETS", "subjects": [slip, right], "reason": None},
                "outlet": {"id": right, "stories": {"totalCount": 4}},
            },
            "bad": None,
            "second": {
                "__typename": "MergeOutletsPayload",
                "decision": {"__typename": "Decision", "kind": "MERGE_OUTLETS", "subjects": [feed, slip], "reason": "the same desk"},
                "outlet": {"id": right, "stories": {"totalCount": 5}},
            },
        }

    at_a_desk(scenario)


def test_decisions_that_are_made_at_once_rest_on_each_other() -> None:
    """Each would be right alone; both together would go round in a circle."""

    async def scenario(desk: Desk) -> None:
        slip, right = (await desk.outlet("Bramble Kourier"))["id"], (await desk.outlet("Bramble Courier"))["id"]
        answers = await asyncio.gather(
            desk.answer("mergeOutlets", from_=[slip], into=right), desk.answer("mergeOutlets", from_=[right], into=slip)
        )
        assert ["errors" in answer for answer in answers] == [False, True]

    at_a_desk(scenario)


def test_claims_with_more_facts_than_a_page_are_split_whole() -> None:
    async def scenario(desk: Desk) -> None:
        for number in range(120):
            await desk.load(story(f"n{number}", "05-01", Says(HELD, ("Lantern Post",)), title=f"Part {number}"))
        claim = (await desk.fact("n0", HELD))["claim"]
        assert claim["factCount"] == 123
        facts = [(await desk.fact(f"n{number}", HELD))["id"] for number in range(40)]
        made = await desk.decide("splitClaim", claim=claim["id"], facts=facts)
        assert made["claim"]["factCount"] == 40
        assert (await desk.fact("n119", HELD))["claim"]["factCount"] == 83

    at_a_desk(scenario)


# --- the log ---------------------------------------------------------------------------------------


def test_the_log_is_asked_by_kind_subject_person_and_whether_it_was_undone() -> None:
    async def scenario(desk: Desk) -> None:
        fact, maria = (await desk.fact("b", HELD_FIRM))["id"], (await desk.person("Maria Ostrow"))["id"]
        one = (await desk.decide("reviewLink", fact=fact, verdict="CONFIRM", by="Ines"))["decision"]["id"]
        two = (await desk.decide("reviewLink", fact=fact, verdict="REJECT", by="Tove"))["decision"]["id"]
        three = (await desk.decide("splitPerson", person=maria, stories=[await desk.story("c")], by="Tove"))["decision"]["id"]
        await desk.decide("undoDecision", id=one)
        query = "query($f: DecisionFilter) { decisions(filter: $f, orderBy: AT_ASC) { nodes { id } } }"
        for given, ids in [
            ({}, {one, two, three}),
            ({"kind": "REVIEW_LINK"}, {one, two}),
            ({"subject": maria}, {three}),
            ({"by": "Tove"}, {two, three}),
            ({"isUndone": True}, {one}),
        ]:
            assert {found["id"] for found in (await desk.ask(query, f=given))["decisions"]["nodes"]} == ids
        found = await desk.ask("query($id: ID!) { node(id: $id) { ... on Decision { by isUndone } } }", id=one)
        assert found["node"] == {"by": "Ines", "isUndone": True}

    at_a_desk(scenario)


def test_two_logs_join_in_any_order() -> None:
    made = Decision(id="de_1", kind=DecisionKind.CLOSE_PROBLEM, at=NOW, by="Ines", reason=None, subjects=("pr_1",),
                    effects=Effects(closed=["pr_1"]))  # fmt: skip
    early = replace(made, undone_at="2025-07-01T00:00:00Z", undone_by="Tove")
    late = replace(made, undone_at="2025-08-01T00:00:00Z", undone_by="Ada")
    other = replace(made, reason="Because.")
    assert merged(made, made) == made
    assert merged(made, late) == merged(late, made) == late
    assert merged(early, late) == merged(late, early) == early
    assert merged(made, other) is None
