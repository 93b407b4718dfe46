"""`recover`: what can still be read of a damaged store, in a new one."""

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import click
from tqdm import tqdm

from briefgraph.address import SQLITE, SqliteAddress, read_address
from briefgraph.cli.load import is_full
from briefgraph.cli.terminal import is_terminal, shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite.backup import in_place_of, verify
from briefgraph.graph.sqlite.salvage import Salvaged, salvage
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer


@click.command(epilog="Example: briefgraph recover graph.db recovered.db")
@click.argument("damaged", metavar="DAMAGED")
@click.argument("new", metavar="NEW")
@with_settings(has_store=False)
def recover(settings: Settings, damaged: str, new: str) -> int:
    """Save what can be read of a damaged store on SQLite into a new one, and name what is lost.

    DAMAGED and NEW are files, or sqlite:///PATH. Every version of a story that is whole, and every decision, is
    read from DAMAGED, its log and its manifest, which stay as they are; the rest is found anew. With
    anything lost the exit code is 1. Let no server have DAMAGED open meanwhile.
    """
    source, target = _path(damaged), _path(new)
    if not source.is_file():
        raise click.UsageError(f"there is no file {shown(str(source))}")
    with in_place_of(target, replace=False) as part:
        found = salvage(source, target.parent)
        lost = asyncio.run(_restore(replace(settings, store=f"{SQLITE}{part.absolute()}"), found))
        count = verify(part)
        shutil.copymode(source, part)
    click.echo(f"{shown(str(target))}: {count:,} versions of stories and {len(found.decisions):,} decisions saved")
    for line in lost:
        click.echo(f"lost: {shown(line)}")
    if lost:
        click.echo("load the briefs that are lost again: those that are there make no difference")
    return 1 if lost else 0


def _path(text: str) -> Path:
    if "://" not in text:
        return Path(text)
    address = read_address(text)
    if not isinstance(address, SqliteAddress):
        raise click.UsageError("only a store on SQLite is a file that can be recovered; Neo4j has tools of its own")
    return address.path


async def _restore(settings: Settings, found: Salvaged) -> list[str]:
    """Write what was saved into a new store; a line for each thing that is lost."""
    store = open_store(settings)
    try:
        importer = open_importer(settings, store)
        await importer.decide(list(found.decisions.values()))
        await _load(importer, found)
        return await _lost(store, found)
    finally:
        await store.close()


async def _load(importer: Importer, found: Salvaged) -> None:
    held: list[tuple[str, Revision]] = []
    chars = 0
    with tqdm(total=len(found.rows), unit=" versions", leave=False, dynamic_ncols=True, disable=not is_terminal()) as bar:
        for story, revision in found.ledger():
            held.append((story, revision))
            chars += len(revision.brief.text)
            if is_full(len(held), chars):
                await importer.restore(held)
                bar.update(len(held))
                held, chars = [], 0
        if held:
            await importer.restore(held)


async def _lost(store: Store, found: Salvaged) -> list[str]:
    """What is known to be lost: by the manifest, then by the rows of stories that have no version any more."""
    lost = [str(one) for one in found.lost]
    named = {one.story for one in found.lost}
    kept = {story async for story, _ in store.revisions()}
    kept |= {decision.effects.moved[story] for decision in found.decisions.values() for story in decision.effects.moved}
    lost += [f"every version of {one}" for id, one in found.stories.items() if id not in kept | named]
    if found.unreadable and not lost:
        lost.append(f"{found.unreadable:,} rows that cannot be read, and that nothing names")
    return lost
