"""`decisions export`, `decisions import` and `copy` as a user runs them."""

import asyncio
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from briefgraph.api.callers import EVERYTHING, Caller
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.cli.main import run
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from tests.curating import BRIEFS

Run = Callable[..., tuple[int, str, str]]
A, B, C = "sqlite:///a.db", "sqlite:///b.db", "sqlite:///c.db"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in a folder of its own; gives its exit code, what it printed, and its standard error."""
    for name in os.environ:
        if name.startswith("BRIEFGRAPH_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str, given: bytes | None = None) -> tuple[int, str, str]:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return go


def work(address: str, *requests: tuple[str, dict[str, Any]], load: bool = False) -> list[Any]:
    """Load the small world, or ask and decide, at a store."""

    async def go() -> list[Any]:
        store = open_store(Settings(store=address))
        try:
            importer = open_importer(Settings(store=address), store)
            if load:
                await importer.load(BRIEFS)
            executor = Executor(store, importer)
            answers = []
            for query, variables in requests:
                request = GraphQLRequest(query=query, variables=variables)
                answer = orjson.loads((await executor.execute(request, caller=Caller("env", EVERYTHING))).body)
                assert "errors" not in answer, answer
                answers.append(answer["data"])
            return answers
        finally:
            await store.close()

    return asyncio.run(go())


def decided(address: str, *, loaded: bool = True) -> list[str]:
    """Two decisions, of which one is undone again; gives their ids, in the order of the log."""
    (found,) = work(address, ("{ outlets { nodes { id name } } problems { nodes { id } } }", {}), load=loaded)
    ids = {outlet["name"]: outlet["id"] for outlet in found["outlets"]["nodes"]}
    one, two = work(
        address,
        ('mutation($from: [ID!]!, $into: ID!) { made: mergeOutlets(input: {from: $from, into: $into, by: "Ines"}) '
         "{ decision { id at } } }", {"from": [ids["Bramble Kourier"]], "into": ids["Bramble Courier"]}),
        ('mutation($id: ID!) { made: closeProblem(input: {id: $id, reason: "Seen."}) { decision { id at } } }',
         {"id": found["problems"]["nodes"][0]["id"]}),
    )  # fmt: skip
    undo = "mutation($id: ID!) { undoDecision(input: {id: $id}) { decision { isUndone } } }"
    assert work(address, (undo, {"id": two["made"]["decision"]["id"]})) == [{"undoDecision": {"decision": {"isUndone": True}}}]
    return [made["id"] for made in sorted((one["made"]["decision"], two["made"]["decision"]), key=lambda d: (d["at"], d["id"]))]


def test_what_is_exported_is_imported_before_or_after_the_briefs(call: Run) -> None:
    ids = decided(A)
    code, out, err = call("decisions", "export", "--store", A)
    assert (code, err) == (0, "")
    lines = [orjson.loads(line) for line in out.splitlines()]
    assert [line["id"] for line in lines] == ids
    assert {line["undone_at"] is None for line in lines} == {True, False}
    assert call("decisions", "export", "log.jsonl", "--store", A) == (0, "", "")
    assert Path("log.jsonl").read_text() == out

    backwards = "\n".join(reversed(out.splitlines())).encode()
    assert call("decisions", "import", "-", "--store", B, given=backwards) == (
        0, "decisions: 2 new, 0 undone, 0 there already\n", "",
    )  # fmt: skip
    work(B, load=True)
    work(C, load=True)
    assert call("decisions", "import", "log.jsonl", "--store", C)[0] == 0
    assert call("decisions", "import", "log.jsonl", "--store", C) == (0, "decisions: 0 new, 0 undone, 2 there already\n", "")
    assert call("dump", "--store", A) == call("dump", "--store", B) == call("dump", "--store", C)


def test_what_was_undone_in_either_log_is_undone(call: Run) -> None:
    decided(A)
    log = [orjson.loads(line) for line in call("decisions", "export", "--store", A)[1].splitlines()]
    before = b"\n".join(orjson.dumps(line | {"undone_at": None, "undone_by": None}) for line in log)
    after = b"\n".join(map(orjson.dumps, log))
    assert call("decisions", "import", "-", "--store", B, given=before)[1] == "decisions: 2 new, 0 undone, 0 there already\n"
    assert call("decisions", "import", "-", "--store", B, given=after)[1] == "decisions: 0 new, 1 undone, 1 there already\n"
    assert call("decisions", "import", "-", "--store", B, given=before)[1] == "decisions: 0 new, 0 undone, 2 there already\n"
    assert call("decisions", "export", "--store", B) == call("decisions", "export", "--store", A)


ST = "st_" + "0" * 24
LONG = "st_" + "0" * 9_000  # no index of Neo4j's takes it


def changed(**more: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda line: line | more


def effects(**more: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda line: line | {"effects": line["effects"] | more}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda _: [], "is no decision"),
        (lambda line: {name: line[name] for name in line if name != "subjects"}, "is no decision"),
        (changed(kind="MARRY"), "is no decision"),
        (changed(by=7), "by is no text"),
        (changed(at="2025-06-01"), "2025-06-01 is no time in UTC"),
        (changed(subjects=[1]), "subjects has an entry that is no text"),
        (changed(effects=[]), "is no decision"),
        (changed(by="Somebody else"), "its id is another's"),
        (effects(moved={"st_1": "ou_1"}), "moved has an entry that leads elsewhere"),
        (effects(moved={"fa_1": "fa_2"}), "moved has an entry that leads elsewhere"),
        (effects(moved=["st_1"]), "moved or described is no object"),
        (effects(described={"ou_1": {"name": 1}}), "described has an entry of another form"),
        (effects(alone="fa_1"), "alone is no list"),
        (effects(same=[["cl_1"]]), "same has an entry of another form"),
        (effects(citations=[["fa_1", "1", "a", None]]), "citations has an entry of another form"),
        (effects(wedded=["st_1"]), "is no decision"),
        (changed(subjects=["st_" + "0" * 9_000]), "it names what is no id"),
        (effects(moved={LONG: ST}), "it names what is no id"),
        (effects(moved={ST: LONG}), "it names what is no id"),
        (effects(moved={ST: ST}), "moved has an entry that leads elsewhere"),
        (effects(described={"ou_1": {}}), "it names what is no id"),
        (effects(stories=["fa_\u0000"]), "it names what is no id"),
        (effects(split=[[ST, ST, LONG, "a"]]), "it names what is no id"),
        (effects(same=[[LONG, LONG + "0"]]), "it names what is no id"),
        (effects(apart=[[ST[:-1] + "1", ST]]), "apart has a pair whose smaller id is not the first"),
        (effects(distinct=[[ST, ST]]), "distinct has a pair whose smaller id is not the first"),
        (effects(citations=[[ST, True, "a", None]]), "citations has an entry of another form"),
        (effects(citations=[[ST, 2**40, "a", None]]), "citations has an entry of no place"),
        (effects(citations=[[ST, 1, "a", "b" * 501]]), "a citation's label is longer than 500 characters"),
        (effects(citations=[[ST, 1, "a", "b\u0000"]]), "a citation's label holds a control character"),
        (changed(reason="r" * 2_001), "reason is longer than 2,000 characters"),
        (changed(undone_by="\u001b[2J"), "undone_by holds a control character"),
    ],
)
def test_a_bad_line_is_refused_with_its_place_and_nothing_is_imported(call: Run, change: Any, why: str) -> None:
    decided(A)
    first, second = [orjson.loads(line) for line in call("decisions", "export", "--store", A)[1].splitlines()]
    Path("bad.jsonl").write_bytes(orjson.dumps(first) + b"\n\n" + orjson.dumps(change(second)) + b"\n")
    code, out, err = call("decisions", "import", "bad.jsonl", "--store", B)
    assert (code, out) == (1, "") and err.startswith("briefgraph: bad.jsonl:3: is no decision") and why in err
    assert not Path("b.db").exists()


def test_lines_that_no_log_holds_are_refused(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(A)
    out = call("decisions", "export", "--store", A)[1].encode()
    line = orjson.loads(out.splitlines()[0])
    other = orjson.dumps(line | {"reason": "Because."})
    code, _, err = call("decisions", "import", "-", "--store", A, given=other)
    assert code == 1 and err.startswith(f"briefgraph: <stdin>:1: the decision {line['id']} says something else")
    assert call("decisions", "import", "-", "--store", B, given=out + other)[0] == 1
    assert call("decisions", "export", "--store", B)[1] == ""
    monkeypatch.setattr("briefgraph.cli.decisions.LINE_BYTES", 100)
    code, _, err = call("decisions", "import", "-", "--store", C, given=out)
    assert (code, err) == (1, "briefgraph: <stdin>:1: is no decision: it is longer than 100 bytes\n")
    assert call("decisions", "import", ".", "--store", C)[0] == 1
    assert call("decisions", "export", "--store", "sqlite:///none.db")[0] == 1


def test_a_copy_takes_decisions_along(call: Run) -> None:
    decided(A)
    code, out, err = call("copy", A, B)
    assert (code, err) == (0, "")
    assert out.splitlines() == ["versions: 5 copied, 0 there already; stories: 5", "decisions: 2 new, 0 undone, 0 there already"]
    assert call("copy", A, B)[1].splitlines() == [
        "versions: 0 copied, 5 there already; stories: 5", "decisions: 0 new, 0 undone, 2 there already",
    ]  # fmt: skip
    assert call("dump", "--recorded", "--store", A) == call("dump", "--recorded", "--store", B)
    assert "decisions" not in call("copy", *plain(call))[1]


def plain(call: Run) -> tuple[str, str]:
    """A store in which nothing was decided, and one that is not there."""
    work(C, load=True)
    return C, "sqlite:///d.db"
