"""A file that is cut, flipped, emptied or mixed up: opened with all that it holds, or refused with a way out.

And never silently: what is not there is named, brief by brief, and what `recover` saves is what was received.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from briefgraph.cli.main import run
from briefgraph.errors import BriefgraphError, StoreDamaged
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.manifest import SUFFIX, Manifest
from briefgraph.graph.sqlite.salvage import salvage
from tests.conftest import SLOW
from tests.faults.nursery import using
from tests.faults.worlds import MERGE, World, dump, importer, load, make, revisions

PAGE = 4_096
FRAME = PAGE + 24
STORIES = 24
EVERY = 1 if SLOW else 97  # of the last bytes of the log
FLIPS = 300 if SLOW else 40


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make(tmp_path_factory.mktemp("killed"), STORIES)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make(tmp_path_factory.mktemp("closed"), STORIES, is_closed=True)


def used(path: Path, world: World) -> tuple[set[str], list[str]]:
    """Open, read and write as a server would; the versions that could be read and are what they were, and what was said.

    Whatever is wrong has to be said by an error of ours.
    """
    said: list[str] = []
    found: set[str] = set()

    async def go() -> None:
        store = SqliteStore.open(path, readers=1)
        try:
            for work in (revisions(store), dump(store), load(store, 1_000)):
                try:
                    got = await work
                except BriefgraphError as error:
                    said.append(str(error))
                else:
                    read = got if isinstance(got, dict) else {}
                    known = world.revisions
                    found.update(id for id, one in read.items() if id in known and one.brief == known[id].brief)
            said.extend(await store.check())
        finally:
            await store.close()

    try:
        asyncio.run(go())
    except BriefgraphError as error:
        said.append(str(error))
    return found, said


def assert_nothing_is_silent(path: Path, world: World) -> None:
    """What is there is as it was, what is not is named; an original is left for `salvage`, which finds as much."""
    folder = path.parent / "used"
    folder.mkdir()
    for file in path.parent.glob(path.name + "*"):
        shutil.copyfile(file, folder / file.name)
    found, said = used(folder / path.name, world)
    shutil.rmtree(folder)

    assert found >= world.revisions.keys() or said, "something is not there, and nothing says so"
    for lost in world.revisions.keys() - found if found else ():
        assert any(lost in sentence or "recover" in sentence for sentence in said), said

    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    saved = salvage(path, path.parent)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    kept = {revision.id: revision.brief for _, revision in saved.ledger()}
    assert kept.keys() | {one.revision for one in saved.lost} >= world.revisions.keys()
    assert all(kept[id] == known.brief for id, known in world.revisions.items() if id in kept)
    assert kept.keys() >= found, "what can be read is saved"
    assert saved.decisions == {MERGE.id: MERGE}


async def compared(store: SqliteStore) -> tuple[set[str], set[str]]:
    """What there is, and what the manifest says that there should be as well."""
    assert store._connection is not None
    lost = Manifest(store.path).compare(store._connection).lost
    return set(await revisions(store)), {one.revision for one in lost}


def cuts(size: int) -> Iterator[int]:
    yield from range(size - 8_000, size, EVERY)
    for frame in range(1, 12):
        end = 32 + (size - 32) // FRAME * FRAME - frame * FRAME
        yield from (end - 1, end, end + 1)
    yield from (0, 1, 31, 32)


@pytest.mark.timeout(1_200 if SLOW else 120)
def test_a_log_that_is_cut_loses_nothing_acknowledged_before_the_cut(
    killed: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    size = (killed.folder / "g.db-wal").stat().st_size
    assert size == killed.ends[-1][0] > 20 * FRAME, "all but ten stories are in the log alone"
    told = 0
    for cut in cuts(size):
        path = killed.copy(tmp_path / "g.db")
        with path.with_name("g.db-wal").open("r+b") as log:
            log.truncate(cut)
        found, lost = asyncio.run(using(path, compared))
        assert found >= {one for number, (end, one) in enumerate(killed.ends) if end <= cut or number <= 10}
        assert lost == killed.revisions.keys() - found
        told += len(caplog.messages)
        assert bool(caplog.messages) == (found < killed.revisions.keys())
        caplog.clear()
    assert told > 20


DAMAGES: dict[str, Callable[[Path, World, Random], None]] = {}


def damage(function: Callable[[Path, World, Random], None]) -> Callable[[Path, World, Random], None]:
    DAMAGES[function.__name__.replace("_", " ").strip()] = function
    return function


@damage
def bits_flipped(path: Path, _: World, random: Random) -> None:
    content = bytearray(path.read_bytes())
    for _bit in range(random.choice((1, 8, 200))):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    path.write_bytes(content)


@damage
def pages_emptied(path: Path, _: World, random: Random) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        for page in random.sample(range(pages), random.choice((1, 5, 40))):
            file.seek(page * PAGE)
            file.write(bytes(PAGE))


@damage
def a_tail_cut_off(path: Path, _: World, random: Random) -> None:
    with path.open("r+b") as file:
        file.truncate(random.randrange(path.stat().st_size))


@damage
def a_page_in_the_place_of_another(path: Path, _: World, random: Random) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        one, other = random.sample(range(pages), 2)
        file.seek(one * PAGE)
        content = file.read(PAGE)
        file.seek(other * PAGE)
        file.write(content)


@pytest.mark.timeout(1_200 if SLOW else 120)
@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_said_and_the_rest_is_saved(kind: str, closed: World, tmp_path: Path) -> None:
    random = Random(kind)
    for number in range(FLIPS // 4):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = closed.copy(folder / "g.db")
        DAMAGES[kind](path, closed, random)
        assert_nothing_is_silent(path, closed)
        shutil.rmtree(folder)


def test_bits_flipped_in_the_log(killed: World, tmp_path: Path) -> None:
    random = Random(5)
    for number in range(FLIPS // 4):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = killed.copy(folder / "g.db")
        bits_flipped(path.with_name("g.db-wal"), killed, random)
        assert_nothing_is_silent(path, killed)


def test_the_log_of_another_store(closed: World, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = make(tmp_path_factory.mktemp("other"), 14, host="o.example")
    path = closed.copy(tmp_path / "g.db")
    shutil.copyfile(other.folder / "g.db-wal", path.with_name("g.db-wal"))
    assert_nothing_is_silent(path, closed)
    assert salvage(path, tmp_path).rows.keys() >= closed.revisions.keys()


def test_junk_at_the_end_is_no_damage(closed: World, tmp_path: Path) -> None:
    path = closed.copy(tmp_path / "g.db")
    with path.open("ab") as file:
        file.write(b"junk" * 5_000)
    found, said = used(path, closed)
    assert found == closed.revisions.keys() and not said


# --- the command ---------------------------------------------------------------------------------


def test_recover_saves_a_store_whose_first_page_is_gone(
    closed: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, new = closed.copy(tmp_path / "g.db"), tmp_path / "new.db"
    with path.open("r+b") as file:
        file.write(bytes(PAGE))
    with pytest.raises(StoreDamaged, match=f"briefgraph recover {path} NEW"):
        SqliteStore.open(path)
    assert run(["doctor", "--store", f"sqlite:///{path}"]) == 1
    assert f"briefgraph recover {path} NEW" in capfd.readouterr().out

    assert run(["recover", str(path), f"sqlite:///{new}"]) == 0

    assert f"{STORIES} versions of stories and 1 decisions saved" in capfd.readouterr().out
    store = SqliteStore.open(new, readers=1)
    assert asyncio.run(dump(store)) == closed.dump
    assert asyncio.run(store.check()) == []
    asyncio.run(store.close())
    assert run(["recover", str(path), str(new)]) == 1
    assert "is there already" in capfd.readouterr().err


def test_recover_names_what_is_lost_and_loading_it_again_makes_it_whole(
    killed: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, new = killed.copy(tmp_path / "g.db"), tmp_path / "new.db"
    path.with_name("g.db-wal").unlink()

    assert run(["recover", str(path), str(new)]) == 1

    said = capfd.readouterr().out
    lost = [line for line in said.splitlines() if line.startswith("lost: ")]
    assert len(lost) == STORIES - 11 and "The dam, day 23 (k.example/23), received 2025-06-01T00:00:00Z" in said
    store = SqliteStore.open(new, readers=1)

    async def again() -> None:
        for number in range(STORIES):
            await load(store, number)
        assert await dump(store) == killed.dump
        await store.close()

    asyncio.run(again())


def test_recover_without_a_manifest_names_stories_by_their_own_rows(
    closed: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = closed.copy(tmp_path / "g.db")
    path.with_name("g.db" + SUFFIX).unlink()
    content = bytearray(path.read_bytes())
    at = content.rindex(b'"text":"Fact 23 of')
    content[at : at + 12] = b'"text":"Fict'
    path.write_bytes(content)
    assert run(["doctor", "--store", f"sqlite:///{path}"]) == 1
    assert "is not what was received; `briefgraph recover" in capfd.readouterr().out

    assert run(["recover", str(path), str(tmp_path / "new.db")]) == 1

    assert "lost: every version of The dam, day 23 (k.example/23)" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["letter.txt", "empty.db"])
def test_recover_of_what_is_no_store(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_text("Dear reader, " * 1_000 if name == "letter.txt" else "")
    assert run(["recover", str(path), str(tmp_path / "new.db")]) == 1
    assert "nothing of a briefgraph store" in capfd.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert run(["recover", str(tmp_path / "nothing.db"), str(tmp_path / "new.db")]) == 2
    assert run(["recover", "neo4j://graph.example", str(tmp_path / "new.db")]) == 2


def test_an_older_copy_in_the_place_of_a_store_is_told(closed: World, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    older = make(tmp_path, 14, is_closed=True)
    path = closed.copy(tmp_path / "restored.db")
    shutil.copyfile(older.folder / "g.db", path)
    store = SqliteStore.open(path, readers=1)
    assert "lacks 10 versions of stories and 0 decisions" in caplog.text
    assert [f"k.example/{number})" in sentence for number, sentence in enumerate(asyncio.run(store.check()), 14)] == [True] * 10
    asyncio.run(store.close())


def test_a_story_that_was_taken_away_leaves_no_title_behind(tmp_path: Path) -> None:
    path = tmp_path / "g.db"

    async def go() -> None:
        store = SqliteStore.open(path, readers=1)
        await load(store, 1)
        (known,) = (await revisions(store)).values()
        await importer(store).delete(known.origin)
        assert await store.check() == []
        await store.close()

    asyncio.run(go())
    asyncio.run(SqliteStore.open(path, readers=1).close())
    assert path.with_name("g.db" + SUFFIX).read_bytes() == b""
