"""What every engine promises, asked only through the Store protocol."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgraph.api.execution import Executor
from briefgraph.brief import Brief
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.record import Revision, StoryRecord
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer, story_id
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import Entry, OutletKind
from tests.contract.conftest import dump
from tests.strategies import Says, brief_of, loads

Play = Callable[..., Any]
REGISTRY = OutletRegistry([])
NOW = "2025-06-01T00:00:00Z"
slow = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
DAM = Says("The dam near Drosk held, Gov. Maria Ostrow said.", ("Bramble Courier", "Harrow Wire"))
FOX = Says("A fox was seen in Sorvanil.", ("Lantern Post",))


def importer(store: Store) -> Importer:
    return Importer(store, REGISTRY, lambda: NOW)


async def rows(store: Store, kind: str) -> list[dict[str, Any]]:
    return [row for row in map(orjson.loads, await dump(store)) if row["type"] == kind]


def test_an_empty_store_has_nothing(play: Play) -> None:
    async def scenario(store: Store) -> None:
        assert not await store.has_stories()
        assert await dump(store) == []
        assert await store.check() == []
        assert [entry async for entry in store.revisions()] == []
        assert await store.write([], importer(store)) == []

    play(scenario)


@slow
@given(data=st.data(), briefs=loads())
def test_order_batches_and_repeats_make_no_difference(play: Play, data: st.DataObject, briefs: list[Brief]) -> None:
    shuffled = data.draw(st.permutations(briefs + data.draw(st.lists(st.sampled_from(briefs), max_size=3))))
    cut = data.draw(st.integers(0, len(shuffled)))

    async def scenario(one: Store, other: Store) -> None:
        await importer(one).load(briefs)
        await importer(other).load(shuffled[:cut])
        await importer(other).load(shuffled[cut:])
        assert await dump(one) == await dump(other)
        before = await dump(one, recorded=True)
        assert not any(receipt.is_new for receipt in await importer(one).load(briefs))
        assert await dump(one, recorded=True) == before

    play(scenario, stores=2)


@slow
@given(data=st.data(), briefs=loads())
def test_deleting_leaves_what_never_loading_would_have_left(play: Play, data: st.DataObject, briefs: list[Brief]) -> None:
    gone = data.draw(st.sampled_from(sorted({story_id(brief) for brief in briefs})))

    async def scenario(one: Store, other: Store) -> None:
        await importer(one).load(briefs)
        assert await one.delete(gone, importer(one))
        assert not await one.delete(gone, importer(one))
        await importer(other).load([brief for brief in briefs if story_id(brief) != gone])
        assert await dump(one) == await dump(other)
        await importer(one).load(briefs)
        await importer(other).load(briefs)
        assert await dump(one) == await dump(other)

    play(scenario, stores=2)


@slow
@given(briefs=loads())
def test_the_ledger_gives_back_every_brief(play: Play, briefs: list[Brief]) -> None:
    async def scenario(one: Store, other: Store) -> None:
        await importer(one).load(briefs)
        ledger = [entry async for entry in one.revisions()]
        assert [(story, revision.number) for story, revision in ledger] == sorted(
            (story, revision.number) for story, revision in ledger
        )
        assert {story for story, _ in ledger} == {story_id(brief) for brief in briefs}
        await importer(other).load([revision.brief for _, revision in ledger])
        assert await dump(one) == await dump(other)

    play(scenario, stores=2)


def test_receipts_say_which_version_is_new(play: Play) -> None:
    old = brief_of([DAM], published_at="2024-01-01T00:00:00Z")
    new = brief_of([DAM, FOX], published_at="2024-02-01T00:00:00Z")

    async def scenario(store: Store) -> None:
        def said(receipts: Sequence[Any]) -> list[tuple[int, bool]]:
            return [(receipt.version, receipt.is_new) for receipt in receipts]

        assert said(await importer(store).load([new, new])) == [(1, True), (1, False)]
        assert said(await importer(store).load([old, new])) == [(1, True), (2, False)]
        assert said(await importer(store).load([old])) == [(1, False)]
        assert await store.has_stories()

    play(scenario)


def test_an_old_fact_keeps_its_version_and_counts_no_more(play: Play) -> None:
    old = brief_of([DAM, FOX], published_at="2024-01-01T00:00:00Z")
    new = brief_of([DAM], published_at="2024-02-01T00:00:00Z")

    async def scenario(store: Store) -> None:
        await importer(store).load([new, old])
        facts = {row["text"]: row for row in await rows(store, "FACT")}
        assert (facts[DAM.text]["firstVersion"], facts[DAM.text]["lastVersion"]) == (1, None)
        assert (facts[FOX.text]["firstVersion"], facts[FOX.text]["lastVersion"]) == (1, 1)
        claims = {row["text"]: row for row in await rows(store, "CLAIM")}
        assert claims[FOX.text]["factCount"] == 0 and claims[FOX.text]["backerCount"] == 0
        outlets = {row["name"]: row for row in await rows(store, "OUTLET")}
        assert outlets["Lantern Post"]["storyCount"] == 0 and outlets["Lantern Post"]["citationCount"] == 0
        assert outlets["Harrow Wire"]["storyCount"] == 1

    play(scenario)


def test_who_backs_a_claim_is_counted_over_stories(play: Play) -> None:
    briefs = [
        brief_of([DAM], address="briefs.example/1", published_at="2024-03-01T00:00:00Z"),
        brief_of([replace(DAM, labels=("Harrow Wire (a)", "Harrow Wire (b)"))], address="briefs.example/2",
                 published_at="2024-01-01T00:00:00Z"),
    ]  # fmt: skip

    async def scenario(store: Store) -> None:
        await importer(store).load(briefs)
        (claim,) = await rows(store, "CLAIM")
        assert (claim["backerCount"], claim["storyCount"], claim["factCount"]) == (2, 2, 2)
        assert claim["ownerCount"] is None and not claim["isSoleSourced"]
        assert (claim["firstStatedAt"], claim["lastStatedAt"]) == (
            "2024-01-01T00:00:00Z",
            "2024-03-01T00:00:00Z",
        )
        names = {row["id"]: row["name"] for row in await rows(store, "OUTLET")}
        backs = {names[row["source"]]: row for row in await rows(store, "BACKS")}
        wire, courier = backs["Harrow Wire"], backs["Bramble Courier"]
        assert (wire["citationCount"], wire["factCount"], wire["storyCount"]) == (3, 2, 2)
        assert (courier["citationCount"], courier["factCount"], courier["storyCount"]) == (1, 1, 1)
        assert [row["weight"] for row in await rows(store, "CO_CITED")] == [1, 1]

    play(scenario)


def test_a_failing_rebuild_changes_nothing(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief_of([DAM])])
        before = await dump(store, recorded=True)
        good = importer(store)
        calls = 0

        def failing(story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
            nonlocal calls
            calls += 1
            if calls == 2:
                raise ArithmeticError("on purpose")
            return good.rebuild(story, revisions, decisions)

        good_rebuild = importer(store)
        good_rebuild.rebuild = failing  # type: ignore[method-assign]
        with pytest.raises(ArithmeticError, match="on purpose"):
            await good_rebuild.load([brief_of([FOX], address=f"briefs.example/{i}") for i in range(3)])
        assert await dump(store, recorded=True) == before
        assert [r.is_new for r in await importer(store).load([brief_of([FOX], address="briefs.example/1")])] == [True]

    play(scenario)


def test_stories_of_two_ids_may_have_one_address(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief_of([DAM], id="one"), brief_of([DAM], id="two"), brief_of([DAM])])
        assert [row["address"] for row in await rows(store, "STORY")] == ["briefs.example/drosk"] * 3

    play(scenario)


def test_dates_of_recording_are_dumped_when_asked(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief_of([DAM])])
        assert not any(NOW in line for line in await dump(store))
        assert sum(NOW in line for line in await dump(store, recorded=True)) == 2

    play(scenario)


def test_what_the_registry_learns_reaches_outlets_and_the_claims_that_they_back(play: Play) -> None:
    def registry(owner: str | None, kind: OutletKind | None) -> OutletRegistry:
        return OutletRegistry(
            Entry(key=name.lower().replace(" ", "-"), name=name, names=(name,), kind=kind, owner=owner)
            for name in ("Bramble Courier", "Harrow Wire")
        )

    async def scenario(one: Store, other: Store) -> None:
        for store in (one, other):
            await Importer(store, registry(None, None), lambda: NOW).load([brief_of([DAM])])
            (claim,) = await rows(store, "CLAIM")
            assert (claim["backerCount"], claim["ownerCount"]) == (2, None)
            knowing = Importer(store, registry("Harrow Group", OutletKind.NEWS), lambda: NOW)
            await knowing.load([brief_of([replace(FOX, labels=DAM.labels)], address="briefs.example/2")])
            assert {row["owner"] for row in await rows(store, "OUTLET")} == {"Harrow Group"}
            assert [claim["ownerCount"] for claim in await rows(store, "CLAIM")] == [1, 1]
        assert await dump(one) == await dump(other)

    play(scenario, stores=2)


def test_how_a_question_is_run_is_told_and_changes_nothing(play: Play) -> None:
    question = '{ outlet(name: "harrow wire") { claims { nodes { text } } } }'

    async def scenario(store: Store) -> None:
        await importer(store).load([brief_of([DAM, FOX])])
        before = await dump(store, recorded=True)
        (call,) = Executor(store).calls(question, {})
        planned, profiled = [await store.explain(call, profile=profile) for profile in (False, True)]
        assert "outlet_alias_folded" in planned or "Alias(kind, foldedKey)" in planned
        assert "backs_outlet" in planned or "BACKS(outletId, " in planned  # of so few edges any index of theirs is as good
        assert "harrow" not in planned.lower()
        assert len(profiled.split("\n")) > len(planned.split("\n"))
        assert re.search(r"^[1-9]\d* (db hits|steps)", profiled, re.MULTILINE)
        assert await dump(store, recorded=True) == before

    play(scenario)
