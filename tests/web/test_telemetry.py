"""Metrics and traces: what they say of requests, and that no client can make them say more."""

import asyncio
import http.server
import io
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client.parser import text_string_to_metric_families

from briefgraph import logs
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.stages import Stage
from briefgraph.cli.main import run
from briefgraph.config import Settings
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import Backend, assemble
from briefgraph.web.metrics import Metrics
from briefgraph.web.telemetry import Telemetry
from briefgraph.web.traces import Traces
from tests.web.asgi import KEY, FakeExecutor, Response, app_over, ask, post
from tests.web.test_server import Server

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def samples(page: Response) -> dict[tuple[str, ...], float]:
    """(name, label values in the order of their names) -> value."""
    found = {}
    for family in text_string_to_metric_families(page.body.decode()):
        for sample in family.samples:
            labels = tuple(value for _, value in sorted(sample.labels.items()))
            found[sample.name, *labels] = sample.value
    return found


def watched(executor: Any = None) -> tuple[Any, InMemorySpanExporter]:
    """An app whose metrics and spans stay in memory."""
    kept = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    telemetry = Telemetry(Metrics("sqlite"), Traces(provider, engine="sqlite"))
    backend = Backend(executor=executor or FakeExecutor(), telemetry=telemetry)
    return assemble(Settings(api_key=KEY), backend, Path("/nowhere")), kept


def test_requests_are_counted_by_route_method_status_and_code() -> None:
    app, _ = watched()
    for _ in range(3):
        assert post(app, {"query": "{ok}"}).status == 200
    assert ask(app, "POST", body=b"5").code == "BAD_BODY"
    assert ask(app, "GET", "/nothing").status == 404
    assert ask(app, "POST", headers=[("host", "evil.example")]).code == "BAD_HOST"

    page = ask(app, "GET", "/metrics")

    assert page.headers["content-type"].startswith("text/plain") and page.headers["cache-control"] == "no-store"
    found = samples(page)
    requests = {key[1:]: value for key, value in found.items() if key[0] == "briefgraph_http_requests_total"}
    assert requests == {  # code, method, route, status
        ("", "POST", "/graphql", "200"): 3,
        ("BAD_BODY", "POST", "/graphql", "400"): 1,
        ("NOT_FOUND", "GET", "other", "404"): 1,
        ("BAD_HOST", "POST", "/graphql", "400"): 1,
    }
    assert found["briefgraph_http_request_duration_seconds_count", "/graphql"] == 5
    assert found["briefgraph_http_response_bytes_total", "/graphql"] > 3 * len('{"data":{"ok":1}}')
    assert found["briefgraph_http_requests_under_way",] == 1  # the one that asks


def test_what_never_reached_a_route_is_counted_too() -> None:
    app, _ = watched()
    app.state.admission.refuse()

    assert samples(ask(app, "GET", "/metrics"))["briefgraph_http_requests_refused_total",] == 1


def test_no_client_makes_the_page_longer() -> None:
    app, _ = watched()
    ask(app, "GET", "/nothing")
    ask(app, "BREW", "/nothing")
    ask(app, "GET", "/metrics")  # counts itself once it is answered
    before = samples(ask(app, "GET", "/metrics")).keys()
    for number in range(50):
        ask(app, "GET", f"/{number}")
        ask(app, f"BREW{number}", "/nothing")
        ask(app, "GET", "/nothing", query=f"x={number}", headers=[("host", "localhost"), ("x-request-id", str(number))])

    assert samples(ask(app, "GET", "/metrics")).keys() == before


def test_a_scraper_that_knows_openmetrics_is_given_that() -> None:
    app, _ = watched()
    page = ask(app, "GET", "/metrics", headers=[("accept", "application/openmetrics-text; version=1.0.0")])

    assert page.headers["content-type"].startswith("application/openmetrics-text")
    assert page.body.endswith(b"# EOF\n")


def test_without_metrics_there_is_no_page() -> None:
    assert ask(app_over(), "GET", "/metrics").status == 404


