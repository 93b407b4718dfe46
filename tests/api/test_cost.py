"""What operations cost: rows, pages within pages, weights of the model, and what the response says of it."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import parse

from briefgraph.api import documents, execution
from briefgraph.api.callers import ANYBODY, EVERYTHING, Caller
from briefgraph.api.cost import RELS, priced
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.limits import Limits
from briefgraph.api.schema import graphql_schema
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.ingest import Importer
from tests.worlds import registry

PAGE = Path(__file__).parents[2] / "docs/limits.md"
STORY = 'story(id: "x")'


def cost(query: str, **variables: Any) -> int:
    """The price of the document's one operation."""
    (price,) = priced(graphql_schema(), parse(query)).values()
    return price.of(variables or None)


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[..., Any]]:
    with asyncio.Runner() as runner:
        store = SqliteStore.open(":memory:")
        importer = Importer(store, registry(), lambda: "2032-01-01T00:00:00Z")

        def asked(query: str, variables: Any = None, *, operation: str | None = None, key: bool = False, **limits: Any) -> Any:
            executor = Executor(store, importer, Limits(**limits))
            request = GraphQLRequest(query=query, variables=variables, operation_name=operation)
            caller = Caller("a", EVERYTHING) if key else ANYBODY
            return json.loads(runner.run(executor.execute(request, caller=caller)).body)

        yield asked
        runner.run(store.close())


# --- prices ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        (0, "{ __typename }"),
        (1 + 20, "{ stories { nodes { id } } }"),
        (1 + 20, "{ stories(first: null) { nodes { id title } } }"),
        (1 + 7, "{ stories(first: 7) { edges { cursor node { title } } pageInfo { hasNextPage } } }"),
        (1 + 7 + 100, "{ stories(first: 7) { totalCount } }"),
        (1 + 7 * (1 + 1 + 8), "{ stories(first: 7) { nodes { facts { nodes { text } } } } }"),
        (1 + 7 * (1 + 1 + 2), "{ stories(first: 7) { nodes { facts(first: 2) { nodes { text } } } } }"),
        (1 + 7 * (1 + 1 + 8), "{ stories(first: 7) { nodes { facts(first: 100) { nodes { text } } } } }"),
        (1 + 7 * (1 + (1 + 8) * 2), "{ stories(first: 7) { nodes { facts { nodes { text } } } edges { node { facts { nodes { text } } } } } }"),
        (2 + 1 + 8, f"{{ {STORY} {{ ...f }} }} fragment f on Story {{ facts {{ nodes {{ text }} }} }}"),
        (2 + (1 + 8) * 2, f"{{ {STORY} {{ ...f a: id ... on Story {{ ...f }} }} }} fragment f on Story {{ facts {{ nodes {{ text }} }} }}"),
        (2 * (2 + 1 + 8), f"{{ a: {STORY} {{ ...f }} b: {STORY} {{ ...f }} }} fragment f on Story {{ facts {{ nodes {{ text }} }} }}"),
        (2 + 1 + 8, f"{{ {STORY} {{ facts @skip(if: true) {{ nodes {{ text }} }} }} }}"),
        (1 + 3, '{ nodes(ids: ["a", "b", "c"]) { id } }'),
        (1 + 1, '{ nodes(ids: "a") { id } }'),
        (8_000 + 20, '{ search(text: "a") { nodes { id } } }'),
        (1_500 + 1 + 20, '{ stories(filter: { text: "a" }) { nodes { id } } }'),
        (1 + 20, "{ stories(filter: { text: null }) { nodes { id } } }"),
        (1_500 + 1 + 20 + 1_000, '{ stories(filter: { text: "a" }) { totalCount } }'),
        (130 * 2 * 20 + 1, '{ network(around: ["a"]) { __typename } }'),
        (130 * 3 * 100 + 1, '{ network(around: ["a"], depth: 3, limit: 1000) { __typename } }'),
        (130 * 3 * 1 + 1, '{ network(around: ["a"], depth: 2, limit: 3) { __typename } }'),
        (3_000 + 1, '{ path(from: "a", to: "b") { length } }'),
        (1_000 + 1, '{ path(from: "a", to: "b", maxHops: 1) { length } }'),
        # Of the types that a node may have, the most expensive.
        (2 + 1 + 10, '{ node(id: "a") { ... on Story { facts { nodes { id } } } ... on Claim { backers { nodes { id } } } ... on Node { id } } }'),
        # What no schema has costs nothing here, and validation refuses it.
        (0, "{ nothing(first: 100) { nodes { id } } stats2 ...none }"),
        (0, "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"),
    ],
)  # fmt: skip
def test_rows_of_pages_within_pages(expected: int, query: str) -> None:
    assert expected == cost(query)


