"""What is around some nodes, and the shortest way from one to another, over the nodes in memory."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from tests.reference.nodes import Node, Props, standing

if TYPE_CHECKING:
    from tests.reference import Reference

Weighed = Iterator[tuple[str, Node, Node, int]]  # kind, source, target, weight
Steps = dict[tuple[str, str], list[tuple[Any, Node, int]]]  # (kind, id) -> (place in the order, neighbour, weight)


# --- networks --------------------------------------------------------------------------------


def relations(graph: "Reference") -> Weighed:
    """Every relation that a network is made of, once; what has no direction, from the smaller id."""
    for story in graph.stories:
        people = Counter(graph.people[mention.person.id] for passage in graph.passages(story) for mention in passage.mentions)
        for person, mentions in people.items():
            yield "APPEARS_IN", person, story, mentions
        claims = Counter(fact.claim for fact in graph.of(story, graph.facts) if fact.claim is not None)
        for claim, facts in claims.items():
            yield "STATES", story, claim, facts
    for outlet in graph.outlets.values():
        for story in graph.stories_of_outlet(outlet):
            yield "COVERED_BY", story, outlet, max(1, _citations(graph, story, outlet))
    for one, other in combinations(sorted(graph.outlets.values(), key=lambda node: node.id), 2):
        if both := sum({one, other} <= set(graph.backers(claim)) for claim in graph.claims.values()):
            yield "CO_BACKED", one, other, both
    for one, other in combinations(sorted(graph.people.values(), key=lambda node: node.id), 2):
        if common := set(graph.stories_of_person(one)) & set(graph.stories_of_person(other)):
            yield "CO_MENTIONED", one, other, len(common)
    backs: Counter[tuple[Node, Node]] = Counter()
    together: Counter[tuple[Node, Node]] = Counter()
    about: Counter[tuple[Node, Node]] = Counter()
    for fact in graph.facts:
        cited = graph.cited(fact)
        for edge in fact.cites:
            assert fact.claim is not None
            backs[graph.outlets[edge.outlet.id], fact.claim] += 1
        together.update((one, other) for one in cited for other in cited if one.id < other.id)
        people = Counter(graph.people[mention.person.id] for mention in fact.mentions)
        about.update((person, outlet) for person in people for outlet in cited)
    for (outlet, claim), citations in backs.items():
        yield "BACKS", outlet, claim, citations
    for (one, other), facts in together.items():
        yield "CO_CITED", one, other, facts
    for (person, outlet), facts in about.items():
        yield "CITES_PERSON", person, outlet, facts
    for claim in graph.claims.values():
        for conflict in graph.conflicts(claim):
            if claim.id < conflict.node.id:
                yield "CONFLICTS_WITH", claim, conflict.node, 1


def network(graph: "Reference", args: Props) -> Props:
    """Level by level, by each relation its heaviest; of what is reached the heaviest, until there are enough."""
    least, limit = (args.get("minWeight"), args.get("limit"))
    least, limit = 1 if least is None else least, 200 if limit is None else limit
    edges = [edge for edge in relations(graph) if edge[3] >= least]
    steps: Steps = defaultdict(list)
    for kind, source, target, weight in edges:
        for here, there in ((source, target), (target, source)):
            steps[kind, here.id].append((_place(graph, kind, here, there, weight), there, weight))
    taken = {node.id: node for node in (_around(graph, one) for one in args["around"]) if node is not None}
    frontier = list(taken.values())
    for _ in range(args.get("depth") or 1):
        reached: dict[str, int] = {}
        for node in frontier:
            for kind in sorted({kind for kind, _ in steps}):
                for _, there, weight in sorted(steps[kind, node.id], key=lambda step: step[0], reverse=True)[:limit]:
                    reached[there.id] = max(weight, reached.get(there.id, 0))
        ranked = sorted((weight, one) for one, weight in reached.items() if one not in taken)
        frontier = [graph.nodes[one] for _, one in reversed(ranked)][: max(0, limit - len(taken))]
        taken |= {node.id: node for node in frontier}
    kept = sorted((k, a.id, b.id, w) for k, a, b, w in edges if a.id in taken and b.id in taken)
    weights: Counter[str] = Counter()
    for _, one, other, weight in kept:
        weights.update({one: weight, other: weight})
    nodes = [
        {"id": node.id, "kind": node.type.upper(), "label": label(node), "weight": weights[node.id]} for node in taken.values()
    ]
    return {
        "nodes": sorted(nodes, key=lambda node: (node["kind"], node["id"])),
        "edges": [{"source": a, "target": b, "kind": k, "weight": w} for k, a, b, w in kept],
    }


def _place(graph: "Reference", kind: str, here: Node, there: Node, weight: int) -> Any:
    """By weight, what is not cited last; of what weighs the same everywhere, the closest first."""
    if kind == "COVERED_BY":
        return _citations(graph, *((there, here) if here.type == "Outlet" else (here, there))), there.id
    if kind == "CONFLICTS_WITH":
        return next(edge.props["score"] for edge in graph.conflicts(here) if edge.node is there), there.id
    return weight, there.id


def _citations(graph: "Reference", story: Node, outlet: Node) -> int:
    return sum(edge.outlet.id == outlet.id for fact in graph.of(story, graph.facts) for edge in fact.cites)


def _around(graph: "Reference", node_id: str) -> Node | None:
    node = graph.nodes.get(graph.meant(node_id))
    if node is None or node.type in ("Story", "Claim", "Outlet", "Person"):
        return node
    return node.story


def label(node: Node) -> Any:
    """What a node is drawn with."""
    return next(node.props[name] for name in ("title", "name", "label", "text", "question") if name in node.props)


# --- paths -----------------------------------------------------------------------------------


def edges_between(graph: "Reference") -> dict[tuple[str, str], Counter[str]]:
    """(source, target) -> how many edges of each kind lead from one to the other."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for node in (*graph.facts, *graph.narratives, *graph.forecasts):
        assert node.story is not None
        found[node.story.id, node.id][f"HAS_{node.type.upper()}"] += 1
    for node in (*graph.stories, *graph.facts, *graph.narratives):
        for mention in node.mentions:
            found[node.id, mention.person.id]["MENTIONS"] += 1
        for edge in node.cites:
            found[node.id, edge.outlet.id]["CITES" if node.type == "Fact" else "PROVIDED_BY"] += 1
        if node.claim is not None:
            found[node.id, node.claim.id]["STATES"] += 1
    for story in graph.stories:
        for edge in standing(story.record.lists):
            found[story.id, edge.outlet.id]["LISTS"] += 1
    for claim in graph.claims.values():
        for conflict in graph.conflicts(claim):
            if claim.id < conflict.node.id:
                found[claim.id, conflict.node.id]["CONFLICTS_WITH"] += 1
    return found


