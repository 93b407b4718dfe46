"""What engines tend to answer differently, by name: every answer equals the reference's, errors included.

The graphs and questions of test_equal.py meet most of this by chance; here each stands for itself.
"""

from collections.abc import Sequence
from typing import Any

import orjson
import pytest

from briefgraph.graph.decisions import DecisionKind
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import encode_cursor
from tests.api.engines import Engines, Graph
from tests.queries import INSTANTS, Question
from tests.worlds import world

SEED = 19  # ties of dates, titles and counters; undated stories; an outlet that one fact cites twice
ORDERS = {rel.name: [order.name for order in rel.orders] for rel in MODEL.root.rels if rel.order_enum}
FILTERED = [rel.name for rel in MODEL.root.rels if rel.shape == "page" and rel.name not in {"search", "problems", "decisions"}]


def ask(engines: Engines, query: str, variables: dict[str, Any] | None = None, seed: int = SEED) -> Any:
    """The data that all agree on."""

    async def compare(graph: Graph) -> Any:
        return await graph.compare(Question(query, variables or {}))

    return engines.play(seed, compare)


def refused(engines: Engines, query: str, variables: dict[str, Any] | None = None) -> Any:
    """The code of the refusal that every engine words alike; the reference refuses nothing."""

    async def compare(graph: Graph) -> Any:
        bodies = {await graph.ask(engine, Question(query, variables or {})) for engine in graph.executors}
        (body,) = bodies
        return [error["extensions"]["code"] for error in orjson.loads(body)["errors"]]

    return engines.play(SEED, compare)


@pytest.mark.parametrize("order", ORDERS["stories"])
def test_ties_and_undated_stories(engines: Engines, order: str) -> None:
    """What ties has an order all the same; what has no date comes last in both directions."""
    query = f"{{ stories(orderBy: {order}, first: 100) {{ edges {{ cursor node {{ id publishedAt title }} }} }} }}"
    dates = [edge["node"]["publishedAt"] for edge in ask(engines, query)["stories"]["edges"]]
    assert len({date for date in dates if date}) < len([date for date in dates if date])
    assert None in dates
    if order.startswith("PUBLISHED_AT"):
        assert None not in dates[: -dates.count(None)]


@pytest.mark.parametrize("order", ORDERS["claims"])
def test_ties_and_undated_claims(engines: Engines, order: str) -> None:
    facts = "facts(first: 100) { edges { cursor node { id } } }"
    query = f"{{ claims(orderBy: {order}, first: 100) {{ edges {{ cursor node {{ firstStatedAt lastStatedAt {facts} }} }} }} }}"
    dates = [edge["node"]["firstStatedAt"] for edge in ask(engines, query)["claims"]["edges"]]
    assert None in dates
    if order.startswith("FIRST_STATED"):
        assert None not in dates[: -dates.count(None)]


@pytest.mark.parametrize("text", ["北方", "élan", "ÉLAN", "straße", "STRASSE", "🌊", "“odd”", "", "–", "zzz", "AND", "a* OR b~", "+x -y"])
def test_words_beyond_ascii_and_words_that_a_query_language_knows(engines: Engines, text: str) -> None:
    query = """query($t: String!) {
      stories(filter: { text: $t }, first: 100) { totalCount nodes { id title } }
      claims(filter: { text: $t }, first: 100) { totalCount nodes { id text facts(filter: { text: $t }) { totalCount } } }
      people(filter: { text: $t }) { totalCount nodes { name } } outlets(filter: { text: $t }) { totalCount nodes { name aliases } }
      narratives(filter: { text: $t }) { totalCount nodes { text } } search(text: $t) { totalCount }
      outlet(name: $t) { name } person(name: $t) { name } story(address: $t) { title }
    }"""
    ask(engines, query, {"t": text})


def test_one_fact_that_cites_an_outlet_twice(engines: Engines) -> None:
    query = """{ stories(first: 100) { nodes { facts(first: 100) { nodes {
      citations(first: 100) { totalCount edges { cursor position label marker url node { id } } }
      claim { backers { edges { citationCount factCount storyCount firstAt lastAt node { id coCited { totalCount } } } } }
    } } } } }"""
    facts = [fact for story in ask(engines, query)["stories"]["nodes"] for fact in story["facts"]["nodes"]]
    cited = [[edge["node"]["id"] for edge in fact["citations"]["edges"]] for fact in facts]
    assert any(len(set(ids)) < len(ids) for ids in cited)


