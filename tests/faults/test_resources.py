"""No room, no descriptors, no permission: what was there stays, the rest is said in one sentence and works again later."""

import asyncio
import resource
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from briefgraph.briefs import read
from briefgraph.cli.main import run
from briefgraph.config import Settings
from briefgraph.engines import open_importer
from briefgraph.graph.sqlite import SqliteStore
from tests.faults.nursery import using
from tests.faults.plain import plain
from tests.faults.serving import BRIEF, count, ingest, limited, serving, title, titles, told
from tests.web.test_server import Server


@contextmanager
def without_room_by_limit(server: Server, folder: Path) -> Iterator[None]:
    """No file may grow."""
    with limited(server, resource.RLIMIT_FSIZE, (folder / "g.db-wal").stat().st_size):
        yield


@contextmanager
def without_room_on_disk(server: Server, folder: Path) -> Iterator[None]:
    """The file system is full to the last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 512, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    yield
    filler.unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 24 MB, where this process may mount one."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("fill", [without_room_by_limit, without_room_on_disk], ids=["a limit", "a full disk"])
def test_a_server_without_room_answers_and_loads_again_when_there_is_some(
    fill: Callable[[Server, Path], AbstractContextManager[None]], tmp_path: Path
) -> None:
    with ExitStack() as stack:
        folder = stack.enter_context(small_disk(tmp_path)) if fill == without_room_on_disk else tmp_path
        server = stack.enter_context(serving(folder))
        loaded = [number for number in range(3) if ingest(server, number) is None]
        with fill(server, folder):
            codes = []
            for number in range(3, 23):
                codes.append(ingest(server, number))
                loaded += [number] if codes[-1] is None else []
                assert count(server) == len(loaded)
            assert set(codes[-10:]) == {"ENGINE_DOWN"}
            assert told(server, "/readyz") == (200, None)
        assert ingest(server, 3) is None
        assert ingest(server, 22) is None
        code, log = server.stop()
        assert code == 0 and "Traceback" not in log
        assert "is the disk full? Nothing was changed" in log
        assert len(log) < 40 * 1_024
        assert titles(folder / "g.db") == {title(number) for number in {*loaded, 3, 22}}


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """A folder of twenty briefs."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(BRIEF.format(number=number))
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A closed store with one of them."""
    path = tmp_path / "g.db"

    async def go(opened: SqliteStore) -> None:
        await open_importer(Settings(), opened).load(read(BRIEF.format(number=0).encode(), name="0.txt").briefs)

    asyncio.run(using(path, go))
    return path


def test_a_load_without_room_is_one_line_and_is_done_again(tmp_path: Path, store: Path, briefs: Path) -> None:
    size = store.stat().st_size

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))

    address = f"sqlite:///{store}"
    code, said = plain("load", str(briefs), "--store", address, preexec_fn=no_room)
    assert (code, len(said.splitlines())) == (1, 1) and "is the disk full? Nothing was changed" in said
    assert len(titles(store)) == 1
    assert run(["load", str(briefs), "--store", address]) == 0
    assert len(titles(store)) == 20

    code, said = plain("backup", str(tmp_path / "copy.db"), "--store", address, preexec_fn=no_room)
    assert (code, len(said.splitlines())) == (1, 1) and "is the disk full?" in said
    assert not [*tmp_path.glob("*copy*"), *tmp_path.glob(".*")]


def test_a_manifest_without_room_refuses_nothing_and_catches_up(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert ingest(server, 0) is None
        # The store's log begins anew at its start: there is room in it, and none in the manifest.
        manifest = tmp_path / "g.db-manifest"
        manifest.rename(tmp_path / "kept")
        manifest.mkdir()
        assert [ingest(server, number) for number in (1, 2)] == [None, None]
        manifest.rmdir()
        (tmp_path / "kept").rename(manifest)
        assert ingest(server, 3) is None
        code, log = server.stop()
        assert code == 0 and log.count("cannot be written now") == 2
    assert titles(tmp_path / "g.db") == {title(number) for number in range(4)}


def test_what_cannot_be_written_to_can_be_asked(tmp_path: Path, store: Path, briefs: Path) -> None:
    query = tmp_path / "query.graphql"
    query.write_text("{ stats { storyCount } }")
    address = f"sqlite:///{store}"
    store.with_name("g.db-manifest").chmod(0o444)
    store.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        before = {file: file.read_bytes() for file in tmp_path.glob("g.db*")}
        assert plain("query", str(query), "--store", address) == (0, '{"data":{"stats":{"storyCount":1}}}\n')
        for refused in (["load", str(briefs)], ["serve", "--port", "0"], ["backup", str(tmp_path / "copy.db")]):
            code, said = plain(*refused, "--store", address)
            assert (code, len(said.splitlines())) == (1, 1), said
            assert "cannot be written to" in said or "cannot be made: Permission denied" in said
        assert {file: file.read_bytes() for file in tmp_path.glob("g.db*")} == before
    finally:
        tmp_path.chmod(0o755)


def test_a_folder_that_may_not_be_written_to_gets_no_store(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        code, said = plain("serve", "--port", "0", "--store", f"sqlite:///{tmp_path}/g.db")
        assert (code, len(said.splitlines())) == (1, 1), said
        assert "cannot be opened: is its folder there, and may it be written to?" in said
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o755)


def cpu_seconds(server: Server) -> float:
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_a_server_without_descriptors_goes_on_when_there_are_some(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert ingest(server, 0) is None
        with limited(server, resource.RLIMIT_NOFILE, 64), ExitStack() as crowd:
            sockets = []
            for _ in range(200):
                one = crowd.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
                sockets.append(one)
            # Who got in is answered; the rest are turned away, or wait.
            sockets[0].sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert sockets[0].recv(100).startswith(b"HTTP/1.1 200")
            before = cpu_seconds(server)
            with pytest.raises(subprocess.TimeoutExpired):
                server.process.wait(1.5)
            assert cpu_seconds(server) - before < 0.75, "it waits, and does not try without end"
        assert count(server) == 1
        assert ingest(server, 1) is None
        code, log = server.stop()
        assert code == 0 and len(log) < 8 * 1_024, log[:2_000]
    assert titles(tmp_path / "g.db") == {title(0), title(1)}


def test_a_server_without_memory_says_so_and_goes_on(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert ingest(server, 0) is None
        in_use = int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[0]) * resource.getpagesize()
        with limited(server, resource.RLIMIT_AS, in_use):
            codes = {ingest(server, number) for number in range(1, 6)}
            assert codes <= {None, "ENGINE_DOWN"}
            assert told(server, "/healthz") == (200, None)
        assert [ingest(server, number) for number in range(1, 6)] == [None] * 5
        assert count(server) == 6
    assert titles(tmp_path / "g.db") == {title(number) for number in range(6)}


def test_a_store_that_is_removed_or_replaced_takes_nothing_more(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert ingest(server, 0) is None
        path = tmp_path / "g.db"
        shutil.copyfile(path, tmp_path / "other.db")
        for change in (path.unlink, lambda: (tmp_path / "other.db").rename(path)):
            change()
            assert ingest(server, 1) == "ENGINE_DOWN"
            assert told(server, "/readyz") == (503, "ENGINE_DOWN")
            assert told(server, "/healthz") == (200, None)
            assert count(server) == 1
        code, log = server.stop()
        assert code == 0 and "was removed or replaced while it was open; start again" in log
