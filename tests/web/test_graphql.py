"""GraphQL over HTTP: the audits of its specification, and the bodies of a client that means ill."""

import json
from typing import Any

import pytest

from briefgraph.api.callers import ANYBODY, EVERYTHING, Caller
from briefgraph.api.execution import Answer
from briefgraph.web.graphql import from_query
from tests.web.asgi import JSON, KEY, FakeExecutor, app_over, ask, post, refusal

NEW = "application/graphql-response+json"
OLD = "application/json"
GET = {"accept": NEW}


# --- what it answers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "expected"), [(NEW, NEW), (OLD, OLD), ("*/*", OLD), (None, OLD), (f"{NEW}, {OLD};q=0.9", NEW)]
)
def test_the_answer_has_the_type_that_is_asked_for_in_utf_8(accept: str | None, expected: str) -> None:
    headers = JSON if accept is None else {**JSON, "accept": accept}

    response = ask(app_over(), headers=headers, body=b'{"query":"{ ok }"}')

    assert (200, f"{expected}; charset=utf-8") == (response.status, response.headers["content-type"])
    assert b'{"data":{"ok":1}}' == response.body


def test_all_parameters_reach_the_executor() -> None:
    executor = FakeExecutor()
    payload = {
        "query": "query A { ok }",
        "variables": {"a": [1]},
        "operationName": "A",
        "extensions": {"b": None},
    }

    post(app_over(executor), payload)

    ((request, caller),) = executor.asked
    assert ("query A { ok }", {"a": [1]}, "A", {"b": None}) == (
        request.query,
        request.variables,
        request.operation_name,
        request.extensions,
    )
    assert caller == ANYBODY


@pytest.mark.parametrize("name", ["variables", "operationName", "extensions"])
def test_a_parameter_may_be_null(name: str) -> None:
    assert 200 == post(app_over(), {"query": "{ ok }", name: None}, accept=NEW).status


def test_a_get_has_its_parameters_in_the_query_string() -> None:
    executor = FakeExecutor()

    response = ask(
        app_over(executor),
        "GET",
        query="query=%7Bok%7D&variables=%7B%22a%22%3A1%7D&operationName=&x=1",
        headers=GET,
    )

    ((request, caller),) = executor.asked
    assert (200, "{ok}", {"a": 1}, None) == (
        response.status,
        request.query,
        request.variables,
        request.operation_name,
    )
    assert caller == ANYBODY.by_get()


@pytest.mark.parametrize(
    ("code", "new", "old"),
    [
        ("BAD_SYNTAX", 400, 200),
        ("BAD_QUERY", 400, 200),
        ("BAD_VARIABLES", 400, 200),
        ("BAD_PAGE", 400, 200),
        ("QUERY_TOO_LARGE", 400, 200),
        ("FORBIDDEN", 403, 403),
        ("METHOD_NOT_ALLOWED", 405, 405),
    ],
)
def test_a_request_that_cannot_be_run_has_the_status_of_its_type(code: str, new: int, old: int) -> None:
    app = app_over(FakeExecutor(answer=refusal(code)))
    statuses = []
    for accept in (NEW, OLD):
        response = post(app, {"query": "{"}, accept=accept, x_request_id="abc")
        statuses.append(response.status)
        assert {"code": code, "requestId": "abc"} == response.json["errors"][0]["extensions"]
        assert "data" not in response.json
    assert [new, old] == statuses


@pytest.mark.parametrize(
    ("code", "data", "expected"),
    [
        ("ENGINE_DOWN", None, 503),
        ("INTERNAL", None, 500),
        ("TIMED_OUT", None, 200),
        ("ENGINE_DOWN", {"a": 1}, 200),
        ("NOT_A_BRIEF", {"a": None}, 200),
    ],
)
def test_an_answer_with_data_is_200_and_an_engine_that_is_away_503(
    code: str, data: Any, expected: int
) -> None:
    answer = {"errors": [{"message": "no", "extensions": {"code": code}}], "data": data}
    body = json.dumps(answer, separators=(",", ":")).encode()

    response = post(
        app_over(FakeExecutor(Answer(body=body, has_data=True, code=code, is_null=data is None))), {"query": "{a}"}, accept=NEW
    )

    assert (expected, data) == (response.status, response.json["data"])
    assert ("retry-after" in response.headers) is (expected == 503)


def test_a_mutation_by_get_says_what_is_allowed() -> None:
    response = ask(
        app_over(FakeExecutor(answer=refusal("METHOD_NOT_ALLOWED"))), "GET", query="query=x", headers=GET
    )

    assert (405, "POST") == (response.status, response.headers["allow"])


# --- what it refuses -------------------------------------------------------------------------

WRONG_TYPES = [
    (name, value)
    for name, values in {
        "query": [{"a": 1}, 5, False, ["a"], None],
        "operationName": [{"a": 1}, 5, False, ["a"]],
        "variables": ["a", 5, False, ["a"], [7]],
        "extensions": ["a", 5, False, ["a"]],
    }.items()
    for value in values
]


@pytest.mark.parametrize("accept", [NEW, OLD, "*/*"])
@pytest.mark.parametrize(("name", "value"), WRONG_TYPES)
def test_a_parameter_of_another_type_is_400_in_any_type(accept: str, name: str, value: Any) -> None:
    executor = FakeExecutor()

    response = post(app_over(executor), {"query": "{ ok }", name: value}, accept=accept)

    assert (400, "BAD_BODY", []) == (response.status, response.code, executor.asked)


@pytest.mark.parametrize(
    "body", [b"", b"null", b"5", b'"x"', b"[]", b"[1]", b"{}", b'{"qeury":"{ok}"}', b'{ "no JSON']
)
def test_a_body_that_is_no_request_is_400(body: bytes) -> None:
    response = ask(app_over(), body=body)

    assert (400, "BAD_BODY") == (response.status, response.code)


