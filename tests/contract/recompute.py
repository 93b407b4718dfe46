"""Every counter, stored relation and spelling, from the stories' records alone, in plain Python.

It gives the lines of a dump that follow from other lines: what a store keeps by adding differences has to
equal them after any writes, replacements and deletes. Nothing here is shared with an engine.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from briefgraph import ids
from briefgraph.graph.record import Attributed, Cited, FactRecord, Mentioned, StoryRecord
from briefgraph.resolve.claims import Verdict
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name
from tests.linked import Linked

Row = dict[str, Any]
Stated = tuple[StoryRecord, FactRecord]
Spelt = dict[tuple[str, str], list[int]]  # (node, alias): how often it is written, how often it names in full

FOLLOWING = (
    "WORDING", "PAIR", "CONFLICTS_WITH", "CLAIM", "OUTLET", "PERSON", "BACKS", "ORIGIN_OF", "COVERED_BY", "CO_CITED", "CO_BACKED",
    "APPEARS_IN", "MENTIONED_IN", "CITES_PERSON", "OUTLET_STANCE", "CO_MENTIONED", "DISPUTES", "OUTLET_ALIAS", "PERSON_ALIAS",
)  # fmt: skip


def following(records: Sequence[StoryRecord], outlets: Mapping[str, Row], linked: Linked) -> dict[str, list[Row]]:
    """The lines of each kind of `FOLLOWING`, in their order, without their `type`.

    Args:
        linked: the claims of wordings, and the events of stories.
        outlets: the lines of outlets by id: what kind they are and who owns them is the registry's to say.
    """
    citations: Counter[str] = Counter()
    cited_by: Counter[str] = Counter()
    covered: dict[tuple[str, str, str], list[int]] = {}  # how often the story cites the outlet; how many narratives credit it
    stances: Counter[tuple[str, str, str | None]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    about: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    backs: dict[tuple[str, str], list[Stated]] = defaultdict(list)  # a fact for each time that it cites the outlet
    origins: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    attributed: Counter[str] = Counter()
    appears: dict[tuple[str, str, str], list[Mentioned]] = defaultdict(list)
    mentioned: dict[tuple[str, str, str], list[Mentioned]] = defaultdict(list)
    for record in records:
        day = ids.date_keys(record.published_at)[0]
        edges = [*record.lists, *(edge for fact in record.facts for edge in fact.cites)]
        edges += [edge for narrative in record.narratives for edge in narrative.providers]
        covered |= {(edge.outlet.id, record.id, day): [0, 0] for edge in _standing(edges)}
        for narrative in _standing(record.narratives):
            for outlet in {edge.outlet.id for edge in _standing(narrative.providers)}:
                covered[outlet, record.id, day][1] += 1
                if narrative.stance is not None:
                    stances[outlet, narrative.stance, record.published_at and record.published_at[:7]] += 1
        for mention in _standing(_mentions(record)):
            appears[mention.person.id, record.id, day].append(mention)
        nodes: list[Any] = [*record.facts, *record.narratives]
        for node in _standing(nodes):
            for mention in _standing(node.mentions):
                mentioned[mention.person.id, node.id, day].append(mention)
        for fact in _standing(record.facts):
            cited = [edge.outlet.id for edge in _standing(fact.cites)]
            citations.update(cited)
            cited_by.update(set(cited))
            for outlet in cited:
                covered[outlet, record.id, day][0] += 1
            for outlet in origins_of(fact):
                attributed[outlet] += 1
                origins[outlet, linked.memberships[fact.wording].claim].append((record, fact))
            for outlet in cited:
                backs[outlet, linked.memberships[fact.wording].claim].append((record, fact))
            for outlet in set(cited):
                pairs.update((outlet, other) for other in set(cited) - {outlet})
                for person in {mention.person.id for mention in _standing(fact.mentions)}:
                    about[person, outlet].append((record, fact))
    backers: dict[str, list[str]] = defaultdict(list)
    for outlet, claim in backs:
        backers[claim].append(outlet)
    alone = Counter(outlets_[0] for outlets_ in backers.values() if len(outlets_) == 1)
    found: dict[str, list[Row]] = {
        "WORDING": [
            {"id": wording, "text": linked.texts[wording], "claim": member.claim, "score": member.score,
             "method": member.method, "basis": member.basis}
            for wording, member in linked.memberships.items()
        ],
        "PAIR": [
            {"source": a, "target": b, "score": scored.score,
             "differs": list(scored.differs) if scored.verdict == Verdict.CONFLICTING else None}
            for (a, b), scored in linked.pairs.items()
        ],
        "CONFLICTS_WITH": _conflicts(linked),
        "CLAIM": _claims(records, backers, outlets, linked),
        "BACKS": [
            {"source": outlet, "target": claim, "citationCount": len(facts), "factCount": _facts(facts),
             "storyCount": _events(facts, linked), "firstAt": _first(facts), "lastAt": _last(facts),
             "backerCount": len(backers[claim])}
            for (outlet, claim), facts in backs.items()
        ],
        "ORIGIN_OF": [
            {"source": outlet, "target": claim, "factCount": _facts(facts), "storyCount": _events(facts, linked),
             "firstAt": _first(facts), "isFirst": any("FIRST_REPORTED" in origins_of(fact)[outlet] for _, fact in facts)}
            for (outlet, claim), facts in origins.items()
        ],
        "COVERED_BY": [
            {"source": o, "target": story, "publishedKey": day, "citationCount": cited, "narrativeCount": provided}
            for (o, story, day), (cited, provided) in covered.items()
        ],
        "OUTLET_STANCE": [_period(*key, count) for key, count in stances.items()],
        "CO_CITED": [{"source": a, "target": b, "weight": weight} for (a, b), weight in pairs.items()],
        "CO_BACKED": [{"source": a, "target": b, "claimCount": count} for (a, b), count in _co_backed(backers).items()],
        "APPEARS_IN": _mentioning(appears),
        "MENTIONED_IN": _mentioning(mentioned),
        "CITES_PERSON": [
            {"source": person, "target": outlet, "factCount": _facts(facts), "storyCount": _stories(facts)}
            for (person, outlet), facts in about.items()
        ],
    }  # fmt: skip
    found["CO_MENTIONED"] = _co_mentioned(appears, mentioned, {fact.id for record in records for fact in record.facts})
    found["DISPUTES"] = _disputes(found["CONFLICTS_WITH"], backs)
    outlet_names, person_names = _spelt_outlets(records), _spelt_people(records)
    found["OUTLET_ALIAS"], found["PERSON_ALIAS"] = _aliases(outlet_names), _aliases(person_names)
    claims, stories = Counter(outlet for outlet, _ in backs), Counter(outlet for outlet, *_ in covered)
    advocacies = Counter(outlet for (outlet, *_), (cited, provided) in covered.items() if cited and provided)
    found["OUTLET"] = [
        {**named, **{key: outlets.get(named["id"], {}).get(key) for key in ("kind", "country", "domain", "owner")},
         "claimCount": claims[named["id"]], "storyCount": stories[named["id"]], "citationCount": citations[named["id"]],
         "factCount": cited_by[named["id"]], "advocacyCount": advocacies[named["id"]], "soleClaimCount": alone[named["id"]],
         "attributionCount": attributed[named["id"]]}
        for named in _named(outlet_names, display_name)
    ]  # fmt: skip
    in_facts = {fact.id for record in records for fact in record.facts}
    facts_of = Counter(person for person, node, _ in mentioned if node in in_facts)
    stories_of = Counter(person for person, *_ in appears)
    found["PERSON"] = [
        {**named, "factCount": facts_of[named["id"]], "storyCount": stories_of[named["id"]]}
        for named in _named(person_names, best_name)
    ]
    return {kind: sorted(rows, key=_place) for kind, rows in found.items()}


def _place(row: Row) -> tuple[str, ...]:
    if "monthKey" in row:
        return tuple(row[name] for name in ("source", "monthKey", "sortKey", "stanceId"))
    if "id" in row:
        return (row["id"],)
    return row["source"], row.get("target") or row["alias"], row.get("claim", ""), row.get("otherClaim", "")


def _period(outlet: str, stance: str, month: str | None, count: int) -> Row:
    newest_first = f"{999999 - int(month[:4] + month[5:]):06d}" if month else "~"
    return {"source": outlet, "monthKey": newest_first, "sortKey": ids.sort_key(stance), "stanceId": ids.stance_id(stance),
            "stance": stance, "month": month, "narrativeCount": count}  # fmt: skip


def _standing(items: Collection[Any]) -> list[Any]:
    return [item for item in items if item.run.last_version is None]


def _mentions(record: StoryRecord) -> list[Mentioned]:
    """In the order of the story."""
    nodes: list[Any] = [*record.facts, *record.narratives]
    return [*record.mentions, *(mention for node in nodes for mention in node.mentions)]


# --- claims ----------------------------------------------------------------------------------


def _conflicts(linked: Linked) -> list[Row]:
    conflicting = [pair for pair, scored in linked.pairs.items() if scored.verdict == Verdict.CONFLICTING]
    claims = {tuple(linked.memberships[wording].claim for wording in pair) for pair in conflicting}
    both = claims | {(b, a) for a, b in claims}
    found = {(a, b): linked.between(a, b) for a, b in both}
    return [
        {"source": a, "target": b, "score": scored.score, "differs": list(scored.differs)}
        for (a, b), scored in found.items()
        if scored is not None
    ]


def _claims(
    records: Sequence[StoryRecord], backers: Mapping[str, list[str]], outlets: Mapping[str, Row], linked: Linked
) -> list[Row]:
    stating: dict[str, list[Stated]] = defaultdict(list)
    for record in records:
        for fact in record.facts:
            stating[linked.memberships[fact.wording].claim].append((record, fact))
    stated = {claim for claim, facts in stating.items() if any(fact.run.last_version is None for _, fact in facts)}
    conflicts = Counter(row["source"] for row in _conflicts(linked) if row["target"] in stated)
    wires = {id_ for id_, row in outlets.items() if row["kind"] == "WIRE"}
    return [
        _claim(claim, facts, [outlets[outlet]["owner"] for outlet in backers.get(claim, ())], linked, conflicts[claim])
        | _sole_wire(facts, wires)
        for claim, facts in stating.items()
    ]


def origins_of(fact: FactRecord) -> dict[str, set[str]]:
    """Outlet -> the kinds of words by which a fact says that it has something from it."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in _standing(fact.attributions):
        found[edge.outlet.id].add(edge.kind)
    return found


