"""Subscriptions as Server-Sent Events."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from briefgraph.graph.sqlite import SqliteStore
from tests.curating import LATER_A, A, B, Desk
from tests.web.asgi import app_over, post
from tests.web.live import ALL, Stream, played

EVENT = re.compile(r"id: (\d+)\nevent: next\ndata: (\{.*\})\n\n")


def told(piece: str) -> tuple[int, str]:
    """The id and the title of an event."""
    match = EVENT.fullmatch(piece)
    assert match is not None, piece
    return int(match[1]), json.loads(match[2])["data"]["storyIngested"]["title"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_stream(method: str) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app, method=method)
        status, headers = await stream.begun()
        assert (200, "text/event-stream; charset=utf-8") == (status, headers["content-type"])
        assert ("no-store", "no", "nosniff") == (headers["cache-control"], headers["x-accel-buffering"], headers["x-content-type-options"])
        assert ":\n\n" == await stream.piece()
        await Desk(store).load(A)
        assert (1, "The dam") == told(await stream.piece())
        await Desk(store).load(A, LATER_A)
        assert "The dam, later" == told(await stream.piece())[1]
        await stream.leave()

    played(scenario)


def test_who_comes_back_with_the_last_id_misses_nothing() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        await Desk(store).load(A, B)
        stream = Stream(app, ALL, ("last-event-id", "1"))
        assert 200 == (await stream.begun())[0]
        assert ":\n\n" == await stream.piece()
        assert (2, "A week later") == told(await stream.piece())
        for odd in ("-1", "x", "²", "9" * 16, "1e3", ""):  # no id of ours: from now on
            assert 200 == (await Stream(app, ALL, ("last-event-id", odd)).begun())[0]

    played(scenario)


def test_silence_is_broken_by_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.sse.KEEP_ALIVE_S", 0.01)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app)
        await stream.begun()
        assert [":\n\n"] * 3 == [await stream.piece() for _ in range(3)]

    played(scenario)


def test_an_error_ends_the_stream_and_a_stopping_server_does_not_complete_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.api.subscriptions.HELD_EVENTS", 1)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        slow, quick = Stream(app), Stream(app)
        for stream in (slow, quick):
            await stream.begun()
            await stream.piece()
        slow.free.clear()
        for number, brief in enumerate((A, B, LATER_A)):
            await Desk(store).load(brief)
            assert number + 1 == told(await quick.piece())[0]
        slow.free.set()
        assert ["The dam", "A week later"] == [told(await slow.piece())[1] for _ in "12"]
        last = await slow.piece()
        assert "SUBSCRIBER_TOO_SLOW" in last and "requestId" in last
        assert last.startswith("event: next\ndata: {") and last.endswith("\n\nevent: complete\ndata:\n\n")
        assert "" == await slow.piece()
        await slow.done()

        app.state.stop()
        assert "" == await quick.piece()
        await quick.done()

    played(scenario)


def test_who_does_not_read_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.sse.SEND_S", 0.05)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app)
        await stream.begun()
        await stream.piece()
        stream.free.clear()
        await Desk(store).load(A)
        await stream.done()
        assert stream.is_aborted

    played(scenario)


@pytest.mark.parametrize(
    ("query", "headers", "status", "code"),
    [
        ("subscription { storyIngested { nothing } }", (), 400, "BAD_QUERY"),
        ("subscription {", (), 400, "BAD_SYNTAX"),
        ("{ nothing }", (), 400, "BAD_QUERY"),
        ('mutation { deleteStory(input: {id: "a"}) { id } }', (), 403, "FORBIDDEN"),
        ("subscription { storyIngested { facts(first: 0) { nodes { id } } } }", (), 400, "BAD_PAGE"),
        (ALL, (("authorization", "Bearer another-key-of-some-length"),), 401, "UNAUTHORIZED"),
        (ALL, (("sec-fetch-site", "cross-site"),), 403, "CROSS_SITE"),
    ],
)  # fmt: skip
def test_what_cannot_begin_is_refused_by_http(query: str, headers: Any, status: int, code: str) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app, query, *headers)
        got, _ = await stream.begun()
        assert (status, code) == (got, json.loads(await stream.piece())["errors"][0]["extensions"]["code"])

    played(scenario)


def test_more_than_the_server_takes_is_busy() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        first = Stream(app)
        assert 200 == (await first.begun())[0]
        second = Stream(app)
        status, headers = await second.begun()
        assert (503, "1") == (status, headers["retry-after"])
        assert "BUSY" in await second.piece()
        await first.leave()
        assert 200 == (await Stream(app).begun())[0]

    played(scenario, max_subscribers=1)


def test_a_query_over_a_stream_is_one_event() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app, "{ __typename }")
        assert 200 == (await stream.begun())[0]
        piece = await stream.piece()
        assert piece.startswith('event: next\ndata: {"data":{"__typename":"Query"}')
        assert piece.endswith("}\n\nevent: complete\ndata:\n\n")
        await stream.done()

    played(scenario)


@pytest.mark.parametrize(
    ("accept", "query", "media"),
    [
        ("application/graphql-response+json, application/json, text/event-stream", "{ __typename }", "application/graphql-response+json"),
        ("application/graphql-response+json, application/json, text/event-stream", ALL, "text/event-stream"),
        ("*/*", "{ __typename }", "application/json"),
    ],
)
def test_a_client_that_takes_both_gets_what_fits(accept: str, query: str, media: str) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        _, headers = await Stream(app, query, accept=accept).begun()
        assert media == headers["content-type"].split(";")[0]

    played(scenario)


def test_a_subscription_without_a_stream_is_refused() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        stream = Stream(app, ALL, accept="application/graphql-response+json")
        assert 400 == (await stream.begun())[0]
        assert "BAD_OPERATION" in await stream.piece()
        refused = Stream(app, ALL, accept="text/event-stream;q=0")
        assert 406 == (await refused.begun())[0]
        head = Stream(app, method="HEAD")
        assert 200 == (await head.begun())[0]
        await head.done()

    played(scenario)


def test_a_server_without_its_store_is_starting() -> None:
    answer = post(app_over(), {"query": ALL}, accept="text/event-stream")

    assert (503, "ENGINE_DOWN") == (answer.status, answer.code)


def test_the_page_shows_an_event_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "subscriptions.md").read_text("utf-8")
    shown = re.search(r"```text\n:\n\n(.*?)```", page, re.DOTALL)
    assert shown is not None

    assert (57, "Harbour Office Opens in Lanforse") == told(shown[1] + "\n")
