"""`explain`: which statements a query becomes, and how the engine runs each."""

import asyncio
from collections.abc import Mapping
from typing import Any

import click
import orjson

from briefgraph.api.documents import Refused
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.cli.ask import PATIENCE_MS, text_of, variables_of
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import Settings
from briefgraph.engines import open_store
from briefgraph.graph.readable import readable
from briefgraph.graph.store import Store


@click.command(epilog="Example: briefgraph explain question.graphql --profile --store neo4j://graph.example:7687")
@click.argument("file", metavar="FILE|-")
@click.option("--variables", metavar="JSON|@FILE", help="The document's variables.")
@click.option("--operation", metavar="NAME", help="Which operation, where the document has several.")
@click.option("--profile", is_flag=True, help="Run each statement, and say what that took.")
@with_settings()
def explain(settings: Settings, file: str, variables: str | None, operation: str | None, profile: bool) -> int:
    """Print, for each root field of a GraphQL query, the statement, its values and the engine's plan.

    Nothing is run without --profile, and nothing ever changes the store. docs/plans.md says how to read plans.
    """
    request = GraphQLRequest(query=text_of(file, "the document"), variables=variables_of(variables), operation_name=operation)
    try:
        printed = asyncio.run(_explain(settings, request, profile))
    except Refused as refused:
        for error in refused.errors:
            click.echo(f"briefgraph: {shown(error['message'])}", err=True)
        return 1
    click.echo("\n".join(shown(line) for line in printed.split("\n")))
    return 0


async def _explain(settings: Settings, request: GraphQLRequest, profile: bool) -> str:
    store = open_store(settings, read_only=True, timeout_ms=PATIENCE_MS)
    try:
        return await plans(store, request, profile=profile)
    finally:
        await store.close()


async def plans(store: Store, request: GraphQLRequest, *, profile: bool) -> str:
    """The statement, its values and its plan, for each root field.

    Raises:
        Refused: the document holds no such query.
    """
    sections = []
    for key, call in Executor(store).named_calls(request):
        plan = await store.explain(call, profile=profile)
        sections.append("\n\n".join((f"{key}: {bound(call.values)}", readable(call.statement.text), plan)))
    return "\n\n\n".join(sections)


def bound(values: Mapping[str, Any]) -> str:
    """What a statement is run with, in one line."""
    return ", ".join(f"{name} = {orjson.dumps(value).decode()}" for name, value in values.items()) or "binds nothing"
