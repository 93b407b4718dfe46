"""What holds for every route: headers, hosts, sites, lengths, errors and the log."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgraph import logs
from tests.web.asgi import JSON, KEY, FakeExecutor, app_over, ask, post, running

QUERY = b'{"query":"{ok}"}'
ROUTES = ["/", "/graphql", "/healthz", "/readyz", "/static/a.js", "/static/../app.py", "/nothing"]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged while a test runs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure("info", "json", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "graphiql").mkdir()
    (tmp_path / "graphiql/index.html").write_text("<title>GraphiQL</title>")
    (tmp_path / "a.js").write_text("1")
    return tmp_path


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("path", ROUTES)
def test_every_route_has_the_headers_that_protect(path: str, method: str, static: Path) -> None:
    response = ask(app_over(static=static), method, path, headers={"accept": "*/*"})

    policy = response.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy and "default-src 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert ("nosniff", "DENY") == (
        response.headers["x-content-type-options"],
        response.headers["x-frame-options"],
    )
    assert response.headers["x-request-id"]


@pytest.mark.parametrize("path", ROUTES[-2:])
def test_a_page_that_there_is_not_is_404_in_json(path: str, static: Path) -> None:
    response = ask(app_over(static=static), "GET", path)

    assert (404, "NOT_FOUND", "application/json; charset=utf-8") == (
        response.status,
        response.code,
        response.headers["content-type"],
    )


def test_a_method_that_a_page_has_not_is_405_in_json() -> None:
    response = ask(app_over(), "POST", "/healthz")

    assert (405, "METHOD_NOT_ALLOWED", {"GET", "HEAD"}) == (
        response.status,
        response.code,
        set(response.headers["allow"].split(", ")),
    )


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [
        ("abc-1_2.3", True),
        ("x" * 64, True),
        ("x" * 65, False),
        ("a b", False),
        ("a\x1b[31m", False),
        ("é", False),
    ],
)
def test_a_request_id_is_given_back_where_it_is_one(given: str, is_kept: bool) -> None:
    response = post(app_over(), {"query": 5}, x_request_id=given)

    found = response.headers["x-request-id"]
    assert is_kept is (found == given)
    assert found == response.json["errors"][0]["extensions"]["requestId"]


# --- hosts, sites and lengths ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "settings", "expected"),
    [
        ("127.0.0.1:8000", {}, 200),
        ("LOCALHOST", {}, 200),
        ("[::1]:80", {}, 200),
        ("evil.example", {}, 400),
        ("", {}, 400),
        ("127.0.0.1.evil.example", {}, 400),
        ("evil.example", {"host": "0.0.0.0"}, 200),
        ("evil.example", {"host": "0.0.0.0", "allowed_hosts": ("news.example",)}, 400),
        ("news.example:443", {"allowed_hosts": ("news.example",)}, 200),
    ],
)
def test_host_names_this_server(host: str, settings: dict[str, Any], expected: int) -> None:
    response = ask(app_over(**settings), headers={**JSON, "host": host}, body=QUERY)

    assert expected == response.status
    assert expected == 200 or response.code == "BAD_HOST"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8000"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "http://127.0.0.1:8000"}, 200),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "https://page.example"}, 200),
        ({"origin": "https://page.example", "sec-fetch-site": "cross-site"}, 200),
        ({"origin": "https://page.example.evil.example", "sec-fetch-site": "cross-site"}, 403),
    ],
)
def test_a_page_of_another_site_sends_nothing(headers: dict[str, str], expected: int) -> None:
    executor = FakeExecutor()
    app = app_over(executor, cors_origins=("https://page.example",))

    response = ask(app, headers={**JSON, "host": "127.0.0.1:8000", **headers}, body=QUERY)

    assert (expected, expected == 200) == (response.status, bool(executor.asked))
    assert expected == 200 or response.code == "CROSS_SITE"


def test_without_the_setting_no_origin_may_read() -> None:
    response = ask(app_over(), "GET", query="query=a", headers={"origin": "https://page.example"})

    assert not [name for name in response.headers if name.startswith("access-control")]


def test_a_listed_origin_may_read_and_only_it() -> None:
    app = app_over(cors_origins=("https://page.example",))

    listed = ask(app, "GET", query="query=a", headers={"origin": "https://page.example"})
    other = ask(app, "GET", query="query=a", headers={"origin": "https://evil.example"})

    assert "https://page.example" == listed.headers["access-control-allow-origin"]
    assert "access-control-allow-credentials" not in listed.headers
    assert "access-control-allow-origin" not in other.headers and "Origin" == other.headers["vary"]


def test_a_preflight_is_answered_for_a_listed_origin() -> None:
    app = app_over(cors_origins=("https://page.example",))
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization"}

    listed = ask(app, "OPTIONS", headers={"origin": "https://page.example", **asked})
    other = ask(app, "OPTIONS", headers={"origin": "https://evil.example", **asked})

    assert (204, "GET, POST") == (listed.status, listed.headers["access-control-allow-methods"])
    assert (403, "CROSS_SITE") == (other.status, other.code)


def test_an_address_and_headers_have_a_length() -> None:
    long = ask(app_over(), "GET", query="query=" + "a" * 70_000)
    many = ask(app_over(), headers=[("x-a", "1")] * 20_000, body=QUERY)
    large = ask(app_over(), headers={"cookie": "a" * 40_000}, body=QUERY)

    assert (414, "URL_TOO_LONG") == (long.status, long.code)
    assert (431, "HEADERS_TOO_LARGE") == (many.status, many.code) == (large.status, large.code)


# --- pages and health --------------------------------------------------------------------------

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_is_given_graphiql(static: Path) -> None:
    app = app_over(static=static)

    page, root = ask(app, "GET", headers=BROWSER), ask(app, "GET", "/", headers=BROWSER)

    assert (200, "text/html; charset=utf-8", b"<title>GraphiQL</title>") == (
        page.status,
        page.headers["content-type"],
        page.body,
    )
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert (307, "/graphql") == (root.status, root.headers["location"])
    assert ("Accept, Accept-Encoding", "Accept") == (page.headers["vary"], root.headers["vary"])


def test_without_graphiql_the_root_is_a_small_index(static: Path) -> None:
    for app in (app_over(), app_over(static=static, graphiql=False)):
        assert "/graphql" == ask(app, "GET", "/", headers=BROWSER).json["graphql"]
        assert (400, "BAD_BODY") == (lambda r: (r.status, r.code))(ask(app, "GET", headers=BROWSER))


def test_health_is_the_process_and_readiness_the_store() -> None:
    app = app_over()  # over an executor without a store

    healthy, ready = ask(app, "GET", "/healthz"), ask(app, "GET", "/readyz")

    assert (200, {"status": "ok"}) == (healthy.status, healthy.json)
    assert (503, "ENGINE_DOWN", "1") == (ready.status, ready.code, ready.headers["retry-after"])


def test_the_lifespan_opens_the_store_of_the_settings(tmp_path: Path) -> None:
    from briefgraph.config import Settings
    from briefgraph.web.app import create_app

    app = create_app(Settings(store=f"sqlite:///{tmp_path}/graph.db"))
    assert 503 == ask(app, "GET", "/readyz").status

    async def open_and_close() -> None:
        async with running(app):
            assert (tmp_path / "graph.db").exists()

    asyncio.run(open_and_close())
    assert 503 == ask(app, "GET", "/readyz").status


# --- errors and the log ------------------------------------------------------------------------


def test_a_fault_of_ours_says_nothing_and_logs_where(lines: io.StringIO) -> None:
    secret = "/srv/data/graph.db: MATCH (n) \x1b[31m\n" + "x" * 5_000

    response = post(app_over(FakeExecutor(error=ValueError(secret))), {"query": "{ok}"}, x_request_id="abc")

    assert (500, "INTERNAL") == (response.status, response.code)
    assert "srv" not in response.body.decode()
    written = lines.getvalue().splitlines()
    assert [("error", "abc"), ("info", "abc")] == [
        (json.loads(line)["level"], json.loads(line)["requestId"]) for line in written
    ]
    assert all(len(line) <= 1_024 for line in written)
    assert "asgi.py" in json.loads(written[0])["at"]


def test_a_request_is_one_line_without_its_words(lines: io.StringIO) -> None:
    secret = "query Secret { ok }" + "x" * 10_000

    post(
        app_over(),
        {"query": secret, "variables": {"a": "Secret"}},
        authorization=f"Bearer {KEY}",
        x_request_id="abc",
    )
    ask(app_over(), "GET", "/no\x1b[31m\nthing" + "y" * 3_000, query="query=Secret")

    first, second = lines.getvalue().splitlines()
    found = json.loads(first)
    assert ("POST", "/graphql", 200, 17, "abc", None) == tuple(
        found[name] for name in ("method", "path", "status", "bytes", "requestId", "code")
    )
    assert found["ms"] >= 0
    assert "Secret" not in first + second and KEY not in first
    assert "NOT_FOUND" == json.loads(second)["code"]
    assert "\x1b" not in second and len(second) <= 1_024
