"""What a question asks, engine-neutral: the tree between a GraphQL selection and a statement.

A plan depends on the document and on the shape of its variables (presence, booleans, enum values),
never on a string or a number: those are Slots, bound anew for each request. Response keys are
GraphQL names, `[_A-Za-z][_0-9A-Za-z]*`, so printers may write them into a text as they are.
"""

import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum as PythonEnum
from typing import Any

from briefgraph import ids
from briefgraph.errors import BadCursor, BadInput, BadPage, RequestFault
from briefgraph.graph.shapes import As, Order, Prop, Rel

PAGE_DEFAULT = 20
PAGE_MAX = 100
IDS_MAX = 100
WORDS_MAX = 100  # that a text to search for has
AROUND_MAX = 20  # nodes that a network is around
DEPTH_MAX = 3  # steps that it goes
LIMIT_MAX = 1_000  # nodes that it has
HOPS_MAX = 8  # of a path
INT64_MAX = 2**63 - 1
CURSOR = json.JSONEncoder(separators=(",", ":")).encode  # made once: a page of 100 has 102 of them
NOTHING = "\x00"  # binds where a value can match nothing: no stored text holds a NUL


@dataclass(frozen=True, slots=True)
class Slot:
    """A value of the request: a constant of the document, or a variable (and a path into it).

    `use` says what is bound: "value" converted as `bind` says; "first" (1 to 100); "limit"
    (`first + 1`, to see whether more follows); "after", the key `index` of a cursor of `order`.
    """

    path: tuple[str, ...]  # of the field in the response, for errors
    variable: str | None = None
    inside: tuple[str, ...] = ()
    constant: Any = None
    use: str = "value"
    bind: As = As.PLAIN
    index: int = 0
    tag: str = ""
    kinds: str = ""
    parts: "tuple[Slot, ...]" = ()  # of a list that holds variables

    def raw(self, variables: Mapping[str, Any]) -> Any:
        """The value before conversion."""
        if self.parts:
            return [part.raw(variables) for part in self.parts]
        if self.variable is None:
            return self.constant
        value = variables[self.variable]
        for name in self.inside:
            value = value[name]
        return value

    def value(self, variables: Mapping[str, Any]) -> Any:
        """The value to bind, engine-neutral: words and lists are lists.

        Raises:
            RequestFault: the value is of its type and still means nothing; it has `path`.
        """
        try:
            raw = self.raw(variables)
            if self.use == "value":
                return BIND[self.bind](raw)
            if self.use == "after":
                return decode_cursor(raw, self.tag, self.kinds)[self.index]
            return page_size(raw) + (self.use == "limit")
        except RequestFault as fault:
            fault.path = self.path
            raise


@dataclass(frozen=True, slots=True)
class Const:
    """JSON text that the document alone decides: `__typename`."""

    json: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A property of the node, or of the edge that led to it."""

    prop: Prop
    on_edge: bool = False
    utf16: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """An object of its own that reads from the same source: `Story.graph`."""

    fields: "Fields"


@dataclass(frozen=True, slots=True)
class Object:
    """The fields of one node type or value type."""

    type: str
    fields: "Fields"


@dataclass(frozen=True, slots=True)
class Choice:
    """The fields for each node type that a `Node` may turn out to be."""

    variants: tuple[Object, ...]


@dataclass(frozen=True, slots=True)
class One:
    """A to-one relation: an object, or null."""

    rel: Rel
    filters: tuple[tuple[str, Slot], ...]
    body: Object | Choice
    on_edge: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A plain list of all targets; for a "lookup", with null where there is none."""

    rel: Rel
    filters: tuple[tuple[str, Slot], ...]
    body: Object | Choice
    on_edge: bool = False
    filter_file: str | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """An edge's cursor."""


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges { ... }`: the fields of each edge; `node` is a NodeOf among them."""

    fields: "Fields"


@dataclass(frozen=True, slots=True)
class NodeOf:
    """The node of an edge."""

    body: Object | Choice


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes { ... }`: the nodes without their edges."""

    body: Object | Choice


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`pageInfo`: (response key, hasNextPage | hasPreviousPage | startCursor | endCursor | __typename)."""

    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TotalCount:
    """`totalCount`: costs a count, and only where it is asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, in an order, after a cursor."""

    rel: Rel
    filters: tuple[tuple[str, Slot], ...]
    filter_file: str | None
    order: Order
    first: Slot
    limit: Slot
    after: tuple[Slot, ...]  # a key each; empty on the first page
    fields: "Fields"
    on_edge: bool = False

    @property
    def tag(self) -> str:
        """What a cursor of this list in this order begins with."""
        return cursor_tag(self.rel, self.order)