@pytest.mark.parametrize("size", [1, 1_000])
def test_a_batch_is_400(size: int) -> None:
    assert (400, "BAD_BODY") == (lambda r: (r.status, r.code))(post(app_over(), [{"query": "{ok}"}] * size))


@pytest.mark.parametrize(
    "content_type",
    [None, "", ";;;", "text/plain", "multipart/form-data; boundary=a", "text/application/json",
     "application/json; charset=utf-16"],
)  # fmt: skip
def test_a_body_of_another_type_is_415(content_type: str | None) -> None:
    headers = {"accept": "*/*"} if content_type is None else {"content-type": content_type}

    response = ask(app_over(), headers=headers, body=b'{"query":"{ok}"}')

    assert (415, "BAD_CONTENT_TYPE") == (response.status, response.code)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "identity, gzip"])
def test_a_compressed_body_is_415_unread(encoding: str) -> None:
    bomb = b"\x1f\x8b\x08" + bytes(1_000)

    response = ask(app_over(), headers={**JSON, "content-encoding": encoding}, body=bomb)

    assert (415, "identity") == (response.status, response.headers["accept-encoding"])


@pytest.mark.parametrize("accept", ["application/json;q=0", "text/html", "image/png"])
def test_a_type_that_there_is_not_is_406(accept: str) -> None:
    response = post(app_over(), {"query": "{ok}"}, accept=accept)

    assert (406, "NOT_ACCEPTABLE") == (response.status, response.code)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW"])
def test_another_method_is_405(method: str) -> None:
    response = ask(app_over(), method)

    assert (405, "METHOD_NOT_ALLOWED", "GET, HEAD, POST") == (
        response.status,
        response.code,
        response.headers["allow"],
    )


@pytest.mark.parametrize(
    "query",
    [
        "",
        "query=%FF",
        "query=a&query=b",
        "query=a&variables=5",
        "query=a&variables=%7B%22a%22%3A1%2C%22a%22%3A2%7D",
        "query=a&extensions=[]",
        "&".join(f"p{i}=1" for i in range(20)),
    ],
)
def test_a_query_string_that_is_no_request_is_400(query: str) -> None:
    response = ask(app_over(), "GET", query=query, headers=GET)

    assert (400, "BAD_BODY") == (response.status, response.code)


def test_a_plus_in_a_query_string_is_a_space() -> None:
    assert "{ ok }" == from_query(b"query=%7B+ok+%7D").query


# --- how long, how slow, with which key --------------------------------------------------------


def test_a_body_over_the_limit_is_413_however_it_is_sent() -> None:
    app = app_over(max_body_bytes=1_000)
    for headers in (JSON, {**JSON, "content-length": "3000"}, {**JSON, "content-length": "10"}):
        response = ask(app, headers=headers, body=[b" " * 300] * 10)
        assert (413, "BODY_TOO_LARGE") == (response.status, response.code)


def test_with_the_key_a_brief_fits() -> None:
    executor = FakeExecutor()
    app = app_over(executor, max_body_bytes=1_000, max_brief_bytes=10_000)

    response = post(
        app, {"query": "mutation { a }", "variables": {"text": "x" * 9_000}}, authorization=f"Bearer {KEY}"
    )

    assert 200 == response.status
    assert Caller("env", EVERYTHING) == executor.asked[0][1]
    assert 413 == post(app, {"query": "x" * 30_000}, authorization=f"Bearer {KEY}").status


@pytest.mark.parametrize("body", [b"", b'{"query":'])
def test_half_a_body_and_silence_is_408(body: bytes) -> None:
    response = ask(
        app_over(body_timeout_s=0.1), headers={**JSON, "content-length": "99"}, body=body, is_whole=False
    )

    assert (408, "BODY_TIMED_OUT", "close") == (
        response.status,
        response.code,
        response.headers["connection"],
    )


def test_who_has_gone_is_not_answered() -> None:
    executor = FakeExecutor()

    response = ask(app_over(executor), body=b'{"query":', is_whole=False, is_gone=True)

    assert (0, []) == (response.status, executor.asked)


def test_a_body_in_pieces_is_read_whole() -> None:
    assert 200 == ask(app_over(), body=[b'{"query":', b"", b'"{ok}"}']).status


@pytest.mark.parametrize("key", ["wrong", "", KEY + "x", KEY[:-1], "é" * 20, "x" * 5_000])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wrong_key_is_401(key: str, method: str) -> None:
    headers = {**JSON, "authorization": f"Bearer {key}"}

    response = ask(app_over(), method, query="query=a", headers=headers, body=b'{"query":"{ok}"}')

    assert (401, "UNAUTHORIZED") == (response.status, response.code)
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert KEY not in response.body.decode()


@pytest.mark.parametrize(
    ("expected", "api_key", "authorization"),
    [
        (EVERYTHING, KEY, f"Bearer {KEY}"),
        (EVERYTHING, KEY, f"bearer  {KEY}"),
        (ANYBODY.scopes, KEY, "Basic dXNlcjpwYXNz"),
        (ANYBODY.scopes, KEY, None),
        (ANYBODY.scopes, None, "Basic dXNlcjpwYXNz"),
    ],
)
def test_only_the_key_permits(expected: frozenset[str], api_key: str | None, authorization: str | None) -> None:
    executor = FakeExecutor()
    headers = {"authorization": authorization} if authorization else {}

    post(app_over(executor, api_key=api_key), {"query": "mutation { a }"}, **headers)

    assert [expected] == [caller.scopes for _, caller in executor.asked]
