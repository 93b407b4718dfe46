"""`backup`: a copy of the graph in one file, made while it is served."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace as replaced
from pathlib import Path

import click
from tqdm import tqdm

from briefgraph.address import SQLITE, Neo4jAddress, read_address
from briefgraph.cli.copy import copy_graph
from briefgraph.cli.terminal import is_terminal, shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_store
from briefgraph.graph.sqlite.backup import back_up, in_place_of, verify


@click.command(epilog="Example: briefgraph backup /backup/graph.db --store sqlite:////srv/graph.db")
@click.argument("target", metavar="FILE")
@click.option("--replace", is_flag=True, help="Take the place of the file, where there is one.")
@with_settings()
def backup(settings: Settings, target: str, replace: bool) -> int:
    """Copy the graph into one file, of one moment, while others read and write it.

    The file is a store on SQLite, from either engine. It appears whole, checked and on the disk, or not at all; one
    that is there is kept unless --replace is given.
    """
    path = Path(target)
    address = read_address(settings.store)
    with in_place_of(path, replace=replace) as part:
        if isinstance(address, Neo4jAddress):
            asyncio.run(copy_graph(settings, replaced(settings, store=f"{SQLITE}{part.absolute()}")))
        else:
            asyncio.run(_look(settings))
            with tqdm(unit=" pages", leave=False, dynamic_ncols=True, disable=not is_terminal()) as bar:

                def progress(done: int, total: int) -> None:
                    bar.total = total
                    bar.update(done - bar.n)

                back_up(address.path, part, progress, timeout_ms=settings.query_timeout_ms)
        count = verify(part)
    click.echo(f"{shown(str(path))}: {path.stat().st_size:,} bytes, {count:,} versions of stories, checked")
    return 0


async def _look(settings: Settings) -> None:
    """Open the store as any reader does: what is wrong with it is said as everywhere."""
    async with AsyncExitStack() as stack:
        store = open_store(settings, read_only=True)
        stack.push_async_callback(store.close)
        await store.has_stories()
