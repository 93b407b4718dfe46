"""`copy`: a whole graph from one store into another, on the same engine or the other one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import click
import orjson
from tqdm import tqdm

from briefgraph.address import Address, SqliteAddress, masked, read_address
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.cli.decisions import join_logs
from briefgraph.cli.load import is_full, report
from briefgraph.cli.terminal import is_terminal, shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.errors import BriefgraphError, SettingError
from briefgraph.graph.record import Revision
from briefgraph.graph.store import Receipt, Store

Ledger = list[tuple[str, Revision]]


@dataclass(slots=True)
class Progress:
    """How far a copy is. Counters only, since a ledger may be long: it comes story by story."""

    copied: int = 0
    known: int = 0
    stories: int = 0
    last: str | None = None

    def received(self, receipts: list[Receipt]) -> None:
        """Count what a transaction wrote."""
        for receipt in receipts:
            self.copied += receipt.is_new
            self.known += not receipt.is_new
            self.stories += receipt.story_id != self.last
            self.last = receipt.story_id

    def __str__(self) -> str:
        return f"versions: {self.copied:,} copied, {self.known:,} there already; stories: {self.stories:,}"


@click.command(epilog="Example: briefgraph copy sqlite:///graph.db neo4j://graph.example:7687")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@with_settings(has_store=False)
def copy(settings: Settings, source: str, target: str) -> int:
    """Copy a graph: what people decided, and every version of every story, with the time it was recorded.

    FROM and TO are addresses of stores, on either engine. The target finds everything else anew, and
    keeps what it has: a copy that was interrupted goes on with the same command. Let nothing write to
    FROM meanwhile.
    """
    if _place(source, "FROM") == _place(target, "TO"):
        raise click.UsageError("FROM and TO are the same store")
    asyncio.run(copy_graph(replace(settings, store=source), replace(settings, store=target)))
    return 0


def _place(address: str, argument: str) -> Address:
    """Where an address leads, however it is written.

    Raises:
        click.UsageError: it is none.
    """
    try:
        place = read_address(address)
    except SettingError as error:
        raise click.UsageError(f"{argument}={shown(masked(address))} {error}") from None
    return SqliteAddress(place.path.resolve()) if isinstance(place, SqliteAddress) else replace(place, user=None, password=None)


async def copy_graph(source: Settings, target: Settings) -> None:
    """Copy a whole graph, and say how much that was.

    Raises:
        StoreError: a store cannot be read or written.
    """
    progress = Progress()
    async with AsyncExitStack() as stack:
        giving = open_store(source, read_only=True)
        stack.push_async_callback(giving.close)
        total = await _stories(giving)  # before the target is made: there may be nothing to copy from
        taking = open_store(target)
        stack.push_async_callback(taking.close)
        importer = open_importer(target, taking)
        # First: what comes after is made right the first time, not made anew.
        log = await giving.decisions()
        decided = await join_logs(importer, [("FROM", one) for one in log]) if log else None
        bar = stack.enter_context(tqdm(total=total, unit=" stories", leave=False, dynamic_ncols=True, disable=not is_terminal()))
        try:
            async for batch in _batches(giving):
                progress.received(await importer.restore(batch))
                bar.update(progress.stories - bar.n)
        except BriefgraphError:
            report(f"{progress}; the same command goes on from there")
            raise
    click.echo(str(progress))
    if decided:
        click.echo(f"decisions: {decided}")


async def _stories(store: Store) -> int | None:
    """How many stories there are, for the progress bar.

    Raises:
        StoreError: the store cannot be read.
    """
    await store.has_stories()
    answer = await Executor(store).execute(GraphQLRequest(query="{ stats { storyCount } }"))
    return None if answer.code else int(orjson.loads(answer.body)["data"]["stats"]["storyCount"])


async def _batches(store: Store) -> AsyncIterator[Ledger]:
    """The ledger in pieces of one transaction each."""
    held: Ledger = []
    chars = 0
    async for story, revision in store.revisions():
        held.append((story, revision))
        chars += len(revision.brief.text)
        if is_full(len(held), chars):
            yield held
            held, chars = [], 0
    if held:
        yield held
