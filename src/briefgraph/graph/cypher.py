"""Prints a plan as one Cypher statement, and makes the shaper that turns its row into JSON text.

Each hop is a `CALL (owner) { ... RETURN collect([...]) AS c }`: an aggregate inside a projected
COLLECT is refused where it meets outer variables, and lists by position are smaller than maps. The
shaper puts keys, cursors and page info back, in the order of the selection.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from briefgraph.graph import plan
from briefgraph.graph.choice import choose
from briefgraph.graph.excerpt import excerpt
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Fields, Items, Object, One, Page, Root, Slot
from briefgraph.graph.queries import Fragment, fragments
from briefgraph.graph.shapes import Kind, Prop

PLACEHOLDER = re.compile(r"@(\w+)|\$(\w+)")

Values = Mapping[str, Any]
Shape = Callable[[Any, Values], Any]  # what the engine gave, and what was bound -> JSON value
PageShape = Callable[[list[Any], Any, Values], Any]  # the page's rows, the total, what was bound


@dataclass(frozen=True, slots=True)
class CypherStatement:
    """A statement's text, what it binds, and how its value becomes JSON."""

    text: str
    params: tuple[tuple[str, Slot], ...]
    shape: Shape

    def bind(self, variables: Values) -> dict[str, Any]:
        """The values of a request."""
        return {name: slot.value(variables) for name, slot in self.params}

    def render(self, value: Any, values: Values) -> str:
        """The JSON text of what the statement returned."""
        return orjson.dumps(self.shape(value, values)).decode("utf-8")


@dataclass(frozen=True, slots=True)
class _Part:
    """Something to fetch: clauses that come before, an expression for its value, and its shape."""

    before: str
    value: str
    shape: Shape


def print_root(root: Root) -> CypherStatement:
    """Print one root field as one statement."""
    printer = _Printer()
    part = printer.relation(root.field, None)
    text = f"{part.before} RETURN {part.value} AS result"
    return CypherStatement(text, tuple((name, slot) for slot, name in printer.params.items()), part.shape)


@dataclass(frozen=True, slots=True)
class _Source:
    """A relation's body with its names made unique."""

    body: str
    node: str
    edge: str
    kept: str  # what a WITH has to carry on
    order_key: Callable[[str], str]
    fragment: Fragment
    render: Callable[[str], str]


