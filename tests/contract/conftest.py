"""The engines that the contract suite runs on. A second one is a second parameter of `engine`."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import pytest

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Store

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


@pytest.fixture(scope="session", params=[sqlite_store], ids=["sqlite"])
def play(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Play a scenario on as many empty stores as it takes arguments."""

    def run(scenario: Scenario[Value], stores: int = 1) -> Value:
        async def go() -> Value:
            opened = [request.param() for _ in range(stores)]
            entered = [await store.__aenter__() for store in opened]
            try:
                return await scenario(*entered)
            finally:
                for store in opened:
                    await store.__aexit__(None, None, None)

        return asyncio.run(go())

    return run
