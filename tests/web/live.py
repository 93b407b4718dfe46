"""A client of graphql-transport-ws and one of an event stream, that ask an ASGI app message by message."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette

from briefgraph.config import Settings
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import create_app
from tests.web.asgi import KEY

WAIT_S = 20  # for what must come
ALL = "subscription { storyIngested { title } }"
HOST = ("host", "127.0.0.1:8000")


@asynccontextmanager
async def app_over_store(**settings: Any) -> AsyncIterator[tuple[Starlette, SqliteStore]]:
    """An app over an empty store, which other processes' loads are looked for in at once."""
    store = SqliteStore.open(":memory:", readers=1)
    app = create_app(Settings(**{"api_key": KEY, "subscription_poll_ms": 10, **settings}), store)
    try:
        async with app.router.lifespan_context(app):
            yield app, store
    finally:
        await store.close()


class Connection:
    """One ASGI connection. The server's messages wait in `sent`; `hold` keeps it from sending."""

    def __init__(self, app: Starlette, scope: dict[str, Any]) -> None:
        self.inbox: asyncio.Queue[Any] = asyncio.Queue()
        self.sent: asyncio.Queue[Any] = asyncio.Queue()
        self.free = asyncio.Event()
        self.free.set()
        self.is_aborted = False
        scope["state"] = {"briefgraph.abort": self._abort}
        self.task = asyncio.create_task(app(scope, self.inbox.get, self._send))

    def _abort(self) -> None:
        self.is_aborted = True
        self.inbox.put_nowait({"type": "websocket.disconnect", "code": 1006})

    async def _send(self, message: Any) -> None:
        await self.free.wait()
        self.sent.put_nowait(message)

    async def got(self) -> Any:
        """The next message of the server's; None when it is done."""
        async with asyncio.timeout(WAIT_S):
            next_ = asyncio.create_task(self.sent.get())
            await asyncio.wait({next_, self.task}, return_when=asyncio.FIRST_COMPLETED)
            if next_.done():
                return next_.result()
            next_.cancel()
            await self.task
            return self.sent.get_nowait() if not self.sent.empty() else None

    async def done(self) -> None:
        """Wait until the server is done with the connection."""
        async with asyncio.timeout(WAIT_S):
            await self.task


class Socket(Connection):
    """A WebSocket."""

    def __init__(
        self, app: Starlette, *headers: tuple[str, str], path: str = "/graphql", subprotocols: tuple[str, ...] = ("graphql-transport-ws",),
    ) -> None:  # fmt: skip
        pairs = headers if any(name == "host" for name, _ in headers) else (*headers, HOST)
        scope = {
            "type": "websocket",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in pairs],
            "subprotocols": list(subprotocols),
            "extensions": {"websocket.http.response": {}},
        }
        super().__init__(app, scope)
        self.inbox.put_nowait({"type": "websocket.connect"})

    def say(self, message: Any) -> None:
        """Send a JSON message, or a text as it is."""
        text = message if isinstance(message, str) else json.dumps(message)
        self.inbox.put_nowait({"type": "websocket.receive", "text": text})

    async def heard(self) -> Any:
        """The next message, JSON read; a close is (code, reason)."""
        message = await self.got()
        if message["type"] == "websocket.close":
            return message["code"], message.get("reason", "")
        assert message["type"] == "websocket.send", message
        assert message.get("bytes") is None  # text frames, never bytes
        return json.loads(message["text"])

    async def open(self, payload: Any = None) -> None:
        """Come to the point where operations are taken."""
        assert "graphql-transport-ws" == (await self.got())["subprotocol"]
        self.say({"type": "connection_init", **({} if payload is None else {"payload": payload})})
        assert {"type": "connection_ack"} == await self.heard()

    async def subscribe(self, id: str, query: str = ALL, **variables: Any) -> None:
        """Subscribe, and wait until that stands."""
        self.say({"type": "subscribe", "id": id, "payload": {"query": query, "variables": variables}})
        self.say({"type": "ping"})
        assert {"type": "pong"} == await self.heard()

    async def leave(self) -> None:
        """Go without a word."""
        self.inbox.put_nowait({"type": "websocket.disconnect", "code": 1005})
        await self.done()


class Stream(Connection):
    """An event stream, by GET or by POST."""

    def __init__(
        self, app: Starlette, query: str = ALL, *headers: tuple[str, str], method: str = "POST", accept: str = "text/event-stream"
    ) -> None:
        body = json.dumps({"query": query}).encode() if method == "POST" else b""
        pairs = (*headers, ("accept", accept), ("content-type", "application/json"), HOST)
        scope = {
            "type": "http",
            "method": method,
            "path": "/graphql",
            "raw_path": b"/graphql",
            "query_string": b"" if method == "POST" else _query(query),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in pairs],
        }
        super().__init__(app, scope)
        self.inbox.put_nowait({"type": "http.request", "body": body, "more_body": False})

    async def begun(self) -> tuple[int, dict[str, str]]:
        """The status and the headers."""
        start = await self.got()
        return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}

    async def piece(self) -> str:
        """The next piece of the body."""
        return str((await self.got())["body"].decode())

    async def leave(self) -> None:
        """Go without a word."""
        self.inbox.put_nowait({"type": "http.disconnect"})
        await self.done()


def _query(query: str) -> bytes:
    return urlencode({"query": query}).encode()


def played(scenario: Callable[[Starlette, SqliteStore], Any], **settings: Any) -> None:
    """Play a scenario on an app over an empty store."""

    async def go() -> None:
        async with app_over_store(**settings) as (app, store):
            await scenario(app, store)

    asyncio.run(go())