@pytest.mark.parametrize(
    ("rows", "declared", "variables"),
    [
        (20, "$n: Int", {}),
        (20, "$n: Int", {"n": None}),
        (30, "$n: Int = 30", {}),
        (20, "$n: Int = 30", {"n": None}),
        (7, "$n: Int = 30", {"n": 7}),
        (7, "$n: Int", {"n": 7.0}),
        (20, "$n: Int", {"n": True}),
        (20, "$n: Int", {"n": "9"}),
        (1, "$n: Int", {"n": -5}),
        (100, "$n: Int", {"n": 2**31}),
        (100, "$n: Int", {"n": 10**300}),
        (100, f"$n: Int = {'9' * 5_000}", {}),
    ],
)
def test_a_page_by_variable_has_the_rows_of_its_value(rows: int, declared: str, variables: dict[str, Any]) -> None:
    fragment = "fragment f on Query { stories(first: $n) { nodes { narratives(first: $n) { nodes { id } } } } }"

    assert 1 + rows * (1 + 1 + min(rows, 3)) == cost(f"query({declared}) {{ ...f }} {fragment}", **variables)


def test_other_variables_count_as_their_values_do() -> None:
    network = 'query($d: Int, $l: Int) { network(around: ["a"], depth: $d, limit: $l) { __typename } }'
    filtered = "query($f: StoryFilter) { stories(filter: $f) { nodes { id } } }"
    nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    assert (130 * 2 * 20 + 1, 130 * 3 * 100 + 1) == (cost(network), cost(network, d=3, l=1_000))
    assert (21, 21 + 1_500 + 200) == (cost(filtered), cost(filtered, f={"text": "a", "since": "2031-01-01", "until": None}))
    assert (1 + 100, 1 + 2) == (cost(nodes, ids=["a"] * 5_000), cost(nodes, ids=["a", "b"]))


def test_a_choice_by_variables_is_the_highest_of_this_request() -> None:
    query = """query($a: Int, $b: Int) { node(id: "x") {
      ... on Outlet { claims(first: $a) { nodes { id } } } ... on Person { facts(first: $b) { nodes { id } } } } }"""

    assert (2 + 1 + 50, 2 + 1 + 60) == (cost(query, a=50, b=10), cost(query, a=1, b=60))


def test_every_field_of_the_model_has_its_price() -> None:
    named = {(owner, name) for owner, type_ in graphql_schema().type_map.items() for name in getattr(type_, "fields", {})}

    assert set(RELS) <= named
    assert all(rel.cost >= 1 for rel in RELS.values())
    assert all(rel.rows for rel in RELS.values() if rel.shape == "items")


def test_a_mutation_costs_what_it_gives_back() -> None:
    story = "story { facts { nodes { text } } }"

    assert 1 + 8 == cost(f'mutation {{ ingestBrief(input: {{ text: "a" }}) {{ {story} }} }}')
    assert 100 * (1 + 1 + 8) == cost(f"mutation {{ ingestBriefs(input: {{ briefs: [] }}) {{ results {{ {story} }} }} }}")


# --- requests --------------------------------------------------------------------------------


def test_the_example_of_the_page_costs_what_it_says(ask: Callable[..., Any]) -> None:
    page = PAGE.read_text("utf-8")
    query, told = re.findall(r"```graphql\n(.*?)```.*?```json\n(.*?)```", page, re.DOTALL)[0]

    assert json.loads(told) == ask(query)["extensions"]
    smaller = re.search(r'With `(\{"first": 10\})` the same document costs (\d+)\.', page)
    assert smaller is not None
    assert int(smaller[2]) == ask(query, json.loads(smaller[1]))["extensions"]["cost"]["requested"]


