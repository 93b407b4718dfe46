"""What outlets back together, and what one alone backs: see `tests.reference`."""

from typing import TYPE_CHECKING, Any

from briefgraph import ids
from tests.reference.nodes import Edge, Node, Props

if TYPE_CHECKING:
    from tests.reference import Reference


def _claims(graph: "Reference", outlet: Node | None) -> list[Node]:
    return [] if outlet is None else [claim for claim in graph.claims.values() if outlet in graph.backers(claim)]


def _co_citing(graph: "Reference", one: Node, other: Node) -> list[Node]:
    return [fact for fact in graph.facts if one in graph.cited(fact) and other in graph.cited(fact)]


def _shared(graph: "Reference", one: Node | None, other: Node | None) -> list[Edge]:
    """The claims of both, with how often each backs them; an outlet shares none with itself."""
    if one is None or other is None or one is other:
        return []
    found = []
    for claim in _claims(graph, one):
        if claim in _claims(graph, other):
            mine, theirs = graph.backing(claim, one), graph.backing(claim, other)
            found.append(
                Edge(
                    claim,
                    {
                        "citationCount": mine["citationCount"],
                        "storyCount": mine["storyCount"],
                        "otherCitationCount": theirs["citationCount"],
                        "otherStoryCount": theirs["storyCount"],
                        "other": other,
                    },
                    one,
                )
            )
    return found


def _facts(graph: "Reference", claim: Node, outlet: Node | None) -> list[Edge]:
    return [Edge(fact) for fact in graph.facts_of_claim(claim) if outlet in graph.cited(fact)]


def _only(graph: "Reference", one: Node | None, other: Node | None) -> list[Edge]:
    return [
        Edge(claim, graph.backing(claim, one), one)
        for claim in _claims(graph, one)
        if one is not None and claim not in _claims(graph, other)
    ]


def _sole_backed(graph: "Reference", outlet: Node, _: Props) -> list[Edge]:
    alone = [claim for claim in _claims(graph, outlet) if len(graph.backers(claim)) == 1]
    return [Edge(claim, graph.backing(claim, outlet), outlet) for claim in alone]


def _co_backing(graph: "Reference", outlet: Node, args: Props) -> list[Edge]:
    found = []
    for other in graph.outlets.values():
        claims, facts = len(_shared(graph, outlet, other)), len(_co_citing(graph, outlet, other))
        wanted = args.get("isCoCited")
        if claims >= max(1, args.get("minClaims") or 0) and other is not outlet and wanted in (None, facts > 0):
            found.append(Edge(other, {"claimCount": claims, "coCitationCount": facts}, outlet))
    return found


def _compared(graph: "Reference", _: Any, args: Props) -> Props:
    a, b = (graph.outlets.get(graph.meant(args[name])) for name in ("a", "b"))
    b = None if b is a else b
    return {
        "a": a,
        "b": b,
        "sharedClaimCount": len(_shared(graph, a, b)),
        "onlyACount": len(_only(graph, a, b)),
        "onlyBCount": len(_only(graph, b, a)),
        "coCitationCount": len(_co_citing(graph, a, b)) if a and b else 0,
    }


def _both(graph: "Reference", compared: Props, _: Props) -> list[Edge]:
    a, b = compared["a"], compared["b"]
    return [Edge(fact) for fact in _co_citing(graph, a, b)] if a and b else []


def _stances(graph: "Reference", compared: Props, _: Props) -> list[Props]:
    """How many narratives of each stance either provides."""

    def count(outlet: Node | None, stance: str) -> int:
        return sum(n.props["stance"] == stance and outlet in graph.cited(n) for n in graph.narratives)

    stances = {n.props["stance"] for n in graph.narratives} - {None}
    found = [
        {"stance": stance, "narrativeCountA": count(compared["a"], stance), "narrativeCountB": count(compared["b"], stance)}
        for stance in sorted(stances, key=lambda stance: (ids.sort_key(stance), ids.stance_id(stance)))
    ]
    return [row for row in found if row["narrativeCountA"] or row["narrativeCountB"]]


FIELDS = {("Query", "compareOutlets"): _compared, ("OutletComparison", "stances"): _stances}
LISTS = {
    ("Outlet", "soleBacked"): _sole_backed,
    ("Outlet", "sharedClaims"): lambda graph, one, args: _shared(graph, one, graph.outlets.get(graph.meant(args["with"]))),
    ("Outlet", "coBacking"): _co_backing,
    ("SharedClaimEdge", "facts"): lambda graph, edge, _: _facts(graph, edge.node, edge.owner),
    ("SharedClaimEdge", "otherFacts"): lambda graph, edge, _: _facts(graph, edge.node, edge.props["other"]),
    ("CoBackerEdge", "claims"): lambda graph, edge, _: _shared(graph, edge.owner, edge.node),
    ("OutletComparison", "shared"): lambda graph, compared, _: _shared(graph, compared["a"], compared["b"]),
    ("OutletComparison", "onlyA"): lambda graph, compared, _: _only(graph, compared["a"], compared["b"]),
    ("OutletComparison", "onlyB"): lambda graph, compared, _: _only(graph, compared["b"], compared["a"]),
    ("OutletComparison", "coCiting"): _both,
}
