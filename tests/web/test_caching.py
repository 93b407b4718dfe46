"""ETag and Cache-Control: what may be kept, how it is asked for again, and that it is never the wrong one."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.api.execution import Answer, Executor, GraphQLRequest
from briefgraph.config import Settings
from briefgraph.engines import open_importer
from briefgraph.errors import EngineDown
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import Backend, assemble
from briefgraph.web.caching import Caching, tags
from tests.strategies import Says, brief_of
from tests.web.asgi import KEY, FakeExecutor, Response, app_over, ask, refusal

NEW = "application/graphql-response+json"
TITLES = "{ stories { nodes { title } } }"


class Versions:
    """A graph's version, as a test says; how often it was looked up is counted."""

    def __init__(self, *values: str | Exception | None) -> None:
        self.values = list(values)
        self.asked = 0

    async def version(self) -> str | None:
        self.asked += 1
        value = self.values.pop(0) if len(self.values) > 1 else self.values[0]
        if isinstance(value, Exception):
            raise value
        return value


def over(versions: Versions, executor: FakeExecutor | None = None, **settings: Any) -> Any:
    backend = Backend(executor=executor or FakeExecutor(), store=versions)  # type: ignore[arg-type]
    return assemble(Settings(api_key=KEY, **settings), backend)


def get(app: Any, query: str = "{ ok }", *, method: str = "GET", variables: Any = None, **headers: str) -> Response:
    given = {"query": query} | ({} if variables is None else {"variables": orjson.dumps(variables).decode()})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(app, method, query=urlencode(given), headers={"accept": NEW, **named})


def test_an_answer_is_known_by_its_etag_without_running_anything() -> None:
    executor, versions = FakeExecutor(), Versions("one")
    app = over(versions, executor)
    first = get(app)
    looked = versions.asked

    again = get(app, if_none_match=first.headers["etag"])

    assert (200, 304, b"") == (first.status, again.status, again.body)
    assert 1 == len(executor.asked) == versions.asked - looked, "one look-up, and no question"
    assert "content-length" not in again.headers and "content-type" not in again.headers
    for name in ("etag", "cache-control", "vary"):
        assert first.headers[name] == again.headers[name]


def test_another_version_is_another_answer() -> None:
    executor = FakeExecutor()
    first = get(over(Versions("one"), executor))

    again = get(over(Versions("two"), executor), if_none_match=first.headers["etag"])

    assert (200, 2) == (again.status, len(executor.asked))
    assert first.headers["etag"] != again.headers["etag"]


def different() -> list[Callable[[Any], Response]]:
    """Requests of which no two have one answer."""
    return [
        get,
        lambda app: get(app, "{ ok  }"),
        lambda app: get(app, variables={"a": 1}),
        lambda app: get(app, variables={"a": "1"}),
        lambda app: get(app, variables={"a": [1]}),
        lambda app: get(app, variables={}),
        lambda app: get(app, accept="application/json"),
        lambda app: ask(app, "GET", query="query={ ok }&operationName=A", headers={"accept": NEW}),
    ]


def test_no_two_requests_have_one_etag() -> None:
    app = over(Versions("one"))

    found = [request(app).headers["etag"] for request in different()]

    assert len(found) == len(set(found))


def test_the_order_of_variables_makes_no_difference() -> None:
    app = over(Versions("one"))

    assert get(app, variables={"a": 1, "b": 2}).headers["etag"] == get(app, variables={"b": 2, "a": 1}).headers["etag"]


def test_limits_and_build_are_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {get(over(Versions("one"))).headers["etag"], get(over(Versions("one"), max_query_fields=77)).headers["etag"]}
    monkeypatch.setattr("briefgraph.web.caching.build", lambda: "another build")
    found.add(get(over(Versions("one"))).headers["etag"])

    assert 3 == len(found)


