"""Small graphs in which everything collides, from a seed: what engines are compared on.

Few outlets, people, dates and wordings, so that counts differ from one another and orders have ties:
undated stories, one outlet cited twice by one fact, names of one spelling, words beyond ASCII and
beyond 16 bits, superseded facts, outlets and people, stories of one address, empty stories.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, cast

from briefgraph.analysis import analyse
from briefgraph.brief import (
    Brief,
    Citation,
    Fact,
    Forecast,
    Layout,
    Narrative,
    Problem,
    ProblemCode,
    Provider,
    Source,
    Span,
)
from briefgraph.graph.decisions import Decision, DecisionKind, Decisions, Effects
from briefgraph.graph.ledger import join
from briefgraph.graph.measures import Analysis, Network
from briefgraph.graph.record import FactRecord, Revision, StoryRecord
from briefgraph.graph.store import Arrival, Comparer, Store
from briefgraph.ids import node_id
from briefgraph.ingest import Importer, digest, settled, story_id
from briefgraph.resolve.claims import Scored, Verdict
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import Entry, OutletKind

ENTRIES = (
    Entry(
        key="bramble",
        name="The Bramble Courier",
        kind=OutletKind.NEWS,
        country="GB",
        domain="bramble.example",
        owner="Hollow Press",
        names=("The Bramble Courier", "Courier of Bramble"),
        domains=("bramble.example",),
    ),
    Entry(
        key="lantern",
        name="Lantern Daily",
        kind=OutletKind.NEWS,
        country="IE",
        owner="Hollow Press",
        names=("Lantern Daily",),
    ),
    Entry(
        key="osprey",
        name="Osprey Wire",
        kind=OutletKind.WIRE,
        owner="Osprey Trust",
        names=("Osprey Wire", "OW"),
    ),
    Entry(
        key="tide",
        name="Ministry of Tides",
        kind=OutletKind.GOVERNMENT,
        country="NO",
        names=("Ministry of Tides",),
    ),
    Entry(
        key="elan",
        name="Élan Soir",
        kind=OutletKind.NEWS,
        country="FR",
        owner="Osprey Trust",
        names=("Élan Soir", "élan-soir"),
    ),
    # Only facts name these two: no story has them as a source.
    Entry(key="heron", name="Evening Heron", kind=OutletKind.NEWS, names=("Evening Heron",)),
    Entry(key="tern", name="Tern Wire", kind=OutletKind.WIRE, owner="Tern Trust", names=("Tern Wire", "Tern News Wire")),
)
LABELS = (
    "The Bramble Courier",
    "Bramble Courier (a)",
    "Courier of Bramble",
    "Lantern Daily",
    "LANTERN DAILY (b)",
    "Osprey Wire",
    "OW (a)",
    "OW (b)",
    "Ministry of Tides",
    "Élan Soir",
    "Quill & Gull",
    "QUILL AND GULL",
    "北方报",
    "Straße Blatt",
    "Zephyr 🪁 Post",
    "zephyr post",
)
PEOPLE = (
    "Anna Novak",
    "Éva Kovács",
    "Tomas Lindqvist",
    "Mirela Dobrescu",
    "Anna Kovács",
    "Oren Halvorsen",
    "Jun Takemori",
)
ROLES = ("", "President ", "US Pres. ", "Foreign Minister ", "Prime Minister ")
WORDINGS = (
    "The ferry left the harbour at noon",
    "{p} said the dam would hold",
    "A bridge closed; {p} and {q} met there",
    "“No ships” may leave, {p} said – until 3 May",
    "The harbour reopened 🚢 after the storm",
    "{p} denied that {q} had left",
    "The straße was flooded",
    "Nobody knows",
)
ATTRIBUTIONS = (  # added to what a fact says
    ", according to Osprey Wire",
    ", according to Osprey Wire",
    ", according to Tern Wire",
    ", Tern Wire reported",
    ", the Bramble Courier and Osprey Wire reported",
    ", Lantern Daily first reported",
    ", {p} told the Evening Heron",
    ", citing a report by Tern News Wire; Tern Wire was the first to report it",
    ", according to the Evening Heron, a paper; the Evening Heron reported it",
    ", as reported by OW",  # too short to be sure of, but where it is a source
    ", according to the Zephyr 🪁 Post",
)
TITLES = (
    "Ferry strike",
    "ferry strike",
    "Élan in the harbour",
    "Dam 🌊 holds",
    "Zinc",
    "The harbour",
    "北方",
    "Ähre and Öl",
)
LEADS = (None, "A harbour, a dam.", "{p} spoke of the dam.", "🪁 Kites over {p} and {q}", "")
STANCES = (
    ("Pro-establishment narrative", "pro-establishment"),
    ("Establishment-critical narrative", "establishment-critical"),
    ("Narrative A", None),
    ("Narrative B", None),
)
LONG = "the view of those who live along the northern canal, "  # what sorts is the first 48 characters
SIDES = (
    *STANCES,
    ("Narrative A", None),
    ("Narrative C", None),
    ("Pro-establishment view", "pro-establishment"),
    ("Northern narrative", LONG + "and fish"),
    ("Northern narrative, too", LONG + "and sail"),
)
DATES = (
    None,
    None,
    "2031-03-01T00:00:00Z",
    "2031-03-01T09:30:00Z",
    "2031-03-02T00:00:00Z",
    "2032-01-01T00:00:00Z",
)
RECORDED = ("2032-05-01T00:00:00Z", "2032-05-01T00:00:00Z", "2032-06-01T12:00:00Z")
SCORES = (1.0, 1.0, 0.5, 0.8333, 0.0, 0.0001)
DIFFERS = ("actor", "date", "negation", "number")
MERGED = {
    DecisionKind.MERGE_OUTLETS: "OUTLET",
    DecisionKind.MERGE_PEOPLE: "PERSON",
    DecisionKind.MERGE_STORIES: "STORY",
}


def registry() -> OutletRegistry:
    """The invented outlets that a registry knows; the other labels name unknown ones."""
    return OutletRegistry(ENTRIES)


@dataclass(frozen=True, slots=True)
class World:
    """Briefs in the order in which they are loaded, with when each was recorded."""

    seed: int
    loads: tuple[tuple[Brief, str], ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def sum(self) -> Decisions:
        """What was decided, taken together."""
        return Decisions(self.decisions)


def world(seed: int) -> World:
    """The graph of a seed: up to nine stories of up to three versions each."""
    rng, dice = Random(seed), Random(f"{seed}:attributions")
    own = dice if dice.random() < 0.5 else None
    loads: list[tuple[Brief, str]] = []
    for number in range(rng.choice((0, 1, 3, 5, 7, 9))):
        seen = [_brief(rng, own, number)]
        for _ in range(rng.choice((0, 0, 0, 1, 2))):
            seen.append(_rewritten(rng, own, seen[-1], number))
        loads += [(brief, rng.choice(RECORDED)) for brief in seen]
    rng.shuffle(loads)
    made = World(seed, tuple(loads))
    return replace(made, decisions=tuple(_decisions(rng, made)))


def _decisions(rng: Random, made: World) -> Iterator[Decision]:
    """Up to six decisions about what the world has, one or two of them undone, some about nothing that it has."""
    if rng.random() < 0.4:
        return
    records = records_of(made)
    facts = [fact for record in records for fact in record.facts]
    edges = [edge for record in records for edge in (*record.lists, *(e for fact in record.facts for e in fact.cites))]
    said: list[Any] = [edge for fact in facts for edge in fact.attributions]
    passages: list[Any] = [*records, *facts]
    nodes = {
        "OUTLET": [*sorted({edge.outlet.id for edge in (*edges, *said)}), node_id("OUTLET", "nowhere")],
        "PERSON": [*sorted({m.person.id for p in passages for m in p.mentions}), node_id("PERSON", "nobody")],
        "STORY": [*sorted(record.id for record in records), node_id("STORY", "none")],
        "FACT": [*sorted({fact.id for fact in facts}), node_id("FACT", "none")],
        "WORDING": [*sorted({fact.wording for fact in facts}), node_id("CLAIM", "none"), node_id("CLAIM", "no other")],
        "PROBLEM": [*sorted(p.id for record in records for p in record.problems), node_id("PROBLEM", "none")],
    }
    story_of = {fact.id: record.id for record in records for fact in record.facts}
    story_of |= {problem.id: record.id for record in records for problem in record.problems}
    for number in range(rng.choice((1, 3, 6))):
        kind, effects = _effects(rng, nodes, story_of, facts)
        is_undone = rng.random() < 0.2
        at = f"2033-01-0{1 + rng.randrange(3)}T00:00:00Z"
        yield Decision(
            id=node_id("DECISION", made.seed, number), kind=kind, at=at, by=rng.choice(("ann", "bo")),
            reason=rng.choice((None, "It is so.")), subjects=tuple(sorted(rng.sample(nodes["FACT"], 1))),
            effects=effects, undone_at=at if is_undone else None, undone_by="bo" if is_undone else None,
        )  # fmt: skip


def _effects(
    rng: Random, nodes: dict[str, list[str]], story_of: dict[str, str], facts: list[FactRecord]
) -> tuple[DecisionKind, Effects]:
    kind = rng.choice(list(DecisionKind))
    fact, problem = rng.choice(nodes["FACT"]), rng.choice(nodes["PROBLEM"])
    of_fact = [story_of[fact]] if fact in story_of else []
    wordings = tuple(sorted(rng.sample(nodes["WORDING"], 2)))
    match kind:
        case DecisionKind.MERGE_OUTLETS | DecisionKind.MERGE_PEOPLE | DecisionKind.MERGE_STORIES:
            some = nodes[MERGED[kind]]
            gone, into = rng.choice(some), rng.choice(some)
            described = {} if kind == DecisionKind.MERGE_STORIES else {into: {"name": "Quill", "domain": None}}
            return kind, Effects(moved={} if gone == into else {gone: into}, described=described)
        case DecisionKind.SPLIT_PERSON:
            story = rng.choice(nodes["STORY"])
            split = (rng.choice(nodes["PERSON"]), story, node_id("PERSON", "split", story), "Anna Novak the Younger")
            return kind, Effects(split=(split,), stories=(story,))
        case DecisionKind.REVIEW_LINK:
            return kind, Effects(reviewed=(fact,), stories=of_fact)
        case DecisionKind.MERGE_CLAIMS:
            return kind, Effects(same=(wordings,))
        case DecisionKind.SPLIT_CLAIM:
            return kind, Effects(apart=(wordings,), alone=(fact,), stories=of_fact)
        case DecisionKind.CLOSE_PROBLEM:
            return kind, Effects(closed=(problem,), stories=[story_of[problem]] if problem in story_of else [])
        case DecisionKind.SEPARATE_STORIES:
            return kind, Effects(distinct=(tuple(sorted(rng.sample(nodes["STORY"], 2))),) if len(nodes["STORY"]) > 1 else ())
        case _:
            cited = [(one, edge) for one in facts for edge in one.cites]
            if not cited:
                return kind, Effects()
            one, edge = rng.choice(cited)
            right = rng.choice((None, rng.choice(LABELS)))
            return kind, Effects(citations=((one.id, edge.position, edge.label, right),), stories=(story_of[one.id],))


class Dice:
    """A comparer that throws dice by the texts: pairs, conflicts and clashes of every kind, and no sense.

    A text has two or three of nine keys, so that many texts share one and some share none.
    """

    def keys(self, text: str) -> tuple[int, ...]:
        """As `Comparer.keys`."""
        dice = zlib.crc32(text.encode())
        return tuple(sorted({dice % 3, 3 + dice // 7 % 3, 6 + dice // 11 % 5}))

    def compare(self, a: str, b: str) -> Scored:
        """As `Comparer.compare`."""
        dice = zlib.crc32("\n".join(sorted((a, b))).encode())
        score = SCORES[dice // 5 % len(SCORES)]
        if dice % 5 == 0:
            return Scored(score=score, verdict=Verdict.SAME, differs=(), features={})
        if dice % 5 < 3:
            differs = tuple(name for bit, name in enumerate(DIFFERS) if (dice // 7 % 15 + 1) & (1 << bit))
            return Scored(score=score, verdict=Verdict.CONFLICTING, differs=differs, features={})
        return Scored(score=score, verdict=Verdict.DIFFERENT, differs=(), features={})

    def clash(self, a: str, b: str) -> bool:
        """As `Comparer.clash`."""
        return zlib.crc32("\t".join(sorted((a, b))).encode()) % 4 == 0


@dataclass(frozen=True, slots=True)
class WorldResolver:
    """Briefs to records, as `ingest` does it, with links that dice decide."""

    importer: Importer
    comparer: Comparer = field(default_factory=Dice)

    def rebuild(self, story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
        """As `Resolver.rebuild`."""
        return self.importer.rebuild(story, revisions, decisions)


class _Composer:
    """Writes a text and says where each piece of it stands."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str, between: str = "\n") -> dict[str, int]:
        self.text += between
        start = len(self.text)
        self.text += words
        return {"start": start, "end": len(self.text)}


