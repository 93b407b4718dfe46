"""The checks that graphql-cop makes of a server, by its names for them."""

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette

from briefgraph.config import Settings
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import create_app
from tests.hostile.http import graphql
from tests.web.asgi import JSON, Response, ask, post


def refused(response: Response, *codes: str) -> None:
    assert "data" not in response.json
    assert response.code in codes


def test_alias_overloading(app: Starlette) -> None:
    refused(post(app, {"query": "{ " + " ".join(f"alias{i}: __typename" for i in range(101)) + " }"}), "QUERY_TOO_LARGE")


def test_array_based_query_batching(app: Starlette) -> None:
    refused(ask(app, body=b"[" + b",".join([graphql("{__typename}")] * 10) + b"]"), "BAD_BODY")


def test_directive_overloading(app: Starlette) -> None:
    refused(post(app, {"query": "{ __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }"}), "BAD_QUERY", "QUERY_TOO_LARGE")
    refused(post(app, {"query": "{ __typename " + "@skip(if: false)" * 100 + " }"}), "BAD_QUERY", "QUERY_TOO_LARGE")


def test_circular_query_by_introspection(app: Starlette) -> None:
    nested = "{ __schema { types { " + "fields { type { " * 12 + "name" + " } } " * 12 + "} } }"
    refused(post(app, {"query": nested}), "QUERY_TOO_LARGE")


def test_field_duplication(app: Starlette) -> None:
    refused(post(app, {"query": "query cop { " + "__typename \n" * 600 + "}"}), "QUERY_TOO_LARGE")


def test_get_method_query_support_from_another_site(app: Starlette) -> None:
    """A GET changes nothing, and another site's page cannot read what it is answered."""
    headers = [("accept", "application/json"), ("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")]
    response = ask(app, "GET", query="query=%7B__typename%7D", headers=headers)

    assert "access-control-allow-origin" not in response.headers


def test_get_based_mutation(app: Starlette) -> None:
    response = ask(app, "GET", query="query=mutation%20cop%7B__typename%7D", headers=[("accept", "application/json")])

    assert (405, "METHOD_NOT_ALLOWED") == (response.status, response.code)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])
def test_post_based_csrf(app: Starlette, kind: str) -> None:
    """What a form of another site can send without asking first."""
    response = ask(app, headers={**JSON, "content-type": kind}, body=b"query=%7B__typename%7D")

    assert (415, "BAD_CONTENT_TYPE") == (response.status, response.code)


def test_trace_mode(app: Starlette) -> None:
    extensions: dict[str, Any] = post(app, {"query": "{ __typename }"}).json.get("extensions", {})

    assert not {"tracing", "debug", "query", "sql"} & extensions.keys()


def test_unhandled_error_detection(app: Starlette) -> None:
    for query in ("qwerty cop { abc }", "{ __typename", "\x00", "query ($a: X!) { __typename }", "subscription { a }"):
        for said in post(app, {"query": query}).json["errors"]:
            assert said["extensions"]["code"] != "INTERNAL"
            assert not {"exception", "stacktrace", "stack"} & said["extensions"].keys()


def test_field_suggestions_and_introspection_can_be_turned_off() -> None:
    store = SqliteStore.open(":memory:", readers=1)
    closed = create_app(Settings(suggestions=False, introspection=False, graphiql=False), store)

    assert "Did you mean" not in post(closed, {"query": "{ storys { totalCount } }"}).body.decode()
    refused(post(closed, {"query": "{ __schema { types { name } } }"}), "BAD_QUERY")
    assert not ask(closed, "GET", "/graphql", headers=[("accept", "text/html")]).headers["content-type"].startswith("text/html")
    asyncio.run(store.close())
