"""Prints a plan as one Cypher statement, and makes the shaper that turns its row into JSON text.

Each hop is a `CALL (owner) { ... RETURN collect([...]) AS c }`: an aggregate inside a projected
COLLECT is refused where it meets outer variables, and lists by position are smaller than maps. The
shaper puts keys, cursors and page info back, in the order of the selection.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from briefgraph.graph import plan
from briefgraph.graph.choice import choose, known_count
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Fields, Items, Object, One, Page, Root, Slot
from briefgraph.graph.queries import Fragment
from briefgraph.graph.shaper import Shape, Shaper, Values, compiled, either, objects
from briefgraph.graph.shapes import Kind, Prop

PLACEHOLDER = re.compile(r"@(\w+)|\$(\w+)")
PageShape = Callable[[str, str, str], str]  # a page's rows, those of them that are shown, the total -> JSON value


@dataclass(frozen=True, slots=True)
class CypherStatement:
    """A statement's text, what it binds, and how its value becomes JSON."""

    text: str
    params: tuple[tuple[str, Slot], ...]
    shape: Shaper

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
    return CypherStatement(text, tuple((name, slot) for slot, name in printer.params.items()), compiled(part.shape))


@dataclass(frozen=True, slots=True)
class _Source:
    """A relation's body with its names made unique."""

    body: str
    node: str
    edge: str
    kept: str  # what a WITH has to carry on
    order_key: Callable[[str], str]
    lead: tuple[str, ...]  # what comes before the sort keys in the index that is read
    fragment: Fragment
    render: Callable[[str], str]


