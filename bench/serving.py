"""What the server adds to its statements: `python bench/serving.py STORE.db [ROUNDS]`.

For three queries - a story with everything, a page of 50 stories with everything, who backs a claim - the same
process measures, turn by turn in one run, on one keep-alive connection:

    raw     the statement alone, in this process, through the store
    bare    a bare starlette route that gives the same bytes
    ours    POST /graphql

and prints medians in milliseconds and the ratio ours / (raw + bare), which is to stay below 1.6.
"""

import asyncio
import http.client
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph.sqlite.store import SqliteStore

STORY = """query($id: ID!) { story(id: $id) { id title lead publishedAt
  facts { edges { node { id position text claim { id backerCount } people { nodes { name } }
    citations { edges { marker label node { id name kind } } } } } }
  narratives { nodes { label stance text providers { nodes { name } } } }
  sources { edges { marker label node { name } } } } }"""
PAGE = """query($first: Int!) { stories(first: $first) { pageInfo { hasNextPage endCursor }
  edges { cursor node { id title publishedAt
    facts { nodes { id text citations { edges { marker node { id name } } } } }
    narratives { nodes { label stance providers { nodes { name } } } } } } } }"""
BACKERS = """query($id: ID!) { claim(id: $id) { text backerCount storyCount
  backers(first: 10) { edges { citationCount factCount storyCount firstAt lastAt node { id name kind }
    facts(first: 3) { nodes { text story { id title publishedAt } } } } } } }"""
BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
bodies = [open(name, 'rb').read() for name in sys.argv[2:]]
async def bare(request):
    await request.body()
    return Response(bodies[int(request.path_params['n'])], media_type='application/json')
uvicorn.run(Starlette(routes=[Route('/{n}', bare, methods=['POST'])]), port=int(sys.argv[1]),
            log_level='critical', access_log=False, loop='uvloop', http='httptools')
"""
PORTS = (8471, 8472)


class Client:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def post(self, path: str, body: bytes) -> bytes:
        self.connection.request("POST", path, body, {"Content-Type": "application/json", "Accept": "application/json"})
        return self.connection.getresponse().read()


def wait_for(port: int) -> Client:
    """A client, once the server answers."""
    for _ in range(100):
        try:
            client = Client(port)
            client.post("/0", b"{}")
        except OSError:
            time.sleep(0.1)
        else:
            return client
    raise SystemExit(f"nothing answers on port {port}")


def timed(ask: Callable[[], Any]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1_000


async def main(path: Path, rounds: int) -> None:
    store = SqliteStore.open(path, read_only=True)
    executor = Executor(store)

    async def ask(query: str, variables: dict[str, Any]) -> bytes:
        answer = await executor.execute(GraphQLRequest(query=query, variables=variables))
        assert answer.code is None, answer.body
        return answer.body

    stories = json.loads(await ask("{ stories(first: 100, orderBy: TITLE_ASC) { nodes { id } } }", {}))
    claims = json.loads(await ask("{ claims(first: 100) { nodes { id } } }", {}))
    story_ids = [{"id": node["id"]} for node in stories["data"]["stories"]["nodes"]]
    claim_ids = [{"id": node["id"]} for node in claims["data"]["claims"]["nodes"]]
    cases = [("story", STORY, story_ids), ("page of 50", PAGE, [{"first": 50}]), ("backers", BACKERS, claim_ids)]
    files = []
    for number, (_, query, variables) in enumerate(cases):
        files.append(Path(f"/tmp/briefgraph-bench-{number}.json"))
        files[-1].write_bytes(await ask(query, variables[0]))
    commands = [
        [sys.executable, "-c", BARE, str(PORTS[0]), *map(str, files)],
        [sys.executable, "-m", "briefgraph", "serve", "--store", f"sqlite:///{path}", "--port", str(PORTS[1])],
    ]
    servers = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for command in commands]
    try:
        bare, ours = (wait_for(port) for port in PORTS)
        print("| query | bytes | raw ms | bare ms | ours ms | ours / (raw + bare) |\n|---|---|---|---|---|---|")
        for number, (name, query, variables) in enumerate(cases):
            times: dict[str, list[float]] = {"raw": [], "bare": [], "ours": []}
            for turn in range(rounds):
                given = variables[turn % len(variables)]
                body = json.dumps({"query": query, "variables": given}).encode()
                calls = executor.calls(query, given)
                start = time.perf_counter()
                await store.answer(calls)
                times["raw"].append((time.perf_counter() - start) * 1_000)
                times["bare"].append(timed(lambda n=number, b=body: bare.post(f"/{n}", b)))
                times["ours"].append(timed(lambda b=body: ours.post("/graphql", b)))
            raw, plain, full = (statistics.median(times[kind][rounds // 10 :]) for kind in ("raw", "bare", "ours"))
            size = files[number].stat().st_size
            print(f"| {name} | {size:,} | {raw:.3f} | {plain:.3f} | {full:.3f} | {full / (raw + plain):.2f} |")
    finally:
        for server in servers:
            server.terminate()
        await store.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 400))