def test_each_form_of_the_bytes_has_its_own_and_either_is_known() -> None:
    app = over(Versions("one"), FakeExecutor(Answer(body=b'"' + b"a" * 3_000 + b'"', has_data=True, code=None)))
    plain, short = get(app), get(app, accept_encoding="gzip")

    assert plain.headers["etag"] != short.headers["etag"] == plain.headers["etag"][:-1] + '-gzip"'
    assert 304 == get(app, if_none_match=short.headers["etag"], accept_encoding="gzip").status
    assert 304 == get(app, if_none_match=plain.headers["etag"], accept_encoding="gzip").status
    assert 304 == get(app, if_none_match=plain.headers["etag"]).status
    # Who takes no gzip would be told to use what it cannot read.
    assert 200 == get(app, if_none_match=short.headers["etag"]).status


def test_an_answer_that_a_write_overtook_has_no_etag() -> None:
    """Nobody knows of which version it is, so that it is under neither's tag."""
    response = get(over(Versions("one", "two")))

    assert (200, None) == (response.status, response.headers.get("etag"))
    assert "public, no-cache" == response.headers["cache-control"]


@pytest.mark.parametrize(("moment", "look_ups"), [(1e9, 1), (0.0, 2)])
def test_a_busy_server_looks_once_for_a_question(moment: float, look_ups: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.caching.MOMENT_S", moment)
    versions = Versions("one")
    app = over(versions)
    first = get(app)
    assert 2 == versions.asked

    again = get(app)

    assert (2 + look_ups, first.headers["etag"]) == (versions.asked, again.headers["etag"])


def test_what_was_seen_a_moment_ago_is_no_tag_of_what_came_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.caching.MOMENT_S", 1e9)
    app = over(Versions("one", "one", "two"))
    old, overtaken, new = get(app), get(app), get(app)

    assert overtaken.headers.get("etag") is None
    assert old.headers["etag"] != new.headers["etag"]


def test_an_answer_is_given_though_the_store_went_away_behind_it() -> None:
    response = get(over(Versions("one", EngineDown("gone"))))

    assert (200, None) == (response.status, response.headers.get("etag"))


def test_a_store_without_versions_has_no_etags() -> None:
    response = get(over(Versions(None)), if_none_match='"a"')

    assert (200, None) == (response.status, response.headers.get("etag"))


def test_a_store_that_is_away_is_503_at_once() -> None:
    executor = FakeExecutor()

    response = get(over(Versions(EngineDown("bolt://secret")), executor), if_none_match='"a"')

    assert (503, "ENGINE_DOWN", "1") == (response.status, response.code, response.headers["retry-after"])
    assert b"secret" not in response.body and not executor.asked
    assert "no-store" == response.headers["cache-control"]


@pytest.mark.parametrize("code", ["BAD_QUERY", "METHOD_NOT_ALLOWED", "TIMED_OUT", "ENGINE_DOWN"])
def test_an_error_is_kept_by_nobody(code: str) -> None:
    response = get(over(Versions("one"), FakeExecutor(refusal(code))), if_none_match="*")

    assert ("no-store", None) == (response.headers["cache-control"], response.headers.get("etag"))
    assert response.status >= 400


def test_a_star_is_any_answer_that_there_is() -> None:
    executor = FakeExecutor()

    assert 304 == get(over(Versions("one"), executor), if_none_match="*").status
    assert 1 == len(executor.asked), "it had to be run: nobody knew whether there is one"


def test_a_post_is_kept_by_nobody_and_knows_no_etag() -> None:
    versions = Versions("one")
    app = over(versions)
    tag = get(app).headers["etag"]
    looked = versions.asked

    response = ask(app, headers={"content-type": "application/json", "if-none-match": tag}, body=b'{"query":"{ ok }"}')

    assert (200, "no-store", None) == (response.status, response.headers["cache-control"], response.headers.get("etag"))
    assert looked == versions.asked


@pytest.mark.parametrize(
    ("age", "headers", "expected"),
    [
        (0, {}, "public, no-cache"),
        (0, {"authorization": f"Bearer {KEY}"}, "private, no-cache"),
        (60, {}, "public, max-age=60"),
        (60, {"authorization": f"Bearer {KEY}"}, "private, max-age=60"),
        (60, {"authorization": "Basic YTpi"}, "private, max-age=60"),
    ],
)
def test_who_may_keep_it_and_for_how_long(age: int, headers: dict[str, str], expected: str) -> None:
    response = get(over(Versions("one"), cache_max_age_s=age), **headers)

    assert expected == response.headers["cache-control"]
    assert {"Accept", "Accept-Encoding", "Authorization"} == set(response.headers["vary"].split(", "))


def test_a_wrong_key_is_refused_before_any_etag_is_looked_at() -> None:
    versions = Versions("one")
    app = over(versions)
    tag = get(app).headers["etag"]
    looked = versions.asked

    response = get(app, if_none_match=tag, authorization="Bearer wrong")

    assert (401, looked) == (response.status, versions.asked)


def test_head_is_get_without_the_body() -> None:
    app = over(Versions("one"))
    asked, told = get(app), get(app, method="HEAD")

    assert (asked.status, b"") == (told.status, told.body)
    differing = {"x-request-id"}
    assert {k: v for k, v in asked.headers.items() if k not in differing} == {
        k: v for k, v in told.headers.items() if k not in differing
    }
    assert 304 == get(app, method="HEAD", if_none_match=asked.headers["etag"]).status


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b'"a"', {b'"a"'}),
        (b'W/"a"', {b'"a"'}),
        (b'"a", W/"b" ,"c,d"', {b'"a"', b'"b"', b'"c,d"'}),
        (b"a", set()),
        (b"*", set()),
        (b'"a" "b"', {b'"b"'}),
        (b'""', {b'""'}),
        (b"", set()),
    ],
)
def test_etags_of_a_request(given: bytes, expected: set[bytes]) -> None:
    assert expected == tags(given)


