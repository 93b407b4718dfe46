"""The one server that all tests of a run share, and an empty graph on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from neo4j import AsyncGraphDatabase

from briefgraph.graph.neo4j import Neo4jStore
from tests.conftest import leave_out
from tests.neo4j.server import MissingTool, Server


@cache
def shared_server() -> Server:
    """The server, started at first use and stopped when the tests end. Tests that stop it start it again.

    Where Java or Maven is missing the test is skipped, and fails where CI=true.
    """
    server = Server()
    try:
        server.start()
    except MissingTool as missing:
        leave_out(f"no Neo4j to test on: {missing}")
    return server


async def wipe(address: str) -> None:
    """Remove all nodes but the one that says the schema is there: making 50 indexes takes seconds."""
    async with AsyncGraphDatabase.driver(address) as driver, driver.session() as session:
        for text in (
            "MATCH (node) WHERE NOT node:Store CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS",
            "MATCH (store:Store) SET store.arrivals = 0, store.version = randomUUID() REMOVE store.log, store.changes",
        ):
            await (await session.run(text)).consume()


@asynccontextmanager
async def neo4j_store() -> AsyncIterator[Neo4jStore]:
    """An empty store on Neo4j; there is one database, so one at a time."""
    address = shared_server().address
    await wipe(address)
    store = Neo4jStore.open(address)
    try:
        yield store
    finally:
        await store.close()


async def empty_graph() -> Server:
    """The server with an empty graph, prepared already: that takes seconds, once."""
    async with neo4j_store() as store:
        assert not await store.has_stories()
    return shared_server()