def test_citations_of_one_outlet_page_by_page(engines: Engines) -> None:
    """Two citations of one outlet differ in their place alone, and a cursor between them tells them apart."""
    query = """query($id: ID!, $after: String) { node(id: $id) { ... on Fact {
      citations(first: 1, after: $after) { totalCount edges { position label } pageInfo { hasNextPage endCursor } } } } }"""

    async def compare(graph: Graph) -> None:
        twice = [
            node.id
            for node in graph.reference.facts
            if len({c.outlet.id for c in node.cites if c.run.last_version is None})
            < len([c for c in node.cites if c.run.last_version is None])
        ]
        assert twice
        for fact in twice:
            after, seen = None, 0
            while True:
                data = await graph.compare(Question(query, {"id": fact, "after": after}))
                page = data["node"]["citations"]
                seen += len(page["edges"])
                after = page["pageInfo"]["endCursor"]
                if not page["pageInfo"]["hasNextPage"]:
                    break
            assert seen == page["totalCount"]

    engines.play(SEED, compare)


@pytest.mark.parametrize("name", FILTERED)
def test_empty_pages(engines: Engines, name: str) -> None:
    """A list without hits, of a hundred, and what comes after the last."""
    page = "edges { cursor node { id } } nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    empty = ask(engines, f'{{ list: {name}(first: 100, filter: {{ text: "zzz" }}) {{ {page} }} }}')["list"]
    assert empty["edges"] == [] and empty["totalCount"] == 0
    whole = ask(engines, f"{{ list: {name}(first: 100) {{ {page} }} }}")["list"]
    last = {"after": whole["pageInfo"]["endCursor"]}
    after = ask(engines, f"query($after: String) {{ list: {name}(first: 100, after: $after) {{ {page} }} }}", last)["list"]
    assert after["nodes"] == [] and after["totalCount"] == whole["totalCount"] and after["pageInfo"]["hasPreviousPage"]


def test_a_graph_with_nothing_in_it(engines: Engines) -> None:
    empty = next(seed for seed in range(100) if not world(seed).loads)
    lists = " ".join(f"{name}(first: 100) {{ nodes {{ id }} totalCount pageInfo {{ endCursor }} }}" for name in FILTERED)
    query = f'{{ {lists} stats {{ storyCount factCount problemCount }} node(id: "st_0") {{ id }} nodes(ids: ["st_0"]) {{ id }} }}'
    assert ask(engines, query, seed=empty)["node"] is None


@pytest.mark.parametrize("id", ["", "st_0", "ou_'--", "fa_ffffffffffffffffffffffff", "né", "\\", "$p0", "null"])
def test_unknown_ids(engines: Engines, id: str) -> None:
    query = """query($id: ID!) {
      node(id: $id) { __typename id } story(id: $id) { id } claim(id: $id) { id } outlet(id: $id) { id } person(id: $id) { id }
      stories(filter: { outlet: $id }) { totalCount nodes { id } } claims(filter: { person: $id }) { totalCount nodes { id } }
      narratives(filter: { outlet: $id }) { totalCount } people(filter: { outlet: $id }) { totalCount nodes { id } }
    }"""
    data = ask(engines, query, {"id": id})
    assert data["node"] is None and data["stories"]["totalCount"] == 0


def test_node_and_nodes_with_repeated_and_unknown_ids(engines: Engines) -> None:
    query = """query($ids: [ID!]!, $id: ID!) {
      node(id: $id) { ...Any } nodes(ids: $ids) { ...Any } none: nodes(ids: []) { id }
    }
    fragment Any on Node { __typename id ... on Story { title } ... on Outlet { name claims { totalCount } } ... on Claim { text } }"""

    async def compare(graph: Graph) -> None:
        firsts = {node.type: node.id for node in graph.reference.nodes.values()}
        ids = ["st_0", *firsts.values(), *firsts.values(), "", "st_0"]
        for id in firsts.values():
            data = await graph.compare(Question(query, {"id": id, "ids": ids}))
            assert [node and node["id"] for node in data["nodes"]] == [None, *firsts.values(), *firsts.values(), None, None]

    engines.play(SEED, compare)


