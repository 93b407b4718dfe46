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
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from briefgraph import __version__
from briefgraph.api.execution import Executor
from briefgraph.api.faults import Code
from briefgraph.api.limits import Limits
from briefgraph.config import Settings
from briefgraph.engines import open_importer, open_store
from briefgraph.errors import BriefgraphError, EngineDown
from briefgraph.graph.store import Store
from briefgraph.web.edge import EXCHANGE, Edge
from briefgraph.web.faults import HttpCode, HttpFault, fault_body
from briefgraph.web.graphql import Answers, GraphQLRoute, Page
from briefgraph.web.negotiation import HTML, choose
from briefgraph.web.telemetry import Telemetry, Watch, metrics_page, open_telemetry

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
        importer = open_importer(settings, store) if settings.api_key else None
        self.store = store
        self.executor = Executor(store, importer, limits, stages=self.telemetry)

    def drop(self) -> None:
        """Answer nothing more: the store is about to be closed."""
        self.store = self.executor = None

    def answers(self) -> Answers:
        """Who answers GraphQL requests."""
        if self.executor is None:
            raise HttpFault(Code.ENGINE_DOWN, "the server is starting")
        return self.executor


def create_app(settings: Settings, store: Store | None = None) -> Starlette:
    """The server.

    Without a store its lifespan opens the one that the settings name, and closes it; one that is
    given stays its giver's.

    Raises:
        SettingError: the outlets' file is of no use.
    """
    backend = Backend(telemetry=open_telemetry(settings))
    if store is not None:
        backend.use(settings, store)
    return assemble(settings, backend)


def assemble(settings: Settings, backend: Backend, static: Path | None = None) -> Starlette:
    """The server over a backend. `static` is where the bundled pages are, unless in the package."""
    folder = static or Path(str(files("briefgraph.web"))) / "static"
    page = graphiql_page(folder) if settings.graphiql else None

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            stack.callback(backend.telemetry.close)
            if backend.executor is None:
                store = open_store(settings)
                stack.push_async_callback(store.close)
                stack.callback(backend.drop)
                backend.use(settings, store)
            yield

    async def index(request: Request) -> Response:
        if page is not None and choose(request.headers.get("accept"), html=True) == HTML:
            return RedirectResponse("/graphql", headers={"vary": "Accept"})
        return JSONResponse(
            {
                "name": "briefgraph",
                "version": __version__,
                "graphql": "/graphql",
                "health": ["/healthz", "/readyz"],
            },
            headers={"vary": "Accept"},
        )

    async def healthz(_: Request) -> Response:
        return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

    async def readyz(_: Request) -> Response:
        await _ask(backend.store)
        return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

    routes: list[BaseRoute] = [
        Route("/graphql", GraphQLRoute(backend.answers, settings, page)),
        Route("/", index),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
    ]
    metrics = backend.telemetry.metrics
    if metrics is not None:
        routes.append(Route("/metrics", metrics_page(metrics)))
    if folder.is_dir():
        routes.append(Mount("/static", StaticFiles(directory=folder)))
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[Middleware(Watch, telemetry=backend.telemetry), Middleware(Edge, settings=settings)],
        exception_handlers={HTTPException: _http_exception},
    )
    app.router.redirect_slashes = False
    return app


def graphiql_page(static: Path) -> Page | None:
    """The bundled GraphiQL page, or None where set-up could not bundle it."""
    try:
        return Page((static / "graphiql" / "index.html").read_bytes(), GRAPHIQL_CSP)
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
