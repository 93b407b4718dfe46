"""The /graphql route: GraphQL over HTTP, by its specification of 2023 and later.

What is no GraphQL request is refused with 4xx in any type. A request that is one, and cannot be run,
is 400 to who takes `application/graphql-response+json`, and 200 to who takes `application/json`, as
clients from before the specification expect.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl

import orjson

from briefgraph.api import callers
from briefgraph.api.documents import Refused
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.api.faults import Code
from briefgraph.api.persisted import PersistedDocuments, name_of
from briefgraph.api.subscriptions import Subscriptions
from briefgraph.config import Settings
from briefgraph.errors import BriefgraphError
from briefgraph.web.assets import Asset
from briefgraph.web.bodies import Body
from briefgraph.web.caching import Caching, GraphVersion, Validators
from briefgraph.web.compression import GZIP, LEAST_BYTES, compressed, takes_gzip
from briefgraph.web.edge import EXCHANGE, Exchange, Receive, Scope, Send, send_whole
from briefgraph.web.faults import (
    JSON_TYPE,
    RETRY_AFTER,
    STATUS,
    Headers,
    HttpCode,
    HttpFault,
    with_request_id,
)
from briefgraph.web.negotiation import EVENTS, GRAPHQL, HTML, JSON, choose, is_json, takes_events
from briefgraph.web.sse import once, stream
from briefgraph.web.strictjson import parse_object

log = logging.getLogger(__name__)
ALLOW = b"GET, HEAD, POST"
VARY = (b"vary", b"Accept, Accept-Encoding, Authorization")
NO_STORE = (b"cache-control", b"no-store")
SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
TYPES = {GRAPHQL: b"application/graphql-response+json; charset=utf-8", JSON: JSON_TYPE}
MAX_PARAMETERS = 16  # of a query string; five mean something
KEYED_FACTOR = 2.5  # a body of who may load briefs, in briefs: JSON writes line ends and quotes as two characters


class Answers(Protocol):
    """What runs a request: `api.execution.Executor`, or a stand-in of a test."""

    async def execute(self, request: GraphQLRequest, *, caller: callers.Caller = ...) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Page:
    """The GraphiQL page, and the policy that it runs under."""

    file: Asset
    policy: bytes


async def no_version() -> str | None:
    """The version of a graph that tells none."""
    return None


class GraphQLRoute:
    """The route, as an ASGI application. `executor` and `live` give who answers, once the store is open."""

    def __init__(
        self,
        executor: Callable[[], Answers],
        live: Callable[[], Subscriptions],
        settings: Settings,
        page: Page | None,
        *,
        version: Callable[[], Awaitable[str | None]] = no_version,
        documents: PersistedDocuments | None = None,
    ) -> None:
        self._executor = executor
        self._live = live
        self._page = page
        self._version = GraphVersion(version)
        self._documents = documents or PersistedDocuments()
        self._caching = Caching(settings)
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
                headers = [(b"content-security-policy", self._page.policy)]
                await self._page.file.send(exchange, send, headers=headers, vary=b"Accept, Accept-Encoding")
                return
            request, caller = from_query(scope["query_string"]), exchange.caller.by_get()
        else:
            raise HttpFault(
                Code.METHOD_NOT_ALLOWED, "/graphql takes GET and POST", headers=[(b"allow", ALLOW)]
            )
        try:
            request = self._documents.resolve(request)
        except Refused as refused:
            body, code = orjson.dumps({"errors": refused.errors}), refused.errors[0]["extensions"]["code"]
            await self._send(exchange, media, Answer(body=body, has_data=False, code=code), send)
            return
        if takes_events(exchange.header(b"accept")):
            async with exchange.working():  # to read a document is work, too
                is_followed = await self._live().is_subscription(request, caller)
            if is_followed:
                await stream(scope, receive, send, self._live(), request)
                return
        if caller.read_only and media != EVENTS:
            await self._get(exchange, media, request, caller, send)
            return
        async with exchange.working():
            answer = await self._executor().execute(request, caller=caller)
        self._documents.keep(request, answer)
        if media == EVENTS and answer.has_data:
            await once(send, answer.body)
            return
        await self._send(exchange, media, answer, send)

    async def _get(self, exchange: Exchange, media: str, request: GraphQLRequest, caller: callers.Caller, send: Send) -> None:
        """Answer a GET: with 304 where the client has the answer, before anything is run.

        The version is known before the question is put, and looked at after it: an answer that a write overtook has
        no ETag, since nobody knows of which version it is.
        """
        executor = self._executor()
        has, gzip = exchange.headers.get(b"if-none-match"), takes_gzip(exchange.header(b"accept-encoding"))
        control = (b"cache-control", self._caching.control(is_keyed=b"authorization" in exchange.headers))
        answer: Answer | None = None
        async with exchange.working():
            version = await self._version_for(caller, again=has is not None)
            known = self._caching.validators(version, request, media) if version else None
            tag = known.matched(has, gzip=gzip) if known else None
            if tag is None:
                answer = await executor.execute(request, caller=caller)
                if answer.code is not None or (version and not await self._version.is_still(version)):
                    known = None
        if answer is not None:
            self._documents.keep(request, answer)
            if known and has == b"*":  # any answer that is no error
                tag = known.of(None)
        if tag is not None:
            await send_whole(send, 304, b"", [VARY, control, (b"etag", tag)])
        elif answer is not None:
            kept = control if answer.code is None else NO_STORE
            await self._send(exchange, media, answer, send, control=kept, known=known)

    async def _version_for(self, caller: callers.Caller, *, again: bool) -> str | None:
        """The graph's version, for who may read; as the graph has it where the client has an answer already."""
        if callers.Scope.READ not in caller.scopes:
            return None
        try:
            return await (self._version.now() if again else self._version.before())
        except BriefgraphError as error:
            log.error("the graph's version cannot be read: %s", error)  # noqa: TRY400 - the trace tells no more
            raise HttpFault(Code.ENGINE_DOWN, "the store gave no answer; try again") from None

    def _negotiate(self, exchange: Exchange, *, html: bool) -> str:
        accept = exchange.header(b"accept")
        media = choose(accept, html=html)
        if media is None and takes_events(accept):
            media = EVENTS
        if media is None:
            raise HttpFault(Code.NOT_ACCEPTABLE, f"Accept allows none of {GRAPHQL}, {JSON} and {EVENTS}")
        exchange.content_type = TYPES.get(media, JSON_TYPE)
        return media

    async def _post(self, exchange: Exchange, receive: Receive) -> tuple[str, GraphQLRequest]:
        headers = exchange.headers
        body = Body(
            receive, headers.get(b"content-length"), limit=self._open_bytes, timeout_s=self._timeout_s
        )
        try:
            media = self._negotiate(exchange, html=False)
            if not is_json(exchange.header(b"content-type")):
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

    async def _send(
        self,
        exchange: Exchange,
        media: str,
        answer: Answer,
        send: Send,
        *,
        control: tuple[bytes, bytes] = NO_STORE,
        known: Validators | None = None,
    ) -> None:
        status, body = 200, answer.body
        headers: Headers = [(b"content-type", TYPES.get(media, JSON_TYPE)), VARY, control]
        if answer.code is not None:
            exchange.code = str(answer.code)
            status = status_of(answer, media)
            body = with_request_id(body, exchange.request_id)
            if status == 405:
                headers.append((b"allow", b"POST"))
            elif status == 503:
                headers.append(RETRY_AFTER)
        coding = None
        if len(body) >= LEAST_BYTES and takes_gzip(exchange.header(b"accept-encoding")):
            coding, body = GZIP, await compressed(body)
            headers.append((b"content-encoding", GZIP))
        if known is not None:
            headers.append((b"etag", known.of(coding)))
        await send_whole(send, status, body, headers)


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
    return request_of(parse_object(body, "the body"))


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
    return request_of(found)


