"""`briefgraph serve` in a process of its own, and a client that asks it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import orjson

import briefgraph

SOURCE = Path(briefgraph.__file__).parents[1]
# Neo4j's driver does not wait until a TLS connection is closed, which Python tells at random.
STRICT = ("-W", "error", "-W", "ignore::ResourceWarning")
KEY = "0123456789-not-a-real-key"
PASSWORD = "hush-hush-9"
PROMISED_S = 3.0  # within which a dead engine is told
TOO_LATE_S = PROMISED_S + 1.0  # with a busy machine's due; less than it takes twice
BACK_S = 5.0  # within which an engine that is back is used
STOP_S = 5.0  # that a server may take to end
STORIES = "{ stories(first: 3) { edges { node { id title } } } }"


def environment(**settings: str) -> dict[str, str]:
    """The environment of a command, with these settings and no others."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFGRAPH_")}
    return {**known, **{f"BRIEFGRAPH_{name.upper()}": value for name, value in settings.items()}, "PYTHONPATH": str(SOURCE)}


class Serving:
    """A server that runs, and a client that waits no longer than promised."""

    def __init__(self, process: asyncio.subprocess.Process, address: str) -> None:
        self.process = process
        self.client = httpx2.AsyncClient(base_url=address, timeout=None, limits=httpx2.Limits(max_connections=200))
        self.bodies: list[str] = []

    async def ask(self, query: str = STORIES, *, within_s: float = TOO_LATE_S, **variables: Any) -> httpx2.Response:
        """POST a document, with the key."""
        body = {"query": query, "variables": variables}
        return await self._send(self.client.post("/graphql", json=body, headers={"Authorization": f"Bearer {KEY}"}), within_s)

    async def get(self, path: str) -> httpx2.Response:
        """GET a page."""
        return await self._send(self.client.get(path), TOO_LATE_S)

    async def _send(self, request: Any, within_s: float) -> httpx2.Response:
        async with asyncio.timeout(within_s):
            response: httpx2.Response = await request
        self.bodies.append(response.text)
        return response

    async def is_down(self) -> None:
        """Look that everything says, in time, that the engine is down, and that the server is there all the same."""
        for response in (
            await self.ask(),
            await self.get("/graphql?query=%7Bstats%7BstoryCount%7D%7D"),
            await self.get("/readyz"),
        ):
            assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (503, "ENGINE_DOWN")
            assert response.headers["retry-after"] == "1"
        delete = 'deleteStory(input: {id: "st_1"}) { isDeleted }'
        failed = (await self.ask(f"mutation {{ a: {delete} b: {delete} c: {delete} }}")).json()
        assert [error["extensions"]["code"] for error in failed["errors"]] == ["ENGINE_DOWN"] * 3
        assert failed["data"] == {"a": None, "b": None, "c": None}
        assert (await self.get("/healthz")).status_code == 200

    async def comes_back(self, within_s: float = BACK_S) -> None:
        """Wait until it answers; a new request each time, as clients would."""
        async with asyncio.timeout(within_s):
            while (await self.ask(within_s=within_s)).status_code != 200:
                pass
        assert (await self.get("/readyz")).status_code == 200

    async def stop(self) -> str:
        """End it as a service manager does; the log, which is looked through for what it must not hold."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_S):
            _, log = await self.process.communicate()
        assert self.process.returncode == 0, log
        return log.decode()


@asynccontextmanager
async def serving(store: str, **settings: str) -> AsyncIterator[Serving]:
    """A server over a store; what it said in bodies and log is looked through for secrets at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *STRICT, "-m", "briefgraph", "serve", "--port", "0", "--store", store,
        env=environment(api_key=KEY, **settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
        assert line, (await process.communicate())[1]
        served = Serving(process, line.split()[-1].removesuffix("/graphql"))
        async with served.client:
            yield served
        log = await served.stop() if process.returncode is None else ""
        assert "Traceback" not in log
        for line in log.splitlines():
            entry = orjson.loads(line)
            assert entry["logger"].split(".")[0] in ("briefgraph", "neo4j"), line  # the driver says which connection broke
            assert "error" not in entry, line
        host = store.rsplit("@", maxsplit=1)[-1].rsplit("://", maxsplit=1)[-1]
        for said in served.bodies:
            assert host not in said and "neo4j" not in said.lower() and "Service" not in said
        for said in (*served.bodies, log):
            assert PASSWORD not in said and KEY not in said
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
