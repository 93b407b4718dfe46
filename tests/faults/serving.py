"""A server on SQLite that can be asked, filled, limited and told to stop."""

import asyncio
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.manifest import Manifest
from tests.web.asgi import KEY
from tests.web.test_server import Server

INGEST = """mutation($text: String!) { ingestBrief(input: {text: $text}) { isNew story { title } } }"""
BRIEF = """Harbour Office {number} Opens in Lanforse

Facts
- The port of Lanforse opened a harbour office on {number} May, the Lanforse Courier said.[1]
- Mayor Ilse Tarnow said that the office will have {number} clerks.[2]

Sources: [1]Lanforse Courier and [2]Quay Herald.
"""
COUNT = b'{"query":"{ stats { storyCount } }"}'


def body(number: int) -> bytes:
    """A request that loads a brief."""
    return json.dumps({"query": INGEST, "variables": {"text": BRIEF.format(number=number)}}).encode()


def ingest(server: Server, number: int) -> str | None:
    """Load a brief; the code of the error, if there is one."""
    status, said = server.ask("POST", "/graphql", body(number), Authorization=f"Bearer {KEY}")
    errors = said.get("errors")
    assert status in {200, 503}, said
    return errors[0]["extensions"]["code"] if errors else None


def count(server: Server) -> int:
    """How many stories it answers from."""
    status, said = server.ask("POST", "/graphql", COUNT)
    assert status == 200, said
    return int(said["data"]["stats"]["storyCount"])


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Server]:
    """A server over `g.db` in a folder; its log is looked through at the end, and its store too."""
    server = Server(folder, api_key=KEY, **settings)
    try:
        yield server
        if server.process.poll() is None:
            code, log = server.stop()
            assert (code, "Traceback" in log) == (0, False), log
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.communicate()


@contextmanager
def limited(server: Server, kind: int, limit: int) -> Iterator[None]:
    """The server with less of something, and again with as much as before."""
    before = resource.prlimit(server.process.pid, kind)
    resource.prlimit(server.process.pid, kind, (limit, before[1]))
    try:
        yield
    finally:
        resource.prlimit(server.process.pid, kind, before)


def titles(path: Path) -> set[str]:
    """The titles of all that a store received, when it is well and has lost nothing."""

    async def go() -> set[str]:
        store = SqliteStore.open(path, readers=1)
        try:
            assert await store.check() == []
            found = [revision.brief.title async for _, revision in store.revisions()]
        finally:
            await store.close()
        assert len(set(found)) == len(found) == len(Manifest(path).named().received)
        return set(found)

    return asyncio.run(go())


def title(number: int) -> str:
    """The title of a brief."""
    return BRIEF.format(number=number).splitlines()[0]


def told(server: Server, path: str) -> tuple[int, Any]:
    """Status of a page, and its error's code."""
    status, said = server.ask("GET", path)
    return status, said.get("errors", [{"extensions": {"code": None}}])[0]["extensions"]["code"]
