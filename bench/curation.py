"""What a decision costs: `python bench/curation.py STORE [ROUNDS]`, on a SQLite store of `bench/corpus.py`'s briefs.

Merges outlets of different sizes into the one that most stories name, and undoes it again: a decision makes
every story anew that names what was merged.
"""

import asyncio
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import orjson

from briefgraph.api.callers import EVERYTHING, Caller
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.engines import now
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry

PLACES = (1, 9, 99, 299)  # among outlets by how many stories name them: the second, the tenth ...
OUTLETS = """query($after: String) {
    outlets(orderBy: STORY_COUNT_DESC, first: 100, after: $after) { nodes { id storyCount } pageInfo { endCursor } }
}"""
MERGE = "mutation($from: ID!, $into: ID!) { mergeOutlets(input: {from: [$from], into: $into}) { decision { id } } }"
UNDO = "mutation($id: ID!) { undoDecision(input: {id: $id}) { decision { id } } }"


async def measure(path: Path, rounds: int) -> None:
    """Print a line an outlet: in how many stories it is, and the median times of merging it and of undoing that."""
    store = SqliteStore.open(path, timeout_ms=60_000)
    executor = Executor(store, Importer(store, OutletRegistry.load(), now))

    async def ask(query: str, **variables: Any) -> Any:
        request = GraphQLRequest(query=query, variables=variables)
        answer = orjson.loads((await executor.execute(request, caller=Caller("env", EVERYTHING))).body)
        if "errors" in answer:
            raise SystemExit(str(answer["errors"]))
        return answer["data"]

    outlets: list[Any] = []
    after = None
    while len(outlets) <= max(PLACES):
        page = (await ask(OUTLETS, after=after))["outlets"]
        outlets += page["nodes"]
        after = page["pageInfo"]["endCursor"]
    hub = outlets[0]
    print(f"into the outlet of {hub['storyCount']:,} stories")
    for place in PLACES:
        merging, undoing = [], []
        for _ in range(rounds):
            start = perf_counter()
            made = await ask(MERGE, **{"from": outlets[place]["id"], "into": hub["id"]})
            between = perf_counter()
            await ask(UNDO, id=made["mergeOutlets"]["decision"]["id"])
            merging.append(between - start)
            undoing.append(perf_counter() - between)
        print(f"{outlets[place]['storyCount']:>7,} stories: merged in {median(merging):.2f} s, undone in {median(undoing):.2f} s")
    await store.close()


if __name__ == "__main__":
    asyncio.run(measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3))
