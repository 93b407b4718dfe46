"""From records to the rows that Cypher unwinds: properties as maps, edges inside their owners.

A pure function of the record. Stored relations take in only what stands in the newest version.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefgraph import ids
from briefgraph.brief_json import to_json
from briefgraph.graph.neo4j.share import Share, share_of
from briefgraph.graph.record import (
    Attributed,
    Cited,
    FactRecord,
    ForecastRecord,
    Mentioned,
    NarrativeRecord,
    OutletRef,
    Revision,
    StoryRecord,
)
from briefgraph.resolve.clusters import Membership

Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """The rows of one transaction's records, statement by statement, before any of them is written."""

    outlets: dict[str, Row] = field(default_factory=dict)
    people: dict[str, Row] = field(default_factory=dict)
    stories: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    narratives: list[Row] = field(default_factory=list)
    share: Share = field(default_factory=Share)
    texts: dict[str, str] = field(default_factory=dict)  # what facts say, by wording: the least of their texts

    def add(self, record: StoryRecord) -> None:
        """Take in one story."""
        _Story(self, record).gather()

    def place_facts(self, members: Mapping[str, Membership]) -> None:
        """Complete the facts, now that it is known which claim each wording states."""
        for row in self.facts:
            member = members[row["wording"]]
            row["claim"] = member.claim
            row["link"] |= {"score": float(member.score), "method": member.method}


class _Story:
    def __init__(self, rows: Rows, record: StoryRecord) -> None:
        self._rows = rows
        self._record = record
        self._key, self._last_key = ids.date_keys(record.published_at)
        self._covers: dict[str, None] = {}
        self._cited: Counter[str] = Counter()  # outlets that facts cite: how often
        self._provided: Counter[str] = Counter()  # outlets that narratives credit: how many do
        self._ranks: dict[int, int] = {}
        self._mentions: list[Mentioned] = []

    def gather(self) -> None:
        record = self._record
        self._rank()
        for fact in record.facts:
            self._rows.facts.append(self._fact(fact))
        for narrative in record.narratives:
            self._rows.narratives.append(self._narrative(narrative))
        lists = [self._edge(edge) for edge in record.lists]
        share = share_of(record)
        self._rows.share.add(share)
        self._rows.stories.append(
            {
                "properties": {
                    "id": record.id,
                    "title": record.title,
                    "lead": record.lead,
                    "address": record.address,
                    "publishedAt": record.published_at,
                    "recordedAt": record.recorded_at,
                    "layout": record.layout,
                    "isComplete": record.is_complete,
                    "version": record.version,
                    "event": record.id,
                    "sortKey": ids.sort_key(record.title),
                    "publishedKey": self._key,
                    "publishedLastKey": self._last_key,
                    "tokens": ids.stored_tokens(record.title if record.lead is None else f"{record.title}\n{record.lead}"),
                    "share": share.to_text(),
                },
                "forecasts": [self._forecast(forecast) for forecast in record.forecasts],
                "problems": [
                    {
                        "id": problem.id,
                        "position": problem.position,
                        "code": problem.code,
                        "message": problem.message,
                        "line": problem.line,
                        "column": problem.column,
                        "isClosed": problem.is_closed,
                        "publishedKey": self._key,
                    }
                    for problem in record.problems
                ],
                "renamed": sorted(record.renamed),
                "lists": lists,
                "covers": [self._covered(outlet) for outlet in self._covers],
                "mentions": self._mentioning("STORY", record.id, record.mentions),
                "people": [
                    _to(person, personId=person, storyId=record.id, mentionCount=count, role=role,
                        publishedKey=self._key)
                    for person, count, role in _by_person(self._mentions)
                ],
            }
        )  # fmt: skip

    def _covered(self, outlet: str) -> Row:
        cited, provided = self._cited[outlet], self._provided[outlet]
        return _to(outlet, outletId=outlet, storyId=self._record.id, publishedKey=self._key, citationCount=cited,
                   narrativeCount=provided, witnessKey=self._key if cited and provided else None)  # fmt: skip

    def _rank(self) -> None:
        """Mentions in the order of the story, past ones last."""
        record = self._record
        self._mentions = list(record.mentions)
        for fact in record.facts:
            self._mentions += fact.mentions
        for narrative in record.narratives:
            self._mentions += narrative.mentions
        self._mentions.sort(key=lambda mention: mention.run.last_version is not None)
        self._ranks = {id(mention): rank for rank, mention in enumerate(self._mentions, 1)}

    def _fact(self, fact: FactRecord) -> Row:
        texts = self._rows.texts
        texts[fact.wording] = min(texts.get(fact.wording, fact.text), fact.text)
        cites = [self._edge(edge) for edge in fact.cites]
        for cited in cites:
            cited["properties"] |= {"outletId": cited["target"], "factId": fact.id, "publishedKey": self._key}
        self._cited.update(edge.outlet.id for edge in fact.cites if edge.run.last_version is None)
        return {
            "story": self._record.id,
            "wording": fact.wording,
            "properties": {
                "id": fact.id,
                "position": fact.position,
                "text": fact.text,
                **_place(fact),
                **_run(fact),
                "publishedKey": self._key,
                "publishedLastKey": self._last_key,
                "tokens": ids.stored_tokens(fact.text) if fact.run.last_version is None else None,
            },
            "link": {"isReviewed": fact.is_reviewed},
            "cites": cites,
            "attributions": [self._attributed(fact.id, edge) for edge in fact.attributions],
            "mentions": self._mentioning("FACT", fact.id, fact.mentions),
            "people": self._mentioned("FACT", fact),
        }

    def _narrative(self, narrative: NarrativeRecord) -> Row:
        providers = [self._edge(edge) for edge in narrative.providers]
        stance_id = None if narrative.stance is None else ids.stance_id(narrative.stance)
        for provider in providers:
            properties = provider["properties"]
            del properties["marker"], properties["url"]
            properties |= {"outletId": provider["target"], "narrativeId": narrative.id, "publishedKey": self._key,
                           "stanceId": stance_id}  # fmt: skip
        self._provided.update({edge.outlet.id for edge in narrative.providers if edge.run.last_version is None})
        return {
            "story": self._record.id,
            "properties": {
                "id": narrative.id,
                "position": narrative.position,
                "label": narrative.label,
                "stance": narrative.stance,
                "text": narrative.text,
                **_place(narrative),
                **_run(narrative),
                "publishedKey": self._key,
                "publishedLastKey": self._last_key,
                "tokens": ids.stored_tokens(narrative.text) if narrative.run.last_version is None else None,
            },
            "providers": providers,
            "mentions": self._mentioning("NARRATIVE", narrative.id, narrative.mentions),
            "people": self._mentioned("NARRATIVE", narrative),
        }

    def _forecast(self, forecast: ForecastRecord) -> Row:
        return {
            "id": forecast.id,
            "position": forecast.position,
            "question": forecast.question,
            "probability": float(forecast.probability),
            "source": forecast.source,
            **_place(forecast),
            **_run(forecast),
            "questionKey": forecast.question_key,
            "publishedKey": self._key,
            "publishedLastKey": self._last_key,
            "tokens": ids.stored_tokens(forecast.question) if forecast.run.last_version is None else None,
        }

    def _edge(self, edge: Cited) -> Row:
        outlet = edge.outlet.id
        self._rows.outlets.setdefault(outlet, _described(edge.outlet))
        if edge.run.last_version is None:
            self._covers[outlet] = None
        return _to(outlet, position=edge.position, marker=edge.marker, label=edge.label, url=edge.url,
                   **_place(edge), **_run(edge))  # fmt: skip

    def _attributed(self, fact: str, edge: Attributed) -> Row:
        outlet = edge.outlet.id
        self._rows.outlets.setdefault(outlet, _described(edge.outlet))
        return _to(outlet, position=edge.position, kind=edge.kind, text=edge.text, factId=fact, outletId=outlet,
                   publishedKey=self._key, **_place(edge), **_run(edge))  # fmt: skip

    def _mentioning(self, kind: str, node: str, mentions: Iterable[Mentioned]) -> list[Row]:
        rows = []
        for mention in mentions:
            person = mention.person.id
            self._rows.people.setdefault(person, {"id": person})
            rows.append(
                _to(person, kind=kind, nodeId=node, storyId=self._record.id, personId=person,
                    position=mention.position, rank=self._ranks[id(mention)], text=mention.text,
                    role=mention.role, **_place(mention), **_run(mention))
            )  # fmt: skip
        return rows

    def _mentioned(self, kind: str, owner: FactRecord | NarrativeRecord) -> list[Row]:
        if owner.run.last_version is not None:
            return []
        return [
            _to(person, personId=person, kind=kind, ownerId=owner.id, storyId=self._record.id,
                mentionCount=count, role=role, publishedKey=self._key)
            for person, count, role in _by_person(owner.mentions)
        ]  # fmt: skip


