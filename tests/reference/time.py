"""Stories and claims in time, read straight from the rows of records and their runs of versions."""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from briefgraph import ids
from briefgraph.graph.record import FactRecord, ForecastRecord, NarrativeRecord, Revision, StoryRecord
from briefgraph.resolve.claims import Verdict
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name
from tests.reference.measures import UNMEASURED
from tests.reference.nodes import Edge, Node, Props, distinct, place_of, run_of

if TYPE_CHECKING:
    from tests.reference import Reference


OUTLET_COUNTERS = ("claimCount", "soleClaimCount", "storyCount", "citationCount", "factCount", "advocacyCount", "attributionCount")

# --- what only past versions lead to ---------------------------------------------------------


def past(graph: "Reference", records: Sequence[StoryRecord]) -> None:
    """Outlets, people and claims that no standing row names, with all counters at nothing."""
    edges = [edge for r in records for edge in r.lists]
    edges += [edge for r in records for fact in r.facts for edge in fact.cites]
    edges += [edge for r in records for narrative in r.narratives for edge in narrative.providers]
    named: list[Any] = [*edges, *(edge for r in records for fact in r.facts for edge in fact.attributions)]
    for edge in named:
        ref = edge.outlet
        if ref.id not in graph.outlets:
            same = [one.outlet for one in named if one.outlet.id == ref.id]
            aliases = sorted({one.alias for one in same})
            names = {one.name for one in same if one.name}
            known = {"kind": ref.kind, "country": ref.country, "domain": ref.domain, "owner": ref.owner}
            none = dict.fromkeys(OUTLET_COUNTERS, 0)
            graph.past[ref.id] = Node(
                "Outlet", {"id": ref.id, "name": display_name(names or aliases), "aliases": aliases, **known, **none, **UNMEASURED}
            )
    passages: list[Any] = [p for r in records for p in (r, *r.facts, *r.narratives)]
    mentions = [mention for passage in passages for mention in passage.mentions]
    for person in {mention.person.id for mention in mentions} - graph.people.keys():
        same_person = [mention for mention in mentions if mention.person.id == person]
        graph.past[person] = Node(
            "Person",
            {
                "id": person,
                "name": best_name({mention.person.name for mention in same_person}),
                "aliases": sorted({mention.text for mention in same_person}),
                "factCount": 0,
                "storyCount": 0,
            },
        )
    stating: dict[str, list[tuple[StoryRecord, FactRecord]]] = {}
    for record in records:
        for fact in record.facts:
            stating.setdefault(graph.linked.memberships[fact.wording].claim, []).append((record, fact))
    for claim, facts in stating.items():
        if claim not in graph.claims:
            first = min(
                facts,
                key=lambda it: (it[0].published_at is None, it[0].published_at or "", it[1].id, it[1].run.first_version),
            )
            counts = dict.fromkeys(("backerCount", "storyCount", "factCount"), 0)
            unknown = dict.fromkeys(("ownerCount", "firstStatedAt", "lastStatedAt"))
            node = graph.past[claim] = Node("Claim", {"id": claim, "text": first[1].text, "isSoleSourced": False, **counts, **unknown})
            node.props["conflictCount"] = len(graph.conflicts(node))


# --- rows of a version -----------------------------------------------------------------------


def at(rows: Iterable[Any], number: int) -> list[Any]:
    """The rows that stand in one version."""
    return [row for row in rows if row.run.first_version <= number <= (row.run.last_version or number)]


def ends_with(rows: Iterable[Any], row: Any) -> list[Any]:
    """The edges of a row in the last version that it stands in."""
    return [edge for edge in rows if edge.run.last_version == row.run.last_version]


def _fact(graph: "Reference", story: Node, fact: FactRecord) -> Node:
    claim = graph.linked.memberships[fact.wording].claim
    return Node(
        "Fact",
        {"id": fact.id, "position": fact.position, "text": fact.text, **place_of(fact.place), **run_of(fact.run)},
        story,
        ends_with(fact.cites, fact),
        ends_with(fact.mentions, fact),
        graph.claims.get(claim) or graph.past[claim],
        record=fact,
    )


def _narrative(story: Node, item: NarrativeRecord) -> Node:
    said = {"position": item.position, "label": item.label, "stance": item.stance, "text": item.text}
    return Node(
        "Narrative",
        {"id": item.id, **said, **place_of(item.place), **run_of(item.run)},
        story,
        ends_with(item.providers, item),
        ends_with(item.mentions, item),
        record=item,
    )