@dataclass(slots=True)
class _Printer:
    params: dict[Slot, str] = field(default_factory=dict)
    names: int = 0
    loops: int = 0

    def bind(self, slot: Slot) -> str:
        return "$" + self.params.setdefault(slot, f"p{len(self.params)}")

    def name(self, stem: str) -> str:
        self.names += 1
        return f"{stem}{self.names}"

    def each(self, make: Shape, rows: str) -> str:
        """The expression of a list, from that of its rows."""
        self.loops += 1
        row = f"row{self.loops}"
        return f"[{make(row)} for {row} in {rows}]"

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
        body = render(chosen.body)
        if isinstance(item, Page) and owner is None and chosen.driver is None:
            # An index is walked in its order only where the text says that its properties are there.
            body += "".join(f" AND {node}.{key[2:]} IS NOT NULL" for key in item.order.keys if key.startswith("n."))
        made = f"{render(chosen.fragment.edge)} AS " if chosen.fragment.edge else ""
        return _Source(
            body=body,
            node=node,
            edge=edge,
            kept=f"{node}, {made}{edge}" if chosen.has_edge else node,
            order_key=lambda key: render(chosen.order_key(key, str)),
            lead=tuple(render(chosen.lead).split(", ")) if chosen.lead else (),
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
                return _Part("", "null", lambda value: repr(known))
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

        return _Part(f"CALL ({node}) {{ {' UNION ALL '.join(arms)} }}", name, either(shapes))

    def one(self, item: One, owner: str | None) -> _Part:
        found = self.source(item, owner)
        part = self.target(item.body, found.node, found.edge)
        name = self.name("c")
        text = f"{found.body} WITH {found.kept} LIMIT 1 {part.before} RETURN collect({part.value}) AS {name}"
        return _Part(_call(owner, text), name, lambda value: f"({part.shape(f'{value}[0]')} if {value} else None)")

    def items(self, item: Items, owner: str | None) -> _Part:
        found = self.source(item, owner)
        order = found.fragment.order
        part = self.target(item.body, found.node, found.edge)
        name = self.name("c")
        if item.rel.shape == "lookup":  # a row for each id; its node may be null, and a null is not collected
            return self._lookup(found, order or "", part, name)
        ordered = f" WITH {found.kept} ORDER BY {found.render(order)}" if order else f" WITH {found.kept}"
        text = f"{found.body}{ordered} {part.before} RETURN collect({part.value}) AS {name}"
        return _Part(_call(owner, text), name, lambda value: self.each(part.shape, value))

    def _lookup(self, found: _Source, order: str, part: _Part, name: str) -> _Part:
        place = found.render(order)
        text = (
            f"{found.body} WITH {found.node}, {place} AS {name}_place {part.before} "
            f"RETURN collect([{name}_place, {part.value}]) AS {name}"
        )
        ids = found.render("$ids")[1:]

        def shape(value: str) -> str:
            return f"in_order({{row[0]: {part.shape('row[1]')} for row in {value}}}, values[{ids!r}])"

        return _Part(_call(None, text), name, shape)

    # --- pages -------------------------------------------------------------------------------

    def page(self, item: Page, owner: str | None) -> _Part:
        found = self.source(item, owner)
        name = self.name("c")
        keys = [found.order_key(key) for key in item.order.keys]
        aliases = [f"{name}k{i}" for i in range(len(keys))]
        cursor = _Part("", f"[{', '.join(aliases)}]", lambda value: f"encode_cursor({item.tag!r}, tuple({value}))")
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
                    makers.append((key, self._rows(len(rows) - 1, rows[-1].shape)))
                case plan.Nodes():
                    rows.append(self.target(part.body, found.node, found.edge))
                    makers.append((key, self._rows(len(rows) - 1, rows[-1].shape)))
                case plan.PageInfo():
                    makers.append((key, _page_info(part, item, first[1:])))
                case plan.TotalCount():
                    makers.append((key, lambda rows, shown, total: total))
                case plan.Const():
                    makers.append((key, _known(orjson.loads(part.json))))
        after = f" AND {_keyset(keys, [self.bind(s) for s in item.after], item.order.descending)}" if item.after else ""
        projected = "".join(f", {key} AS {alias}" for key, alias in zip(keys, aliases, strict=True))
        ordered = ", ".join(key + (" DESC" if item.order.descending else "") for key in (*found.lead, *aliases))
        text = (
            f"{found.body}{after} WITH {found.kept}{projected} ORDER BY {ordered} LIMIT {limit} "
            f"{' '.join(row.before for row in rows)} RETURN collect([{', '.join(row.value for row in rows)}]) AS {name}"
        )

        def shape(value: str) -> str:
            got, count = f"{value}[0]", f"{value}[1]"
            shown = f"{got}[:values[{first[1:]!r}]]" if paged else got
            return "{" + ", ".join(f"{key!r}: {make(got, shown, count)}" for key, make in makers) + "}"

        return _Part(f"{_call(owner, text)} {before}", f"[{name}, {total}]", shape)

    def _rows(self, index: int, make: Shape) -> PageShape:
        return lambda rows, shown, total: self.each(lambda row: make(f"{row}[{index}]"), shown)

    def _edge(self, item: Page, found: _Source, part: plan.Field, cursor: _Part) -> _Part:
        if isinstance(part, plan.Cursor):
            return cursor
        if isinstance(part, plan.NodeOf):
            return self.target(part.body, found.node, found.edge)
        if isinstance(part, plan.Scalar) and part.prop.name in found.fragment.late:
            terms = self.bind(dict(item.filters)["text"])[1:]
            text = found.render(found.fragment.late[part.prop.name])
            return _Part("", text, lambda value: f"excerpt({value}, values[{terms!r}])")
        return self.field(part, found.node, found.edge)

    def count(self, item: Page, owner: str | None) -> tuple[str, str]:
        """(clauses before, expression) for `totalCount`."""
        known = known_count("cypher", item)
        if known and not item.filters:
            return "", known.replace("@src", owner or "")
        if known:
            return "", self.source(item, owner).render(known)
        name = self.name("t")
        return _call(owner, f"{self.source(item, owner).body} RETURN count(*) AS {name}"), name


def _call(owner: str | None, text: str) -> str:
    return f"CALL ({owner or ''}) {{ {text} }}"


def _listed(fields: list[tuple[str, _Part]]) -> _Part:
    """An object: its fields as a list by position, and the shape that gives them their keys again."""
    return _Part(
        " ".join(part.before for _, part in fields),
        f"[{', '.join(part.value for _, part in fields)}]",
        objects([(key, part.shape) for key, part in fields]),
    )


def _scalar(prop: Prop, source: str, utf16: bool) -> _Part:
    value = f"{source}.{prop.name}{'Utf16' if utf16 else ''}"
    if prop.kind == Kind.STRINGS:
        return _Part("", value, lambda got: f"({got} or [])")
    return _Part("", value, lambda got: got)


def _page_info(info: plan.PageInfo, item: Page, first: str) -> PageShape:
    given = f"values[{first!r}], {item.tag!r}, {bool(item.after)}, {info.fields!r}"
    return lambda rows, shown, total: f"page_info({rows}, {given})"


def _keyset(keys: list[str], bounds: list[str], descending: bool) -> str:
    """What follows a cursor: the first key within its bound, and where it is equal there, the rest beyond.

    An OR is read from two indexes, whose order is lost (4,386 hits against 81); within a CASE nothing is.
    """
    beyond = "<" if descending else ">"
    if len(keys) == 1:
        return f"{keys[0]} {beyond} {bounds[0]}"
    rest = _keyset(keys[1:], bounds[1:], descending)
    return f"{keys[0]} {beyond}= {bounds[0]} AND CASE {keys[0]} WHEN {bounds[0]} THEN {rest} ELSE TRUE END"


def _known(value: Any) -> PageShape:
    return lambda rows, shown, total: repr(value)