@dataclass(slots=True)
class _Printer:
    params: dict[Slot, str] = field(default_factory=dict)
    names: int = 0

    def bind(self, slot: Slot) -> str:
        return "$" + self.params.setdefault(slot, f"p{len(self.params)}")

    def name(self, stem: str) -> str:
        self.names += 1
        return f"{stem}{self.names}"

    # --- relations ---------------------------------------------------------------------------

    def source(self, item: One | Items | Page, owner: str | None) -> _Source:
        """The MATCH and WHERE of a relation, its filters included."""
        self.names += 1
        suffix = self.names
        chosen = choose("cypher", item)

        def place(match: re.Match[str]) -> str:
            alias, parameter = match.groups()
            if parameter:
                return self.bind(chosen.given[parameter])
            if alias == "src":
                return owner or ""
            return f"{'dst' if alias == 'e' and not chosen.has_edge else alias}{suffix}"

        def render(text: str) -> str:
            return PLACEHOLDER.sub(place, text)

        node = f"dst{suffix}"
        edge = f"e{suffix}" if chosen.has_edge else node
        return _Source(
            body=render(chosen.body),
            node=node,
            edge=edge,
            kept=f"{node}, {edge}" if chosen.has_edge else node,
            order_key=lambda key: render(chosen.order_key(key, str)),
            fragment=chosen.fragment,
            render=render,
        )

    def relation(self, item: plan.Field, owner: str | None) -> _Part:
        match item:
            case One():
                return self.one(item, owner)
            case Items():
                return self.items(item, owner)
            case Page():
                return self.page(item, owner)
            case _:
                raise TypeError(f"{type(item).__name__} is no relation")

    def field(self, item: plan.Field, node: str, edge: str) -> _Part:
        """One field of an object."""
        match item:
            case plan.Const():
                known = orjson.loads(item.json)
                return _Part("", "null", lambda value, values: known)
            case plan.Scalar():
                return _scalar(item.prop, edge if item.on_edge else node, item.utf16)
            case plan.Group():
                return self.object(item.fields, node, edge)
            case One() | Items() | Page():
                return self.relation(item, edge if item.on_edge else node)
            case _:
                raise TypeError(f"{type(item).__name__} stands outside a page")

    def object(self, fields: Fields, node: str, edge: str) -> _Part:
        """An object as a list by position."""
        return _listed([(key, self.field(item, node, edge)) for key, item in fields])

    def target(self, body: Object | Choice, node: str, edge: str) -> _Part:
        """A relation's target: one type, or whichever of the node types it is."""
        if isinstance(body, Object):
            return self.object(body.fields, node, edge)
        name = self.name("v")
        arms, shapes = [], []
        for number, variant in enumerate(body.variants):
            part = self.object(variant.fields, node, edge)
            label = MODEL.types[variant.type].label
            arms.append(f"WITH {node} WHERE {node}:{label} {part.before} RETURN [{number}, {part.value}] AS {name}")
            shapes.append(part.shape)

        def shape(value: Any, values: Values) -> Any:
            return shapes[value[0]](value[1], values)

        return _Part(f"CALL ({node}) {{ {' UNION ALL '.join(arms)} }}", name, shape)

    def one(self, item: One, owner: str | None) -> _Part:
        found = self.source(item, owner)
        part = self.target(item.body, found.node, found.edge)
        name = self.name("c")
        text = f"{found.body} WITH {found.kept} LIMIT 1 {part.before} RETURN collect({part.value}) AS {name}"

        def shape(value: Any, values: Values) -> Any:
            return part.shape(value[0], values) if value else None

        return _Part(_call(owner, text), name, shape)

    def items(self, item: Items, owner: str | None) -> _Part:
        found = self.source(item, owner)
        order = found.fragment.order
        part = self.target(item.body, found.node, found.edge)
        name = self.name("c")
        if item.rel.shape == "lookup":  # a row for each id; its node may be null, and a null is not collected
            return self._lookup(found, order or "", part, name)
        ordered = f" WITH {found.kept} ORDER BY {found.render(order)}" if order else f" WITH {found.kept}"
        text = f"{found.body}{ordered} {part.before} RETURN collect({part.value}) AS {name}"
        return _Part(_call(owner, text), name, lambda value, values: [part.shape(one, values) for one in value])

    def _lookup(self, found: _Source, order: str, part: _Part, name: str) -> _Part:
        place = found.render(order)
        text = (
            f"{found.body} WITH {found.node}, {place} AS {name}_place {part.before} "
            f"RETURN collect([{name}_place, {part.value}]) AS {name}"
        )
        ids = found.render("$ids")[1:]

        def shape(value: Any, values: Values) -> Any:
            known = {position: part.shape(one, values) for position, one in value}
            return [known.get(position) for position in range(len(values[ids]))]

        return _Part(_call(None, text), name, shape)

    # --- pages -------------------------------------------------------------------------------

    def page(self, item: Page, owner: str | None) -> _Part:
        found = self.source(item, owner)
        name = self.name("c")
        keys = [found.order_key(key) for key in item.order.keys]
        aliases = [f"{name}k{i}" for i in range(len(keys))]
        cursor = _Part("", f"[{', '.join(aliases)}]", lambda value, values: plan.encode_cursor(item.tag, tuple(value)))
        paged = any(isinstance(f, plan.PageInfo) for _, f in item.fields)
        first = self.bind(item.first)
        limit = self.bind(item.limit) if paged else first
        rows: list[_Part] = [cursor] if paged else []
        before, total = self.count(item, owner) if any(isinstance(f, plan.TotalCount) for _, f in item.fields) else ("", "null")
        makers: list[tuple[str, PageShape]] = []
        for key, part in item.fields:
            match part:
                case plan.Edges():
                    rows.append(_listed([(k, self._edge(item, found, f, cursor)) for k, f in part.fields]))
                    makers.append((key, _each(len(rows) - 1, rows[-1].shape)))
                case plan.Nodes():
                    rows.append(self.target(part.body, found.node, found.edge))
                    makers.append((key, _each(len(rows) - 1, rows[-1].shape)))
                case plan.PageInfo():
                    makers.append((key, _page_info(part, item, cursor.shape, first[1:])))
                case plan.TotalCount():
                    makers.append((key, lambda rows, total, values: total))
                case plan.Const():
                    makers.append((key, _known(orjson.loads(part.json))))
        after = f" AND {_keyset(keys, [self.bind(s) for s in item.after], item.order.descending)}" if item.after else ""
        projected = "".join(f", {key} AS {alias}" for key, alias in zip(keys, aliases, strict=True))
        ordered = ", ".join(alias + (" DESC" if item.order.descending else "") for alias in aliases)
        text = (
            f"{found.body}{after} WITH {found.kept}{projected} ORDER BY {ordered} LIMIT {limit} "
            f"{' '.join(row.before for row in rows)} RETURN collect([{', '.join(row.value for row in rows)}]) AS {name}"
        )

        def shape(value: Any, values: Values) -> Any:
            got, count = value
            shown = got[: values[first[1:]]] if paged else got
            return {key: make(got if key in whole else shown, count, values) for key, make in makers}

        whole = {key for key, part in item.fields if isinstance(part, plan.PageInfo)}
        return _Part(f"{_call(owner, text)} {before}", f"[{name}, {total}]", shape)

    def _edge(self, item: Page, found: _Source, part: plan.Field, cursor: _Part) -> _Part:
        if isinstance(part, plan.Cursor):
            return cursor
        if isinstance(part, plan.NodeOf):
            return self.target(part.body, found.node, found.edge)
        if isinstance(part, plan.Scalar) and part.prop.name in found.fragment.late:
            terms = self.bind(dict(item.filters)["text"])[1:]
            text = found.render(found.fragment.late[part.prop.name])
            return _Part("", text, lambda value, values: excerpt(value, values[terms]))
        return self.field(part, found.node, found.edge)

    def count(self, item: Page, owner: str | None) -> tuple[str, str]:
        """(clauses before, expression) for `totalCount`."""
        fragment = fragments("cypher", "relations")[item.rel.file]
        if fragment.count and not item.filters:
            return "", fragment.count.replace("@src", owner or "")
        name = self.name("t")
        return _call(owner, f"{self.source(item, owner).body} RETURN count(*) AS {name}"), name