def test_aliases_fragments_and_conditions(engines: Engines) -> None:
    query = """query($yes: Boolean!, $no: Boolean!) {
      b: stories(first: 2) { z: totalCount nodes { ...A ...B @include(if: $yes) title @skip(if: $no) } }
      a: stories(first: 2, orderBy: TITLE_ASC) { nodes { ... @skip(if: $yes) { id } ...B } totalCount @include(if: $no) }
      c: __typename
    }
    fragment A on Story { facts(first: 1) { nodes { text } } one: id }
    fragment B on Story { two: id facts(first: 1) { nodes { position } totalCount } __typename }"""
    for yes, no in ((True, False), (True, True), (False, False), (False, True)):
        ask(engines, query, {"yes": yes, "no": no})


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('{ stories(after: "nonsense") { totalCount } }', "BAD_CURSOR"),
        ('{ stories(after: "5B5D") { totalCount } }', "BAD_CURSOR"),
        ("{ stories(first: 0) { totalCount } }", "BAD_PAGE"),
        ("{ stories(first: 101) { nodes { facts(first: -1) { totalCount } } } }", "BAD_PAGE"),
        ("{ stories { nodes { facts(first: 101) { nodes { id } } } } }", "BAD_PAGE"),
        ("{ story { id } }", "BAD_INPUT"),
        ("{ outlet { id } }", "BAD_INPUT"),
        ('{ claims(filter: { since: "0000-13-01" }) { totalCount } }', "BAD_QUERY"),
    ],
)
def test_refusals_are_worded_alike(engines: Engines, query: str, code: str) -> None:
    assert refused(engines, query)[0] == code


def test_a_cursor_of_another_list_is_refused(engines: Engines) -> None:
    query = "query($after: String) { stories(after: $after, first: 1) { nodes { id } } stats { storyCount } }"
    for cursor in (
        encode_cursor("claims:BACKER_COUNT_DESC", (2, "cl_1")),
        encode_cursor("stories:TITLE_ASC", ("a", "st_1")),
        encode_cursor("stories:PUBLISHED_AT_DESC", (2**64, "st_1")),
    ):
        assert refused(engines, query, {"after": cursor}) == ["BAD_CURSOR"]


LISTS = [
    (type_.name, rel.name, arg.name)
    for type_ in (MODEL.root, *MODEL.nodes)
    for rel in type_.rels
    if rel.shape == "page" and rel.filter
    for arg in MODEL.filters[rel.filter].args
    if type_ is MODEL.root or rel.name in {"facts", "narratives"}
]


@pytest.mark.parametrize("seed", [SEED, 27])
@pytest.mark.parametrize(("type_", "name", "field"), LISTS)
def test_each_filter_by_each_value(engines: Engines, type_: str, name: str, field: str, seed: int) -> None:
    """A bound that is off by one, or a superseded fact that counts, shows at some value that the graph holds."""
    rels = MODEL.root.rels if type_ == MODEL.root.name else MODEL.types[type_].rels
    filter_ = next(rel.filter for rel in rels if rel.name == name)
    assert filter_
    kind = next(arg.kind for arg in MODEL.filters[filter_].args if arg.name == field)
    inner = f"{name}(first: 100, filter: {{ {field}: $v }}) {{ totalCount nodes {{ id }} }}"

    async def compare(graph: Graph) -> None:
        def ids(of: str) -> list[Any]:
            return [node.id for node in graph.reference.nodes.values() if node.type == of]

        values: Sequence[Any] = {
            "outlet": ids("Outlet"), "person": ids("Person"), "claim": ids("Claim"), "story": ids("Story"),
            "text": [*dict.fromkeys(graph.pool.words)][:12], "stance": ["pro-establishment", "establishment-critical"],
            "since": INSTANTS, "until": INSTANTS, "minScore": [0.0, 0.5, 0.8333, 1.0],
            "country": ["GB", "FR", "NO"], "owner": ["Hollow Press", "Osprey Trust"],
            "kind": ["NEWS", "WIRE", "GOVERNMENT", "OTHER"] if kind == "OutletKind" else [*DecisionKind],
            "method": ["wording", "similarity", "review"], "by": ["ann", "bo"], "isClosed": [True, False],
            "isUndone": [True, False], "isSoleSourced": [True, False], "subject": ids("Fact"), "code": sorted({p.props["code"] for p in graph.reference.problems}),
        }.get(field, [0, 1, 2, 3])  # fmt: skip
        if type_ == MODEL.root.name:
            query = f"query($v: {kind}) {{ {inner} }}"
            await graph.compare_all([Question(query, {"v": value}) for value in values])
        else:
            query = f"query($v: {kind}, $ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type_} {{ {inner} }} }} }}"
            await graph.compare_all([Question(query, {"v": value, "ids": ids(type_)[:100]}) for value in values])

    engines.play(seed, compare)


@pytest.mark.parametrize("seed", [SEED, 27, 41])
def test_every_spelling_finds_the_same_outlet_and_person(engines: Engines, seed: int) -> None:
    query = "query($n: String!) { outlet(name: $n) { id storyCount } person(name: $n) { id storyCount } }"

    async def compare(graph: Graph) -> None:
        await graph.compare_all([Question(query, {"n": name}) for name in dict.fromkeys(graph.pool.names)])

    engines.play(seed, compare)
