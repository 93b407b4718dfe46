"""GraphQL over WebSocket: the protocol graphql-transport-ws, text frames only.

Subscriptions are what it is for; queries and mutations run too, by the same executor and with the same key, one
at a time on a connection as over HTTP. Close codes are the protocol's own.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson

from briefgraph.api.callers import Caller, Scope
from briefgraph.api.documents import Refused
from briefgraph.api.execution import GraphQLRequest
from briefgraph.api.faults import Code, entry, from_exception
from briefgraph.api.persisted import PersistedDocuments
from briefgraph.api.subscriptions import Subscriptions
from briefgraph.config import Settings
from briefgraph.errors import BriefgraphError
from briefgraph.web.bodies import Gone
from briefgraph.web.edge import EXCHANGE, TURNS, Exchange, Message, Receive, Send, Turns
from briefgraph.web.edge import Scope as Asgi
from briefgraph.web.faults import HttpCode, HttpFault, with_request_id
from briefgraph.web.graphql import KEYED_FACTOR, Answers, request_of
from briefgraph.web.keys import KeyRing
from briefgraph.web.sse import ABORT, SEND_S
from briefgraph.web.strictjson import parse_object

log = logging.getLogger(__name__)
PROTOCOL = "graphql-transport-ws"
INIT_S = 3.0  # that a client may take to say connection_init
MAX_OPERATIONS = 50  # of one connection at a time
MAX_ID_CHARS = 200
REASON_BYTES = 123  # that a close frame has room for


class Closed(Exception):
    """The conversation ends here, with a code and a reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class SocketRoute:
    """The route, as an ASGI application. `executor` and `live` give who answers, once the store is open."""

    def __init__(
        self,
        executor: Callable[[], Answers],
        live: Callable[[], Subscriptions],
        settings: Settings,
        keys: KeyRing,
        documents: PersistedDocuments,
    ) -> None:
        self._executor = executor
        self._live = live
        self.keys = keys
        self.documents = documents
        self.open_chars = settings.max_body_bytes
        self.keyed_chars = keyed_bytes(settings)
        self._most = settings.max_subscribers
        self.connections = 0

    async def __call__(self, scope: Asgi, receive: Receive, send: Send) -> None:
        """Hold one conversation.

        Raises:
            HttpFault: the handshake is refused.
            Gone: the client is.
        """
        if self.connections >= self._most:
            raise HttpFault(HttpCode.BUSY, "the server holds as many connections as it takes; try again later")
        await receive()  # websocket.connect
        if PROTOCOL not in scope.get("subprotocols", ()):
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close", "code": 4406, "reason": "Subprotocol not acceptable"})
            return
        self.connections += 1
        try:
            conversation = Conversation(self, scope, receive, send, self._executor(), self._live())
            await conversation.hold()
        finally:
            self.connections -= 1


def keyed_bytes(settings: Settings) -> int:
    """The longest message of a client with the key, which may load briefs."""
    return max(settings.max_body_bytes, int(KEYED_FACTOR * settings.max_brief_bytes))


