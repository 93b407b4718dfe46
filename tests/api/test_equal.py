"""The compiled answers equal the reference's, byte for byte, on random graphs and random questions.

`BRIEFGRAPH_WORLDS=1000` compares on so many graphs instead of 100, `BRIEFGRAPH_WORLDS=500-600` on
those of these seeds; a failure names its seed and shows the smallest question that still differs.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from random import Random
from typing import Any, TypeVar

import orjson
import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, get_variable_values, parse

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.planner import Planner
from briefgraph.graph.model import MODEL
from briefgraph.graph.record import StoryRecord
from briefgraph.graph.sql import print_root
from briefgraph.graph.sqlite.store import SqliteStore
from tests.queries import Asker, Pool, Question, pool_of, reduced
from tests.reference import Reference, plain_schema
from tests.worlds import load, records_of, world

QUESTIONS = 20  # a graph
WALKED = 27  # the smallest graph in which each list of each node type has two edges somewhere
Value = TypeVar("Value")


def _seeds() -> list[int]:
    first, _, last = os.environ.get("BRIEFGRAPH_WORLDS", "100").rpartition("-")
    return list(range(int(first or 0), int(last)))


class Pair:
    """One graph, in an engine and in memory."""

    def __init__(self, executor: Executor, records: list[StoryRecord]) -> None:
        self.executor = executor
        self.records = records
        self.reference = Reference(records)
        self.pool: Pool = pool_of(records)

    async def ask(self, question: Question) -> bytes:
        request = GraphQLRequest(query=question.query, variables=question.variables)
        return (await self.executor.execute(request)).body

    async def compare(self, question: Question) -> Any:
        """The answer's data, the same from both; else a failure that says all there is to know."""
        wanted = self.reference.answer(question.query, question.variables)
        got = await self.ask(question)
        if got != wanted:
            pytest.fail(await self._explain(question, got), pytrace=False)
        answer = orjson.loads(got)
        self.pool.harvest(answer)
        return answer["data"]

    async def _explain(self, question: Question, first: bytes) -> str:
        refused = first.startswith(b'{"errors"')

        def fails(smaller: Question) -> bool:
            got = _run(self.ask(smaller))
            wanted = self.reference.answer(smaller.query, smaller.variables)
            return got != wanted and got.startswith(b'{"errors"') == refused

        small = await asyncio.to_thread(reduced, question, plain_schema(), fails)
        wanted, got = self.reference.answer(small.query, small.variables), await self.ask(small)
        return f"{small}\n\nreference: {wanted.decode()}\n\nengine: {got.decode()}\n\n{statements_of(small)}"


def statements_of(question: Question) -> str:
    """The SQL that a question is answered with."""
    document = parse(question.query)
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    coerced = get_variable_values(plain_schema(), operation.variable_definitions or (), question.variables)
    planner = Planner(fragments, {} if isinstance(coerced, list) else coerced.coerced)
    roots = planner.collect([operation.selection_set], "Query")
    return "\n".join(
        print_root(planner.root(key, nodes)).text
        for key, nodes in roots.items()
        if nodes[0].name.value != "__typename"
    )


def _run(work: Coroutine[Any, Any, Value]) -> Value:
    return asyncio.run(work)


@asynccontextmanager
async def pair(seed: int) -> AsyncIterator[Pair]:
    """A seed's graph, written to an empty store."""
    made = world(seed)
    store = SqliteStore.open(":memory:", readers=1)
    try:
        await load(store, made)
        yield Pair(Executor(store), records_of(made))
    finally:
        await store.close()


@pytest.mark.parametrize("seed", _seeds())
def test_random_questions_have_equal_answers(seed: int) -> None:
    async def run() -> None:
        async with pair(seed) as both:
            asker = Asker(Random(seed), plain_schema(), both.pool)
            for _ in range(QUESTIONS):
                await both.compare(asker.question())

    _run(run())


LISTS = [
    (rel.name, order.name if rel.order_enum else None)
    for rel in MODEL.root.rels
    if rel.shape == "page" and rel.name != "search"
    for order in rel.orders
]
INNER = [
    (type_.name, rel.name, order.name if rel.order_enum else None)
    for type_ in MODEL.nodes
    for rel in type_.rels
    if rel.shape == "page"
    for order in rel.orders
]


