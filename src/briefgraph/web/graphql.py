"""The /graphql route: GraphQL over HTTP, by its specification of 2023 and later.

What is no GraphQL request is refused with 4xx in any type. A request that is one, and cannot be run,
is 400 to who takes `application/graphql-response+json`, and 200 to who takes `application/json`, as
clients from before the specification expect.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl

from briefgraph.api import callers
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.api.faults import Code
from briefgraph.config import Settings
from briefgraph.web.bodies import Body
from briefgraph.web.edge import EXCHANGE, Exchange, Receive, Scope, Send, respond
from briefgraph.web.faults import (
    JSON_TYPE,
    RETRY_AFTER,
    STATUS,
    Headers,
    HttpCode,
    HttpFault,
    with_request_id,
)
from briefgraph.web.negotiation import GRAPHQL, HTML, JSON, choose, is_json
from briefgraph.web.strictjson import parse_object

ALLOW = b"GET, HEAD, POST"
TYPES = {GRAPHQL: b"application/graphql-response+json; charset=utf-8", JSON: JSON_TYPE}
MAX_PARAMETERS = 16  # of a query string; four mean something
KEYED_FACTOR = 2.5  # a body of who may load briefs, in briefs: JSON writes line ends and quotes as two characters


class Answers(Protocol):
    """What runs a request: `api.execution.Executor`, or a stand-in of a test."""

    async def execute(self, request: GraphQLRequest, *, caller: callers.Caller = ...) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Page:
    """The GraphiQL page, and the policy that it runs under."""

    body: bytes
    policy: bytes


class GraphQLRoute:
    """The route, as an ASGI application. `executor` gives who answers, once the store is open."""

    def __init__(self, executor: Callable[[], Answers], settings: Settings, page: Page | None) -> None:
        self._executor = executor
        self._page = page
        self._open_bytes = settings.max_body_bytes
        self._keyed_bytes = max(settings.max_body_bytes, int(KEYED_FACTOR * settings.max_brief_bytes))
        self._timeout_s = settings.body_timeout_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request.

        Raises:
            HttpFault: it is no GraphQL request.
            Gone: the client is.
        """
        exchange: Exchange = scope[EXCHANGE]
        method = scope["method"]
        if method == "POST":
            media, request = await self._post(exchange, receive)
            caller = exchange.caller
        elif method in ("GET", "HEAD"):
            media = self._negotiate(exchange, html=self._page is not None)
            if media == HTML and self._page is not None:
                await self._show(self._page, send)
                return
            request, caller = from_query(scope["query_string"]), exchange.caller.by_get()
        else:
            raise HttpFault(
                Code.METHOD_NOT_ALLOWED, "/graphql takes GET and POST", headers=[(b"allow", ALLOW)]
            )
        async with exchange.working():
            answer = await self._executor().execute(request, caller=caller)
        await self._send(exchange, media, answer, send)

    def _negotiate(self, exchange: Exchange, *, html: bool) -> str:
        accept = exchange.headers.get(b"accept")
        media = choose(None if accept is None else accept.decode("latin-1"), html=html)
        if media is None:
            raise HttpFault(Code.NOT_ACCEPTABLE, f"Accept allows neither {GRAPHQL} nor {JSON}")
        exchange.content_type = TYPES.get(media, JSON_TYPE)
        return media

    async def _post(self, exchange: Exchange, receive: Receive) -> tuple[str, GraphQLRequest]:
        headers = exchange.headers
        body = Body(
            receive, headers.get(b"content-length"), limit=self._open_bytes, timeout_s=self._timeout_s
        )
        try:
            media = self._negotiate(exchange, html=False)
            content_type = headers.get(b"content-type")
            if not is_json(None if content_type is None else content_type.decode("latin-1")):
                raise HttpFault(
                    HttpCode.BAD_CONTENT_TYPE, "the body must have Content-Type: application/json, in UTF-8"
                )
            if headers.get(b"content-encoding", b"identity").lower() != b"identity":
                raise HttpFault(
                    HttpCode.BAD_CONTENT_TYPE,
                    "the body must have no Content-Encoding",
                    headers=[(b"accept-encoding", b"identity")],
                )
            if callers.Scope.INGEST in exchange.caller.scopes:
                body.limit = self._keyed_bytes
            return media, from_body(await body.read())
        except HttpFault as fault:
            if not await body.drain():
                fault.headers = [*fault.headers, (b"connection", b"close")]
            raise

    async def _show(self, page: Page, send: Send) -> None:
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-security-policy", page.policy),
            (b"vary", b"Accept"),
        ]
        await respond(send, 200, page.body, headers)

    async def _send(self, exchange: Exchange, media: str, answer: Answer, send: Send) -> None:
        status, body = 200, answer.body
        headers: Headers = [(b"content-type", TYPES[media]), (b"vary", b"Accept")]
        if answer.code is not None:
            exchange.code = str(answer.code)
            status = status_of(answer, media)
            body = with_request_id(body, exchange.request_id)
            if status == 405:
                headers.append((b"allow", b"POST"))
            elif status == 503:
                headers.append(RETRY_AFTER)
        await respond(send, status, body, headers)


def status_of(answer: Answer, media: str) -> int:
    """The status of an answer that has an error.

    A mutation by GET and what a key's scope does not cover are refused by HTTP in either type, and so is what the
    engine could not do; with data in it an answer is always 200.
    """
    status = STATUS.get(answer.code or "", 400)
    if answer.has_data:
        return status if status >= 500 and answer.is_null else 200
    return 200 if status == 400 and media == JSON else status


def from_body(body: bytes) -> GraphQLRequest:
    """The request that a JSON body is.

    Raises:
        HttpFault: BAD_BODY.
    """
    return _request(parse_object(body, "the body"))


def from_query(query_string: bytes) -> GraphQLRequest:
    """The request that a query string is; `variables` and `extensions` are JSON in it.

    Raises:
        HttpFault: BAD_BODY.
    """
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_PARAMETERS,
        )
    except ValueError:
        raise HttpFault(Code.BAD_BODY, "the query string is no UTF-8, or has too many parameters") from None
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise HttpFault(Code.BAD_BODY, "the query string has a parameter twice")
        found[name] = value if value or name == "query" else None
    for name in ("variables", "extensions"):
        if found.get(name) not in (None, "null"):
            found[name] = parse_object(found[name].encode(), name)
        else:
            found[name] = None
    return _request(found)


def _request(found: dict[str, Any]) -> GraphQLRequest:
    query = found.get("query")
    if not isinstance(query, str):
        raise HttpFault(Code.BAD_BODY, "query is missing, or no string")
    variables = found.get("variables")
    if not isinstance(variables, dict | None):
        raise HttpFault(Code.BAD_BODY, "variables is no object")
    name = found.get("operationName")
    if not isinstance(name, str | None):
        raise HttpFault(Code.BAD_BODY, "operationName is no string")
    extensions = found.get("extensions")
    if not isinstance(extensions, dict | None):
        raise HttpFault(Code.BAD_BODY, "extensions is no object")
    return GraphQLRequest(query=query, variables=variables, operation_name=name, extensions=extensions)
