"""Every argument of the schema that takes a text or an id, each in a document that leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

TEXTS = {"String", "ID"}
INSTANT = '"2031-01-01T00:00:00Z"'


@dataclass(frozen=True, slots=True)
class Asked:
    """A document with one variable `$v`, of a text, an id or a list of them."""

    name: str
    document: str
    is_list: bool


def asked(schema: GraphQLSchema, ids: Mapping[str, str]) -> Iterator[Asked]:
    """A document for each such argument of each field that Query leads to, at its shortest.

    Args:
        ids: of a node of each type, so that what is tried below a node is run.
    """
    assert schema.query_type is not None
    ways: dict[str, tuple[str, ...]] = {schema.query_type.name: ()}
    waiting = [schema.query_type]
    while waiting:
        owner = waiting.pop(0)
        way = ways[owner.name]
        for name, field in owner.fields.items():
            for argument, given, kind in _texts(field):
                yield _asked(way, name, field, argument, given, kind, ids)
            for target in _objects(schema, field):
                if target.name not in ways:
                    call = name + _call(field, ids.get(target.name, ids["Outlet"]))
                    step = (call,) if target is get_named_type(field.type) else (call, f"... on {target.name}")
                    ways[target.name] = (*way, *step)
                    waiting.append(target)


def _objects(schema: GraphQLSchema, field: GraphQLField) -> Iterator[GraphQLObjectType]:
    target = get_named_type(field.type)
    if isinstance(target, GraphQLObjectType):
        yield target
    elif is_composite_type(target):
        yield from schema.get_possible_types(target)  # type: ignore[arg-type]


def _texts(field: GraphQLField) -> Iterator[tuple[str, str, GraphQLInputType]]:
    """(argument, `$v` as it stands there, the variable's type)."""
    for name, argument in field.args.items():
        kind = get_named_type(argument.type)
        if kind.name in TEXTS:
            yield name, "$v", argument.type
        elif isinstance(kind, GraphQLInputObjectType):
            for inner, part in kind.fields.items():
                if get_named_type(part.type).name in TEXTS:
                    yield name, f"{{{inner}: $v}}", part.type


def _asked(
    way: tuple[str, ...], name: str, field: GraphQLField, argument: str, given: str, kind: GraphQLInputType, ids: Mapping[str, str]
) -> Asked:
    bare = kind.of_type if is_non_null_type(kind) else kind
    asked = f"{' { '.join([*way, name])}{_call(field, ids['Outlet'], argument, given)}{_below(field)}{' }' * len(way)}"
    document = f"query ($v: {bare}!) {{ {asked} }}"
    path = ".".join(step.partition("(")[0] for step in way)
    inner = given.strip("{}").partition(":")[0] if ":" in given else ""
    label = f"{path}.{name}({argument}{'.' + inner if inner else ''})".lstrip(".")
    return Asked(label, document, is_list_type(bare))


def _call(field: GraphQLField, id: str, argument: str = "", given: str = "") -> str:
    """The arguments in brackets: the one that is tried, and what the field cannot do without."""
    values = [f"{argument}: {given}"] if argument else []
    values += [f"{name}: {_value(part, id)}" for name, part in field.args.items() if is_required_argument(part) and name != argument]
    if not values and "id" in field.args:
        values = [f'id: "{id}"']  # one of several that are optional is needed
    return f"({', '.join(values)})" if values else ""


def _value(argument: GraphQLArgument, id: str) -> str:
    bare = argument.type.of_type if is_non_null_type(argument.type) else argument.type
    value = INSTANT if get_named_type(bare).name == "DateTime" else f'"{id}"'
    return f"[{value}]" if is_list_type(bare) else value


def _below(field: GraphQLField) -> str:
    return " { __typename }" if is_composite_type(get_named_type(field.type)) else ""
