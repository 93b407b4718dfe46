"""What holds for every request, whatever its path, and for every WebSocket.

Limits, caller, budget, request id, security headers, errors, log.

The one layer around the routes. It looks at a request before anything is done for it, and at the
answer before it leaves; 13 us a request, and 20 with a budget.
"""

import logging
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from briefgraph.api.callers import ANYBODY, Caller
from briefgraph.api.faults import Code
from briefgraph.config import Settings
from briefgraph.logs import AccessLog
from briefgraph.web.admission import EXEMPT, PLACE, Admission, Place
from briefgraph.web.bodies import Gone
from briefgraph.web.faults import JSON_TYPE, RETRY_AFTER, Headers, HttpCode, HttpFault, fault_body
from briefgraph.web.keys import KeyRing
from briefgraph.web.rates import Limit, Meter, Rates

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger(__name__)
access = AccessLog()
EXCHANGE = "briefgraph.exchange"
TURNS = "briefgraph.turns"  # in the scope of a WebSocket: what gives its operations their turns
TRACE_ID = "briefgraph.trace"  # in the scope of a request that is traced
REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
SAFE = ("GET", "HEAD", "OPTIONS")
CSP = b"content-security-policy"
# Nothing of ours may be framed, and an answer that is opened as a page may load and run nothing.
NO_CONTENT = b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
SECURITY: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
]
MAX_HEADERS = 100
MAX_HEADER_BYTES = 32_768
SWITCHED = 101  # to WebSocket
CLIENT_GONE = 499  # in the log only: there was nobody to answer


@dataclass(slots=True)
class Exchange:
    """One request and its answer, as the layers share it."""

    request_id: str
    headers: dict[bytes, bytes]
    content_type: bytes = JSON_TYPE  # of an error, once it is known what the client takes
    code: str | None = None  # of the answer's first error
    status: int = 0
    sent_bytes: int = 0
    caller: Caller = ANYBODY
    meter: Meter | None = None
    place: Place | None = None
    limit: Limit | None = None

    def header(self, name: bytes) -> str | None:
        """A header field as text; None where there is none."""
        value = self.headers.get(name)
        return None if value is None else value.decode("latin-1")

    def charge(self) -> None:
        """Charge what the request took until now."""
        if self.limit is not None:
            self.limit.charge(self.meter.ms if self.meter else 0.0)

    def standing(self) -> Headers:
        """The headers that tell what the budget has left, with what the request took until now."""
        return self.limit.headers(self.meter.ms if self.meter else 0.0) if self.limit else []

    def working(self) -> "Working":
        """A place to work in; what is waited for in there is work, and charged: the engine's time, above all.

        Raises, when it is entered:
            HttpFault: BUSY; there is no place.
        """
        return Working(self)

    def leave(self) -> None:
        """Give the place to another request."""
        if self.place is not None:
            self.place.leave()


class Working:
    """Around the work of one exchange. A class, since a generator takes 3 us."""

    __slots__ = ("_exchange",)

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def __aenter__(self) -> None:
        if self._exchange.place is not None:
            await self._exchange.place.enter()
        if self._exchange.meter is not None:
            self._exchange.meter.is_working = True

    async def __aexit__(self, *_: object) -> None:
        if self._exchange.meter is not None:
            self._exchange.meter.is_working = False


@dataclass(frozen=True, slots=True)
class Turns:
    """What each operation over a connection that stays is given: a place of its own, and a budget."""

    admission: Admission
    limit: Callable[[Caller], Limit | None]

    @asynccontextmanager
    async def take(self, caller: Caller) -> AsyncIterator[None]:
        """A turn. From its beginning to its end it is charged.

        Raises:
            HttpFault: RATE_LIMITED; or BUSY, there is no place.
        """
        limit, place = self.limit(caller), self.admission.place()
        try:
            await place.enter()
            started = perf_counter()
            try:
                yield
            finally:
                if limit is not None:
                    limit.charge((perf_counter() - started) * 1_000)
        finally:
            place.leave()


