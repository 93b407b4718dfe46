"""Whatever the bytes, the answer is JSON under a code that docs/errors.md has, and never a fault of the server's.

hypothesis draws the bodies, schemathesis the documents, from the schema itself and with checks of its own.
"""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.graphql.schemas import GraphQLSchema
from starlette.applications import Starlette

from briefgraph.api.faults import Code
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.resources import resource
from briefgraph.web.faults import HttpCode
from tests.hostile.samples import benign, importer
from tests.web.asgi import JSON, KEY, Response, ask
from tests.web.test_server import Server

CODES = {*Code, *HttpCode}
# Nothing a client sends is one of these.
OURS = {Code.INTERNAL, Code.ENGINE_DOWN, Code.TIMED_OUT}
GOOD = (
    b'{"query":"{ stats { storyCount } }"}',
    b'{"query":"query Q($n: Int = 3) { stories(first: $n) { nodes { title facts { totalCount } } } }","variables":{"n":2}}',
    b'{"query":"{ ...F } fragment F on Query { search(text: \\"dam\\") { edges { node { id __typename } } } }","operationName":null}',
    b'{"query":"query A { outlet(name: \\"Harrow Wire\\") { name @skip(if: false) } } query B { __typename }","operationName":"A"}',
    b'{"query":"{ __schema { types { name } } }","extensions":{}}',
)
PIECES = (b'"', b"{", b"}", b"[", b"]", b"\\u0000", b"\\ud800", b"null", b"$", b"...", b"@", b"\xff", b"#", b'\\"\\"\\"', b"\xef\xbb\xbf", b"1e999", b"-")


@st.composite
def nearly_good(draw: st.DrawFn) -> bytes:
    """A body that was good, with some bytes changed, left out, put in or doubled."""
    made = bytearray(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(made)))
        end = start + draw(st.integers(0, 6))
        put = draw(st.sampled_from(PIECES) | st.binary(max_size=3) | st.just(bytes(made[start:end]) * 2))
        made[start:end] = put
    return bytes(made)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
REQUESTS = st.fixed_dictionaries(
    {"query": st.sampled_from([json.loads(body)["query"] for body in GOOD]) | VALUES},
    optional={"variables": st.dictionaries(st.sampled_from(["n", "x", ""]), VALUES) | VALUES, "operationName": VALUES, "extensions": VALUES},
)


def is_well(response: Response) -> None:
    """An answer with data, or a refusal that docs/errors.md explains."""
    assert response.status < 500, response.body
    errors = response.json.get("errors", [])
    assert "data" in response.json or errors
    for error in errors:
        assert error["extensions"]["code"] in CODES
        assert error["extensions"]["code"] not in OURS
    assert len(response.body) < 200_000


@given(body=nearly_good() | st.binary(max_size=60))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body(app: Starlette, body: bytes) -> None:
    is_well(ask(app, headers={**JSON, "authorization": f"Bearer {KEY}"}, body=body))


@given(value=REQUESTS | VALUES)
@settings(max_examples=300)
def test_any_json(app: Starlette, value: Any) -> None:
    is_well(ask(app, headers=JSON, body=json.dumps(value).encode()))


@given(query=st.text(max_size=80) | st.lists(st.sampled_from(["query", "=", "{__typename}", "%7B", "%", "&", "variables", "{}", "+", "%FF", "%00", "é"])).map("".join))
@settings(max_examples=200)
def test_any_query_string(app: Starlette, query: str) -> None:
    is_well(ask(app, "GET", query=query, headers=[("accept", "application/json")]))


@given(
    headers=st.dictionaries(
        st.sampled_from(["accept", "content-type", "content-encoding", "origin", "sec-fetch-site", "x-request-id", "authorization",
                         "if-none-match", "accept-encoding", "traceparent", "host", "x-forwarded-for"]),
        st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60),
    )
)  # fmt: skip
@settings(max_examples=300)
def test_any_headers(app: Starlette, headers: dict[str, str]) -> None:
    is_well(ask(app, headers={**JSON, "accept": "application/json", **headers}, body=GOOD[0]))


SCHEMA: GraphQLSchema = schemathesis.graphql.from_file(resource("schema/briefgraph.graphql").read_text("utf-8"))
FIELDS = sorted(SCHEMA["Query"])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("fuzzed")

    async def fill() -> None:
        store = SqliteStore.open(folder / "g.db", readers=1)
        await importer(store).load([benign()])
        await store.close()

    asyncio.run(fill())
    running = Server(folder)
    yield running
    code, log = running.stop()
    assert code == 0
    assert "Traceback" not in log and '"error"' not in log


@pytest.mark.parametrize("name", FIELDS)
def test_any_document_of_the_schema(server: Server, name: str) -> None:
    seen: set[str] = set()

    @given(case=SCHEMA["Query"][name].as_strategy())
    @settings(max_examples=12, suppress_health_check=list(HealthCheck), database=None)
    def play(case: Any) -> None:
        response = case.call(base_url=f"http://127.0.0.1:{server.port}/graphql")
        case.validate_response(response, checks=[not_a_server_error])
        found = response.json()
        codes = {error["extensions"]["code"] for error in found.get("errors", ())}
        assert codes <= CODES - OURS, (case.body, found)
        seen.update(codes or {"data"})

    play()
    assert seen


def test_the_schema_is_fuzzed_whole() -> None:
    assert len(FIELDS) > 15
    assert Path(str(resource("schema/briefgraph.graphql"))).is_file()