def _sole_wire(facts: list[Stated], wires: set[str]) -> Row:
    """The wire that every citation is of or stands beside words that name it; of two, the one that words name."""
    now = [fact for _, fact in facts if fact.run.last_version is None]
    cited = [(edge.outlet.id, set(origins_of(fact))) for fact in now for edge in _standing(fact.cites)]
    found = {wire for wire in wires if cited and all(wire == outlet or wire in said for outlet, said in cited)}
    named = {wire for wire in found if any(wire in origins_of(fact) for fact in now)}
    (wire,) = next((some for some in (named, found) if len(some) == 1), {None})
    return {"soleWire": wire, "restsOnWire": wire is not None}


def _claim(id_: str, facts: list[Stated], owners: list[str | None], linked: Linked, conflicts: int) -> Row:
    now = [(record, fact) for record, fact in facts if fact.run.last_version is None]
    telling = now or facts  # a claim that only past facts state is kept as these say it, and shown to nobody
    earliest = min(telling, key=lambda it: (ids.date_keys(it[0].published_at)[1], it[1].id, it[1].run.first_version))
    first = _first(now)
    return {
        "id": id_, "text": earliest[1].text, "backerCount": len(owners), "storyCount": _events(now, linked), "factCount": len(now),
        "ownerCount": None if not owners or None in owners else len(set(owners)), "isSoleSourced": len(owners) == 1,
        "restsOnOwner": None not in owners and len(set(owners)) == 1,
        "conflictCount": conflicts, "isContested": conflicts > 0, "firstStatedAt": first, "lastStatedAt": _last(now), "minScore": min(linked.memberships[fact.wording].score for _, fact in telling),
        "firstStatedKey": first or "", "firstStatedLastKey": first or "~",
    }  # fmt: skip