def _fill(rng: Random, words: str) -> str:
    people = [rng.choice(ROLES) + rng.choice(PEOPLE) for _ in range(2)]
    return words.replace("{p}", people[0]).replace("{q}", people[1])


def _wording(rng: Random, own: Random | None) -> str:
    """What a fact says; `own` decides whether it says whom it has that from, so that all else stays as it was."""
    words = _fill(rng, rng.choice(WORDINGS))
    if own is None or own.random() < 0.5:
        return words
    return words + _fill(own, own.choice(ATTRIBUTIONS))


def _brief(rng: Random, own: Random | None, number: int) -> Brief:
    lead = rng.choice(LEADS)
    parts: dict[str, Any] = {
        "title": rng.choice(TITLES),
        "lead": None if lead is None else _fill(rng, lead),
        "wordings": [_wording(rng, own) for _ in range(rng.choice((0, 1, 2, 3, 5)))],
        "labels": [rng.choice(LABELS) for _ in range(rng.choice((1, 2, 3, 6)))],
        "published_at": rng.choice(DATES),
        # Every third address is shared by stories that were given ids of their own.
        "address": rng.choice((None, f"harbour.example/{number}", "harbour.example/shared")),
        "id": f"story-{number}",
    }
    return _compose(rng, **parts)


def _rewritten(rng: Random, own: Random | None, brief: Brief, number: int) -> Brief:
    """Another version: some facts kept, some dropped, some new; an address may come or go."""
    kept = [fact.text for fact in brief.facts if rng.random() < 0.7]
    return _compose(
        rng,
        title=rng.choice((brief.title, rng.choice(TITLES))),
        lead=brief.lead,
        wordings=kept + [_wording(rng, own) for _ in range(rng.choice((0, 1)))],
        labels=[rng.choice(LABELS) for _ in range(rng.choice((1, 3)))],
        published_at=rng.choice((brief.published_at, *DATES)),
        address=rng.choice((brief.address, None)),
        id=brief.id,
    )


