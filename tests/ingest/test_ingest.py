"""What one story puts into the graph: identity, versions, places."""

import asyncio
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.brief import Brief, ProblemCode
from briefgraph.brief_json import from_json, to_json
from briefgraph.config import Settings
from briefgraph.engines import open_importer
from briefgraph.errors import NotABrief, SettingError
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.ledger import join
from briefgraph.graph.record import Run, StoryRecord
from briefgraph.graph.runs import Ruler, occurrences, runs
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Arrival, Store
from briefgraph.ingest import Importer, digest, settled, story_id
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.people import Mention, PeopleFinder, find_people
from tests.strategies import Says, brief_of, briefs, loads

DAM = Says("The dam near Drosk held, Gov. Maria Ostrow said.", ("Bramble Courier", "Harrow Wire (a)"))
FOX = Says("A fox was seen in Sorvanil.", ("Lantern Post",))


class NoStore:
    """An importer that only rebuilds asks nothing of its store."""


def record_of(versions: Sequence[Brief], people: PeopleFinder = find_people) -> StoryRecord:
    """The record of one story from its briefs, in the order they arrive."""
    story = story_id(versions[0])
    arrivals = [
        Arrival(story_id=story, published_at=brief.published_at, recorded_at="2025-06-01T00:00:00Z",
                digest=digest(settled(brief)), brief=settled(brief))
        for brief in versions
    ]  # fmt: skip
    nowhere: Store = NoStore()  # type: ignore[assignment]
    importer = Importer(nowhere, OutletRegistry([]), lambda: "2025-06-01T00:00:00Z", people=people)
    return importer.rebuild(story, join(story, (), arrivals, 1).revisions, Decisions())


def people_of(record: StoryRecord) -> dict[str, str]:
    """The ids of the people whom the facts mention, by name."""
    return {m.person.name: m.person.id for fact in record.facts for m in fact.mentions}


def test_a_person_is_one_across_stories_but_for_a_title_and_surname_alone() -> None:
    said = Says("Judge Oakes and Gov. Maria Ostrow met.", ("Lantern Post",))
    one, same, other = (people_of(record_of([brief_of([said], id=name)])) for name in ("drosk", "drosk", "vell"))
    assert set(one) == {"Judge Oakes", "Maria Ostrow"}
    assert one == same
    assert one["Maria Ostrow"] == other["Maria Ostrow"]
    assert one["Judge Oakes"] != other["Judge Oakes"]


def test_whoever_is_given_finds_the_people() -> None:
    asked: list[tuple[tuple[str, ...], set[str]]] = []

    def nobody(passages: Sequence[str], *, not_people: Iterable[str] = ()) -> tuple[tuple[Mention, ...], ...]:
        asked.append((tuple(passages), set(not_people)))
        return ((),) * len(passages)

    assert people_of(record_of([brief_of([DAM])])) != {}
    assert people_of(record_of([brief_of([DAM])], nobody)) == {}
    assert DAM.text in asked[0][0]
    assert "Bramble Courier" in asked[0][1]


def test_a_model_that_cannot_be_loaded_is_told_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    nowhere: Store = NoStore()  # type: ignore[assignment]
    with pytest.raises(SettingError, match="people_model"):
        open_importer(Settings(people_model="orlo_core"), nowhere)
    assert isinstance(open_importer(Settings(), nowhere), Importer)


# --- identity ----------------------------------------------------------------------------------


def test_a_given_id_wins_over_the_address() -> None:
    one = brief_of([DAM], id="drosk", address="briefs.example/1")
    assert story_id(one) == story_id(replace(one, address="briefs.example/2", title="Other"))
    assert story_id(one) != story_id(replace(one, id=None))


@pytest.mark.parametrize(
    "address",
    [
        "https://www.briefs.example/1",
        "http://briefs.example/1/",
        "briefs.example/1?utm_source=x",
        "https://briefs.example/1/amp",
    ],
)
def test_an_address_is_one_story_however_it_is_written(address: str) -> None:
    plain = brief_of([DAM], address="briefs.example/1")
    written = brief_of([DAM], address=address)
    assert story_id(written) == story_id(plain)
    assert digest(settled(written)) == digest(settled(plain))


def test_words_are_the_last_resort() -> None:
    one = brief_of([DAM], address=None)
    assert story_id(one) == story_id(brief_of([replace(DAM, text=DAM.text.upper())], address=None))
    assert story_id(one) == story_id(brief_of([DAM], address="https://briefs.example/?page=3"))
    assert story_id(one) != story_id(brief_of([FOX], address=None))
    assert story_id(one) != story_id(brief_of([DAM], address="briefs.example/1"))
    assert story_id(brief_of([], address=None)) != story_id(one)


def test_where_a_brief_began_in_its_document_is_no_new_version() -> None:
    one = brief_of([DAM])
    assert digest(settled(replace(one, first_line=40))) == digest(settled(one))


@pytest.mark.parametrize(
    "change",
    [{"published_at": "2024-02-02T00:00:00Z"}, {"title": "Other"}, {"is_complete": False}, {"text": "Other"}],
)
def test_other_words_or_another_date_are_a_new_version(change: dict[str, object]) -> None:
    one = brief_of([DAM])
    assert digest(replace(one, **change)) != digest(one)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"text": "half \ud83d"}, {"title": "half \ud83d"}])
def test_half_a_surrogate_pair_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(NotABrief, match="surrogate"):
        digest(replace(brief_of([DAM]), **change))  # type: ignore[arg-type]


@given(brief=briefs())
def test_the_ledger_keeps_a_brief_exactly(brief: Brief) -> None:
    assert from_json(brief.text, to_json(brief)) == brief


