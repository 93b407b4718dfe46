"""What an operation costs, known before it is validated or run.

The unit is one row of an answer. A page costs the rows that it may have, each with what is asked of it, so pages
within pages multiply; what a field costs beside its rows, and how many rows an owner has as a rule, the model
says of each (`Rel.cost`, `Rel.rows`, `Arg.cost`, `Arg.factors`). A document is priced once, into what is fixed and what
depends on variables: a known document's price is a few multiplications for each request.

Everything that is written counts, `@skip` or not, and a field that is merged with another counts again: a price
is never below that of what is run.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

from briefgraph.api.planner import applies
from briefgraph.errors import RequestFault
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import IDS_MAX, PAGE_DEFAULT, PAGE_MAX
from briefgraph.graph.shapes import Arg, Edge, Filter, Rel, Type

ITEMS = 20  # of a list without pages that the model says nothing of
DIGITS = 9  # of a whole number that may mean something here
Values = Mapping[str, Any]


class QueryTooCostly(RequestFault):
    """The operation costs more than the limit."""

    code = "QUERY_TOO_COSTLY"


class Part(Protocol):
    """What depends on variables."""

    def of(self, values: Values) -> int: ...


@dataclass(frozen=True, slots=True)
class Price:
    """Rows that are known from the document, and those that are known with the variables."""

    fixed: int = 0
    parts: tuple[Part, ...] = ()

    def of(self, values: Values) -> int:
        """The price with a request's variables, as they came."""
        total = self.fixed
        for part in self.parts:
            total += part.of(values)
        return total

    def beside(self, other: "Price") -> "Price":
        """Both."""
        return Price(self.fixed + other.fixed, self.parts + other.parts)

    def times(self, count: int) -> "Price":
        """It, so often."""
        return Price(self.fixed * count, tuple(Times(count, part) for part in self.parts))


@dataclass(frozen=True, slots=True)
class Times:
    """A part so often."""

    count: int
    part: Part

    def of(self, values: Values) -> int:
        return self.count * self.part.of(values)


@dataclass(frozen=True, slots=True)
class ByVariable:
    """A price as often as a variable's value says."""

    variable: str
    factor: Callable[[Any], int]
    price: Price

    def of(self, values: Values) -> int:
        return self.factor(values.get(self.variable)) * self.price.of(values)


@dataclass(frozen=True, slots=True)
class Highest:
    """The highest of several, of which one will hold."""

    prices: tuple[Price, ...]

    def of(self, values: Values) -> int:
        return max(price.of(values) for price in self.prices)


FREE = Price()
ROW = Price(1)


# --- how often -------------------------------------------------------------------------------


