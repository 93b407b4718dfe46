"""The questions of the README and of docs/investigation.md, asked of the examples: query and answer stand there as they are.

`BRIEFGRAPH_UPDATE=1 pytest tests/test_readme.py` writes them anew; read the difference before you commit it.
"""

import asyncio
import json
import os
import re
from pathlib import Path

import pytest
from graphql import parse, validate

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.schema import graphql_schema
from briefgraph.briefs import read
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SUBSCRIPTION = ROOT / "schema/operations/7-told-as-it-comes.graphql"  # of the page: it has no answer to show
OPERATIONS = sorted(set((ROOT / "schema/operations").glob("*.graphql")) - {SUBSCRIPTION})
INVESTIGATION = ROOT / "docs/investigation.md"
STEPS = sorted((ROOT / "schema/operations/investigation").glob("*.graphql"))
QUESTION = re.compile(r"(<!-- question ([\w-]+) -->\n)(.*?</details>\n|)", re.DOTALL)


@pytest.fixture(scope="module")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What stands under each question: its query, and its answer over the examples."""
    store_path = tmp_path_factory.mktemp("readme") / "examples.db"

    async def ask() -> dict[str, str]:
        store = SqliteStore.open(store_path)
        try:
            importer = Importer(store, OutletRegistry.load(ROOT / "examples/outlets.yml"), lambda: "2031-06-01T00:00:00Z")
            for path in sorted((ROOT / "examples/briefs").rglob("*.*")):
                await importer.load(read(path.read_bytes(), name=path.name).briefs)
            return {path.stem: await _block(store, path) for path in (*OPERATIONS, *STEPS)}
        finally:
            await store.close()

    return asyncio.run(ask())


async def _block(store: Store, path: Path) -> str:
    query = path.read_text("utf-8")
    answer = await Executor(store).execute(GraphQLRequest(query=query))
    assert answer.code is None, answer.body
    found = json.dumps(json.loads(answer.body), indent=2, ensure_ascii=False)
    shown = query.split("\n", 1)[1].strip()
    return f"\n```graphql\n{shown}\n```\n\n<details><summary>The answer</summary>\n\n```json\n{found}\n```\n\n</details>\n"


@pytest.mark.parametrize(("page", "files"), [(README, OPERATIONS), (INVESTIGATION, STEPS)], ids=["readme", "investigation"])
def test_every_question_has_its_query_and_its_answer(blocks: dict[str, str], page: Path, files: list[Path]) -> None:
    text = page.read_text("utf-8")
    asked = [name for _, name, _ in QUESTION.findall(text)]

    assert [path.stem for path in files] == asked

    written = QUESTION.sub(lambda m: m[1] + blocks[m[2]], text)
    if os.environ.get("BRIEFGRAPH_UPDATE"):
        page.write_text(written, "utf-8")
    assert written == page.read_text("utf-8")


def test_the_subscription_of_the_page_is_one_of_the_schema() -> None:
    assert [] == validate(graphql_schema(), parse(SUBSCRIPTION.read_text("utf-8")))


def test_every_query_and_mutation_of_it_is_one_of_the_schema() -> None:
    shown = re.findall(r"```graphql\n(.*?)```", README.read_text("utf-8"), re.DOTALL)

    assert len(shown) == len(OPERATIONS) + 1
    assert [fault.message for text in shown for fault in validate(graphql_schema(), parse(text))] == []


def test_its_diagram_has_the_edges_of_the_data_model() -> None:
    stored = re.findall(r"-- \"?([A-Z_]+)", README.read_text("utf-8"))
    page = (ROOT / "docs/data-model.md").read_text("utf-8")

    assert [name for name in stored if name not in page] == []