def test_planning_is_seen_once_and_each_statement_each_time() -> None:
    async def play() -> tuple[list[list[ReadableSpan]], dict[tuple[str, ...], float]]:
        kept = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(kept))
        telemetry = Telemetry(Metrics("sqlite"), Traces(provider, engine="sqlite"))
        store = SqliteStore.open(":memory:", readers=1)
        try:
            executor = Executor(store, stages=telemetry)
            rounds = []
            for _ in range(2):
                await executor.execute(GraphQLRequest(query="{ stats { storyCount } }"))
                rounds.append(list(kept.get_finished_spans()))
                kept.clear()
        finally:
            await store.close()
        assert telemetry.metrics is not None
        body, _ = telemetry.metrics.page("")
        return rounds, samples(Response(200, {}, body))

    (first, second), found = asyncio.run(play())

    assert [span.name for span in first] == [Stage.PLAN, Stage.PLAN, Stage.STATEMENT]  # read, compiled, run
    assert [span.name for span in second] == [Stage.STATEMENT]
    assert second[0].attributes == {"db.system.name": "sqlite"}
    assert found["briefgraph_stage_duration_seconds_count", "statement"] == 2
    assert found["briefgraph_stage_duration_seconds_count", "plan"] == 2


def test_a_span_continues_the_clients_trace_and_the_log_names_it() -> None:
    root = logging.getLogger()
    handlers, level, stream = root.handlers[:], root.level, io.StringIO()
    logs.configure("info", "json", stream)
    try:
        app, kept = watched()
        post(app, {"query": "{ok}"}, traceparent=PARENT, x_request_id="r-1")
        ask(app, "POST", body=b"5", headers=[("content-type", "application/json"), ("traceparent", "junk\x00")])
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    good, bad = kept.get_finished_spans()

    assert good.parent is not None and f"{good.parent.span_id:016x}" == PARENT.split("-")[2]
    assert good.name == "POST /graphql"
    assert good.attributes == {
        "http.request.method": "POST",
        "http.route": "/graphql",
        "http.response.status_code": 200,
        "briefgraph.request_id": "r-1",
    }
    assert bad.parent is None and bad.attributes is not None and bad.attributes["error.type"] == "BAD_BODY"
    first = stream.getvalue().splitlines()[0]
    assert f'"traceId":"{PARENT.split("-")[1]}"' in first


def test_a_failure_is_an_error_of_its_span_and_tells_no_more() -> None:
    app, kept = watched(FakeExecutor(error=RuntimeError("a secret")))

    assert post(app, {"query": "{ok}"}).status == 500
    (span,) = kept.get_finished_spans()
    assert not span.status.is_ok and span.attributes is not None and span.attributes["error.type"] == "INTERNAL"
    assert "secret" not in span.to_json()


class Collector(http.server.BaseHTTPRequestHandler):
    """Takes spans as a collector does."""

    got: list[bytes]

    def do_POST(self) -> None:
        self.got.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture
def collector() -> Iterator[tuple[str, list[bytes]]]:
    got: list[bytes] = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Collector,), {"got": got}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", got
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_sends_its_spans_to_the_collector_before_it_ends(
    collector: tuple[str, list[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, got = collector
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
    server = Server(tmp_path, traces="otlp")
    assert server.ask("POST", "/graphql", b'{"query":"{ stats { storyCount } }"}')[0] == 200
    assert server.stop()[0] == 0

    spans = [
        (span.name, {item.key for item in resource.resource.attributes if item.value.string_value == "briefgraph"})
        for body in got
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    assert [name for name, _ in spans] == ["plan", "plan", "statement", "POST /graphql"]
    assert all(of == {"service.name"} for _, of in spans)


def test_a_collector_that_is_not_there_holds_up_neither_answers_nor_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    server = Server(tmp_path, traces="otlp")
    assert server.ask("POST", "/graphql", b'{"query":"{__typename}"}')[0] == 200
    code, log = server.stop()  # within its limit

    assert code == 0
    assert all(len(line) <= logs.LINE_BYTES for line in log.splitlines())


def test_without_the_extra_the_server_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    monkeypatch.setenv("BRIEFGRAPH_TRACES", "otlp")

    assert run(["serve", "--port", "0", "--store", f"sqlite:///{tmp_path}/g.db"]) == 1
    assert "pip install 'briefgraph[traces]'" in capfd.readouterr().err
