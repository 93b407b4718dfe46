"""How a file is opened and read: versions, damage, limits, other processes."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import apsw
import pytest

from briefgraph.cli.main import run
from briefgraph.errors import EngineDown, SchemaTooNew, StoreDamaged, StoreError, TimedOut
from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.connections import APPLICATION, OLDEST_KEPT, Reader, schema_version
from briefgraph.graph.store import Call, Receipt, Store
from briefgraph.ids import node_id
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.graph.sqlite.recompute import recomputed, stored
from tests.strategies import Says, brief_of

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000) SELECT count(*) FROM n"
RUNAWAY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@dataclass(frozen=True)
class Text:
    """A statement of SQL."""

    text: str

    def bind(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        return dict(variables)


def importer(store: Store) -> Importer:
    return Importer(store, OutletRegistry([]), lambda: "2025-06-01T00:00:00Z")


def using(path: Path | str, scenario: Callable[[SqliteStore], Awaitable[Any]], **options: Any) -> Any:
    async def go() -> Any:
        store = SqliteStore.open(path, readers=2, **options)
        try:
            return await scenario(store)
        finally:
            await store.close()

    return asyncio.run(go())


async def nothing(store: SqliteStore) -> None:
    assert not await store.has_stories()


async def load_one(store: SqliteStore) -> None:
    await importer(store).load([brief_of([Says("The dam held.", ("Harrow Wire",))])])


# --- opening -----------------------------------------------------------------------------------


def test_a_file_becomes_a_store_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    using(path, load_one)

    async def again(store: SqliteStore) -> None:
        assert await store.has_stories()
        assert await store.check() == []

    using(path, again)
    using(path, again, read_only=True)


def test_a_newer_store_is_refused_with_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    using(path, load_one)
    newer = schema_version() + 1
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", newer)
    connection.close()
    for read_only in (False, True):
        with pytest.raises(SchemaTooNew, match=rf"schema version {newer}, .* up to {schema_version()}"):
            using(path, nothing, read_only=read_only)


def test_an_older_store_is_refused_and_left_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.db"
    using(path, load_one)
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", OLDEST_KEPT - 1)
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match=f"schema version {OLDEST_KEPT - 1}, .* load its briefs into a new file"):
            using(path, nothing, read_only=read_only)
    assert path.read_bytes() == before
    assert run(["doctor", "--store", f"sqlite:///{path}"]) == 1
    assert f"wrong: {path} has schema version {OLDEST_KEPT - 1}" in capfd.readouterr().out


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 1000)
    with pytest.raises(StoreDamaged, match="no briefgraph store"):
        using(path, nothing)
    assert path.read_text() == "Dear reader, " * 1000


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="something else than briefgraph"):
        using(path, nothing)
    assert path.read_bytes() == before


def test_damage_is_found(tmp_path: Path) -> None:
    path = tmp_path / "b.db"

    async def load_many(store: SqliteStore) -> None:
        await importer(store).load(
            [brief_of([Says(f"Fact {i}.", ("Harrow Wire",))], address=f"m.example/{i}") for i in range(200)]
        )

    using(path, load_many)
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    for page in range(pages - 30, pages):
        content[page * 4096 : page * 4096 + 64] = bytes(64)
    path.write_bytes(bytes(content))

    async def check(store: SqliteStore) -> list[str]:
        return await store.check()

    assert any("damaged" in sentence for sentence in using(path, check, read_only=True))


def test_a_folder_that_is_not_there_or_may_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        using(tmp_path / "nowhere" / "b.db", nothing)
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    child = os.fork()
    if child == 0:  # as nobody, since root may write anywhere
        code = 1
        try:
            os.chmod(tmp_path, 0o711)
            if os.getuid() == 0:
                os.chown(folder, 65534, 65534)
                os.setgid(65534)
                os.setuid(65534)
            os.chdir(folder)
            SqliteStore.open("b.db", readers=1)
        except StoreError as error:
            code = 0 if "cannot be opened" in str(error) else 2
        except PermissionError:
            code = 0  # the folders above are closed to nobody: there is nothing to try
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_reading_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        using(tmp_path / "b.db", nothing, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_open_for_reading_takes_no_brief(tmp_path: Path) -> None:
    using(tmp_path / "b.db", nothing)
    with pytest.raises(StoreError, match="reading only"):
        using(tmp_path / "b.db", load_one, read_only=True)


def test_a_locked_store_is_said_to_be_locked(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    using(path, nothing)
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(EngineDown, match="locked by another writer"):
            using(path, load_one, timeout_ms=20)
    finally:
        other.close()


# --- reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "DELETE FROM story",
        "INSERT INTO meta VALUES ('a', 'b')",
        "CREATE TEMP TABLE t (a)",
        "ATTACH ':memory:' AS other",
        "PRAGMA journal_mode",
        "SELECT * FROM pragma_table_info('story')",
        "SELECT sql FROM sqlite_schema",
        "SELECT load_extension('x')",
    ],
)
def test_a_reader_can_only_read(tmp_path: Path, text: str) -> None:
    using(tmp_path / "b.db", nothing)
    reader = Reader(tmp_path / "b.db", timeout_ms=1000)
    try:
        with pytest.raises((apsw.AuthError, apsw.SQLError, apsw.ReadOnlyError, StoreError)):
            reader.run([Call(Text(text), {})], 1000)
        assert reader.run([Call(Text("SELECT count(*) FROM story"), {})], 1000)[0] == ["0"]
    finally:
        reader.close()


def test_a_statement_that_runs_on_is_stopped_and_the_next_one_runs(tmp_path: Path) -> None:
    async def scenario(store: SqliteStore) -> None:
        quick = Call(Text("SELECT count(*) FROM story"), {})
        with pytest.raises(TimedOut, match="longer than its limit"):
            await store.answer([quick, Call(Text(RUNAWAY), {})])
        assert await store.answer([quick, quick]) == ["0", "0"]

    using(tmp_path / "b.db", scenario, timeout_ms=60)


def test_a_look_up_is_not_stopped_by_the_limit_of_the_question_before_it(tmp_path: Path) -> None:
    """SQLite looks at the clock every 20,000 operations of a statement, those of earlier runs counted."""

    async def scenario(store: SqliteStore) -> None:
        store._inline.run([Call(Text("SELECT 1"), {})], 0)  # its time is over as soon as it is done
        first = await store.version()
        for _ in range(3_000):
            assert await store.version() == first
            assert not await store.has_stories()

    using(tmp_path / "b.db", scenario)


def test_a_quick_statement_moves_to_the_loop_and_a_slow_one_off_it() -> None:
    async def scenario(store: SqliteStore) -> None:
        threads: list[bool] = []
        run = store._run_in_thread

        def counted(calls: Any) -> Any:
            threads.append(True)
            return run(calls)

        store._run_in_thread = counted  # type: ignore[method-assign]
        call = Call(Text("SELECT :a + 1"), {"a": 1})
        assert await store.answer([call]) == ["2"]
        assert len(threads) == 1, "the time of a new statement is not known"
        store._means[call.statement.text] = 0.01
        assert await store.answer([call]) == ["2"]
        assert len(threads) == 1
        # What is believed to be quick and is not is stopped on the loop and done in a thread.
        slow = Call(Text(LONG), {})
        store._means[slow.statement.text] = 0.01
        assert await store.answer([slow]) == ["2000000"]
        assert len(threads) == 2
        assert store._means[slow.statement.text] > 0.5

    using(":memory:", scenario, timeout_ms=60_000)


def test_statements_of_one_request_read_one_snapshot(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    using(path, load_one)
    reader = Reader(path, timeout_ms=1000)
    writer = apsw.Connection(str(path))

    class Meanwhile:
        """The second statement of a request; asking for it deletes what the first one counted."""

        @property
        def text(self) -> str:
            writer.execute("DELETE FROM problem; DELETE FROM story")
            return "SELECT count(*) FROM story"

        def bind(self, variables: Mapping[str, Any]) -> dict[str, Any]:
            return dict(variables)

    try:
        calls = [Call(Text("SELECT count(*) FROM story"), {}), Call(Meanwhile(), {})]
        assert reader.run(calls, 1000)[0] == ["1", "1"]
        assert reader.run(calls[:1], 1000)[0] == ["0"]
    finally:
        reader.close()
        writer.close()


def test_a_dump_is_of_one_moment(tmp_path: Path) -> None:
    async def scenario(store: SqliteStore) -> None:
        await load_one(store)
        whole = [line async for line in store.dump()]
        seen: list[str] = []
        async for line in store.dump():
            if not seen:
                await importer(store).load(
                    [brief_of([Says("Later.", ("Lantern Post",))], address="later.example/1")]
                )
            seen.append(line)
        assert seen == whole

    using(tmp_path / "b.db", scenario)


# --- other processes ---------------------------------------------------------------------------

CHILD = """
import asyncio, sys
from pathlib import Path
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.strategies import Says, brief_of