def test_what_costs_too_much_is_refused_before_it_is_validated(ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_validate", lambda *_: pytest.fail("it was validated"))

    body = ask("{ stories(first: 100) { nodes { idd } } }", cost=100)

    assert {"code": "QUERY_TOO_COSTLY"} == body["errors"][0]["extensions"]
    assert {"cost": {"requested": 101, "limit": 100}} == body["extensions"]
    assert "data" not in body


def test_a_known_document_is_priced_anew_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    query = "query($n: Int) { stories(first: $n) { nodes { id } } }"
    reads: list[str] = []

    async def run() -> list[dict[str, Any]]:
        store = SqliteStore.open(":memory:")
        executor = Executor(store, limits=Limits(cost=50))

        def noted(*given: Any) -> Any:
            reads.append(given[1])
            return documents.read_document(*given)

        monkeypatch.setattr(execution, "read_document", noted)
        found = [
            json.loads((await executor.execute(GraphQLRequest(query=query, variables={"n": n}))).body) for n in (10, 50, 49, 100)
        ]
        await store.close()
        return found

    bodies = asyncio.run(run())

    assert [11, 51, 50, 101] == [body["extensions"]["cost"]["requested"] for body in bodies]
    assert [False, True, False, True] == ["errors" in body for body in bodies]
    assert [query] == reads


@pytest.mark.parametrize(
    ("code", "query", "variables", "has_cost"),
    [
        (None, "{ stories { nodes { id } } }", None, True),
        ("BAD_QUERY", "{ stories { nodes { idd } } }", None, True),
        ("BAD_PAGE", "{ stories(first: 0) { nodes { id } } }", None, True),
        ("BAD_VARIABLES", "query($n: Int) { stories(first: $n) { nodes { id } } }", {"n": "a"}, True),
        ("QUERY_TOO_COSTLY", '{ a: search(text: "a") { totalCount } }', None, True),
        ("FORBIDDEN", 'mutation { deleteStory(input: { id: "a" }) { id } }', None, True),
        ("BAD_SYNTAX", "{", None, False),
        ("QUERY_TOO_LARGE", "{ a: __typename b: __typename }", None, False),
        ("BAD_OPERATION", "query a { __typename } query b { __typename }", None, False),
    ],
)
def test_the_response_has_the_price_of_what_was_priced(
    ask: Callable[..., Any], code: str | None, query: str, variables: Any, *, has_cost: bool
) -> None:
    body = ask(query, variables, cost=5_000, aliases=1)

    assert code == (body["errors"][0]["extensions"]["code"] if "errors" in body else None)
    assert has_cost == ("extensions" in body)


def test_of_several_operations_the_one_that_is_run_is_priced(ask: Callable[..., Any]) -> None:
    query = "query a { stories { nodes { id } } } query b { claims(first: 2) { nodes { id } } }"

    assert [21, 3] == [ask(query, operation=name)["extensions"]["cost"]["requested"] for name in "ab"]


def test_mutations_are_priced_with_the_key_too(ask: Callable[..., Any]) -> None:
    facts = "facts { nodes { claim { backers { nodes { claims(first: 100) { nodes { id } } } } } } }"
    query = f'mutation {{ ingestBrief(input: {{ text: "no brief" }}) {{ story {{ {facts} }} }} }}'

    assert "QUERY_TOO_COSTLY" == ask(query, key=True, cost=1_000)["errors"][0]["extensions"]["code"]
    assert "NOT_A_BRIEF" == ask(query, key=True)["errors"][0]["extensions"]["code"]


def test_without_limits_nothing_is_priced() -> None:
    async def run() -> bytes:
        store = SqliteStore.open(":memory:")
        answer = await Executor(store).execute(GraphQLRequest(query="{ stats { storyCount } }"))
        await store.close()
        return answer.body

    assert b'{"data":{"stats":{"storyCount":0}}}' == asyncio.run(run())
