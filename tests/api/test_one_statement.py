"""One root field, one statement, whatever is selected; and a text that no string or number changes."""

import asyncio
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from graphql import FieldNode, OperationDefinitionNode, parse

from briefgraph.graph.sqlite.store import SqliteStore
from tests.api.engines import PRINTERS, Engines, Graph, statements_of
from tests.api.watched import Watched, overheard
from tests.queries import Asker, Question, pool_of
from tests.reference import plain_schema
from tests.worlds import load, records_of, world

SEED = 27  # a graph with every list in it


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    path = tmp_path_factory.mktemp("one-statement") / "graph.db"

    async def fill() -> None:
        store = SqliteStore.open(path, readers=1)
        await load(store, world(SEED))
        await store.close()

    asyncio.run(fill())
    graph = Watched(path)
    yield graph
    graph.close()


DEEP = """{
  story(address: "harbour.example/shared") {
    title
    facts {
      edges {
        cursor
        node {
          claim { backers { edges {
            node { coCited { nodes { name claims { totalCount } } } }
            facts { nodes { citations { edges { label node { name } } } } }
          } } }
          people { edges { mentions { text } } }
        }
      }
      pageInfo { endCursor }
    }
    graph { nodes { label } edges { kind } }
    revisions { nodes { text } totalCount }
  }
}"""


ROOTS = """{
  stories { totalCount } again: stories { nodes { title } } stats { storyCount } __typename search(text: "dam") { totalCount }
}"""


def test_a_deep_selection_is_one_statement(watched: Watched) -> None:
    assert len(asyncio.run(watched.ask(DEEP))[1].texts) == 1


def test_each_root_field_is_one_statement(watched: Watched) -> None:
    assert len(asyncio.run(watched.ask(ROOTS))[1].texts) == 4


def test_any_question_is_one_statement_a_root_field(watched: Watched) -> None:
    """Of random questions: as many statements as the answer has keys, `__typename` aside."""
    asker = Asker(Random(1), plain_schema(), pool_of(records_of(world(SEED))))
    for _ in range(60):
        made = asker.question()
        ran = asyncio.run(watched.ask(made.query, made.variables))[1].texts
        at_least, at_most = _expected(made)
        assert at_least <= len(ran) <= at_most, made


def _expected(made: Question) -> tuple[int, int]:
    """How many statements, from the document alone: conditional fields may be there or not."""
    operation = next(d for d in parse(made.query).definitions if isinstance(d, OperationDefinitionNode))
    fields = {
        s.alias.value if s.alias else s.name.value: s.name.value
        for s in operation.selection_set.selections
        if isinstance(s, FieldNode) and not s.directives
    }
    conditional = len(operation.selection_set.selections) - len(fields)
    expected = sum(name != "__typename" for name in fields.values())
    return expected, expected + conditional


@pytest.mark.parametrize("engines", [pytest.param(("neo4j",), marks=pytest.mark.neo4j)], indirect=True)
def test_a_server_is_sent_one_statement_a_root_field(engines: Engines) -> None:
    """What the driver sends, after a statement has been planned; and nothing else."""

    async def scenario(graph: Graph) -> None:
        asker = Asker(Random(1), plain_schema(), graph.pool)
        for made in (Question(DEEP), Question(ROOTS), *(asker.question() for _ in range(6))):
            await graph.ask("neo4j", made)
            with overheard() as texts:
                await graph.ask("neo4j", made)
            at_least, at_most = _expected(made)
            assert at_least <= len(texts) <= at_most, made

    engines.play(SEED, scenario)


def _text(engine: str, query: str, variables: dict[str, Any] | None = None) -> str:
    (text,) = statements_of(engine, Question(query, variables or {})).values()
    return text


STORIES = """query($f: StoryFilter, $n: Int, $o: StoryOrder, $b: Boolean = true) {
  stories(filter: $f, first: $n, orderBy: $o) { nodes { title lead @include(if: $b) } }
}"""


@pytest.mark.parametrize("engine", PRINTERS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"f": {"text": "dam"}}, {"f": {"text": "harbour storm"}}),
        (
            {"f": {"outlet": "ou_1", "since": "2031-01-01"}},
            {"f": {"outlet": "'; DROP TABLE story; --", "since": "2032-01-01"}},
        ),
        ({"n": 3}, {"n": 77}),
    ],
)
def test_strings_and_numbers_leave_the_text_as_it_is(
    engine: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert _text(engine, STORIES, one) == _text(engine, STORIES, other)


@pytest.mark.parametrize("engine", PRINTERS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            '{ stories(first: 3, filter: { text: "dam" }) { totalCount nodes { id } } }',
            '{ stories(first: 4, filter: { text: "no " }) { totalCount nodes { id } } }',
        ),
        ('{ nodes(ids: ["st_1"]) { id } }', '{ nodes(ids: ["st_2", "ou_3"]) { id } }'),
        (
            "{ claims(filter: { minBackers: 2, minScore: 0.5 }) { totalCount } }",
            "{ claims(filter: { minBackers: 5, minScore: 1 }) { totalCount } }",
        ),
        (
            '{ outlet(name: "OW") { coCited(minWeight: 1) { totalCount } } }',
            '{ outlet(name: "Élan") { coCited(minWeight: 9) { totalCount } } }',
        ),
    ],
)
def test_constants_of_a_document_are_bound_too(engine: str, one: str, other: str) -> None:
    """Two documents that differ in strings and numbers alone share one prepared statement."""
    assert _text(engine, one) == _text(engine, other)


@pytest.mark.parametrize("engine", PRINTERS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"f": {"text": "dam"}}),
        ({"f": {"text": "dam"}}, {"f": {"text": None}}),
        ({"f": {"text": "dam"}}, {"f": {"stance": "pro-establishment"}}),
        ({"o": "TITLE_ASC"}, {"o": "TITLE_DESC"}),
        ({"b": True}, {"b": False}),
    ],
)
def test_presence_enums_and_booleans_make_another_text(
    engine: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert _text(engine, STORIES, one) != _text(engine, STORIES, other)


@pytest.mark.parametrize("engine", PRINTERS)
def test_a_cursor_makes_another_text_and_its_keys_do_not(watched: Watched, engine: str) -> None:
    query = "query($a: String) { people(first: 1, after: $a) { pageInfo { endCursor } } }"
    first = asyncio.run(watched.ask(query))[0]
    one = first.decode().split('endCursor":"')[1].split('"')[0]
    two = asyncio.run(watched.ask(query, {"a": one}))[0].decode().split('endCursor":"')[1].split('"')[0]
    assert one != two
    assert _text(engine, query, {"a": one}) == _text(engine, query, {"a": two}) != _text(engine, query)