def _forecast(story: Node, item: ForecastRecord) -> Node:
    said = {"question": item.question, "probability": item.probability, "source": item.source}
    return Node("Forecast", {"id": item.id, "position": item.position, **said, **place_of(item.place), **run_of(item.run)}, story)


def _people(graph: "Reference", edge: Edge, _: Props) -> list[Edge]:
    row = edge.node.record
    shown = Node(edge.node.type, edge.node.props, mentions=at(row.mentions, edge.props["version"]))
    return graph.people_in([shown])


def _rows(name: str) -> Callable[["Reference", Any, Props], list[Edge]]:
    def found(graph: "Reference", revision: Any, _: Props) -> list[Edge]:
        story, number = revision.story, revision.props["number"]
        rows = at(getattr(story.record, name), number)
        match name:
            case "facts":
                return [Edge(_fact(graph, story, row), {"version": number}) for row in rows]
            case "narratives":
                return [Edge(_narrative(story, row), {"version": number}) for row in rows]
            case "forecasts":
                return [Edge(_forecast(story, row)) for row in rows]
            case _:
                return graph.edges_to_outlets(rows)

    return found


# --- instants --------------------------------------------------------------------------------


def _known(record: StoryRecord, args: Props) -> list[Revision]:
    """The versions that were there at an instant, in the order of their numbers."""
    instant = ids.canonical_instant(args["at"])
    by_its_date = args.get("clock") == "PUBLISHED"
    dates = {r.number: r.published_at if by_its_date and r.published_at else r.recorded_at for r in record.revisions}
    return [r for r in record.revisions if dates[r.number] <= instant]


def _revision(graph: "Reference", story: Node, number: int) -> Node | None:
    return next((r for r in graph.revisions if r.story is story and r.props["number"] == number), None)


def _story_as_of(graph: "Reference", story: Any, args: Props) -> Node | None:
    known = _known(story.record, args)
    return _revision(graph, story, known[-1].number) if known else None


def _claim_as_of(graph: "Reference", claim: Any, args: Props) -> Props | None:
    stated: list[Edge] = []
    for story in graph.stories:
        known = _known(story.record, args)
        dated = [revision.published_at for revision in known if revision.published_at]
        for fact in at(story.record.facts, known[-1].number) if known else ():
            if graph.linked.memberships[fact.wording].claim == claim.id:
                props = {"version": known[-1].number, "statedAt": dated[-1] if dated else None}
                stated.append(Edge(_fact(graph, story, fact), props))
    if not stated:
        return None
    first = min(stated, key=lambda edge: (edge.props["statedAt"] or "~", edge.node.id))
    backers = distinct(outlet for edge in stated for outlet in _cited(graph, edge))
    owners = {outlet.props["owner"] for outlet in backers}
    told = _told(graph, stated)
    return {
        "at": ids.canonical_instant(args["at"]),
        "text": first.node.props["text"],
        "factCount": len(stated),
        "storyCount": told["storyCount"],
        "backerCount": len(backers),
        "isSoleSourced": len(backers) == 1,
        "ownerCount": None if not owners or None in owners else len(owners),
        "firstStatedAt": told["firstAt"],
        "lastStatedAt": told["lastAt"],
        "stated": stated,
    }


def _told(graph: "Reference", stated: Sequence[Edge]) -> Props:
    dates = sorted(edge.props["statedAt"] for edge in stated if edge.props["statedAt"])
    return {
        "storyCount": graph.events(edge.node for edge in stated),
        "firstAt": dates[0] if dates else None,
        "lastAt": dates[-1] if dates else None,
    }


def _citations(graph: "Reference", edge: Any, _: Props) -> list[Edge]:
    return graph.edges_to_outlets(at(edge.node.record.cites, edge.props["version"]))


def _cited(graph: "Reference", edge: Edge) -> list[Node]:
    return [citation.node for citation in _citations(graph, edge, {})]


def _backers_then(graph: "Reference", then: Any, _: Props) -> list[Edge]:
    found = []
    for outlet in distinct(outlet for edge in then["stated"] for outlet in _cited(graph, edge)):
        citing = [edge for edge in then["stated"] if outlet in _cited(graph, edge)]
        count = sum(_cited(graph, edge).count(outlet) for edge in citing)
        props = {"citationCount": count, "factCount": len(citing), **_told(graph, citing), "stated": citing}
        found.append(Edge(outlet, props))
    return found


