"""Asks an ASGI app as a server would: message by message, so that a test decides when a body arrives."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from briefgraph.api.callers import ANYBODY, Caller
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.config import Settings
from briefgraph.web.app import Backend, assemble

KEY = "a-key-of-some-length-0123456789"
JSON = {"content-type": "application/json"}


@dataclass(slots=True)
class FakeExecutor:
    """Answers with what it was told to, and remembers what it was asked."""

    answer: Answer = field(
        default_factory=lambda: Answer(body=b'{"data":{"ok":1}}', has_data=True, code=None)
    )
    error: Exception | None = None
    asked: list[tuple[GraphQLRequest, Caller]] = field(default_factory=list)

    async def execute(self, request: GraphQLRequest, *, caller: Caller = ANYBODY) -> Answer:
        self.asked.append((request, caller))
        if self.error is not None:
            raise self.error
        return self.answer


def refusal(code: str) -> Answer:
    """What the executor gives where nothing was run."""
    body = json.dumps({"errors": [{"message": "no", "extensions": {"code": code}}]}).encode()
    return Answer(body=body, has_data=False, code=code)


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer; `headers` with names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        errors = self.json.get("errors")
        return errors[0]["extensions"]["code"] if errors else None


def app_over(
    executor: FakeExecutor | None = None, *, static: Path | None = None, **settings: Any
) -> Starlette:
    """An app over a fake executor, without a folder of pages unless one is given."""
    backend = Backend(executor=executor or FakeExecutor())
    return assemble(Settings(**{"api_key": KEY, **settings}), backend, static or Path("/nowhere"))


def ask(app: Starlette, method: str = "POST", path: str = "/graphql", **given: Any) -> Response:
    """`ask_within`, in a loop of its own."""
    return asyncio.run(ask_within(app, method, path, **given))


async def ask_within(
    app: Starlette,
    method: str = "POST",
    path: str = "/graphql",
    *,
    query: str = "",
    headers: dict[str, str] | list[tuple[str, str]] | None = None,
    body: bytes | Iterable[bytes] = b"",
    is_whole: bool = True,
    is_gone: bool = False,
    client: str | None = None,
) -> Response:
    """Put one request to the app and give its answer.

    Args:
        body: in one piece, or in several.
        is_whole: whether the body ends; otherwise the client falls silent after it.
        is_gone: whether the client closes the connection after it.
        client: the address that it comes from.
    """
    pairs = list(headers.items() if isinstance(headers, dict) else headers or JSON.items())
    if not any(name == "host" for name, _ in pairs):
        pairs.append(("host", "127.0.0.1:8000"))
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in pairs],
        "state": {},
        "client": (client, 1) if client else None,
    }
    pieces = [body] if isinstance(body, bytes) else list(body)
    last = len(pieces) - 1
    inbox = [
        {"type": "http.request", "body": piece, "more_body": i < last or not is_whole}
        for i, piece in enumerate(pieces)
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        if inbox:
            return inbox.pop(0)
        if is_gone:
            return {"type": "http.disconnect"}
        return await asyncio.Event().wait()  # silence

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    if not sent:
        return Response(0, {}, b"")
    start = sent[0]
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return Response(start["status"], found, b"".join(message.get("body", b"") for message in sent[1:]))


def post(app: Starlette, payload: Any, **headers: str) -> Response:
    """POST a payload as JSON; header names are written with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(app, headers={**JSON, **named}, body=json.dumps(payload).encode())


@asynccontextmanager
async def running(app: Starlette) -> AsyncIterator[None]:
    """The app's lifespan."""
    async with app.router.lifespan_context(app):
        yield
