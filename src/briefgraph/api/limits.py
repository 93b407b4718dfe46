"""How much a document may ask for, measured before it is validated.

Each fragment is measured once, however often it is spread: strawberry's own limiters walk it again
at each spread, and 895 bytes of nested fragments held a server for 8.5 s. The sums are what the
spreads would expand to, so the planner's work is bounded too. What a query costs is `api.cost`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

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
# How many entries a list of introspection has, about; what `ofType` leads to is mostly nothing. The standard query
# asks for 20,000 fields by these, and takes 50 ms; without a bound 4 kB that ask for the types again and again took a second.
LISTED = {"types": 175, "fields": 5, "enumValues": 2, "inputFields": 2, "ofType": 0}
INTROSPECTION_FIELDS = 50_000
NESTING = 100  # of selections, fragments followed: the deepest useful query has 40
ALIAS = 100  # characters
VALUES = 2_000  # in the lists and objects of a request's variables; a hundred briefs have 600
TOO_DEEP = f"the query is nested more than {NESTING} deep, fragments followed"
MANY = 1_000_000  # fields; nobody is told a number of 75 digits


class QueryTooLarge(RequestFault):
    """The document has more of something than the limit."""

    code = "QUERY_TOO_LARGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a document may have, and may be told."""

    tokens: int = 1_000  # and as many lines
    levels: int = 10  # of relations; connection plumbing not counted
    fields: int = 500  # after fragments are expanded, like the next two
    aliases: int = 20
    directives: int = 20
    cost: int = 50_000  # of one operation
    suggestions: bool = True  # whether an error may say what was meant
    introspection: bool = True


@dataclass(frozen=True, slots=True)
class Size:
    """What a selection set holds, fragments expanded."""

    levels: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    introspection: int = 0  # fields that introspection would give
    nesting: int = 0  # of selection sets

    def beside(self, other: "Size") -> "Size":
        """Both, one after the other."""
        return Size(
            max(self.levels, other.levels),
            min(self.fields + other.fields, MANY),
            min(self.aliases + other.aliases, MANY),
            min(self.directives + other.directives, MANY),
            min(self.introspection + other.introspection, MANY),
            max(self.nesting, other.nesting),
        )


NOTHING = Size()


@dataclass(slots=True)
class _Measure:
    fragments: dict[str, FragmentDefinitionNode]
    known: dict[str, Size] = field(default_factory=dict)
    deep: int = 0

    def of(self, selections: SelectionSetNode | None, *, introspects: bool = False) -> Size:
        """What a selection set holds.

        Raises:
            QueryTooLarge: it is nested too deeply, or has an alias that is too long.
        """
        if selections is None:
            return NOTHING
        if self.deep >= NESTING:
            raise QueryTooLarge(TOO_DEEP)
        self.deep += 1
        found = NOTHING
        for node in selections.selections:
            if isinstance(node, FieldNode):
                size = self._field(node, introspects=introspects)
            elif isinstance(node, InlineFragmentNode):
                size = self.of(node.selection_set, introspects=introspects)
            else:
                assert isinstance(node, FragmentSpreadNode)
                size = self.fragment(node.name.value)
            if node.directives:
                size = size.beside(Size(directives=len(node.directives)))
            found = found.beside(size)
        self.deep -= 1
        if self.deep + found.nesting >= NESTING:  # a fragment that was known before is as deep
            raise QueryTooLarge(TOO_DEEP)
        return replace(found, nesting=found.nesting + 1)

    def _field(self, node: FieldNode, *, introspects: bool) -> Size:
        name = node.name.value
        if node.alias and len(node.alias.value) > ALIAS:
            raise QueryTooLarge(f"an alias is longer than {ALIAS} characters")
        introspects = introspects or name in INTROSPECTION
        inner = self.of(node.selection_set, introspects=introspects)
        levels = inner.levels
        if name in INTROSPECTION and levels <= INTROSPECTION_LEVELS:
            levels = 0
        return Size(
            levels + (name not in PLUMBING and node.selection_set is not None),
            min(inner.fields + 1, MANY),
            inner.aliases + (node.alias is not None),
            inner.directives,
            min(LISTED.get(name, 1) * (inner.introspection + 1), MANY) if introspects else inner.introspection,
            inner.nesting,
        )

    def fragment(self, name: str) -> Size:
        """What a fragment holds; nothing for one in a cycle, which validation refuses."""
        if name not in self.known:
            self.known[name] = NOTHING
            if name in self.fragments:
                made = self.fragments[name]
                on = made.type_condition.name.value
                size = self.of(made.selection_set, introspects=on.startswith("__"))
                self.known[name] = size.beside(Size(directives=len(made.directives or ())))
        return self.known[name]


def check(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that asks for too much.

    Raises:
        QueryTooLarge: and says which limit, and by how much.
    """
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    measure = _Measure(fragments)
    for definition in document.definitions:
        if isinstance(definition, FragmentDefinitionNode):  # also where nothing spreads it: it is validated
            _refuse(replace(measure.fragment(definition.name.value), levels=0), limits)
        elif isinstance(definition, OperationDefinitionNode):
            own = len(definition.directives or ())
            own += sum(len(variable.directives or ()) for variable in definition.variable_definitions or ())
            _refuse(measure.of(definition.selection_set).beside(Size(directives=own)), limits)


def _refuse(size: Size, limits: Limits) -> None:
    if size.levels > limits.levels:
        raise QueryTooLarge(f"the query is {size.levels} levels deep; the limit is {limits.levels}")
    for number, limit, what in (
        (size.fields, limits.fields, "fields"),
        (size.aliases, limits.aliases, "aliases"),
        (size.directives, limits.directives, "directives"),
        (size.introspection, INTROSPECTION_FIELDS, "fields of introspection"),
    ):
        if number > limit:
            said = f"{number:,}" if number < MANY else f"{MANY:,} or more"
            raise QueryTooLarge(f"the query has {said} {what}; the limit is {limit:,}")


def check_text(text: str, limits: Limits) -> None:
    """Refuse a document that would be slow to read: lines are no tokens, and cost as much.

    Raises:
        QueryTooLarge: it has more lines than the limit of tokens.
    """
    if text.count("\n") + text.count("\r") > limits.tokens:
        raise QueryTooLarge(f"the document has more than {limits.tokens:,} lines; give long texts as variables")


def check_values(variables: Mapping[str, Any]) -> None:
    """Refuse variables that would be slow to coerce.

    Raises:
        QueryTooLarge: their lists and objects hold more than VALUES values.
    """
    left = VALUES
    found: list[Any] = [variables]
    while found:
        value = found.pop()
        left -= len(value)
        if left < 0:
            raise QueryTooLarge(f"the variables hold more than {VALUES:,} values")
        inside = value.values() if isinstance(value, Mapping) else value
        found += [item for item in inside if isinstance(item, dict | list)]
