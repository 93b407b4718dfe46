"""The graph in memory, with ordinary resolvers: slow, obvious, and what every engine must equal.

It is made from story records and from what the model's descriptions say. No plan, statement or
stored counter is known to it: graphql-core collects the fields, and each field is computed from the
nodes when it is asked for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import orjson
from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse, print_schema

from briefgraph import ids
from briefgraph.api.schema import graphql_schema
from briefgraph.graph import plan
from briefgraph.graph.decisions import Decision, Decisions
from briefgraph.graph.measures import Analysis
from briefgraph.graph.model import MODEL
from briefgraph.graph.record import Cited, Mentioned, StoryRecord
from briefgraph.graph.shapes import Order, Rel
from briefgraph.graph.store import Comparer
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name
from tests.linked import linked
from tests.reference import attribution, measures, network, outlets, people, shared, time
from tests.reference.nodes import Edge, Node, Props, dates_of, distinct, place_of, run_of, standing


@cache
def plain_schema() -> GraphQLSchema:
    """The schema without strawberry's resolvers; dates are the texts that they are stored as."""
    return build_schema(print_schema(graphql_schema()))


class Reference:
    """Answers GraphQL over story records, what makes one claim of two wordings, and what people decided."""

    def __init__(self, records: Iterable[StoryRecord], comparer: Comparer, log: Iterable[Decision] = ()) -> None:
        log = list(log)
        decisions = Decisions(log)
        self.stories: list[Node] = []
        self.facts: list[Node] = []
        self.narratives: list[Node] = []
        self.forecasts: list[Node] = []
        self.revisions: list[Node] = []
        self.problems: list[Node] = []
        self.claims: dict[str, Node] = {}
        self.outlets: dict[str, Node] = {}
        self.people: dict[str, Node] = {}
        records = list(records)
        self.past: dict[str, Node] = {}  # outlets, people and claims that only past versions lead to
        self.linked = linked(records, comparer, decisions)
        self.decisions = [self._decision(decision) for decision in log]
        for record in records:
            self._story(record)
        self._claims()
        self._outlets(records)
        self._people(records)
        time.past(self, records)
        self.nodes = {
            node.id: node
            for nodes in (
                self.stories,
                self.facts,
                self.narratives,
                self.forecasts,
                self.revisions,
                self.problems,
                self.claims.values(),
                self.outlets.values(),
                self.people.values(),
                self.decisions,
            )
            for node in nodes
        }
        # Look-ups find what stands for an id that was merged, and the claim of any wording.
        self.moved = {wording: member.claim for wording, member in self.linked.memberships.items()} | decisions.targets()
        self._finish()
        self.measure(None)

    def measure(self, analysis: Analysis | None, *, is_stale: bool = False) -> None:
        """Take what was computed of the outlets, and whether the graph was changed since."""
        self.analysis, self.is_stale = analysis, is_stale
        measures.measured(self, analysis)

    # --- the nodes ---------------------------------------------------------------------------

    def _story(self, record: StoryRecord) -> None:
        story = Node(
            "Story",
            {
                "id": record.id,
                "title": record.title,
                "lead": record.lead,
                "address": record.address,
                "publishedAt": record.published_at,
                "recordedAt": record.recorded_at,
                "layout": record.layout,
                "isComplete": record.is_complete,
                "version": record.version,
            },
            mentions=standing(record.mentions),
            record=record,
        )
        self.stories.append(story)
        for fact in standing(record.facts):
            self.facts.append(
                Node(
                    "Fact",
                    {
                        "id": fact.id,
                        "position": fact.position,
                        "text": fact.text,
                        **place_of(fact.place),
                        **run_of(fact.run),
                    },
                    story,
                    standing(fact.cites),
                    standing(fact.mentions),
                    record=fact,
                    statement={
                        "score": self.linked.memberships[fact.wording].score,
                        "method": self.linked.memberships[fact.wording].method,
                        "isReviewed": fact.is_reviewed,
                    },
                )
            )
        for item in standing(record.narratives):
            self.narratives.append(
                Node(
                    "Narrative",
                    {
                        "id": item.id,
                        "position": item.position,
                        "label": item.label,
                        "stance": item.stance,
                        "text": item.text,
                        **place_of(item.place),
                        **run_of(item.run),
                    },
                    story,
                    standing(item.providers),
                    standing(item.mentions),
                )
            )
        for item in standing(record.forecasts):
            self.forecasts.append(
                Node(
                    "Forecast",
                    {
                        "id": item.id,
                        "position": item.position,
                        "question": item.question,
                        "probability": item.probability,
                        "source": item.source,
                        **place_of(item.place),
                        **run_of(item.run),
                    },
                    story,
                )
            )
        for revision in record.revisions:
            self.revisions.append(
                Node(
                    "Revision",
                    {
                        "id": revision.id,
                        "number": revision.number,
                        "publishedAt": revision.published_at,
                        "recordedAt": revision.recorded_at,
                        "title": revision.brief.title,
                        "lead": revision.brief.lead,
                        "layout": str(revision.brief.layout),
                        "isComplete": revision.brief.is_complete,
                        "text": revision.brief.text,
                    },
                    story,
                )
            )
        duplicate = self.linked.duplicates.get(record.id)
        for item in (*record.problems, *([duplicate] if duplicate else ())):
            self.problems.append(
                Node(
                    "Problem",
                    {
                        "id": item.id,
                        "position": item.position,
                        "code": item.code,
                        "message": item.message,
                        "line": item.line,
                        "column": item.column,
                        "isClosed": item.is_closed,
                    },
                    story,
                )
            )

    def _decision(self, decision: Decision) -> Node:
        return Node(
            "Decision",
            {
                "id": decision.id,
                "kind": str(decision.kind),
                "at": decision.at,
                "by": decision.by,
                "reason": decision.reason,
                "subjects": list(decision.subjects),
                "isUndone": not decision.stands,
                "undoneAt": decision.undone_at,
                "undoneBy": decision.undone_by,
            },
        )

    def _claims(self) -> None:
        for fact in self.facts:
            claim_id = self.linked.memberships[fact.record.wording].claim
            fact.claim = self.claims.setdefault(claim_id, Node("Claim", {"id": claim_id}))

    def _outlets(self, records: list[StoryRecord]) -> None:
        spellings: dict[str, set[str]] = {}
        names: dict[str, set[str]] = {}  # what a registry or a decision says
        for record in records:  # superseded versions too: every spelling seen
            edges: list[Any] = [*record.lists, *(e for fact in record.facts for e in (*fact.cites, *fact.attributions))]
            edges += [e for narrative in record.narratives for e in narrative.providers]
            for edge in edges:
                spellings.setdefault(edge.outlet.id, set()).add(edge.outlet.alias)
                names.setdefault(edge.outlet.id, set()).update({edge.outlet.name} if edge.outlet.name else ())
        named = (attribution.said(fact) for fact in self.facts)
        for standing_edges in (*(edges for _, edges in self._outlet_edges()), *named):
            for edge in standing_edges:
                ref = edge.outlet
                aliases = sorted(spellings[ref.id])
                self.outlets.setdefault(
                    ref.id,
                    Node(
                        "Outlet",
                        {
                            "id": ref.id,
                            "name": display_name(names[ref.id] or aliases),
                            "kind": ref.kind,
                            "aliases": aliases,
                            "country": ref.country,
                            "domain": ref.domain,
                            "owner": ref.owner,
                        },
                        record=names[ref.id],
                    ),
                )

    def _people(self, records: list[StoryRecord]) -> None:
        spellings: dict[str, set[str]] = {}
        names: dict[str, set[str]] = {}
        for record in records:
            passages: list[Any] = [record, *record.facts, *record.narratives]
            for mention in (m for passage in passages for m in passage.mentions):
                spellings.setdefault(mention.person.id, set()).add(mention.text)
                names.setdefault(mention.person.id, set()).add(mention.person.name)
        for node in (*self.stories, *self.facts, *self.narratives):
            for mention in node.mentions:
                person = mention.person.id
                self.people.setdefault(
                    person,
                    Node(
                        "Person",
                        {
                            "id": person,
                            "name": best_name(names[person]),
                            "aliases": sorted(spellings[person]),
                        },
                        record=names[person],
                    ),
                )

    def _outlet_edges(self) -> Iterable[tuple[Node, Sequence[Cited]]]:
        """Every standing edge to an outlet, with the node that it starts from."""
        for story in self.stories:
            yield story, standing(story.record.lists)
        for node in (*self.facts, *self.narratives):
            yield node, node.cites

    def _finish(self) -> None:
        """Counters and dates: plain properties to GraphQL, so they are worked out once."""
        conflicts = people.conflict_counts(self)
        for claim in self.claims.values():
            facts = self.facts_of_claim(claim)
            first = min(facts, key=lambda fact: (fact.published is None, fact.published or "", fact.id))
            backers = self.backers(claim)
            owners = {outlet.props["owner"] for outlet in backers}
            dates = dates_of(facts)
            claim.props |= {
                "text": first.props["text"],
                "backerCount": len(backers),
                "storyCount": self.events(facts),
                "factCount": len(facts),
                "ownerCount": None if not owners or None in owners else len(owners),
                "isSoleSourced": len(backers) == 1,
                "conflictCount": conflicts[claim.id],
                "firstStatedAt": dates[0] if dates else None,
                "lastStatedAt": dates[-1] if dates else None,
            }
        for outlet in self.outlets.values():
            outlet.props |= {
                "claimCount": sum(outlet in self.backers(claim) for claim in self.claims.values()),
                "storyCount": len(self.stories_of_outlet(outlet)),
                "citationCount": sum(edge.outlet.id == outlet.id for fact in self.facts for edge in fact.cites),
                "factCount": sum(outlet in self.cited(fact) for fact in self.facts),
                "advocacyCount": len(outlets.advocacies(self, outlet, {})),
                "soleClaimCount": sum(self.backers(claim) == [outlet] for claim in self.claims.values()),
            }
        for person in self.people.values():
            person.props |= {
                "factCount": len(self.mentioning(person, self.facts)),
                "storyCount": len(self.stories_of_person(person)),
            }

    # --- who hangs together with whom --------------------------------------------------------

    def facts_of_claim(self, claim: Node) -> list[Node]:
        return [fact for fact in self.facts if fact.claim is claim]

    def meant(self, node_id: str) -> str:
        """The id of the node that a look-up by this id finds."""
        return self.moved.get(node_id, node_id)

    def events(self, facts: Iterable[Node]) -> int:
        """In how many stories facts stand, those that tell the same counted once."""
        return len({self.linked.events[fact.story.id] for fact in facts if fact.story is not None})

    def basis(self, fact: Node) -> Node | None:
        """The earliest fact of the wording that a fact's own was compared with."""
        basis = self.linked.memberships[fact.record.wording].basis
        return min(
            (other for other in self.facts if other.record.wording == basis),
            key=lambda other: (other.published is None, other.published or "", other.id),
            default=None,
        )

    def conflicts(self, claim: Node) -> list[Edge]:
        found = ((other, self.linked.between(claim.id, other.id)) for other in self.claims.values())
        return [
            Edge(other, {"score": scored.score, "differs": list(scored.differs)}) for other, scored in found if scored is not None
        ]

    def cited(self, node: Node) -> list[Node]:
        """The outlets that a fact cites, or that provide a narrative, once each."""
        return distinct(self.outlets[edge.outlet.id] for edge in node.cites)

    def backers(self, claim: Node) -> list[Node]:
        return distinct(outlet for fact in self.facts_of_claim(claim) for outlet in self.cited(fact))

    def stories_of_outlet(self, outlet: Node) -> list[Node]:
        found = [node.story or node for node, edges in self._outlet_edges() if any(edge.outlet.id == outlet.id for edge in edges)]
        return distinct(found)

    def mentioned(self, node: Node, person: Node) -> list[Mentioned]:
        return [mention for mention in node.mentions if mention.person.id == person.id]

    def mentioning(self, person: Node, nodes: Iterable[Node]) -> list[Node]:
        return [node for node in nodes if self.mentioned(node, person)]

    def passages(self, story: Node) -> list[Node]:
        """Lead, facts and narratives, in the order of the story."""
        inside = [*self.of(story, self.facts), *self.of(story, self.narratives)]
        return [story, *inside]

    def of(self, story: Node, nodes: Iterable[Node]) -> list[Node]:
        return sorted((n for n in nodes if n.story is story), key=lambda n: n.props.get("position", 0))

    def stories_of_person(self, person: Node) -> list[Node]:
        found = self.mentioning(person, (*self.stories, *self.facts, *self.narratives))
        return distinct(node.story or node for node in found)

    # --- lists, unordered --------------------------------------------------------------------

    def backing(self, claim: Node, outlet: Node) -> Props:
        facts = [fact for fact in self.facts_of_claim(claim) if outlet in self.cited(fact)]
        dates = dates_of(facts)
        return {
            "citationCount": sum(edge.outlet.id == outlet.id for fact in facts for edge in fact.cites),
            "factCount": len(facts),
            "storyCount": self.events(facts),
            "firstAt": dates[0] if dates else None,
            "lastAt": dates[-1] if dates else None,
        }

    def people_in(self, passages: Sequence[Node]) -> list[Edge]:
        """People with all their mentions in these passages."""
        edges: dict[str, Edge] = {}
        for node in passages:
            for mention in node.mentions:
                edge = edges.setdefault(
                    mention.person.id,
                    Edge(self.people.get(mention.person.id) or self.past[mention.person.id], {"mentionCount": 0, "role": None, "mentions": []}),
                )
                edge.props["mentionCount"] += 1
                edge.props["role"] = edge.props["role"] or mention.role
                edge.props["mentions"].append(
                    {
                        "nodeId": node.id,
                        "kind": node.type.upper(),
                        "text": mention.text,
                        "role": mention.role,
                        **place_of(mention.place),
                    }
                )
        return list(edges.values())

    def edges_to_outlets(self, edges: Iterable[Cited]) -> list[Edge]:
        return [
            Edge(
                self.outlets.get(e.outlet.id) or self.past[e.outlet.id],
                {
                    "position": e.position,
                    "marker": e.marker,
                    "label": e.label,
                    "url": e.url,
                    **place_of(e.place),
                },
            )
            for e in edges
        ]

    def everything(self, owner: Node | Edge | None, type_: str, name: str, args: Props) -> list[Edge]:
        """The edges of a list before its filter, in no order."""
        if (type_, name) in LISTS:
            return LISTS[type_, name](self, owner, args)
        match type_, name, owner:
            case "Query", "stories", _:
                nodes = self.stories
            case "Query", "claims", _:
                nodes = list(self.claims.values())
            case "Query", "outlets", _:
                nodes = list(self.outlets.values())
            case "Query", "people", _:
                nodes = list(self.people.values())
            case "Query", "narratives", _:
                nodes = self.narratives
            case "Query", "problems", _:
                nodes = self.problems
            case "Query", "decisions", _:
                nodes = self.decisions
            case "Query", "search", _:
                nodes = self.search(args["text"], args.get("kinds"))
            case "Story", "facts" | "narratives" | "forecasts" | "revisions" | "problems", Node():
                nodes = self.of(owner, getattr(self, name))
            case "Story", "sources", Node():
                return self.edges_to_outlets(standing(owner.record.lists))
            case "Story", "people", Node():
                return self.people_in(self.passages(owner))
            case "Fact" | "Narrative", "people", Node():
                return self.people_in([owner])
            case "Fact", "citations", Node():
                return self.edges_to_outlets(owner.cites)
            case "Narrative", "providers", Node():
                return self.edges_to_outlets(owner.cites)
            case "Claim", "facts", Node():
                return [Edge(fact, fact.statement) for fact in self.facts_of_claim(owner)]
            case "Claim", "backers", Node():
                edges = [Edge(outlet, self.backing(owner, outlet), owner) for outlet in self.backers(owner)]
                least, score, method = (args.get(name) for name in ("minStories", "minScore", "method"))
                return [
                    edge
                    for edge in edges
                    for links in [[f.statement for f in self.facts_of_claim(owner) if edge.node in self.cited(f)]]
                    if (least is None or edge.props["storyCount"] >= least)
                    and (score is None or any(link["score"] >= score for link in links))
                    and (method is None or any(link["method"] == method for link in links))
                ]
            case "Claim", "conflicting", Node():
                differs = args.get("differs")
                return [e for e in self.conflicts(owner) if differs is None or differs in e.props["differs"]]
            case "Claim", "stories", Node():
                nodes = distinct(fact.story for fact in self.facts_of_claim(owner))
            case "BackerEdge", "facts", Edge():
                nodes = [f for f in self.facts if f.claim is owner.owner and owner.node in self.cited(f)]
            case "BackedClaimEdge", "facts", Edge():
                nodes = [f for f in self.facts if f.claim is owner.node and owner.owner in self.cited(f)]
            case "Outlet", "claims", Node():
                return [Edge(c, self.backing(c, owner), owner) for c in self.claims.values() if owner in self.backers(c)]
            case "Outlet", "coCited", Node():
                weights: Counter[Node] = Counter()
                for fact in self.facts:
                    cited = self.cited(fact)
                    if owner in cited:
                        weights.update(outlet for outlet in cited if outlet is not owner)
                least = args.get("minWeight")
                return [Edge(o, {"weight": w}, owner) for o, w in weights.items() if least is None or w >= least]
            case "Outlet", "narratives", Node():
                nodes = [narrative for narrative in self.narratives if owner in self.cited(narrative)]
            case "Outlet", "stories", Node():
                nodes = self.stories_of_outlet(owner)
            case "Person", "facts" | "narratives", Node():
                nodes = self.mentioning(owner, getattr(self, name))
            case "Person", "stories", Node():
                nodes = self.stories_of_person(owner)
            case "Person", "outlets", Node():
                facts = self.mentioning(owner, self.facts)
                cited = distinct(outlet for fact in facts for outlet in self.cited(fact))
                return [
                    Edge(outlet, {"factCount": len(some), "storyCount": len({fact.story for fact in some})}, owner)
                    for outlet in cited
                    for some in [[fact for fact in facts if outlet in self.cited(fact)]]
                ]
            case _:
                raise LookupError(f"{type_}.{name}")
        return [Edge(node) for node in nodes]

    # --- words -------------------------------------------------------------------------------

    def words(self, node: Node) -> list[str]:
        """What search and the filters `text` look in."""
        props = node.props
        parts = {
            "Story": lambda: [props["title"], props["lead"] or ""],
            "Outlet": lambda: [props["name"], *props["aliases"]],
            "Person": lambda: [props["name"], *props["aliases"]],
            "Forecast": lambda: [props["question"]],
        }.get(node.type, lambda: [props["text"]])()
        return [word for part in parts for word in ids.tokens(part)]

    def has_words(self, node: Node, text: str) -> bool:
        wanted = ids.tokens(text)
        return bool(wanted) and set(wanted) <= set(self.words(node))

    def search(self, text: str, kinds: list[str] | None) -> list[Node]:
        nodes = (
            *self.stories,
            *self.facts,
            *self.claims.values(),
            *self.outlets.values(),
            *self.people.values(),
            *self.narratives,
        )
        return [n for n in nodes if (kinds is None or n.type.upper() in kinds) and self.has_words(n, text)]

    # --- filters -----------------------------------------------------------------------------

    def passes(self, filter_: str, node: Node, wanted: Props) -> bool:
        return all(self.holds(filter_, name, node, value) for name, value in wanted.items() if value is not None)

    def holds(self, filter_: str, name: str, node: Node, value: Any) -> bool:
        """Whether one field of a filter holds for a node. An id may be one that was merged into another."""
        if name in ("outlet", "person", "claim", "story"):
            value = self.meant(value)
        if (filter_, name) in FILTERS:
            return FILTERS[filter_, name](self, node, value)
        props = node.props
        facts = self.facts_of_claim(node) if node.type == "Claim" else []
        match filter_, name:
            case _, "text":
                return self.has_words(node, value)
            case "StoryFilter", "outlet":
                return value in self.outlets and node in self.stories_of_outlet(self.outlets[value])
            case "StoryFilter", "person":
                return value in self.people and node in self.stories_of_person(self.people[value])
            case "StoryFilter", "claim":
                return any(fact.story is node and fact.claim is not None and fact.claim.id == value for fact in self.facts)
            case "StoryFilter", "stance":
                return any(n.story is node and n.props["stance"] == value for n in self.narratives)
            case (("FactFilter" | "NarrativeFilter"), "outlet"):
                return any(outlet.id == value for outlet in self.cited(node))
            case (("FactFilter" | "NarrativeFilter"), "person"):
                return any(mention.person.id == value for mention in node.mentions)
            case (("StoryFilter" | "NarrativeFilter"), "since"):
                return node.published is not None and node.published >= ids.canonical_instant(value)
            case (("StoryFilter" | "NarrativeFilter"), "until"):
                return node.published is not None and node.published <= ids.canonical_instant(value)
            case "ClaimFilter", "outlet":
                return any(outlet.id == value for outlet in self.backers(node))
            case "ClaimFilter", "person":
                return any(mention.person.id == value for fact in facts for mention in fact.mentions)
            case "ClaimFilter", "minBackers":
                return bool(props["backerCount"] >= value)
            case "ClaimFilter", "maxBackers":
                return bool(props["backerCount"] <= value)
            case "ClaimFilter", "isSoleSourced":
                return bool(props["isSoleSourced"] == value)
            case "ClaimFilter", "maxOwners":
                return props["ownerCount"] is not None and bool(props["ownerCount"] <= value)
            case "ClaimFilter", "minStories":
                return bool(props["storyCount"] >= value)
            case "ClaimFilter", "since":
                return props["lastStatedAt"] is not None and props["lastStatedAt"] >= ids.canonical_instant(value)
            case "ClaimFilter", "until":
                return props["firstStatedAt"] is not None and props["firstStatedAt"] <= ids.canonical_instant(value)
            case "ClaimFilter", "isContested":
                return bool((props["conflictCount"] > 0) == value)
            case "ForecastFilter", _:
                return people.forecast_passes(node, name, value)
            case "ClaimFilter", "minScore":
                return all(fact.statement["score"] >= value for fact in facts)
            case "ClaimFilter", "method":
                return any(fact.statement["method"] == value for fact in facts)
            case "DecisionFilter", "subject":
                return value in props["subjects"]
            case "PersonFilter", "outlet":
                return any(outlet.id == value for fact in self.mentioning(node, self.facts) for outlet in self.cited(fact))
            case "ProblemFilter", "story":
                return node.story is not None and node.story.id == value
            case (("OutletFilter" | "NarrativeFilter" | "ProblemFilter" | "DecisionFilter"), _):
                return bool(props[name] == value)
        raise LookupError(f"{filter_}.{name}")

    # --- one story, to draw ------------------------------------------------------------------

    def graph(self, story: Node) -> Props:
        """Story.graph: the edges are counted, and a node's weight is how many of them end in it."""
        edges: Counter[tuple[str, str, str]] = Counter()
        for passage in self.passages(story):
            if passage is not story:
                edges[f"HAS_{passage.type.upper()}", story.id, passage.id] += 1
            if passage.claim is not None:
                edges["STATES", passage.id, passage.claim.id] += 1
            for edge in passage.cites:
                edges["CITES" if passage.type == "Fact" else "PROVIDED_BY", passage.id, edge.outlet.id] += 1
            for said in attribution.said(passage) if passage.type == "Fact" else ():
                edges["ATTRIBUTED_TO", passage.id, said.outlet.id] += 1
            for mention in passage.mentions:
                edges["MENTIONS", passage.id, mention.person.id] += 1
        for edge in standing(story.record.lists):
            edges["LISTS", story.id, edge.outlet.id] += 1
        weights: Counter[str] = Counter({story.id: 0})
        for (_, _, target), weight in edges.items():
            weights[target] += weight
        nodes = [
            {
                "id": node.id,
                "kind": node.type.upper(),
                "weight": weight,
                "label": next(node.props[p] for p in ("title", "name", "label", "text") if p in node.props),
            }
            for node, weight in ((self.nodes[node_id], weight) for node_id, weight in weights.items())
        ]
        return {
            "nodes": sorted(nodes, key=lambda node: (node["kind"], node["id"])),
            "edges": [
                {"source": source, "target": target, "kind": kind, "weight": weight}
                for (kind, source, target), weight in sorted(edges.items())
            ],
        }

    # --- GraphQL -----------------------------------------------------------------------------

    def answer(self, query: str, variables: Props | None = None) -> bytes:
        """The response's JSON. Raises what graphql-core found wrong: only right questions are put here."""
        result = execute_sync(
            plain_schema(),
            parse(query),
            None,
            self,
            variables,
            field_resolver=_resolve,
            type_resolver=lambda node, *_: node.type,
        )
        if result.errors:
            raise result.errors[0]
        return orjson.dumps({"data": result.data})