def _timeline(graph: "Reference", claim: Any, _: Props) -> list[Edge]:
    found = []
    for story in graph.stories:
        dates = {r.number: (r.published_at or r.recorded_at, r.recorded_at) for r in story.record.revisions}
        for fact in story.record.facts:
            if graph.linked.memberships[fact.wording].claim != claim.id:
                continue
            first, last = fact.run.first_version, fact.run.last_version
            events = [("STATED", first, first)] + ([] if last is None else [("WITHDRAWN", last + 1, last)])
            for kind, number, seen in events:
                props = {"kind": kind, "at": dates[number][0], "recordedAt": dates[number][1], "version": number}
                place = f"{int(kind == 'STATED')}:{fact.id}:{first}"
                found.append(Edge(Node("TimelineEvent", {"id": place, "text": fact.text, **props}, story, at(fact.cites, seen))))
    return found


# --- differences -----------------------------------------------------------------------------

PARTS = ("TITLE", "LEAD", "FACT", "CITATION", "SOURCE", "NARRATIVE", "FORECAST")


def _change(what: str, before: str | None, after: str | None, place: tuple[Any, ...] = (), **more: Any) -> Props:
    kind = "ADDED" if before is None else "DROPPED" if after is None else "REWORDED"
    nothing = dict.fromkeys(("of", "position", "score", "probabilityBefore", "probabilityAfter", "fact", "outlet"))
    known = {**nothing, "differs": [], **more}
    order = (PARTS.index(what), known["position"] or 0, kind, *place)
    return {"kind": kind, "what": what, "before": before, "after": after, **known, "order": order}


def _apart(one: Iterable[Any], other: Iterable[Any]) -> list[Any]:
    """Rows of one version whose ids the other has not."""
    elsewhere = {row.id for row in other}
    return [row for row in one if row.id not in elsewhere]


def _difference(graph: "Reference", story: Node, old: int, new: int) -> list[Props]:
    record: StoryRecord = story.record
    briefs = {revision.number: revision.brief for revision in record.revisions}
    if old not in briefs or new not in briefs:
        return []
    a, b = briefs[old], briefs[new]
    found = [_change("TITLE", a.title, b.title)] if a.title != b.title else []
    found += [_change("LEAD", a.lead, b.lead)] if a.lead != b.lead else []
    found += _of_facts(graph, story, old, new)
    found += _of_citations(graph, story, old, new)
    was, now = _labels(at(record.lists, old)), _labels(at(record.lists, new))
    for (outlet, label), position in {**was, **now}.items():
        if ((outlet, label) in was) != ((outlet, label) in now):
            before, after = (label, None) if (outlet, label) in was else (None, label)
            node = graph.outlets.get(outlet) or graph.past[outlet]
            found.append(_change("SOURCE", before, after, position=position, outlet=node))
    found += _of_narratives(at(record.narratives, old), at(record.narratives, new))
    asked = {f.id: f for f in at(record.forecasts, old)}
    asks = {f.id: f for f in at(record.forecasts, new)}
    for id_ in asked.keys() | asks.keys():
        g, n = asked.get(id_), asks.get(id_)
        if g is None or n is None or g.probability != n.probability:
            either: Any = n or g
            odds = {"probabilityBefore": g.probability if g else None, "probabilityAfter": n.probability if n else None}
            found.append(
                _change("FORECAST", g.question if g else None, n.question if n else None, (id_,),
                        position=either.position, **odds)
            )  # fmt: skip
    return sorted(found, key=lambda change: change["order"])


def _labels(edges: Iterable[Any]) -> dict[tuple[str, str], int]:
    """The first place of each outlet and label."""
    found: dict[tuple[str, str], int] = {}
    for edge in sorted(edges, key=lambda edge: edge.position):
        found.setdefault((edge.outlet.id, edge.label), edge.position)
    return found