def distances(neighbours: dict[str, set[str]], start: str) -> dict[str, int]:
    """How far every node is that can be come to."""
    found = {start: 0}
    frontier = [start]
    while frontier:
        frontier = sorted({other for node in frontier for other in neighbours[node]} - set(found))
        found |= {node: max(found.values()) + 1 for node in frontier}
    return found


def path(graph: "Reference", args: Props) -> Props | None:
    """From each node on to the one with the smallest id that is a step closer."""
    ends = [graph.nodes.get(graph.meant(args[name])) for name in ("from", "to")]
    if None in ends:
        return None
    start, end = (node.id for node in ends if node is not None)
    edges = edges_between(graph)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for source, target in edges:
        neighbours[source].add(target)
        neighbours[target].add(source)
    far = distances(neighbours, end)
    if far.get(start, 99) > (6 if args.get("maxHops") is None else args["maxHops"]):
        return None
    ids = [start]
    while ids[-1] != end:
        ids.append(min(other for other in neighbours[ids[-1]] if far.get(other) == far[ids[-1]] - 1))
    return {
        "length": far[start],
        "nodes": [graph.nodes[one] for one in ids],
        "edges": [
            {"source": source, "target": target, "kind": kind, "weight": weight}
            for here, there in pairwise(ids)
            for kind, source, target, weight in sorted(
                (kind, a, b, weight) for a, b in ((here, there), (there, here)) for kind, weight in edges.get((a, b), {}).items()
            )
        ],
    }


FIELDS: dict[tuple[str, str], Callable[["Reference", Any, Props], Any]] = {
    ("Query", "network"): lambda graph, _, args: network(graph, args),
    ("Query", "path"): lambda graph, _, args: path(graph, args),
}
