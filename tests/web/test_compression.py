"""gzip for who takes it, and the same answer for who does not."""

import gzip
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from briefgraph.api.execution import Answer
from briefgraph.web.compression import LEAST_BYTES, THREAD_BYTES, takes_gzip
from tests.web.asgi import JSON, FakeExecutor, Response, app_over, ask, post, refusal

LONG = b'{"data":{"text":"' + b"Merrowgate gauge " * 200 + b'"}}'
SHORT = b'{"data":{"ok":1}}'


def over(body: bytes, **settings: Any) -> Any:
    return app_over(FakeExecutor(Answer(body=body, has_data=True, code=None)), **settings)


def plain(response: Response) -> bytes:
    return gzip.decompress(response.body) if response.headers.get("content-encoding") == "gzip" else response.body


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, False),
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("deflate, br", False),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, *", False),
        ("gzip;q=1.5", False),
        ("gzip;q=nan", False),
        ("identity", False),
        ("identity;q=0, gzip;q=0.1", True),
        ("identity;q=0", False),
        ("gzip;q=0.5, identity;q=0.8", False),
        ("gzip;q=0.8, identity;q=0.5", True),
        ("," * 10_000 + "gzip", False),
    ],
)
def test_accept_encoding_is_read_as_rfc_9110_has_it(accept: str | None, expected: bool) -> None:
    assert takes_gzip(accept) is expected


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("accept", [None, "gzip", "br", "gzip;q=0"])
@pytest.mark.parametrize("body", [LONG, SHORT], ids=["long", "short"])
def test_an_answer_is_compressed_where_it_is_long_and_the_client_takes_it(
    method: str, accept: str | None, body: bytes
) -> None:
    headers = {**JSON} if accept is None else {**JSON, "accept-encoding": accept}

    response = ask(over(body), method, query="query=a", headers=headers, body=b'{"query":"{ok}"}')

    is_short = accept == "gzip" and len(body) >= LEAST_BYTES
    assert is_short is (response.headers.get("content-encoding") == "gzip")
    assert body == plain(response)
    assert response.headers["content-length"] == str(len(response.body))
    assert "Accept-Encoding" in response.headers["vary"]


def test_an_error_is_compressed_like_any_answer() -> None:
    answer = refusal("BAD_QUERY")
    long = Answer(body=answer.body.replace(b'"no"', b'"' + b"no " * 2_000 + b'"'), has_data=False, code="BAD_QUERY")

    response = post(app_over(FakeExecutor(long)), {"query": "{"}, accept_encoding="gzip", x_request_id="abc")

    assert "gzip" == response.headers["content-encoding"]
    assert b'"requestId":"abc"' in plain(response)


@pytest.mark.parametrize(("size", "is_on_loop"), [(THREAD_BYTES - 1, True), (THREAD_BYTES, False)])
def test_long_work_is_not_done_on_the_event_loop(size: int, is_on_loop: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    real = gzip.compress

    def watched(*given: Any, **named: Any) -> bytes:
        threads.append(threading.current_thread() is threading.main_thread())
        return real(*given, **named)

    monkeypatch.setattr(gzip, "compress", watched)
    body = os.urandom(size)

    assert body == plain(post(over(body), {"query": "{ok}"}, accept_encoding="gzip"))
    assert [is_on_loop] == threads


# --- the bundled files ---------------------------------------------------------------------------


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "graphiql").mkdir()
    (tmp_path / "graphiql/index.html").write_text("<title>GraphiQL</title>" + " " * 2_000)
    (tmp_path / "graphiql/graphiql.js").write_text("let a = 1;\n" * 1_000)
    (tmp_path / "graphiql/worker-3FZKQ7AB.js").write_text("let b = 1;\n" * 1_000)
    (tmp_path / "dot.png").write_bytes(bytes(3_000))
    return tmp_path


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/static/graphiql/graphiql.js", {}), ("/graphql", {"accept": "text/html"})],
)
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_a_file_is_told_by_its_etag(path: str, headers: dict[str, str], coding: str, static: Path) -> None:
    app = app_over(static=static)
    given = {**headers, "accept-encoding": coding}

    first = ask(app, "GET", path, headers=given)
    again = ask(app, "GET", path, headers={**given, "if-none-match": first.headers["etag"]})
    other = ask(app, "GET", path, headers={**given, "if-none-match": '"other"'})

    assert (coding == "gzip") is first.headers["etag"].endswith('-gzip"')
    assert (200, 304, 200) == (first.status, again.status, other.status)
    assert (b"", None) == (again.body, again.headers.get("content-length"))
    for name in ("etag", "cache-control", "vary"):
        assert first.headers[name] == again.headers[name]
    assert "public, no-cache" == first.headers["cache-control"]
    assert plain(first) == plain(other)


def test_what_is_named_after_its_content_is_kept_for_ever(static: Path) -> None:
    response = ask(app_over(static=static), "GET", "/static/graphiql/worker-3FZKQ7AB.js")

    assert "public, max-age=31536000, immutable" == response.headers["cache-control"]
    assert response.headers["content-type"].split("/")[1].startswith("javascript")


def test_an_image_is_left_as_it_is(static: Path) -> None:
    response = ask(app_over(static=static), "GET", "/static/dot.png", headers={"accept-encoding": "gzip"})

    assert (200, "image/png", None) == (
        response.status,
        response.headers["content-type"],
        response.headers.get("content-encoding"),
    )


@pytest.mark.parametrize("path", ["/static/", "/static/../app.py", "/static/graphiql", "/static//dot.png", "/static/%2e%2e/x"])
def test_only_what_was_there_at_the_start_is_there(path: str, static: Path) -> None:
    (static.parent / "app.py").write_text("secret")
    app = app_over(static=static)
    (static / "late.txt").write_text("late")

    assert 404 == ask(app, "GET", path).status == ask(app, "GET", "/static/late.txt").status
    assert (405, "GET, HEAD") == (lambda r: (r.status, r.headers["allow"]))(ask(app, "POST", "/static/dot.png"))
