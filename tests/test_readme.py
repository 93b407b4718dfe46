"""The README's five questions, asked of the examples: query and answer stand there as they are.

`BRIEFGRAPH_UPDATE=1 pytest tests/test_readme.py` writes them anew; read the difference before you commit it.
"""

import json
import os
import re
from pathlib import Path

import pytest

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph.store import Store

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OPERATIONS = sorted((ROOT / "schema/operations").glob("*.graphql"))
QUESTION = re.compile(r"(<!-- question ([\w-]+) -->\n)(.*?)(?=\n### |\n## |\Z)", re.DOTALL)


async def _block(store: Store, name: str) -> str:
    query = (ROOT / f"schema/operations/{name}.graphql").read_text("utf-8")
    answer = await Executor(store).execute(GraphQLRequest(query=query))
    assert answer.code is None, answer.body
    found = json.dumps(json.loads(answer.body), indent=2, ensure_ascii=False)
    shown = query.split("\n", 1)[1].strip()
    return (
        f"\n```graphql\n{shown}\n```\n\n<details><summary>The answer</summary>\n\n```json\n{found}\n```\n\n</details>\n"
    )


@pytest.mark.anyio
async def test_every_question_has_its_query_and_its_answer(examples: Store) -> None:
    text = README.read_text("utf-8")
    asked = QUESTION.findall(text)

    assert [name for _, name, _ in asked] == [path.stem for path in OPERATIONS]

    blocks = {name: await _block(examples, name) for _, name, _ in asked}
    written = QUESTION.sub(lambda m: m[1] + blocks[m[2]], text)
    if os.environ.get("BRIEFGRAPH_UPDATE"):
        README.write_text(written, "utf-8")
    assert written == README.read_text("utf-8")
