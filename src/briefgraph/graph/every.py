"""A plan for every relation, order and filter of the model: what a check prints, to see that an engine takes it.

A relation's file is a fragment, which no engine can prepare alone. Here each is put where a question
would put it, once an order, paged, and once a filter.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import (
    Choice,
    Cursor,
    Edges,
    Field,
    Fields,
    Group,
    Items,
    NodeOf,
    Object,
    One,
    Page,
    PageInfo,
    Root,
    Scalar,
    Slot,
    TotalCount,
)
from briefgraph.graph.shapes import Order, Rel

Wrap = Callable[[Field], Field]

ONE = {rel.target: rel for rel in MODEL.root.rels if rel.shape == "one"}  # the quickest way to a node of a type
PAGE_INFO = PageInfo((("hasNextPage", "hasNextPage"), ("endCursor", "endCursor")))


def every_root(*, totals: bool = True) -> Iterator[tuple[str, Root]]:
    """(the relation's file, a root field that reads it) for all there is.

    With `totals` every list is asked for its `totalCount`, which where nothing knows it reads the list whole.
    """
    for rel in MODEL.root.rels:
        yield from _of(rel, lambda field: field, totals)
        yield from _inside(rel, lambda field: field, totals)
    for rel in MODEL.live.rels:
        for names in ((), *((arg.name,) for arg in rel.args if not arg.is_always_given)):
            yield rel.file, _root(Items(rel, _filters(rel, names), Choice((_object(rel.target),)), filter_file="story"))
    for node in MODEL.nodes:
        for rel in node.rels:
            yield from _of(rel, _below_node(node.name, lambda field: field, rel.name), totals)
            yield from _inside(rel, _below_node(node.name, lambda field: field, rel.name), totals)
        for name, value, _ in node.groups:
            for rel in MODEL.types[value].rels:
                yield from _of(rel, _below_node(node.name, _below_group(rel.name), name), totals)


def _inside(rel: Rel, wrap: Wrap, totals: bool) -> Iterator[tuple[str, Root]]:
    """The relations of the value type that a relation leads to, which no node leads to."""
    if rel.target == "Node" or MODEL.types[rel.target].kind:
        return
    files = dict(rel.inside)
    for inner in MODEL.types[rel.target].rels:
        inner = replace(inner, file=files.get(inner.file, inner.file))
        below = _below_value(rel, wrap, inner.name)
        yield from _of(inner, below, totals)
        yield from _inside(inner, below, totals)


def _below_value(rel: Rel, wrap: Wrap, name: str) -> Wrap:
    def below(field: Field) -> Field:
        body = Object(rel.target, ((name, field),))
        if rel.shape == "page":
            return wrap(_page(rel, (), rel.orders[0], (("node", NodeOf(body)),), after=False, totals=False))
        return wrap((One if rel.shape == "one" else Items)(rel, _filters(rel, ()), body))

    return below


def _of(rel: Rel, wrap: Wrap, totals: bool) -> Iterator[tuple[str, Root]]:
    for field in _variants(rel, totals):
        yield rel.file, _root(wrap(field))
    for edge_rel in MODEL.edges[rel.edge].rels if rel.edge else ():
        for field in _variants(edge_rel, totals, on_edge=True):
            page = _page(rel, (), rel.orders[0], ((edge_rel.name, field),), after=False, totals=totals)
            yield edge_rel.file, _root(wrap(page))


def _root(field: Field) -> Root:
    assert isinstance(field, One | Items | Page)
    return Root(key="root", field=field, nullable=True)


def _below_node(kind: str, wrap: Wrap, name: str) -> Wrap:
    def below(field: Field) -> Field:
        rel = ONE.get(kind, ONE["Node"])
        body = Object(kind, ((name, wrap(field)),))
        return One(rel, (("id", Slot(("id",))),), body if rel.target == kind else Choice((body,)))

    return below


def _below_group(name: str) -> Wrap:
    return lambda field: Group(((name, field),))


def _variants(rel: Rel, totals: bool, *, on_edge: bool = False) -> Iterator[Field]:
    """The relation in every order, and by every filter that it takes."""
    optional = [arg.name for arg in rel.args if not arg.is_always_given]
    if rel.filter:
        optional += [arg.name for arg in MODEL.filters[rel.filter].args]
    chosen = [(name,) for name in optional] if rel.one_of else [(), *((name,) for name in optional)]
    if rel.shape != "page":
        for names in chosen:
            make = One if rel.shape == "one" else Items
            yield make(rel, _filters(rel, names), _target(rel), on_edge=on_edge)
        return
    for order in rel.orders:
        yield _page(rel, (), order, _edge_fields(rel), after=True, totals=totals, on_edge=on_edge)
    for names in chosen[1:]:
        yield _page(rel, names, rel.orders[0], _edge_fields(rel), after=False, totals=totals, on_edge=on_edge)


def _page(
    rel: Rel, names: tuple[str, ...], order: Order, fields: Fields, *, after: bool, totals: bool, on_edge: bool = False
) -> Page:
    total: Fields = (("totalCount", TotalCount()),) if totals else ()
    return Page(
        rel,
        _filters(rel, names),
        MODEL.filters[rel.filter].file if rel.filter else None,
        order,
        first=Slot((), use="first"),
        limit=Slot((), use="limit"),
        after=tuple(Slot((), use="after", index=index) for index in range(len(order.keys))) if after else (),
        fields=(("edges", Edges(fields)), ("pageInfo", PAGE_INFO), *total),
        on_edge=on_edge,
    )


def _filters(rel: Rel, names: tuple[str, ...]) -> tuple[tuple[str, Slot], ...]:
    required = tuple(arg.name for arg in rel.args if arg.is_always_given)
    return tuple((name, Slot((name,))) for name in (*required, *names))


def _edge_fields(rel: Rel) -> Fields:
    props = MODEL.edges[rel.edge].props if rel.edge else ()
    own: Fields = tuple((prop.name, Scalar(prop, on_edge=True)) for prop in props)
    return (("cursor", Cursor()), *own, ("node", NodeOf(_target(rel))))


def _target(rel: Rel) -> Object | Choice:
    if rel.target == "Node":
        return Choice(tuple(_object(node.name) for node in MODEL.nodes))
    return _object(rel.target)


def _object(name: str) -> Object:
    return Object(name, tuple((prop.name, Scalar(prop)) for prop in MODEL.types[name].props))
