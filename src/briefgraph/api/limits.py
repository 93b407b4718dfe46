"""How much a document may ask for, measured before it is validated.

Each fragment is measured once, however often it is spread: strawberry's own limiters walk it again
at each spread, and 895 bytes of nested fragments held a server for 8.5 s. The sums are what the
spreads would expand to, so the planner's work is bounded too.
"""

from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from briefgraph.errors import RequestFault

PLUMBING = {"edges", "node", "nodes", "pageInfo"}  # levels that a connection adds to what is asked
INTROSPECTION = {"__schema", "__type"}
INTROSPECTION_LEVELS = 20  # tools ask for 12 or 13


class QueryTooLarge(RequestFault):
    """The document has more tokens, fields or levels than the limit."""

    code = "QUERY_TOO_LARGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a document may have."""

    tokens: int = 2_000
    levels: int = 10  # of relations; connection plumbing not counted
    fields: int = 500  # after fragments are expanded


@dataclass(slots=True)
class _Measure:
    fragments: dict[str, FragmentDefinitionNode]
    known: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, selections: SelectionSetNode | None) -> tuple[int, int]:
        """(levels, fields) of a selection set."""
        levels = fields = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                name = node.name.value
                deep, count = self.of(node.selection_set)
                if name in INTROSPECTION:
                    deep = 0 if deep <= INTROSPECTION_LEVELS else deep
                deep, count = deep + (name not in PLUMBING and node.selection_set is not None), count + 1
            elif isinstance(node, InlineFragmentNode):
                deep, count = self.of(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                deep, count = self.fragment(node.name.value)
            levels, fields = max(levels, deep), fields + count
        return levels, fields

    def fragment(self, name: str) -> tuple[int, int]:
        """(levels, fields) of a fragment; nothing for one in a cycle, which validation refuses."""
        if name not in self.known:
            self.known[name] = (0, 0)
            if name in self.fragments:
                self.known[name] = self.of(self.fragments[name].selection_set)
        return self.known[name]


def check(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that asks for too much.

    Raises:
        QueryTooLarge: and says which limit, and by how much.
    """
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    measure = _Measure(fragments)
    for operation in document.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        levels, fields = measure.of(operation.selection_set)
        if levels > limits.levels:
            raise QueryTooLarge(f"the query is {levels} levels deep; the limit is {limits.levels}")
        if fields > limits.fields:
            raise QueryTooLarge(f"the query asks for {fields} fields; the limit is {limits.fields}")
