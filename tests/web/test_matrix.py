"""Who may act: every method, with every type of body, from every kind of page. And that every route protects itself."""

from itertools import product
from pathlib import Path

import pytest
from starlette.routing import Mount, Route, WebSocketRoute

from briefgraph.api.callers import EVERYTHING
from tests.web.asgi import KEY, FakeExecutor, app_over, ask

LISTED, OWN = "https://page.example", "http://127.0.0.1:8000"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
# What a form or a page can send without being asked about first, and what it cannot.
TYPES = [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/json"]
SITES = [None, "same-origin", "none", "same-site", "cross-site", "SAME-ORIGIN", "", "same-origin, cross-site"]
ORIGINS = [None, OWN, "null", "https://evil.example", "http://127.0.0.1:9000", LISTED, LISTED + ".evil.example", ""]
BODY = b'{"query":"mutation { a }"}'


def may_act(method: str, content_type: str | None, site: str | None, origin: str | None) -> bool:
    """The rule, written a second time: a POST of JSON from this very origin, from a listed one, or from no page."""
    if method != "POST" or content_type != "application/json":
        return False
    if origin == LISTED:
        return True
    if site is not None:
        return site in ("same-origin", "none")
    return origin in (None, OWN)


@pytest.mark.parametrize("method", METHODS)
def test_only_what_may_act_reaches_the_executor(method: str) -> None:
    executor = FakeExecutor()
    app = app_over(executor, cors_origins=(LISTED,))
    statuses = set()
    for content_type, site, origin in product(TYPES, SITES, ORIGINS):
        executor.asked.clear()
        found = {"content-type": content_type, "sec-fetch-site": site, "origin": origin, "authorization": f"Bearer {KEY}"}
        headers = {name: value for name, value in found.items() if value is not None}

        response = ask(app, method, query="query=mutation{a}", headers=headers, body=BODY)

        acted = [caller.scopes for _, caller in executor.asked if not caller.read_only]
        assert ([EVERYTHING] if may_act(method, content_type, site, origin) else []) == acted, headers
        allowed = response.headers.get("access-control-allow-origin")
        assert allowed == (LISTED if origin == LISTED else None), headers
        statuses.add(response.status)
    expected = {"GET": {200}, "HEAD": {200}, "POST": {200, 403, 415}, "OPTIONS": {405}}
    assert statuses == expected.get(method, {403, 405})


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "graphiql").mkdir()
    (tmp_path / "graphiql/index.html").write_text("<title>GraphiQL</title>")
    return tmp_path


def test_every_route_of_the_table_protects_itself(static: Path) -> None:
    app = app_over(static=static)
    paths = ["/nothing"]
    for route in app.routes:
        if isinstance(route, WebSocketRoute):
            continue  # tests/web/test_websocket.py refuses handshakes
        assert isinstance(route, Route | Mount), "what else is there needs a path to be asked under"
        paths += [route.path] if isinstance(route, Route) else [f"{route.path}/graphiql/index.html", f"{route.path}/nothing"]
    assert {"/graphql", "/", "/healthz", "/readyz", "/static/graphiql/index.html"} <= set(paths)

    for path, method, accept in product(paths, METHODS, ["*/*", "text/html", "image/png"]):
        response = ask(app, method, path, headers={"accept": accept, "accept-encoding": "gzip"})

        policy = response.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy and "default-src 'none'" in policy, path
        assert "unsafe" not in policy and "*" not in policy and "http" not in policy, path
        assert ("nosniff", "DENY", "no-referrer") == tuple(
            response.headers[name] for name in ("x-content-type-options", "x-frame-options", "referrer-policy")
        )
        assert response.headers["x-request-id"] and response.headers["cache-control"], path
        assert method != "HEAD" or not response.body
        assert response.status < 500 or path == "/readyz"
