"""Counts and times in Prometheus' text form, for /metrics.

Every label comes from a closed set (a route, a method, a status, a code, a stage), so that no client can
make the page longer. No value of a request is in it.
"""

import platform
from time import perf_counter
from types import TracebackType

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.exposition import choose_encoder
from prometheus_client.process_collector import ProcessCollector

from briefgraph import __version__
from briefgraph.api.stages import Stage

METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
ROUTES = {"/", "/graphql", "/healthz", "/readyz", "/metrics"}
FOLDERS = ("/static/",)
# Seconds; a small answer takes 0.3 ms, and a query is stopped after one second unless set otherwise.
BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The metrics of one server, in a registry of their own. 4 us a request."""

    def __init__(self, engine: str) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "briefgraph_http_requests",
            "Requests that were answered, by route, method, status and the code of their first error.",
            ["route", "method", "status", "code"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "briefgraph_http_request_duration_seconds",
            "From a request's head to the last byte of its answer.",
            ["route"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._sent = Counter(
            "briefgraph_http_response_bytes", "Bytes of answers' bodies.", ["route"], registry=self._registry
        )
        self.subscribers = Gauge(
            "briefgraph_subscribers", "Subscriptions that stand, over WebSocket and as event streams.", registry=self._registry
        )
        self.under_way = 0
        under_way = Gauge("briefgraph_http_requests_under_way", "Requests that are being answered.", registry=self._registry)
        under_way.set_function(lambda: self.under_way)
        # What counts is looked up once for each set of labels: to find it by its labels takes four times as long.
        self._known: dict[tuple[str, str, int, str | None], tuple[Counter, Histogram, Counter]] = {}
        self.refused = Counter(
            "briefgraph_http_requests_refused",
            "Requests and connections that there was no place for; most of them never reached a route.",
            registry=self._registry,
        )
        stages = Histogram(
            "briefgraph_stage_duration_seconds",
            "Of a request: planning a document that is not known yet, and the engine's statements.",
            ["stage"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._stages = {stage: stages.labels(stage.value) for stage in Stage}
        build = Info("briefgraph_build", "What is running.", registry=self._registry)
        build.info({"version": __version__, "python": platform.python_version(), "engine": engine})
        ProcessCollector(registry=self._registry)

    def request(self, path: str, method: str, status: int, code: str | None, seconds: float, sent: int) -> None:
        """Count one request and its answer."""
        key = (route_of(path), method if method in METHODS else "other", status, code)
        known = self._known.get(key)
        if known is None:
            route = key[0]
            requests = self._requests.labels(*key[:3], code or "")
            known = self._known[key] = requests, self._seconds.labels(route), self._sent.labels(route)
        requests, duration, bytes_sent = known
        requests.inc()
        duration.observe(seconds)
        bytes_sent.inc(sent)

    def stage(self, stage: Stage) -> "Timer":
        """Around one stage of a request."""
        return Timer(self._stages[stage])

    def page(self, accept: str) -> tuple[bytes, str]:
        """The page, and its Content-Type: OpenMetrics for who asks for that."""
        encode, content_type = choose_encoder(accept)
        return encode(self._registry), content_type


class Timer:
    """Observes how long its block took, whether or not it raised."""

    __slots__ = ("_histogram", "_started")

    def __init__(self, histogram: Histogram) -> None:
        self._histogram = histogram

    def __enter__(self) -> None:
        self._started = perf_counter()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._histogram.observe(perf_counter() - self._started)


def route_of(path: str) -> str:
    """The route of a path, or `other`."""
    if path in ROUTES:
        return path
    return next((folder for folder in FOLDERS if path.startswith(folder)), "other")
