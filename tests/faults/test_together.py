"""Several that use one store: servers, writers of one brief, readers while the log is written back, a backup under load."""

import asyncio
from pathlib import Path

import apsw
import pytest

from briefgraph.cli.main import run
from briefgraph.graph.sqlite import SqliteStore, backup
from briefgraph.graph.sqlite.manifest import Manifest
from tests.conftest import SLOW
from tests.faults.serving import count, ingest, serving, title, titles
from tests.faults.worlds import MERGE, dump, importer, load, revisions
from tests.strategies import Says, brief_of

WRITERS = 16
ROUNDS = 200 if SLOW else 10


def test_two_servers_on_one_store_see_what_either_loads(tmp_path: Path) -> None:
    with serving(tmp_path) as one, serving(tmp_path) as other:
        for number in range(6):
            assert ingest((one, other)[number % 2], number) is None
            assert [count(one), count(other)] == [number + 1] * 2
        assert one.stop()[0] == 0
        assert ingest(other, 6) is None
        other.process.kill()
        other.process.communicate()
        # What a killed server leaves behind is in nobody's way.
        with serving(tmp_path) as third:
            assert count(third) == 7
    assert titles(tmp_path / "g.db") == {title(number) for number in range(7)}


@pytest.mark.timeout(1_200 if SLOW else 120)
def test_one_brief_from_sixteen_writers_at_once_is_one_version(tmp_path: Path) -> None:
    async def go() -> None:
        stores = [SqliteStore.open(tmp_path / "g.db", readers=1, timeout_ms=60_000) for _ in range(WRITERS)]
        try:
            for number in range(ROUNDS):
                brief = brief_of([Says(f"Fact {number}.", ("Harrow Wire",))], address=f"k.example/{number}")
                receipts = await asyncio.gather(*(importer(store).load([brief]) for store in stores))
                assert sorted(receipt.is_new for (receipt,) in receipts) == [False] * (WRITERS - 1) + [True]
            assert len(await revisions(stores[0])) == ROUNDS
            assert await stores[0].check() == []
        finally:
            for store in stores:
                await store.close()

    asyncio.run(go())


def test_a_reader_goes_on_while_the_log_is_written_back(tmp_path: Path) -> None:
    async def go() -> None:
        store = SqliteStore.open(tmp_path / "g.db", readers=1)
        for number in range(4):
            await load(store, number)
        whole = await dump(store)
        connection = store._connection
        assert connection is not None
        connection.set_busy_timeout(0)
        seen: list[str] = []
        async for line in store.dump(recorded=True):
            if not seen:
                await load(store, 5)
                connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
                with pytest.raises(apsw.BusyError):  # the reader's state is still in the log
                    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            seen.append(line)
        assert seen == whole
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        assert (tmp_path / "g.db-wal").stat().st_size == 0
        assert len(await revisions(store)) == 5
        await store.close()

    asyncio.run(go())


def test_a_backup_under_load_is_of_one_moment(tmp_path: Path) -> None:
    """A load commits between any two pages, as it were: as often as the backup looks how far it is."""
    async def go() -> None:
        store = SqliteStore.open(tmp_path / "g.db", readers=1)
        for number in range(12):
            await load(store, number)
        await importer(store).decide([MERGE])
        before = await dump(store)
        loop = asyncio.get_running_loop()
        written: list[int] = []

        def progress(done: int, total: int) -> None:
            assert 0 < done <= total
            asyncio.run_coroutine_threadsafe(load(store, 100 + len(written)), loop).result()
            written.append(done)

        copy = tmp_path / "copy.db"
        await asyncio.to_thread(backup.back_up, tmp_path / "g.db", copy, progress, timeout_ms=3_000)
        assert len(written) > 3 and sorted(written) == written
        assert len(await revisions(store)) == 12 + len(written)
        assert backup.verify(copy) == 12
        copied = SqliteStore.open(copy, readers=1)
        assert await dump(copied) == before
        assert await copied.check() == []
        await copied.close()
        await store.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "STEP", 64)
        asyncio.run(go())


def test_the_command_backs_a_served_store_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store, copy = f"sqlite:///{tmp_path}/g.db", tmp_path / "copy.db"
    assert run(["backup", str(copy), "--store", store]) == 1
    assert "there is no store" in capfd.readouterr().err
    with serving(tmp_path) as server:
        assert ingest(server, 0) is None
        assert run(["backup", str(copy), "--store", store]) == 0
        assert capfd.readouterr().out == f"{copy}: {copy.stat().st_size:,} bytes, 1 versions of stories, checked\n"
        assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]
        assert titles(copy) == {title(0)}
        assert ingest(server, 1) is None
        assert run(["backup", str(copy), "--store", store]) == 1
        assert "is there already" in capfd.readouterr().err
        assert titles(copy) == {title(0)}
        assert run(["backup", str(copy), "--replace", "--store", store]) == 0
        assert titles(copy) == {title(0), title(1)}
        assert run(["backup", str(tmp_path / "g.db"), "--replace", "--store", store]) == 1
        assert count(server) == 2


def test_a_damaged_store_gives_no_backup(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "g.db"

    async def go() -> None:
        store = SqliteStore.open(path, readers=1)
        for number in range(12):
            await load(store, number)
        await store.close()

    asyncio.run(go())
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 8 * 4_096)
        file.write(bytes(4 * 4_096))
    assert run(["backup", str(tmp_path / "copy.db"), "--store", f"sqlite:///{path}"]) == 1
    said = capfd.readouterr().err
    assert "damaged" in said and len(said.splitlines()) == 1
    assert not [*tmp_path.glob("*copy*"), *tmp_path.glob(".*")]
    assert len(Manifest(path).named().received) == 12
