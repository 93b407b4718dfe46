"""Second-hand reporting: whom facts say that they have something from, and claims that rest on one wire."""

from collections.abc import Callable
from typing import Any

from tests.reference.nodes import Edge, Node, Props, dates_of, distinct, place_of


def said(fact: Node) -> list[Any]:
    """What the words of a fact say of whom it has something from, in the last version that it stands in."""
    return [edge for edge in fact.record.attributions if edge.run.last_version == fact.record.run.last_version]


def says(fact: Node, outlet: Node, kind: str | None = None) -> bool:
    return any(edge.outlet.id == outlet.id and kind in (None, edge.kind) for edge in said(fact))


def origins(graph: Any, claim: Node) -> list[Edge]:
    facts = graph.facts_of_claim(claim)
    found = []
    for outlet in distinct(graph.outlets[edge.outlet.id] for fact in facts for edge in said(fact)):
        some = [fact for fact in facts if says(fact, outlet)]
        found.append(
            Edge(
                outlet,
                {
                    "factCount": len(some),
                    "storyCount": graph.events(some),
                    "firstAt": next(iter(dates_of(some)), None),
                    "isFirst": any(says(fact, outlet, "FIRST_REPORTED") for fact in some),
                },
                claim,
            )
        )
    return found


def sole_wire(graph: Any, claim: Node) -> Node | None:
    """The one wire that every citation is of, or stands beside words that name it."""
    facts = graph.facts_of_claim(claim)
    citations = [(fact, graph.outlets[edge.outlet.id]) for fact in facts for edge in fact.cites]
    if not citations:
        return None
    wires = [
        wire
        for wire in graph.outlets.values()
        if wire.props["kind"] == "WIRE" and all(wire is cited or says(fact, wire) for fact, cited in citations)
    ]
    named = [wire for wire in wires if any(says(fact, wire) for fact in facts)]
    for some in (named, wires):
        if len(some) == 1:
            found: Node = some[0]
            return found
    return None


LISTS: dict[tuple[str, str], Callable[[Any, Any, Props], list[Edge]]] = {
    ("Fact", "attributions"): lambda graph, fact, args: [
        Edge(
            graph.outlets.get(edge.outlet.id) or graph.past[edge.outlet.id],
            {"position": edge.position, "kind": edge.kind, "text": edge.text, **place_of(edge.place)},
        )
        for edge in said(fact)
    ],
    ("Claim", "attributedTo"): lambda graph, claim, args: origins(graph, claim),
    ("OriginEdge", "facts"): lambda graph, edge, args: [
        Edge(fact) for fact in graph.facts_of_claim(edge.owner) if says(fact, edge.node)
    ],
    ("Outlet", "attributedFacts"): lambda graph, outlet, args: [
        Edge(fact) for fact in graph.facts if says(fact, outlet, args.get("kind"))
    ],
}
FIELDS: dict[tuple[str, str], Callable[[Any, Any, Props], Any]] = {
    ("Claim", "soleWire"): lambda graph, claim, args: sole_wire(graph, claim),
    ("Outlet", "attributionCount"): lambda graph, outlet, args: sum(says(fact, outlet) for fact in graph.facts),
}
FILTERS: dict[tuple[str, str], Callable[[Any, Node, Any], bool]] = {
    ("ClaimFilter", "restsOnOwner"): lambda graph, claim, value: (claim.props["ownerCount"] == 1) == value,
    ("ClaimFilter", "restsOnWire"): lambda graph, claim, value: (sole_wire(graph, claim) is not None) == value,
}
