"""Nothing that a client or a brief says becomes query language: after all of it the graph is what it was.

Each argument of the schema that takes a text or an id is tried with each payload, on both engines, and so is
each field of a brief. What a payload does is looked for in the dump, and in errors that only a statement
which was not what it should be could give.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from random import Random
from typing import Any

import orjson
import pytest

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.schema import graphql_schema
from briefgraph.brief import Brief
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import cursor_tag, encode_cursor
from briefgraph.graph.store import Store
from tests.contract.conftest import dump, sqlite_store
from tests.hostile.arguments import Asked, asked
from tests.hostile.payloads import INJECTIONS
from tests.hostile.samples import ENGINES, benign, importer
from tests.neo4j.running import neo4j_store
from tests.strategies import FACTS, Says, brief_of

REFUSALS = {"BAD_INPUT", "BAD_CURSOR"}
STORES = {"sqlite": sqlite_store, "neo4j": neo4j_store}
# Neo4j plans each document anew, 0.2 s, and takes 2 ms to answer; the payloads differ from one argument to the next.
ON_NEO4J = 12
SCHEMA = graphql_schema()


async def ids_of(store: Store) -> dict[str, str]:
    """An id of each type of node."""
    found: dict[str, str] = {}
    async for line in store.dump():
        row = json.loads(line)
        if isinstance(row.get("id"), str):
            found.setdefault(str(row["type"]).title(), row["id"])
    return found


def opened(engine: str) -> AbstractAsyncContextManager[Store]:
    return STORES[engine]()


def wrong_codes(body: bytes) -> set[str]:
    """Codes that a value of the right type must not lead to."""
    return {error["extensions"]["code"] for error in json.loads(body).get("errors", ())} - REFUSALS


@pytest.mark.parametrize("engine", ENGINES)
def test_no_argument_becomes_query_language(engine: str) -> None:
    async def play() -> None:
        async with opened(engine) as store:
            await importer(store).load([benign()])
            before = await dump(store, recorded=True)
            executor, random = Executor(store), Random(7)
            tried = list(asked(SCHEMA, await ids_of(store)))
            assert len(tried) > 150
            for one in tried:
                # A cursor is read before the engine is asked; a filter is one text, whichever list has it.
                is_repeated = one.name.endswith("(after)") or ("filter." in one.name and "." in one.name.partition("(")[0])
                if engine == "sqlite" or not is_repeated:
                    payloads = INJECTIONS if engine == "sqlite" else tuple(random.sample(INJECTIONS, ON_NEO4J))
                    assert await wrong(executor, one, payloads) == []
            assert await dump(store, recorded=True) == before

    asyncio.run(play())


async def wrong(executor: Executor, one: Asked, payloads: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(argument, payload, code) of what went wrong."""
    values: list[Any] = [list(payloads[:100])] if one.is_list else list(payloads)
    found = []
    for value in values:
        answer = await executor.execute(GraphQLRequest(query=one.document, variables={"v": value}))
        found += [(one.name, str(value), code) for code in wrong_codes(answer.body)]
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_no_literal_becomes_query_language(engine: str) -> None:
    """As a variable, but as text of the document itself, with every character that GraphQL lets stand as it is."""

    async def play() -> None:
        async with opened(engine) as store:
            await importer(store).load([benign()])
            before = await dump(store, recorded=True)
            executor = Executor(store)
            for payload in INJECTIONS if engine == "sqlite" else Random(5).sample(INJECTIONS, ON_NEO4J):
                literal = orjson.dumps(payload).decode()
                block = '"""' + payload.replace("\\", "/").replace('"', "'").replace("\x00", "") + ' """'
                text = f"{{ a: outlet(name: {literal}) {{ id }} b: search(text: {block}) {{ totalCount }} c: node(id: {literal}) {{ id }} }}"
                answer = await executor.execute(GraphQLRequest(query=text))
                assert wrong_codes(answer.body) == set(), payload
            assert await dump(store, recorded=True) == before

    asyncio.run(play())