async def main(path, first, count):
    store = SqliteStore.open(path, readers=1, timeout_ms=60_000)
    importer = Importer(store, OutletRegistry([]), lambda: "2025-06-01T00:00:00Z")
    print("ready", flush=True)
    for i in range(first, first + count):
        briefs = [
            brief_of(
                [Says(f"Fact {i}.", ("Harrow Wire", "Lantern Post")), Says("It held.", ("Harrow Wire",))],
                address=f"k.example/{i}/{part}",
            )
            for part in range(3)
        ]
        await importer.load(briefs)
        print(i, flush=True)
    await store.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
"""


def spawn(path: Path, first: int, count: int) -> "subprocess.Popen[str]":
    root = Path(__file__).parents[3]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(first), str(count)],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def stories(path: Path) -> dict[str, int]:
    async def count(store: SqliteStore) -> dict[str, int]:
        found: dict[str, int] = {}
        async for _, revision in store.revisions():
            number = str(revision.brief.address).split("/")[1]
            found[number] = found.get(number, 0) + 1
        return found

    return dict(using(path, count))


def test_what_another_process_decided_holds_at_the_next_write(tmp_path: Path) -> None:
    """Each store keeps the log in memory, and sees when it is another one; a write that fails leaves it as it was."""
    brief = brief_of([Says("A fox.", ("Lantern Post",))])
    given, into = node_id("STORY", "address", "briefs.example/drosk"), node_id("STORY", "id", "other")
    subjects, at = (given, into), "2033-01-01T00:00:00Z"
    merge = Decision(
        id=decision_id(DecisionKind.MERGE_STORIES, at, "ann", subjects), kind=DecisionKind.MERGE_STORIES, at=at, by="ann",
        reason=None, subjects=subjects, effects=Effects(moved={given: into}),
    )  # fmt: skip

    class Failing(Importer):
        def rebuild(self, *_: Any) -> Any:
            raise RuntimeError("no record")

    async def scenario(store: SqliteStore) -> None:
        second = SqliteStore.open(tmp_path / "b.db", readers=1)
        one, other = importer(store), importer(second)
        try:
            assert (await one.load([brief]))[0].story_id == given
            with pytest.raises(RuntimeError, match="no record"):
                await Failing(store, OutletRegistry([]), lambda: at).decide([merge])
            assert await store.decisions() == []
            assert (await one.load([brief]))[0].story_id == given
            assert await other.decide([merge]) == 1
            assert (await one.load([brief]))[0] == Receipt(story_id=into, version=1, is_new=False)
            assert await one.decide([merge]) == 0
            assert await one.decide([replace(merge, undone_at=at, undone_by="bo")]) == 1
            assert (await other.load([brief]))[0].story_id == given
        finally:
            await second.close()

    using(tmp_path / "b.db", scenario)


def test_two_processes_write_one_store(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    # Both make the file, and both bring half of the other's stories.
    children = [spawn(path, 0, 30), spawn(path, 15, 30)]
    for child in children:
        child.communicate()
        assert child.returncode == 0
    assert stories(path) == {str(i): 3 for i in range(45)}
    expected, _ = recomputed(path)
    kept = stored(path)
    for name, rows in expected.items():
        assert kept[name] == rows, name


def test_the_application_id_is_four_letters() -> None:
    assert APPLICATION.to_bytes(4, "big") == b"brfg"
