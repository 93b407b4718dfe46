"""What holds for every request, whatever its path: limits, request id, security headers, errors, log.

The one layer around the routes. It looks at a request before anything is done for it, and at the
answer before it leaves; 6 us a request.
"""

import logging
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from briefgraph.api.faults import Code
from briefgraph.config import Settings
from briefgraph.logs import AccessLog
from briefgraph.web.bodies import Gone
from briefgraph.web.faults import JSON_TYPE, RETRY_AFTER, Headers, HttpCode, HttpFault, fault_body

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger(__name__)
access = AccessLog()
EXCHANGE = "briefgraph.exchange"
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


class Edge:
    """The ASGI layer around all routes."""

    def __init__(self, app: App, *, settings: Settings) -> None:
        self._app = app
        self._max_url_bytes = settings.max_url_bytes
        self._hosts = None if settings.hosts is None else frozenset(host.encode() for host in settings.hosts)
        self._any_origin = settings.cors_origins == ("*",)
        self._origins = frozenset(origin.encode() for origin in settings.cors_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        headers = header_map(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        request_id = given.decode() if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        exchange = scope[EXCHANGE] = Exchange(request_id, headers)
        origin = headers.get(b"origin")
        is_listed = origin is not None and (self._any_origin or origin in self._origins)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                own = [*message.get("headers", ()), *SECURITY, (b"x-request-id", request_id.encode())]
                if not any(name == CSP for name, _ in own):
                    own.append((CSP, NO_CONTENT))
                if self._origins:
                    own += self._cors(origin if is_listed else None)
                message = {**message, "headers": own}
            elif message["type"] == "http.response.body":
                exchange.sent_bytes += len(message.get("body", b""))
            await send(message)

        try:
            self._admit(scope, headers, is_listed)
            if scope["method"] == "OPTIONS" and b"access-control-request-method" in headers:
                await preflight(answer, is_listed)
            else:
                await self._app(scope, receive, answer)
        except HttpFault as fault:
            await refuse(exchange, answer, fault)
        except Gone:
            exchange.status = exchange.status or CLIENT_GONE
        except Exception:
            log.exception("a request failed", extra={"fields": {"requestId": request_id}})
            if exchange.status:
                raise  # half an answer is out: the server has to cut the connection
            await refuse(
                exchange, answer, HttpFault(Code.INTERNAL, "something went wrong here; the log has it")
            )
        finally:
            if access.is_on():
                access.write(_line(scope, exchange, started))

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
        if scope["method"] not in SAFE and not is_listed and is_cross_site(headers):
            raise HttpFault(HttpCode.CROSS_SITE, "pages of other sites may not send this")

    def _cors(self, origin: bytes | None) -> Headers:
        if origin is None:
            return [(b"vary", b"Origin")]
        return [
            (b"vary", b"Origin"),
            (b"access-control-allow-origin", b"*" if self._any_origin else origin),
            (b"access-control-expose-headers", b"X-Request-Id, Retry-After"),
        ]


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
        (b"access-control-allow-headers", b"Authorization, Content-Type, X-Request-Id"),
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
    own = [*headers, (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": own})
    await send({"type": "http.response.body", "body": body})


def _line(scope: Scope, exchange: Exchange, started: float) -> dict[str, Any]:
    """What the access log says of a request: no query string, since a query may be in it."""
    line = {
        "method": scope["method"][:20],
        "path": scope["path"][:200],
        "status": exchange.status,
        "ms": round((perf_counter() - started) * 1_000, 2),
        "bytes": exchange.sent_bytes,
        "requestId": exchange.request_id,
        "code": exchange.code,
    }
    return line | {"traceId": scope[TRACE_ID]} if TRACE_ID in scope else line
