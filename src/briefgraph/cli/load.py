"""`load` and `check`: documents in, receipts and problems out.

Documents are read one at a time and written in batches, one transaction each, so that memory does
not grow with what is loaded, and what was counted is on the disk.
"""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import click
from tqdm import tqdm

from briefgraph import ids
from briefgraph.brief import NOTHING_BESIDE, Beside, Brief, Problem, Reading
from briefgraph.briefs import read
from briefgraph.cli.inputs import STDIN, Document, Unread, documents, find
from briefgraph.cli.terminal import is_terminal, shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.errors import NotABrief
from briefgraph.graph.store import Receipt
from briefgraph.ingest import Importer
from briefgraph.resolve.lookalikes import outlet_problems
from briefgraph.resolve.outlets import OutletRegistry

BATCH = 200  # briefs in a transaction: one sync for all, and few enough to hold
BATCH_CHARS = 8_000_000  # of text in a transaction, where briefs are long

Report = Callable[[str], None]


@dataclass(slots=True)
class Summary:
    """What became of what was given."""

    new: int = 0
    versions: int = 0
    unchanged: int = 0
    refused: int = 0
    briefs: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    _stories: set[str] = field(default_factory=set)

    def received(self, receipt: Receipt) -> None:
        """Count one receipt. Versions need not come in order: the first one seen makes the story."""
        if not receipt.is_new:
            self.unchanged += 1
        elif receipt.version == 1 and receipt.story_id not in self._stories:
            self.new += 1
        else:
            self.versions += 1
        self._stories.add(receipt.story_id)

    def lines(self) -> Iterator[str]:
        """The summary of a load."""
        yield f"stories: {self.new:,} new, {self.versions:,} new versions, {self.unchanged:,} unchanged"
        yield from self.tail()

    def tail(self) -> Iterator[str]:
        """What loads and checks have in common."""
        yield f"refused: {self.refused:,}"
        told = ", ".join(f"{code} {count:,}" for code, count in sorted(self.problems.items()))
        yield f"problems: {told or 'none'}"


def place(document: Document | Unread, line: int, column: int) -> str:
    """`path:line:column`, as editors and compilers write it."""
    return f"{shown(document.name)}:{document.line + line - 1}:{column}"


def read_one(
    document: Document, beside: Beside, knows: Callable[[str], bool]
) -> tuple[Reading | None, list[str]]:
    """What a document holds, and a line for each refusal."""
    try:
        reading = read(document.data, name=document.name, beside=beside, known_outlet=knows)
    except NotABrief as error:
        return None, [f"{place(document, error.line, error.column)}: {shown(str(error))}"]
    return reading, [f"{place(document, r.line, r.column)}: {shown(r.message)}" for r in reading.refusals]


def given_documents(paths: tuple[str, ...], settings: Settings) -> Iterator[Document | Unread]:
    """Every document of the paths, with a progress bar where somebody is looking."""
    files: Iterable[str] = find(paths)
    if is_terminal():
        files = tqdm(list(files), unit=" files", leave=False, dynamic_ncols=True)
    for path in files:
        yield from documents(path, limit=settings.max_brief_bytes)


def report(line: str) -> None:
    """Say it on standard error, beside a progress bar."""
    if is_terminal():
        tqdm.write(line, file=sys.stderr)
    else:
        click.echo(line, err=True)


@click.command(epilog="Example: briefgraph load examples/briefs --store sqlite:///graph.db")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@click.option("--address", help="The story's address, where one brief is loaded.")
@click.option("--date", help="When it was published: 2024-03-27 or 2024-03-27T09:30:00Z.")
@click.option("--title", help="Its title, where one brief is loaded.")
@click.option("--id", "own_id", help="An id of yours that identifies the story, where one brief is loaded.")
@click.option("--if-empty", is_flag=True, help="Load only into a store that has no stories yet.")
@with_settings()
def load(
    settings: Settings,
    paths: tuple[str, ...],
    address: str | None,
    date: str | None,
    title: str | None,
    own_id: str | None,
    if_empty: bool,
) -> int:
    """Load briefs: files, folders, zip archives, or standard input as -.

    Text, Markdown, saved HTML, JSON and JSON Lines; the layout is found out. What is no brief is
    refused and said on standard error, all else is loaded; then the exit code is 1. Loading the same
    again changes nothing, and a brief that changed becomes a new version of its story.
    """
    beside = beside_of(paths, address, date, title, own_id)
    return asyncio.run(_load(settings, paths, beside, if_empty))