class Conversation:
    """One connection: what the client says, in order, and an operation's task for each id."""

    def __init__(
        self, route: SocketRoute, scope: Asgi, receive: Receive, send: Send, answers: Answers, live: Subscriptions
    ) -> None:
        self._route = route
        self._exchange: Exchange = scope[EXCHANGE]
        self._abort = scope.get("state", {}).get(ABORT, lambda: None)
        self._receive = receive
        self._send = send
        self._answers = answers
        self._live = live
        self._turns: Turns = scope[TURNS]
        self._authorization = self._exchange.headers.get(b"authorization")
        self._caller = self._exchange.caller
        self._is_initialised = self._is_acknowledged = False
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._turn = asyncio.Lock()  # of queries and mutations

    async def hold(self) -> None:
        """Talk until one of the two ends it."""
        await self._put({"type": "websocket.accept", "subprotocol": PROTOCOL})
        late = asyncio.get_running_loop().time() + INIT_S
        try:
            while True:
                async with asyncio.timeout_at(None if self._is_acknowledged else late):
                    message = await self._receive()
                if message["type"] == "websocket.disconnect":
                    return
                await self._take(message)
        except TimeoutError:
            await self._close(Closed(4408, "Connection initialisation timeout"))
        except Closed as closed:
            await self._close(closed)
        finally:
            tasks = list(self._operations.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _close(self, closed: Closed) -> None:
        self._exchange.code = str(closed.code)
        reason = str(closed).encode()[:REASON_BYTES].decode(errors="ignore")
        await self._put({"type": "websocket.close", "code": closed.code, "reason": reason})

    # --- what the client says ----------------------------------------------------------------

    async def _take(self, message: Message) -> None:
        text = message.get("text")
        if text is None:
            raise Closed(4400, "messages are text, not bytes")
        if len(text) > (self._route.keyed_chars if Scope.INGEST in self._caller.scopes else self._route.open_chars):
            raise Closed(1009, "the message is longer than the limit")
        try:
            said = parse_object(text.encode(), "the message")
        except (HttpFault, UnicodeEncodeError) as fault:
            raise Closed(4400, str(fault)) from None
        match said.get("type"):
            case "connection_init":
                await self._initialise(_optional(said))
            case "ping":
                payload = _optional(said)
                await self._say({"type": "pong"} | ({} if payload is None else {"payload": payload}))
            case "pong":
                _optional(said)
            case "subscribe":
                await self._subscribe(_id(said), said)
            case "complete":
                task = self._operations.pop(_id(said), None)
                if task is not None:
                    task.cancel()
            case _:
                raise Closed(4400, "the type of the message is none of graphql-transport-ws")

    async def _initialise(self, payload: dict[str, Any] | None) -> None:
        if self._is_initialised:
            raise Closed(4429, "Too many initialisation requests")
        self._is_initialised = True
        given = next((value for name, value in (payload or {}).items() if name.lower() == "authorization"), None)
        if not isinstance(given, str | None):
            raise Closed(4400, "authorization is no string")
        try:
            if given is not None:
                self._authorization = given.encode("utf-8", "replace")
                self._known()
        except HttpFault:
            raise Closed(4403, "Forbidden") from None
        await self._say({"type": "connection_ack"})
        self._is_acknowledged = True

    def _known(self) -> Caller:
        """Who talks, looked up for each operation: a key may have been revoked meanwhile."""
        self._caller = caller = self._route.keys.caller(self._authorization)
        self._exchange.caller = caller
        return caller

    async def _subscribe(self, id: str, said: dict[str, Any]) -> None:
        if not self._is_acknowledged:
            raise Closed(4401, "Unauthorized")
        if id in self._operations:
            raise Closed(4409, f"Subscriber for {id} already exists")
        payload = said.get("payload")
        if not isinstance(payload, dict):
            raise Closed(4400, "payload is no object")
        try:
            request = request_of(payload)
        except HttpFault as fault:
            raise Closed(4400, str(fault)) from None
        if len(self._operations) >= MAX_OPERATIONS:
            await self._fail(id, [entry(f"a connection has {MAX_OPERATIONS} operations at most", HttpCode.BUSY)])
            return
        begun = asyncio.Event()
        task = asyncio.get_running_loop().create_task(self._operate(id, request, begun))
        self._operations[id] = task
        await begun.wait()  # so that whoever has an answer to a later ping knows that the subscription stands

    # --- operations --------------------------------------------------------------------------

    async def _operate(self, id: str, request: GraphQLRequest, begun: asyncio.Event) -> None:
        task = asyncio.current_task()
        try:
            caller = self._known()
            request = self._route.documents.resolve(request)
            async with self._turns.take(caller):  # to read a document is work, too
                is_followed = await self._live.is_subscription(request, caller)
            if is_followed:
                await self._follow(id, request, begun)
            else:
                begun.set()
                await self._run(id, request, caller)
        except (Refused, HttpFault, BriefgraphError) as error:
            with suppress(Gone):
                await self._fail(id, _errors(error))
        except Gone:
            pass  # the other end of the conversation notices, too
        except Exception as error:
            log.exception("an operation failed", extra={"fields": {"requestId": self._exchange.request_id}})
            with suppress(Gone):
                await self._fail(id, [from_exception(error)])
        finally:
            begun.set()
            if self._operations.get(id) is task:
                del self._operations[id]

    async def _follow(self, id: str, request: GraphQLRequest, begun: asyncio.Event) -> None:
        subscription = await self._live.subscribe(request)
        begun.set()
        try:
            async for event in subscription:
                await self._next(id, event.body)
            if subscription.fault is not None:
                await self._fail(id, [subscription.fault])
            # A server that stops closes the connection; `complete` would mean that there is no more to come.
        finally:
            self._live.leave(subscription)

    async def _run(self, id: str, request: GraphQLRequest, caller: Caller) -> None:
        async with self._turn, self._turns.take(caller):
            answer = await self._answers.execute(request, caller=caller)
        self._route.documents.keep(request, answer)
        if not answer.has_data:
            await self._fail(id, orjson.loads(answer.body)["errors"])
            return
        body = answer.body if answer.code is None else with_request_id(answer.body, self._exchange.request_id)
        await self._next(id, body)
        await self._say({"id": id, "type": "complete"})

    # --- what the server says ----------------------------------------------------------------

    async def _next(self, id: str, body: bytes) -> None:
        await self._put_text(b'{"id":%b,"type":"next","payload":%b}' % (orjson.dumps(id), body))

    async def _fail(self, id: str, errors: list[dict[str, Any]]) -> None:
        for error in errors:
            error["extensions"] = {**error.get("extensions", {}), "requestId": self._exchange.request_id}
        self._exchange.code = str(errors[0]["extensions"].get("code", Code.INTERNAL))
        await self._say({"id": id, "type": "error", "payload": errors})

    async def _say(self, message: dict[str, Any]) -> None:
        await self._put_text(orjson.dumps(message))

    async def _put_text(self, message: bytes) -> None:
        await self._put({"type": "websocket.send", "text": message.decode()})

    async def _put(self, message: Message) -> None:
        try:
            async with asyncio.timeout(SEND_S):
                await self._send(message)
        except TimeoutError:
            with suppress(OSError):
                self._abort()  # what is written is read by nobody, and closing would wait for them for ever
            raise Gone from None
        except OSError:
            raise Gone from None


def _errors(error: Refused | HttpFault | BriefgraphError) -> list[dict[str, Any]]:
    if isinstance(error, Refused):
        return error.errors
    return [entry(str(error), error.code) if isinstance(error, HttpFault) else from_exception(error)]


def _optional(said: dict[str, Any]) -> dict[str, Any] | None:
    payload = said.get("payload")
    if not isinstance(payload, dict | None):
        raise Closed(4400, "payload is no object")
    return payload


def _id(said: dict[str, Any]) -> str:
    id = said.get("id")
    if not isinstance(id, str) or not 1 <= len(id) <= MAX_ID_CHARS:
        raise Closed(4400, f"id is no string of 1 to {MAX_ID_CHARS} characters")
    return id
