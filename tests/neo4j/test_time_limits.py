"""Work that nobody waits for any more is soon no work of the server's either."""

import asyncio

import pytest

from briefgraph.address import neo4j_address
from briefgraph.errors import TimedOut
from briefgraph.graph.neo4j.connections import Connections
from tests.neo4j.running import shared_server

pytestmark = pytest.mark.neo4j
DEADLINE_S = 20
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7)"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN count(*)"


async def until(connections: Connections, expected: int) -> None:
    """Wait until so many endless statements run on the server."""
    async with asyncio.timeout(DEADLINE_S):
        while await connections.read([(RUNNING, {})]) != [expected]:
            pass


def test_what_timed_out_is_no_transaction_of_the_servers() -> None:
    async def go() -> None:
        late = Connections(neo4j_address(shared_server().address), timeout_ms=500)
        others = Connections(neo4j_address(shared_server().address), timeout_ms=10_000)
        try:
            asked = [asyncio.ensure_future(late.read([(ENDLESS, {})])) for _ in range(3)]
            found = await asyncio.gather(*asked, return_exceptions=True)
            assert [TimedOut] * 3 == [type(error) for error in found]
            await until(others, 0)
        finally:
            await late.close()
            await others.close()

    asyncio.run(go())


def test_a_client_that_has_gone_leaves_no_work() -> None:
    async def go() -> None:
        patient = Connections(neo4j_address(shared_server().address), timeout_ms=60_000)
        try:
            gone = asyncio.ensure_future(patient.read([(ENDLESS, {})]))
            await until(patient, 1)
            gone.cancel()
            await asyncio.wait({gone})
            await until(patient, 0)  # long before its limit
        finally:
            await patient.close()

    asyncio.run(go())
