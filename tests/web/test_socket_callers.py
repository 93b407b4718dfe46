"""Who asks over WebSocket and event streams, and how much: keys, scopes, budgets, places and trusted documents hold there too."""

import asyncio
import json
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from briefgraph.cli.main import run
from briefgraph.graph.sqlite import SqliteStore
from tests.web.asgi import KEY, ask_within
from tests.web.live import ALL, Socket, Stream, played

ASK = {"query": "{ stats { storyCount } }"}
DELETE = {"query": 'mutation { deleteStory(input: {id: "st_none"}) { isDeleted } }'}


async def operate(socket: Socket, payload: Any, id: str = "1") -> Any:
    """One operation's only answer: its data, or the code of its first error."""
    socket.say({"type": "subscribe", "id": id, "payload": payload})
    heard = await socket.heard()
    if heard["type"] == "error":
        return heard["payload"][0]["extensions"]["code"]
    assert {"id": id, "type": "complete"} == await socket.heard()
    return heard["payload"].get("data") or heard["payload"]["errors"][0]["extensions"]["code"]


def created(keys: Path, name: str, *scopes: str, capfd: Any) -> str:
    """A key of the keys' file."""
    given = [part for scope in scopes for part in ("--scope", scope)]
    assert run(["keys", "create", name, *given]) == 0
    said: str = capfd.readouterr().out
    return next(word for word in said.split() if word.startswith("bg_"))


def test_a_key_may_do_what_its_scopes_say_and_nothing_once_it_is_revoked(tmp_path: Path, monkeypatch: Any, capfd: Any) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv("BRIEFGRAPH_KEYS_FILE", str(keys))
    reads, loads = (created(keys, name, scope, capfd=capfd) for name, scope in [("reader", "read"), ("loader", "ingest")])

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        reader, loader = Socket(app), Socket(app, ("authorization", f"Bearer {loads}"))
        await reader.open({"authorization": f"Bearer {reads}"})
        await loader.open()
        assert {"stats": {"storyCount": 0}} == await operate(reader, ASK)
        assert "FORBIDDEN" == await operate(reader, DELETE)
        assert {"deleteStory": {"isDeleted": False}} == await operate(loader, DELETE)
        assert "FORBIDDEN" == await operate(loader, ASK)
        assert "FORBIDDEN" == await operate(loader, {"query": ALL})
        await reader.subscribe("live")

        assert run(["keys", "revoke", "reader"]) == 0
        assert "UNAUTHORIZED" == await operate(reader, ASK)
        assert "UNAUTHORIZED" == await operate(reader, {"query": ALL})
        for socket in (reader, loader):
            await socket.leave()

    played(scenario, keys_file=keys, open_reading=False)


def test_where_reading_is_closed_nobody_follows_without_a_key() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        assert "FORBIDDEN" == await operate(socket, {"query": ALL})
        await socket.leave()
        for stream, status in [(Stream(app), 403), (Stream(app, ALL, ("authorization", f"Bearer {KEY}")), 200)]:
            assert status == (await stream.begun())[0]
            await stream.leave()

    played(scenario, open_reading=False)


def test_operations_draw_on_the_budget_and_an_open_connection_does_not() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        answers: list[Any] = []
        while "RATE_LIMITED" not in answers:
            answers.append(await operate(socket, ASK, str(len(answers))))
            assert len(answers) < 10_000
        assert {"stats": {"storyCount": 0}} == answers[0]
        socket.say({"type": "ping"})
        assert {"type": "pong"} == await socket.heard()
        await socket.leave()

    played(scenario, anonymous_ms_per_minute=100)


def test_operations_need_a_place_and_subscriptions_hold_none() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        places = app.state.admission
        socket = Socket(app)
        await socket.open()
        await socket.subscribe("live")
        stream = Stream(app)
        assert 200 == (await stream.begun())[0]
        assert (0, 0) == (places.known, places.working)
        places.known += 2  # as if others had them
        assert "BUSY" == await operate(socket, ASK)
        places.known -= 2
        assert {"stats": {"storyCount": 0}} == await operate(socket, ASK)
        for one in (socket, stream):
            await one.leave()
        assert (0, 0) == (places.known, places.working)

    played(scenario, max_concurrent_requests=1)


def test_only_trusted_documents_are_run_where_that_is_set() -> None:
    shipped = Path(__file__).parents[2] / "schema/operations"
    live = next(path.read_text("utf-8") for path in sorted(shipped.rglob("*.graphql")) if "subscription" in path.read_text("utf-8"))

    async def scenario(app: Starlette, store: SqliteStore) -> None:
        socket = Socket(app)
        await socket.open()
        assert "DOCUMENT_NOT_TRUSTED" == await operate(socket, ASK)
        assert "DOCUMENT_NOT_TRUSTED" == await operate(socket, {"query": ALL})
        await socket.subscribe("live", live)
        stream = Stream(app)
        assert 403 == (await stream.begun())[0]
        assert "DOCUMENT_NOT_TRUSTED" == json.loads(await stream.piece())["errors"][0]["extensions"]["code"]
        await socket.leave()
        async with asyncio.timeout(20):
            await stream.task

    played(scenario, documents="trusted")


def test_the_metrics_know_how_many_follow() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        async def known() -> str:
            page = (await ask_within(app, "GET", "/metrics")).body.decode()
            return next(line.split()[1] for line in page.splitlines() if line.startswith("briefgraph_subscribers "))

        socket = Socket(app)
        await socket.open()
        assert "0.0" == await known()
        await socket.subscribe("one")
        await socket.subscribe("two")
        assert "2.0" == await known()
        await socket.leave()
        assert "0.0" == await known()

    played(scenario)


def test_to_begin_a_subscription_is_work() -> None:
    async def scenario(app: Starlette, store: SqliteStore) -> None:
        places = app.state.admission
        socket = Socket(app)
        await socket.open()
        places.known += 2  # as if others had them
        assert "BUSY" == await operate(socket, {"query": ALL})
        stream = Stream(app)
        status, _ = await stream.begun()
        assert (503, "BUSY") == (status, json.loads(await stream.piece())["errors"][0]["extensions"]["code"])
        await stream.task
        places.known -= 2
        await socket.subscribe("live")
        await socket.leave()
        assert (0, 0) == (places.known, places.working)

    played(scenario, max_concurrent_requests=1)
