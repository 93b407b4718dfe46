"""What gzip makes of this project's answers, by level: how much shorter, and how long it takes.

    python bench/compression.py [STORE]

Without a store the examples are loaded into one. Times are the best of several runs, in this process alone.
"""

import asyncio
import gzip
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.cli.main import run as briefgraph
from briefgraph.config import Settings
from briefgraph.engines import open_store

ROOT = Path(__file__).parents[1]
LARGE = """{ stories(first: 100) { nodes { id title lead publishedAt
    facts(first: 50) { nodes { id text claim { id text backerCount }
      citations { edges { marker label url node { id name kind } } } } }
    narratives(first: 20) { nodes { label text providers { edges { node { name } } } } } } } }"""
SMALL = "{ stories(first: 20) { nodes { id title publishedAt sources { edges { marker node { name } } } } } }"
ROUNDS = 15


async def answers(address: str) -> dict[str, bytes]:
    """Answers of several lengths, by what was asked."""
    store = open_store(Settings(store=address), read_only=True, timeout_ms=60_000)
    try:
        asked = {"20 stories": SMALL, "100 stories whole": LARGE}
        asked |= {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "schema/operations").glob("*.graphql"))[:2]}
        executor = Executor(store)
        return {name: (await executor.execute(GraphQLRequest(query=query))).body for name, query in asked.items()}
    finally:
        await store.close()


def report(name: str, body: bytes) -> None:
    """One line a level."""
    for level in (1, 2, 4, 6, 9):
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            made = gzip.compress(body, level, mtime=0)
            best = min(best, time.perf_counter() - start)
        share, speed = len(made) / len(body), len(body) / best / 1e6
        print(f"{name:36} {len(body):9,} bytes  level {level}  {share:5.1%}  {best * 1e3:7.2f} ms  {speed:5.0f} MB/s")


def run(address: str) -> None:
    """Measure the answers of one store."""
    for name, body in asyncio.run(answers(address)).items():
        report(name, body)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(sys.argv[1])
    else:
        with TemporaryDirectory() as folder:
            address = f"sqlite:///{folder}/graph.db"
            briefgraph(["load", "--store", address, str(ROOT / "examples/briefs")])
            run(address)
