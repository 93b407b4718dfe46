"""kill -9, at random moments and around those that matter: nothing acknowledged is lost, nothing is there in part.

100 rounds, and 1,000 with SLOW=1 (`make slow`).
"""

import asyncio
import signal
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.manifest import Manifest
from tests.conftest import SLOW
from tests.faults.nursery import PARTS, Child, Nursery, using
from tests.graph.sqlite.recompute import recomputed, stored

ROUNDS = 1_000 if SLOW else 100
A_STORE = 10  # rounds on one file, before the next one begins
KINDS = ("load", "checkpoint", "recovery", "shutdown")


def spin(seconds: float) -> None:
    """A moment more, of a length of its own: where in a transaction a process dies is what the rounds are for."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def strike(child: Child, kind: str, random: Random) -> None:
    """Kill a child: in the middle of loading, of opening (schema or log), or of closing."""
    if kind in {"load", "checkpoint"}:
        child.acknowledges(random.randrange(1, 4))  # counted, so that a busy machine is killed in mid-load as well
        spin(random.uniform(0, 0.01))
    elif kind == "shutdown":
        child.closes()
        spin(random.uniform(0, 0.003))
    else:
        spin(random.uniform(0, 0.02))
    child.kill()


async def numbers(store: SqliteStore) -> Counter[int]:
    """How many briefs of each transaction there are."""
    return Counter([int(str(revision.brief.address).split("/")[1]) async for _, revision in store.revisions()])


def assert_right(path: Path) -> None:
    """The file is whole, and everything in it is what the ledger makes of it."""

    async def check(store: SqliteStore) -> list[str]:
        return await store.check()

    assert asyncio.run(using(path, check)) == []
    expected, _ = recomputed(path)
    kept = stored(path)
    for name, rows in expected.items():
        assert kept[name] == rows, name


@pytest.mark.timeout(120 * ROUNDS // 100)
def test_nothing_acknowledged_is_lost_and_nothing_is_torn(tmp_path: Path) -> None:
    random = Random(7)
    loaded: set[int] = set()
    removed: set[int] = set()
    struck: Counter[str] = Counter()
    first = 0
    with Nursery() as nursery:
        for number in range(ROUNDS):
            path = tmp_path / f"{number // A_STORE}.db"
            if number % A_STORE == 0:
                loaded, removed, first = set(), set(), 0
            kind = "create" if number % A_STORE == 0 else KINDS[number % len(KINDS)]
            with nursery.child(path, kind, first) as child:
                strike(child, kind, random)
            struck["died while " + ("open" if ["open"] in child.said else "opening")] += 1
            assert child.code == -signal.SIGKILL, child.said[-3:]
            loaded |= child.numbers("+")
            removed |= child.numbers("-")
            found = asyncio.run(using(path, numbers))
            assert set(found) >= loaded
            for one, count in found.items():
                assert count == PARTS - 1 if one in removed else count in {PARTS, PARTS - (one % 5 == 2)}, (one, count)
            assert len(Manifest(path).named().received) == found.total()
            first = max([*found, -1]) + 1
            if number % A_STORE == A_STORE - 1:
                assert len(loaded) >= A_STORE // 2
                assert_right(path)
                path.unlink()
    assert min(struck.values()) > ROUNDS // 20, struck
