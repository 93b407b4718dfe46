"""The rules that no linter knows: which way imports point, what reaches an engine, what no file may hold."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests import house

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "briefgraph"
LONGEST_MODULE = 400
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def repository_files() -> list[Path]:
    """What git tracks or would add; a container may own the folder as another user."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert "import" not in path.read_text("utf-8")
    else:
        assert house.wrong_imports(path.read_text("utf-8"), part_of(path)) == []


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("briefs", "from briefgraph.graph.store import Store"),
        ("briefs", "from briefgraph import ingest"),
        ("errors", "import briefgraph.api.types"),
        ("web", "from briefgraph.cli import main"),
        ("ids", "from briefgraph.briefs import read"),
        ("resolve", "def late():\n    import briefgraph.graph"),
        ("api", "import apsw"),
        ("graph", "from . import store"),
        ("elsewhere", "import json"),
    ],
)
def test_an_import_that_points_up_is_found(part: str, source: str) -> None:
    assert len(house.wrong_imports(source, part)) == 1


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("web", "from briefgraph.api.execution import Executor"),
        ("graph", "import apsw\nfrom briefgraph.graph import model\nfrom briefgraph import ids"),
        ("config", "from briefgraph.errors import SettingError"),
        ("cli", "from briefgraph import __version__"),
    ],
)
def test_an_import_that_points_down_is_not(part: str, source: str) -> None:
    assert house.wrong_imports(source, part) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_has_one_duty(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE, "split it"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_composed_text_reaches_an_engine(path: Path) -> None:
    assert house.composed_statements(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'cursor.execute(f"SELECT {name}")',
        'cursor.execute("SELECT " + name)',
        'cursor.execute("SELECT %s" % name)',
        'cursor.executemany("SELECT {}".format(name), rows)',
        'async def ask(tx, name):\n    text = f"MATCH (n:{name})"\n    await tx.run(text)',
        'def ask(cursor, text):\n    text += " LIMIT 1"\n    cursor.execute(text)',
        'tx.run(query="MATCH " + pattern)',
        'tx.run(f"{pattern}{rest}")',
        'cursor.execute(f"EXPLAIN {text} LIMIT {count}")',
        'cursor.execute("SELECT " + "a" + name, (1,))',
    ],
)
def test_a_composed_text_is_found(source: str) -> None:
    assert len(house.composed_statements(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'cursor.execute("SELECT ?", (name,))',
        "cursor.execute(statement.text, values)",
        'cursor.execute(f"SELECT 1")',
        'def one():\n    text = f"{1}"\n    return text\n\ndef two(cursor, text):\n    cursor.execute(text)',
        "cursor.execute(queries.text(name), {'id': first + 1})",
        'statements.run(f"clear-{table}")',
        'cursor.execute(f"EXPLAIN {statement.text}")',
        'raise ValueError(f"{name} is no name")',
    ],
)
def test_a_text_from_elsewhere_is_not(source: str) -> None:
    assert house.composed_statements(source) == []


def test_no_file_names_a_registry_or_a_machine_or_unfinished_work() -> None:
    found = []
    for path in repository_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # an archive or a picture
        found += [f"{name_of(path)}:{finding}" for finding in house.forbidden_words(text)]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "https://" + "pypi" + ".org/simple",
        "\n--index" + "-url x",
        'open("/ro' + 'ot/x")',
        "see /ho" + "me/someone/notes",
        "# TO" + "DO: later",
        "from __fut" + "ure__ import annotations",
    ],
)
def test_a_forbidden_word_is_found(text: str) -> None:
    assert len(house.forbidden_words(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["https://news.example/work/strike", "/healthz", "the root of the matter", "/homes/", "a todo list"],
)
def test_an_ordinary_word_is_not(text: str) -> None:
    assert house.forbidden_words(text) == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=name_of)
def test_requirements_are_pinned_by_version_and_hash_and_nothing_else(path: Path) -> None:
    strange = [
        line for line in path.read_text("utf-8").splitlines() if not (PIN.match(line) or HASH.match(line))
    ]
    assert strange == []
    assert "--hash" in path.read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / "requirements" / name).read_text("utf-8").splitlines()
    return {match[1]: match[2] for line in lines if (match := PIN.match(line))}


def test_what_is_tested_is_what_runs() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert run == {name: dev.get(name) for name in run}

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[=<>!;\[ ]", each)[0].lower() for each in project["dependencies"]}
    assert wanted <= run.keys()


def test_lock_files_name_hashes_and_no_addresses() -> None:
    locks = [path for path in repository_files() if path.name == "package-lock.json"]
    assert locks
    for path in locks:
        packages = json.loads(path.read_text("utf-8"))["packages"]
        assert [name for name, entry in packages.items() if "resolved" in entry] == []
        assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_every_test_asserts_something() -> None:
    sources = {path: path.read_text("utf-8") for path in TESTS}
    tests = {path: source for path, source in sources.items() if path.name.startswith(("test_", "conftest"))}
    helpers = house.asserting_helpers(sources.values())
    found = [
        f"{name_of(path)}:{finding}"
        for path, source in tests.items()
        for finding in house.idle_tests(source, helpers)
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "def test_a():\n    print(1)",
        "def test_a():\n    assert True",
        "class TestA:\n    async def test_b(self):\n        await ask()",
        "def test_a():\n    check(1)\n    time.sleep(1)",
    ],
)
def test_an_idle_test_is_found(source: str) -> None:
    assert len(house.idle_tests(source, {"check"})) == 1


def test_a_test_that_asserts_is_not_idle() -> None:
    helper = "def check(x):\n    assert x\n\ndef both(x):\n    check(x)"
    test = "def test_a():\n    both(1)\n\ndef test_b():\n    with pytest.raises(ValueError):\n        f()"
    assert house.asserting_helpers([helper]) == {"check", "both"}
    assert house.idle_tests(test, {"check", "both"}) == []
