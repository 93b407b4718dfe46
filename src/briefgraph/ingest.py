"""From a read brief to what it puts into the graph, and into the store in one transaction.

A story's record is a pure function of its revisions and of the registry: nothing here looks at the
graph, so that briefs may come in any order, twice, and again after any error.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from briefgraph import ids
from briefgraph.brief import Brief, Fact, Forecast, Narrative
from briefgraph.brief_json import to_json
from briefgraph.errors import NotABrief
from briefgraph.graph.record import (
    Cited,
    FactRecord,
    ForecastRecord,
    Mentioned,
    NarrativeRecord,
    OutletRef,
    PersonRef,
    Place,
    ProblemRecord,
    Revision,
    Run,
    StoryRecord,
)
from briefgraph.graph.runs import Ruler, occurrences, runs
from briefgraph.graph.store import Arrival, Receipt, Store
from briefgraph.resolve.claims import claim_of, normalise
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.people import Mention, PeopleFinder, find_people

LABELS = 20_000  # resolved labels that an importer remembers; round-ups cite some 2,000 outlets

# --- identity --------------------------------------------------------------------------------


def story_id(brief: Brief) -> str:
    """The id of the story that a brief tells.

    The id that the caller gave; else the canonical address; else the normalised title and first fact,
    which is never asked where an address is known.
    """
    if brief.id is not None:
        return ids.node_id("STORY", "id", brief.id)
    address = ids.canonical_address(brief.address) if brief.address else None
    if address is not None:
        return ids.node_id("STORY", "address", address)
    first = brief.facts[0].text if brief.facts else ""
    return ids.node_id("STORY", "words", normalise(brief.title), normalise(first))


def settled(brief: Brief) -> Brief:
    """The brief without what differs between two readings of the same words.

    The address is canonical (`https://www.` and tracking are no new version), and where the words
    began in their document is forgotten (a story of a newsletter, alone the next time).
    """
    address = ids.canonical_address(brief.address) if brief.address else None
    if address == brief.address and brief.first_line == 1:
        return brief
    return replace(brief, address=address, first_line=1)


def digest(brief: Brief) -> str:
    """What tells one version of a story from another: 128 bits over a settled brief's words and date.

    Raises:
        NotABrief: the brief holds half of a surrogate pair, which is no text.
    """
    try:
        parts = to_json(brief).encode(), brief.text.encode()
    except ValueError as error:  # UnicodeEncodeError is one
        raise NotABrief(
            "the brief holds half of a surrogate pair, which is no text; read it as UTF-8"
        ) from error
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()


# --- one version, resolved -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Edge:
    """An edge of one version: what makes it the same edge in the next one, and the rest."""

    identity: tuple[Any, ...]
    make: Callable[[Run], Any]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A lead, fact or narrative of one version with its edges."""

    item: Any
    place: Place
    outlets: dict[Any, _Edge]
    mentions: dict[Any, _Edge]


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of a story, everything in it by id or identity."""

    lead: dict[Any, _Edge]
    facts: dict[str, _Passage]
    narratives: dict[str, _Passage]
    forecasts: dict[str, _Passage]
    lists: dict[Any, _Edge]


class Importer:
    """Puts briefs into a store.

    Args:
        store: where they go.
        registry: whom outlets' labels name.
        clock: the time now as canonical UTC text, `2024-03-27T00:00:00Z`.
        people: who finds people in the passages of a brief; the rules unless given.
    """

    def __init__(
        self,
        store: Store,
        registry: OutletRegistry,
        clock: Callable[[], str],
        *,
        people: PeopleFinder = find_people,
    ) -> None:
        self._store = store
        self._registry = registry
        self._clock = clock
        self._people = people
        # The same few hundred labels come again and again: 20 us to resolve one, 0.1 us to remember it.
        self._outlet = lru_cache(LABELS)(self._resolve)

    def knows(self, label: str) -> bool:
        """Whether the registry knows an outlet of this name; the reader asks where a name is ambiguous."""
        return self._registry.knows(label)

    async def load(self, briefs: Sequence[Brief]) -> list[Receipt]:
        """Write briefs in one transaction, all or none, and say what became of each.

        Safe to call again after any error: a brief that is there already changes nothing.

        Raises:
            NotABrief: a brief holds what is no Unicode text.
            StoreError: the store refused; nothing was changed, EngineDown aside.
        """
        now = self._clock()
        arrivals = []
        for given in briefs:
            brief = settled(given)
            arrivals.append(
                Arrival(
                    story_id=story_id(brief),
                    published_at=brief.published_at,
                    recorded_at=now,
                    digest=digest(brief),
                    brief=brief,
                )
            )
        return await self._store.write(arrivals, self.rebuild)

    async def restore(self, ledger: Sequence[tuple[str, Revision]]) -> list[Receipt]:
        """Write revisions of another store's ledger in one transaction, each under its story's id.

        When they were recorded is kept; all else is found anew. As safe to call again as `load`.

        Raises:
            StoreError: the store refused; nothing was changed, EngineDown aside.
        """
        arrivals = [
            Arrival(
                story_id=story,
                published_at=revision.published_at,
                recorded_at=revision.recorded_at,
                digest=revision.digest,
                brief=revision.brief,
            )
            for story, revision in ledger
        ]
        return await self._store.write(arrivals, self.rebuild)

    def rebuild(self, story: str, revisions: Sequence[Revision]) -> StoryRecord:
        """What a story puts into the graph, from its revisions in the order of their numbers."""
        newest = revisions[-1]
        brief = newest.brief
        versions = [(revision.number, self._version(story, revision.brief)) for revision in revisions]
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
            facts=tuple(sorted(_facts(versions, last), key=_in_order)),
            narratives=tuple(sorted(_narratives(versions, last), key=_in_order)),
            forecasts=tuple(sorted(_forecasts(versions, last), key=_in_order)),
            problems=_problems(story, brief),
            lists=_edges([(number, version.lists) for number, version in versions], last),
            mentions=_edges([(number, version.lead) for number, version in versions], last),
        )

    def _resolve(self, label: str, url: str | None) -> OutletRef:
        found = self._registry.resolve(label, url=url)
        return OutletRef(
            id=ids.node_id("OUTLET", found.key),
            name=found.name,
            kind=None if found.kind is None else str(found.kind),
            country=found.country,
            domain=found.domain,
            owner=found.owner,
            alias=found.label,
        )

    def _version(self, story: str, brief: Brief) -> _Version:
        ruler = Ruler(brief.text)
        passages = [brief.lead or "", *(f.text for f in brief.facts), *(n.text for n in brief.narratives)]
        labels = {source.label for source in brief.sources}
        labels |= {citation.label for fact in brief.facts for citation in fact.citations}
        labels |= {provider.label for narrative in brief.narratives for provider in narrative.providers}
        outlets = {self._outlet(label, None).alias for label in labels}
        mentions = [
            _mentions(story, text, found)
            for text, found in zip(passages, self._people(passages, not_people=outlets), strict=True)
        ]
        of_facts, of_narratives = mentions[1 : 1 + len(brief.facts)], mentions[1 + len(brief.facts) :]

        def outlet(item: Any, position: int) -> _Edge:
            """The edge to whom a citation, source or provider names."""
            url, marker = getattr(item, "url", None), getattr(item, "marker", None)
            ref, place = self._outlet(item.label, url), ruler.place(item.start, item.end)

            def make(run: Run) -> Cited:
                return Cited(run=run, position=position, outlet=ref, marker=marker, label=item.label, url=url,
                             place=place)  # fmt: skip

            return _Edge((position, ref.id, marker, item.label, url), make)

        def passage(item: Any, edges: Iterable[Any], people: dict[Any, _Edge]) -> _Passage:
            outlets = {edge.identity: edge for edge in (outlet(e, i) for i, e in enumerate(edges, 1))}
            return _Passage(item, ruler.place(item.start, item.end), outlets, people)

        facts_by_id = _by_id(
            "FACT",
            story,
            [passage(f, f.citations, people) for f, people in zip(brief.facts, of_facts, strict=True)],
            lambda f: (normalise(f.text),),
        )
        narratives_by_id = _by_id(
            "NARRATIVE",
            story,
            [
                passage(n, n.providers, people)
                for n, people in zip(brief.narratives, of_narratives, strict=True)
            ],
            lambda n: (normalise(n.label), normalise(n.text)),
        )
        forecasts_by_id = _by_id(
            "FORECAST",
            story,
            [passage(f, (), {}) for f in brief.forecasts],
            lambda f: (normalise(f.question), f.source or ""),
        )
        listed = (outlet(source, i) for i, source in enumerate(brief.sources, 1))
        return _Version(
            lead=mentions[0],
            facts=facts_by_id,
            narratives=narratives_by_id,
            forecasts=forecasts_by_id,
            lists={edge.identity: edge for edge in listed},
        )


def _by_id(
    kind: str, story: str, passages: Iterable[_Passage], identity: Callable[[Any], tuple[str, ...]]
) -> dict[str, _Passage]:
    found = occurrences(passages, lambda passage: identity(passage.item))
    return {ids.node_id(kind, story, *parts, count): item for (parts, count), item in found.items()}


def _mentions(story: str, text: str, found: Sequence[Mention]) -> dict[Any, _Edge]:
    ruler = Ruler(text)
    edges = {}
    for position, mention in enumerate(found, 1):
        edge = _mention(story, position, mention, ruler.place(mention.start, mention.end))
        edges[edge.identity] = edge
    return edges


def _mention(story: str, position: int, mention: Mention, place: Place) -> _Edge:
    who = mention.person
    # "Judge Oakes" of one story is not known to be the Judge Oakes of another.
    identity = (story, who.key) if who.local else (who.key,)
    person = PersonRef(id=ids.node_id("PERSON", *identity), name=who.name)

    def make(run: Run) -> Mentioned:
        return Mentioned(
            run=run, position=position, person=person, text=mention.text, role=mention.role, place=place
        )

    return _Edge((position, person.id, mention.text, mention.role), make)


# --- records ---------------------------------------------------------------------------------


def _latest(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None


def _in_order(record: Any) -> tuple[int, str, int]:
    return record.position, record.id, record.run.first_version


def _edges(versions: Sequence[tuple[int, Mapping[Any, _Edge]]], newest: int) -> tuple[Any, ...]:
    made = [stretch[-1][1].make(run) for _, run, stretch in runs(versions, newest)]
    return tuple(sorted(made, key=lambda edge: (edge.position, edge.run.first_version)))


def _facts(versions: Sequence[tuple[int, _Version]], newest: int) -> Iterable[FactRecord]:
    for fact_id, run, stretch in runs([(number, version.facts) for number, version in versions], newest):
        passage = stretch[-1][1]
        fact: Fact = passage.item
        link = claim_of(fact.text)
        yield FactRecord(
            id=fact_id,
            run=run,
            position=fact.position,
            text=fact.text,
            place=passage.place,
            claim_id=ids.node_id("CLAIM", link.key),
            score=round(link.score, 4),
            method=link.method,
            is_reviewed=False,
            cites=_edges([(number, passage.outlets) for number, passage in stretch], newest),
            mentions=_edges([(number, passage.mentions) for number, passage in stretch], newest),
        )


def _narratives(versions: Sequence[tuple[int, _Version]], newest: int) -> Iterable[NarrativeRecord]:
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


def _forecasts(versions: Sequence[tuple[int, _Version]], newest: int) -> Iterable[ForecastRecord]:
    for forecast_id, run, stretch in runs([(number, v.forecasts) for number, v in versions], newest):
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
        )


def _problems(story: str, brief: Brief) -> tuple[ProblemRecord, ...]:
    found = occurrences(brief.problems, lambda problem: (str(problem.code), problem.message))
    return tuple(
        ProblemRecord(
            id=ids.node_id("PROBLEM", story, *parts, count),
            position=position,
            code=str(problem.code),
            message=problem.message,
            line=problem.line,
            column=problem.column,
        )
        for position, ((parts, count), problem) in enumerate(found.items(), 1)
    )