# --- fields ----------------------------------------------------------------------------------


# Questions of modules beside this one: (type, field) -> what answers it, given the graph, the owner and the arguments.
QUESTIONS = (attribution, measures, network, outlets, people, shared, time)
LISTS: dict[tuple[str, str], Callable[[Reference, Any, Props], list[Edge]]] = {}
FIELDS: dict[tuple[str, str], Callable[[Reference, Any, Props], Any]] = {}
FILTERS: dict[tuple[str, str], Callable[[Reference, Node, Any], bool]] = {}
for module in QUESTIONS:
    LISTS |= getattr(module, "LISTS", {})
    FIELDS |= getattr(module, "FIELDS", {})
    FILTERS |= getattr(module, "FILTERS", {})


def _resolve(source: Any, info: GraphQLResolveInfo[Any], **args: Any) -> Any:
    type_, name, graph = info.parent_type.name, info.field_name, info.context
    if type_ == "Query" and name in SINGLE:
        return SINGLE[name](graph, args)
    if "first" in args:
        return _connection(graph, source, type_, name, args)
    if (type_, name) in FIELDS:
        value = FIELDS[type_, name](graph, source, args)
    elif isinstance(source, dict):  # a page, a page's info, a mention, a graph, its nodes and edges
        value = source[name]
    elif type_ == "Story" and name == "graph":
        return graph.graph(source)
    elif name == "node" and isinstance(source, Edge):
        return source.node
    elif type_ == "Fact" and name == "basis":
        return graph.basis(source)
    elif name in ("story", "claim") and isinstance(source, Node):
        return getattr(source, name)
    else:
        value = source.props[name]
    if "unit" in args:
        return value[args["unit"] == "UTF16"]
    return value