# --- places ------------------------------------------------------------------------------------


@given(text=st.text(), data=st.data())
def test_a_ruler_counts_as_utf16_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Ruler(text).place(start, end)
    assert (place.start, place.end) == (start, end)
    if not any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        units = text.encode("utf-16-le")
        assert units[2 * place.start_utf16 : 2 * place.end_utf16].decode("utf-16-le") == text[start:end]


@given(versions=loads(4))
def test_places_hold_in_the_text_of_the_last_version_of_a_run(versions: list[Brief]) -> None:
    versions = [replace(brief, address="briefs.example/1") for brief in versions]
    record = record_of(versions)
    texts = {revision.number: revision.brief.text for revision in record.revisions}

    def words(run: Run, start: int, end: int) -> str:
        return texts[run.last_version or record.version][start:end]

    for fact in record.facts:
        assert words(fact.run, fact.place.start, fact.place.end).startswith(fact.text.split()[0])
        for cited in fact.cites:
            assert words(cited.run, cited.place.start, cited.place.end) == f"[{cited.marker}]"
        for mention in fact.mentions:
            if mention.run.last_version == fact.run.last_version:
                assert fact.text[mention.place.start : mention.place.end] == mention.text
    for narrative in record.narratives:
        assert words(narrative.run, narrative.place.start, narrative.place.end) == narrative.text
        for provider in narrative.providers:
            assert words(provider.run, provider.place.start, provider.place.end) == provider.label
    for forecast in record.forecasts:
        assert words(forecast.run, forecast.place.start, forecast.place.end) == forecast.question
    for listed in record.lists:
        assert words(listed.run, listed.place.start, listed.place.end) == listed.label


# --- versions ----------------------------------------------------------------------------------


def test_what_is_said_twice_is_two() -> None:
    assert occurrences("abab", str.upper) == {("A", 0): "a", ("B", 0): "b", ("A", 1): "a", ("B", 1): "b"}


@given(st.lists(st.sets(st.sampled_from("abc")), min_size=1, max_size=6))
def test_runs_cover_exactly_the_versions_that_have_a_thing(versions: list[set[str]]) -> None:
    newest = len(versions)
    numbered = [
        (number, dict.fromkeys(sorted(things), number)) for number, things in enumerate(versions, 1)
    ]
    covered: list[tuple[str, int]] = []
    for thing, run, stretch in runs(numbered, newest):
        last = run.last_version or newest
        assert (run.last_version is None) == (stretch[-1][0] == newest)
        assert [number for number, _ in stretch] == list(range(run.first_version, last + 1))
        assert thing not in versions[last] if last < newest else True, "the run goes on"
        covered += [(thing, number) for number, _ in stretch]
    assert sorted(covered) == sorted((thing, n) for n, things in enumerate(versions, 1) for thing in things)


def dated(facts: Sequence[Says], day: int, **given: object) -> Brief:
    return brief_of(facts, published_at=f"2024-01-{day:02}T00:00:00Z", **given)  # type: ignore[arg-type]


def test_a_fact_keeps_its_id_when_its_place_changes_and_comes_back_with_it() -> None:
    record = record_of([dated([DAM, FOX], 1), dated([FOX], 2), dated([FOX, DAM], 3)])
    spans = {(f.text, f.run.first_version): (f.run.last_version, f.position) for f in record.facts}
    assert spans == {(DAM.text, 1): (1, 1), (DAM.text, 3): (None, 2), (FOX.text, 1): (None, 1)}
    assert len({fact.id for fact in record.facts}) == 2


def test_a_citation_ends_when_its_marker_or_outlet_changes() -> None:
    record = record_of(
        [dated([DAM], 1), dated([replace(DAM, labels=("Bramble Courier", "Lantern Post"))], 2)]
    )
    (fact,) = record.facts
    assert fact.run == Run(first_version=1, last_version=None)
    spans = {(cited.label, cited.run.first_version, cited.run.last_version) for cited in fact.cites}
    assert spans == {("Bramble Courier", 1, None), ("Harrow Wire (a)", 1, 1), ("Lantern Post", 2, None)}
    assert fact.cites[1].outlet.alias == "Harrow Wire"


def test_the_same_fact_twice_in_one_story_is_two_facts_of_one_claim() -> None:
    record = record_of([dated([FOX, FOX], 1)])
    assert len({fact.id for fact in record.facts}) == 2
    assert len({fact.wording for fact in record.facts}) == 1


def test_the_newest_version_speaks_for_the_story() -> None:
    late = brief_of(
        [FOX], title="Later", published_at=None, address=None, id="x", problems=[ProblemCode.CUT_OFF]
    )
    early = dated(
        [DAM], 5, title="Earlier", address="briefs.example/7", id="x", problems=[ProblemCode.NO_SOURCES]
    )
    record = record_of([late, early])
    assert (record.title, record.version) == ("Later", 2), (
        "an undated version counts from when it was recorded"
    )
    assert record.published_at == "2024-01-05T00:00:00Z"
    assert record.address == "briefs.example/7"
    assert [problem.code for problem in record.problems] == ["CUT_OFF"]


def test_undated_versions_are_in_the_order_they_came() -> None:
    one, two = (brief_of([fact], published_at=None) for fact in (DAM, FOX))
    assert [r.brief for r in record_of([one, two]).revisions] == [settled(one), settled(two)]
    assert [r.brief for r in record_of([two, one]).revisions] == [settled(two), settled(one)]
    assert len(record_of([one, two, one]).revisions) == 2


def test_sqlite_is_a_store() -> None:
    store = SqliteStore.open(":memory:", readers=1)
    as_store: Store = store
    assert as_store is store
    asyncio.run(store.close())
