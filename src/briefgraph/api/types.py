"""The strawberry types, made from the model: one truth for the schema, the planner and the engines.

No field has a resolver: queries are compiled (`api.execution`), and these types say what may be asked.
"""

import enum
import inspect
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from keyword import iskeyword
from typing import Any, Optional

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from briefgraph import ids
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import PAGE_DEFAULT
from briefgraph.graph.shapes import Arg, Edge, Enum, Filter, Kind, Order, Prop, Rel, Type

FIRST = ("first", "Optional[Int]", f"How many, from 1 to 100; null means {PAGE_DEFAULT}.", PAGE_DEFAULT)
AFTER = ("after", "Optional[String]", "Only what follows this cursor.", strawberry.UNSET)
UNIT = ("unit", "OffsetUnit", "What to count.", "CODE_POINT")
REQUIRED = object()
SCALARS: dict[str, str] = {Kind.STRINGS: "list[String]", Kind.IDS: "list[ID]", Kind.OFFSET: "Int"}

Argument = tuple[str, str, str, Any]


def _instant(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("an instant is a string")
    return ids.canonical_instant(value)


INSTANT = strawberry.scalar(
    name="DateTime",
    description="An instant in ISO 8601, shown in UTC: `2031-03-14T06:30:00Z`. A date alone is its midnight.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
    serialize=str,
    parse_value=_instant,
)


@dataclass(slots=True)
class Registry:
    """The types of one schema, by their GraphQL names; annotations are looked up in `names`."""

    names: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names.update(
            Optional=Optional, list=list, ID=strawberry.ID, String=str, Int=int, Float=float, Boolean=bool,
            DateTime=datetime,
        )  # fmt: skip

    def annotation(self, text: str) -> StrawberryAnnotation:
        return StrawberryAnnotation(text, namespace=self.names)

    def field(self, name: str, annotation: str, doc: str, arguments: Iterable[Argument] = ()) -> StrawberryField:
        python_name = f"{name}_" if iskeyword(name) else name
        made = StrawberryField(
            python_name=python_name, graphql_name=name, description=doc, type_annotation=self.annotation(annotation)
        )
        made.arguments = [
            StrawberryArgument(arg, arg, self.annotation(kind), description=text, default=self._default(kind, default))
            for arg, kind, text, default in arguments
        ]
        return made

    def _default(self, kind: str, default: Any) -> Any:
        if default is REQUIRED:
            return inspect.Parameter.empty
        known = self.names.get(kind.removeprefix("Optional[").removesuffix("]")) if isinstance(default, str) else None
        return known[default] if isinstance(known, enum.EnumMeta) else default

    def add(
        self, name: str, doc: str, fields: Iterable[StrawberryField],
        decorate: Any = strawberry.type, bases: tuple[type, ...] = (),
    ) -> Any:  # fmt: skip
        fields = list(fields)
        kinds = {made.python_name: str(made.type_annotation.raw_annotation) for made in fields if made.type_annotation}
        body: dict[str, Any] = {made.python_name: made for made in fields}
        made_type = decorate(type(name, bases, body | {"__annotations__": kinds}), name=name, description=doc)
        for made in made_type.__strawberry_definition__.fields:
            if made.python_name in kinds:  # a dataclass put the bare text back, without the names it is found in
                made.type_annotation = self.annotation(kinds[made.python_name])
        self.names[name] = made_type
        return made_type

    def add_enum(self, name: str, doc: str, values: dict[str, str]) -> None:
        members = {value: strawberry.enum_value(value, description=text) for value, text in values.items()}
        made: enum.EnumMeta = enum.EnumMeta.__call__(enum.Enum, name, members)
        self.names[name] = strawberry.enum(made, name=name, description=doc)


def query_type(registry: Registry) -> Any:
    """Every type of the model, and the Query type that leads to them."""
    for item in MODEL.enums.values():
        _enum(registry, item)
    for name, orders in _orders().items():
        registry.add_enum(name, "An order; equal places go by id, nulls come last.", {o.name: o.doc for o in orders})
    for filter_ in MODEL.filters.values():
        _filter(registry, filter_)
    registry.add("Node", "Anything that has an id.", [registry.field("id", "ID", "Opaque and stable.")], strawberry.interface)
    registry.add("PageInfo", "Where a page stands in its list.", [
        registry.field("hasNextPage", "Boolean", "Whether more follows."),
        registry.field("hasPreviousPage", "Boolean", "Whether this page was asked for with `after`."),
        registry.field("startCursor", "Optional[String]", "The first edge's cursor; null on an empty page."),
        registry.field("endCursor", "Optional[String]", "The last edge's cursor; null on an empty page."),
    ])  # fmt: skip
    for type_ in MODEL.types.values():
        _type(registry, type_)
    for rel in _relations():
        if rel.shape == "page" and f"{rel.stem}Connection" not in registry.names:
            _connection(registry, rel)
    return _type(registry, MODEL.root)


def subscription_type(registry: Registry) -> Any:
    """The Subscription type: each event is one node, whatever number of them a statement answers."""
    fields = [
        registry.field(rel.name, rel.target, rel.doc, [
            (arg.name, f"Optional[{arg.kind}]", arg.doc, strawberry.UNSET) for arg in rel.args if not arg.required
        ])
        for rel in MODEL.live.rels
    ]  # fmt: skip
    return registry.add(MODEL.live.name, MODEL.live.doc, fields)


def _relations() -> Iterable[Rel]:
    owners: tuple[Type | Edge, ...] = (*MODEL.types.values(), *MODEL.edges.values(), MODEL.root)
    for owner in owners:
        yield from owner.rels


def _orders() -> dict[str, tuple[Order, ...]]:
    return {rel.order_enum: rel.orders for rel in _relations() if rel.order_enum}


def _enum(registry: Registry, item: Enum) -> None:
    registry.add_enum(item.name, item.doc, item.values)


def _filter(registry: Registry, item: Filter) -> None:
    fields = []
    for arg in item.args:
        made = registry.field(arg.name, f"Optional[{_argument_kind(arg)}]", arg.doc)
        made.default = strawberry.UNSET
        fields.append(made)
    registry.add(item.name, item.doc, fields, strawberry.input)


def _type(registry: Registry, type_: Type) -> Any:
    fields = [_property(registry, prop) for prop in type_.props]
    fields += [_relation(registry, rel) for rel in type_.rels]
    fields += [registry.field(name, target, doc) for name, target, doc in type_.groups]
    bases = (registry.names["Node"],) if type_.kind else ()
    return registry.add(type_.name, type_.doc, fields, bases=bases)


def _property(registry: Registry, prop: Prop) -> StrawberryField:
    kind = SCALARS.get(prop.kind, prop.kind)
    return registry.field(prop.name, f"Optional[{kind}]" if prop.nullable else kind, prop.doc,
                          [UNIT] if prop.kind == Kind.OFFSET else [])  # fmt: skip


def _relation(registry: Registry, rel: Rel) -> StrawberryField:
    arguments: list[Argument] = [
        (arg.name, _argument_kind(arg) if arg.required else f"Optional[{_argument_kind(arg)}]", arg.doc,
         REQUIRED if arg.required else arg.default or strawberry.UNSET)
        for arg in rel.args
    ]  # fmt: skip
    if rel.filter:
        arguments.append(("filter", f"Optional[{rel.filter}]", "Only what fits.", strawberry.UNSET))
    if rel.order_enum:
        doc = f"The order; {rel.orders[0].name} by default."
        arguments.append(("orderBy", f"Optional[{rel.order_enum}]", doc, strawberry.UNSET))
    if rel.shape == "page":
        return registry.field(rel.name, f"{rel.stem}Connection", rel.doc, [*arguments, FIRST, AFTER])
    kind = {"one": rel.target, "items": f"list[{rel.target}]", "lookup": f"list[Optional[{rel.target}]]"}[rel.shape]
    return registry.field(rel.name, f"Optional[{kind}]" if rel.nullable else kind, rel.doc, arguments)


def _connection(registry: Registry, rel: Rel) -> None:
    stem = rel.stem
    edge = MODEL.edges.get(rel.edge or "", Edge("", rel.target, f"One {rel.target} of the list."))
    registry.add(f"{stem}Edge", edge.doc, [
        registry.field("node", rel.target, "What the edge leads to."),
        registry.field("cursor", "String", "Opaque; give it as `after` to go on behind this edge."),
        *(_property(registry, prop) for prop in edge.props),
        *(_relation(registry, inner) for inner in edge.rels),
    ])  # fmt: skip
    registry.add(f"{stem}Connection", "A page of a list.", [
        registry.field("edges", f"list[{stem}Edge]", "The edges of the page."),
        registry.field("nodes", f"list[{rel.target}]", "The nodes of the page, for when the edges do not matter."),
        registry.field("pageInfo", "PageInfo", "Where the page stands."),
        registry.field("totalCount", "Int", "How many the whole list has; costs a count, only where it is asked for."),
    ])  # fmt: skip


def _argument_kind(arg: Arg) -> str:
    if arg.kind.startswith("[") and arg.kind not in SCALARS:
        return f"list[{arg.kind.strip('[]!')}]"
    return SCALARS.get(arg.kind, arg.kind)