def _story_of(graph: Reference, args: Props) -> Node | None:
    """A story by id, or by address: of several at one address the first by id."""
    found = sorted(graph.stories, key=lambda story: story.id)
    if args.get("address") is not None:
        address = ids.canonical_address(args["address"])
        found = [story for story in found if address is not None and story.props["address"] == address][:1]
    if args.get("id") is not None:
        found = [story for story in found if story.id == graph.meant(args["id"])]
    return found[0] if found else None


def _named(graph: Reference, nodes: Iterable[Node], args: Props) -> Node | None:
    """An outlet or a person by id, or by any of its names: of several the one in most stories."""
    found = sorted(nodes, key=lambda node: (-node.props["storyCount"], node.id))
    if args.get("name") is not None:
        wanted = ids.fold_name(args["name"])
        found = [
            node
            for node in found
            if wanted and wanted in map(ids.fold_name, (node.props["name"], *node.props["aliases"], *node.record))
        ][:1]
    if args.get("id") is not None:
        found = [node for node in found if node.id == graph.meant(args["id"])]
    return found[0] if found else None


SINGLE: dict[str, Callable[[Reference, Props], Any]] = {
    "node": lambda graph, args: graph.nodes.get(graph.meant(args["id"])),
    "nodes": lambda graph, args: [graph.nodes.get(graph.meant(one)) for one in args["ids"]],
    "story": _story_of,
    "claim": lambda graph, args: graph.claims.get(graph.meant(args["id"])),
    "outlet": lambda graph, args: _named(graph, graph.outlets.values(), args),
    "person": lambda graph, args: _named(graph, graph.people.values(), args),
    "stats": lambda graph, args: {
        "storyCount": len(graph.stories),
        "factCount": len(graph.facts),
        "claimCount": len(graph.claims),
        "outletCount": len(graph.outlets),
        "personCount": len(graph.people),
        "narrativeCount": len(graph.narratives),
        "citationCount": sum(len(fact.cites) for fact in graph.facts),
        "problemCount": len(graph.problems),
    },
}