def _number(value: Any, default: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    return int(min(max(value, 1), most))  # out of range it is refused, later and with its own words


def _page(most: int, value: Any) -> int:
    return min(_number(value, PAGE_DEFAULT, PAGE_MAX), most)


def _ids(value: Any) -> int:
    return min(len(value), IDS_MAX) if isinstance(value, list) else 1


def _factor(arg: Arg, value: Any) -> int:
    """What an argument multiplies its field's cost by; `factors` are those of evenly spaced values."""
    default = arg.default if isinstance(arg.default, int) else 1
    number = _number(value, default, len(arg.factors) * arg.step)
    return arg.factors[(number - 1) // arg.step]


def _filtered(filter_: Filter, value: Any) -> int:
    if not isinstance(value, dict):
        return 0
    return sum(arg.cost for arg in filter_.args if value.get(arg.name) is not None)


def literal(node: ValueNode | None) -> Any:
    """As much of a value as prices go by; what a variable will say is not known here, but that it is given is."""
    if isinstance(node, IntValueNode):
        return int(node.value) if len(node.value) <= DIGITS else 10**DIGITS
    if isinstance(node, ListValueNode):
        return [None] * len(node.values)
    if isinstance(node, ObjectValueNode):
        return {field.name.value: literal(field.value) for field in node.fields}
    return None if node is None or isinstance(node, NullValueNode) else ""


def _often(node: ValueNode | None, factor: Callable[[Any], int], price: Price) -> Price:
    """A price as often as an argument says."""
    if isinstance(node, VariableNode):
        return Price(0, (ByVariable(node.name.value, factor, price),))
    return price.times(factor(literal(node)))


# --- the model -------------------------------------------------------------------------------


def _relations() -> Iterator[tuple[str, Rel]]:
    owners: tuple[tuple[str, Type | Edge], ...] = (
        (MODEL.root.name, MODEL.root),
        *MODEL.types.items(),
        *((f"{name}Edge", edge) for name, edge in MODEL.edges.items()),
    )
    for name, owner in owners:
        for rel in owner.rels:
            yield name, rel


RELS = {(owner, rel.name): rel for owner, rel in _relations()}
CONNECTIONS = {f"{rel.stem}Connection" for rel in RELS.values() if rel.shape == "page"}


@dataclass(frozen=True, slots=True)
class Selected:
    """What a selection set costs once; in a connection, and what for each of its rows."""

    once: Price = FREE
    each: Price = FREE


@dataclass(slots=True)
class Pricer:
    """Prices the selections of one document. What is of no schema costs nothing: validation refuses it."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    known: dict[tuple[str, str, int], Selected] = field(default_factory=dict)

    def of(self, selections: SelectionSetNode | None, on: str, count: int = 0) -> Selected:
        """The selections of an object of one concrete type. `count` is what a connection's `totalCount` costs."""
        once, each = FREE, FREE
        for node in selections.selections if selections else ():
            found = Selected()
            if isinstance(node, FieldNode):
                found = self._field(node, on, count)
            elif isinstance(node, InlineFragmentNode):
                if applies(node.type_condition.name.value if node.type_condition else None, on):
                    found = self.of(node.selection_set, on, count)
            elif isinstance(node, FragmentSpreadNode):
                found = self._fragment(node.name.value, on, count)
            once, each = once.beside(found.once), each.beside(found.each)
        return Selected(once, each)

    def _fragment(self, name: str, on: str, count: int) -> Selected:
        key = (name, on, count)
        if key not in self.known:
            self.known[key] = Selected()  # in a cycle, which validation refuses
            made = self.fragments.get(name)
            if made and applies(made.type_condition.name.value, on):
                self.known[key] = self.of(made.selection_set, on, count)
        return self.known[key]

    def _field(self, node: FieldNode, on: str, count: int) -> Selected:
        name = node.name.value
        if (on, name) in RELS:
            return Selected(self._relation(RELS[on, name], node))
        definition = getattr(self.schema.get_type(on), "fields", {}).get(name)
        if definition is None:
            return Selected()
        if on in CONNECTIONS and name == "totalCount":
            return Selected(Price(count))
        target = get_named_type(definition.type)
        if is_leaf_type(target):
            return Selected()
        body = self._body(node.selection_set, target.name)
        if on in CONNECTIONS and name != "pageInfo":
            return Selected(each=body)
        is_list = is_list_type(get_nullable_type(definition.type))
        return Selected(ROW.beside(body).times(IDS_MAX) if is_list else body)  # of a mutation's results

    def _body(self, selections: SelectionSetNode | None, target: str) -> Price:
        if target != "Node":
            return self.of(selections, target).once
        prices = tuple(self.of(selections, type_.name).once for type_ in MODEL.nodes)
        if any(price.parts for price in prices):
            return Price(0, (Highest(prices),))
        return max(prices, key=lambda price: price.fixed)

    def _relation(self, rel: Rel, node: FieldNode) -> Price:
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        own = Price(rel.cost)
        for arg in rel.args:
            if arg.factors:
                own = _often(given.get(arg.name), partial(_factor, arg), own)
            elif arg.cost and not isinstance(given.get(arg.name), NullValueNode | None):
                own = own.beside(Price(arg.cost))
        count = rel.count
        if rel.filter and "filter" in given:
            own = own.beside(_often(given["filter"], partial(_filtered, MODEL.filters[rel.filter]), ROW))
            count = max(count, rel.count_filtered)
        most = rel.rows or PAGE_MAX
        if rel.shape == "page":
            inner = self.of(node.selection_set, f"{rel.stem}Connection", count)
            rows = _often(given.get("first"), partial(_page, most), ROW.beside(inner.each))
            return own.beside(inner.once).beside(rows)
        each = ROW.beside(self._body(node.selection_set, rel.target))
        if rel.shape == "lookup":
            return own.beside(_often(given.get(rel.args[0].name), _ids, each))
        return own.beside(each if rel.shape == "one" else each.times(rel.rows or ITEMS))


# --- documents -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Priced:
    """One operation's price, and its variables' defaults."""

    price: Price
    defaults: dict[str, Any]

    def of(self, given: Values | None) -> int:
        """What it costs with a request's variables, as they came."""
        if not self.price.parts:
            return self.price.fixed
        return self.price.of({**self.defaults, **(given or {})})


def priced(schema: GraphQLSchema, document: DocumentNode) -> dict[str | None, Priced]:
    """The price of each operation of a document within the limits of `api.limits`."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    pricer = Pricer(schema, fragments)
    found = {}
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            root = schema.get_root_type(definition.operation)
            price = pricer.of(definition.selection_set, root.name).once if root else FREE
            defaults = {v.variable.name.value: literal(v.default_value) for v in definition.variable_definitions or ()}
            found[definition.name.value if definition.name else None] = Priced(price, defaults)
    return found


@dataclass(slots=True)
class Bill:
    """What a request was found to cost, once it was."""

    limit: int
    requested: int | None = None

    def charge(self, prices: Mapping[str | None, Priced], operation: str | None, given: Values | None) -> None:
        """Price a request. One that names no operation is refused elsewhere.

        Raises:
            QueryTooCostly: it costs more than the limit.
        """
        if operation is None and len(prices) == 1:
            (operation,) = prices
        if operation in prices:
            self.requested = prices[operation].of(given)
            if self.requested > self.limit:
                raise QueryTooCostly(f"the query costs {self.requested:,}; the limit is {self.limit:,}: ask for smaller pages")

    def told(self, body: bytes) -> bytes:
        """A response's JSON object with the price in it, if there is one."""
        if self.requested is None:
            return body
        return b'%b,"extensions":{"cost":{"requested":%d,"limit":%d}}}' % (body[:-1], self.requested, self.limit)
