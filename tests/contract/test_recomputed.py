"""What a store keeps by adding differences equals what is computed anew from its ledger, on either engine."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import orjson
import pytest

from briefgraph.graph.decisions import Decisions
from briefgraph.graph.ledger import numbered
from briefgraph.graph.record import Cited, Revision, StoryRecord
from briefgraph.graph.store import Store
from briefgraph.ids import node_id
from briefgraph.ingest import Importer
from tests.contract.conftest import dump
from tests.contract.recompute import FOLLOWING, following
from tests.linked import linked
from tests.worlds import load, records_of, registry, resolver_of, world

Play = Callable[..., Any]
SEEDS = (5, 6, 29, 47)


async def assert_kept(store: Store, importer: Importer | None = None) -> None:
    """Every line of a dump that follows from others is what the ledger's stories make it, as `importer` reads them."""
    lines: dict[str, list[dict[str, Any]]] = {kind: [] for kind in FOLLOWING}
    async for line in store.dump():
        row = orjson.loads(line)
        if (kind := row.pop("type")) in lines:
            lines[kind].append(row)
    decisions, resolver = Decisions(await store.decisions()), importer or resolver_of()
    ledger: dict[str, list[Revision]] = defaultdict(list)
    async for story, revision in store.revisions():
        ledger[decisions.resolve(story)].append(revision)
    records = [
        resolver.rebuild(story, numbered(story, revisions), decisions) for story, revisions in ledger.items()
    ]
    wanted = following(
        records, {row["id"]: row for row in lines["OUTLET"]}, linked(records, resolver.comparer, decisions)
    )
    for kind in FOLLOWING:
        assert lines[kind] == wanted[kind], kind


@pytest.mark.parametrize("seed", SEEDS)
def test_stored_relations_and_counters_equal_recomputed(play: Play, seed: int) -> None:
    """Versions come in any order, some at once; then stories go, and come again."""
    made = world(seed)

    async def scenario(store: Store) -> None:
        rng = Random(seed)
        await load(store, made)
        await assert_kept(store)
        stories = sorted({story async for story, _ in store.revisions()})
        gone = rng.sample(stories, len(stories) // 2)
        for story in gone:
            await store.delete(story, resolver_of())  # one that was merged into another may be gone already
        await assert_kept(store)
        await load(store, made)
        await assert_kept(store)
        await store.decide([replace(d, undone_at=d.at, undone_by="ann") for d in made.decisions], resolver_of())
        await assert_kept(store)
        for story in stories:
            assert await store.delete(story, resolver_of())
        assert all('"type":"DECISION"' in line for line in await dump(store))

    play(scenario)


def test_the_worlds_have_what_can_drift() -> None:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for seed in SEEDS:
        made = world(seed)
        records = records_of(made)
        links = linked(records, resolver_of().comparer, made.sum)
        ids = {edge.outlet.id for record in records for edge in (*record.lists, *_cited(record), *_said(record))}
        described = {entry.key: str(entry.kind) for entry in registry().entries}
        kinds = {node_id("OUTLET", key): kind for key, kind in described.items()}
        for kind, rows in following(records, {id_: {"owner": id_[-1], "kind": kinds.get(id_)} for id_ in ids}, links).items():
            found[kind] += rows
    assert all(found[kind] for kind in FOLLOWING)
    assert any(row["factCount"] == 0 for row in found["CLAIM"])
    assert any(row["backerCount"] > 1 and row["storyCount"] > 1 for row in found["CLAIM"])
    assert any(row["citationCount"] > row["factCount"] > row["storyCount"] for row in found["BACKS"])
    assert any(row["weight"] > 1 for row in found["CO_CITED"])
    assert any(row["claimCount"] > 1 for row in found["CO_BACKED"])
    cited = {(row["source"], row["target"]) for row in found["CO_CITED"]}
    assert any((row["source"], row["target"]) not in cited for row in found["CO_BACKED"])
    assert any(0 < row["soleClaimCount"] < row["claimCount"] for row in found["OUTLET"])
    assert any(row["storyCount"] > row["factCount"] > 0 for row in found["CO_MENTIONED"])
    assert any(row["source"] == row["target"] for row in found["DISPUTES"])
    assert any(row["conflictCount"] > 1 for row in found["CLAIM"])
    assert any(row["conflictCount"] and not row["factCount"] for row in found["CLAIM"])
    assert any(row["mentionCount"] > 1 and row["role"] for row in found["APPEARS_IN"])
    assert any(row["storyCount"] == 0 for row in found["OUTLET"])
    assert any(row["citationCount"] > row["factCount"] > row["advocacyCount"] > 0 for row in found["OUTLET"])
    assert any(row["citationCount"] > 1 and row["narrativeCount"] > 1 for row in found["COVERED_BY"])
    assert any(row["citationCount"] == row["narrativeCount"] == 0 for row in found["COVERED_BY"])
    assert any(row["narrativeCount"] > 1 for row in found["OUTLET_STANCE"])
    assert {row["month"] is None for row in found["OUTLET_STANCE"]} == {True, False}
    assert any(row["storyCount"] == 0 < row["attributionCount"] for row in found["OUTLET"])
    assert any(row["factCount"] > row["storyCount"] for row in found["ORIGIN_OF"])
    assert {row["isFirst"] for row in found["ORIGIN_OF"]} == {True, False}
    assert any(row["soleWire"] and row["backerCount"] > 1 for row in found["CLAIM"])
    assert any(row["soleWire"] and row["backerCount"] == 1 for row in found["CLAIM"])
    assert any(row["factCount"] == 0 < row["storyCount"] for row in found["PERSON"])


def _said(record: StoryRecord) -> list[Any]:
    return [edge for fact in record.facts for edge in fact.attributions]


def _cited(record: StoryRecord) -> list[Cited]:
    providers = [edge for narrative in record.narratives for edge in narrative.providers]
    return [*(edge for fact in record.facts for edge in fact.cites), *providers]
