"""The manifest beside a store: whole lines, however it was cut and whoever writes at once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.manifest import Manifest, Received
from tests.faults.worlds import AT, MERGE

ONE = Received(revision="re_1", story="st_1", title="A fox", address=None, recorded_at=AT)


def of(number: int) -> Received:
    return replace(ONE, revision=f"re_{number}")


@pytest.mark.parametrize("torn", [b'{"revision":"re_', b"\0" * 100, b"\xff\xfe{", b"[1]", b"5", b'{"removed":', b'{"a":1}', b"{}"])
def test_a_torn_line_takes_no_other_with_it(torn: bytes, tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "g.db")
    manifest.add([of(1)], [MERGE])
    with manifest.path.open("ab") as file:
        file.write(torn)
    manifest.add([of(2)])
    named = manifest.named()
    assert named.received == {"re_1": of(1), "re_2": of(2)}
    assert named.decided == {MERGE.id: MERGE}


def test_what_was_removed_and_what_was_undone(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "g.db")
    assert manifest.named().received == {}
    undone = replace(MERGE, undone_at=AT, undone_by="bo")
    manifest.add([of(1), of(2)], [undone])
    manifest.add([], [MERGE])  # as another process may, that knew it before
    manifest.remove(["re_1", "re_9"])
    manifest.remove([])
    for _ in range(2):
        named = manifest.named()
        assert (named.received, named.decided) == ({"re_2": of(2)}, {MERGE.id: undone})
        manifest.tidy()
    assert manifest.path.read_bytes().count(b"\n") == 2 and b"re_1" not in manifest.path.read_bytes()
    manifest.add([of(1)])
    assert set(manifest.named().received) == {"re_1", "re_2"}


def test_a_decision_that_a_store_has_lost_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Manifest(tmp_path / "g.db").add([], [MERGE])
    store = SqliteStore.open(tmp_path / "g.db", readers=1)
    (said,) = asyncio.run(store.check())
    asyncio.run(store.close())
    assert f"the store has lost the decision {MERGE.id}" in said and "briefgraph recover" in said
    assert "lacks 0 versions of stories and 1 decisions" in caplog.text


def test_a_line_that_is_written_while_the_file_is_tidied_is_kept(tmp_path: Path) -> None:
    def add(first: int) -> None:
        manifest = Manifest(tmp_path / "g.db")
        for number in range(first, first + 25):
            manifest.add([of(number)])
            if number % 5 == 0:
                manifest.remove([f"re_{number}"])
                manifest.tidy()

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(add, 25 * thread) for thread in range(4)]:
            done.result()
    assert set(Manifest(tmp_path / "g.db").named().received) == {f"re_{number}" for number in range(100) if number % 5}
    assert [path.name for path in tmp_path.iterdir()] == ["g.db-manifest"]
