"""People mentioned together, related stories, disputes and forecasts: counted from nodes, as each is asked for."""

from collections.abc import Callable
from typing import Any

from briefgraph import ids
from briefgraph.resolve.claims import Verdict, normalise
from tests.reference.nodes import Edge, Node, Props, distinct

KNOWN_BY_MANY = 64  # whom more stories mention relates none of them


def conflict_counts(graph: Any) -> dict[str, int]:
    """With how many stated claims each stated claim conflicts."""
    found: dict[str, set[str]] = {claim: set() for claim in graph.claims}
    for pair, scored in graph.linked.pairs.items():
        a, b = (graph.linked.memberships[wording].claim for wording in pair)
        if scored.verdict == Verdict.CONFLICTING and a != b and a in found and b in found:
            found[a].add(b)
            found[b].add(a)
    return {claim: len(others) for claim, others in found.items()}


# --- people ----------------------------------------------------------------------------------


def co_mentioned(graph: Any, owner: Node, args: Props) -> list[Edge]:
    least = args.get("minStories")
    stories = graph.stories_of_person(owner)
    facts = graph.mentioning(owner, graph.facts)
    edges = []
    for other in graph.people.values():
        together = [story for story in stories if story in graph.stories_of_person(other)]
        if other is not owner and together and (least is None or len(together) >= least):
            props = {"storyCount": len(together), "factCount": len(graph.mentioning(other, facts))}
            edges.append(Edge(other, props, owner))
    return edges


def facts_of_both(graph: Any, edge: Edge, _: Props) -> list[Edge]:
    return [Edge(fact) for fact in graph.mentioning(edge.node, graph.mentioning(edge.owner, graph.facts))]


def stories_of_both(graph: Any, edge: Edge, _: Props) -> list[Edge]:
    mine = graph.stories_of_person(edge.owner)
    return [Edge(story) for story in graph.stories_of_person(edge.node) if story in mine]


# --- stories ---------------------------------------------------------------------------------


def _claims(graph: Any, story: Node) -> list[Node]:
    return distinct(fact.claim for fact in graph.of(story, graph.facts))


def _people(graph: Any, story: Node) -> list[Node]:
    found = [person for person in graph.people.values() if story in graph.stories_of_person(person)]
    return [person for person in found if len(graph.stories_of_person(person)) <= KNOWN_BY_MANY]


def _shared(of: Callable[[Any, Node], list[Node]], graph: Any, one: Node, other: Node) -> list[Node]:
    theirs = of(graph, other)
    return [node for node in of(graph, one) if node in theirs]


def related(graph: Any, owner: Node, _: Props) -> list[Edge]:
    edges = []
    for story in graph.stories:
        claims, people = (len(_shared(of, graph, owner, story)) for of in (_claims, _people))
        if story is not owner and (claims or people):
            edges.append(Edge(story, {"sharedClaims": claims, "sharedPeople": people, "ties": (people, story.id)}, owner))
    return edges


def related_claims(graph: Any, edge: Edge, _: Props) -> list[Edge]:
    return [Edge(claim) for claim in _shared(_claims, graph, edge.owner, edge.node)]  # type: ignore[arg-type]


def related_people(graph: Any, edge: Edge, _: Props) -> list[Edge]:
    return [Edge(person) for person in _shared(_people, graph, edge.owner, edge.node)]  # type: ignore[arg-type]


# --- outlets ---------------------------------------------------------------------------------


def disputes(graph: Any, owner: Node, args: Props) -> list[Edge]:
    wanted = None if args.get("with") is None else graph.meant(args["with"])
    edges = []
    for claim in graph.claims.values():
        if owner in graph.backers(claim):
            for conflict in graph.conflicts(claim):
                for other in graph.backers(conflict.node):
                    if wanted is None or other.id == wanted:
                        props = {"other": other, "otherClaim": conflict.node, "ties": (claim.id, conflict.node.id, other.id)}
                        edges.append(Edge(claim, conflict.props | props, owner))
    return edges


def _stating(graph: Any, claim: Node, outlet: Node | None) -> list[Edge]:
    return [Edge(fact) for fact in graph.facts_of_claim(claim) if outlet in graph.cited(fact)]


# --- forecasts -------------------------------------------------------------------------------


def followed(graph: Any, owner: Node, _: Props) -> list[Edge]:
    wanted = normalise(owner.props["question"])
    return [Edge(forecast) for forecast in graph.forecasts if normalise(forecast.props["question"]) == wanted]


def forecast_passes(node: Node, name: str, value: Any) -> bool:
    """Whether a field of ForecastFilter that no other filter has holds; `story` and dates are as elsewhere."""
    match name:
        case "source":
            return bool(node.props["source"] == value)
        case "minProbability":
            return bool(node.props["probability"] >= value)
        case "maxProbability":
            return bool(node.props["probability"] <= value)
        case "story":
            return node.story is not None and node.story.id == value
        case "since":
            return node.published is not None and node.published >= ids.canonical_instant(value)
        case "until":
            return node.published is not None and node.published <= ids.canonical_instant(value)
    raise LookupError(f"ForecastFilter.{name}")


LISTS: dict[tuple[str, str], Callable[[Any, Any, Props], list[Edge]]] = {
    ("Person", "coMentioned"): co_mentioned,
    ("CoMentionEdge", "facts"): facts_of_both,
    ("CoMentionEdge", "stories"): stories_of_both,
    ("Story", "related"): related,
    ("RelatedEdge", "claims"): related_claims,
    ("RelatedEdge", "people"): related_people,
    ("Outlet", "disputes"): disputes,
    ("DisputeEdge", "facts"): lambda graph, edge, _: _stating(graph, edge.node, edge.owner),
    ("DisputeEdge", "otherFacts"): lambda graph, edge, _: _stating(graph, edge.props["otherClaim"], edge.props["other"]),
    ("Forecast", "followed"): followed,
    ("Query", "forecasts"): lambda graph, _, __: [Edge(forecast) for forecast in graph.forecasts],
}
FIELDS: dict[tuple[str, str], Callable[[Any, Any, Props], Any]] = {}
