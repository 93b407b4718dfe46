"""`analyse`: measures of all outlets, computed from who is cited together and kept in the store."""

import asyncio

import click

from briefgraph.analysis import analyse as measures_of
from briefgraph.analysis import library
from briefgraph.cli.terminal import with_settings
from briefgraph.config import Settings
from briefgraph.engines import now, open_store
from briefgraph.errors import MissingExtra


@click.command(epilog="Example: briefgraph analyse --store sqlite:///graph.db")
@with_settings()
def analyse(settings: Settings) -> None:
    """Compute PageRank, betweenness and communities of all outlets.

    They are computed from which outlets facts cite together, and kept in the store with the date until the next run;
    the graph itself is not changed. Needs the extra `analyse`.
    """
    try:
        library()  # before anything is read
    except MissingExtra as error:
        raise click.UsageError(str(error)) from None
    asyncio.run(_analyse(settings))


async def _analyse(settings: Settings) -> None:
    store = open_store(settings)
    try:
        network = await store.network()
        found = await asyncio.to_thread(measures_of, network, now())
        await store.measure(found)
    finally:
        await store.close()
    how = "estimated from a sample of outlets" if found.is_sampled else "exact"
    click.echo(f"outlets: {len(found.outlets):,}, cited together: {found.pair_count:,} pairs")
    click.echo(f"communities: {len(found.communities):,}, betweenness: {how}")
