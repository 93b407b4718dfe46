"""Prints a plan as one SQLite statement whose only row is the response's JSON text.

JSON is built as text with `format('{"id":%s}', json_quote(x))`: SQLite drops the JSON subtype of a
scalar subquery, and wrapping in `json()` doubled the time (docs/decisions). `format` is flat where a
chain of `||` reaches the depth limit; 90 arguments a call keep old builds working.

A page reads its rows in an inner SELECT that is ordered and limited and holds only columns; objects
are built from these rows outside it, so that no sort ever carries (or computes) JSON.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefgraph.graph import plan
from briefgraph.graph.choice import choose, known_count
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Fields, Items, Object, One, Page, Root, Slot
from briefgraph.graph.queries import Fragment
from briefgraph.graph.shapes import As, Kind, Prop, snake

FORMAT_ARGS = 90
PLACEHOLDER = re.compile(r"@(\w+)(?:\.(\w+))?|\$(\w+)")
KIND_NUMBER = {node.name: number for number, node in enumerate(MODEL.nodes, 1)}

def _match(words: list[str]) -> str:
    # Quoted, so that no word is an operator; no word at all matches nothing.
    return " ".join(f'"{word}"' for word in words) or '""'


def _as_it_is(value: Any) -> Any:
    return value


ENCODE: dict[As, Callable[[Any], Any]] = {As.TERMS: _match, As.LIST: json.dumps, As.AROUND: json.dumps}

Column = Callable[[str], str]  # a column's name -> an expression that gives it


@dataclass(frozen=True, slots=True)
class SqlStatement:
    """A statement's text and what it binds: (parameter, slot)."""

    text: str
    params: tuple[tuple[str, Slot], ...]

    def bind(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a request: a list is one JSON text, words are what MATCH takes."""
        return {name: ENCODE.get(slot.bind, _as_it_is)(slot.value(variables)) for name, slot in self.params}


def print_root(root: Root) -> SqlStatement:
    """Print one root field as one statement."""
    printer = _Printer()
    text = f"SELECT {printer.field(root.field, _no_source, _no_source)}"
    return SqlStatement(text, tuple((name, slot) for slot, name in printer.params.items()))


def _no_source(column: str) -> str:
    raise LookupError(f"the root has no column {column}")


@dataclass(slots=True)
class _Source:
    """A relation's body with its aliases made unique: what the fields of its target read from."""

    body: str
    node: Column
    edge: Column
    order_key: Callable[[str], str]
    fragment: Fragment
    render: Callable[[str], str]


@dataclass(slots=True)
class _Printer:
    params: dict[Slot, str] = field(default_factory=dict)
    aliases: int = 0

    def bind(self, slot: Slot) -> str:
        return ":" + self.params.setdefault(slot, f"p{len(self.params)}")

    # --- relations ---------------------------------------------------------------------------

    def source(self, item: One | Items | Page, owner: Column) -> _Source:
        """The FROM and WHERE of a relation, its filters included."""
        self.aliases += 1
        suffix = self.aliases
        chosen = choose("sql", item)

        def place(match: re.Match[str]) -> str:
            alias, column, parameter = match.groups()
            if parameter:
                return self.bind(chosen.given[parameter])
            if alias == "src":
                return owner(column)
            name = f"{'dst' if alias == 'e' and not chosen.has_edge else alias}{suffix}"
            return f"{name}.{column}" if column else name

        def render(text: str) -> str:
            return PLACEHOLDER.sub(place, text)

        return _Source(
            body=render(chosen.body),
            node=lambda column: f"dst{suffix}.{column}",
            edge=lambda column: f"{'e' if chosen.has_edge else 'dst'}{suffix}.{column}",
            order_key=lambda key: render(chosen.order_key(key, snake)),
            fragment=chosen.fragment,
            render=render,
        )

    def field(self, item: plan.Field, owner: Column, edge: Column) -> str:
        """An SQL expression for the JSON text of one field."""
        match item:
            case plan.Const():
                return "'" + item.json.replace("'", "''") + "'"
            case plan.Scalar():
                return _scalar(item.prop, edge if item.on_edge else owner, item.utf16)
            case plan.Group():
                return self.object(item.fields, owner, edge)
            case One():
                return self.one(item, edge if item.on_edge else owner)
            case Items():
                return self.items(item, edge if item.on_edge else owner)
            case Page():
                return self.page(item, edge if item.on_edge else owner)
            case _:
                raise TypeError(f"{type(item).__name__} stands outside a page")

    def object(self, fields: Fields, owner: Column, edge: Column) -> str:
        """`{"key":value,...}` as one format call, or several joined where there are very many."""
        return _format([(key, self.field(item, owner, edge)) for key, item in fields])

    def target(self, body: Object | Choice, node: Column, edge: Column) -> str:
        """The JSON of a relation's target: one type, or whichever of the node types it is."""
        if isinstance(body, Object):
            return self.object(body.fields, node, edge)
        arms = []
        for variant in body.variants:
            self.aliases += 1
            alias = f"n{self.aliases}"
            table = MODEL.types[variant.type].table
            inner = self.object(variant.fields, lambda column, a=alias: f"{a}.{column}", edge)  # type: ignore[misc]
            found = f"(SELECT {inner} FROM {table} AS {alias} WHERE {alias}.key = {node('key')})"
            arms.append(f"WHEN {KIND_NUMBER[variant.type]} THEN {found}")
        return f"CASE {node('kind')} {' '.join(arms)} END"

    def one(self, item: One, owner: Column) -> str:
        found = self.source(item, owner)
        return f"coalesce((SELECT {self.target(item.body, found.node, found.edge)} {found.body} LIMIT 1), 'null')"

    def items(self, item: Items, owner: Column) -> str:
        found = self.source(item, owner)
        order = f" ORDER BY {found.render(found.fragment.order)}" if found.fragment.order else ""
        row = f"coalesce({self.target(item.body, found.node, found.edge)}, 'null')"
        return f"(SELECT '[' || coalesce(group_concat(j, ','), '') || ']' FROM (SELECT {row} AS j {found.body}{order} LIMIT -1))"

    # --- pages -------------------------------------------------------------------------------

    def page(self, item: Page, owner: Column) -> str:
        found = self.source(item, owner)
        self.aliases += 1
        rows = _Rows(f"r{self.aliases}")
        node, edge = rows.column("n", found.node), rows.column("e", found.edge)
        keys = [found.order_key(key) for key in item.order.keys]
        paged = any(isinstance(f, plan.PageInfo) for _, f in item.fields)
        cursors = [rows.named(f"k{i}", key) for i, key in enumerate(keys)]
        cursor = f"hex(json_array('{item.tag}', {', '.join(cursors)}))"
        first = self.bind(item.first)
        within = f" FILTER (WHERE {rows.alias}.rn <= {first})" if paged else ""

        def each(expression: str) -> str:
            return f"'[' || coalesce(group_concat({expression}, ','){within}, '') || ']'"

        def edge_field(part: plan.Field) -> str:
            if isinstance(part, plan.Cursor):
                return f"'\"' || {cursor} || '\"'"
            if isinstance(part, plan.NodeOf):
                return self.target(part.body, node, edge)
            if isinstance(part, plan.Scalar) and part.prop.name in found.fragment.late:
                return f"json_quote({self._late(found, part.prop.name, node)})"
            return self.field(part, node, edge)

        printed = []
        for key, part in item.fields:
            match part:
                case plan.Edges():
                    value = each(_format([(name, edge_field(f)) for name, f in part.fields]))
                case plan.Nodes():
                    value = each(self.target(part.body, node, edge))
                case plan.PageInfo():
                    value = _page_info(part, rows.alias, cursor, first, bool(item.after))
                case plan.TotalCount():
                    value = self.count(item, owner)
                case _:
                    value = self.field(part, node, edge)
            printed.append((key, value))
        document = _format(printed)
        # The columns are known now that everything which reads them is printed.
        after = ""
        if item.after:
            compared = ", ".join(self.bind(slot) for slot in item.after)
            after = f" AND ({', '.join(keys)}) {'<' if item.order.descending else '>'} ({compared})"
        direction = " DESC" if item.order.descending else ""
        ordered = ", ".join(key + direction for key in keys)
        limit = self.bind(item.limit) if paged else first
        inner = f"SELECT {rows.columns()} {found.body}{after} ORDER BY {ordered} LIMIT {limit}"
        if paged:
            inner = f"SELECT *, row_number() OVER () AS rn FROM ({inner})"
        if not any(_reads_rows(part) for _, part in item.fields):
            return document  # over no rows a SELECT without an aggregate would give no document
        return f"(SELECT {document} FROM ({inner}) AS {rows.alias})"

    def _late(self, found: _Source, name: str, node: Column) -> str:
        # Rendered against the page's rows, not the body: `@dst.x` is a column that the rows carry.
        text = re.sub(r"@dst\.(\w+)", lambda match: node(match[1]), found.fragment.late[name])
        return found.render(text)

    def count(self, item: Page, owner: Column) -> str:
        known = known_count("sql", item)
        if known and not item.filters:
            return re.sub(r"@src\.(\w+)", lambda match: owner(match[1]), known)
        found = self.source(item, owner)
        return found.render(known) if known else f"(SELECT count(*) {found.body})"


@dataclass(slots=True)
class _Rows:
    """The columns that a page's inner SELECT has to hold, found while the outside is printed."""

    alias: str
    wanted: dict[str, str] = field(default_factory=dict)

    def named(self, name: str, expression: str) -> str:
        self.wanted[name] = expression
        return f"{self.alias}.{name}"

    def column(self, prefix: str, inner: Column) -> Column:
        return lambda column: self.named(f"{prefix}_{column}", inner(column))

    def columns(self) -> str:
        return ", ".join(f"{expression} AS {name}" for name, expression in self.wanted.items())


def _reads_rows(part: plan.Field) -> bool:
    if isinstance(part, plan.PageInfo):
        return any(name not in ("hasPreviousPage", "__typename") for _, name in part.fields)
    return isinstance(part, plan.Edges | plan.Nodes)


def _format(fields: list[tuple[str, str]]) -> str:
    if not fields:
        return "'{}'"
    pieces = []
    for i in range(0, len(fields), FORMAT_ARGS):
        some = fields[i : i + FORMAT_ARGS]
        text = ",".join(f'"{key}":%s' for key, _ in some)
        text = ("{" if i == 0 else ",") + text + ("}" if i + FORMAT_ARGS >= len(fields) else "")
        pieces.append(f"format('{text}', {', '.join(value for _, value in some)})")
    return pieces[0] if len(pieces) == 1 else "(" + " || ".join(pieces) + ")"


def _scalar(prop: Prop, source: Column, utf16: bool) -> str:
    column = source(f'{snake(prop.name)}{"_utf16" if utf16 else ""}')
    if prop.kind == Kind.BOOLEAN:
        return f"iif({column}, 'true', 'false')"
    if prop.kind == Kind.STRINGS:
        return column
    return f"json_quote({column})"


def _page_info(info: plan.PageInfo, rows: str, cursor: str, first: str, has_after: bool) -> str:
    numbered = f"format('%03d%s', {rows}.rn, {cursor})"
    within = f"FILTER (WHERE {rows}.rn <= {first})"
    values = {
        "hasNextPage": f"iif(count(*) > {first}, 'true', 'false')",
        "hasPreviousPage": f"'{'true' if has_after else 'false'}'",
        "startCursor": f"coalesce(json_quote(substr(min({numbered}) {within}, 4)), 'null')",
        "endCursor": f"coalesce(json_quote(substr(max({numbered}) {within}, 4)), 'null')",
        "__typename": "'\"PageInfo\"'",
    }
    return _format([(key, values[name]) for key, name in info.fields])
