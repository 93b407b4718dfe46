"""What the server adds to its statements: `python bench/serving.py STORE [ROUNDS]`, STORE as for `--store`.

For three queries - a story with everything, a page of 50 stories with everything, who backs a claim - one
process measures in one run, 25 of each in turn:

    raw     the statement alone, in this process: on SQLite through the store, on Neo4j by its driver
    bare    a bare starlette route that gives the same bytes, on one keep-alive connection
    ours    POST /graphql, likewise

and prints medians in milliseconds. On SQLite ours / (raw + bare) is to stay below 1.6, on Neo4j ours / raw
below 1.4.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import neo4j
import uvloop
from clients import BACKERS, PAGE, STORY, Connection, request_of, running, serve, serve_bare

from briefgraph.address import Neo4jAddress, read_address
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.config import load_settings
from briefgraph.engines import open_store
from briefgraph.graph.store import Call

PORTS = (8471, 8472)
BLOCK = 25


def driver_of(address: Neo4jAddress) -> neo4j.AsyncDriver:
    return neo4j.AsyncGraphDatabase.driver(
        address.uri,
        auth=address.auth,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    )


async def main(store_address: str, rounds: int) -> None:
    store = open_store(load_settings(os.environ, store=store_address), read_only=True)
    executor = Executor(store)
    address = read_address(store_address)
    driver = driver_of(address) if isinstance(address, Neo4jAddress) else None

    async def ask(query: str, variables: dict[str, Any]) -> bytes:
        answer = await executor.execute(GraphQLRequest(query=query, variables=variables))
        assert answer.code is None, answer.body
        return answer.body

    async def run_by_driver(call: Call) -> None:
        assert driver is not None
        async with driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session:
            await (await session.run(call.statement.text, call.values)).values()

    async def run_by_store(call: Call) -> None:
        await store.answer([call])

    raw: Callable[[Call], Awaitable[None]] = run_by_driver if driver else run_by_store
    stories = json.loads(await ask("{ stories(first: 100, orderBy: TITLE_ASC) { nodes { id } } }", {}))
    claims = json.loads(await ask("{ claims(first: 100) { nodes { id } } }", {}))
    story_ids = [{"id": node["id"]} for node in stories["data"]["stories"]["nodes"]]
    claim_ids = [{"id": node["id"]} for node in claims["data"]["claims"]["nodes"]]
    cases = [("story", STORY, story_ids), ("page of 50", PAGE, [{"first": 50}]), ("backers", BACKERS, claim_ids)]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, str(number)) for number in range(len(cases))]
        for file, (_, query, variables) in zip(files, cases, strict=True):
            file.write_bytes(await ask(query, variables[0]))
        with running({PORTS[0]: serve_bare(PORTS[0], files), PORTS[1]: serve(PORTS[1], store_address)}):
            bare, ours = (Connection(port) for port in PORTS)
            print(
                "| query | bytes | raw ms | bare ms | ours ms | ours / raw | ours / (raw + bare) |\n|---|---|---|---|---|---|---|"
            )
            for number, (name, query, variables) in enumerate(cases):
                times: dict[str, list[float]] = {"raw": [], "bare": [], "ours": []}
                for block in range(1 + rounds // BLOCK):  # the first is for warming up
                    given = [variables[(block * BLOCK + turn) % len(variables)] for turn in range(BLOCK)]
                    calls = [executor.calls(query, values)[0] for values in given]
                    requests = [request_of(query, values) for values in given]
                    plain = [request_of(query, values, f"/{number}") for values in given]
                    took = {
                        "raw": [await timed_call(raw, call) for call in calls],
                        "bare": [timed_send(bare, request) for request in plain],
                        "ours": [timed_send(ours, request) for request in requests],
                    }
                    for kind in times if block else ():
                        times[kind] += took[kind]
                one, two, three = (statistics.median(times[kind]) for kind in ("raw", "bare", "ours"))
                ratios = f"{three / one:.2f} | {three / (one + two):.2f}"
                size = files[number].stat().st_size
                print(f"| {name} | {size:,} | {one:.3f} | {two:.3f} | {three:.3f} | {ratios} |", flush=True)
    await store.close()
    if driver:
        await driver.close()


async def timed_call(run: Callable[[Call], Awaitable[None]], call: Call) -> float:
    start = time.perf_counter()
    await run(call)
    return (time.perf_counter() - start) * 1_000


def timed_send(connection: Connection, request: bytes) -> float:
    start = time.perf_counter()
    connection.send(request)
    return (time.perf_counter() - start) * 1_000


if __name__ == "__main__":
    uvloop.install()
    asyncio.run(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400))
