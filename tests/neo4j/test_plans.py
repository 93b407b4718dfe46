"""What a question costs on Neo4j does not grow with the graph: db hits are counted, not time.

Every relation in every order and by every filter is put to a graph and to one ten times as large, whose
hubs have ten times as many neighbours. A new relation is covered by being in the model; what has to grow
is listed here with the reason.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from neo4j import AsyncGraphDatabase, AsyncSession

from briefgraph.graph import plan
from briefgraph.graph.cypher import CypherStatement, print_root
from briefgraph.graph.every import every_root
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Edges, Group, Items, NodeOf, Object, One, Page, Root
from briefgraph.ids import fold_name, node_id
from tests.neo4j.hubs import (
    ADDRESS,
    ASKED,
    BESIDE,
    COMPARED,
    DECIDED,
    HUB,
    PERSON,
    RARE,
    SUBJECT,
    WHO,
    Plan,
    Profile,
    Watched,
    explain,
    fill,
    operator,
    profile,
    steps,
)
from tests.neo4j.running import neo4j_store, shared_server

pytestmark = [pytest.mark.neo4j, pytest.mark.timeout(1800)]  # one fixture plans some 300 statements three times

SMALL, LARGE = 40, 400
GROWTH = 1.3
FIRST = 10
WHOLE = {"AllNodesScan", "NodeByLabelScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan"}

GROWS = {
    "stats": "counts what there is",
    "claims(person)": "a person's claims are found from the facts that mention them, and sorted",
    "compareOutlets(a,b).onlyB": "the most backed come first, which both back: here all of them",
    "compareOutlets(a,b).onlyB.facts": "as onlyB",
    "outlet(id).soleBacked(person)": "the list is read until enough fit, here to its end",
    "compareOutlets(a,b).coCiting": "the facts that cite the one that is cited less are sorted by date",
    "compareOutlets(a,b).stances": "all months of both outlets are summed up",
    "claims(minStories)": "all claims of so many stories are found in their index, and sorted",
    "outlet(id).stances.narratives": "ten times the stories are ten times the narratives of a month, up to a page of each",
    "person(id).outlets.facts": "a person's facts are read until as many are found as cite the outlet, of a rare one all",
    "people(outlet)": "the people whom facts that cite an outlet mention are sorted by name",
    "path(from,to,maxHops)": "a level that holds a hub is all that hangs on the hub",
    "path(from,to,maxHops).nodes": "as the path",
    "path(from,to,maxHops).edges": "as the path",
    "outlets(kind)": "the list is read until enough fit, here to its end",
    "outlets(country)": "as by kind",
    "outlets(owner)": "as by kind",
    "outlets(community)": "in another order than that of PageRank, a community is sorted",
}
NOTHING = {f"{list_}(text)" for list_ in ("stories", "outlets", "people", "narratives")}  # the rare word is in facts


def name_of(root: Root) -> str:
    """`outlet(id).claims(minStories):STORY_COUNT_DESC` of a root field."""
    return ".".join(_names(root.field))


def _names(item: plan.Field) -> Iterator[str]:
    match item:
        case One() | Items() | Page():
            given = ",".join(key for key, _ in item.filters)
            order = f":{item.order.name}" if isinstance(item, Page) and len(item.rel.orders) > 1 else ""
            yield item.rel.name + (f"({given})" if given else "") + order
            yield from _inside(item.body) if isinstance(item, One | Items) else _fields(item.fields)
        case Group() | Edges():
            yield from _fields(item.fields)
        case NodeOf():
            yield from _inside(item.body)


def _inside(body: Object | Choice) -> Iterator[str]:
    if isinstance(body, Object):
        yield from _fields(body.fields)
    elif len(body.variants) == 1:
        yield body.variants[0].type
        yield from _fields(body.variants[0].fields)


def _fields(fields: plan.Fields) -> Iterator[str]:
    for _, item in fields:
        yield from _names(item)


ROOTS = {name_of(root): root for _, root in every_root(totals=False)}


def test_every_root_has_a_name_of_its_own() -> None:
    assert len(ROOTS) == len(list(every_root(totals=False)))
    assert {name.partition(":")[0] for name in ROOTS if grows(name)} == set(GROWS)


# --- values to bind --------------------------------------------------------------------------

IDS = """
MATCH (outlet:Outlet {name: $outlet}), (other:Outlet {name: $other}), (person:Person {name: $person}), (claim:Claim {text: $claim}),
    (:Story {address: $compared})-[:HAS_FACT]->(fact:Fact {position: 1}),
    (story:Story {address: $address})-[:HAS_NARRATIVE]->(narrative),
    (story)-[:HAS_FORECAST]->(forecast {question: $asked}), (story)-[:HAS_REVISION]->(revision), (story)-[:HAS_PROBLEM]->(problem),
    (decision:Decision {at: $at})
