"""What a document may ask for: hostile ones are refused, with work that is counted, and the documented ones pass."""

import asyncio
import json
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, get_introspection_query, parse

from briefgraph.api import execution
from briefgraph.api.cost import Pricer
from briefgraph.api.documents import DOCUMENT_CHARS, ERRORS, LONG, Refused, read_document
from briefgraph.api.execution import PLAN_CHARS, Executor, GraphQLRequest
from briefgraph.api.faults import LOCATIONS, MESSAGE
from briefgraph.api.limits import Limits, QueryTooLarge, _Measure, check
from briefgraph.api.schema import graphql_schema
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.recent import Recent
from tests import adversarial
from tests.adversarial import DOCUMENTS, Hostile

ROOT = Path(__file__).parents[2]
CALLS = 400_000  # functions called to read a document: some 40 ms
STANDARD = get_introspection_query(input_value_deprecation=True, specified_by_url=True, directive_is_repeatable=True)
WIDE = Limits(tokens=100_000, levels=1_000, fields=10**9, aliases=10**9, directives=10**9)
BOUNDED = 10_000  # of them, what comparing repeated fields may add: it grows with their square until it is cut off
named = pytest.mark.parametrize("hostile", DOCUMENTS, ids=lambda hostile: hostile.name)


@pytest.fixture(scope="module")
def empty() -> Iterator[Callable[..., Any]]:
    """Asks an empty store with a server's limits; gives the response."""
    with asyncio.Runner() as runner:
        store = SqliteStore.open(":memory:")

        def ask(query: str, variables: dict[str, Any] | None = None, **limits: Any) -> Any:
            executor = Executor(store, limits=Limits(**limits))
            return json.loads(runner.run(executor.execute(GraphQLRequest(query=query, variables=variables))).body)

        yield ask
        runner.run(store.close())


def code_of(body: Any) -> str | None:
    return body["errors"][0]["extensions"]["code"] if "errors" in body else None


