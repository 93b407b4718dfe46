"""What people decide holds: at once, over reloads and new versions, in any order, in another store, until it is undone."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgraph.api.curation_types import CURATED
from briefgraph.brief import Brief
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import DecisionKind
from briefgraph.graph.log import from_line, to_line
from briefgraph.graph.store import Store
from briefgraph.ingest import story_id
from tests.curating import BRIEFS, FOX, HELD, HELD_FIRM, HOMES, LATER_A, MORE_HOMES, TWIN, A, B, C, D, Desk
from tests.strategies import loads

Play = Callable[..., Any]
Step = Callable[[Desk], Awaitable[Any]]
slow = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
NODE = "query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }"


# --- one decision of each kind, and what is seen of it ---------------------------------------------


async def merge_stories(desk: Desk) -> Any:
    made = await desk.decide("mergeStories", from_=[await desk.story("t"), await desk.story("c")], into=await desk.story("a"))
    assert made["story"] == {"id": await desk.story("a"), "version": 3}
    query = "query($id: ID!) { story(id: $id) { title address revisions { nodes { number publishedAt } } } }"
    story = (await desk.ask(query, id=made["story"]["id"]))["story"]
    assert (story["title"], story["address"]) == ("The dam", "briefs.example/a")
    assert [revision["publishedAt"][:10] for revision in story["revisions"]["nodes"]] == ["2024-01-12", "2024-03-10", "2024-01-10"]
    assert (await desk.ask("{ stats { storyCount } }"))["stats"] == {"storyCount": 3}
    return made


async def separate_stories(desk: Desk) -> Any:
    assert (await claim_of(desk, "a", HOMES))["storyCount"] == 2  # of three stories: two tell the same
    twins = sorted([await desk.story("a"), await desk.story("t")])
    made = await desk.decide("separateStories", stories=twins)
    assert made["stories"] == [{"id": story} for story in twins]
    assert (await claim_of(desk, "a", HOMES))["storyCount"] == 3
    assert (await desk.ask("{ problems(filter: {code: DUPLICATE_STORY}) { nodes { id } } }"))["problems"]["nodes"] == []
    return made


async def merge_outlets(desk: Desk) -> Any:
    slip, right = await desk.outlet("Bramble Kourier"), await desk.outlet("Bramble Courier")
    made = await desk.decide("mergeOutlets", from_=[slip["id"]], into=right["id"], by="Ines", reason="a slip of the pen")
    assert made["outlet"] == {"id": right["id"], "name": "Bramble Courier", "domain": None, "storyCount": 4}
    found = await desk.outlet("Bramble Kourier")
    assert found["id"] == right["id"] and found["aliases"] == ["Bramble Courier", "Bramble Kourier"]
    assert found["citationCount"] == slip["citationCount"] + right["citationCount"] == 5
    assert (made["decision"]["by"], made["decision"]["reason"]) == ("Ines", "a slip of the pen")
    return made


async def merge_into_a_known_outlet(desk: Desk) -> Any:
    feed, quill = await desk.outlet("Osprey Feed"), await desk.outlet("Quill & Anchor")
    made = await desk.decide("mergeOutlets", from_=[feed["id"]], into=quill["id"])
    assert made["outlet"] == {"id": quill["id"], "name": "Quill & Anchor", "domain": "quill.example", "storyCount": 2}
    return made


async def merge_people(desk: Desk) -> Any:
    marius, maria = await desk.person("Marius Ostrow"), await desk.person("Maria Ostrow")
    made = await desk.decide("mergePeople", from_=[marius["id"]], into=maria["id"])
    assert made["person"] == {"id": maria["id"], "name": "Maria Ostrow", "storyCount": 5}
    assert (await desk.ask("query($id: ID!) { person(id: $id) { id } }", id=marius["id"]))["person"] == {"id": maria["id"]}
    return made


async def split_person(desk: Desk) -> Any:
    maria = await desk.person("Maria Ostrow")
    made = await desk.decide("splitPerson", person=maria["id"], stories=[await desk.story("c")], name="Maria Ostrow (singer)")
    assert made["person"]["id"] != maria["id"]
    assert (made["person"]["name"], made["person"]["storyCount"]) == ("Maria Ostrow (singer)", 1)
    left = await desk.person("Maria Ostrow")
    assert left["id"] == maria["id"] and await desk.story("c") not in [story["id"] for story in left["stories"]["nodes"]]
    assert left["storyCount"] == 3
    return made


async def confirm_link(desk: Desk) -> Any:
    fact = await desk.fact("b", HELD_FIRM)
    assert edge_of(fact)["method"] == "similarity" and not edge_of(fact)["isReviewed"]
    made = await desk.decide("reviewLink", fact=fact["id"], verdict="CONFIRM")
    assert made["fact"]["claim"] == {"id": fact["claim"]["id"], "factCount": 3}
    assert edge_of(await desk.fact("b", HELD_FIRM))["isReviewed"]
    return made


async def reject_link(desk: Desk) -> Any:
    fact = await desk.fact("b", HELD_FIRM)
    made = await desk.decide("reviewLink", fact=fact["id"], verdict="REJECT")
    assert made["fact"]["claim"]["factCount"] == 1
    left = (await desk.fact("a", HELD))["claim"]
    assert left["factCount"] == 2 and left["id"] != made["fact"]["claim"]["id"]
    return made


async def reject_link_of_the_same_words(desk: Desk) -> Any:
    fact, stays = await desk.fact("b", HOMES), await desk.fact("a", HOMES)
    assert fact["claim"] == stays["claim"]
    made = await desk.decide("reviewLink", fact=fact["id"], verdict="REJECT")
    assert made["fact"]["claim"]["factCount"] == 1
    left = (await desk.fact("a", HOMES))["claim"]
    assert (left["id"], left["factCount"]) == (stays["claim"]["id"], 2)
    return made


async def merge_claims(desk: Desk) -> Any:
    """Two claims, one of them of several wordings, whose words contradict each other."""
    into, other, more = await desk.fact("b", HELD_FIRM), await desk.fact("c", FOX), await desk.fact("b", MORE_HOMES)
    made = await desk.decide("mergeClaims", from_=[other["claim"]["id"], more["claim"]["id"]], into=into["claim"]["id"])
    assert made["claim"]["factCount"] == 5
    for letter, text in (("a", HELD), ("t", HELD), ("b", HELD_FIRM), ("c", FOX), ("b", MORE_HOMES)):
        assert (await desk.fact(letter, text))["claim"]["id"] == made["claim"]["id"]
    assert edge_of(await desk.fact("c", FOX))["method"] == "review"
    return made


async def split_claim(desk: Desk) -> Any:
    facts = [await desk.fact("b", HELD_FIRM), await desk.fact("t", HELD)]
    made = await desk.decide("splitClaim", claim=facts[0]["claim"]["id"], facts=[fact["id"] for fact in facts])
    assert made["claim"]["factCount"] == 2
    assert (await desk.fact("a", HELD))["claim"]["factCount"] == 1
    assert (await desk.fact("t", HELD))["claim"]["id"] == (await desk.fact("b", HELD_FIRM))["claim"]["id"] == made["claim"]["id"]
    return made


async def correct_citation(desk: Desk) -> Any:
    fact = await desk.fact("a", HOMES)
    made = await desk.decide("correctCitation", fact=fact["id"], position=1, label="Bramble Courier")
    (edge,) = made["fact"]["citations"]["edges"]
    assert edge == {"position": 1, "label": "Bramble Courier", "node": {"name": "Bramble Courier"}}
    return made


async def remove_citation(desk: Desk) -> Any:
    fact = await desk.fact("a", HELD)
    made = await desk.decide("correctCitation", fact=fact["id"], position=1, label=None)
    assert [edge["label"] for edge in made["fact"]["citations"]["edges"]] == ["Harrow Wire"]
    return made


async def close_problem(desk: Desk) -> Any:
    problem = await desk.problem("a", "UNCITED_SOURCE")
    made = await desk.decide("closeProblem", id=problem["id"])
    assert made["problem"] == {"id": problem["id"], "isClosed": True}
    open_ones = await desk.ask("{ problems(filter: {isClosed: false}) { nodes { id } } }")
    assert problem["id"] not in [one["id"] for one in open_ones["problems"]["nodes"]]
    return made


async def close_duplicate(desk: Desk) -> Any:
    problem = await desk.problem("t", "DUPLICATE_STORY")
    made = await desk.decide("closeProblem", id=problem["id"])
    assert (await desk.problem("t", "DUPLICATE_STORY"))["isClosed"]
    return made


STEPS: tuple[Step, ...] = (
    merge_stories, separate_stories, merge_outlets, merge_into_a_known_outlet, merge_people, split_person, confirm_link,
    reject_link, reject_link_of_the_same_words, merge_claims, split_claim, correct_citation, remove_citation, close_problem,
    close_duplicate,
)  # fmt: skip
each = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)


async def claim_of(desk: Desk, letter: str, text: str) -> dict[str, Any]:
    fact = await desk.fact(letter, text)
    found = await desk.ask("query($id: ID!) { claim(id: $id) { id storyCount factCount } }", id=fact["claim"]["id"])
    return dict(found["claim"])


def edge_of(fact: dict[str, Any]) -> dict[str, Any]:
    """The edge of a fact to its claim."""
    return next(edge for edge in fact["claim"]["facts"]["edges"] if edge["node"]["id"] == fact["id"])


@each
def test_a_decision_shows_at_once_survives_reloads_and_holds_for_new_versions(play: Play, step: Step) -> None:
    async def scenario(one: Store, other: Store) -> None:
        desk, before = Desk(one), Desk(other)
        await desk.load(*BRIEFS)
        made = await step(desk)
        dump = await desk.dump()
        await desk.load(*BRIEFS)
        assert await desk.dump() == dump
        assert (await desk.ask("{ decisions { nodes { id isUndone } totalCount } }"))["decisions"] == {
            "nodes": [{"id": made["decision"]["id"], "isUndone": False}], "totalCount": 1,
        }  # fmt: skip

        # Decided before anything is there, and briefs backwards: the same.
        await before.importer.decide(await desk.importer.decisions())
        await before.load(LATER_A)
        await before.load(*reversed(BRIEFS))
        await desk.load(LATER_A)
        assert await before.dump() == await desk.dump() != dump

    play(scenario, stores=2)


@each
def test_undone_it_leaves_nothing_but_its_entry(play: Play, step: Step) -> None:
    async def scenario(one: Store, other: Store) -> None:
        desk, plain = Desk(one), Desk(other)
        await desk.load(*BRIEFS)
        before = await desk.dump()
        made = (await step(desk))["decision"]
        assert await desk.dump(log=False) != before
        undone = (await desk.decide("undoDecision", id=made["id"], by="Tove"))["decision"]
        assert undone == made | {"isUndone": True, "undoneAt": made["at"], "undoneBy": "Tove"}
        assert await desk.dump(log=False) == before

        again = (await step(desk))["decision"]
        assert again["id"] != made["id"]
        await desk.load(LATER_A)
        await desk.decide("undoDecision", id=again["id"])
        await plain.load(LATER_A, *BRIEFS)
        assert await desk.dump(log=False) == await plain.dump()

    play(scenario, stores=2)


@each
def test_it_is_carried_to_another_store(play: Play, step: Step) -> None:
    async def scenario(one: Store, other: Store) -> None:
        desk, there = Desk(one), Desk(other)
        await desk.load(*BRIEFS)
        await step(desk)
        lines = [to_line(decision) for decision in await desk.importer.decisions()]
        await there.load(A, C)
        assert await there.importer.decide([from_line(line) for line in lines]) == 1
        assert await there.importer.decide([from_line(line) for line in lines]) == 0
        await there.load(B, D, TWIN)
        assert await there.dump() == await desk.dump()

    play(scenario, stores=2)


def test_old_ids_keep_resolving(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        olds = {
            "story": await desk.story("t"),
            "outlet": (await desk.outlet("Bramble Kourier"))["id"],
            "person": (await desk.person("Marius Ostrow"))["id"],
            "claim": (await desk.fact("c", FOX))["claim"]["id"],
        }
        news = {
            "story": await desk.story("a"),
            "outlet": (await desk.outlet("Bramble Courier"))["id"],
            "person": (await desk.person("Maria Ostrow"))["id"],
            "claim": (await desk.fact("a", HELD))["claim"]["id"],
        }
        names = {"story": "mergeStories", "outlet": "mergeOutlets", "person": "mergePeople", "claim": "mergeClaims"}
        for root, name in names.items():
            await desk.decide(name, from_=[olds[root]], into=news[root])
        stands = news | {"claim": (await desk.fact("a", HELD))["claim"]["id"]}
        for root in names:
            for id in (olds[root], news[root]):
                assert (await desk.ask(f"query($id: ID!) {{ found: {root}(id: $id) {{ id }} }}", id=id))["found"]["id"] == stands[root]
                found = await desk.ask(NODE, id=id)
                assert [found["node"], *found["nodes"]] == 2 * [{"id": stands[root]}]

        # What is decided about an old id is about the one that it is now.
        feed = (await desk.outlet("Osprey Feed"))["id"]
        made = await desk.decide("mergeOutlets", from_=[feed], into=olds["outlet"])
        assert made["outlet"]["id"] == news["outlet"]
        again = await desk.decide("mergeOutlets", from_=[olds["outlet"]], into=(await desk.outlet("Harrow Wire"))["id"])
        assert again["outlet"]["storyCount"] == 4
        assert (await desk.ask(NODE, id=feed))["node"] == {"id": again["outlet"]["id"]}

    play(scenario)


def test_who_was_split_off_can_be_merged_back_or_into_others(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        maria, marius = (await desk.person("Maria Ostrow"))["id"], (await desk.person("Marius Ostrow"))["id"]
        split = await desk.decide("splitPerson", person=maria, stories=[await desk.story("c")])
        apart = await desk.dump(log=False)
        other = split["person"]["id"]
        for into, count in ((maria, 4), (marius, 2)):
            merged = await desk.decide("mergePeople", from_=[other], into=into)
            assert merged["person"]["storyCount"] == count
            assert (await desk.ask(NODE, id=other))["node"] == {"id": into}
            await desk.decide("undoDecision", id=merged["decision"]["id"])
            assert await desk.dump(log=False) == apart
        once = await desk.decide("mergePeople", from_=[other], into=marius)
        twice = await desk.decide("mergePeople", from_=[marius], into=maria)
        assert twice["person"]["storyCount"] == 5
        for decision in (once, twice):
            await desk.decide("undoDecision", id=decision["decision"]["id"])
        assert await desk.dump(log=False) == apart

    play(scenario)


def test_the_later_of_two_holds(play: Play) -> None:
    """They are made within one second, and contradict each other all the same."""

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        fact = await desk.fact("b", HELD_FIRM)
        confirmed = await desk.decide("reviewLink", fact=fact["id"], verdict="CONFIRM")
        rejected = await desk.decide("reviewLink", fact=fact["id"], verdict="REJECT")
        assert rejected["decision"]["at"] > confirmed["decision"]["at"]
        alone = await desk.fact("b", HELD_FIRM)
        assert (alone["claim"]["factCount"], edge_of(alone)["isReviewed"]) == (1, False)
        back = await desk.decide("mergeClaims", from_=[alone["claim"]["id"]], into=(await desk.fact("a", HELD))["claim"]["id"])
        assert back["claim"]["factCount"] == 3
        await desk.decide("undoDecision", id=rejected["decision"]["id"])
        assert edge_of(await desk.fact("b", HELD_FIRM))["isReviewed"]

        homes = await desk.fact("a", HOMES)
        for label in ("Bramble Courier", "Osprey Feed", "Lantern Post", "Harrow Wire", None):
            made = await desk.decide("correctCitation", fact=homes["id"], position=1, label=label)
            assert [edge["label"] for edge in made["fact"]["citations"]["edges"]] == ([] if label is None else [label])

    play(scenario)


def test_a_claim_that_was_split_is_merged_whole(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        fox, held = await desk.fact("c", FOX), await desk.fact("a", HELD)
        merged = await desk.decide("mergeClaims", from_=[fox["claim"]["id"]], into=held["claim"]["id"])
        await desk.decide("splitClaim", claim=merged["claim"]["id"], facts=[fox["id"]])
        assert (await desk.fact("c", FOX))["claim"]["factCount"] == 1
        assert (await desk.fact("b", HELD_FIRM))["claim"]["factCount"] == 3
        again = await desk.decide("mergeClaims", from_=[(await desk.fact("c", FOX))["claim"]["id"]], into=held["claim"]["id"])
        assert again["claim"]["factCount"] == 4

    play(scenario)


# --- any decisions, in any order -------------------------------------------------------------------

ASKED = """{
    stories(first: 100) { nodes { id people(first: 100) { nodes { id } } } }
    outlets(first: 100) { nodes { id } }
    people(first: 100) { nodes { id } }
    claims(first: 100) { nodes { id facts(first: 100) { nodes { id } } } }
    problems(first: 100) { nodes { id } }
    decisions(first: 100) { nodes { id } }
}"""
KINDS = (
    "mergeStories", "separateStories", "mergeOutlets", "mergePeople", "splitPerson", "confirm", "reject", "mergeClaims",
    "splitClaim", "correctCitation", "closeProblem", "undoDecision",
)  # fmt: skip


async def decide_something(desk: Desk, kind: str, pick: Callable[[list[Any]], Any]) -> None:
    """Make a decision of one kind about what there is; one that makes no sense is refused, and that is all."""
    found = {name: connection["nodes"] for name, connection in (await desk.ask(ASKED)).items()}

    def id_of(name: str) -> str:
        return str(pick(found[name])["id"]) if found[name] else "st_0"

    facts = [fact for claim in found["claims"] for fact in claim["facts"]["nodes"]]
    fact = pick(facts)["id"] if facts else "fa_0"
    given: dict[str, Any]
    match kind:
        case "mergeStories" | "mergeOutlets" | "mergePeople" | "mergeClaims":
            name = {"mergePeople": "people"}.get(kind, kind.removeprefix("merge").lower())
            given = {"from_": [id_of(name)], "into": id_of(name)}
        case "separateStories":
            given = {"stories": [id_of("stories"), id_of("stories")]}
        case "splitPerson":
            given = {"person": id_of("people"), "stories": [id_of("stories")]}
        case "confirm" | "reject":
            given = {"fact": fact, "verdict": kind.upper()}
            kind = "reviewLink"
        case "splitClaim":
            stated = [(claim["id"], one["id"]) for claim in found["claims"] for one in claim["facts"]["nodes"]]
            claim_id, one_id = pick(stated or [("cl_0", "fa_0")])
            given = {"claim": claim_id, "facts": [one_id]}
        case "correctCitation":
            given = {"fact": fact, "position": pick([1, 2]), "label": pick(["Lantern Post", "Grebe Gazette", None])}
        case _:
            given = {"id": id_of("problems" if kind == "closeProblem" else "decisions")}
    answer = await desk.answer(kind, **given)
    assert [error["extensions"]["code"] for error in answer.get("errors", ())] in ([], ["BAD_INPUT"]), answer


async def without_decisions(desk: Desk, briefs: list[Brief]) -> None:
    """Make a store's graph that of the briefs alone: undo whatever stands, all at once, and load them again."""
    log = [replace(one, undone_at=one.undone_at or one.at, undone_by="nobody") for one in await desk.importer.decisions()]
    await desk.importer.decide(log)
    for story in sorted({story_id(brief) for brief in briefs}):
        await desk.importer.delete(story)
    await desk.load(*briefs)