RETURN {Outlet: outlet.id, Other: other.id, Person: person.id, Claim: claim.id, Story: story.id, Fact: fact.id, Narrative: narrative.id,
    Forecast: forecast.id, Revision: revision.id, Problem: problem.id, Decision: decision.id}
LIMIT 1
"""
# Filters that most of what there is passes: what is read in vain until enough pass is the filter's doing.
GIVEN: Mapping[str, Any] = {
    "address": ADDRESS,
    "text": ["lock"],
    "kinds": ["FACT", "CLAIM"],
    "code": "CUT_OFF",
    "stance": "pro-dam",
    "since": "2011-01-01T00:00:00Z",
    "until": "2090-01-01T00:00:00Z",
    "minBackers": 1,
    "maxBackers": 500,
    "minStories": 1,
    "minScore": 0.0,
    "minWeight": 1,
    "minClaims": 1,
    "isCoCited": True,
    "isSoleSourced": True,
    "maxOwners": 500,
    "method": "wording",
    "differs": "number",
    "isClosed": False,
    "isContested": True,
    "minProbability": 0.0,
    "maxProbability": 1.0,
    "source": "Augury",
    "restsOnOwner": True,
    "restsOnWire": True,
    "subject": SUBJECT,
    "by": WHO,
    "isUndone": False,
    "depth": 2,
    "limit": 4,
    "maxHops": 6,
    "kind": "WIRE",
    "country": "IE",
    "owner": "Osprey Trust",
    "at": "2090-01-01T00:00:00Z",
    "clock": "PUBLISHED",
    "from": 1,
    "to": 1,
    "community": 1,
}
START = {
    "s": ("\uffff", ""),
    "r": ("\uffff", ""),
    "i": (2**40, -1),
    "f": (2.0, -1.0),
}  # what comes before all, descending and ascending


def bound(root: Root, statement: CypherStatement, ids: Mapping[str, str]) -> dict[str, Any]:
    """What a statement of `every_root` is run with: the hubs' ids, and a cursor before everything."""
    known = {
        **GIVEN,
        **{kind.lower(): ids[kind] for kind in ("Outlet", "Person", "Claim", "Story")},
        "ids": [*ids.values(), "no"],
        "a": ids["Outlet"],
        "b": ids["Other"],
        "with": ids["Other"],
        "around": [ids["Outlet"], ids["Person"]],
    }
    if root.field.rel.name == "path":
        known |= {"from": ids["Narrative"], "to": ids["Outlet"]}
    if isinstance(root.field, One):
        body = root.field.body
        kind = body.type if isinstance(body, Object) else body.variants[0].type
        known["kind"] = "ACCORDING_TO"
        known |= {"id": ids.get(kind), "name": {"Outlet": fold_name(HUB), "Person": fold_name(PERSON)}.get(kind)}
    else:
        known["text"] = ["dam"]  # what is found by a word is sorted: so here a rare one
        known |= {"kind": str(DECIDED)} if root.field.rel.filter == "DecisionFilter" else {}
    values: dict[str, Any] = {}
    for name, slot in statement.params:
        match slot.use:
            case "first" | "limit":
                values[name] = FIRST + (slot.use == "limit")
            case "after":
                order = next(page.order for page in _pages(root.field) if page.after)
                values[name] = START[order.kinds[slot.index]][not order.descending]
            case _:
                values[name] = known[slot.path[-1]]
    return values


def _pages(item: plan.Field) -> Iterator[Page]:
    fields: plan.Fields = ()
    match item:
        case Page():
            yield item
            fields = item.fields
        case Group() | Edges():
            fields = item.fields
        case One() | Items() | NodeOf():
            bodies = (item.body,) if isinstance(item.body, Object) else item.body.variants
            fields = tuple(field for body in bodies for field in body.fields)
    for _, inner in fields:
        yield from _pages(inner)


# --- what is measured ------------------------------------------------------------------------

BACKER = "edges { storyCount node { name } facts { nodes { text } } }"
BACKED = "edges { storyCount facts { nodes { text } } }"
TOGETHER = "edges { storyCount factCount node { name } facts { nodes { text } } stories { nodes { title } } }"
SIDES = "edges { score node { text } other { name } otherClaim { text } facts { nodes { text } } otherFacts(first: 1) { nodes { text } } }"
THEN = f'asOf(at: "2090-01-01") {{ text facts {{ nodes {{ text }} }} backers {{ {BACKER} }} }} timeline {{ nodes {{ text }} }}'
EVERYTHING = """story(address: "locks.example/3") { title
    facts { nodes { text citations { edges { label node { name } } } people { nodes { name } }
        claim { backerCount backers { edges { storyCount node { name } } } } } }
    narratives { nodes { text providers { nodes { name } } people { edges { mentions { text } } } } }
    sources { edges { label node { name } } } people { edges { mentionCount mentions { text } node { name } } }
    graph { nodes { id } edges { source } } revisions { nodes { number } } problems { nodes { code } } }"""