def request_of(found: dict[str, Any]) -> GraphQLRequest:
    """The request that an object is.

    Raises:
        HttpFault: BAD_BODY.
    """
    extensions = found.get("extensions")
    if not isinstance(extensions, dict | None):
        raise HttpFault(Code.BAD_BODY, "extensions is no object")
    query = found.get("query")
    document_id = _document_id(found, extensions or {})
    if not isinstance(query, str) and (query is not None or document_id is None):
        raise HttpFault(Code.BAD_BODY, "query is missing, or no string")
    variables = found.get("variables")
    if not isinstance(variables, dict | None):
        raise HttpFault(Code.BAD_BODY, "variables is no object")
    name = found.get("operationName")
    if not isinstance(name, str | None):
        raise HttpFault(Code.BAD_BODY, "operationName is no string")
    return GraphQLRequest(
        query=query or "", variables=variables, operation_name=name, extensions=extensions, document_id=document_id
    )


def _document_id(found: dict[str, Any], extensions: dict[str, Any]) -> str | None:
    """The name that a request gives its document: `documentId`, or the hash of a persisted query.

    Raises:
        HttpFault: BAD_BODY; it is none, or not that of the document that is there.
    """
    query, given = found.get("query"), found.get("documentId")
    if given is not None:
        if not isinstance(given, str) or not given:
            raise HttpFault(Code.BAD_BODY, "documentId is no string, or empty")
        if query is not None:
            raise HttpFault(Code.BAD_BODY, "documentId and query are both there; one of them is the document")
        return given.removeprefix("sha256:").lower()
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise HttpFault(Code.BAD_BODY, "extensions.persistedQuery is no object with version 1")
    name = persisted.get("sha256Hash")
    if not isinstance(name, str) or not SHA256.fullmatch(name):
        raise HttpFault(Code.BAD_BODY, "extensions.persistedQuery.sha256Hash is no SHA-256 in hexadecimal digits")
    if isinstance(query, str) and query and name.lower() != name_of(query):
        raise HttpFault(Code.BAD_BODY, "extensions.persistedQuery.sha256Hash is not that of query")
    return name.lower()
