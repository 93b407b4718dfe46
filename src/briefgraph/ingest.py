"""From a read brief to what it puts into the graph, and into the store in one transaction.

A story's record is a pure function of its revisions and of the registry: nothing here looks at the
graph, so that briefs may come in any order, twice, and again after any error.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from briefgraph import ids
from briefgraph.brief import Brief, Citation, Fact, Forecast, Narrative, Problem
from briefgraph.brief_json import to_json
from briefgraph.errors import NotABrief
from briefgraph.graph.decisions import Decision, Decisions
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
from briefgraph.graph.store import Arrival, Comparer, Receipt, Store
from briefgraph.resolve.claims import normalise
from briefgraph.resolve.comparer import WordingComparer
from briefgraph.resolve.lookalikes import outlet_problems
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
    """One version of a story, everything in it by id or identity; `renamed` as in a record."""

    lead: dict[Any, _Edge]
    facts: dict[str, _Passage]
    narratives: dict[str, _Passage]
    forecasts: dict[str, _Passage]
    lists: dict[Any, _Edge]
    renamed: frozenset[str]


class Importer:
    """Puts briefs into a store, and resolves who and what they mean: a `Resolver`.

    Args:
        store: where they go.
        registry: whom outlets' labels name.
        clock: the time now as canonical UTC text, `2024-03-27T00:00:00Z`.
        comparer: what makes one claim of two wordings.
        people: who finds people in the passages of a brief; the rules unless given.
    """

    def __init__(
        self,
        store: Store,
        registry: OutletRegistry,
        clock: Callable[[], str],
        comparer: Comparer | None = None,
        *,
        people: PeopleFinder = find_people,
    ) -> None:
        self._store = store
        self._registry = registry
        self._clock = clock
        self.comparer: Comparer = comparer or WordingComparer()
        self._known_outlets = {ids.node_id("OUTLET", entry.key): entry for entry in registry.entries}
        self._people = people
        # The same few hundred labels come again and again: 20 us to resolve one, 0.1 us to remember it.
        self._outlet = lru_cache(LABELS)(self._resolve)

    def knows(self, label: str) -> bool:
        """Whether the registry knows an outlet of this name; the reader asks where a name is ambiguous."""
        return self._registry.knows(label)

    def problems(self, brief: Brief) -> tuple[Problem, ...]:
        """What is wrong with a brief: what the reader found, then what is doubtful about its outlets."""
        return (*brief.problems, *outlet_problems(brief, self._registry))

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
        return await self._store.write(arrivals, self)

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
        return await self._store.write(arrivals, self)

    async def delete(self, story_id: str) -> bool:
        """Take a story away; False where there is none."""
        return await self._store.delete(story_id, self)

    async def decide(self, decisions: Sequence[Decision]) -> int:
        """Put decisions into the store's log and carry them out; gives how many were not in it just so."""
        return await self._store.decide(decisions, self)

    def rebuild(self, story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
        """What a story puts into the graph, from its revisions in the order of their numbers."""
        newest = revisions[-1]
        brief = newest.brief
        versions = [
            (revision.number, self._version(story, revision.brief, decisions)) for revision in revisions
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
            problems=_problems(story, self.problems(brief), decisions),
            lists=_edges([(number, version.lists) for number, version in versions], last),
            mentions=_edges([(number, version.lead) for number, version in versions], last),
            renamed=frozenset(node for _, version in versions for node in version.renamed),
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

    def _moved(self, ref: OutletRef, decisions: Decisions) -> OutletRef:
        """The outlet that stands for the one that a label names, by what people decided."""
        into = decisions.resolve(ref.id)
        if into == ref.id:
            return ref
        known = self._known_outlets.get(into)
        if known is None:
            said = decisions.described.get(into, {})
            return OutletRef(id=into, name=said.get("name"), kind=None, country=None, domain=said.get("domain"),
                             owner=None, alias=ref.alias)  # fmt: skip
        return OutletRef(id=into, name=known.name, kind=None if known.kind is None else str(known.kind),
                         country=known.country, domain=known.domain, owner=known.owner, alias=ref.alias)  # fmt: skip

    def _version(self, story: str, brief: Brief, decisions: Decisions) -> _Version:
        ruler = Ruler(brief.text)
        renamed: set[str] = set()
        passages = [brief.lead or "", *(f.text for f in brief.facts), *(n.text for n in brief.narratives)]
        labels = {source.label for source in brief.sources}
        labels |= {citation.label for fact in brief.facts for citation in fact.citations}
        labels |= {provider.label for narrative in brief.narratives for provider in narrative.providers}
        outlets = {self._outlet(label, None).alias for label in labels}

        def who(mention: Mention) -> PersonRef:
            # "Judge Oakes" of one story is not known to be the Judge Oakes of another.
            local = (story,) if mention.person.local else ()
            given = ids.node_id("PERSON", *local, mention.person.key)
            meant = decisions.person(given, story)
            if meant.id == given:
                return PersonRef(id=given, name=mention.person.name)
            renamed.add(given)
            return PersonRef(id=meant.id, name=meant.name or mention.person.name)

        mentions = [
            _mentions(text, found, who)
            for text, found in zip(passages, self._people(passages, not_people=outlets), strict=True)
        ]
        of_facts, of_narratives = mentions[1 : 1 + len(brief.facts)], mentions[1 + len(brief.facts) :]

        def outlet(item: Any, position: int) -> _Edge:
            """The edge to whom a citation, source or provider names."""
            url, marker = getattr(item, "url", None), getattr(item, "marker", None)
            given, place = self._outlet(item.label, url), ruler.place(item.start, item.end)
            ref = self._moved(given, decisions)
            if ref.id != given.id:
                renamed.add(given.id)

            def make(run: Run) -> Cited:
                return Cited(run=run, position=position, outlet=ref, marker=marker, label=item.label, url=url,
                             place=place)  # fmt: skip

            return _Edge((position, ref.id, marker, item.label, url), make)

        def passage(item: Any, edges: Iterable[tuple[int, Any]], people: dict[Any, _Edge]) -> _Passage:
            found = (outlet(edge, position) for position, edge in edges)
            outlets = {edge.identity: edge for edge in found}
            return _Passage(item, ruler.place(item.start, item.end), outlets, people)

        facts = _by_id("FACT", story, zip(brief.facts, of_facts, strict=True), lambda f: (normalise(f.text),))
        narratives = _by_id(
            "NARRATIVE",
            story,
            zip(brief.narratives, of_narratives, strict=True),
            lambda n: (normalise(n.label), normalise(n.text)),
        )
        forecasts = _by_id(
            "FORECAST",
            story,
            ((forecast, {}) for forecast in brief.forecasts),
            lambda f: (normalise(f.question), f.source or ""),
        )
        listed = (outlet(source, i) for i, source in enumerate(brief.sources, 1))
        return _Version(
            lead=mentions[0],
            facts={
                fact_id: passage(fact, _corrected(fact_id, fact, decisions), people)
                for fact_id, (fact, people) in facts.items()
            },
            narratives={
                node_id: passage(narrative, enumerate(narrative.providers, 1), people)
                for node_id, (narrative, people) in narratives.items()
            },
            forecasts={node_id: passage(forecast, (), people) for node_id, (forecast, people) in forecasts.items()},
            lists={edge.identity: edge for edge in listed},
            renamed=frozenset(renamed),
        )


def _by_id(
    kind: str, story: str, items: Iterable[tuple[Any, dict[Any, _Edge]]], identity: Callable[[Any], tuple[str, ...]]
) -> dict[str, tuple[Any, dict[Any, _Edge]]]:
    found = occurrences(items, lambda item: identity(item[0]))
    return {ids.node_id(kind, story, *parts, count): item for (parts, count), item in found.items()}


def _corrected(fact_id: str, fact: Fact, decisions: Decisions) -> Iterator[tuple[int, Citation]]:
    """The citations of a fact with their places, as people corrected them."""
    for position, citation in enumerate(fact.citations, 1):
        label = decisions.citation(fact_id, position, citation.label)
        if label is not None:
            yield position, citation if label == citation.label else replace(citation, label=label, url=None)


def wording_id(fact_id: str, text: str, decisions: Decisions) -> str:
    """The id of a fact's wording, which is also the id of a claim that has no other."""
    if fact_id in decisions.alone:
        return ids.node_id("CLAIM", normalise(text), fact_id)
    return ids.node_id("CLAIM", normalise(text))


def _mentions(text: str, found: Sequence[Mention], who: Callable[[Mention], PersonRef]) -> dict[Any, _Edge]:
    ruler = Ruler(text)
    edges = {}
    for position, mention in enumerate(found, 1):
        edge = _mention(position, mention, who(mention), ruler.place(mention.start, mention.end))
        edges[edge.identity] = edge
    return edges


def _mention(position: int, mention: Mention, person: PersonRef, place: Place) -> _Edge:
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


def _facts(
    versions: Sequence[tuple[int, _Version]], newest: int, decisions: Decisions
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
