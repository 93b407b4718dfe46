"""The engines that the contract suite runs on.

A scenario on two stores is played on SQLite twice, and on Neo4j beside SQLite: a server has one
database, and what has to be equal has to be equal across the engines too.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypeVar

import pytest

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Store
from tests.neo4j.running import neo4j_store

Value = TypeVar("Value")
Scenario = Callable[..., Awaitable[Value]]


@asynccontextmanager
async def sqlite_store() -> AsyncIterator[Store]:
    """An empty store on SQLite."""
    store = SqliteStore.open(":memory:", readers=1)
    try:
        yield store
    finally:
        await store.close()


async def dump(store: Store, **options: bool) -> list[str]:
    """The lines of a store's dump."""
    return [line async for line in store.dump(**options)]


@pytest.fixture(
    scope="session",
    params=[
        pytest.param([sqlite_store, sqlite_store], id="sqlite"),
        pytest.param([neo4j_store, sqlite_store], id="neo4j", marks=pytest.mark.neo4j),
    ],
)
def play(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Play a scenario on as many empty stores as it takes arguments."""

    def run(scenario: Scenario[Value], stores: int = 1) -> Value:
        async def go() -> Value:
            async with AsyncExitStack() as stack:
                opened = [await stack.enter_async_context(make()) for make in request.param[:stores]]
                return await scenario(*opened)

        return asyncio.run(go())

    return run