def _sides(page: _Composer, labels: list[str], taken: int) -> list[Narrative]:
    """More sides of every other story: sides alike, letters, and stances that begin alike; by who is cited too."""
    rng = Random(f"{page.text}:sides")
    found = []
    for position in range(taken + 1, taken + 1 + rng.choice((0, 3))):
        label, stance = rng.choice(SIDES)
        place = page.add("It is a matter of sides")
        names = rng.choices(labels, k=rng.choice((1, 2, 2)))
        providers = tuple(Provider(position=i, label=name, **page.add(name, " ")) for i, name in enumerate(names, 1))
        text = "It is a matter of sides"
        found.append(Narrative(position=position, label=label, stance=stance, text=text, providers=providers, **place))
    return found


def _compose(
    rng: Random,
    *,
    title: str,
    lead: str | None,
    wordings: list[str],
    labels: list[str],
    published_at: str | None,
    address: str | None,
    id: str | None,
) -> Brief:
    page = _Composer()
    title_span = Span(**page.add(title, ""))
    lead_span = None if lead is None else Span(**page.add(lead))
    numbered = rng.random() < 0.7
    facts = []
    for position, words in enumerate(wordings, 1):
        place = page.add(words)
        citations = []
        for _ in range(rng.choice((0, 1, 1, 2, 3))):
            marker = rng.randrange(len(labels))
            url = rng.choice((None, None, f"https://bramble.example/{marker}"))
            written = f"[{marker + 1}]" if numbered else labels[marker]
            citations.append(
                Citation(
                    marker=str(marker + 1) if numbered else None,
                    label=labels[marker],
                    url=url,
                    **page.add(written, ""),
                )
            )
        place["end"] = len(page.text)
        facts.append(Fact(position=position, text=words, citations=tuple(citations), **place))
    narratives = []
    for position in range(1, 1 + rng.choice((0, 0, 1, 2))):
        label, stance = rng.choice(STANCES)
        words = _fill(rng, rng.choice(WORDINGS))
        place = page.add(words)
        providers = tuple(
            Provider(position=i, label=name, **page.add(name, " "))
            for i, name in enumerate((rng.choice(LABELS) for _ in range(rng.choice((0, 1, 2)))), 1)
        )
        narratives.append(
            Narrative(position=position, label=label, stance=stance, text=words, providers=providers, **place)
        )
    narratives += _sides(page, labels, len(narratives))
    forecasts = tuple(
        Forecast(
            position=i,
            question=f"Will {rng.choice(PEOPLE)} sail?",
            probability=rng.choice((0.0, 0.07, 0.3333, 1.0)),
            source=rng.choice((None, "Augury")),
            **page.add("Will they sail?"),
        )
        for i in range(1, 1 + rng.choice((0, 0, 0, 1, 2)))
    )
    sources = tuple(
        Source(
            position=i,
            marker=str(i) if numbered else None,
            label=label,
            url=rng.choice((None, "https://ow.example/a")),
            **page.add(label, " "),
        )
        for i, label in enumerate(labels if rng.random() < 0.8 else (), 1)
    )
    problems = tuple(
        Problem(
            code=rng.choice(list(ProblemCode)),
            message=f"Something “odd” 🐚 {rng.randrange(2)}.",
            line=i,
            column=rng.randrange(1, 4),
        )
        for i in range(1, 1 + rng.choice((0, 0, 1, 3)))
    )
    return Brief(
        text=page.text,
        layout=rng.choice(list(Layout)),
        title=title,
        title_span=title_span,
        lead=lead,
        lead_span=lead_span,
        address=address,
        published_at=published_at,
        id=id,
        facts=tuple(facts),
        sources=sources,
        narratives=tuple(narratives),
        forecasts=forecasts,
        problems=problems,
        is_complete=rng.random() < 0.8,
    )


