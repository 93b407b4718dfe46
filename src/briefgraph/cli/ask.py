"""`query`, `schema` and `dump`: what comes out of a store, on standard output."""

import asyncio
import sys
from typing import Any

import click
import orjson

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.schema import sdl
from briefgraph.cli.inputs import STDIN, open_regular
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_store

PATIENCE_MS = (
    600_000  # the local command line is not held to the server's limits, and a slip has to end some day
)


@click.command(epilog='Example: briefgraph query question.graphql --variables \'{"id": "st_0f"}\'')
@click.argument("file", metavar="FILE|-")
@click.option("--variables", metavar="JSON|@FILE", help="The document's variables.")
@click.option("--operation", metavar="NAME", help="Which operation to run, where the document has several.")
@with_settings()
def query(settings: Settings, file: str, variables: str | None, operation: str | None) -> int:
    """Ask a store a GraphQL query, and print the JSON response.

    No server is needed, and the server's limits do not hold. The exit code is 1 where the response
    has errors. A query never changes the store: mutations are refused.
    """
    request = GraphQLRequest(
        query=text_of(file, "the document"), variables=variables_of(variables), operation_name=operation
    )
    body, is_well = asyncio.run(_ask(settings, request))
    click.echo(printable(body))
    return 0 if is_well else 1


async def _ask(settings: Settings, request: GraphQLRequest) -> tuple[bytes, bool]:
    store = open_store(settings, read_only=True, timeout_ms=PATIENCE_MS)
    try:
        answer = await Executor(store).execute(request)
        return answer.body, answer.code is None
    finally:
        await store.close()


def printable(body: bytes) -> str:
    """A response as it is printed: for a person indented, and without what acts on a terminal."""
    if not sys.stdout.isatty():
        return body.decode()
    lines = orjson.dumps(orjson.loads(body), option=orjson.OPT_INDENT_2).decode().split("\n")
    return "\n".join(shown(line) for line in lines)


def variables_of(given: str | None) -> dict[str, Any] | None:
    """The variables that the option gives, as JSON or as a file of it.

    Raises:
        click.UsageError: they are no JSON object.
    """
    if given is None:
        return None
    text = text_of(given[1:], "--variables") if given.startswith("@") else given
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise click.UsageError(f"--variables is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise click.UsageError("--variables is no JSON object")
    return found


def text_of(file: str, what: str) -> str:
    """The text of a file, or of standard input for `-`.

    Raises:
        click.UsageError: it is no UTF-8.
    """
    if file == STDIN:
        data = sys.stdin.buffer.read()
    else:
        with open_regular(file) as opened:
            data = opened.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{what} is no UTF-8: {error.reason} at byte {error.start}") from None


@click.command(epilog="Example: briefgraph schema > briefgraph.graphql")
def schema() -> None:
    """Print the GraphQL schema."""
    click.echo(sdl().rstrip("\n"))


@click.command(epilog="Example: briefgraph dump --store sqlite:///graph.db > graph.jsonl")
@click.option(
    "--recorded", is_flag=True, help="With when each version was recorded, which no two loads share."
)
@with_settings()
def dump(settings: Settings, recorded: bool) -> None:
    """Print the graph as sorted JSON Lines: two graphs are equal when their dumps are."""
    asyncio.run(_dump(settings, recorded))


async def _dump(settings: Settings, recorded: bool) -> None:
    store = open_store(settings, read_only=True, timeout_ms=PATIENCE_MS)
    try:
        out = sys.stdout
        async for line in store.dump(recorded=recorded):
            out.write(line.rstrip("\n") + "\n")
        out.flush()
    finally:
        await store.close()
