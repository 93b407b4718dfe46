"""What a mutation gives back: its payload as the selection asks for it, with the nodes of the graph in it.

Nodes are compiled and asked like those of any query, once the mutation has acted.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import FieldNode, GraphQLObjectType, GraphQLSchema, get_named_type

from briefgraph.api.callers import SCOPES, Scope
from briefgraph.api.payloads import NodeRef, Payload
from briefgraph.api.planner import Planner
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Object, One, Root, Slot
from briefgraph.graph.store import Call, Statement


@dataclass(frozen=True, slots=True)
class Completion:
    """Completes the payloads of one operation; `compile` and `answers` are the store's."""

    schema: GraphQLSchema
    planner: Planner
    compile: Callable[[Root], Statement]
    answers: Callable[[Sequence[Call]], Awaitable[list[str]]]

    def needs(self, asked: Mapping[str, list[FieldNode]]) -> Iterator[tuple[str, list[Scope]]]:
        """The scopes that each asked mutation needs: its own, and reading where it gives back what is in the graph."""
        assert self.schema.mutation_type is not None
        for nodes in asked.values():
            name = nodes[0].name.value
            if name == "__typename":
                continue
            payload = get_named_type(self.schema.mutation_type.fields[name].type).name
            reads = self._reads(nodes, payload)
            yield name, [SCOPES[name], Scope.READ] if reads else [SCOPES[name]]

    def _reads(self, nodes: list[FieldNode], type_name: str) -> bool:
        """Whether a payload's selection reaches a node of the graph."""
        type_ = self.schema.type_map[type_name]
        if not isinstance(type_, GraphQLObjectType):
            return False
        if any(interface.name == "Node" for interface in type_.interfaces):
            return True
        inner = self.planner.collect([node.selection_set for node in nodes], type_name).values()
        fields = ((found, found[0].name.value) for found in inner if found[0].name.value != "__typename")
        return any(self._reads(found, get_named_type(type_.fields[name].type).name) for found, name in fields)

    async def complete(self, value: Any, nodes: list[FieldNode], path: tuple[str, ...]) -> Any:
        """A payload's value as its selection asks; nodes of the graph come from the store."""
        if isinstance(value, list):
            return [await self.complete(item, nodes, path) for item in value]
        if isinstance(value, NodeRef):
            return await self._node(value, nodes, path)
        if not isinstance(value, Payload):
            return value
        type_name = value.type_name
        made: dict[str, Any] = {}
        for key, inner in self.planner.collect([node.selection_set for node in nodes], type_name).items():
            name = inner[0].name.value
            got = type_name if name == "__typename" else value.fields[name]
            made[key] = await self.complete(got, inner, (*path, key))
        return made

    async def _node(self, ref: NodeRef, nodes: list[FieldNode], path: tuple[str, ...]) -> Any:
        rel = next(rel for rel in MODEL.root.rels if rel.name == ref.root)
        sets = [node.selection_set for node in nodes]
        body: Object | Choice = self.planner.body(ref.type or rel.target, sets, path)
        if ref.type is not None:
            assert isinstance(body, Object)
            body = Choice((body,))
        root = Root(path[-1], One(rel, (("id", Slot(path, constant=ref.id)),), body), nullable=True)
        statement = self.compile(root)
        (text,) = await self.answers([Call(statement, statement.bind(self.planner.variables))])
        return orjson.Fragment(text)
