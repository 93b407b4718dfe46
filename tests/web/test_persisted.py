"""Documents that are named instead of sent, and a server that runs none but its own."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from graphql import parse, validate

from briefgraph.api.documents import Refused
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.api.persisted import KEPT_CHARS, LONGEST_CHARS, PersistedDocuments, name_of, shipped_documents
from briefgraph.api.schema import graphql_schema
from tests.web.asgi import KEY, FakeExecutor, Response, app_over, ask, post, refusal

ROOT = Path(__file__).parents[2]
NEW = "application/graphql-response+json"
QUERY = "{ ok }"
NAME = sha256(QUERY.encode()).hexdigest()
DATA = Answer(body=b'{"data":{"ok":1}}', has_data=True, code=None)
FILE = (ROOT / "schema/operations/4-cited-together.graphql").read_text("utf-8")


def named(name: str, **more: Any) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": name}}, **more}


def by_get(app: Any, payload: dict[str, Any]) -> Response:
    given = {key: value if isinstance(value, str) else json.dumps(value) for key, value in payload.items()}
    return ask(app, "GET", query=urlencode(given), headers={"accept": NEW})


# --- automatic persisted queries -----------------------------------------------------------------


def test_a_document_is_sent_once_and_named_from_then_on() -> None:
    executor = FakeExecutor()
    app = app_over(executor)

    unknown = post(app, named(NAME), accept=NEW)
    sent = post(app, named(NAME, query=QUERY))
    known = [post(app, named(NAME)), by_get(app, named(NAME.upper())), post(app, {"documentId": f"sha256:{NAME}"})]

    assert (400, "PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND", "no-store") == (
        unknown.status,
        unknown.json["errors"][0]["message"],
        unknown.code,
        unknown.headers["cache-control"],
    )
    assert [200] * 4 == [answer.status for answer in (sent, *known)]
    assert [QUERY] * 4 == [request.query for request, _ in executor.asked]


def test_who_takes_plain_json_is_told_under_200_as_apollo_expects() -> None:
    response = post(app_over(), named(NAME), accept="application/json")

    assert (200, "PERSISTED_QUERY_NOT_FOUND") == (response.status, response.code)


@pytest.mark.parametrize("code", ["BAD_SYNTAX", "BAD_QUERY", "QUERY_TOO_LARGE", "FORBIDDEN", "METHOD_NOT_ALLOWED"])
def test_what_did_not_run_is_not_kept(code: str) -> None:
    executor = FakeExecutor(refusal(code))
    app = app_over(executor)
    post(app, named(NAME, query=QUERY))
    executor.answer = DATA

    assert "PERSISTED_QUERY_NOT_FOUND" == post(app, named(NAME)).code


@pytest.mark.parametrize(
    "payload",
    [
        named(NAME, query="{ other }"),
        named("abc"),
        named(NAME + "0", query=QUERY),
        named("é" * 64),
        {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": NAME}}},
        {"extensions": {"persistedQuery": {"version": "1", "sha256Hash": NAME}}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 5}}},
        {"extensions": {"persistedQuery": 5}},
        {"extensions": {"persistedQuery": None}},
        {"extensions": {}},
        named(NAME, query=5),
        {"documentId": 5},
        {"documentId": ""},
        {"documentId": NAME, "query": QUERY},
    ],
)
def test_a_name_that_is_none_or_anothers_is_400(payload: dict[str, Any]) -> None:
    executor = FakeExecutor()

    response = post(app_over(executor), payload)

    assert (400, "BAD_BODY", []) == (response.status, response.code, executor.asked)


def test_an_id_of_another_kind_is_no_document_of_ours() -> None:
    assert "PERSISTED_QUERY_NOT_FOUND" == post(app_over(), {"documentId": "md5:abc"}).code


def test_the_shipped_documents_are_known_from_the_start() -> None:
    executor = FakeExecutor()

    response = by_get(app_over(executor), {"documentId": f"sha256:{name_of(FILE)}"})

    assert (200, FILE) == (response.status, executor.asked[0][0].query)


def test_what_is_kept_has_a_bound() -> None:
    documents = PersistedDocuments()

    def held(text: str) -> bool:
        try:
            return documents.resolve(GraphQLRequest(query="", document_id=name_of(text))).query == text
        except Refused:
            return False

    texts = [f"{{ a{i} }}" + "#" * (LONGEST_CHARS - 20) for i in range(KEPT_CHARS // LONGEST_CHARS + 5)]
    for text in texts:
        documents.keep(GraphQLRequest(query=text, document_id=name_of(text)), DATA)
        assert held(texts[0]), "used again and again, it stays"
    assert sum(len(text) for text in texts if held(text)) <= KEPT_CHARS
    assert held(texts[-1]) and not held(texts[1])
    long = "{ a }" + "#" * LONGEST_CHARS
    documents.keep(GraphQLRequest(query=long, document_id=name_of(long)), DATA)
    assert not held(long)


# --- trusted documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "payload",
    [
        {"query": FILE},
        {"query": FILE.strip()},
        {"documentId": name_of(FILE)},
        named(name_of(FILE)),
        named(name_of(FILE), query=FILE),
        {"documentId": f"sha256:{name_of(FILE.strip())}", "variables": {"a": 1}},
    ],
)
def test_a_trusted_document_is_run_however_it_is_named(payload: dict[str, Any]) -> None:
    executor = FakeExecutor()

    response = post(app_over(executor, documents="trusted"), payload)

    assert (200, FILE) == (response.status, executor.asked[0][0].query.strip() + "\n")


@pytest.mark.parametrize(
    "payload",
    [
        {"query": QUERY},
        {"query": ""},
        {"query": FILE.replace("first", "last")},
        {"query": FILE + "# more"},
        {"query": "{ __schema { types { name } } }"},
        {"query": "mutation { a }"},
        {"query": "{" * 1_000},
        {"documentId": NAME},
        {"documentId": "md5:abc"},
        named(NAME),
        named(NAME, query=QUERY),
    ],
)
@pytest.mark.parametrize("accept", [NEW, "application/json"])
def test_any_other_is_403_unread(payload: dict[str, Any], accept: str) -> None:
    executor = FakeExecutor()

    response = post(app_over(executor, documents="trusted"), payload, accept=accept, authorization=f"Bearer {KEY}")

    assert (403, "DOCUMENT_NOT_TRUSTED", []) == (response.status, response.code, executor.asked)


def test_nobody_makes_a_document_trusted() -> None:
    executor = FakeExecutor()
    app = app_over(executor, documents="trusted")
    for _ in range(2):
        post(app, named(NAME, query=QUERY))
        by_get(app, named(NAME, query=QUERY))

    assert not executor.asked


def test_in_trusted_mode_there_is_no_graphiql(tmp_path: Path) -> None:
    (tmp_path / "graphiql").mkdir()
    (tmp_path / "graphiql/index.html").write_text("<title>GraphiQL</title>")
    page = {"accept": "text/html,*/*;q=0.8"}

    assert b"GraphiQL" in ask(app_over(static=tmp_path), "GET", headers=page).body
    assert b"GraphiQL" not in ask(app_over(static=tmp_path, documents="trusted"), "GET", headers=page).body


def test_limits_come_before_trust() -> None:
    app = app_over(documents="trusted", max_body_bytes=1_000)

    assert 413 == post(app, {"query": FILE + " " * 1_000}).status
    assert 406 == post(app, {"query": FILE}, accept="text/html").status


def test_every_shipped_document_is_one_query_of_the_schema() -> None:
    files = sorted((ROOT / "schema/operations").rglob("*.graphql"))
    found = shipped_documents()

    assert len(files) > 15
    for file in files:
        text = file.read_text("utf-8")
        assert found[sha256(text.encode()).hexdigest()] == text
        assert [] == validate(graphql_schema(), parse(text))
