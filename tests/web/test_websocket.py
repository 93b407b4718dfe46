"""graphql-transport-ws, rule by rule: what is answered, and which code closes a connection."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from briefgraph.graph.sqlite import SqliteStore
from tests.curating import A, B, C, Desk
from tests.web.asgi import KEY
from tests.web.live import ALL, Socket, app_over_store, played

INIT = {"type": "connection_init"}
SUBSCRIBE = {"type": "subscribe", "id": "1", "payload": {"query": ALL}}
NAME = '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}'
BRIEF = """Harbour Office Opens in Lanforse

Facts
- The port of Lanforse opened a harbour office on 4 May, the Lanforse Courier said.[1]
- Mayor Ilse Tarnow said that the office will have nine clerks.[2]

Sources: [1]Lanforse Courier and [2]Quay Herald.
"""
INGEST = "mutation { ingestBrief(input: {text: %s}) { isNew } }" % json.dumps(BRIEF)


def test_a_conversation() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        socket.say({"type": "ping", "payload": {"a": 1}})
        assert {"type": "pong", "payload": {"a": 1}} == await socket.heard()
        socket.say({"type": "pong"})
        await socket.subscribe("one")
        await socket.subscribe("two", "subscription($o: ID) { storyIngested(outlet: $o) { title } }", o="ou_none")
        await Desk(store).load(A)
        event = {"data": {"storyIngested": {"title": "The dam"}}}
        assert {"id": "one", "type": "next", "payload": event} == await socket.heard()

        socket.say({"type": "complete", "id": "one"})
        socket.say({"type": "complete", "id": "one"})  # what crosses the server's own is nothing wrong
        await socket.subscribe("one", "subscription { again: storyIngested { title } }")
        await Desk(store).load(B)
        event = {"data": {"again": {"title": "A week later"}}}
        assert {"id": "one", "type": "next", "payload": event} == await socket.heard()
        await socket.leave()

    played(scenario)


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ([SUBSCRIBE], 4401),
        ([INIT, INIT], 4429),
        ([INIT, SUBSCRIBE, SUBSCRIBE], 4409),
        ([{"type": "connection_init", "payload": {"Authorization": "Bearer another-key-of-some-length"}}], 4403),
        ([{"type": "connection_init", "payload": {"authorization": 5}}], 4400),
        ([{"type": "connection_init", "payload": []}], 4400),
        (["{"], 4400),
        (["null"], 4400),
        (["[" * 50_000], 4400),
        (['{"type":"ping","type":"pong"}'], 4400),
        (['{"type":"ping","payload":{"n":1e999}}'], 4400),
        (['{"type":"\\ud800"}'], 4400),
        ([{}], 4400),
        ([{"type": 5}], 4400),
        ([{"type": "start", "id": "1"}], 4400),  # of the older protocol
        ([{"type": "ping", "payload": 5}], 4400),
        ([INIT, {"type": "subscribe", "payload": {"query": ALL}}], 4400),
        ([INIT, {"type": "subscribe", "id": "", "payload": {"query": ALL}}], 4400),
        ([INIT, {"type": "subscribe", "id": "a" * 201, "payload": {"query": ALL}}], 4400),
        ([INIT, {"type": "subscribe", "id": 1, "payload": {"query": ALL}}], 4400),
        ([INIT, {"type": "subscribe", "id": "1"}], 4400),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": 5}}], 4400),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": ALL, "variables": []}}], 4400),
        ([INIT, {"type": "complete"}], 4400),
        (['{"type":"ping","payload":{"a":"' + "x" * 100_000 + '"}}'], 1009),
    ],
)
def test_what_is_against_the_protocol_ends_the_conversation(messages: list[Any], code: int) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.got()
        for message in messages:
            socket.say(message)
        heard = await socket.heard()
        while isinstance(heard, dict):
            assert "connection_ack" == heard["type"]
            heard = await socket.heard()
        assert code == heard[0]
        assert 0 < len(heard[1].encode()) <= 123
        await socket.done()

    played(scenario)


def test_bytes_are_no_message() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.got()
        socket.inbox.put_nowait({"type": "websocket.receive", "bytes": b'{"type":"connection_init"}'})
        assert 4400 == (await socket.heard())[0]

    played(scenario)


def test_who_says_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.websocket.INIT_S", 0.05)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        silent, pinging, begun = Socket(app), Socket(app), Socket(app)
        await begun.open()
        await pinging.got()
        pinging.say({"type": "ping"})
        assert {"type": "pong"} == await pinging.heard()
        await silent.got()
        assert 4408 == (await silent.heard())[0] == (await pinging.heard())[0]
        await begun.subscribe("1")  # time is up for those alone that have said nothing

    played(scenario)


@pytest.mark.parametrize("subprotocols", [(), ("graphql-ws",)])
def test_another_subprotocol_is_told_apart(subprotocols: tuple[str, ...]) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app, subprotocols=subprotocols)
        assert None is (await socket.got()).get("subprotocol")
        assert 4406 == (await socket.heard())[0]
        await socket.done()

    played(scenario)


@pytest.mark.parametrize(
    ("headers", "path", "status", "code"),
    [
        ([("host", "evil.example")], "/graphql", 400, "BAD_HOST"),
        ([("origin", "https://evil.example")], "/graphql", 403, "CROSS_SITE"),
        ([("origin", "null")], "/graphql", 403, "CROSS_SITE"),
        ([("sec-fetch-site", "cross-site")], "/graphql", 403, "CROSS_SITE"),
        ([("sec-fetch-site", "same-site")], "/graphql", 403, "CROSS_SITE"),
        ([("authorization", "Bearer another-key-of-some-length")], "/graphql", 401, "UNAUTHORIZED"),
        ([("x-a", "a" * 40_000)], "/graphql", 431, "HEADERS_TOO_LARGE"),
        ([], "/elsewhere", 404, "NOT_FOUND"),
        ([], "/" + "a" * 20_000, 414, "URL_TOO_LONG"),
    ],
)
def test_a_handshake_is_refused_by_http(headers: list[tuple[str, str]], path: str, status: int, code: str) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app, ("x-request-id", "of-mine"), *headers, path=path)
        start, body = await socket.got(), await socket.got()
        assert ("websocket.http.response.start", status) == (start["type"], start["status"])
        found = dict(start["headers"])
        assert (b"of-mine", b"nosniff") == (found[b"x-request-id"], found[b"x-content-type-options"])
        (error,) = json.loads(body["body"])["errors"]
        assert {"code": code, "requestId": "of-mine"} == error["extensions"]
        await socket.done()

    played(scenario)


@pytest.mark.parametrize("headers", [[("origin", "http://127.0.0.1:8000")], [("origin", "https://friend.example")], []])
def test_a_handshake_of_our_own_pages_and_of_listed_origins_is_taken(headers: list[tuple[str, str]]) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        await Socket(app, *headers).open()

    played(scenario, cors_origins=("https://friend.example",))


def test_queries_and_mutations_run_too() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        socket.say(NAME)
        heard = await socket.heard()
        assert ("1", "next", {"__typename": "Query"}) == (heard["id"], heard["type"], heard["payload"]["data"])
        assert {"id": "1", "type": "complete"} == await socket.heard()

        socket.say({"type": "subscribe", "id": "2", "payload": {"query": INGEST}})
        refused = await socket.heard()
        assert ("error", "FORBIDDEN") == (refused["type"], refused["payload"][0]["extensions"]["code"])

        socket.say({"type": "subscribe", "id": "3", "payload": {"query": "{ nothing }"}})
        refused = await socket.heard()
        assert ("error", "BAD_QUERY") == (refused["type"], refused["payload"][0]["extensions"]["code"])
        assert refused["payload"][0]["extensions"]["requestId"]

    played(scenario)


@pytest.mark.parametrize("is_in_the_header", [True, False])
def test_the_key_may_come_with_the_handshake_or_behind_it(is_in_the_header: bool) -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        listener = Socket(app)
        await listener.open()
        await listener.subscribe("1")
        bearer = f"Bearer {KEY}"
        socket = Socket(app, *([("authorization", bearer)] if is_in_the_header else []))
        await socket.open(None if is_in_the_header else {"authorization": bearer})
        socket.say({"type": "subscribe", "id": "2", "payload": {"query": INGEST}})
        assert {"ingestBrief": {"isNew": True}} == (await socket.heard())["payload"]["data"]
        assert {"id": "2", "type": "complete"} == await socket.heard()
        # A load of this process is looked for at once: the next look by itself would come in a minute.
        assert "next" == (await listener.heard())["type"]

    played(scenario, subscription_poll_ms=60_000)


def test_a_connection_has_a_bound_on_operations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.websocket.MAX_OPERATIONS", 2)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        await socket.subscribe("1")
        await socket.subscribe("2")
        socket.say({**SUBSCRIBE, "id": "3"})
        refused = await socket.heard()
        assert ("3", "error", "BUSY") == (refused["id"], refused["type"], refused["payload"][0]["extensions"]["code"])
        socket.say({"type": "complete", "id": "1"})
        await socket.subscribe("3")

    played(scenario)


def test_a_server_has_a_bound_on_connections_and_on_subscriptions() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        one, two = Socket(app), Socket(app)
        await one.open()
        await two.open()
        await one.subscribe("1")
        await one.subscribe("2")
        two.say(SUBSCRIBE)
        assert "BUSY" == (await two.heard())["payload"][0]["extensions"]["code"]
        three = Socket(app)
        start, body = await three.got(), await three.got()
        assert (503, b"1") == (start["status"], dict(start["headers"])[b"retry-after"])
        assert "BUSY" == json.loads(body["body"])["errors"][0]["extensions"]["code"]
        await one.leave()
        await two.subscribe("2")
        await Socket(app).open()

    played(scenario, max_subscribers=2)


def test_who_does_not_read_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.web.websocket.SEND_S", 0.05)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket, reading = Socket(app), Socket(app)
        for one in (socket, reading):
            await one.open()
            await one.subscribe("1")
        socket.free.clear()
        await Desk(store).load(A, B)
        await socket.done()
        assert socket.is_aborted
        assert ["The dam", "A week later"] == [(await reading.heard())["payload"]["data"]["storyIngested"]["title"] for _ in "12"]

    played(scenario)


def test_who_is_too_slow_is_told_so_behind_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.api.subscriptions.HELD_EVENTS", 1)

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        slow, quick = Socket(app), Socket(app)
        for socket in (slow, quick):
            await socket.open()
            await socket.subscribe("1")
        slow.free.clear()
        for brief in (A, B, C):  # one is being sent, one waits, and one is too many
            await Desk(store).load(brief)
            assert "next" == (await quick.heard())["type"]
        slow.free.set()
        heard = [await slow.heard() for _ in range(3)]
        assert ["next", "next", "error"] == [message["type"] for message in heard]
        assert "SUBSCRIBER_TOO_SLOW" == heard[2]["payload"][0]["extensions"]["code"]
        assert await _is_open(slow)
        await slow.subscribe("1")

    played(scenario)


async def _is_open(socket: Socket) -> bool:
    socket.say({"type": "ping"})
    return bool({"type": "pong"} == await socket.heard())


def test_a_stopping_server_says_no_complete() -> None:
    """`complete` would mean that there is no more to come; a client that is only cut off comes back."""

    async def go() -> None:
        async with app_over_store() as (app, _):
            socket = Socket(app)
            await socket.open()
            await socket.subscribe("1")
            app.state.stop()
            assert await _is_open(socket)
            socket.say({**SUBSCRIBE, "id": "2"})
            assert "BUSY" == (await socket.heard())["payload"][0]["extensions"]["code"]
            await socket.leave()

    asyncio.run(go())


def test_a_fault_of_ours_is_told_for_its_operation_alone() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(SqliteStore, "received", None)
            socket.say(SUBSCRIBE)
            failed = await socket.heard()
        assert ("1", "error", "INTERNAL") == (failed["id"], failed["type"], failed["payload"][0]["extensions"]["code"])
        await socket.subscribe("1")

    played(scenario)


def test_the_page_has_every_close_code_and_no_other() -> None:
    root = Path(__file__).parents[2]
    sources = "".join((root / "src/briefgraph/web" / f"{name}.py").read_text("utf-8") for name in ("websocket", "frames", "edge"))
    page = (root / "docs" / "subscriptions.md").read_text("utf-8")

    assert set(re.findall(r"\b(?:10|44)\d\d\b", sources)) == set(re.findall(r"^\| (\d{4}) \|", page, re.MULTILINE))