@contextmanager
def counted(names: set[str] | None = None) -> Iterator[list[int]]:
    """How many functions this thread calls meanwhile: all, or those of these qualified names."""
    calls = [0]

    def called(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and names is not None:
            calls[0] += frame.f_code.co_qualname in names
        elif names is None:
            calls[0] += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def work(query: str, limits: Limits | None = None) -> int:
    """Functions called to read a document."""
    graphql_schema()
    with counted() as calls, suppress(Refused):
        read_document(graphql_schema(), query, limits or Limits())
    return calls[0]


# --- hostile documents -----------------------------------------------------------------------


@named
def test_what_is_hostile_is_refused_in_few_words(empty: Callable[..., Any], hostile: Hostile) -> None:
    body = empty(hostile.query, hostile.variables(hostile.size))

    assert hostile.code == code_of(body), body
    errors = body.get("errors", [])
    assert len(errors) <= ERRORS
    assert all(len(error["message"]) <= MESSAGE + 3 for error in errors)
    assert all(len(error.get("locations", ())) <= LOCATIONS for error in errors)
    assert len(json.dumps(body)) < 6_000


@named
def test_reading_a_hostile_document_is_bounded_work(hostile: Hostile) -> None:
    assert len(hostile.query) <= 100_000
    assert work(hostile.query) <= CALLS


@pytest.mark.parametrize("hostile", [h for h in DOCUMENTS if h.size >= 20], ids=lambda hostile: hostile.name)
def test_twice_the_document_is_twice_the_work(hostile: Hostile) -> None:
    half, whole = (hostile.make(size) for size in (hostile.size // 2, hostile.size))
    times = max(2, len(whole) / len(half))  # every cycle of twenty fragments is four times as long as of ten

    assert work(whole) <= work(half) * times * 1.15 + BOUNDED


@pytest.mark.parametrize("size", [10, 20, 40])
@pytest.mark.parametrize(
    "make", [adversarial.tree, adversarial.tree_backwards, adversarial.every_cycle, adversarial.siblings]
)
def test_fragments_are_measured_once_however_often_they_are_spread(make: Callable[[int], str], size: int) -> None:
    document = parse(make(size))
    sets = make(size).count("{")
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    with counted({_Measure.of.__qualname__}) as measured, suppress(QueryTooLarge):  # it has up to 2 ** 40 fields
        check(document, WIDE)
    with counted({Pricer.of.__qualname__}) as walked:
        Pricer(graphql_schema(), fragments).of(operation.selection_set, "Query")

    assert 0 < walked[0] <= sets
    assert 0 < measured[0] <= sets + size  # and once more for each field without a selection


def test_the_count_sees_work_that_grows() -> None:
    """The measure itself: without the bound, comparing the fields of a list with each other grows with their square."""
    with counted() as few:
        sorted(range(100), key=lambda number: -number)
    with counted() as many:
        sorted(range(400), key=lambda number: -number)
    assert many[0] > few[0] * 3


def test_a_number_of_seventy_digits_is_told_to_nobody(empty: Callable[..., Any]) -> None:
    body = empty(adversarial.tree(60))

    assert "the query has 1,000,000 or more fields; the limit is 500" == body["errors"][0]["message"]


@pytest.mark.parametrize(
    ("query", "limits", "said"),
    [
        ("{ stats { storyCount factCount } }", {"fields": 2}, "3 fields; the limit is 2"),
        ("{ a: stats { b: storyCount } ...f } fragment f on Query { c: __typename }", {"aliases": 2}, "3 aliases; the limit is 2"),
        ("{ ...f ...f } fragment f on Query { a: __typename }", {"aliases": 1}, "2 aliases; the limit is 1"),
        ("query @a { __typename @skip(if: false) ...f @a } fragment f on Query { __typename }", {"directives": 2}, "3 directives"),
        ("query($x: Int @a) { ...f } fragment f on Query @a { __typename ... @a { __typename } }", {"directives": 2}, "3 directives"),
        ("{ stories { nodes { facts { nodes { text } } } } }", {"levels": 1}, "2 levels deep; the limit is 1"),
    ],
)
def test_each_limit_counts_what_it_says(empty: Callable[..., Any], query: str, limits: dict[str, int], said: str) -> None:
    body = empty(query, **limits)

    assert "QUERY_TOO_LARGE" == code_of(body)
    assert said in body["errors"][0]["message"]
    name, limit = next(iter(limits.items()))
    assert "QUERY_TOO_LARGE" != code_of(empty(query, **{name: limit + 1}))


# --- what passes -----------------------------------------------------------------------------


def documented() -> Iterator[tuple[str, str]]:
    for folder in ("schema/operations", "examples", "bench/questions", "tests/golden/cases"):
        for path in sorted((ROOT / folder).rglob("*.graphql")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for number, text in enumerate(re.findall(r"```graphql\n(.*?)```", page.read_text("utf-8"), re.DOTALL)):
            yield f"{page.name} {number}", text


def test_every_documented_question_passes_with_half_of_each_limit() -> None:
    default = Limits()
    half = Limits(
        tokens=default.tokens // 2,
        fields=default.fields // 2,
        aliases=default.aliases // 2,
        directives=default.directives // 2,
    )
    most = 0
    questions = dict(documented())
    for name, text in questions.items():
        try:
            document = read_document(graphql_schema(), text, half)
        except Refused as refused:
            raise AssertionError(name) from refused
        most = max(most, *(price.of({"first": 100}) for price in document.prices.values()))
    assert len(questions) > 150
    assert 1_000 < most <= default.cost / 2


def test_a_page_of_fifty_stories_with_everything_passes(empty: Callable[..., Any]) -> None:
    everything = (ROOT / "tests/golden/cases/story-with-everything/query.graphql").read_text("utf-8")
    fields = everything[everything.index("{", everything.index("story(")) : everything.rindex("}")]
    body = empty(f"{{ stories(first: 50) {{ nodes {fields} }} }}")

    assert code_of(body) is None
    assert body["extensions"]["cost"]["requested"] < 25_000


def test_tools_may_ask_for_the_schema_and_it_costs_nothing(empty: Callable[..., Any]) -> None:
    body = empty(STANDARD)

    assert code_of(body) is None
    assert len(body["data"]["__schema"]["types"]) > 100
    assert {"cost": {"requested": 0, "limit": 50_000}} == body["extensions"]


# --- what is told ----------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["{ __schema { types { name } } }", '{ __type(name: "Story") { name } }', STANDARD])
def test_where_introspection_is_off_the_schema_is_not_told(empty: Callable[..., Any], query: str) -> None:
    body = empty(query, introspection=False)

    assert "BAD_QUERY" == code_of(body)
    assert "data" not in body
    assert {"__typename": "Query"} == empty("{ __typename }", introspection=False)["data"]


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ storys { nodes { id } } }", None),
        ('{ story(ident: "x") { id } }', None),
        ("{ stories(orderBy: PUBLISHED_AT_DES) { nodes { id } } }", None),
        ("{ stories { nodes { ... on Storie { id } } } }", None),
        ("query($f: StoryFilter) { stories(filter: $f) { nodes { id } } }", {"f": {"outlett": "x"}}),
        ("query($o: StoryOrder) { stories(orderBy: $o) { nodes { id } } }", {"o": "PUBLISHED_AT_DES"}),
    ],
)
def test_where_suggestions_are_off_an_error_names_nothing_else(
    empty: Callable[..., Any], query: str, variables: dict[str, Any] | None
) -> None:
    assert "Did you mean" in json.dumps(empty(query, variables))
    body = empty(query, variables, suggestions=False)
    assert "Did you mean" not in json.dumps(body)
    assert code_of(body) in ("BAD_QUERY", "BAD_VARIABLES")


# --- who reads -------------------------------------------------------------------------------


def test_a_long_document_is_read_in_a_thread_and_once_for_all_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    read_in: list[threading.Thread] = []

    def noted(*args: Any) -> Any:
        read_in.append(threading.current_thread())
        return read_document(*args)

    monkeypatch.setattr(execution, "read_document", noted)
    long = "{ __typename " + "," * LONG + "}"

    async def ask() -> None:
        store = SqliteStore.open(":memory:")
        executor = Executor(store, limits=Limits())
        answers = await asyncio.gather(*(executor.execute(GraphQLRequest(query=long)) for _ in range(10)))
        assert all(answer.code is None for answer in answers)
        assert len(read_in) == 1
        await executor.execute(GraphQLRequest(query="{ __typename }"))
        await store.close()

    asyncio.run(ask())
    main = threading.main_thread()
    assert [False, True] == [thread is main for thread in read_in]


# --- what is kept ----------------------------------------------------------------------------


def test_what_is_kept_of_documents_is_bounded_in_number_and_in_weight() -> None:
    kept: Recent[int, str] = Recent(3, 10, lambda _, text: len(text))
    for number in range(5):
        kept.get(number, lambda: "ab")
    assert (list(kept.held), kept.weight) == ([2, 3, 4], 6)
    kept.find(2)
    kept.get(5, lambda: "abcdef")
    assert (list(kept.held), kept.weight) == ([4, 2, 5], 10)
    kept.get(6, lambda: "a" * 11)  # too heavy to be kept at all
    assert (list(kept.held), kept.weight) == ([], 0)


def test_many_large_documents_do_not_fill_the_memory() -> None:
    async def play() -> tuple[int, int, int]:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            executor = Executor(store, limits=Limits())
            for number in range(400):
                text = f"{{ search(text: \"{number} {'a' * 2_000}\") {{ totalCount }} }}"
                answer = await executor.execute(GraphQLRequest(query=text))
                assert answer.code is None
            return len(executor.documents.held), executor.documents.weight, executor.plans.weight
        finally:
            await store.close()

    documents, chars, plans = asyncio.run(play())
    assert documents < 400 and chars <= DOCUMENT_CHARS and plans <= PLAN_CHARS
