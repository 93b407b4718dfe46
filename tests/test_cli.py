"""The command line as a user runs it, on stores and folders of its own."""

import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

import briefgraph
from briefgraph.cli import inputs
from briefgraph.cli.inputs import Document, Unread, documents, find
from briefgraph.cli.main import cli, run
from briefgraph.config import Settings

BRIEF = """Harbour Office Opens in Lanforse

Facts
- The port of Lanforse opened a harbour office on 4 May, the Lanforse Courier said.[1]
- Mayor Ilse Tarnow said that the office will have 40 clerks.[2]

Sources: [1]Lanforse Courier and [2]Quay Herald.

Pro-establishment narrative, as provided by Quay Herald. The office will make the port a safer place.

Establishment-critical narrative, as provided by Lanforse Courier. The office costs more than it brings.
"""
NO_BRIEF = "A shopping list: bread, butter, salt.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cwd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, without a setting in the environment."""
    for name in os.environ:
        if name.startswith("BRIEFGRAPH_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def briefgraph_(cwd: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line; gives its exit code, what it printed, and what it said on standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return call


def brief(number: int) -> str:
    return BRIEF.replace("Lanforse\n", f"Lanforse, Part {number}\n").replace("40 clerks", f"{number} clerks")


# --- load --------------------------------------------------------------------------------------


def test_load_counts_what_is_new_and_what_is_not(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a.txt").write_text(BRIEF)

    code, out, err = briefgraph_("load", "a.txt", "--address", "news.example/a")
    assert (0, "") == (code, err)
    assert ["stories: 1 new, 0 new versions, 0 unchanged", "refused: 0", "problems: none"] == out.splitlines()

    assert (
        "0 new, 0 new versions, 1 unchanged" in briefgraph_("load", "a.txt", "--address", "news.example/a")[1]
    )

    (cwd / "a.txt").write_text(BRIEF.replace("40 clerks", "50 clerks"))
    assert (
        "0 new, 1 new versions, 0 unchanged" in briefgraph_("load", "a.txt", "--address", "news.example/a")[1]
    )


def test_load_refuses_one_and_loads_the_rest(briefgraph_: Run, cwd: Path) -> None:
    folder = cwd / "briefs/below"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(BRIEF)
    (cwd / "briefs/a.txt").write_text(NO_BRIEF)
    (cwd / "briefs/.hidden.txt").write_text(NO_BRIEF)
    (cwd / "briefs/picture.png").write_bytes(b"\x89PNG")

    code, out, err = briefgraph_("load", "briefs")

    assert (1, "stories: 1 new, 0 new versions, 0 unchanged", "refused: 1") == (code, *out.splitlines()[:2])
    assert re.fullmatch(r"briefs/a\.txt:\d+:\d+: \S.*\n", err)


def test_load_of_several_forms_and_more_than_a_batch(briefgraph_: Run, cwd: Path) -> None:
    stories = [{"title": f"Title {n}", "facts": [{"text": f"Fact {n} was told."}]} for n in range(450)]
    (cwd / "many.jsonl").write_text("".join(json.dumps(story) + "\n" for story in stories))
    with zipfile.ZipFile(cwd / "some.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"../../{number}.txt", brief(number))

    code, out, err = briefgraph_("load", "many.jsonl", "some.zip")

    assert (0, "", "stories: 453 new, 0 new versions, 0 unchanged") == (code, err, out.splitlines()[0])
    assert {"many.jsonl", "some.zip", "briefgraph.db"} == {p.name for p in cwd.iterdir() if "-" not in p.name}


def test_load_reads_standard_input(briefgraph_: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BRIEF.encode())))

    code, _, err = briefgraph_("load", "-", "--id", "harbour", "--date", "2031-05-04", "--title", "An office")
    assert (0, "") == (code, err)

    (line,) = [
        line for line in briefgraph_("dump")[1].splitlines() if json.loads(line).get("type") == "STORY"
    ]
    assert ("An office", "2031-05-04T00:00:00Z") == (
        json.loads(line)["title"],
        json.loads(line)["publishedAt"],
    )


def test_load_if_empty_loads_once(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a.txt").write_text(brief(1))
    (cwd / "b.txt").write_text(brief(2))

    assert "1 new" in briefgraph_("load", "--if-empty", "a.txt")[1]
    code, out, _ = briefgraph_("load", "--if-empty", "b.txt")

    assert (0, True) == (code, "nothing was loaded" in out)


@pytest.mark.parametrize(
    "arguments", [("a.txt", "b.txt", "--title", "x"), (".", "--id", "x"), ("a.txt", "--date", "31 March"), ()]
)
def test_load_used_wrongly_is_exit_code_2(briefgraph_: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = briefgraph_("load", *arguments)

    assert (2, True) == (code, "Error: " in err)


def test_words_from_outside_do_not_act_on_the_terminal(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a\x1b[31m\nb.txt").write_text(NO_BRIEF)
    (cwd / "c.txt").write_text(
        BRIEF.replace("as provided by Quay Herald", "as noted").replace("Pro-", "\x1b[5mPro-")
    )

    for command in ("load", "check"):
        _, out, err = briefgraph_(command, ".")
        assert "\x1b" not in out + err
        assert "a\\u001b[31m\\u000ab.txt:1:1: " in out + err


def test_check_prints_problems_and_stores_nothing(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a.txt").write_text(BRIEF.replace("clerks.[2]", "clerks.[7]"))
    (cwd / "b.txt").write_text(NO_BRIEF)

    code, out, err = briefgraph_("check", "a.txt")
    assert 0 == code
    assert re.match(r"a\.txt:5:\d+: DANGLING_MARKER \S", out)
    assert "briefs: 1" in err and "DANGLING_MARKER 1" in err

    code, out, _ = briefgraph_("check", "b.txt", "a.txt")
    assert 1 == code
    assert re.match(r"b\.txt:1:1: REFUSED \S", out)
    assert not (cwd / "briefgraph.db").exists()


# --- inputs ------------------------------------------------------------------------------------


def read(path: Path | str, limit: int = 1_000) -> list[Document | Unread]:
    return list(documents(str(path), limit=limit))


def test_a_pipe_and_a_device_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    for path in (tmp_path / "pipe.txt", "/dev/zero", "/dev/stdin", tmp_path):
        (found,) = read(path)
        assert isinstance(found, Unread), path


def test_no_more_of_a_file_is_read_than_a_brief_may_have(tmp_path: Path) -> None:
    sparse = tmp_path / "large.txt"
    with sparse.open("wb") as file:
        file.truncate(1 << 40)

    (found,) = read(sparse)

    assert isinstance(found, Unread) and "longer than 1,000 bytes" in found.why


def test_json_lines_are_documents_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a":1}\n\n' + b" " * 5_000 + b'\r\n{"b":2}')

    first, long, last = read(path)

    assert isinstance(first, Document) and isinstance(last, Document)
    assert ((1, b'{"a":1}\n'), 3, (4, b'{"b":2}')) == (
        (first.line, first.data),
        long.line,
        (last.line, last.data),
    )
    assert isinstance(long, Unread)


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def reasons(path: Path, limit: int = 2_000_000) -> list[str]:
    return [found.why if isinstance(found, Unread) else "read" for found in read(path, limit)]


def test_an_archive_is_measured_by_what_comes_out_of_it(tmp_path: Path) -> None:
    grows = zipped(tmp_path / "grows.zip", {"a.txt": bytes(1_000_000), "b.txt": b"short"})
    assert ["grows more than 100 times when it is unpacked", "read"] == reasons(grows)

    long = zipped(tmp_path / "long.zip", {"a.txt": os.urandom(5_000)})
    assert ["is longer than 1,000 bytes; no brief is"] == reasons(long, 1_000)

    many = zipped(tmp_path / "many.zip", {f"{n}.txt": b"x" for n in range(1_001)})
    assert ["holds 1,001 files; an archive may hold 1,000"] == reasons(many)

    names = zipped(tmp_path / "names.zip", {f"{n:0900}": b"" for n in range(1_100)})
    assert ["has too long a directory; an archive may hold 1,000 files"] == reasons(names)


def test_an_archive_that_lies_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": b"x"}).read_bytes()
    odd = zipped(tmp_path / "odd.zip", {"in.zip": inner, "ok.txt": b"words"})
    assert ["is an archive in an archive; unpack it first", "read"] == reasons(odd)

    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    assert ["is no regular file"] == reasons(tmp_path / "link.zip")

    stored = zipped(tmp_path / "crc.zip", {"a.txt": b"words words"}, zipfile.ZIP_STORED)
    stored.write_bytes(stored.read_bytes().replace(b"words words", b"words wordz", 1))
    assert "is damaged" in reasons(stored)[0]

    assert "other" not in reasons(zipped(tmp_path / "lzma.zip", {"a.txt": b"x"}, zipfile.ZIP_LZMA))[0]
    assert "deflate is" in reasons(tmp_path / "lzma.zip")[0]

    size = zipped(tmp_path / "size.zip", {"a.txt": b"a" * 500}, zipfile.ZIP_STORED)
    size.write_bytes(size.read_bytes().replace((500).to_bytes(4, "little"), (5).to_bytes(4, "little")))
    assert "read" not in reasons(size)

    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 and no more")
    assert "is no archive that can be read" in reasons(tmp_path / "no.zip")[0]


def test_all_that_comes_out_of_an_archive_has_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.txt": os.urandom(400) for n in range(4)})
    monkeypatch.setattr(inputs, "ARCHIVE_BYTES", path.stat().st_size)

    room = path.stat().st_size
    read_bytes = sum(len(found.data) for found in read(path, 10_000) if isinstance(found, Document))

    assert read_bytes <= room
    monkeypatch.setattr(inputs, "ARCHIVE_BYTES", 1_000)
    assert "is longer than 1,000 bytes" in reasons(path)[0]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.txt").write_text("x")
    (tmp_path / "a/loop").symlink_to(tmp_path)

    assert [str(tmp_path / "a/b.txt")] == list(find([str(tmp_path / "a")]))


# --- query, schema, dump, doctor ---------------------------------------------------------------


@pytest.fixture
def loaded(briefgraph_: Run, cwd: Path) -> Path:
    (cwd / "a.txt").write_text(BRIEF)
    assert 0 == briefgraph_("load", "a.txt")[0]
    return cwd


def test_query_prints_the_response(briefgraph_: Run, loaded: Path) -> None:
    (loaded / "q.graphql").write_text(
        "query A($n: Int) { stories(first: $n) { edges { node { title } } } } query B { __typename }"
    )
    (loaded / "v.json").write_text('{"n": 1}')
    for variables in ('{"n": 1}', "@v.json"):
        code, out, _ = briefgraph_("query", "q.graphql", "--operation", "A", "--variables", variables)
        assert 0 == code
        assert ["Harbour Office Opens in Lanforse"] == [
            e["node"]["title"] for e in json.loads(out)["data"]["stories"]["edges"]
        ]

    code, out, _ = briefgraph_("query", "q.graphql")
    assert (1, "BAD_OPERATION") == (code, json.loads(out)["errors"][0]["extensions"]["code"])


def test_explain_prints_statements_values_and_plans(briefgraph_: Run, loaded: Path) -> None:
    (loaded / "q.graphql").write_text(
        "query A($n: Int) { first: stories(first: $n) { nodes { title } } stats { storyCount } __typename } query B { __typename }"
    )
    asked = ("explain", "q.graphql", "--variables", '{"n": 7}')

    code, out, _ = briefgraph_(*asked, "--operation", "A")
    sections = out.split("\n\n\n")
    assert [0, 2] == [code, len(sections)]
    assert sections[0].startswith("first: p0 = 7\n\nSELECT") and "story_published" in sections[0]
    assert sections[1].startswith("stats: binds nothing\n\nSELECT") and "steps" not in out
    assert "steps of SQLite's machine" in briefgraph_(*asked, "--operation", "A", "--profile")[1]

    code, out, err = briefgraph_(*asked)
    assert (1, "") == (code, out) and "operation" in err

    (loaded / "m").write_text('mutation { deleteStory(input: {id: "st_1"}) { isDeleted } }')
    assert (1, "") == briefgraph_("explain", "m", "--profile")[:2]


def test_query_never_changes_a_store(briefgraph_: Run, loaded: Path) -> None:
    before = briefgraph_("dump")[1]
    story = json.loads(before.splitlines()[0])
    (loaded / "q").write_text(
        'mutation { deleteStory(input: {id: "%s"}) { isDeleted } }' % story.get("id", "")
    )

    code, out, _ = briefgraph_("query", "q")

    assert (1, "FORBIDDEN") == (code, json.loads(out)["errors"][0]["extensions"]["code"])
    assert before == briefgraph_("dump")[1] != ""


@pytest.mark.parametrize("variables", ["5", "[1]", "{", "@none"])
def test_query_with_variables_that_are_none(briefgraph_: Run, loaded: Path, variables: str) -> None:
    (loaded / "q").write_text("{ __typename }")

    code, out, err = briefgraph_("query", "q", "--variables", variables)

    assert (code in (1, 2), "") == (True, out) and err


def test_schema_is_the_schema(briefgraph_: Run) -> None:
    code, out, _ = briefgraph_("schema")

    assert (0, True) == (code, "type Query {" in out)


def test_doctor_is_well_and_keeps_the_key(
    briefgraph_: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFGRAPH_API_KEY", "0123456789-secret-0123456789")

    code, out, err = briefgraph_("doctor")

    assert (0, "ok", "") == (code, out.splitlines()[-1], err)
    assert "secret" not in out and "BRIEFGRAPH_API_KEY = ***  (set)" in out


def test_doctor_names_what_is_wrong(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "other.db").write_bytes(b"no database at all, but of some length " * 100)

    code, out, err = briefgraph_("doctor", "--store", "sqlite:///other.db")

    assert (1, "") == (code, err)
    assert "wrong: other.db" in out and "1 wrong" == out.splitlines()[-1]


# --- how it ends -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "none.graphql"), "none.graphql: No such file"),
        (("dump",), "there is no store at briefgraph.db"),
        (("dump", "--store", "neo4j://anna:hush@127.0.0.1:1"), "neo4j://127.0.0.1:1/neo4j gave no answer in time"),
        (("load", "a.txt", "--store", "sqlite:///none/graph.db"), "four slashes: sqlite:////none"),
        (("dump", "--store", "sqlite:///text.db"), "text.db"),
    ],
)
def test_what_goes_wrong_is_one_line(
    briefgraph_: Run, cwd: Path, arguments: tuple[str, ...], said: str
) -> None:
    (cwd / "text.db").write_text("words " * 1_000)
    (cwd / "a.txt").write_text(BRIEF)

    code, out, err = briefgraph_(*arguments)

    assert (1, "", 1) == (code, out, len(err.splitlines())), err
    assert err.startswith("briefgraph: ") and said in err


def test_ctrl_c_is_exit_code_130(briefgraph_: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefgraph.cli.ask.sdl", interrupted)

    assert (130, "", "briefgraph: interrupted\n") == briefgraph_("schema")


def test_a_reader_that_has_seen_enough_is_no_error(loaded: Path) -> None:
    source = Path(briefgraph.__file__).parents[1]
    code = "from briefgraph.cli import main; main(['schema'])"
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()

    said = process.stderr.read()
    process.stderr.close()

    assert (141, b"") == (process.wait(timeout=30), said)


@pytest.mark.parametrize("command", cli.commands.values(), ids=cli.commands.keys())
def test_every_command_has_help_an_example_and_a_place_in_the_docs(command: click.Command) -> None:
    page = (Path(__file__).parents[1] / "docs/cli.md").read_text("utf-8")
    section = re.search(rf"\n## `{command.name}`\n(.*?)(?=\n## |\Z)", page, re.DOTALL)

    assert command.help and command.epilog and command.epilog.startswith("Example: ")
    assert section is not None
    assert command.epilog.removeprefix("Example: ") in section[1]
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert [] == [option for option in options if f"`{option}" not in section[1]]


def test_the_version(briefgraph_: Run) -> None:
    assert (0, f"briefgraph, version {briefgraph.__version__}\n", "") == briefgraph_("--version")


def test_the_store_that_help_promises_is_the_default(briefgraph_: Run) -> None:
    out = " ".join(briefgraph_("load", "--help")[1].split())

    assert f"[default: {Settings().store}]" in out


# --- suggest -----------------------------------------------------------------------------------


def test_suggest_prints_pairs_of_outlets_and_merges_nothing(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a.txt").write_text(BRIEF.replace("[2]Quay Herald", "[2]Lanforse Courrier"))
    assert "problems: LOOKALIKE_OUTLET 1" in briefgraph_("load", "a.txt")[1]
    before = briefgraph_("dump")[1]

    code, out, err = briefgraph_("suggest", "outlets", "--min", "0.9")

    assert (0, "") == (code, err)
    (line,) = out.splitlines()
    likeness, _, one, _, other, reason = line.split("\t")
    assert ({one, other}, reason) == ({"Lanforse Courier", "Lanforse Courrier"}, "spelling")
    assert 0.9 <= float(likeness) < 1
    assert briefgraph_("dump")[1] == before


def test_suggest_without_its_extra_says_how_to_install_it(
    briefgraph_: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)

    code, out, err = briefgraph_("suggest")

    assert (2, "", True) == (code, out, "briefgraph[review]" in err)


def test_check_and_load_report_the_same_outlets(briefgraph_: Run, cwd: Path) -> None:
    (cwd / "a.txt").write_text(BRIEF.replace("[2]Quay Herald", "[2]R\u0435uters"))

    checked = briefgraph_("check", "a.txt")
    loaded = briefgraph_("load", "a.txt")

    assert re.search(r"^a\.txt:\d+:\d+: LOOKALIKE_OUTLET “R\u0435uters” looks like Reuters", checked[1], re.MULTILINE)
    assert "LOOKALIKE_OUTLET 1" in checked[2]
    assert "LOOKALIKE_OUTLET 1" in loaded[1]


# --- analyse -----------------------------------------------------------------------------------


def test_analyse_keeps_measures_and_leaves_the_graph_as_it_is(briefgraph_: Run, loaded: Path, cwd: Path) -> None:
    (cwd / "q.graphql").write_text("{ analysis { outletCount pairCount isStale } outlets { nodes { pageRank community } } }")
    before = briefgraph_("dump")[1]

    code, out, err = briefgraph_("analyse")

    assert (0, "") == (code, err)
    found = json.loads(briefgraph_("query", "q.graphql")[1])["data"]
    count, pairs = found["analysis"]["outletCount"], found["analysis"]["pairCount"]
    assert out.splitlines()[0] == f"outlets: {count:,}, cited together: {pairs:,} pairs"
    assert found["analysis"]["isStale"] is False
    assert round(sum(node["pageRank"] for node in found["outlets"]["nodes"]), 2) == count > 1
    assert briefgraph_("dump")[1] == before


def test_analyse_without_its_extra_says_how_to_install_it(
    briefgraph_: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)

    code, out, err = briefgraph_("analyse")

    assert (2, "", True) == (code, out, "briefgraph[analyse]" in err)