def lists(ids: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(document with `$v` as a cursor, the tag of its cursors, their kinds) for each list in each of its orders."""
    for owner in (MODEL.root, *MODEL.nodes):
        for rel in owner.rels:
            given = [f'{arg.name}: "{ids["Outlet"]}"' for arg in rel.args if arg.required]
            for order in rel.orders:
                ordered = [f"orderBy: {order.name}"] if len(rel.orders) > 1 else []
                asked = f"{rel.name}({', '.join([*given, *ordered, 'after: $v'])}) {{ edges {{ cursor }} }}"
                if owner is not MODEL.root:
                    asked = f'node(id: "{ids.get(owner.name, "")}") {{ ... on {owner.name} {{ {asked} }} }}'
                yield f"query ($v: String!) {{ {asked} }}", cursor_tag(rel, order), order.kinds


@pytest.mark.parametrize("engine", ENGINES)
def test_no_forged_cursor_becomes_query_language(engine: str) -> None:
    """A cursor is read for its form alone: who knows the form can write any key into it."""

    async def play() -> None:
        async with opened(engine) as store:
            await importer(store).load([benign()])
            before = await dump(store, recorded=True)
            executor, random = Executor(store), Random(11)
            tried = list(lists(await ids_of(store)))
            assert len(tried) > 40
            for document, tag, kinds in tried if engine == "sqlite" else random.sample(tried, ON_NEO4J):
                for payload in random.sample(INJECTIONS, ON_NEO4J):
                    keys = {"s": payload, "i": -(2**62), "f": 1e308, "r": payload}
                    cursor = encode_cursor(tag, tuple(keys[kind] for kind in kinds))
                    answer = await executor.execute(GraphQLRequest(query=document, variables={"v": cursor}))
                    assert wrong_codes(answer.body) == set(), (document, payload)
            assert await dump(store, recorded=True) == before

    asyncio.run(play())


def hostile(number: int, payload: str) -> Brief:
    """A brief whose every text is the payload, and whose address is its own."""
    label = " ".join(payload.split()) or "x"
    made = brief_of(
        [Says(payload, (label, "Harrow Wire")), Says(f"{payload} again, {FACTS[0]}", (f"{label} 2",))],
        [Says(payload, (label,), 0), Says(f"{payload} not", (f"{label} 2",), 1)],
        title=payload,
        lead=payload,
        questions=[(payload, 0.5)],
        address=f"briefs.example/{number}",
    )
    return replace(made, id=payload) if number % 2 else made


@pytest.mark.parametrize("engine", ENGINES)
def test_no_word_of_a_brief_becomes_query_language(engine: str) -> None:
    payloads = [payload for payload in INJECTIONS[::3] if "\x00" not in payload]  # no reader lets a NUL through
    briefs = [hostile(number, payload) for number, payload in enumerate(payloads)]

    async def play() -> None:
        async with opened(engine) as store, sqlite_store() as beside:
            await importer(store).load([benign()])
            before = await dump(store)
            receipts = await importer(store).load(briefs)
            executor = Executor(store)
            for receipt, payload in zip(receipts, payloads, strict=True):
                document = "query ($v: ID!) { story(id: $v) { title lead facts { nodes { text } } } }"
                answer = await executor.execute(GraphQLRequest(query=document, variables={"v": receipt.story_id}))
                story = json.loads(answer.body)["data"]["story"]
                assert story["title"] == story["lead"] == payload
                assert story["facts"]["nodes"][0]["text"] == " ".join(payload.split())
            if engine == "neo4j":  # what a statement did beyond its duty, the other engine did not
                await importer(beside).load([benign(), *briefs])
                assert await dump(store) == await dump(beside)
            for receipt in receipts:
                assert await importer(store).delete(receipt.story_id)
            assert await dump(store) == before

    asyncio.run(play())