Field = Const | Scalar | Group | One | Items | Page | Cursor | Edges | NodeOf | Nodes | PageInfo | TotalCount
Fields = tuple[tuple[str, Field], ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One root field: what one statement answers."""

    key: str  # the response key
    field: One | Items | Page
    nullable: bool


# --- values ----------------------------------------------------------------------------------


def page_size(value: Any) -> int:
    """`first`, null meaning the default."""
    if value is None:
        return PAGE_DEFAULT
    if not 1 <= value <= PAGE_MAX:
        raise BadPage(f"first is {value}; it must be from 1 to {PAGE_MAX}")
    return int(value)


def cursor_tag(rel: Rel, order: Order) -> str:
    """What tells cursors of different lists and orders apart."""
    return f"{rel.file}:{order.name}"


def encode_cursor(tag: str, keys: tuple[Any, ...]) -> str:
    """A cursor: the hex of a JSON array, which SQLite makes itself (`hex(json_array(...))`)."""
    return CURSOR([tag, *keys]).encode("ascii").hex().upper()


def decode_cursor(text: Any, tag: str, kinds: str) -> list[Any]:
    """The keys of a cursor.

    Raises:
        BadCursor: it is none of this list in this order.
    """
    try:
        found = json.loads(binascii.unhexlify(text))
        ok = isinstance(found, list) and len(found) == len(kinds) + 1 and found[0] == tag
        if ok and all(_is(key, kind) for key, kind in zip(found[1:], kinds, strict=True)):
            return list(found[1:])
    except (ValueError, RecursionError):
        pass
    raise BadCursor("after is no cursor of this list in this order; take it from pageInfo.endCursor or an edge")


def _is(key: Any, kind: str) -> bool:
    if kind == "r" and isinstance(key, str):
        return True
    if kind in "ir":
        return type(key) is int and abs(key) <= INT64_MAX
    return isinstance(key, str if kind == "s" else float)


def _instant(value: Any) -> str:
    try:
        return ids.canonical_instant(str(value))
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{value} is no instant of the years 1 to 9999") from error


def _plain(value: Any) -> Any:
    if isinstance(value, PythonEnum):
        return value.name
    return value


def _list(value: Any, most: int = IDS_MAX) -> list[Any]:
    items = [_plain(item) for item in (value if isinstance(value, list | tuple) else [value])]
    if len(items) > most:
        raise BadInput(f"{len(items)} values are given; at most {most} are taken at once")
    return items


def _words(value: Any) -> list[str]:
    """The words to look for, each once: Neo4j's index takes 1,024 clauses and fails at more."""
    found = list(dict.fromkeys(ids.tokens(value)))
    if len(found) > WORDS_MAX:
        raise BadInput(f"text has {len(found)} different words; at most {WORDS_MAX} are looked for at once")
    return found


def _up_to(most: int, name: str) -> Callable[[Any], int]:
    def bound(value: Any) -> int:
        if not 1 <= value <= most:
            raise BadInput(f"{name} is {value}; it must be from 1 to {most}")
        return int(value)

    return bound


BIND: dict[As, Callable[[Any], Any]] = {
    As.PLAIN: _plain,
    As.TERMS: _words,
    As.NAME: lambda value: ids.fold_name(value) or NOTHING,
    As.ADDRESS: lambda value: ids.canonical_address(value) or NOTHING,
    As.INSTANT: _instant,
    As.LIST: _list,
    As.AROUND: lambda value: _list(value, AROUND_MAX),
    As.DEPTH: _up_to(DEPTH_MAX, "depth"),
    As.LIMIT: _up_to(LIMIT_MAX, "limit"),
    As.HOPS: _up_to(HOPS_MAX, "maxHops"),
}