@given(st.binary(max_size=2_000))
def test_no_if_none_match_is_a_fault(given: bytes) -> None:
    assert all(tag.startswith(b'"') and tag.endswith(b'"') for tag in tags(given))


@given(st.dictionaries(st.text(max_size=5), st.none() | st.integers(-(2**53), 2**53) | st.text(max_size=5), max_size=3), st.text())
def test_any_request_has_validators(variables: dict[str, Any], query: str) -> None:
    found = Caching(Settings()).validators("v", GraphQLRequest(query=query, variables=variables), NEW)

    assert found.matched(found.of(None), gzip=False) == found.of(None)


# --- over a graph ------------------------------------------------------------------------------


def test_after_a_load_the_old_answer_is_another_one() -> None:
    async def scenario() -> None:
        store = SqliteStore.open(":memory:", readers=1)
        settings = Settings()
        try:
            importer = open_importer(settings, store)
            backend = Backend()
            backend.use(settings, store)
            app = assemble(settings, backend)

            def here(**headers: str) -> Any:
                return asyncio.to_thread(get, app, TITLES, **headers)

            # The route asks on a loop of its own; SQLite's inline reader and its threads do not mind.
            empty = await here()
            assert 304 == (await here(if_none_match=empty.headers["etag"])).status
            await importer.load([brief_of([Says("The dam held.", ("Bramble Courier",))], title="Dam", address="a.example/1")])
            full = await here(if_none_match=empty.headers["etag"])
            assert (200, b"Dam" in full.body) == (full.status, True)
            assert full.headers["etag"] != empty.headers["etag"]
            assert 304 == (await here(if_none_match=full.headers["etag"])).status
            direct = await Executor(store).execute(GraphQLRequest(query=TITLES))
            assert json.loads(direct.body)["data"] == json.loads(full.body)["data"]
        finally:
            await store.close()

    asyncio.run(scenario())


def test_a_fake_without_a_store_has_none() -> None:
    assert "etag" not in get(app_over()).headers
