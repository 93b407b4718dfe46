"""Selection -> plan: what a validated GraphQL field asks, as `graph.plan` says it.

Fragments, aliases, merged fields and `@skip`/`@include` are settled here, once for each shape of the
variables. Values are left as Slots. No engine is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum as PythonEnum
from typing import Any

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    value_from_ast_untyped,
)

from briefgraph.errors import BadInput
from briefgraph.graph import plan
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Fields, Items, Object, One, Page, Root, Slot
from briefgraph.graph.shapes import Arg, As, Edge, Order, Rel, Type

Path = tuple[str, ...]
Files = tuple[tuple[str, str], ...]  # a relation's own file, and the one to read it by
Nodes = list[FieldNode]
MISSING = object()


def shape(value: Any) -> Any:
    """What a plan may depend on in a variable's value: presence, booleans, enum values, nothing else.

    Hashable; two requests with equal shapes share one plan.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, PythonEnum):
        return ("enum", value.name)
    if isinstance(value, dict):
        return tuple((name, shape(value[name])) for name in sorted(value))
    return "given"


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the fields of one operation. `variables` are the coerced ones of a request of its shape."""

    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]

    # --- selections --------------------------------------------------------------------------

    def collect(self, sets: Iterable[SelectionSetNode | None], type_name: str) -> dict[str, Nodes]:
        """Response key -> field nodes, in order, for an object of one concrete type."""
        found: dict[str, Nodes] = {}
        visited: set[str] = set()
        for selections in sets:
            if selections is not None:
                self._collect(selections, type_name, found, visited)
        return found

    def _collect(self, selections: SelectionSetNode, type_name: str, found: dict[str, Nodes], visited: set[str]) -> None:
        for node in selections.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                found.setdefault((node.alias or node.name).value, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                if applies(condition.name.value if condition else None, type_name):
                    self._collect(node.selection_set, type_name, found, visited)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in visited:
                visited.add(node.name.value)
                fragment = self.fragments[node.name.value]
                if applies(fragment.type_condition.name.value, type_name):
                    self._collect(fragment.selection_set, type_name, found, visited)

    def _included(self, node: Any) -> bool:
        for directive in node.directives or ():
            if directive.name.value in ("skip", "include"):
                given = self.given(directive.arguments[0].value)
                if bool(given) is (directive.name.value == "skip"):
                    return False
        return True

    # --- arguments ---------------------------------------------------------------------------

    def given(self, node: ValueNode) -> Any:
        """A value as far as the plan may know it: MISSING, None, a boolean, an enum's name, or its node."""
        if isinstance(node, VariableNode):
            value = self.variables.get(node.name.value, MISSING)
            if value is MISSING or value is None or isinstance(value, bool):
                return value
            return value.name if isinstance(value, PythonEnum) else node
        if isinstance(node, NullValueNode):
            return None
        if isinstance(node, BooleanValueNode | EnumValueNode):
            return node.value
        return node

    def arguments(self, node: FieldNode) -> dict[str, ValueNode]:
        """The arguments that are given and not null."""
        found = {}
        for argument in node.arguments or ():
            if self.given(argument.value) not in (MISSING, None):
                found[argument.name.value] = argument.value
        return found

    def slot(self, node: ValueNode, path: Path, bind: As = As.PLAIN, inside: tuple[str, ...] = (), **more: Any) -> Slot:
        """Where a value is found when a request comes."""
        if isinstance(node, VariableNode):
            return Slot(path, node.name.value, inside, bind=bind, **more)
        if isinstance(node, ListValueNode) and any(isinstance(item, VariableNode) for item in node.values):
            parts = tuple(self.slot(item, path) for item in node.values)
            return Slot(path, parts=parts, bind=bind, **more)
        value = value_from_ast_untyped(node)
        return Slot(path, constant=tuple(value) if isinstance(value, list) else value, bind=bind, **more)

    def filter(self, name: str, node: ValueNode, path: Path) -> list[tuple[str, Slot]]:
        """The fields of a filter that are given, each with its slot."""
        slots = []
        values = {}
        if isinstance(node, ObjectValueNode):
            values = {field.name.value: field.value for field in node.fields}
        for arg in MODEL.filters[name].args:
            if arg.name in values and self.given(values[arg.name]) not in (MISSING, None):
                slots.append((arg.name, self.slot(values[arg.name], path, arg.bind)))
            elif isinstance(node, VariableNode) and self.variables[node.name.value].get(arg.name) is not None:
                slots.append((arg.name, self.slot(node, path, arg.bind, (arg.name,))))
        return slots

    # --- fields ------------------------------------------------------------------------------

    def root(self, key: str, nodes: Nodes) -> Root:
        """The plan of one root field of Query.

        Raises:
            RequestFault: none of the arguments that tell which node is given.
        """
        rel = next(rel for rel in MODEL.root.rels if rel.name == nodes[0].name.value)
        return Root(key, self.relation(rel, nodes, (key,), on_edge=False), rel.shape == "one" and rel.nullable)

    def object(self, type_: Type, sets: Sequence[SelectionSetNode | None], path: Path, inside: Files = ()) -> Object:
        """The fields of an object of a node type or a value type, whose lists `inside` may read by other files."""
        fields: list[tuple[str, plan.Field]] = []
        props = {prop.name: prop for prop in type_.props}
        files = dict(inside)
        rels = {rel.name: replace(rel, file=files.get(rel.file, rel.file)) if files else rel for rel in type_.rels}
        for key, nodes in self.collect(sets, type_.name).items():
            name = nodes[0].name.value
            if name == "__typename":
                fields.append((key, _typename(type_.name)))
            elif name in props:
                fields.append((key, plan.Scalar(props[name], utf16=self._utf16(nodes[0]))))
            elif name in rels:
                fields.append((key, self.relation(rels[name], nodes, (*path, key), on_edge=False)))
            else:
                group = next(MODEL.types[target] for field, target, _ in type_.groups if field == name)
                inner = self.object(group, [node.selection_set for node in nodes], (*path, key))
                fields.append((key, plan.Group(inner.fields)))
        return Object(type_.name, tuple(fields))

    def body(self, target: str, sets: Sequence[SelectionSetNode | None], path: Path, inside: Files = ()) -> Object | Choice:
        """The fields of a relation's target, for each type that it may be."""
        if target == "Node":
            return Choice(tuple(self.object(type_, sets, path) for type_ in MODEL.nodes))
        return self.object(MODEL.types[target], sets, path, inside)

    def relation(self, rel: Rel, nodes: Nodes, path: Path, *, on_edge: bool) -> One | Items | Page:
        """The plan of a field that leads to nodes or value objects."""
        arguments = self.arguments(nodes[0])
        sets = [node.selection_set for node in nodes]
        filters = [(arg.name, self._argument(arg, arguments, path)) for arg in rel.args if _is_given(arg, arguments)]
        if rel.one_of and not filters:
            raise _at(path, BadInput(f"{rel.name} needs one of {' and '.join(arg.name for arg in rel.args)}"))
        if rel.shape == "one":
            return One(rel, tuple(filters), self.body(rel.target, sets, path, rel.inside), on_edge)
        if rel.shape != "page":
            return Items(rel, tuple(filters), self.body(rel.target, sets, path), on_edge)
        file = None
        if rel.filter and "filter" in arguments:
            filters += self.filter(rel.filter, arguments["filter"], path)
            file = MODEL.filters[rel.filter].file
        order = rel.orders[0]
        if "orderBy" in arguments:
            wanted = self.given(arguments["orderBy"])
            order = next(o for o in rel.orders if o.name == wanted)
        first = arguments.get("first")
        return Page(
            rel,
            tuple(filters),
            file,
            order,
            self._size(first, path, "first"),
            self._size(first, path, "limit"),
            self._after(arguments.get("after"), rel, order, path),
            self._connection(rel, sets, path),
            on_edge,
        )

    def _argument(self, arg: Arg, given: Mapping[str, ValueNode], path: Path) -> Slot:
        if arg.name in given:
            return self.slot(given[arg.name], path, arg.bind)
        return Slot(path, constant=arg.default)

    def _size(self, node: ValueNode | None, path: Path, use: str) -> Slot:
        return self.slot(node, path, use=use) if node else Slot(path, constant=plan.PAGE_DEFAULT, use=use)

    def _after(self, node: ValueNode | None, rel: Rel, order: Order, path: Path) -> tuple[Slot, ...]:
        if node is None:
            return ()
        tag = plan.cursor_tag(rel, order)
        return tuple(
            self.slot(node, path, use="after", index=i, tag=tag, kinds=order.kinds) for i in range(len(order.keys))
        )

    def _connection(self, rel: Rel, sets: Sequence[SelectionSetNode | None], path: Path) -> Fields:
        fields: list[tuple[str, plan.Field]] = []
        stem = rel.stem
        for key, nodes in self.collect(sets, f"{stem}Connection").items():
            inner, here = [node.selection_set for node in nodes], (*path, key)
            match nodes[0].name.value:
                case "__typename":
                    fields.append((key, _typename(f"{stem}Connection")))
                case "totalCount":
                    fields.append((key, plan.TotalCount()))
                case "nodes":
                    fields.append((key, plan.Nodes(self.body(rel.target, inner, here))))
                case "pageInfo":
                    info = self.collect(inner, "PageInfo")
                    fields.append((key, plan.PageInfo(tuple((k, n[0].name.value) for k, n in info.items()))))
                case _:
                    fields.append((key, plan.Edges(self._edge(rel, stem, inner, here))))
        return tuple(fields)

    def _edge(self, rel: Rel, stem: str, sets: Sequence[SelectionSetNode | None], path: Path) -> Fields:
        fields: list[tuple[str, plan.Field]] = []
        edge = MODEL.edges.get(rel.edge or "", Edge("", "", ""))
        props = {prop.name: prop for prop in edge.props}
        rels = {inner.name: inner for inner in edge.rels}
        for key, nodes in self.collect(sets, f"{stem}Edge").items():
            name, here = nodes[0].name.value, (*path, key)
            if name == "__typename":
                fields.append((key, _typename(f"{stem}Edge")))
            elif name == "cursor":
                fields.append((key, plan.Cursor()))
            elif name == "node":
                inner = [node.selection_set for node in nodes]
                fields.append((key, plan.NodeOf(self.body(rel.target, inner, here))))
            elif name in props:
                fields.append((key, plan.Scalar(props[name], True, self._utf16(nodes[0]))))
            else:
                fields.append((key, self.relation(rels[name], nodes, here, on_edge=True)))
        return tuple(fields)

    def _utf16(self, node: FieldNode) -> bool:
        unit = self.arguments(node).get("unit")
        return unit is not None and self.given(unit) == "UTF16"


def _is_given(arg: Arg, given: Mapping[str, ValueNode]) -> bool:
    return arg.name in given or arg.default is not None


def _typename(name: str) -> plan.Const:
    return plan.Const(f'"{name}"')


def applies(condition: str | None, type_name: str) -> bool:
    """Whether a fragment on a type, or on none, is about objects of a concrete type."""
    if condition is None or condition == type_name:
        return True
    return condition == "Node" and any(node.name == type_name for node in MODEL.nodes)


def _at(path: Path, fault: BadInput) -> BadInput:
    fault.path = path
    return fault
