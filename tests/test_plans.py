"""docs/plans.md: the plan of each question that stands there, on either engine, over the examples.

`BRIEFGRAPH_UPDATE=1 pytest tests/test_plans.py` writes them anew; read the difference before you commit it.
"""

import asyncio
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import AsyncGraphDatabase

from briefgraph.api.execution import Executor
from briefgraph.brief import Brief
from briefgraph.briefs import read
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.neo4j.running import neo4j_store, shared_server

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/plans.md"
QUESTION = re.compile(r"```graphql\n(.*?)```\n", re.DOTALL)
# What changes from load to load: estimates, and when it is that properties are read.
VARIES = re.compile(r" \[rows ~[\d,]+\]$|^ *CacheProperties .*\n", re.MULTILINE)
CONDITIONS = re.compile(r"(?<=Filter )(.*)$", re.MULTILINE)


def block(engine: str, plan: str) -> str:
    settled = CONDITIONS.sub(lambda match: " AND ".join(sorted(match[1].split(" AND "))), VARIES.sub("", plan))
    return f"\n<details><summary>{engine}</summary>\n\n```text\n{settled}\n```\n\n</details>\n"


def planned(engine: str) -> re.Pattern[str]:
    """The plans of one engine: nothing in them ends a block."""
    return re.compile(rf"\n<details><summary>{engine}</summary>\n\n```text\n.*?\n```\n\n</details>\n", re.DOTALL)


async def load_examples(store: Store) -> None:
    importer = Importer(store, OutletRegistry.load(ROOT / "examples/outlets.yml"), lambda: "2031-06-01T00:00:00Z")
    briefs = [brief for path in sorted((ROOT / "examples/briefs").rglob("*.*")) for brief in _briefs(path)]
    await importer.load(briefs)


def _briefs(path: Path) -> list[Brief]:
    return list(read(path.read_bytes(), name=path.name).briefs)


async def plans(store: Store) -> list[str]:
    """The plan of each question of the page."""
    executor = Executor(store)
    found = []
    for question in QUESTION.findall(PAGE.read_text("utf-8")):
        (call,) = executor.calls(question, {})
        found.append(await store.explain(call))
    return found


def hold(engine: str, found: list[str], place: Callable[[str], int]) -> None:
    """Compare the page's plans of one engine with what was found; write them where that is asked for."""
    text = PAGE.read_text("utf-8")
    if os.environ.get("BRIEFGRAPH_UPDATE"):
        parts = re.split(r"(?=^## )", planned(engine).sub("", text), flags=re.MULTILINE)
        for number, plan in enumerate(found, 1):
            at = place(parts[number])
            parts[number] = parts[number][:at] + block(engine, plan) + parts[number][at:]
        text = "".join(parts)
        PAGE.write_text(text, "utf-8")
    assert planned(engine).findall(text) == [block(engine, plan) for plan in found]


def after_question(part: str) -> int:
    found = QUESTION.search(part)
    assert found is not None
    return found.end()


def at_end(part: str) -> int:
    return len(part.rstrip("\n")) + 1


def test_the_page_has_the_plans_of_sqlite() -> None:
    async def ask() -> list[str]:
        store = SqliteStore.open(":memory:", readers=1)
        try:
            await load_examples(store)
            return await plans(store)
        finally:
            await store.close()

    found = asyncio.run(ask())
    assert len(found) == PAGE.read_text("utf-8").count("\n## ")
    hold("SQLite", found, after_question)


@pytest.mark.neo4j
def test_the_page_has_the_plans_of_neo4j() -> None:
    async def ask() -> list[str]:
        async with neo4j_store() as store, AsyncGraphDatabase.driver(shared_server().address) as driver:
            await load_examples(store)
            async with driver.session() as session:
                await (await session.run("CALL db.prepareForReplanning(100)")).consume()
            return await plans(store)

    hold("Neo4j", asyncio.run(ask()), at_end)
