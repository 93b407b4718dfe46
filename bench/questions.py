"""What every question costs as the graph grows: `python bench/questions.py 10000 100000 [--folder DIR] [--http]`.

Each argument is a number of invented stories or a store's address. A number is an embedded store in the folder: it is
made where it is not there (`bench/corpus.py` with hubs, `briefgraph load`, `briefgraph analyse`), which takes a minute
for 10,000 stories and more than half an hour for 100,000. Neo4j has to be loaded before, with the same commands.

A question is a document of bench/questions/: its first line says what it may take and what it asks, and each of its
variables ($outlet, $other, $person, $claim, $story, $text) is drawn from the store three times: a hub, one in the middle and a
rare one. A new question is a new file. The table has medians and 99th percentiles in milliseconds of the
whole request in this process, from the document to the bytes; with --http those of POST /graphql on one keep-alive
connection of a server of its own. In this process there is also the median of the processor time, which is what an
embedded store's budget and ratio are about: other work on the machine does not touch it. Ratios are of the last store
to the first.
"""

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import uvloop
from clients import Connection, request_of, running, serve
from corpus import briefs

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.config import load_settings
from briefgraph.engines import open_store
from briefgraph.graph.store import Store

QUESTIONS = Path(__file__).parent / "questions"
HEAD = re.compile(r"# (\d+) ms: (.+)\.")
PLACES = ("hub", "middle", "rare")
MIDDLE = 100  # by how many stories there are of each
ROUNDS = 200
LEAST = 5
PATIENCE_S = 2.0  # of one question, beyond the least rounds
PORT = 8473

