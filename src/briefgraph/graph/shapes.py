"""The words that the model is written in: properties, relations, filters, orders.

Nothing here knows a query language or GraphQL's runtime; `model` fills these in once and the
schema, the planner and both printers read them.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The type of a property or an argument; the values are GraphQL's names."""

    ID = "ID"
    STRING = "String"
    INT = "Int"
    FLOAT = "Float"
    BOOLEAN = "Boolean"
    DATETIME = "DateTime"
    STRINGS = "[String!]"  # a sorted list of strings, stored as one JSON text on SQLite
    IDS = "[ID!]"  # arguments only
    OFFSET = "Offset"  # an Int that takes `unit: OffsetUnit`; twin column `<name>_utf16`


class As(StrEnum):
    """How an argument's value becomes the value that a statement binds."""

    PLAIN = "plain"
    TERMS = "terms"  # words -> a list of stored tokens, all of which must be there; none match nothing
    NAME = "name"  # a name -> its folded form, as aliases are stored
    ADDRESS = "address"  # an address -> its canonical form
    INSTANT = "instant"  # DateTime -> canonical UTC text, as dates are stored
    LIST = "list"  # a list of at most 100
    AROUND = "around"  # the ids that a network is around, at most 20
    DEPTH = "depth"  # how many steps a network goes
    LIMIT = "limit"  # how many nodes a network has
    HOPS = "hops"  # how long a path may be


@dataclass(frozen=True, slots=True)
class Enum:
    """A GraphQL enum and what each value means."""

    name: str
    doc: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Prop:
    """One property of a node, an edge or a value object.

    `kind` is a Kind, or the name of an Enum. SQLite's column is the name in snake_case.
    """

    name: str
    kind: str
    doc: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument of a field, or one field of a filter.

    The relation's files (or the filter's) hold a line `filter NAME:` with what it adds.
    """

    name: str
    kind: str
    doc: str
    bind: As = As.PLAIN
    required: bool = False
    default: str | int | None = None  # what is meant where none is given, or null: of an enum, the name of a value
    cost: int = 0  # what the field costs more where it is given
    factors: tuple[int, ...] = ()  # what the field's cost is multiplied by, for each `step` of values from 1
    step: int = 1

    @property
    def is_always_given(self) -> bool:
        """Whether a statement may count on it."""
        return self.required or self.default is not None


@dataclass(frozen=True, slots=True)
class Filter:
    """An input object whose fields all have to hold; `sql/filters/<file>.sql` says how."""

    name: str
    file: str
    doc: str
    args: tuple[Arg, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a list: keys that are never null, in one direction, the last one unique.

    A key is `n.<prop>` for the target node or `e.<prop>` for the edge; some are stored sort keys
    that GraphQL does not show. `kinds` has one letter a key: `s` text, `i` integer, `f` float,
    `r` what tells rows apart, a number in one engine and an id in the other.
    """

    name: str
    keys: tuple[str, ...]
    kinds: str
    descending: bool = False
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Rel:
    """One field that leads from an owner to nodes or value objects.

    Args:
        name: the GraphQL field.
        target: a node type, `Node` for any of them, or a value type.
        file: the relation's name in sql/relations/ and cypher/relations/.
        shape: "one" (an object or null), "page" (a Relay connection), "items" (a plain list of
            all), "lookup" (a list as long as the ids given, with nulls).
        edge: the stem of the connection's name where its edges carry more than the node:
            "Citation" gives CitationConnection and CitationEdge. Else the target's own.
        cost: what asking it costs beside its rows, in rows of an answer (`api.cost`).
        rows: how many rows one owner has as a rule, where what it is bounds them: a fact has few citations.
        count, count_filtered: what a page's `totalCount` costs, without and with a filter.
        inside: (file, file) pairs, for a target that is a value type whose lists are made in several ways: below this
            relation, the lists that the type reads by the first file are read by the second.
        orders: the first is the default; with more than one the field takes `orderBy: <order_enum>`.
    """

    name: str
    target: str
    file: str
    doc: str
    shape: str = "page"
    nullable: bool = False
    edge: str | None = None
    args: tuple[Arg, ...] = ()
    filter: str | None = None
    orders: tuple[Order, ...] = ()
    order_enum: str | None = None
    one_of: bool = False  # at least one of the (optional) arguments must be given
    inside: tuple[tuple[str, str], ...] = ()
    cost: int = 1
    rows: int | None = None
    count: int = 10
    count_filtered: int = 100

    @property
    def stem(self) -> str:
        """What the names of a page's types begin with: `Backer` of BackerConnection and BackerEdge."""
        return self.edge or self.target


@dataclass(frozen=True, slots=True)
class Edge:
    """What the edges of a connection carry beside `node` and `cursor`."""

    name: str
    target: str
    doc: str
    props: tuple[Prop, ...] = ()
    rels: tuple[Rel, ...] = ()


@dataclass(frozen=True, slots=True)
class Type:
    """A node type (it has an id, a table and a label) or a value type (it has neither)."""

    name: str
    doc: str
    props: tuple[Prop, ...] = ()
    rels: tuple[Rel, ...] = ()
    groups: tuple[tuple[str, str, str], ...] = ()  # (field, value type, doc): an object of the same source
    kind: str | None = None  # a NodeKind for node types
    table: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """The whole table, indexed."""

    types: dict[str, Type]
    edges: dict[str, Edge]
    filters: dict[str, Filter]
    enums: dict[str, Enum]
    root: Type
    nodes: tuple[Type, ...] = ()


def snake(name: str) -> str:
    """`publishedAt` -> `published_at`: a property's column."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