@slow
@given(data=st.data(), briefs=loads())
def test_any_decisions_between_any_loads_give_one_graph(play: Play, data: st.DataObject, briefs: list[Brief]) -> None:
    kinds = data.draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(briefs)), min_size=len(kinds), max_size=len(kinds))))

    def pick(items: list[Any]) -> Any:
        return items[data.draw(st.integers(0, len(items) - 1))]

    async def scenario(one: Store, other: Store) -> None:
        desk, there = Desk(one), Desk(other)
        start = 0
        for kind, cut in zip(kinds, cuts, strict=True):
            await desk.load(*briefs[start:cut])
            start = cut
            await decide_something(desk, kind, pick)
        await desk.load(*briefs[start:])

        log = await desk.importer.decisions()
        arriving: list[Any] = data.draw(st.permutations([*log, *briefs]))
        for item in arriving:
            await (there.load(item) if isinstance(item, Brief) else there.importer.decide([item]))
        assert await there.dump() == await desk.dump()

        for decision in data.draw(st.permutations([one for one in log if one.stands])):
            await desk.decide("undoDecision", id=decision.id)
        await without_decisions(there, briefs)
        assert await desk.dump(log=False) == await there.dump(log=False)

    play(scenario, stores=2)


@pytest.mark.parametrize("id", ["", "x" * 10_000, f"st_{'0' * 10_000}", "st_\0", "\ud800", f"st_{'0' * 24}", f"fo_{'0' * 24}"])
def test_what_is_no_id_is_refused_by_every_mutation(play: Play, id: str) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        before = await desk.dump()
        for item in CURATED:
            given: dict[str, Any] = {
                f"{name}_" if name == "from" else name: [id, id] if kind == "list[ID]" else id
                for name, kind, _ in item.inputs
                if "ID" in kind
            }
            given |= {"verdict": "CONFIRM"} if item.name == "reviewLink" else {}
            given |= {"position": -1} if item.name == "correctCitation" else {}
            assert (await desk.refused(item.name, **given)).startswith("there is no ")
        assert await desk.dump() == before

    play(scenario)


def test_an_entry_of_the_log_never_becomes_another(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(*BRIEFS)
        await desk.decide("mergeStories", from_=[await desk.story("b")], into=await desk.story("a"))
        (known,) = await desk.importer.decisions()
        before = await desk.dump()
        others: tuple[dict[str, Any], ...] = (
            {"kind": DecisionKind.MERGE_PEOPLE}, {"at": "2025-06-02T00:00:00Z"}, {"by": "Tove"}, {"subjects": known.subjects[:1]},
        )  # fmt: skip
        for other in others:
            with pytest.raises(BadInput, match="has the id of another"):
                await desk.importer.decide([replace(known, **other)])
        assert await desk.dump() == before
        assert await desk.importer.decide([known]) == 0

    play(scenario)
