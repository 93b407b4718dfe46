"""Which scope each mutation needs, and what a caller without it is told."""

import asyncio

import orjson
import pytest

from briefgraph.api.callers import ANYBODY, EVERYTHING, SCOPES, Caller, Scope
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.schema import graphql_schema
from briefgraph.graph.sqlite.store import MEMORY, SqliteStore
from tests.curating import Desk

DELETE = 'mutation { deleteStory(input: {id: "st_0"}) { isDeleted } }'
CLOSE = 'mutation { closeProblem(input: {id: "pr_0"}) { __typename } }'
INTROSPECTION = "{ __schema { queryType { name } } }"


def test_every_mutation_has_a_scope_and_no_other_has() -> None:
    mutation = graphql_schema().mutation_type
    assert mutation is not None

    assert set(SCOPES) == set(mutation.fields)
    assert {name for name, scope in SCOPES.items() if scope is Scope.INGEST} == {"ingestBrief", "ingestBriefs", "deleteStory"}


async def _ask(query: str, scopes: frozenset[Scope]) -> tuple[str | None, str]:
    desk = Desk(SqliteStore.open(MEMORY))
    try:
        answer = await desk.executor.execute(GraphQLRequest(query=query), caller=Caller("somebody", scopes))
        errors = orjson.loads(answer.body).get("errors")
        return answer.code, errors[0]["message"] if errors else ""
    finally:
        await desk.store.close()


@pytest.mark.parametrize(
    ("query", "scopes", "missing"),
    [
        (DELETE, {Scope.READ}, "deleteStory needs a key with the scope ingest"),
        (DELETE, {Scope.READ, Scope.CURATE}, "deleteStory needs a key with the scope ingest"),
        (CLOSE, {Scope.READ, Scope.INGEST}, "closeProblem needs a key with the scope curate"),
        (f"{DELETE[:-1]} {CLOSE[11:]}", {Scope.INGEST}, "closeProblem needs a key with the scope curate"),
        ("{ stats { storyCount } }", {Scope.INGEST}, "reading needs a key with the scope read"),
        ("{ __typename }", {Scope.CURATE}, "reading needs a key with the scope read"),
        (INTROSPECTION, {Scope.INGEST}, "reading needs a key with the scope read"),
        # What a mutation gives back of the graph is reading, however it is asked for.
        ('mutation { ingestBrief(input: {text: "x"}) { story { id } } }', {Scope.INGEST}, "scope read"),
        ("mutation { ingestBriefs(input: {briefs: []}) { results { ...A } } } fragment A on IngestResult { story { id } }",
         {Scope.INGEST}, "scope read"),
        ('mutation { closeProblem(input: {id: "pr_0"}) { ... on CloseProblemPayload { decision { id } } } }',
         {Scope.CURATE}, "scope read"),
        ('mutation { closeProblem(input: {id: "pr_0"}) { problem { id } } }', set(), "scope read"),
        # Nothing is told of the schema to those who may do nothing.
        ("{ nosuch }", set(), "reading needs a key with the scope read"),
        ("{", set(), "reading needs a key with the scope read"),
    ],
)  # fmt: skip
def test_what_a_caller_lacks_is_refused_by_name(query: str, scopes: set[Scope], missing: str) -> None:
    code, message = asyncio.run(_ask(query, frozenset(scopes)))

    assert code == "FORBIDDEN"
    assert missing in message


@pytest.mark.parametrize(
    ("query", "scopes"),
    [
        (DELETE, {Scope.INGEST}),
        ("{ stats { storyCount } }", {Scope.READ}),
        (INTROSPECTION, {Scope.READ}),
        ('mutation { deleteStory(input: {id: "st_0"}) { __typename id isDeleted } }', {Scope.INGEST}),
        (f"{DELETE[:-1]} __typename }}", set(Scope)),
    ],
)
def test_the_scope_that_is_needed_is_enough(query: str, scopes: set[Scope]) -> None:
    assert asyncio.run(_ask(query, frozenset(scopes))) == (None, "")


def test_one_forbidden_mutation_is_reason_to_carry_out_none() -> None:
    async def scenario() -> tuple[str | None, int]:
        desk = Desk(SqliteStore.open(MEMORY))
        try:
            query = 'mutation { closeProblem(input: {id: "pr_0"}) { __typename } deleteStory(input: {id: "a"}) { id } }'
            answer = await desk.executor.execute(GraphQLRequest(query=query), caller=Caller("a", frozenset({Scope.CURATE})))
            return answer.code, len(await desk.importer.decisions())
        finally:
            await desk.store.close()

    assert asyncio.run(scenario()) == ("FORBIDDEN", 0)


def test_without_an_importer_nobody_changes_anything() -> None:
    async def scenario() -> str | None:
        store = SqliteStore.open(MEMORY)
        try:
            return (await Executor(store).execute(GraphQLRequest(query=DELETE), caller=Caller("env", EVERYTHING))).code
        finally:
            await store.close()

    assert asyncio.run(scenario()) == "FORBIDDEN"
    assert ANYBODY.scopes == {Scope.READ}
