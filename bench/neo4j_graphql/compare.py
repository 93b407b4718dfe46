"""briefgraph beside @neo4j/graphql, on one Neo4j: `python bench/neo4j_graphql/compare.py STORE [SECONDS]`.

STORE is a Neo4j without authentication that briefgraph loaded. Both servers are one process each and ask the
same questions of it; that both give the same data, in the same order, is checked first. Then each gets load for
some seconds, turn by turn, five times for each number of connections. Printed are the medians and the ratio of
the requests per second. The bare route shows what the load generator itself could send and take in.

Needs `npm ci` in this folder.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import uvloop

sys.path.insert(0, str(Path(__file__).parents[1]))
from clients import PAGE, STORY, Connection, hammer, request_of, running, serve, serve_bare

BARE, OURS, THEIRS = 8471, 8472, 8473
TURNS = 5
THEIR_STORY = """query($id: ID!) { stories(where: {id: {eq: $id}}) { id title lead publishedAt
  facts(sort: [{position: ASC}]) { id position text claim { id backerCount } people { name }
    citationsConnection(sort: [{edge: {position: ASC}}]) { edges { properties { marker label } node { id name kind } } } }
  narratives(sort: [{position: ASC}]) { label stance text providers { name } }
  sourcesConnection(sort: [{edge: {position: ASC}}]) { edges { properties { marker label } node { name } } } } }"""
# Without cursors and page info, which it could give too, a little slower.
THEIR_PAGE = """query($first: Int!) { stories(limit: $first, sort: [{publishedKey: DESC}, {id: DESC}]) { id title publishedAt
  facts(sort: [{position: ASC}]) { id text
    citationsConnection(sort: [{edge: {position: ASC}}]) { edges { properties { marker } node { id name } } } }
  narratives(sort: [{position: ASC}]) { label stance providers { name } } } }"""


def plain(value: Any) -> Any:
    """The data of either server in one form: connections as lists, edge properties beside the node."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "nodes" in value:
        return plain(value["nodes"])
    if "edges" in value:
        return plain(value["edges"])
    if "node" in value and "cursor" in value:
        return plain(value["node"])
    found = {key.removesuffix("Connection"): plain(item) for key, item in value.items() if key != "properties"}
    found |= value.get("properties", {})
    if isinstance(found.get("claim"), list):
        (found["claim"],) = found["claim"]
    for unordered in ("people", "providers"):  # each has its own order
        if unordered in found:
            found[unordered] = sorted(found[unordered], key=json.dumps)
    if list(found) == ["node"]:
        return found["node"]
    return found


def data_of(connection: Connection, query: str, variables: dict[str, Any]) -> Any:
    answer = json.loads(connection.send(request_of(query, variables)))
    assert "errors" not in answer, answer["errors"]
    (found,) = answer["data"].values()
    return found


def check(story_ids: list[str]) -> None:
    """Both give the same data."""
    ours, theirs = Connection(OURS), Connection(THEIRS)
    for story in story_ids:
        (found,) = data_of(theirs, THEIR_STORY, {"id": story})
        assert plain(data_of(ours, STORY, {"id": story})) == plain(found), story
    page = plain(data_of(ours, PAGE, {"first": 50}))
    assert page == plain(data_of(theirs, THEIR_PAGE, {"first": 50}))
    facts = sum(len(story["facts"]) for story in page)
    cited = sum(len(fact["citations"]) for story in page for fact in story["facts"])
    print(f"the same data: {len(story_ids)} stories; a page of {len(page)} stories, {facts} facts and {cited} citations\n")


async def main(store: str, seconds: float) -> None:
    with running({OURS: serve(OURS, store), THEIRS: ["node", str(Path(__file__).with_name("server.mjs")), store, str(THEIRS)]},
                 NODE_ENV="production"):  # fmt: skip
        connection = Connection(OURS)
        listed = data_of(connection, "query($n: Int!) { stories(first: $n, orderBy: TITLE_ASC) { nodes { id } } }", {"n": 100})
        ids = [node["id"] for node in listed["nodes"]]
        check(ids)
        cases = [
            ("story", STORY, THEIR_STORY, [{"id": story} for story in ids]),
            ("page of 50", PAGE, THEIR_PAGE, [{"first": 50}]),
        ]
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, str(number)) for number in range(len(cases))]
            for file, (_, query, _, variables) in zip(files, cases, strict=True):
                file.write_bytes(connection.send(request_of(query, variables[0])))
            with running({BARE: serve_bare(BARE, files)}):
                await measure(cases, seconds)


async def measure(cases: list[Any], seconds: float) -> None:
    print(
        "| query | connections | ours/s | theirs/s | ratio | ours p50 | theirs p50 | bare/s |\n|---|---|---|---|---|---|---|---|"
    )
    for number, (name, query, their_query, variables) in enumerate(cases):
        ours = [request_of(query, values) for values in variables]
        theirs = [request_of(their_query, values) for values in variables]
        for connections in (1, 8, 32):
            await hammer(OURS, ours, connections, seconds / 2)  # for warming up
            await hammer(THEIRS, theirs, connections, seconds / 2)
            bare, _ = await hammer(BARE, [request_of(query, variables[0], f"/{number}")], connections, 1)
            rates: list[tuple[float, float]] = []
            times: tuple[list[float], list[float]] = ([], [])
            for _ in range(TURNS):
                one, took = await hammer(OURS, ours, connections, seconds)
                times[0].extend(took)
                two, took = await hammer(THEIRS, theirs, connections, seconds)
                times[1].extend(took)
                rates.append((one, two))
            first, second = (statistics.median(rate[i] for rate in rates) for i in (0, 1))
            ratio = statistics.median(one / two for one, two in rates)
            medians = " | ".join(f"{statistics.median(took):.2f}" for took in times)
            print(f"| {name} | {connections} | {first:.0f} | {second:.1f} | {ratio:.2f} | {medians} | {bare:.0f} |", flush=True)


if __name__ == "__main__":
    subprocess.run(["node", "--version"], check=True, stdout=subprocess.DEVNULL)
    uvloop.install()
    asyncio.run(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 5))
