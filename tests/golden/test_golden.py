"""Golden cases: a question, the statements it becomes and its answer, side by side in cases/<name>/.

    query.graphql     the question; a comment at its top says what the briefs in graph/ say
    variables.json    its variables, if it has any
    statement.sql     what SQLite is asked, one statement a root field, broken into lines for people
    statement.cypher  what Neo4j is asked, likewise
    answer.json       the answer, of both; of search, SQLite's order

graph/ has the briefs, their outlets, and decisions.jsonl, which `briefgraph decisions export` could have written.
`BRIEFGRAPH_UPDATE=1 pytest tests/golden` writes statements and answers anew; read the difference
before you commit it. The reference has to agree with each answer. Printing needs no server, so that the
statements of both are held to their files where there is no Java.
"""

import asyncio
import json
import os
import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from briefgraph.analysis import analyse
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.briefs import read
from briefgraph.graph import cypher, sql
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.log import from_line
from briefgraph.graph.record import Revision
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import read_entries
from tests.contract.conftest import sqlite_store
from tests.neo4j.running import neo4j_store
from tests.printing import Printer, printed
from tests.reference import Reference

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
UPDATE = bool(os.environ.get("BRIEFGRAPH_UPDATE"))
RECORDED = "2031-06-01T00:00:00Z"
ANALYSED = "2031-06-02T00:00:00Z"
PRINTERS: dict[str, tuple[Printer, str, re.Pattern[str]]] = {
    "sql": (sql.print_root, "--", re.compile(r" (?=FROM |WHERE |ORDER BY |LIMIT |AND |CROSS JOIN |UNION ALL )|(?<=\()(?=SELECT )")),
    "cypher": (cypher.print_root, "//", re.compile(r" +(?=MATCH |WHERE |WITH |ORDER BY |LIMIT |AND |CALL |UNION ALL |UNWIND |RETURN |}(?! IN))")),
}  # fmt: skip
STORES = {"sqlite": sqlite_store, "neo4j": neo4j_store}


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)],
)
def answers(request: pytest.FixtureRequest) -> dict[str, tuple[bytes, bytes]]:
    """What an engine and the reference answer to each case, over the briefs and the decisions of graph/."""

    async def ask() -> dict[str, tuple[bytes, bytes]]:
        async with STORES[request.param]() as store:
            importer = _importer(store)
            for file in sorted((HERE / "graph").glob("*.txt")):
                await importer.load(read(file.read_bytes(), name=file.name).briefs)
            log = [from_line(line) for line in (HERE / "graph/decisions.jsonl").read_bytes().splitlines()]
            await importer.decide(log)
            ledger: dict[str, list[Revision]] = {}
            async for story, revision in store.revisions():
                ledger.setdefault(story, []).append(revision)
            records = [importer.rebuild(story, revisions, Decisions(log)) for story, revisions in ledger.items()]
            reference = Reference(records, importer.comparer, log)
            analysis = analyse(await store.network(), ANALYSED)
            await store.measure(analysis)
            reference.measure(analysis)
            found = {}
            for name in CASES:
                query, variables = _question(name)
                answer = await Executor(store).execute(GraphQLRequest(query=query, variables=variables))
                # What search ranks and excerpts is the engine's own: only its membership is anyone's to check.
                wanted = answer.body if "search(" in query else reference.answer(query, variables)
                found[name] = (answer.body, wanted)
            return found

    return asyncio.run(ask())


def _importer(store: Store) -> Importer:
    outlets = HERE / "graph" / "outlets.yml"
    registry = OutletRegistry(read_entries(outlets.read_text("utf-8"), outlets.name))
    return Importer(store, registry, lambda: RECORDED)


def _question(name: str) -> tuple[str, dict[str, Any]]:
    folder = HERE / "cases" / name
    given = folder / "variables.json"
    return (folder / "query.graphql").read_text("utf-8"), json.loads(given.read_text("utf-8")) if given.exists() else {}


def _statements(language: str, query: str, variables: dict[str, object]) -> str:
    """A statement a root field, broken into lines, with what it binds."""
    printer, mark, breaks = PRINTERS[language]
    shown = []
    for key, call in printed(printer, query, variables):
        binds = ", ".join(f"{name}={value!r}" for name, value in call.values.items())
        lines = breaks.sub("\n", call.statement.text)
        shown.append(f"{mark} {key}: {binds or 'binds nothing'}\n{lines};\n")
    return "\n".join(shown)


def _sorted_edges(answer: Any) -> Any:
    """An answer of search without its order."""
    for page in answer["data"].values():
        page["edges"].sort(key=json.dumps)
    return answer


@pytest.mark.parametrize("language", PRINTERS)
@pytest.mark.parametrize("name", CASES)
def test_the_statement_of_a_case(name: str, language: str) -> None:
    file = HERE / "cases" / name / f"statement.{language}"
    statement = _statements(language, *_question(name))
    if UPDATE:
        file.write_text(statement, "utf-8")
    assert statement == file.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_answer_to_a_case(request: pytest.FixtureRequest, answers: dict[str, tuple[bytes, bytes]], name: str) -> None:
    file = HERE / "cases" / name / "answer.json"
    body, wanted = answers[name]
    assert body == wanted, "the reference says something else"
    answer = json.dumps(orjson.loads(body), indent=2, ensure_ascii=False) + "\n"
    if UPDATE and "neo4j" not in request.node.callspec.id:
        file.write_text(answer, "utf-8")
    if "search(" in _question(name)[0]:
        assert _sorted_edges(json.loads(answer)) == _sorted_edges(json.loads(file.read_text("utf-8")))
    else:
        assert answer == file.read_text("utf-8")


def test_every_case_says_what_it_expects() -> None:
    """A case is only worth what a person has checked: its first line says what the briefs say."""
    assert len(CASES) >= 25
    for name in CASES:
        first = (HERE / "cases" / name / "query.graphql").read_text("utf-8").splitlines()[0]
        assert first.startswith("# "), f"{name}/query.graphql begins without a comment"
