"""The one place where the parts of the server meet."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket

from briefgraph import __version__
from briefgraph.api.execution import Executor
from briefgraph.api.faults import Code
from briefgraph.api.limits import Limits
from briefgraph.api.persisted import PersistedDocuments, shipped_documents
from briefgraph.api.subscriptions import Subscriptions
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.errors import BriefgraphError, EngineDown
from briefgraph.graph.store import Store
from briefgraph.web.admission import Admission, connection_limit
from briefgraph.web.assets import Asset, Assets
from briefgraph.web.edge import EXCHANGE, Edge
from briefgraph.web.faults import HttpCode, HttpFault, fault_body
from briefgraph.web.graphql import Answers, GraphQLRoute, Page
from briefgraph.web.keyfile import keys_path
from briefgraph.web.keys import KeyRing
from briefgraph.web.negotiation import HTML, choose
from briefgraph.web.rates import Rates
from briefgraph.web.telemetry import Telemetry, Watch, metrics_page, open_telemetry
from briefgraph.web.websocket import SocketRoute

READY_S = 3.0  # that the store may take to say that it is there
# GraphiQL and its workers come from this server; it talks to this server; nothing may frame it.
GRAPHIQL_CSP = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    b"font-src 'self' data:; connect-src 'self'; "
    b"worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(slots=True)
class Backend:
    """What answers: there from the start where a store is given, else from the lifespan on."""

    store: Store | None = None
    executor: Answers | None = None
    telemetry: Telemetry = field(default_factory=Telemetry)
    live: Subscriptions | None = None

    def use(self, settings: Settings, store: Store) -> None:
        """Answer from a store."""
        limits = Limits(
            tokens=settings.max_query_tokens,
            levels=settings.max_query_levels,
            fields=settings.max_query_fields,
            aliases=settings.max_query_aliases,
            directives=settings.max_query_directives,
            cost=settings.max_query_cost,
            suggestions=settings.suggestions,
            introspection=settings.introspection,
        )
        may_change = settings.api_key is not None or keys_path(settings) is not None  # a key may come while it runs
        importer = open_importer(settings, store) if may_change else None
        executor = Executor(store, importer, limits, stages=self.telemetry)
        self.store, self.executor = store, executor
        self.live = Subscriptions(executor, most=settings.max_subscribers, poll_ms=settings.subscription_poll_ms)
        executor.wrote = self.live.feed.wake
        if self.telemetry.metrics is not None:
            self.telemetry.metrics.subscribers.set_function(self.live.__len__)

    def drop(self) -> None:
        """Answer nothing more: the store is about to be closed."""
        self.store = self.executor = self.live = None

    async def version(self) -> str | None:
        """Which state the graph is in, where there is one that tells."""
        return None if self.store is None else await self.store.version()

    def answers(self) -> Answers:
        """Who answers GraphQL requests."""
        if self.executor is None:
            raise HttpFault(Code.ENGINE_DOWN, "the server is starting")
        return self.executor

    def subscriptions(self) -> Subscriptions:
        """Who answers subscriptions."""
        if self.live is None:
            raise HttpFault(Code.ENGINE_DOWN, "the server is starting")
        return self.live

    def stop(self) -> None:
        """End all subscriptions, so that the connections that wait for them may end."""
        if self.live is not None:
            self.live.close()


def create_app(settings: Settings, store: Store | None = None) -> Starlette:
    """The server.

    Without a store its lifespan opens the one that the settings name, and closes it; one that is
    given stays its giver's.

    Raises:
        SettingError: the outlets' file is of no use, or that of the keys.
    """
    backend = Backend(telemetry=open_telemetry(settings))
    if store is not None:
        backend.use(settings, store)
    return assemble(settings, backend)


def assemble(settings: Settings, backend: Backend, static: Path | None = None) -> Starlette:
    """The server over a backend. `static` is where the bundled pages are, unless in the package."""
    folder = static or Path(str(files("briefgraph.web"))) / "static"
    is_open = settings.documents == "open"
    documents = PersistedDocuments(is_open=is_open, trusted=shipped_documents())
    # Without introspection, which is on no list, the page would be a page of errors.
    page = graphiql_page(folder) if settings.graphiql and is_open else None

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            stack.callback(backend.telemetry.close)
            if backend.executor is None:
                store = open_store(settings)
                stack.push_async_callback(store.close)
                stack.callback(backend.drop)
                backend.use(settings, store)
            stack.callback(backend.stop)
            yield

    async def index(request: Request) -> Response:
        if page is not None and choose(request.headers.get("accept"), html=True) == HTML:
            return RedirectResponse("/graphql", headers={"vary": "Accept", "cache-control": "no-cache"})
        return JSONResponse(
            {
                "name": "briefgraph",
                "version": __version__,
                "graphql": "/graphql",
                "health": ["/healthz", "/readyz"],
            },
            headers={"vary": "Accept", "cache-control": "no-cache"},
        )

    async def healthz(_: Request) -> Response:
        return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

    async def readyz(_: Request) -> Response:
        await _ask(backend.store)
        return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

    keys = KeyRing(settings.api_key, keys_path(settings), open_reading=settings.open_reading)
    graphql = GraphQLRoute(
        backend.answers, backend.subscriptions, settings, page, version=backend.version, documents=documents
    )
    routes: list[BaseRoute] = [
        Route("/graphql", graphql),
        WebSocketRoute("/graphql", SocketRoute(backend.answers, backend.subscriptions, settings, keys, documents)),
        WebSocketRoute("/{path:path}", _no_such_socket),
        Route("/", index),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
    ]
    metrics = backend.telemetry.metrics
    if metrics is not None:
        routes.append(Route("/metrics", metrics_page(metrics)))
    if folder.is_dir():
        routes.append(Mount("/static", Assets(folder, "/static")))
    admission = Admission(settings.max_concurrent_requests, connection_limit(settings.max_connections))
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[
            Middleware(Watch, telemetry=backend.telemetry),
            Middleware(Edge, settings=settings, keys=keys, rates=Rates(settings), admission=admission),
        ],
        exception_handlers={HTTPException: _http_exception},
    )
    if metrics is not None:
        admission.tell = metrics.refused.inc
    app.state.admission = admission  # for the connections, which refuse before a request becomes one of the app's
    app.router.redirect_slashes = False
    app.state.stop = backend.stop
    return app


def graphiql_page(static: Path) -> Page | None:
    """The bundled GraphiQL page, or None where set-up could not bundle it."""
    try:
        return Page(Asset.read(static / "graphiql" / "index.html"), GRAPHIQL_CSP)
    except OSError:
        return None


async def _ask(store: Store | None) -> None:
    """Raise unless the store answers."""
    try:
        if store is None:
            raise EngineDown("the store is not open")
        async with asyncio.timeout(READY_S):
            await store.has_stories()
    except (BriefgraphError, TimeoutError):
        raise HttpFault(Code.ENGINE_DOWN, "the store does not answer") from None


async def _no_such_socket(_: WebSocket) -> None:
    raise HttpFault(Code.NOT_FOUND, "there is no such page")


async def _http_exception(request: Request, error: Exception) -> Response:
    """What Starlette refuses (a path or a method that there is not), as JSON under a code."""
    assert isinstance(error, HTTPException)
    known = {
        404: (Code.NOT_FOUND, "there is no such page"),
        405: (Code.METHOD_NOT_ALLOWED, "not with this method"),
    }
    code, message = known.get(error.status_code, (HttpCode.BAD_REQUEST, "the request cannot be answered"))
    exchange = request.scope[EXCHANGE]
    exchange.code = str(code)
    return Response(
        fault_body(code, message, exchange.request_id),
        status_code=error.status_code,
        headers={
            "content-type": "application/json; charset=utf-8",
            "cache-control": "no-store",
            **(error.headers or {}),
        },
    )