TWO = f'a: "{node_id("OUTLET", "osprey")}", b: "{node_id("OUTLET", "lantern")}"'
SHARED = "edges { citationCount otherStoryCount facts { nodes { text } } otherFacts { nodes { text } } }"
QUESTIONS = {
    "a story with everything": EVERYTHING,
    "who backs its claims": f'story(address: "locks.example/3") {{ facts {{ nodes {{ claim {{ backers {{ {BACKER} }} }} }} }} }}',
    "the claims of a hub, with the facts": f'outlet(name: "osprey wire") {{ claims {{ {BACKED} }} }}',
    "totals of a hub": 'outlet(name: "osprey wire") { claims { totalCount } stories { totalCount } coCited { totalCount } '
    "attributedFacts { totalCount } }",
    "more totals of a hub": 'outlet(name: "osprey wire") { facts { totalCount } advocatesAsWitness { totalCount } stances { totalCount } }',
    "the stances of a hub, with the newest narrative": 'outlet(name: "osprey wire") { stances { nodes { narratives(first: 1) { nodes { text } } } } }',
    "the facts of a person that cite a hub": 'person(name: "anna novak") { outlets(first: 1) { edges { facts { nodes { text } } } } }',
    "whom facts have it from": 'story(address: "locks.example/3") { facts { nodes { attributions { edges { text node { name } } } '
    "claim { soleWire { name } attributedTo { edges { factCount facts { nodes { text } } node { name } } } } } } }",
    "what changed in a story": 'story(address: "locks.example/twice") { revisions { nodes { changes { what before after } } } }',
    "a claim at an instant": f'story(address: "locks.example/3") {{ facts {{ nodes {{ claim {{ {THEN} }} }} }} }}',
    "totals of a person": 'person(name: "anna novak") { facts { totalCount } stories { totalCount } outlets { totalCount } }',
    "totals that are known": "stories { totalCount } problems { totalCount }",
    "a rare word": 'search(text: "dam") { totalCount edges { snippet node { id } } }',
    "hubs compared": f"compareOutlets({TWO}) {{ a {{ name }} sharedClaimCount onlyACount coCitationCount shared {{ {SHARED} totalCount }} "
                     "onlyA(first: 10) { nodes { text } totalCount } }",
    "who backs the same": """outlet(name: "osprey wire") {
        coBacking(isCoCited: true) { edges { claimCount coCitationCount claims(first: 5) { edges { citationCount otherStoryCount } totalCount } } } }""",
    "people mentioned with a hub": f'person(name: "anna novak") {{ coMentioned {{ {TOGETHER} }} }}',
    "what a hub disputes": f'outlet(name: "osprey wire") {{ disputes {{ {SIDES} }} }}',
    "open problems of a code": "problems(filter: { code: CUT_OFF, isClosed: false }) { nodes { line } }",
    "nodes": "nodes(ids: IDS) { id ... on Outlet { claims(first: 3) { nodes { text } } } ... on Fact { text } }",
}
REQUIRED = {"sharedClaims": f', with: "{node_id("OUTLET", "lantern")}"'}
PAGED = {  # the third page of ten, of each list of a hub in each order, and of each root list
    f"{root}.{rel.name} {order.name}": (root, rel.name, f", orderBy: {order.name}" if rel.order_enum else REQUIRED.get(rel.name, ""))
    for root, rels in (
        ('outlet(name: "osprey wire")', MODEL.types["Outlet"].rels),
        ('person(name: "anna novak")', MODEL.types["Person"].rels),
        ("", MODEL.root.rels),
    )
    for rel in rels
    if rel.shape == "page" and rel.name != "search"
    for order in rel.orders
}


@dataclass(slots=True)
class Measured:
    """One graph: each root field, and each question with all its statements."""

    roots: dict[str, Profile] = field(default_factory=dict)
    questions: dict[str, list[Profile]] = field(default_factory=dict)
    shown: dict[str, bytes] = field(default_factory=dict)


async def _measure(session: AsyncSession) -> Measured:
    made = Measured()
    names = {
        "outlet": HUB, "other": BESIDE, "person": PERSON, "claim": RARE, "address": ADDRESS, "compared": COMPARED, "asked": ASKED,
        "at": "2032-02-04T00:03:00Z"
    }  # fmt: skip
    (ids,) = (await (await session.run(IDS, names)).values())[0]
    for name, root in ROOTS.items():
        statement = print_root(root)
        made.roots[name] = await profile(session, statement.text, bound(root, statement, ids))
    watched = Watched(session)
    listed = "[" + ", ".join(f'"{id_}"' for id_ in ids.values()) + "]"
    for name, question in QUESTIONS.items():
        made.shown[name], made.questions[name] = await watched.ask(f"{{ {question.replace('IDS', listed)} }}")
    for name, (owner, list_, order) in PAGED.items():
        made.shown[name], made.questions[name] = await _third_page(watched, owner, list_, order)
    return made


