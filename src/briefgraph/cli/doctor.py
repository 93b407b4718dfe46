"""`doctor`: whether everything is as it should be."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import click
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from briefgraph import __version__
from briefgraph.address import read_address
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.schema import graphql_schema, sdl
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import SETTINGS, Settings
from briefgraph.engines import open_store
from briefgraph.errors import BriefgraphError, StoreMissing
from briefgraph.graph.queries import read_all
from briefgraph.graph.store import Store
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.web.keyfile import keys_path, read_keys


@click.command(epilog="Example: briefgraph doctor --store sqlite:///graph.db")
@with_settings()
def doctor(settings: Settings) -> int:
    """Look at the settings, the store, its schema and every query file.

    Prints what there is (the key not), then `ok` or what is wrong; with anything wrong the exit code is 1.
    """
    click.echo(f"briefgraph {__version__}")
    for setting in SETTINGS:
        value = getattr(settings, setting.name)
        mark = "" if value == setting.default else "  (set)"
        click.echo(f"  {setting.variable} = {shown(setting.shown(value))}{mark}")
    wrong = [*_parts(settings), *asyncio.run(_store(settings))]
    for sentence in wrong:
        click.echo(f"wrong: {shown(sentence)}")
    click.echo("ok" if not wrong else f"{len(wrong)} wrong")
    return 1 if wrong else 0


def _parts(settings: Settings) -> Iterator[str]:
    """What is wrong with what travels with the code, with the outlets and with the keys."""
    try:
        click.echo(f"query files: {read_all()} texts")
        click.echo(f"GraphQL schema: {len(sdl().splitlines())} lines")
        OutletRegistry.load(settings.outlets_file)
        click.echo("outlets: read")
        if (path := keys_path(settings)) is not None:
            now = datetime.now(UTC)
            valid = sum(key.state(now) == "valid" for key in read_keys(path))
            click.echo(f"keys: {valid} valid in {shown(str(path))}")
    except (BriefgraphError, OSError) as error:
        yield str(error)


async def _store(settings: Settings) -> list[str]:
    """What is wrong with the store."""
    where = shown(read_address(settings.store).shown)
    try:
        store = open_store(settings, read_only=True)
        try:
            has_stories = await store.has_stories()
            click.echo(f"store: {where}, {'with' if has_stories else 'without'} stories")
            return await store.check() or await unprepared(store)
        finally:
            await store.close()
    except StoreMissing as error:
        click.echo(f"store: {shown(str(error))}")
        return []
    except BriefgraphError as error:
        return [str(error)]


async def unprepared(store: Store) -> list[str]:
    """The fields that the store cannot answer: each is asked once, of nodes that there are not.

    A relation's file is only a part of a statement; this puts each into one, and runs it on nothing.
    """
    executor = Executor(store)
    wrong = []
    for text in probes():
        answer = await executor.execute(GraphQLRequest(query=text))
        if answer.code is not None:
            wrong.append(f"{text}: {answer.code}")
    return wrong


def probes() -> Iterator[str]:
    """A query for each root field, and for each field of each kind of node."""
    schema = graphql_schema()
    root, node = schema.query_type, schema.type_map["Node"]
    assert root is not None
    assert isinstance(node, GraphQLInterfaceType)
    for name, field in root.fields.items():
        yield f"{{ {_selected(name, field)} }}"
    for kind in schema.get_possible_types(node):
        for name, field in kind.fields.items():
            yield f'{{ node(id: "none") {{ ... on {kind.name} {{ {_selected(name, field)} }} }} }}'


def _selected(name: str, field: GraphQLField) -> str:
    needed = [
        f"{key}: {_value(arg)}"
        for key, arg in field.args.items()
        if is_required_argument(arg) or key == "id"
    ]
    given = f"({', '.join(needed)})" if needed else ""
    named = get_named_type(field.type)
    if is_leaf_type(named):
        return name + given
    is_connection = named.name.endswith("Connection")
    inner = "edges { node { __typename } } pageInfo { hasNextPage }" if is_connection else "__typename"
    return f"{name}{given} {{ {inner} }}"


def _value(argument: GraphQLArgument) -> str:
    """A value of the argument's type that leads to nothing."""
    if is_list_type(getattr(argument.type, "of_type", argument.type)):
        return '["none"]'
    return {"Int": "1", "DateTime": '"1900-01-01"'}.get(get_named_type(argument.type).name, '"none"')
