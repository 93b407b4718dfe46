"""`decisions`: what people decided about the graph, out of a store and into another one, as JSON Lines."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import click

from briefgraph.cli.inputs import STDIN, open_regular
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, merged
from briefgraph.graph.log import from_line, to_line
from briefgraph.ingest import Importer

LINE_BYTES = 10_000_000  # 10,000 pairs of wordings are 0.6 MB
EPILOG = "Example: briefgraph decisions export log.jsonl --store sqlite:///graph.db"


@click.group(epilog=EPILOG)
def decisions() -> None:
    """What people decided about the graph, as JSON Lines."""


@decisions.command("export")
@click.argument("file", metavar="[FILE|-]", default=STDIN)
@with_settings()
def export(settings: Settings, file: str) -> None:
    """Write the log of decisions to a file, or to standard output: oldest first, what was undone too."""
    log = asyncio.run(_log(settings))
    if file == STDIN:
        out = sys.stdout
        for one in log:
            out.write(to_line(one).decode())
        out.flush()
    else:
        with Path(file).open("wb") as opened:
            opened.writelines(map(to_line, log))


async def _log(settings: Settings) -> list[Decision]:
    store = open_store(settings, read_only=True)
    try:
        return await store.decisions()
    finally:
        await store.close()


@decisions.command("import")
@click.argument("file", metavar="FILE|-")
@with_settings()
def import_(settings: Settings, file: str) -> int:
    """Put decisions that were exported into a store's log, and carry them out: all of them or none.

    Before or after the briefs that they are about, in any order, and again: it makes no difference.
    """
    name = "<stdin>" if file == STDIN else file
    if file == STDIN:
        given = _read(name, sys.stdin.buffer)
    else:
        with open_regular(file) as opened:
            given = _read(name, opened)
    counts = asyncio.run(_import(settings, given))
    click.echo(f"decisions: {counts}")
    return 0


def _read(name: str, lines: BinaryIO) -> list[tuple[str, Decision]]:
    """The decisions of a file, each with its `file:line`.

    Raises:
        BadInput: a line is none.
    """
    found = []
    for number, line in _lines(name, lines):
        place = f"{shown(name)}:{number}"
        try:
            one = from_line(line)
        except BadInput as error:
            raise BadInput(f"{place}: {error}") from error
        found.append((place, one))
    return found


def _lines(name: str, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(LINE_BYTES + 1):
        number += 1
        if len(line) > LINE_BYTES:
            raise BadInput(f"{shown(name)}:{number}: is no decision: it is longer than {LINE_BYTES:,} bytes")
        if line.strip():
            yield number, line


async def _import(settings: Settings, given: Sequence[tuple[str, Decision]]) -> str:
    store = open_store(settings)
    try:
        return await join_logs(open_importer(settings, store), given)
    finally:
        await store.close()


async def join_logs(importer: Importer, given: Sequence[tuple[str, Decision]]) -> str:
    """Put decisions into a store's log in one transaction, and say how many were new.

    What was undone in either log is undone. `given` has with each decision where it came from.

    Raises:
        BadInput: two decisions of one id say different things; nothing is changed.
    """
    log = {one.id: one for one in await importer.decisions()}
    before = log.copy()
    for place, one in given:
        known = log.get(one.id)
        joined = one if known is None else merged(known, one)
        if joined is None:
            raise BadInput(f"{place}: the decision {one.id} says something else than the one that is there; compare the two")
        log[one.id] = joined
    changed = [one for id, one in log.items() if before.get(id) != one]
    await importer.decide(changed)
    new = len(log) - len(before)
    undone = len(changed) - new
    same = len({one.id for _, one in given}) - len(changed)
    return f"{new:,} new, {undone:,} undone, {same:,} there already"