def _co_backed(backers: Mapping[str, list[str]]) -> Counter[tuple[str, str]]:
    """How many claims any two outlets both back, both ways round."""
    return Counter((a, b) for outlets in backers.values() for a in outlets for b in outlets if a != b)


def _facts(facts: list[Stated]) -> int:
    return len({fact.id for _, fact in facts})


def _events(facts: list[Stated], linked: Linked) -> int:
    return len({linked.events[record.id] for record, _ in facts})


def _stories(facts: list[Stated]) -> int:
    return len({record.id for record, _ in facts})


def _dates(facts: list[Stated]) -> Iterator[str]:
    yield from (record.published_at for record, _ in facts if record.published_at)


def _first(facts: list[Stated]) -> str | None:
    return min(_dates(facts), default=None)


def _last(facts: list[Stated]) -> str | None:
    return max(_dates(facts), default=None)


def _disputes(conflicts: list[Row], backs: Mapping[tuple[str, str], list[Stated]]) -> list[Row]:
    backers: dict[str, list[str]] = defaultdict(list)
    for outlet, claim in backs:
        backers[claim].append(outlet)
    return [
        {"source": outlet, "target": other, "claim": row["source"], "otherClaim": row["target"], "score": row["score"],
         "differs": row["differs"]}
        for row in conflicts
        for outlet in backers[row["source"]]
        for other in backers[row["target"]]
    ]  # fmt: skip