def _of_facts(graph: "Reference", story: Node, old: int, new: int) -> list[Props]:
    was, now = at(story.record.facts, old), at(story.record.facts, new)
    gone, come = _apart(was, now), _apart(now, was)
    alike: dict[tuple[str, str], tuple[float, Any]] = {}
    for g in gone:
        for c in come:
            one, other = sorted((g.wording, c.wording))
            pair = graph.linked.pairs.get((one, other))
            sources = [{edge.outlet.id for edge in at(row.cites, number)} for row, number in ((g, old), (c, new))]
            if pair is not None:
                alike[g.id, c.id] = (pair.score, pair)
            elif g.position == c.position and sources[0] == sources[1] != set():
                alike[g.id, c.id] = (-1, None)

    def best(others: Sequence[Any], key: Callable[[Any], tuple[str, str]]) -> Any:
        fitting = [other for other in others if key(other) in alike]
        return min(fitting, key=lambda other: (-alike[key(other)][0], other.position, other.id), default=None)

    def after(g: FactRecord) -> Any:
        return best(come, lambda other: (g.id, other.id))

    def before(c: FactRecord) -> Any:
        return best(gone, lambda other: (other.id, c.id))

    found, paired = [], set()
    for g in gone:
        c = after(g)
        if c is not None and before(c) is g:
            pair = alike[g.id, c.id][1]
            differs = list(pair.differs) if pair and pair.verdict == Verdict.CONFLICTING else []
            found.append(
                _change("FACT", g.text, c.text, (c.id,), position=c.position, score=pair.score if pair else None,
                        differs=differs, fact=_fact(graph, story, c))
            )  # fmt: skip
            paired |= {g.id, c.id}
    for row in (*gone, *come):
        if row.id not in paired:
            is_gone = row in gone
            found.append(
                _change("FACT", row.text if is_gone else None, None if is_gone else row.text, (row.id,), position=row.position,
                        fact=_fact(graph, story, row))
            )  # fmt: skip
    return found


def _of_citations(graph: "Reference", story: Node, old: int, new: int) -> list[Props]:
    found = []
    earlier = {fact.id: fact for fact in at(story.record.facts, old)}
    for fact in at(story.record.facts, new):
        if fact.id in earlier:
            was, now = _labels(at(earlier[fact.id].cites, old)), _labels(at(fact.cites, new))
            for (outlet, label), place in {**was, **now}.items():
                if ((outlet, label) in was) != ((outlet, label) in now):
                    before, after = (label, None) if (outlet, label) in was else (None, label)
                    found.append(
                        _change("CITATION", before, after, (fact.id, place), of=fact.text, position=fact.position,
                                fact=_fact(graph, story, fact), outlet=graph.outlets.get(outlet) or graph.past[outlet])
                    )  # fmt: skip
    return found


def _of_narratives(was: list[Any], now: list[Any]) -> list[Props]:
    found = []
    gone, come = (sorted(some, key=lambda n: (n.position, n.id)) for some in (_apart(was, now), _apart(now, was)))
    for label in {narrative.label for narrative in (*gone, *come)}:
        for g, c in zip_longest(*([n for n in some if n.label == label] for some in (gone, come))):
            it = c or g
            found.append(
                _change("NARRATIVE", g.text if g else None, c.text if c else None, (it.id,), of=label, position=it.position)
            )
    return found


LISTS: dict[tuple[str, str], Callable[["Reference", Any, Props], list[Edge]]] = {
    **{("Revision", name): _rows(name) for name in ("facts", "narratives", "forecasts")},
    ("Revision", "sources"): _rows("lists"),
    ("StatedFactEdge", "citations"): _citations,
    ("StatedFactEdge", "people"): _people,
    ("StatedNarrativeEdge", "people"): _people,
    ("StatedNarrativeEdge", "providers"): lambda graph, edge, _: graph.edges_to_outlets(
        at(edge.node.record.providers, edge.props["version"])
    ),
    ("ClaimAsOf", "facts"): lambda graph, then, _: [Edge(edge.node, edge.props) for edge in then["stated"]],
    ("ClaimAsOf", "backers"): _backers_then,
    ("PastBackerEdge", "facts"): lambda graph, backer, _: [Edge(e.node, e.props) for e in backer.props["stated"]],
    ("Claim", "timeline"): _timeline,
    ("TimelineEvent", "outlets"): lambda graph, event, _: graph.edges_to_outlets(event.cites),
}
FIELDS: dict[tuple[str, str], Callable[["Reference", Any, Props], Any]] = {
    ("Story", "asOf"): _story_as_of,
    ("Story", "difference"): lambda graph, story, args: _difference(graph, story, args["from"], args["to"]),
    ("Claim", "asOf"): _claim_as_of,
    ("Revision", "changes"): lambda graph, r, _: _difference(graph, r.story, r.props["number"] - 1, r.props["number"]),
}
