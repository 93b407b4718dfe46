"""What one story adds to what stories have in common: counters, pairs and spellings.

A share is a pure function of a story's record and is kept with the story, so that replacing the story
is a matter of adding the difference of two shares, and taking it away leaves nothing behind.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

import orjson

from briefgraph import ids
from briefgraph.graph.record import Attributed, Cited, FactRecord, Mentioned, StoryRecord

Tally = Counter[tuple[str, ...]]
TALLIES = (
    "stories", "citations", "cited", "advocacies", "facts", "appearances", "pairs", "about_facts", "about_stories",
    "stances", "uses", "named", "together_stories", "together_facts", "attributions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """Counters by what they count; differences may be negative, and what is zero is left out."""

    stories: Tally = field(default_factory=Counter)  # (outlet,): the story cites, lists or credits it
    citations: Tally = field(default_factory=Counter)  # (outlet,)
    cited: Tally = field(default_factory=Counter)  # (outlet,): facts that cite it
    advocacies: Tally = field(default_factory=Counter)  # (outlet,): the story cites it and carries a narrative of it
    facts: Tally = field(default_factory=Counter)  # (person,): facts that mention them
    appearances: Tally = field(default_factory=Counter)  # (person,): the story mentions them
    pairs: Tally = field(default_factory=Counter)  # (outlet, other): facts that cite both, both ways round
    about_facts: Tally = field(default_factory=Counter)  # (person, outlet): facts that have both
    about_stories: Tally = field(default_factory=Counter)  # (person, outlet)
    stances: Tally = field(default_factory=Counter)  # (outlet, stance, month or ''): narratives
    uses: Tally = field(default_factory=Counter)  # (kind, node, alias): edges that are written so
    named: Tally = field(default_factory=Counter)  # (kind, node, alias): edges to whom that names in full
    together_stories: Tally = field(default_factory=Counter)  # (person, other): the story mentions both, the smaller id first
    together_facts: Tally = field(default_factory=Counter)  # (person, other): facts that mention both
    attributions: Tally = field(default_factory=Counter)  # (outlet,): facts that say they have something from it

    def add(self, other: "Share", sign: int = 1) -> None:
        """Add another share, or take it away."""
        for name in TALLIES:
            tally: Tally = getattr(self, name)
            for key, count in getattr(other, name).items():
                tally[key] += sign * count
                if not tally[key]:
                    del tally[key]

    def to_text(self) -> str:
        """The share as text to keep."""
        return orjson.dumps([[[*key, count] for key, count in getattr(self, name).items()] for name in TALLIES]).decode()

    @classmethod
    def of_text(cls, text: str) -> "Share":
        """What `to_text` gave."""
        tallies = orjson.loads(text)
        return cls(*(Counter({tuple(row[:-1]): row[-1] for row in rows}) for rows in tallies))


def share_of(record: StoryRecord) -> Share:
    """What a story's record adds. Counters take in what stands in the newest version; spellings all."""
    share = Share()
    outlets: set[str] = set()
    for edge in _outlet_edges(record):
        _spell(share, edge)
        if edge.run.last_version is None:
            outlets.add(edge.outlet.id)
    for said in (said for fact in record.facts for said in fact.attributions):
        _spell(share, said)
    people: set[str] = set()
    for mention in _mentions(record):
        share.uses["PERSON", mention.person.id, mention.text] += 1
        share.named["PERSON", mention.person.id, mention.person.name] += 1
        if mention.run.last_version is None:
            people.add(mention.person.id)
    share.stories.update((outlet,) for outlet in outlets)
    share.appearances.update((person,) for person in people)
    share.together_stories.update(combinations(sorted(people), 2))
    for fact in record.facts:
        if fact.run.last_version is None:
            _add_fact(share, fact)
    share.about_stories.update(dict.fromkeys(share.about_facts, 1))
    provided: set[str] = set()
    month = ids.month_of(record.published_at) or ""
    for narrative in record.narratives:
        if narrative.run.last_version is None:
            credited = {edge.outlet.id for edge in narrative.providers if edge.run.last_version is None}
            provided |= credited
            if narrative.stance is not None:
                share.stances.update((outlet, narrative.stance, month) for outlet in credited)
    share.advocacies.update((outlet,) for (outlet,) in share.cited if outlet in provided)
    return share


def _spell(share: Share, edge: Cited | Attributed) -> None:
    share.uses["OUTLET", edge.outlet.id, edge.outlet.alias] += 1
    if edge.outlet.name is not None:
        share.named["OUTLET", edge.outlet.id, edge.outlet.name] += 1


def _add_fact(share: Share, fact: FactRecord) -> None:
    cited = [edge.outlet.id for edge in fact.cites if edge.run.last_version is None]
    outlets = sorted(set(cited))
    people = {mention.person.id for mention in fact.mentions if mention.run.last_version is None}
    share.citations.update((outlet,) for outlet in cited)
    share.cited.update((outlet,) for outlet in outlets)
    share.attributions.update({(edge.outlet.id,) for edge in fact.attributions if edge.run.last_version is None})
    share.facts.update((person,) for person in people)
    share.together_facts.update(combinations(sorted(people), 2))
    share.pairs.update((one, other) for one in outlets for other in outlets if one != other)
    share.about_facts.update((person, outlet) for person in people for outlet in outlets)


def _outlet_edges(record: StoryRecord) -> Iterator[Cited]:
    yield from record.lists
    for fact in record.facts:
        yield from fact.cites
    for narrative in record.narratives:
        yield from narrative.providers


def _mentions(record: StoryRecord) -> Iterable[Mentioned]:
    yield from record.mentions
    for fact in record.facts:
        yield from fact.mentions
    for narrative in record.narratives:
        yield from narrative.mentions