@pytest.mark.parametrize(("name", "order"), LISTS)
def test_pages_of_root_lists_concatenate_to_the_whole(name: str, order: str | None) -> None:
    """Page by page is the whole list, in each order, and the last page says so."""

    async def run() -> None:
        chosen = f"orderBy: {order}, " if order else ""
        page = "edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount"
        async with pair(WALKED) as both:
            whole = await both.compare(Question(f"{{ list: {name}({chosen}first: 100) {{ {page} }} }}"))
            query = f"query($after: String) {{ list: {name}({chosen}first: 2, after: $after) {{ {page} }} }}"
            found = await _walk(both, query, {}, ("list",))
            assert found == whole["list"]["edges"]
            assert len(found) == whole["list"]["totalCount"] > 2

    _run(run())


async def _walk(both: Pair, query: str, variables: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    """All edges of a list, page by page."""
    found: list[Any] = []
    after: str | None = None
    while True:
        data = await both.compare(Question(query, {**variables, "after": after}))
        for name in path:
            data = data[name]
        found += data["edges"]
        if not data["pageInfo"]["hasNextPage"]:
            return found
        after = data["pageInfo"]["endCursor"]


@pytest.mark.parametrize(("type_", "name", "order"), INNER)
def test_pages_of_inner_lists_concatenate_to_the_whole(type_: str, name: str, order: str | None) -> None:
    """The same below a node, for every node of the type that a graph has."""

    async def run() -> None:
        chosen = f"orderBy: {order}, " if order else ""
        page = "edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount"
        longest = 0
        async with pair(WALKED) as both:
            for node in (n for n in both.reference.nodes.values() if n.type == type_):
                head = "query($id: ID!, $after: String) { node(id: $id) { "
                head += f"... on {type_} {{ list: {name}({chosen}"
                query = f"{head}first: 1, after: $after) {{ {page} }} }} }} }}"
                whole_query = f"{head}first: 100, after: $after) {{ {page} }} }} }} }}"
                whole = (await both.compare(Question(whole_query, {"id": node.id})))["node"]["list"]
                found = await _walk(both, query, {"id": node.id}, ("node", "list"))
                assert found == whole["edges"]
                assert len(found) == whole["totalCount"]
                longest = max(longest, len(found))
        assert longest > 1, "the graph has no such list of two: the walk proved nothing"

    _run(run())


@pytest.mark.parametrize("seed", range(5, 100, 12))
def test_search_finds_the_same_nodes(seed: int) -> None:
    """Membership is the contract of search: the same nodes with the same fields, once each."""
    fields = (
        "node { __typename id ... on Story { title } ... on Fact { text } ... on Outlet { aliases } } snippet"
    )
    query = "query($text: String!, $kinds: [NodeKind!], $after: String) { "
    query += "list: search(text: $text, kinds: $kinds, first: 3, after: $after) { "
    query += f"edges {{ cursor score {fields} }} pageInfo {{ hasNextPage endCursor }} totalCount }} }}"

    async def run() -> None:
        rng = Random(seed)
        async with pair(seed) as both:
            for _ in range(12):
                text = " ".join(rng.choices([*both.pool.words, *both.pool.names], k=rng.choice((1, 1, 1, 2))))
                kinds = rng.choice((None, None, ["STORY", "FACT"], ["PERSON", "OUTLET"], ["REVISION"], []))
                found: list[Any] = []
                after = None
                while True:
                    variables = {"text": text, "kinds": kinds, "after": after}
                    page = orjson.loads(await both.ask(Question(query, variables)))["data"]["list"]
                    found += page["edges"]
                    after = page["pageInfo"]["endCursor"]
                    if not page["pageInfo"]["hasNextPage"]:
                        break
                scores = [edge["score"] for edge in found]
                assert scores == sorted(scores, reverse=True)
                wanted = sorted(node.id for node in both.reference.search(text, kinds))
                assert sorted(edge["node"]["id"] for edge in found) == wanted, (text, kinds)
                assert page["totalCount"] == len(wanted)
                for edge in found:
                    node = both.reference.nodes[edge["node"]["id"]]
                    assert edge["node"] == {"__typename": node.type} | {
                        k: node.props[k] for k in edge["node"] if k != "__typename"
                    }
                    assert "<mark>" in edge["snippet"]

    _run(run())


def test_the_worlds_hold_what_is_hard() -> None:
    """A generator without ties, nulls, doubles, superseded things and words beyond ASCII proves little."""
    seen: set[str] = set()
    for seed in range(40):
        records = records_of(world(seed))
        reference = Reference(records)
        dates = [record.published_at for record in records]
        seen |= {"empty graph"} if not records else set()
        seen |= {"undated"} if None in dates else set()
        seen |= {"dates tie"} if len({d for d in dates if d}) < len([d for d in dates if d]) else set()
        seen |= (
            {"addresses tie"}
            if len({r.address for r in records if r.address}) < len([r for r in records if r.address])
            else set()
        )
        for record in records:
            seen |= {"story without facts"} if not record.facts else set()
            for fact in record.facts:
                cited = [cite.outlet.id for cite in fact.cites if cite.run.last_version is None]
                seen |= {"cited twice"} if len(set(cited)) < len(cited) else set()
                seen |= {"superseded"} if fact.run.last_version is not None else set()
                seen |= (
                    {"two mentions"}
                    if len({m.person.id for m in fact.mentions}) < len(fact.mentions)
                    else set()
                )
                seen |= {"astral"} if fact.place.start != fact.place.start_utf16 else set()
                outlets = set(reference.outlets)
                seen |= (
                    {"outlet seen no more"} if any(c.outlet.id not in outlets for c in fact.cites) else set()
                )
        for claim in reference.claims.values():
            seen |= {"claim of two stories"} if claim.props["storyCount"] > 1 else set()
            seen |= {"claim without backers"} if not claim.props["backerCount"] else set()
            seen |= (
                {"owner unknown"}
                if claim.props["backerCount"] and claim.props["ownerCount"] is None
                else set()
            )
            seen |= (
                {"fewer owners"} if (claim.props["ownerCount"] or 9) < claim.props["backerCount"] else set()
            )
        for outlet in reference.outlets.values():
            seen |= {"several spellings"} if len(outlet.props["aliases"]) > 1 else set()
            seen |= {"other script"} if not outlet.props["name"].isascii() else set()
    assert seen == {
        "empty graph",
        "undated",
        "dates tie",
        "addresses tie",
        "story without facts",
        "cited twice",
        "superseded",
        "two mentions",
        "astral",
        "outlet seen no more",
        "claim of two stories",
        "claim without backers",
        "owner unknown",
        "fewer owners",
        "several spellings",
        "other script",
    }


EVERYTHING = """
query {
  stories(first: 100) { nodes { ...Lead people { ...People }
    facts { nodes { id text people { ...People }
      citations { edges { position marker label url start end node { id } } } } }
    narratives { nodes { text people { ...People } providers { edges { position label node { id } } } } }
    sources { edges { position marker label url node { id } } }
    graph { nodes { id kind label weight } edges { source target kind weight } }
    forecasts { nodes { question probability source } }
    problems { nodes { code message line column } }
    revisions { nodes { number text publishedAt recordedAt } } } }
  claims(first: 100) { nodes {
    text backerCount storyCount factCount ownerCount isSoleSourced firstStatedAt lastStatedAt
    facts { edges { score method isReviewed node { id } } }
    backers { edges {
      citationCount factCount storyCount firstAt lastAt node { id } facts { nodes { id } } } } } }
  outlets(first: 100) { nodes { name aliases claimCount storyCount citationCount
    claims { edges { citationCount factCount storyCount firstAt lastAt node { id } facts { nodes { id } } } }
    coCited { edges { weight node { id } } } } }
  people(first: 100) { nodes {
    name aliases factCount storyCount outlets { edges { factCount storyCount node { id } } } } }
}
fragment Lead on Story { id title lead address publishedAt recordedAt layout isComplete version }
fragment People on MentionConnection {
  totalCount
  edges { mentionCount role node { name } mentions { nodeId kind text role start end u: start(unit: UTF16) } }
}
"""


@pytest.mark.parametrize("seed", range(0, 100, 4))
def test_a_whole_graph_is_equal(seed: int) -> None:
    """Not left to chance: each property and each list of a graph, in its default order."""

    async def run() -> None:
        async with pair(seed) as both:
            await both.compare(Question(EVERYTHING))

    _run(run())