async def _load(settings: Settings, paths: tuple[str, ...], beside: Beside, if_empty: bool) -> int:
    registry = OutletRegistry.load(settings.outlets_file)
    store = open_store(settings)
    summary = Summary()
    try:
        if if_empty and await store.has_stories():
            click.echo("the store has stories already; nothing was loaded")
            return 0
        batch = Batch(open_importer(settings, store), summary)
        for document in given_documents(paths, settings):
            if isinstance(document, Unread):
                summary.refused += 1
                report(f"{place(document, 1, 1)}: {shown(document.why)}")
                continue
            reading, refusals = read_one(document, beside, registry.knows)
            summary.refused += len(refusals)
            for line in refusals:
                report(line)
            for brief in reading.briefs if reading else ():
                await batch.add(document, brief)
        await batch.write()
    finally:
        await store.close()
    for line in summary.lines():
        click.echo(line)
    return 1 if summary.refused else 0


def is_full(briefs: int, chars: int) -> bool:
    """Whether so many briefs, of so much text, are enough for a transaction."""
    return briefs >= BATCH or chars >= BATCH_CHARS


@dataclass(slots=True)
class Batch:
    """Briefs on their way into one transaction."""

    importer: Importer
    summary: Summary
    _held: list[tuple[Document, Brief]] = field(default_factory=list)
    _chars: int = 0

    async def add(self, document: Document, brief: Brief) -> None:
        """Take one more, and write them when there are enough."""
        self._held.append((Document(name=document.name, data=b"", line=document.line), brief))
        self._chars += len(brief.text)
        if is_full(len(self._held), self._chars):
            await self.write()

    async def write(self) -> None:
        """Write what is held."""
        held, self._held, self._chars = self._held, [], 0
        try:
            receipts = await self.importer.load([brief for _, brief in held]) if held else []
        except NotABrief:
            # One of them is no text. Each for itself, the others get in.
            for document, brief in held:
                await self._write_one(document, brief)
            return
        for receipt, (_, brief) in zip(receipts, held, strict=True):
            self._count(receipt, brief)

    async def _write_one(self, document: Document, brief: Brief) -> None:
        try:
            (receipt,) = await self.importer.load([brief])
        except NotABrief as error:
            self.summary.refused += 1
            report(f"{place(document, brief.first_line, 1)}: {shown(str(error))}")
        else:
            self._count(receipt, brief)

    def _count(self, receipt: Receipt, brief: Brief) -> None:
        self.summary.received(receipt)
        self.summary.problems.update(str(problem.code) for problem in self.importer.problems(brief))


@click.command(epilog="Example: briefgraph check draft.txt")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@with_settings(has_store=False)
def check(settings: Settings, paths: tuple[str, ...]) -> int:
    """Say what is wrong with briefs, and store nothing.

    A line for each problem and refusal, `path:line:column: CODE sentence`. The exit code is 1 where
    something was refused; a problem alone is no reason for it.
    """
    registry = OutletRegistry.load(settings.outlets_file)
    summary = Summary()
    for document in given_documents(paths, settings):
        for line in checked(document, summary, registry):
            click.echo(line)
    click.echo(f"briefs: {summary.briefs:,}", err=True)
    for line in summary.tail():
        click.echo(line, err=True)
    return 1 if summary.refused else 0


def checked(document: Document | Unread, summary: Summary, registry: OutletRegistry) -> Iterator[str]:
    """A line for each thing that is wrong with a document."""
    if isinstance(document, Unread):
        summary.refused += 1
        yield f"{place(document, 1, 1)}: REFUSED {shown(document.why)}"
        return
    reading, refusals = read_one(document, NOTHING_BESIDE, registry.knows)
    for line in refusals:
        summary.refused += 1
        where, _, why = line.partition(": ")
        yield f"{where}: REFUSED {why}"
    for brief in reading.briefs if reading else ():
        summary.briefs += 1
        problems = [*brief.problems, *outlet_problems(brief, registry)]
        summary.problems.update(str(problem.code) for problem in problems)
        for problem in sorted(problems, key=_by_place):
            where = place(document, brief.first_line + problem.line - 1, problem.column)
            yield f"{where}: {problem.code} {shown(problem.message)}"


def _by_place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def beside_of(
    paths: tuple[str, ...], address: str | None, date: str | None, title: str | None, own_id: str | None
) -> Beside:
    """What the options say of the one brief that is loaded.

    Raises:
        click.UsageError: there may be several, or the date is none.
    """
    given: dict[str, Any] = {"address": address, "published_at": date, "title": title, "id": own_id}
    if not any(value is not None for value in given.values()):
        return NOTHING_BESIDE
    if len(paths) != 1 or (paths[0] != STDIN and os.path.isdir(paths[0])):
        raise click.UsageError(
            "--address, --date, --title and --id say something of one brief; load it alone"
        )
    if date is not None:
        try:
            given["published_at"] = ids.canonical_instant(date)
        except ValueError:
            raise click.UsageError("--date is no date; write 2024-03-27 or 2024-03-27T09:30:00Z") from None
    return Beside(**given)