def _call(owner: str | None, text: str) -> str:
    return f"CALL ({owner or ''}) {{ {text} }}"


def _listed(fields: list[tuple[str, _Part]]) -> _Part:
    """An object: its fields as a list by position, and the shape that gives them their keys again."""
    keyed = [(key, part.shape) for key, part in fields]

    def shape(value: Any, values: Values) -> Any:
        return {key: make(one, values) for (key, make), one in zip(keyed, value, strict=True)}

    return _Part(" ".join(part.before for _, part in fields), f"[{', '.join(part.value for _, part in fields)}]", shape)


def _scalar(prop: Prop, source: str, utf16: bool) -> _Part:
    value = f"{source}.{prop.name}{'Utf16' if utf16 else ''}"
    if prop.kind == Kind.STRINGS:
        return _Part("", value, lambda got, values: got or [])
    return _Part("", value, lambda got, values: got)


def _each(index: int, shape: Shape) -> PageShape:
    return lambda rows, total, values: [shape(row[index], values) for row in rows]


def _page_info(info: plan.PageInfo, item: Page, cursor: Shape, first: str) -> PageShape:
    def make(rows: list[Any], total: Any, values: Values) -> Any:
        shown = rows[: values[first]]
        known = {
            "hasNextPage": len(rows) > values[first],
            "hasPreviousPage": bool(item.after),
            "startCursor": cursor(shown[0][0], values) if shown else None,
            "endCursor": cursor(shown[-1][0], values) if shown else None,
            "__typename": "PageInfo",
        }
        return {key: known[name] for key, name in info.fields}

    return make


def _keyset(keys: list[str], bounds: list[str], descending: bool) -> str:
    """What follows a cursor. `k < $a OR (k = $a AND ...)` loses the index's order (4,386 hits against 81)."""
    within, beyond = ("<=", ">") if descending else (">=", "<")
    key, bound = keys[0], bounds[0]
    if len(keys) == 1:
        return f"{key} {within[0]} {bound}"
    # Not yet shown: the first key within its bound, and not (equal there and the rest shown already).
    return f"{key} {within} {bound} AND NOT ({key} = {bound} AND {_shown(keys[1:], bounds[1:], beyond)})"


def _shown(keys: list[str], bounds: list[str], beyond: str) -> str:
    key, bound = keys[0], bounds[0]
    if len(keys) == 1:
        return f"{key} {beyond}= {bound}"
    return f"({key} {beyond} {bound} OR ({key} = {bound} AND {_shown(keys[1:], bounds[1:], beyond)}))"


def _known(value: Any) -> PageShape:
    return lambda rows, total, values: value
