"""Golden cases: a question, the statements it becomes and its answer, side by side in cases/<name>/.

    query.graphql     the question; a comment at its top says what the briefs in graph/ say
    variables.json    its variables, if it has any
    statement.sql     what SQLite is asked, one statement a root field, broken into lines for people
    answer.json       the answer

`BRIEFGRAPH_UPDATE=1 pytest tests/golden` writes statements and answers anew; read the difference
before you commit it. The reference has to agree with each answer.
"""

import asyncio
import json
import os
import re
from pathlib import Path

import orjson
import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, get_variable_values, parse

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.planner import Planner
from briefgraph.api.schema import graphql_schema
from briefgraph.briefs import read
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import read_entries
from tests.reference import Reference

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
UPDATE = bool(os.environ.get("BRIEFGRAPH_UPDATE"))
BREAK = re.compile(r" (?=FROM |WHERE |ORDER BY |LIMIT |AND |CROSS JOIN |UNION ALL )|(?<=\()(?=SELECT )")
RECORDED = "2031-06-01T00:00:00Z"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefs of graph/, loaded once."""
    path = tmp_path_factory.mktemp("golden") / "graph.db"

    async def load() -> None:
        store = SqliteStore.open(path, readers=1)
        importer = _importer(store)
        for file in sorted((HERE / "graph").glob("*.txt")):
            await importer.load(read(file.read_bytes(), name=file.name).briefs)
        await store.close()

    asyncio.run(load())
    return path


def _importer(store: SqliteStore) -> Importer:
    outlets = HERE / "graph" / "outlets.yml"
    registry = OutletRegistry(read_entries(outlets.read_text("utf-8"), outlets.name))
    return Importer(store, registry, lambda: RECORDED)


def _lines(statement: str) -> str:
    """A statement broken into lines, for people to read."""
    return BREAK.sub("\n", statement)


def _statements(store: SqliteStore, query: str, variables: dict[str, object]) -> str:
    document = parse(query)
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    coerced = get_variable_values(graphql_schema(), operation.variable_definitions or (), variables)
    assert not isinstance(coerced, list), coerced
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    planner = Planner(fragments, coerced.coerced)
    printed = []
    for key, nodes in planner.collect([operation.selection_set], "Query").items():
        if nodes[0].name.value != "__typename":
            statement = store.compile(planner.root(key, nodes))
            binds = ", ".join(f"{name}={value!r}" for name, value in statement.bind(coerced.coerced).items())
            printed.append(f"-- {key}: {binds or 'binds nothing'}\n{_lines(statement.text)};\n")
    return "\n".join(printed)


@pytest.mark.parametrize("name", CASES)
def test_case(graph: Path, name: str) -> None:
    folder = HERE / "cases" / name
    query = (folder / "query.graphql").read_text("utf-8")
    given = folder / "variables.json"
    variables = json.loads(given.read_text("utf-8")) if given.exists() else {}

    async def ask() -> tuple[str, bytes, bytes | None]:
        store = SqliteStore.open(graph, readers=1, read_only=True)
        try:
            answer = await Executor(store).execute(GraphQLRequest(query=query, variables=variables))
            ledger: dict[str, list[Revision]] = {}
            async for story, revision in store.revisions():
                ledger.setdefault(story, []).append(revision)
            rebuild = _importer(store).rebuild
            reference = Reference(rebuild(story, revisions) for story, revisions in ledger.items())
            # What search ranks and excerpts is the engine's own: only its membership is anyone's to check.
            wanted = None if "search(" in query else reference.answer(query, variables)
            return _statements(store, query, variables), answer.body, wanted
        finally:
            await store.close()

    statement, body, wanted = asyncio.run(ask())
    answer = json.dumps(orjson.loads(body), indent=2, ensure_ascii=False) + "\n"
    assert wanted in (None, body), "the reference says something else"
    if UPDATE:
        (folder / "statement.sql").write_text(statement, "utf-8")
        (folder / "answer.json").write_text(answer, "utf-8")
    assert statement == (folder / "statement.sql").read_text("utf-8")
    assert answer == (folder / "answer.json").read_text("utf-8")


def test_every_case_says_what_it_expects() -> None:
    """A case is only worth what a person has checked: its first line says what the briefs say."""
    assert len(CASES) >= 25
    for name in CASES:
        first = (HERE / "cases" / name / "query.graphql").read_text("utf-8").splitlines()[0]
        assert first.startswith("# "), f"{name}/query.graphql begins without a comment"
