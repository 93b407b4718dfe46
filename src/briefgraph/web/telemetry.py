"""What is measured of each request: its metrics and, where they are wanted, its trace.

The outermost layer, so that what the edge refuses is counted too. It reads what the edge wrote down.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from time import perf_counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from briefgraph.address import SqliteAddress, read_address
from briefgraph.api.stages import Stage
from briefgraph.config import Settings
from briefgraph.web.edge import EXCHANGE, TRACE_ID, App, Exchange, Receive, Scope, Send, header_map
from briefgraph.web.metrics import Metrics
from briefgraph.web.traces import Traces, otlp


class Telemetry:
    """The metrics and the traces of one server, either of which may be off."""

    def __init__(self, metrics: Metrics | None = None, traces: Traces | None = None) -> None:
        self.metrics = metrics
        self.traces = traces

    def stage(self, stage: Stage) -> AbstractContextManager[object]:
        """As `api.stages.Stages.stage`."""
        made = [part.stage(stage) for part in (self.metrics, self.traces) if part is not None]
        if len(made) < 2:
            return made[0] if made else nullcontext()
        both = ExitStack()
        for part in made:
            both.enter_context(part)
        return both

    def close(self) -> None:
        """Send what has not been sent yet."""
        if self.traces is not None:
            self.traces.close()


def open_telemetry(settings: Settings) -> Telemetry:
    """What the settings ask for.

    Raises:
        MissingExtra: OpenTelemetry is not installed.
    """
    engine = "sqlite" if isinstance(read_address(settings.store), SqliteAddress) else "neo4j"
    return Telemetry(
        Metrics(engine) if settings.metrics else None,
        otlp(engine) if settings.traces == "otlp" else None,
    )


class Watch:
    """The ASGI layer that measures each request."""

    def __init__(self, app: App, *, telemetry: Telemetry) -> None:
        self._app = app
        self._metrics = telemetry.metrics
        self._traces = telemetry.traces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._traces is None:
            await self._counted(scope, receive, send)
        else:
            with self._traces.request(scope["path"], scope["method"], header_map(scope["headers"])) as span:
                scope[TRACE_ID] = f"{span.get_span_context().trace_id:032x}"
                try:
                    await self._counted(scope, receive, send)
                finally:
                    done: Exchange = scope[EXCHANGE]
                    self._traces.answered(span, done.status, done.code, done.request_id)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._metrics is None:
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        self._metrics.under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._metrics.under_way -= 1
            done: Exchange = scope[EXCHANGE]
            took = perf_counter() - started
            self._metrics.request(scope["path"], scope["method"], done.status, done.code, took, done.sent_bytes)


def metrics_page(metrics: Metrics) -> Callable[[Request], Any]:
    """The endpoint that shows them."""

    async def page(request: Request) -> Response:
        body, content_type = metrics.page(request.headers.get("accept", ""))
        return Response(body, headers={"content-type": content_type, "cache-control": "no-store"})

    return page
