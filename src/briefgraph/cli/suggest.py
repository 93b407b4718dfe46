"""`suggest`: outlets or people of a store that may be one, for a person to review."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

import click
import orjson

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.cli.ask import PATIENCE_MS
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_store
from briefgraph.errors import StoreError

QUERIES = {
    "outlets": "query($after: String) { page: outlets(first: 100, after: $after)"
    " { nodes { id name aliases } pageInfo { hasNextPage endCursor } } }",
    "people": "query($after: String) { page: people(first: 100, after: $after)"
    " { nodes { id name aliases } pageInfo { hasNextPage endCursor } } }",
}
INSTALL = "`briefgraph suggest` needs rapidfuzz; install briefgraph with its extra: pip install 'briefgraph[review]'"

Named = tuple[str, str, tuple[str, ...]]
Row = tuple[float, str, str, str, str, str]  # likeness, id and name of one, of the other, reason
Similar = Callable[[Iterable[str]], Iterator[tuple[str, str, float]]]


@click.command(epilog="Example: briefgraph suggest outlets --min 0.9 --store sqlite:///graph.db")
@click.argument("what", type=click.Choice(["outlets", "people"]), default="outlets")
@click.option("--min", "least", type=click.FloatRange(0, 1), default=0.85, show_default=True, help="The least likeness.")
@with_settings()
def suggest(settings: Settings, what: str, least: float) -> None:
    """Print outlets or people of a store that may be one, the likest first.

    A line for each pair, parted by tabs: likeness, id, name, id, name, reason. Nothing is merged; what is one
    can be joined by hand. Needs the extra `review`.
    """
    find = outlet_rows if what == "outlets" else people_rows
    try:
        import_module("rapidfuzz")
    except ModuleNotFoundError:
        raise click.UsageError(INSTALL) from None
    for row in find(asyncio.run(_names(settings, QUERIES[what])), least):
        likeness, *texts = row
        click.echo("\t".join((f"{likeness:.4f}", *(shown(text) for text in texts))))


async def _names(settings: Settings, query: str) -> list[Named]:
    """Every node's id, name and aliases, page by page."""
    store = open_store(settings, read_only=True, timeout_ms=PATIENCE_MS)
    found: list[Named] = []
    after = None
    try:
        executor = Executor(store)
        while True:
            answer = await executor.execute(GraphQLRequest(query=query, variables={"after": after}))
            body = orjson.loads(answer.body)
            if answer.code is not None:
                raise StoreError(body["errors"][0]["message"])
            page = body["data"]["page"]
            found += [(node["id"], node["name"], tuple(node["aliases"])) for node in page["nodes"]]
            if not page["pageInfo"]["hasNextPage"]:
                return found
            after = page["pageInfo"]["endCursor"]
    finally:
        await store.close()


def outlet_rows(outlets: list[Named], least: float) -> Iterator[Row]:
    """The pairs of outlets that may be one."""
    from briefgraph.resolve.suggest import similar_outlets  # rapidfuzz comes with it

    for pair in similar_outlets(outlets, least=least):
        yield pair.likeness, pair.id_a, pair.name_a, pair.id_b, pair.name_b, pair.reason


def people_rows(people: list[Named], least: float, similar: Similar | None = None) -> Iterator[Row]:
    """The pairs of people that may be one, by `similar`, which gives pairs of names with their likeness."""
    if similar is None:
        similar = import_module("briefgraph.resolve.likeness").similar_names
    ids: dict[str, list[str]] = {}
    for id, name, _ in people:
        ids.setdefault(name, []).append(id)
    rows = [
        (likeness, a, one, b, other, "spelling")
        for one, other, likeness in similar(list(ids))
        if likeness >= least
        for a in ids[one]
        for b in ids[other]
    ]
    yield from sorted(rows, key=lambda row: (-row[0], *row[1:]))