# --- orders and pages ------------------------------------------------------------------------


def _order(rel: Rel, name: str | None) -> Order:
    return next(order for order in rel.orders if name is None or order.name == name)


def _ordered(edges: list[Edge], order: Order) -> list[tuple[tuple[Any, ...], Edge]]:
    """Edges with the keys of their cursors: nulls last either way, ties by id in the order's direction."""
    if order.name in outlets.KEYS:
        keyed = [(outlets.KEYS[order.name](edge), edge) for edge in edges]
        return sorted(keyed, key=lambda row: row[0], reverse=order.descending)
    what = order.name.removesuffix("_DESC").removesuffix("_ASC")
    name = what.split("_")[0].lower() + "".join(part.capitalize() for part in what.split("_")[1:])

    def value(edge: Edge) -> Any:
        node = edge.node
        match what:
            case "PUBLISHED_AT" | "STORY":
                return node.published
            case "TITLE" | "NAME":
                return ids.sort_key(node.props[name])
            case "SCORE":
                # Of search: engines rank as they like, only membership is compared.
                return edge.props.get("score", 0.0)
            case _:
                return edge.props[name] if name in edge.props else node.props[name]

    def ties(edge: Edge) -> tuple[Any, ...]:
        if "ties" in edge.props:  # what a list of its own orders by, after its first key
            return tuple(edge.props["ties"])
        if edge.node.type == "Community":
            return ()
        return (edge.node.props["position"], edge.node.id) if what == "STORY" else (edge.node.id,)

    known = [edge for edge in edges if value(edge) is not None]
    unknown = [edge for edge in edges if value(edge) is None]
    known.sort(key=lambda edge: (value(edge), *ties(edge)), reverse=order.descending)
    unknown.sort(key=ties, reverse=order.descending)
    absent: Any = "" if order.descending else "~"
    if what in ("PAGE_RANK", "BETWEENNESS"):
        absent = -1.0
    return [((absent if value(edge) is None else value(edge), *ties(edge)), edge) for edge in (*known, *unknown)]


