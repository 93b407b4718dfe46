"""docs/http.md: each exchange that it shows is what a server with the examples answers."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from briefgraph.api.persisted import KEPT_CHARS
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.web.app import Backend, assemble
from briefgraph.web.compression import LEAST_BYTES
from briefgraph.web.server import KEEP_ALIVE_S
from tests.strategies import Says, brief_of
from tests.web.asgi import Response, ask

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/http.md").read_text("utf-8")
EXCHANGE = re.compile(r"```http\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    settings = Settings(store=f"sqlite:///{tmp_path_factory.mktemp('page')}/graph.db")

    async def load() -> Any:
        store = open_store(settings)
        await open_importer(settings, store).load([brief_of([Says("The dam held.", ("Bramble Courier",))], address="a.example/1")])
        return store

    store = asyncio.run(load())
    backend = Backend()
    backend.use(settings, store)
    yield assemble(settings, backend)
    asyncio.run(store.close())


def like(shown: str) -> re.Pattern[str]:
    """A pattern for what is shown, in which `…` is anything."""
    return re.compile(".+".join(map(re.escape, shown.split("…"))))


def exchanged(app: Any, request: str, tag: str) -> Response:
    head, _, body = request.partition("\n\n")
    (method, target, _), *fields = (line.split(" ", 2) if i == 0 else line.split(": ", 1) for i, line in enumerate(head.splitlines()))
    path, _, query = target.partition("?")
    headers = {name.lower(): value.replace('"…"', tag) for name, value in fields}
    return ask(app, method, path, query=quote(query, safe="=&"), headers=headers or {"accept": "*/*"}, body=body.strip().encode())


def test_each_exchange_is_what_is_answered(app: Any) -> None:
    shown = EXCHANGE.findall(PAGE)
    assert len(shown) >= 4
    tag = ""
    for exchange in shown:
        request, _, answer = exchange.partition("\n\nHTTP/1.1 ")
        head, _, body = answer.partition("\n\n")
        status, *fields = head.strip().splitlines()

        response = exchanged(app, request, tag)

        assert status == str(response.status), exchange
        for name, value in (line.split(": ", 1) for line in fields):
            assert like(value).fullmatch(response.headers[name.lower()]), (exchange, response.headers)
        assert like(body.strip()).fullmatch(response.body.decode()) if body.strip() else response.status in (304, 405)
        tag = response.headers.get("etag", tag)


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    for number in (f"{LEAST_BYTES:,} bytes", f"after {KEEP_ALIVE_S} s", f"{KEPT_CHARS // 1_000_000} million", "`BRIEFGRAPH_BODY_TIMEOUT_S`, 10 s"):
        assert number in PAGE
    assert Settings().body_timeout_s == 10
