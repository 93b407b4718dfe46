"""A story's record: what its revisions put into the graph, run of versions by run of versions.

A pure function of the revisions, the registry and what people decided.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefgraph import ids
from briefgraph.brief import Fact, Forecast, Narrative, Problem
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.record import FactRecord, ForecastRecord, NarrativeRecord, ProblemRecord, Revision, StoryRecord
from briefgraph.graph.runs import occurrences, runs
from briefgraph.ingest.versions import Edge, Reader, Version, question_key, wording_id


def record_of(reader: Reader, story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
    """What a story puts into the graph, from its revisions in the order of their numbers."""
    newest = revisions[-1]
    brief = newest.brief
    versions = [
        (revision.number, reader.read(story, revision.brief, decisions)) for revision in revisions
    ]
    last = newest.number
    return StoryRecord(
        id=story,
        title=brief.title,
        lead=brief.lead,
        address=_latest(revision.brief.address for revision in revisions),
        published_at=_latest(revision.published_at for revision in revisions),
        recorded_at=newest.recorded_at,
        layout=str(brief.layout),
        is_complete=brief.is_complete,
        version=last,
        revisions=tuple(revisions),
        facts=tuple(sorted(_facts(versions, last, decisions), key=_in_order)),
        narratives=tuple(sorted(_narratives(versions, last), key=_in_order)),
        forecasts=tuple(sorted(_forecasts(versions, last), key=_in_order)),
        problems=_problems(story, reader.problems(brief), decisions),
        lists=_edges([(number, version.lists) for number, version in versions], last),
        mentions=_edges([(number, version.lead) for number, version in versions], last),
        renamed=frozenset(node for _, version in versions for node in version.renamed),
    )


def _latest(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None


def _in_order(record: Any) -> tuple[int, str, int]:
    return record.position, record.id, record.run.first_version


def _edges(versions: Sequence[tuple[int, Mapping[Any, Edge]]], newest: int) -> tuple[Any, ...]:
    made = [stretch[-1][1].make(run) for _, run, stretch in runs(versions, newest)]
    return tuple(sorted(made, key=lambda edge: (edge.position, edge.run.first_version)))


def _facts(
    versions: Sequence[tuple[int, Version]], newest: int, decisions: Decisions
) -> Iterable[FactRecord]:
    for fact_id, run, stretch in runs([(number, version.facts) for number, version in versions], newest):
        passage = stretch[-1][1]
        fact: Fact = passage.item
        yield FactRecord(
            id=fact_id,
            run=run,
            position=fact.position,
            text=fact.text,
            place=passage.place,
            wording=wording_id(fact_id, fact.text, decisions),
            is_reviewed=fact_id in decisions.reviewed,
            cites=_edges([(number, passage.outlets) for number, passage in stretch], newest),
            mentions=_edges([(number, passage.mentions) for number, passage in stretch], newest),
            attributions=_edges([(number, passage.attributions) for number, passage in stretch], newest),
        )


def _narratives(versions: Sequence[tuple[int, Version]], newest: int) -> Iterable[NarrativeRecord]:
    for narrative_id, run, stretch in runs([(number, v.narratives) for number, v in versions], newest):
        passage = stretch[-1][1]
        narrative: Narrative = passage.item
        yield NarrativeRecord(
            id=narrative_id,
            run=run,
            position=narrative.position,
            label=narrative.label,
            stance=narrative.stance,
            text=narrative.text,
            place=passage.place,
            providers=_edges([(number, passage.outlets) for number, passage in stretch], newest),
            mentions=_edges([(number, passage.mentions) for number, passage in stretch], newest),
        )


def _forecasts(versions: Sequence[tuple[int, Version]], newest: int) -> Iterable[ForecastRecord]:
    """A forecast keeps its id while its probability changes, and has a row for each: a past version shows what it said."""
    said = [
        (number, {(id, round(passage.item.probability, 4)): passage for id, passage in version.forecasts.items()})
        for number, version in versions
    ]
    for (forecast_id, _), run, stretch in runs(said, newest):
        passage = stretch[-1][1]
        forecast: Forecast = passage.item
        yield ForecastRecord(
            id=forecast_id,
            run=run,
            position=forecast.position,
            question=forecast.question,
            probability=round(forecast.probability, 4),
            source=forecast.source,
            place=passage.place,
            question_key=question_key(forecast.question),
        )


def _problems(story: str, problems: Sequence[Problem], decisions: Decisions) -> tuple[ProblemRecord, ...]:
    found = occurrences(problems, lambda problem: (str(problem.code), problem.message))
    numbered = {ids.node_id("PROBLEM", story, *parts, count): item for (parts, count), item in found.items()}
    return tuple(
        ProblemRecord(
            id=node_id,
            position=position,
            code=str(problem.code),
            message=problem.message,
            line=problem.line,
            column=problem.column,
            is_closed=node_id in decisions.closed,
        )
        for position, (node_id, problem) in enumerate(numbered.items(), 1)
    )