def revision_row(story: str, revision: Revision) -> Row:
    """A revision that is new to the ledger."""
    return {
        "story": story,
        "properties": {
            "id": revision.id,
            "origin": revision.origin,
            "number": revision.number,
            "publishedAt": revision.published_at,
            "recordedAt": revision.recorded_at,
            "arrival": revision.arrival,
            "digest": revision.digest,
            "title": revision.brief.title,
            "lead": revision.brief.lead,
            "layout": str(revision.brief.layout),
            "isComplete": revision.brief.is_complete,
            "text": revision.brief.text,
            "brief": to_json(revision.brief),
        },
    }


def _by_person(mentions: Sequence[Mentioned]) -> list[tuple[str, int, str | None]]:
    """(id, how many, first role) of each person whom standing mentions name."""
    counts: dict[str, int] = {}
    roles: dict[str, str | None] = {}
    for mention in mentions:
        if mention.run.last_version is None:
            person = mention.person.id
            counts[person] = counts.get(person, 0) + 1
            roles[person] = roles.get(person) or mention.role
    return [(person, count, roles[person]) for person, count in counts.items()]


def _described(outlet: OutletRef) -> Row:
    return {
        "id": outlet.id,
        "kind": outlet.kind,
        "country": outlet.country,
        "domain": outlet.domain,
        "owner": outlet.owner,
    }


def _to(target: str, **properties: Any) -> Row:
    """An edge to a node."""
    return {"target": target, "properties": properties}


def _place(item: Any) -> Row:
    place = item.place
    return {"start": place.start, "end": place.end, "startUtf16": place.start_utf16, "endUtf16": place.end_utf16}


def _run(item: Any) -> Row:
    return {"firstVersion": item.run.first_version, "lastVersion": item.run.last_version}