class Edge:
    """The ASGI layer around all routes."""

    def __init__(self, app: App, *, settings: Settings, keys: KeyRing, rates: Rates, admission: Admission) -> None:
        self._app = app
        self._keys, self._rates, self._admission = keys, rates, admission
        self._max_url_bytes = settings.max_url_bytes
        self._hosts = None if settings.hosts is None else frozenset(host.encode() for host in settings.hosts)
        self._any_origin = settings.cors_origins == ("*",)
        self._origins = frozenset(origin.encode() for origin in settings.cors_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        exchange = scope[EXCHANGE] = begun(header_map(scope["headers"]))
        exchange.place = scope.get(PLACE)
        headers, request_id = exchange.headers, exchange.request_id
        if scope["type"] == "websocket":
            send = over_socket(exchange, send)
        origin = headers.get(b"origin")
        is_listed = origin is not None and (self._any_origin or origin in self._origins)

        answer = self._dressing(scope, exchange, send, is_listed=is_listed)
        try:
            self._admit(scope, headers, is_listed)
            await self._run(scope, exchange, receive, answer, is_listed=is_listed)
        except HttpFault as fault:
            await refuse(exchange, answer, fault)
        except Gone:
            exchange.status = exchange.status or CLIENT_GONE
        except Exception:
            log.exception("a request failed", extra={"fields": {"requestId": request_id}})
            if exchange.status == SWITCHED:
                await answer({"type": "websocket.close", "code": 1011, "reason": "something went wrong here"})
                return
            if exchange.status:
                raise  # half an answer is out: the server has to cut the connection
            await refuse(
                exchange, answer, HttpFault(Code.INTERNAL, "something went wrong here; the log has it")
            )
        finally:
            exchange.leave()
            exchange.charge()
            if access.is_on():
                access.write(_line(scope, exchange, started))

    def _dressing(self, scope: Scope, exchange: Exchange, send: Send, *, is_listed: bool) -> Send:
        """What sends an answer, with the headers that every answer has."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.leave()  # the work is done: a client that is slow to read holds nobody up
                exchange.status = message["status"]
                own = [*message.get("headers", ()), *SECURITY, (b"x-request-id", exchange.request_id.encode())]
                own += exchange.standing()
                if not any(name == CSP for name, _ in own):
                    own.append((CSP, NO_CONTENT))
                if self._origins:
                    own += self._cors(exchange.headers.get(b"origin") if is_listed else None)
                message = {**message, "headers": own}
            elif message["type"] == "http.response.body":
                if scope.get("method") == "HEAD":
                    message = {**message, "body": b""}  # its length is told, and nothing of it
                exchange.sent_bytes += len(message.get("body", b""))
            await send(message)

        return answer

    async def _run(
        self, scope: Scope, exchange: Exchange, receive: Receive, answer: Send, *, is_listed: bool
    ) -> None:
        """Let the routes answer a caller who may ask.

        Raises:
            HttpFault: UNAUTHORIZED, or RATE_LIMITED; and what the routes raise.
        """
        if scope.get("method") == "OPTIONS" and b"access-control-request-method" in exchange.headers:
            await preflight(answer, is_listed)
            return
        if scope["path"] in EXEMPT:
            await self._app(scope, receive, answer)
            return
        client = scope.get("client")
        peer, forwarded = client[0] if client else None, exchange.headers.get(b"x-forwarded-for")
        try:
            exchange.caller = self._keys.caller(exchange.headers.get(b"authorization"))
        except HttpFault:
            exchange.limit = self._rates.limit(ANYBODY, peer, forwarded)
            raise
        exchange.limit = self._rates.limit(exchange.caller, peer, forwarded)
        if scope["type"] == "websocket":  # its operations have places and budgets of their own
            scope[TURNS] = Turns(self._admission, lambda caller: self._rates.limit(caller, peer, forwarded))
            await self._app(scope, receive, answer)
            return
        exchange.place = exchange.place or self._admission.place()
        work = self._app(scope, receive, answer)
        if exchange.limit is None:
            await work
            return
        exchange.meter = Meter(work)
        await exchange.meter

    def _admit(self, scope: Scope, headers: dict[bytes, bytes], is_listed: bool) -> None:
        """Refuse what no route should have to look at."""
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self._max_url_bytes:
            raise HttpFault(
                HttpCode.URL_TOO_LONG, f"the address is longer than {self._max_url_bytes:,} bytes"
            )
        lines = scope["headers"]
        if (
            len(lines) > MAX_HEADERS
            or sum([len(name) + len(value) for name, value in lines]) > MAX_HEADER_BYTES
        ):
            raise HttpFault(HttpCode.HEADERS_TOO_LARGE, "the request has too many headers, or too long ones")
        if self._hosts is not None and host_name(headers.get(b"host", b"")) not in self._hosts:
            raise HttpFault(HttpCode.BAD_HOST, "Host names another server than this one")
        # A WebSocket is no page's to read by CORS alone: whoever is let in may read all that is open.
        if scope.get("method") not in SAFE and not is_listed and is_cross_site(headers):
            raise HttpFault(HttpCode.CROSS_SITE, "pages of other sites may not send this")

    def _cors(self, origin: bytes | None) -> Headers:
        if origin is None:
            return [(b"vary", b"Origin")]
        return [
            (b"vary", b"Origin"),
            (b"access-control-allow-origin", b"*" if self._any_origin else origin),
            (b"access-control-expose-headers", b"ETag, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy"),
        ]


def begun(headers: dict[bytes, bytes]) -> Exchange:
    """An exchange under the client's own id, if it is one that a log can hold."""
    given = headers.get(b"x-request-id", b"")
    return Exchange(given.decode() if REQUEST_ID.fullmatch(given) else secrets.token_hex(8), headers)


def over_socket(exchange: Exchange, send: Send) -> Send:
    """What sends over WebSocket; a response to its handshake is a refusal."""

    async def put(message: Message) -> None:
        if message["type"].startswith("http."):
            message = {**message, "type": f"websocket.{message['type']}"}
        elif message["type"] == "websocket.accept":
            exchange.status = SWITCHED
            message = {**message, "headers": [(b"x-request-id", exchange.request_id.encode())]}
        elif message["type"] == "websocket.send":
            exchange.sent_bytes += len(message["text"])
        await send(message)

    return put


def header_map(lines: list[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Header fields by name; those that come more than once joined by commas, as RFC 9110 has it."""
    found = dict(lines)
    if len(found) != len(lines):
        found = {}
        for name, value in lines:
            found[name] = found[name] + b", " + value if name in found else value
    return found


def host_name(host: bytes) -> bytes:
    """A Host without its port, in small letters."""
    name, colon, port = host.lower().rpartition(b":")
    return name if colon and port.isdigit() else host.lower()


def is_cross_site(headers: dict[bytes, bytes]) -> bool:
    """Whether a browser says that a page of another site sent it. What is no browser says nothing."""
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site not in (b"same-origin", b"none")
    origin = headers.get(b"origin")
    return origin is not None and origin.lower().partition(b"://")[2] != headers.get(b"host", b"").lower()


async def preflight(send: Send, is_listed: bool) -> None:
    """Answer a browser that asks whether a page may send what it wants to.

    Raises:
        HttpFault: CROSS_SITE; the origin is not on the list.
    """
    if not is_listed:
        raise HttpFault(HttpCode.CROSS_SITE, "pages of this origin may not ask; see the setting cors_origins")
    headers = [
        (b"access-control-allow-methods", b"GET, POST"),
        (b"access-control-allow-headers", b"Authorization, Content-Type, If-None-Match, Last-Event-ID, X-Request-Id"),
        (b"access-control-max-age", b"600"),
    ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def refuse(exchange: Exchange, send: Send, fault: HttpFault) -> None:
    """Answer with a fault, as JSON under its code."""
    exchange.code = str(fault.code)
    body = fault_body(fault.code, str(fault), exchange.request_id)
    headers = [(b"content-type", exchange.content_type), *fault.headers]
    if fault.status == 503:
        headers.append(RETRY_AFTER)
    await respond(send, fault.status, body, headers)


async def respond(send: Send, status: int, body: bytes, headers: Headers) -> None:
    """Send an answer that is not to be kept by anyone."""
    await send_whole(send, status, body, [*headers, (b"cache-control", b"no-store")])


async def send_whole(send: Send, status: int, body: bytes, headers: Headers) -> None:
    """Send an answer in one piece. A 304 has no length: it would be that of what is not sent."""
    own = headers if status == 304 else [*headers, (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": own})
    await send({"type": "http.response.body", "body": body})


def _line(scope: Scope, exchange: Exchange, started: float) -> dict[str, Any]:
    """What the access log says of a request: no query string, since a query may be in it."""
    line = {
        "method": scope.get("method", "WEBSOCKET")[:20],
        "path": scope["path"][:200],
        "status": exchange.status,
        "ms": round((perf_counter() - started) * 1_000, 2),
        "bytes": exchange.sent_bytes,
        "requestId": exchange.request_id,
        "code": exchange.code,
        "key": exchange.caller.name,
    }
    return line | {"traceId": scope[TRACE_ID]} if TRACE_ID in scope else line
