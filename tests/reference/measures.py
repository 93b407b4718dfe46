"""The last analysis, as the reference knows it: what was handed to every engine.

Whether its numbers are right is `tests/test_analysis.py`'s to say; here they only have to come back.
"""

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

from briefgraph.graph.measures import Analysis, Measured, Pair
from tests.reference.nodes import Edge, Node, Props

UNMEASURED = {"pageRank": None, "betweenness": None, "community": None}


def network(graph: Any) -> tuple[tuple[str, ...], tuple[Pair, ...]]:
    """The outlets and pairs that an engine has to give for this graph."""
    outlets = tuple(sorted(graph.outlets))
    places = {outlet: place for place, outlet in enumerate(outlets)}
    weights: Counter[tuple[int, int]] = Counter()
    for fact in graph.facts:
        weights.update(combinations(sorted(places[outlet.id] for outlet in graph.cited(fact)), 2))
    return outlets, tuple((*pair, weight) for pair, weight in sorted(weights.items()))


def measured(graph: Any, analysis: Analysis | None) -> None:
    """Give every outlet its measures."""
    known: dict[str, Measured] = {one.id: one for one in analysis.outlets} if analysis else {}
    for outlet in graph.outlets.values():
        one = known.get(outlet.id)
        outlet.props |= (
            {"pageRank": one.page_rank, "betweenness": one.betweenness, "community": one.community} if one else UNMEASURED
        )


def _analysis(graph: Any, source: Any, args: Props) -> Node | None:
    found: Analysis | None = graph.analysis
    if found is None:
        return None
    return Node(
        "Analysis",
        {
            "at": found.at,
            "outletCount": len(found.outlets),
            "pairCount": found.pair_count,
            "communityCount": len(found.communities),
            "modularity": found.modularity,
            "isSampled": found.is_sampled,
            "isStale": graph.is_stale,
        },
    )


def _communities(graph: Any, owner: Any, args: Props) -> list[Edge]:
    return [
        Edge(Node("Community", {"number": number, "outletCount": count}))
        for number, count in enumerate(graph.analysis.communities, 1)
    ]


def _outlets(graph: Any, owner: Any, args: Props) -> list[Edge]:
    return [Edge(outlet) for outlet in graph.outlets.values() if outlet.props["community"] == owner.props["number"]]


LISTS: dict[tuple[str, str], Callable[[Any, Any, Props], list[Edge]]] = {
    ("Analysis", "communities"): _communities,
    ("Community", "outlets"): _outlets,
}
FIELDS: dict[tuple[str, str], Callable[[Any, Any, Props], Any]] = {("Query", "analysis"): _analysis}