# --- people and names ------------------------------------------------------------------------


def _mentioning(found: Mapping[tuple[str, str, str], list[Mentioned]]) -> list[Row]:
    return [
        {"source": person, "target": node, "mentionCount": len(mentions),
         "role": next((mention.role for mention in mentions if mention.role), None), "publishedKey": day}
        for (person, node, day), mentions in found.items()
    ]  # fmt: skip


def _co_mentioned(
    appears: Collection[tuple[str, str, str]], mentioned: Collection[tuple[str, str, str]], facts: Collection[str]
) -> list[Row]:
    """Who is in one story, and in one fact, with whom; both ways round."""
    stories, together = _beside(appears), _beside([key for key in mentioned if key[1] in facts])
    return [
        {"source": one, "target": other, "storyCount": count, "factCount": together[one, other]}
        for (one, other), count in stories.items()
    ]


def _beside(found: Collection[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    people: dict[str, list[str]] = defaultdict(list)
    for person, node, _ in found:
        people[node].append(person)
    return Counter((one, other) for some in people.values() for one in some for other in some if one != other)


def _spelt_outlets(records: Sequence[StoryRecord]) -> Spelt:
    edges: list[Cited | Attributed] = []
    for record in records:
        edges += record.lists
        for fact in record.facts:
            edges += [*fact.cites]
            edges += [*fact.attributions]
        edges += [edge for narrative in record.narratives for edge in narrative.providers]
    return _spelt((edge.outlet.id, edge.outlet.alias, edge.outlet.name) for edge in edges)


def _spelt_people(records: Sequence[StoryRecord]) -> Spelt:
    mentions = [mention for record in records for mention in _mentions(record)]
    return _spelt((mention.person.id, mention.text, mention.person.name) for mention in mentions)


def _spelt(written: Iterator[tuple[str, str, str | None]]) -> Spelt:
    counts: Spelt = defaultdict(lambda: [0, 0])
    for node, alias, name in written:
        counts[node, alias][0] += 1
        if name is not None:
            counts[node, name][1] += 1
    return counts


def _aliases(spelt: Spelt) -> list[Row]:
    return [
        {"source": node, "alias": alias, "folded": ids.fold_name(alias), "uses": uses, "named": named}
        for (node, alias), (uses, named) in spelt.items()
    ]


def _named(spelt: Spelt, best: Any) -> Iterator[Row]:
    for node in sorted({node for node, _ in spelt}):
        seen = sorted(alias for (one, alias), (uses, _) in spelt.items() if one == node and uses)
        full = sorted(alias for (one, alias), (_, named) in spelt.items() if one == node and named)
        name = best(full or seen)
        yield {"id": node, "name": name, "aliases": seen, "sortKey": ids.sort_key(name)}
