"""The command line on Neo4j: it says what it says on SQLite, and `copy` carries a graph from one engine to the other."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from briefgraph.cli import copy as copying
from briefgraph.cli import doctor as checking
from briefgraph.cli import load as loading
from briefgraph.cli.main import run
from briefgraph.config import Settings
from briefgraph.engines import open_store
from briefgraph.graph.neo4j import store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.neo4j.proxy import COMMIT, Proxy, proxy_beside
from tests.neo4j.running import empty_graph, shared_server, wipe
from tests.neo4j.server import free_port
from tests.neo4j.serving import environment
from tests.worlds import world

pytestmark = pytest.mark.neo4j

EXAMPLES = Path(__file__).parents[2] / "examples"
SOME = ("sorvanil",)  # with several versions of a story
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def neo4j() -> str:
    """The address of an empty, prepared graph."""
    return asyncio.run(empty_graph()).address


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Runs a command line in an empty folder; gives its exit code, what it printed, and what it said on standard error."""
    for name in os.environ:
        if name.startswith("BRIEFGRAPH_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return called


def cypher(*texts: str) -> list[int]:
    """Run statements on the database, beside the command line, and give the number that each returns, if it does."""
    with GraphDatabase.driver(shared_server().address) as driver, driver.session() as session:
        return [row.values()[0] for text in texts for row in session.run(text)]


# --- the commands --------------------------------------------------------------------------------


def test_load_query_and_dump_say_what_they_say_on_sqlite(call: Call, neo4j: str, tmp_path: Path) -> None:
    folders = [str(EXAMPLES / "briefs" / name) for name in SOME]
    (tmp_path / "q").write_text(
        "query Q($n: Int) { stories(first: $n) { edges { cursor node { title facts { edges { node { text } } } } } } }"
    )
    said = []
    for address in ("sqlite:///graph.db", neo4j):
        said.append(
            [
                call("load", *folders, "--store", address),
                call("load", "--if-empty", *folders, "--store", address),
                call("load", folders[0], "--store", address),
                call("query", "q", "--variables", '{"n": 5}', "--store", address),
                call("dump", "--store", address),
            ]
        )

    on_sqlite, on_neo4j = said
    assert on_sqlite == on_neo4j
    assert [code for code, _, _ in on_neo4j] == [0, 0, 0, 0, 0]
    assert "nothing was loaded" in on_neo4j[1][1] and " 0 new, " in on_neo4j[2][1]
    assert '"type":"CITES"' in on_neo4j[4][1]


def test_doctor_is_well_or_names_the_missing_index(call: Call, neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # All of them take half a minute and more to plan; test_store.py has every file planned.
    for module, name in ((store, "every_root"), (checking, "probes")):
        monkeypatch.setattr(module, name, partial(islice, list(getattr(module, name)())[:3], 3))
    cypher("DROP INDEX alias_folded")

    code, out, err = call("doctor", "--store", neo4j)

    (wrong,) = [line for line in out.splitlines() if line.startswith("wrong: ")]
    assert (1, "", "1 wrong") == (code, err, out.splitlines()[-1])
    assert "the index alias_folded is missing" in wrong
    cypher(wrong.split("make it with: ")[1], "CALL db.awaitIndexes(60)")
    code, out, err = call("doctor", "--store", neo4j)
    assert (0, "ok", "") == (code, out.splitlines()[-1], err)
    assert f"store: {neo4j}/neo4j, without stories" in out


def test_doctor_makes_no_graph_where_there_is_none(call: Call, neo4j: str, tmp_path: Path) -> None:
    cypher("MATCH (store:Store) DELETE store")

    code, out, err = call("doctor", "--store", neo4j)

    assert (0, "ok", "") == (code, out.splitlines()[-1], err)
    assert f"store: there is no graph at {neo4j}/neo4j; `briefgraph load` makes one" in out
    code, out, err = call("dump", "--store", neo4j)
    assert (1, "", 1, True) == (code, out, len(err.splitlines()), "there is no graph at" in err)
    (tmp_path / "q").write_text("{ stats { storyCount } }")
    code, out, _ = call("query", "q", "--store", neo4j)
    assert (1, "ENGINE_DOWN") == (code, json.loads(out)["errors"][0]["extensions"]["code"])
    assert [0] == cypher("MATCH (node) RETURN count(node)")


def test_a_database_of_something_else_is_left_alone(call: Call, neo4j: str, tmp_path: Path) -> None:
    cypher("MATCH (store:Store) DELETE store", "CREATE (:Film {title: 'Drosk'})")
    (tmp_path / "a.jsonl").write_text('{"title": "A fox", "facts": [{"text": "A fox was seen."}]}\n')
    try:
        code, out, _ = call("doctor", "--store", neo4j)
        assert (1, True) == (code, "holds something else than a briefgraph graph" in out)
        for command in (("load", "a.jsonl"), ("dump",)):
            code, out, err = call(*command, "--store", neo4j)
            assert (1, "", 1, True) == (code, out, len(err.splitlines()), "something else" in err)
        assert [1] == cypher("MATCH (node) RETURN count(node)")
    finally:
        asyncio.run(wipe(neo4j))


def test_a_load_that_is_cut_is_one_line_and_is_done_again(
    call: Call, neo4j: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 5)
    write_stories(tmp_path / "many.jsonl", 20)
    with proxy_beside(shared_server().port) as proxy:
        proxy.cut_after = nth_commit(3)
        code, out, err = call("load", "many.jsonl", "--store", proxy.address)
        proxy.cut_after = None
        assert (1, "", 1) == (code, out, len(err.splitlines())), err
        assert err.startswith("briefgraph: ") and "gave no answer in time" in err

        assert 0 == call("load", "many.jsonl", "--store", proxy.address)[0]

    assert 0 == call("load", "many.jsonl", "--store", "sqlite:///graph.db")[0]
    assert call("dump", "--store", neo4j) == call("dump", "--store", "sqlite:///graph.db")


def write_stories(path: Path, count: int) -> None:
    stories = [{"title": f"Title {n}", "facts": [{"text": f"Fact {n} was told."}]} for n in range(count)]
    path.write_text("".join(json.dumps(story) + "\n" for story in stories))


def nth_commit(number: int, then: Callable[[], object] = lambda: None) -> Callable[[bytes], bool]:
    """Cuts a connection at a transaction of these."""
    seen = 0

    def look(data: bytes) -> bool:
        nonlocal seen
        seen += data.count(COMMIT)
        if seen < number:
            return False
        then()
        return True

    return look


# --- copy ----------------------------------------------------------------------------------------


@pytest.fixture
def source(call: Call, tmp_path: Path) -> str:
    """A store on SQLite: examples, and generated briefs in many versions, some undated, with words beyond 16 bits."""
    address = "sqlite:///source.db"
    assert 0 == call("load", *(str(EXAMPLES / "briefs" / name) for name in SOME), "--store", address)[0]

    async def fill() -> None:
        filled = open_store(Settings(store=address))
        registry = OutletRegistry.load()
        for seed in range(8):
            for brief, recorded_at in world(seed).loads:
                await Importer(filled, registry, partial(str, recorded_at)).load([brief])
        await filled.close()

    asyncio.run(fill())
    return address


def test_a_copy_there_and_back_is_the_same_to_the_byte(
    call: Call, neo4j: str, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFGRAPH_STORE", "sqlite:///none/of-this.db")
    there = call("copy", source, neo4j)
    back = call("copy", neo4j, "sqlite:///back.db")
    again = call("copy", source, neo4j)

    assert there == back and (0, "") == (there[0], there[2])
    count = int(there[1].split()[1])
    assert again[1].startswith(f"versions: 0 copied, {count} there already; stories: ")
    first, *others = [call("dump", "--recorded", "--store", address) for address in (source, neo4j, "sqlite:///back.db")]
    assert 0 == first[0] and max(first[1]) > "\uffff" and '"type":"CITES"' in first[1]
    assert [first, first] == others
    assert first[1].count('"type":"REVISION"') == count > 40


def test_a_backup_is_one_checked_file_or_none(call: Call, neo4j: str, tmp_path: Path) -> None:
    folders = [str(EXAMPLES / "briefs" / name) for name in SOME]
    assert call("load", *folders, "--store", neo4j)[0] == 0

    code, out, err = call("backup", "copy.db", "--store", neo4j)

    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith(f"copy.db: {(tmp_path / 'copy.db').stat().st_size:,} bytes, ")
    assert ["copy.db"] == [path.name for path in tmp_path.iterdir()]
    assert call("dump", "--recorded", "--store", "sqlite:///copy.db") == call("dump", "--recorded", "--store", neo4j)
    code, _, err = call("backup", "none.db", "--store", f"bolt://127.0.0.1:{free_port()}")
    assert (code, len(err.splitlines())) == (1, 1) and "no answer in time" in err
    assert not list(tmp_path.glob("*none*"))


@pytest.mark.parametrize("cut", ["target", "source", "kill"])
def test_a_copy_that_is_cut_goes_on_with_the_same_command(
    call: Call, neo4j: str, source: str, cut: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 9)
    monkeypatch.setattr(store, "LEDGER", 3)
    end = "sqlite:///end.db"
    with proxy_beside(shared_server().port) as proxy:
        if cut == "source":
            assert 0 == call("copy", source, neo4j)[0]
            command = ("copy", proxy.address, end)
            proxy.cut_answer_at = 100_000
        else:
            command = ("copy", source, proxy.address)
        if cut == "kill":
            code, said = killed_at_a_commit(command, 4, proxy)
        else:
            if cut == "target":
                proxy.cut_before = nth_commit(4)
            code, out, said = call(*command)
            assert "" == out and "the same command goes on from there" in said.splitlines()[0]
            assert "gave no answer in time" in said.splitlines()[1] and 2 == len(said.splitlines())
            proxy.cut_before = proxy.cut_answer_at = None
        assert code in (1, -9), said

        code, out, said = call(*command)

    assert (0, "") == (code, said)
    assert "versions: 0 copied" not in out and " 0 there already" not in out
    target = end if cut == "source" else neo4j
    assert call("dump", "--recorded", "--store", source) == call("dump", "--recorded", "--store", target)


def killed_at_a_commit(command: tuple[str, ...], number: int, proxy: Proxy) -> tuple[int, str]:
    """The exit code of a process that is killed, and what it had said."""
    code = "import sys; from briefgraph.cli import load, main; load.BATCH = 9; main(sys.argv[1:])"
    started: list[subprocess.Popen[str]] = []

    def kill() -> None:
        started[0].kill()

    proxy.cut_after = nth_commit(number, kill)
    started.append(subprocess.Popen([sys.executable, "-c", code, *command], env=environment(), stderr=subprocess.PIPE, text=True))
    _, said = started[0].communicate(timeout=60)
    proxy.cut_after = None
    return started[0].returncode, said


def test_nothing_is_made_where_there_is_nothing_to_copy(call: Call, neo4j: str, tmp_path: Path) -> None:
    cypher("MATCH (store:Store) DELETE store")
    gone = f"bolt://127.0.0.1:{free_port()}"
    for source, target, said in [
        ("sqlite:///none.db", neo4j, "there is no store at none.db"),
        (neo4j, "sqlite:///made.db", "there is no graph at"),
        (gone, "sqlite:///made.db", "gave no answer in time"),
    ]:
        code, out, err = call("copy", source, target)
        assert (1, "", 1) == (code, out, len(err.splitlines())), err
        assert said in err
    assert [] == [*tmp_path.iterdir()]
    assert [0] == cypher("MATCH (node) RETURN count(node)")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("sqlite:///a.db", "sqlite:///./a.db"),
        ("neo4j://graph.example", "neo4j://anna:hush@graph.example:7687/neo4j"),
    ],
)
def test_a_store_is_not_copied_into_itself(call: Call, source: str, target: str) -> None:
    code, _, err = call("copy", source, target)

    assert (2, True) == (code, "FROM and TO are the same store" in err)
    assert "hush" not in err


def test_progress_is_for_people(call: Call, neo4j: str, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "is_terminal", lambda: True)

    code, out, err = call("copy", source, neo4j)

    assert (0, True) == (code, " stories" in err)
    assert out.startswith("versions: ")