Ask = Callable[[str, Mapping[str, Any]], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Question:
    """A document, what it asks, and how many milliseconds it may take."""

    name: str
    document: str
    asks: str
    budget: int

    @property
    def variables(self) -> list[str]:
        return re.findall(r"\$(\w+):", self.document)


@dataclass(slots=True)
class Measured:
    """One question of one store: rows of the answer, milliseconds on the clock and of this process's processors."""

    rows: int
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)  # none where another process does it

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def cost(self) -> float:
        """What the budget is about."""
        return statistics.median(self.work or self.times)

    @property
    def late(self) -> float:
        """The 99th percentile; of a few rounds the slowest."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * 0.99))]


def questions() -> list[Question]:
    """Every document there is."""
    found = []
    for path in sorted(QUESTIONS.glob("*.graphql")):
        text = path.read_text("utf-8")
        head = HEAD.fullmatch(text.splitlines()[0])
        assert head, f"{path}: the first line is no `# 5 ms: What it asks.`"
        found.append(Question(path.stem, text, head[2], int(head[1])))
    return found


# --- stores ----------------------------------------------------------------------------------


def address_of(given: str, folder: Path) -> str:
    """The address of a store; for a number that of an embedded one, which is made where it is not there."""
    if not given.isdigit():
        return given
    path = folder / f"corpus-{given}.db"
    address = f"sqlite:///{path.resolve()}"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = folder / f"briefs-{given}.jsonl"
        with lines.open("wb") as file:
            file.writelines(orjson.dumps(brief) + b"\n" for brief in briefs(int(given), hubs=True))
        made = path.with_suffix(".new")  # what was interrupted is no store to measure
        made.unlink(missing_ok=True)
        for command in (["load", str(lines)], ["analyse"]):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "briefgraph", *command, "--store", f"sqlite:///{made.resolve()}"], check=True)
            print(f"{command[0]} {given}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
        made.rename(path)
    return address


async def drawn(ask: Ask) -> dict[str, dict[str, Any]]:
    """Of each variable a hub, one in the middle and a rare one."""

    async def data(query: str, **variables: Any) -> Any:
        return orjson.loads(await ask(query, variables))["data"]

    async def listed(kind: str) -> list[str]:
        query = f"query($after: String) {{ list: {kind}(first: 100, after: $after, orderBy: STORY_COUNT_DESC) "
        query += "{ nodes { id } pageInfo { hasNextPage endCursor } } }"
        found: list[str] = []
        after = None
        while True:
            page = (await data(query, after=after))["list"]
            found += [node["id"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return found

    chosen: dict[str, dict[str, Any]] = {}
    for variable, kind in (("outlet", "outlets"), ("person", "people")):
        found = await listed(kind)
        chosen[variable] = dict(zip(PLACES, (found[0], found[min(MIDDLE, len(found) // 2)], found[-1]), strict=True))
        if variable == "outlet":  # and another one of about the same size
            chosen["other"] = dict(zip(PLACES, (found[1], found[min(MIDDLE, len(found) // 2) + 1], found[-2]), strict=True))
    # Of hundreds of thousands of claims the rare one is not looked for in the order of their stories.
    some = await data("{ claims(first: 100, orderBy: STORY_COUNT_DESC) { nodes { id stories(first: 1) { nodes { id } } } } }")
    claims = some["claims"]["nodes"]
    by_title = "{ stories(first: 100, orderBy: TITLE_ASC) { nodes { id title facts { nodes { claim { id storyCount } } } } } }"
    stories = (await data(by_title))["stories"]["nodes"]
    alone = [fact["claim"]["id"] for story in stories for fact in story["facts"]["nodes"] if fact["claim"]["storyCount"] == 1]
    chosen["claim"] = dict(zip(PLACES, (claims[0]["id"], claims[-1]["id"], alone[0]), strict=True))
    hub = claims[0]["stories"]["nodes"][0]["id"]
    chosen["story"] = dict(zip(PLACES, (hub, stories[0]["id"], stories[-1]["id"]), strict=True))
    words = sorted(stories[0]["title"].split(), key=len)
    chosen["text"] = dict(zip(PLACES, ("after", f"{words[-1]} {words[-2]}", stories[-1]["title"]), strict=True))
    return chosen


# --- measuring -------------------------------------------------------------------------------


def rows_of(value: Any) -> int:
    """How many edges, nodes and items an answer has."""
    if isinstance(value, list):
        return len(value) + sum(map(rows_of, value))
    return sum(map(rows_of, value.values())) if isinstance(value, dict) else 0


async def measured(ask: Ask, query: str, variables: Mapping[str, Any], *, alone: bool) -> Measured:
    """Ask a question again and again, once before the clock runs; `alone` says that this process does all the work."""
    body = orjson.loads(await ask(query, variables))
    assert "errors" not in body, body
    found = Measured(rows_of(body["data"]))
    end = time.perf_counter() + PATIENCE_S
    while len(found.times) < ROUNDS and (len(found.times) < LEAST or time.perf_counter() < end):
        start, worked = time.perf_counter(), time.process_time()
        await ask(query, variables)
        found.times.append((time.perf_counter() - start) * 1_000)
        found.work += [(time.process_time() - worked) * 1_000] if alone else []
    return found


def in_process(store: Store) -> Ask:
    executor = Executor(store)

    async def ask(query: str, variables: Mapping[str, Any]) -> bytes:
        return (await executor.execute(GraphQLRequest(query=query, variables=dict(variables)))).body

    return ask


def over_http(connection: Connection) -> Ask:
    async def ask(query: str, variables: Mapping[str, Any]) -> bytes:
        return connection.send(request_of(query, dict(variables)))

    return ask


async def every(ask: Ask, http: Ask | None, *, alone: bool) -> dict[tuple[str, str], Measured]:
    """Every question of a store, by its name and whom it is about."""
    values = await drawn(ask)
    found = {}
    for question in questions():
        places = PLACES if question.variables else ("",)
        for place in places:
            given = {name: values[name][place] for name in question.variables}
            found[question.name, place] = await measured(http or ask, question.document, given, alone=alone)
    return found


async def main(addresses: list[str], *, over: bool) -> None:
    results = []
    for address in addresses:
        store = open_store(load_settings(os.environ, store=address), read_only=True, timeout_ms=60_000)
        try:
            if over:
                with running({PORT: serve(PORT, address)}, BRIEFGRAPH_QUERY_TIMEOUT_MS="60000"):
                    results.append(await every(in_process(store), over_http(Connection(PORT)), alone=False))
            else:
                results.append(await every(in_process(store), None, alone=address.startswith("sqlite")))
        finally:
            await store.close()
    heads = " | ".join(f"rows ({place}) | p50 | p99 | processor" for place in range(1, len(addresses) + 1))
    print(f"| question | of | {heads} | ratio | budget |\n|---|---|{'---|' * (4 * len(addresses) + 2)}")
    above = []
    for question in questions():
        for name, place in results[0]:
            if name != question.name:
                continue
            some = [result[name, place] for result in results]
            cells = " | ".join(
                f"{one.rows} | {one.median:.2f} | {one.late:.2f} | {f'{one.cost:.2f}' if one.work else ''}" for one in some
            )
            ratio, is_above = some[-1].cost / some[0].cost, some[-1].cost > question.budget
            above += [f"{name} {place}".strip()] if is_above else []
            print(f"| {name} | {place} | {cells} | {ratio:.1f} | {'above ' * is_above}{question.budget} |")
    print(f"\nabove their budget: {', '.join(above) or 'none'}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+", metavar="STORIES|ADDRESS")
    parser.add_argument("--folder", type=Path, default=Path("var/questions"))
    parser.add_argument("--http", action="store_true", help="ask a server, as a client does")
    options = parser.parse_args()
    uvloop.install()
    asyncio.run(main([address_of(given, options.folder) for given in options.stores], over=options.http))
