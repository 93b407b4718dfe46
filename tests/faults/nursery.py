"""A process that imports everything once and forks the ones that are to be killed: 10 ms each instead of a second.

It has no thread and no database open, so that its children begin as a fresh Python would. `main` is its side; `Nursery`
is the side of the test, which kills.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from briefgraph.api.schema import graphql_schema
from briefgraph.cli.main import run
from briefgraph.graph.queries import read_all
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.web import server as _served  # noqa: F401 - imported before the first fork, not after each
from tests.strategies import Says, brief_of

ROOT = Path(__file__).parents[2]
PARTS = 3  # briefs in a transaction
NOW = "2025-06-01T00:00:00Z"


def say(*words: object) -> None:
    """A line to the test, whole: it is shorter than what a pipe takes at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def address(number: int, part: int) -> str:
    """The address of a brief: which transaction it was in, and which one of it."""
    return f"k.example/{number}/{part}"


async def load(store: SqliteStore, first: int, *, checkpoints: bool, count: int = 10_000) -> None:
    """Transactions from `first` on, each acknowledged; every fifth one is followed by taking a brief away."""
    importer = Importer(store, OutletRegistry([]), lambda: NOW)
    for number in range(first, first + count):
        receipts = await importer.load(
            [
                brief_of(
                    [Says(f"Fact {number}.", ("Harrow Wire", "Lantern Post")), Says("It held.", ("Harrow Wire",))],
                    address=address(number, part),
                )
                for part in range(PARTS)
            ]
        )
        say("+", number)
        if number % 5 == 2:
            await importer.delete(receipts[0].story_id)
            say("-", number)
        if checkpoints:
            connection = store._connection
            assert connection is not None
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


async def child(path: str, kind: str, first: int) -> int:
    """What is killed: at any moment, or around the one that `kind` names."""
    say("ready", os.getpid())
    store = SqliteStore.open(path, readers=1, timeout_ms=60_000)
    say("open")
    if kind == "shutdown":
        await load(store, first, checkpoints=False, count=2)
        say("closing")
        await store.close()
        signal.pause()  # a process that ends by itself cannot be killed
    else:
        await load(store, first, checkpoints=kind == "checkpoint")
    return 1  # it is not meant to come to its end


def serve(path: str) -> int:
    """A server, with its log beside the store; the exit code."""
    say("ready", os.getpid())
    os.dup2(os.open(f"{path}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
    return run(["serve", "--port", "0", "--store", f"sqlite:///{path}"])


def main() -> None:
    """Fork a child for each line on standard input, and say when it is dead."""
    for line in sys.stdin:
        path, kind, first = line.split("\t")
        if kind == "serve":  # made once, before the fork: a second of each start
            read_all()
            graphql_schema()
        pid = os.fork()
        if not pid:
            os._exit(serve(path) if kind == "serve" else asyncio.run(child(path, kind, int(first))))
        say("dead", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


class Nursery:
    """The test's side. `with` starts the process and ends it."""

    def __init__(self, **settings: str) -> None:
        self._settings = {f"BRIEFGRAPH_{name.upper()}": value for name, value in settings.items()}

    def __enter__(self) -> Self:
        environment = os.environ | self._settings | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
        self._process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tests.faults.nursery"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment, cwd=ROOT,
        )  # fmt: skip
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.communicate()

    @contextmanager
    def child(self, path: Path, kind: str, first: int) -> Iterator["Child"]:
        """A child at work; killed at the end, if it is not dead by then."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\t{kind}\t{first}\n")
        born = Child(self._line)
        try:
            yield born
        finally:
            born.kill()

    def _line(self) -> list[str]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the nursery is gone"
        return line.split()


class Child:
    """One child: what it said so far, and how it ended."""

    def __init__(self, line: Callable[[], list[str]]) -> None:
        self._next = line
        self.said: list[list[str]] = []
        self.code: int | None = None
        self.pid = int(self._until("ready")[1])

    def _until(self, word: str) -> list[str]:
        while True:
            line = self._next()
            self.said.append(line)
            if line[0] == "dead":
                self.code = int(line[1])
            if line[0] in {word, "dead"}:
                return line

    def acknowledges(self, count: int) -> None:
        """Wait for that many acknowledged writes."""
        for _ in range(count):
            self._until("+")

    def port(self) -> int:
        """Wait until a server takes requests; where."""
        return int(self._until("briefgraph")[-1].split(":")[-1].split("/")[0])

    def ends(self, number: int) -> int:
        """Send it a signal, and wait for its end; the exit code."""
        os.kill(self.pid, number)
        self._until("dead")
        assert self.code is not None
        return self.code

    def closes(self) -> None:
        """Wait until it begins to close its store."""
        self._until("closing")

    def kill(self) -> None:
        """kill -9, and wait for its end."""
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self._until("dead")

    def numbers(self, sign: str) -> set[int]:
        """What was acknowledged: `+` loaded, `-` taken away."""
        return {int(line[1]) for line in self.said if line[0] == sign}


async def using(path: Path, scenario: Callable[[SqliteStore], Any]) -> Any:
    """What a scenario gives on a store, which is closed after it."""
    store = SqliteStore.open(path, readers=1)
    try:
        return await scenario(store)
    finally:
        await store.close()


if __name__ == "__main__":
    main()
