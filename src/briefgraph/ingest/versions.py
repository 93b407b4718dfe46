"""One version of a story: a read brief with everyone and everything that it names resolved.

A pure function of the brief, the registry and what people decided: nothing here looks at the graph, so that briefs
may come in any order, twice, and again after any error.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from briefgraph import ids
from briefgraph.brief import Brief, Citation, Fact, Problem
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.record import Attributed, Cited, Mentioned, OutletRef, PersonRef, Place, Run
from briefgraph.graph.runs import Ruler, occurrences
from briefgraph.resolve.attributions import Attribution, AttributionFinder
from briefgraph.resolve.claims import normalise
from briefgraph.resolve.lookalikes import outlet_problems
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.people import Mention, PeopleFinder

LABELS = 20_000  # resolved labels that are remembered; round-ups cite some 2,000 outlets


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of one version: what makes it the same edge in the next one, and the rest."""

    identity: tuple[Any, ...]
    make: Callable[[Run], Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """A lead, fact or narrative of one version with its edges."""

    item: Any
    place: Place
    outlets: dict[Any, Edge]
    mentions: dict[Any, Edge]
    attributions: dict[Any, Edge]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a story, everything in it by id or identity; `renamed` as in a record."""

    lead: dict[Any, Edge]
    facts: dict[str, Passage]
    narratives: dict[str, Passage]
    forecasts: dict[str, Passage]
    lists: dict[Any, Edge]
    renamed: frozenset[str]


class Reader:
    """Reads versions: knows whom labels and names mean."""

    def __init__(self, registry: OutletRegistry, people: PeopleFinder) -> None:
        self.registry = registry
        self._people = people
        self._attributions = AttributionFinder(registry)
        self._known_outlets = {ids.node_id("OUTLET", entry.key): entry for entry in registry.entries}
        # The same few hundred labels come again and again: 20 us to resolve one, 0.1 us to remember it.
        self._outlet = lru_cache(LABELS)(self._resolve)

    def problems(self, brief: Brief) -> tuple[Problem, ...]:
        """What is wrong with a brief: what the reader found, then what is doubtful about its outlets."""
        return (*brief.problems, *outlet_problems(brief, self.registry))

    def _resolve(self, label: str, url: str | None) -> OutletRef:
        found = self.registry.resolve(label, url=url)
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

    def read(self, story: str, brief: Brief, decisions: Decisions) -> Version:
        """One version of a story, as people decided it is to be read."""
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

        found_people = self._people(passages, not_people=outlets)
        mentions = [_mentions(text, found, who) for text, found in zip(passages, found_people, strict=True)]
        of_facts, of_narratives = mentions[1 : 1 + len(brief.facts)], mentions[1 + len(brief.facts) :]

        def whom(label: str, url: str | None) -> OutletRef:
            given = self._outlet(label, url)
            ref = self._moved(given, decisions)
            if ref.id != given.id:
                renamed.add(given.id)
            return ref

        def outlet(item: Any, position: int) -> Edge:
            """The edge to whom a citation, source or provider names."""
            url, marker = getattr(item, "url", None), getattr(item, "marker", None)
            ref, place = whom(item.label, url), ruler.place(item.start, item.end)

            def make(run: Run) -> Cited:
                return Cited(run=run, position=position, outlet=ref, marker=marker, label=item.label, url=url,
                             place=place)  # fmt: skip

            return Edge((position, ref.id, marker, item.label, url), make)

        sources = [(source.label, source.url) for source in brief.sources]
        sources += [(citation.label, citation.url) for fact in brief.facts for citation in fact.citations]
        attributed = self._attributions.of_story(sources)

        def attributions(text: str, people: Sequence[Mention]) -> dict[Any, Edge]:
            named = attributed.find(text, [(mention.start, mention.end) for mention in people])
            measure = Ruler(text)
            made = (
                _attribution(position, one, whom(one.label, one.url), measure.place(one.start, one.end))
                for position, one in enumerate(named, 1)
            )
            return {edge.identity: edge for edge in made}

        of_texts = [attributions(fact.text, people) for fact, people in zip(brief.facts, found_people[1:], strict=False)]

        def passage(
            item: Any, edges: Iterable[tuple[int, Any]], people: dict[Any, Edge], said: dict[Any, Edge] | None = None
        ) -> Passage:
            found = (outlet(edge, position) for position, edge in edges)
            outlets = {edge.identity: edge for edge in found}
            return Passage(item, ruler.place(item.start, item.end), outlets, people, said or {})

        told = zip(of_facts, of_texts, strict=True)
        facts = _by_id("FACT", story, zip(brief.facts, told, strict=True), lambda f: (normalise(f.text),))
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
        return Version(
            lead=mentions[0],
            facts={
                fact_id: passage(fact, _corrected(fact_id, fact, decisions), people, said)
                for fact_id, (fact, (people, said)) in facts.items()
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
    kind: str, story: str, items: Iterable[tuple[Any, Any]], identity: Callable[[Any], tuple[str, ...]]
) -> dict[str, tuple[Any, Any]]:
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


def _mentions(text: str, found: Sequence[Mention], who: Callable[[Mention], PersonRef]) -> dict[Any, Edge]:
    ruler = Ruler(text)
    edges = {}
    for position, mention in enumerate(found, 1):
        edge = _mention(position, mention, who(mention), ruler.place(mention.start, mention.end))
        edges[edge.identity] = edge
    return edges


def _mention(position: int, mention: Mention, person: PersonRef, place: Place) -> Edge:
    def make(run: Run) -> Mentioned:
        return Mentioned(
            run=run, position=position, person=person, text=mention.text, role=mention.role, place=place
        )

    return Edge((position, person.id, mention.text, mention.role), make)


def question_key(question: str) -> str:
    """What forecasts of one question have in common: the key of its wording."""
    return ids.text_key(normalise(question))


def _attribution(position: int, said: Attribution, outlet: OutletRef, place: Place) -> Edge:
    def make(run: Run) -> Attributed:
        return Attributed(run=run, position=position, outlet=outlet, kind=str(said.kind), text=said.text, place=place)

    return Edge((position, outlet.id, said.kind, said.text), make)