# --- the same graph, in an engine and in memory ----------------------------------------------


def records_of(made: World) -> list[StoryRecord]:
    """The records of a world, without any store: what the reference is made from."""
    resolver, decisions = resolver_of(), made.sum
    ledger: dict[str, tuple[Revision, ...]] = {}
    for number, (brief, recorded_at) in enumerate(made.loads):
        arrival = _arrival(brief, recorded_at)
        story = decisions.resolve(arrival.story_id)
        ledger[story] = join(story, ledger.get(story, ()), [arrival], number).revisions
    return [resolver.rebuild(story, revisions, decisions) for story, revisions in ledger.items()]


async def load(store: Store, made: World, *, at_once: bool = False) -> None:
    """Write a world, brief by brief or a few at once, as its seed decides; or all in one transaction.

    What was decided comes in between, one by one, in any order; or all at once before the briefs.
    """
    rng = Random(made.seed)
    resolver = resolver_of()
    arrivals = [_arrival(brief, recorded_at) for brief, recorded_at in made.loads]
    decisions = list(made.decisions)
    rng.shuffle(decisions)
    if at_once:
        await store.decide(decisions, resolver)
        decisions = []
    while arrivals or decisions:
        if decisions and (not arrivals or rng.random() < 0.3):
            await store.decide([decisions.pop()], resolver)
        some = len(arrivals) if at_once else rng.choice((1, 1, 2, 4))
        await store.write(arrivals[:some], resolver)
        arrivals = arrivals[some:]


def analysis_of(made: World, network: Network) -> tuple[Analysis | None, bool]:
    """What was computed of a world last, and whether the world was changed since: it need not be of today's network.

    A fifth of the worlds have none. In others some outlets are new since, and as good as unknown to it.
    """
    rng = Random(f"{made.seed}:measures")
    if rng.random() < 0.2:
        return None, False
    found = analyse(network, rng.choice(RECORDED))
    is_stale = rng.random() < 0.5
    if is_stale:
        known = tuple(one for one in found.outlets if rng.random() < 0.8)
        found = replace(found, outlets=known, changes=network.changes - 1, is_sampled=rng.random() < 0.5)
    return found, is_stale


def resolver_of() -> WorldResolver:
    """What turns a world's briefs into records, over the invented registry."""
    return WorldResolver(Importer(cast(Store, _Nowhere()), registry(), lambda: RECORDED[0]))


class _Nowhere:
    """No store: rebuilding needs none."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"rebuilding asked the store for {name}")


def _arrival(brief: Brief, recorded_at: str) -> Arrival:
    brief = settled(brief)
    return Arrival(
        story_id=story_id(brief),
        published_at=brief.published_at,
        recorded_at=recorded_at,
        digest=digest(brief),
        brief=brief,
    )
