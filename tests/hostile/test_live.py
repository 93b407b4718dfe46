"""The list of bad inputs, put whole to a live server on each engine.

Counted: answers that are not allowed, bodies that tell secrets, bytes of log for each request, and whether an
ordinary question is still answered. The figure to reach is zero for each.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.logs import LINE_BYTES
from tests.contract.conftest import dump
from tests.hostile.bad_inputs import Bad, bad_inputs
from tests.hostile.http import Raw, Reply
from tests.hostile.samples import ENGINES, benign, importer
from tests.neo4j.running import neo4j_store, shared_server
from tests.neo4j.serving import Serving, serving

# What an answer to a stranger must not hold: code, paths, statements, hosts.
SECRETS = re.compile(rb"Traceback|\.py\b|/usr/|/(?:home|root)/|site-packages|SELECT |MATCH \(|bolt://|sqlite|neo4j|graphql-core", re.IGNORECASE)
BODY_TIMEOUT_S = 0.5
AT_ONCE = 4


@asynccontextmanager
async def live(engine: str, folder: Path) -> AsyncIterator[tuple[Serving, Raw]]:
    """A server over a small graph, and who sends it bytes. The graph is the same in the end."""
    path = folder / "g.db"
    opened = neo4j_store() if engine == "neo4j" else _file_store(path)
    async with opened as store:
        await importer(store).load([benign()])
        before = await dump(store, recorded=True)
        address = shared_server().address if engine == "neo4j" else f"sqlite:///{path}"
        async with serving(address, body_timeout_s=str(BODY_TIMEOUT_S)) as served:
            yield served, Raw(int(str(served.client.base_url).rstrip("/").rsplit(":", 1)[1]))
        assert await dump(store, recorded=True) == before


@asynccontextmanager
async def _file_store(path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore.open(path, readers=1)
    try:
        yield store
    finally:
        await store.close()


def complaint(bad: Bad, reply: Reply) -> str | None:
    """What is wrong with the answer to a bad input."""
    if reply.status not in bad.allowed:
        return f"{bad.name}: {reply.status} {reply.body[:300]!r}"
    if SECRETS.search(reply.body):
        return f"{bad.name}: tells {SECRETS.search(reply.body)} in {reply.body[:300]!r}"
    if reply.status == 0:
        return None
    if len(reply.body) > 20_000:
        return f"{bad.name}: {len(reply.body)} bytes of answer"
    if reply.status >= 400:
        if not reply.headers["content-type"].startswith(("application/json", "application/graphql-response+json")):
            return f"{bad.name}: {reply.headers['content-type']}"
        errors = json.loads(reply.body)["errors"] if reply.body else []
        if not all(error["extensions"]["code"] and error["extensions"]["requestId"] for error in errors):
            return f"{bad.name}: {reply.body[:300]!r}"
        if bad.code is not None and reply.body and reply.code != bad.code:
            return f"{bad.name}: {reply.code}, not {bad.code}"
    return None


@pytest.mark.parametrize("engine", ENGINES)
def test_every_bad_input_is_refused_and_nothing_else_happens(engine: str, tmp_path: Path) -> None:
    async def play() -> tuple[list[str], int, list[str]]:
        inputs = list(bad_inputs())
        turns = asyncio.Semaphore(AT_ONCE)
        async with live(engine, tmp_path) as (served, raw):

            async def one(bad: Bad) -> str | None:
                async with turns:
                    return complaint(bad, await raw.send(bad.data, ends=bad.ends))

            found = await asyncio.gather(*(one(bad) for bad in inputs))
            well = await served.ask("{ stats { storyCount } }")
            assert well.json()["data"] == {"stats": {"storyCount": 1}}
            log = await served.stop()
        return [said for said in found if said], len(inputs), log.splitlines()

    complaints, count, log = asyncio.run(play())
    assert not complaints, "\n".join(complaints)
    assert count > 150
    assert len(log) <= count + 1
    assert max(len(line.encode()) for line in log) <= LINE_BYTES
    assert not any(json.loads(line)["level"] in ("error", "critical") for line in log)


@pytest.mark.parametrize("engine", ENGINES)
def test_clients_that_dawdle_cost_others_nothing(engine: str, tmp_path: Path) -> None:
    """Half a body, a body byte by byte, a head that never ends, answers that nobody reads: others are answered."""
    half = b'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"que'

    async def play() -> None:
        async with live(engine, tmp_path) as (served, raw):
            dawdlers = [asyncio.ensure_future(raw.send(half)) for _ in range(20)]
            connections = [await asyncio.open_connection("127.0.0.1", raw.port) for _ in range(20)]
            for number, (_, writer) in enumerate(connections):
                writer.write(half[: 10 + number * 4])
            for _ in range(20):
                answer = await served.ask("{ stats { storyCount } }")
                assert answer.status_code == 200
            for reply in await asyncio.gather(*dawdlers):
                assert (reply.status, reply.code) == (408, "BODY_TIMED_OUT")
            for _, writer in connections:
                writer.close()

    asyncio.run(play())

