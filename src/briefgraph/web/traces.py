"""OpenTelemetry traces: a span for each request, and in it one for planning and one for the statements.

The extra `traces` brings the SDK; where spans go is said by OpenTelemetry's own variables
(OTEL_EXPORTER_OTLP_ENDPOINT and the like). No span holds a query's text, a variable or a key.
"""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from threading import Thread
from typing import Any

from briefgraph import __version__
from briefgraph.api.stages import Stage
from briefgraph.errors import MissingExtra
from briefgraph.web.metrics import METHODS, route_of

INSTALL = "traces need OpenTelemetry; install briefgraph with its extra: pip install 'briefgraph[traces]'"
PARENT = ("traceparent", "tracestate")
FLUSH_S = 0.8  # that the last spans may take to get away: a server stops within five seconds


class Traces:
    """Makes spans with a tracer, and hands them to the provider that it came from."""

    def __init__(self, provider: Any, *, engine: str) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("briefgraph", __version__)
        self._engine = engine
        self._trace = _library("opentelemetry.trace")
        self._context = _library("opentelemetry.trace.propagation.tracecontext").TraceContextTextMapPropagator()

    def request(self, path: str, method: str, headers: Mapping[bytes, bytes]) -> AbstractContextManager[Any]:
        """Around a request; a child of the span that its `traceparent` names, where it has one."""
        carrier = {name: headers[name.encode()].decode("latin-1") for name in PARENT if name.encode() in headers}
        route, method = route_of(path), method if method in METHODS else "_OTHER"
        made: AbstractContextManager[Any] = self._tracer.start_as_current_span(
            f"{method} {route}",
            context=self._context.extract(carrier),
            kind=self._trace.SpanKind.SERVER,
            attributes={"http.request.method": method, "http.route": route},
            record_exception=False,  # its text may hold what a client sent
        )
        return made

    def answered(self, span: Any, status: int, code: str | None, request_id: str) -> None:
        """Tell a request's span what it was answered with."""
        span.set_attributes({"http.response.status_code": status, "briefgraph.request_id": request_id})
        if code is not None:
            span.set_attribute("error.type", code)
        if status >= 500:
            span.set_status(self._trace.StatusCode.ERROR)

    def stage(self, stage: Stage) -> AbstractContextManager[Any]:
        """Around one stage of the request that the current task answers."""
        attributes = {"db.system.name": self._engine} if stage is Stage.STATEMENT else None
        made: AbstractContextManager[Any] = self._tracer.start_as_current_span(
            str(stage), attributes=attributes, record_exception=False
        )
        return made

    def close(self) -> None:
        """Send what is left, as far as the collector takes it in time: the provider would wait for 30 s."""
        closing = Thread(target=self._provider.shutdown, name="briefgraph-traces", daemon=True)
        closing.start()
        closing.join(FLUSH_S)


def otlp(engine: str) -> Traces:
    """Traces that go to a collector by OTLP over HTTP.

    Raises:
        MissingExtra: OpenTelemetry is not installed.
    """
    sdk = _library("opentelemetry.sdk.trace")
    resources = _library("opentelemetry.sdk.resources")
    exporter = _library("opentelemetry.exporter.otlp.proto.http.trace_exporter").OTLPSpanExporter()
    name = os.environ.get("OTEL_SERVICE_NAME", "briefgraph")
    resource = resources.Resource.create({"service.name": name, "service.version": __version__})
    provider = sdk.TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(_library("opentelemetry.sdk.trace.export").BatchSpanProcessor(exporter))
    return Traces(provider, engine=engine)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(INSTALL) from error