def _relation(type_: str, name: str) -> Rel:
    owner = MODEL.root if type_ == "Query" else MODEL.types.get(type_) or MODEL.edges[type_.removesuffix("Edge")]
    return next(rel for rel in owner.rels if rel.name == name)


def _connection(graph: Reference, source: Any, type_: str, name: str, args: Props) -> Props:
    rel = _relation(type_, name)
    order = _order(rel, args.get("orderBy"))
    edges = graph.everything(source, type_, name, args)
    if rel.filter and args.get("filter"):
        edges = [edge for edge in edges if graph.passes(rel.filter, edge.node, args["filter"])]
    rows = _ordered(edges, order)
    after = args.get("after")
    if after is not None:
        # Behind the cursor's place, whether or not what stood there is (still) in the list.
        _, *keys = orjson.loads(bytes.fromhex(after))
        place = tuple(keys)
        rows = [row for row in rows if (row[0] < place if order.descending else row[0] > place)]
    first = plan.PAGE_DEFAULT if args["first"] is None else args["first"]
    shown = rows[:first]
    tag = plan.cursor_tag(rel, order)
    for keys_, edge in shown:
        edge.props = edge.props | {
            "cursor": plan.encode_cursor(tag, keys_),
            "score": edge.props.get("score", 0.0),
        }
    cursors = [edge.props["cursor"] for _, edge in shown]
    return {
        "edges": [edge for _, edge in shown],
        "nodes": [edge.node for _, edge in shown],
        "totalCount": len(edges),
        "pageInfo": {
            "hasNextPage": len(rows) > first,
            "hasPreviousPage": after is not None,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        },
    }
