"""The reference's answers about outlets: what cites them, where they are witness and take a side, and their stances."""

from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from briefgraph import ids
from tests.reference.nodes import Edge, Node, Props

if TYPE_CHECKING:
    from tests.reference import Reference


def _facts(graph: "Reference", outlet: Node, _: Props) -> list[Edge]:
    return [Edge(fact) for fact in graph.facts if outlet in graph.cited(fact)]


def _co_cited_facts(graph: "Reference", edge: Edge, _: Props) -> list[Edge]:
    return [Edge(fact) for fact in graph.facts if {edge.node, edge.owner} <= set(graph.cited(fact))]


def _facts_about(graph: "Reference", edge: Edge, _: Props) -> list[Edge]:
    assert edge.owner is not None
    return [Edge(fact) for fact in graph.mentioning(edge.owner, graph.facts) if edge.node in graph.cited(fact)]


def advocacies(graph: "Reference", outlet: Node, _: Props) -> list[Edge]:
    """The stories of which a fact cites the outlet, and a narrative credits it."""
    found = []
    for story in graph.stories:
        citations = [edge for fact in graph.of(story, graph.facts) for edge in fact.cites if edge.outlet.id == outlet.id]
        narratives = [narrative for narrative in graph.of(story, graph.narratives) if outlet in graph.cited(narrative)]
        if citations and narratives:
            found.append(Edge(story, {"citationCount": len(citations), "narrativeCount": len(narratives)}, outlet))
    return found


def _of_advocacy(kind: str) -> Callable[["Reference", Edge, Props], list[Edge]]:
    return lambda graph, edge, _: [
        Edge(node) for node in graph.of(edge.node, getattr(graph, kind)) if edge.owner in graph.cited(node)
    ]


def _opposing(graph: "Reference", narrative: Node, _: Props) -> list[Edge]:
    def opposes(other: Node) -> bool:
        has_stances = None not in (narrative.props["stance"], other.props["stance"])
        side = "stance" if has_stances else "label"
        return bool(other.props[side] != narrative.props[side])

    assert narrative.story is not None
    return [Edge(other) for other in graph.of(narrative.story, graph.narratives) if opposes(other)]


def _month(narrative: Node) -> str | None:
    return narrative.published and "-".join(narrative.published.split("-")[:2])


def _stances(graph: "Reference", outlet: Node, args: Props) -> list[Edge]:
    counts = Counter(
        (narrative.props["stance"], _month(narrative)) for narrative in graph.narratives if outlet in graph.cited(narrative)
    )
    return [
        Edge(Node("StancePeriod", {"stance": stance, "month": month, "narrativeCount": count}, record=outlet))
        for (stance, month), count in counts.items()
        if stance is not None and args.get("stance") in (None, stance)
    ]


def _stance_narratives(graph: "Reference", period: Node, _: Props) -> list[Edge]:
    wanted = (period.props["stance"], period.props["month"])
    return [
        Edge(narrative)
        for narrative in graph.narratives
        if period.record in graph.cited(narrative) and (narrative.props["stance"], _month(narrative)) == wanted
    ]


def _by_month(edge: Edge) -> tuple[Any, ...]:
    stance, month = edge.node.props["stance"], edge.node.props["month"]
    months_left = f"{999999 - int(month[:4] + month[5:])}".zfill(6) if month else "~"
    return (months_left, ids.sort_key(stance), blake2b(stance.encode(), digest_size=12, person=b"STANCE").hexdigest())


LISTS: dict[tuple[str, str], Callable[["Reference", Any, Props], list[Edge]]] = {
    ("Outlet", "facts"): _facts,
    ("CoCitedEdge", "facts"): _co_cited_facts,
    ("CitingOutletEdge", "facts"): _facts_about,
    ("Outlet", "advocatesAsWitness"): advocacies,
    ("AdvocacyEdge", "facts"): _of_advocacy("facts"),
    ("AdvocacyEdge", "narratives"): _of_advocacy("narratives"),
    ("Narrative", "opposing"): _opposing,
    ("Outlet", "stances"): _stances,
    ("StancePeriod", "narratives"): _stance_narratives,
}
KEYS: dict[str, Callable[[Edge], tuple[Any, ...]]] = {"MONTH_DESC": _by_month}  # of orders that go by no id
