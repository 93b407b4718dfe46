"""A server over a small graph, in this process."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from briefgraph.config import Settings
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import create_app
from tests.hostile.samples import benign, importer
from tests.web.asgi import KEY


@pytest.fixture(scope="module")
def app() -> Iterator[Starlette]:
    """The server's app; it takes the key of tests.web.asgi."""
    store = SqliteStore.open(":memory:", readers=1)
    asyncio.run(importer(store).load([benign()]))
    yield create_app(Settings(api_key=KEY), store)
    asyncio.run(store.close())