async def _third_page(watched: Watched, owner: str, list_: str, order: str) -> tuple[bytes, list[Profile]]:
    after = ""
    for _ in range(2):
        body = await watched.ask(_page(owner, f"{list_}(first: {FIRST}{order}{after})", "pageInfo { endCursor }"))
        found = orjson.loads(body[0])["data"]
        page = next(iter(found.values())) if owner else found
        after = f', after: "{page[list_]["pageInfo"]["endCursor"]}"'
    fields = "nodes { __typename month }" if list_ == "stances" else "nodes { __typename id }"
    return await watched.ask(_page(owner, f"{list_}(first: {FIRST}{order}{after})", fields))


def _page(owner: str, list_: str, fields: str) -> str:
    return f"{{ {owner} {{ {list_} {{ {fields} }} }} }}" if owner else f"{{ {list_} {{ {fields} }} }}"


@dataclass(frozen=True, slots=True)
class Graphs:
    """What was planned on an empty graph, and measured on a small and a large one."""

    empty: dict[str, Plan]
    small: Measured
    large: Measured


@pytest.fixture(scope="module")
def graphs() -> Graphs:
    async def measure() -> Graphs:
        async with (
            neo4j_store() as store,
            AsyncGraphDatabase.driver(shared_server().address) as driver,
            driver.session(notifications_min_severity="OFF") as session,
        ):
            assert not await store.has_stories()
            await _plan_anew(session)
            empty = {name: await explain(session, print_root(root).text) for name, root in ROOTS.items()}
            await fill(store, range(SMALL))
            await _plan_anew(session)
            small = await _measure(session)
            await fill(store, range(SMALL, LARGE))
            await _plan_anew(session)
            return Graphs(empty, small, await _measure(session))

    return asyncio.run(measure())


async def _plan_anew(session: AsyncSession) -> None:
    """As a server does by itself some time after a load: look at its indexes, and forget its plans."""
    await (await session.run("CALL db.prepareForReplanning(300)")).consume()


# --- tests -----------------------------------------------------------------------------------


def grows(name: str) -> bool:
    return name.partition(":")[0] in GROWS


@pytest.mark.parametrize("name", [name for name in ROOTS if not grows(name)])
def test_every_relation_costs_the_same_on_a_graph_ten_times_as_large(graphs: Graphs, name: str) -> None:
    small, large = graphs.small.roots[name], graphs.large.roots[name]
    assert name.partition(":")[0] in NOTHING or large.value not in ([], [[], None]), "it finds nothing"
    assert large.hits <= small.hits * GROWTH, f"{small.hits} hits at {SMALL} stories, {large.hits} at {LARGE}"


@pytest.mark.parametrize("name", [*QUESTIONS, *PAGED])
def test_questions_cost_the_same_on_a_graph_ten_times_as_large(graphs: Graphs, name: str) -> None:
    body = graphs.large.shown[name]
    assert name not in PAGED or body.count(b'"__typename"') == FIRST, body
    hits = [sum(one.hits for one in graph.questions[name]) for graph in (graphs.small, graphs.large)]
    assert hits[1] <= hits[0] * GROWTH, f"{hits[0]} hits at {SMALL} stories, {hits[1]} at {LARGE}"


@pytest.mark.parametrize("name", [name for name in ROOTS if name != "stats"])
def test_nothing_is_scanned_whole_or_multiplied(graphs: Graphs, name: str) -> None:
    for step in steps(graphs.large.roots[name].plan):
        assert operator(step) not in WHOLE, operator(step)
        # Two parts that need nothing of each other, of one row each, are joined by a product of one row.
        assert operator(step) != "CartesianProduct" or step["rows"] <= 1
    assert not WHOLE & {operator(step) for step in steps(graphs.empty[name])}


def test_open_problems_of_a_code_are_read_from_their_index(graphs: Graphs) -> None:
    """What is closed is not read past: all of the graph's are open, so that its hits would not show it."""
    (found,) = graphs.large.questions["open problems of a code"]
    assert not [step for step in steps(found.plan) if operator(step) == "Filter" and "isClosed" in str(step["args"]["Details"])]


def test_the_measure_sees_what_grows(graphs: Graphs) -> None:
    """What is listed as growing does; else it would be listed for nothing."""
    for name in filter(grows, ROOTS):
        assert graphs.large.roots[name].hits > graphs.small.roots[name].hits * 2, name
