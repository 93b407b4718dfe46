"""Subscriptions as the usual clients see them, from loads in another process."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.test_server import SOURCE, Server

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "briefs"
QUERY = "subscription { storyIngested { id title version } }"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.process.kill()
    running.process.communicate()


def load(folder: Path) -> int:
    """Load the examples in a process of its own, and count the stories."""
    command = [sys.executable, "-m", "briefgraph", "load", "--store", f"sqlite:///{folder}/g.db", str(EXAMPLES)]
    said = subprocess.run(
        command, check=True, text=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(SOURCE)}
    )
    return int(said.stdout.split("stories: ")[1].split(" new")[0])


def stories(server: Server) -> dict[str, int]:
    """The version of each story, by its id."""
    query = b'{"query":"{ stories(first: 100) { nodes { id version } } }"}'
    _, answer = server.ask("POST", "/graphql", query)
    return {node["id"]: node["version"] for node in answer["data"]["stories"]["nodes"]}


@pytest.mark.node
@pytest.mark.parametrize("client", ["graphql-ws", "graphql-sse"])
def test_a_client_is_told_every_story_that_another_process_loads(
    client: str, server: Server, tmp_path: Path, node: Path
) -> None:
    if not (HERE / "node_modules" / client).is_dir():
        pytest.fail("the clients are not installed; `make setup` says why")
    count = 52
    command = [str(node), "--experimental-websocket", "live.mjs", client, f"http://127.0.0.1:{server.port}/graphql", QUERY, str(count)]
    with subprocess.Popen(command, cwd=HERE, text=True, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert "ready" == json.loads(running.stdout.readline())
        assert count == load(tmp_path)
        *events, last = [json.loads(line) for line in running.stdout]

    told: list[dict[str, Any]] = [event["data"]["storyIngested"] for event in events]
    assert "done" == last
    assert stories(server) == {story["id"]: story["version"] for story in told}
    assert (0, 200) == (running.returncode, server.ask("GET", "/healthz")[0])
