"""Budgets: what each client may ask for, who counts as one, and what a request is charged."""

import asyncio
from ipaddress import ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.api.callers import ANYBODY, Caller
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.config import Settings
from briefgraph.web.faults import HttpFault
from briefgraph.web.rates import DEBT, REFUSAL_MS, Meter, Rate, Rates, budgets, client_of
from tests.web.asgi import JSON, KEY, FakeExecutor, app_over, ask, post

QUERY = b'{"query":"{ok}"}'
PROXIES = ("127.0.0.1", "10.0.0.0/8", "fd00::/8")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


STEPS = st.lists(
    st.tuples(st.floats(0, 100), st.floats(0, 5_000), st.sampled_from("ab")), min_size=1, max_size=60
)  # seconds that pass, milliseconds that the next request takes, who asks


@given(st.integers(1, 10_000), STEPS)
def test_nobody_is_begun_for_who_has_had_more_than_the_burst_and_the_rate(budget: int, steps: Any) -> None:
    clock = Clock()
    rate = Rate("r", budget, clock)
    had = {"a": 0.0, "b": 0.0}
    for passes, takes, client in steps:
        clock.now += passes
        if rate.ask(client).wait_s == 0:
            assert had[client] <= budget + budget / 60 * clock.now + 1e-6
            had[client] += takes
            rate.charge(client, takes)


@given(st.integers(1, 10_000), STEPS)
def test_who_waits_as_long_as_told_is_let_in(budget: int, steps: Any) -> None:
    clock = Clock()
    rate = Rate("r", budget, clock)
    for passes, takes, client in steps:
        clock.now += passes
        standing = rate.ask(client)
        if standing.wait_s:
            clock.now += standing.wait_s
            assert rate.ask(client).wait_s == 0
        rate.charge(client, takes)


def test_a_budget_comes_back_by_and_by_and_no_more_than_whole() -> None:
    clock = Clock()
    rate = Rate("r", 600, clock)  # 10 ms a second

    assert (0, 60, 41) == (lambda s: (s.left_ms, s.full_s - 40, s.wait_s))(rate.charge("a", 1_000))
    clock.now = 41
    assert (10, 0) == (lambda s: (s.left_ms, s.wait_s))(rate.ask("a"))
    clock.now = 10_000
    assert (600, 0, 0) == (lambda s: (s.left_ms, s.full_s, s.wait_s))(rate.ask("a"))


def test_to_be_refused_costs_a_little_and_never_locks_out_for_good() -> None:
    rate = Rate("r", 600, Clock())
    rate.charge("a", 600)

    first, second = rate.ask("a").wait_s, [rate.ask("a") for _ in range(100)][-1].wait_s
    assert second - first == 100 * REFUSAL_MS / 10
    for _ in range(5_000):
        last = rate.ask("a")
    assert last.wait_s == DEBT * 60 + 1


def test_the_memory_of_clients_is_bounded_and_forgets_who_was_not_seen_longest() -> None:
    rate = Rate("r", 600, Clock(), size=3)
    for client in "abcad":
        rate.charge(client, 600)

    assert 3 == len(rate)
    assert [0, 0, 0, 600] == [rate.ask(client).left_ms for client in "cadb"]
    assert 3 == len(rate)


def test_the_headers_are_those_of_the_draft() -> None:
    rate = Rate("anonymous", 15_000, Clock())

    assert [(b"ratelimit-policy", b'"anonymous";q=15000;qu="milliseconds";w=60'), (b"ratelimit", b'"anonymous";r=13750;t=5')] == (
        rate.headers(rate.charge("a", 1_250))
    )


# --- who is one client -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        # Nobody believes what comes from elsewhere than the proxies.
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "1.1.1.1, 2.2.2.2, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "1.1.1.1, 198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("127.0.0.1", "10.0.0.1, 10.0.0.2", "10.0.0.1"),
        ("127.0.0.1", "1.1.1.1, unknown", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1, nonsense, 10.0.0.2", "10.0.0.2"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        ("127.0.0.1", "[2001:db8:1:2:3::4]:80", "2001:db8:1:2::/64"),
        ("127.0.0.1", ",".join(["1.1.1.1"] * 10_000), "1.1.1.1"),
        ("127.0.0.1", "\xff\x00", "127.0.0.1"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("fd00::1", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:aaaa::1", None, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", None, "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", None, "2001:db8:1:3::/64"),
        ("fe80::1%eth0", None, "fe80::/64"),
        ("::ffff:203.0.113.9", None, "203.0.113.9"),
        (None, None, "local"),
    ],
)
def test_a_client_is_the_last_address_that_was_not_a_trusted_proxys(
    peer: str | None, forwarded: str | None, expected: str
) -> None:
    trusted = tuple(ip_network(text) for text in PROXIES)

    assert expected == client_of(peer, None if forwarded is None else forwarded.encode("latin-1"), trusted)


@given(st.binary(max_size=60), st.lists(st.ip_addresses().map(str), max_size=3))
def test_what_a_client_writes_before_its_address_changes_nothing(forged: bytes, more: list[str]) -> None:
    trusted = (ip_network("127.0.0.1"),)
    written = b", ".join([forged, *(one.encode() for one in more), b"198.51.100.1"])

    assert "198.51.100.1" == client_of("127.0.0.1", written, trusted)
    assert "203.0.113.9" == client_of("203.0.113.9", written, trusted)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, (0, 0)),
        ({"host": "::1"}, (0, 0)),
        ({"host": "0.0.0.0"}, (15_000, 60_000)),
        ({"trusted_proxies": ("127.0.0.1",)}, (15_000, 60_000)),
        ({"anonymous_ms_per_minute": 5}, (5, 0)),
        ({"host": "0.0.0.0", "anonymous_ms_per_minute": 0, "keyed_ms_per_minute": 7}, (0, 7)),
    ],
)
def test_a_server_for_its_own_machine_has_no_budget_unless_one_is_set(settings: dict[str, Any], expected: Any) -> None:
    assert expected == budgets(Settings(**settings))


def test_each_key_and_each_address_has_a_budget_of_its_own() -> None:
    rates = Rates(Settings(anonymous_ms_per_minute=100, keyed_ms_per_minute=200), Clock())
    for caller, peer in [(ANYBODY, "203.0.113.9"), (Caller("a"), "203.0.113.9")]:
        limit = rates.limit(caller, peer, None)
        assert limit is not None
        limit.charge(1_000)
        with pytest.raises(HttpFault, match="try again in"):
            rates.limit(caller, peer, b"198.51.100.1")  # written by a client that no proxy stands before

    assert rates.limit(ANYBODY, "203.0.113.8", None) is not None
    assert rates.limit(Caller("b"), "203.0.113.9", None) is not None


# --- what is charged -------------------------------------------------------------------------


def test_a_meter_counts_what_runs_and_waits_only_where_they_are_work() -> None:
    clock = Clock()

    async def scenario() -> list[float]:
        async def passes(seconds: float) -> None:
            clock.now += seconds

        async def work() -> None:
            clock.now += 0.010  # on the loop
            await asyncio.create_task(passes(5))  # for a body
            seen.append(meter.ms)
            meter.is_working = True
            await asyncio.create_task(passes(0.100))  # for the engine
            meter.is_working = False
            clock.now += 0.001
            seen.append(meter.ms)

        seen: list[float] = []
        meter = Meter(work(), clock)
        await meter
        return [*seen, meter.ms]

    assert pytest.approx([10, 111, 111]) == asyncio.run(scenario())


def test_a_meter_lets_errors_and_cancellation_through() -> None:
    async def scenario() -> list[str]:
        async def fails() -> None:
            await asyncio.sleep(0)
            raise ValueError("no")

        async def waits() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ends.append("ended")

        ends: list[str] = []
        with pytest.raises(ValueError, match="no"):
            await Meter(fails())

        async def outer() -> None:
            await Meter(waits())

        task = asyncio.create_task(outer())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await Meter(waits())
        return ends

    assert ["ended", "ended"] == asyncio.run(scenario())


class Slow(FakeExecutor):
    """Waits 20 ms for the engine."""

    async def execute(self, request: GraphQLRequest, *, caller: Caller = ANYBODY) -> Answer:
        self.asked.append((request, caller))
        await asyncio.sleep(0.02)
        return self.answer


def test_who_has_used_up_a_budget_is_429_until_it_is_there_again() -> None:
    executor = Slow()
    app = app_over(executor, anonymous_ms_per_minute=1, trusted_proxies=("10.0.0.1",))
    first = ask(app, body=QUERY, client="203.0.113.9")
    second = ask(app, body=QUERY, client="203.0.113.9", headers={**JSON, "x-forwarded-for": "198.51.100.7"})

    assert (200, '"anonymous";q=1;qu="milliseconds";w=60') == (first.status, first.headers["ratelimit-policy"])
    assert (429, "RATE_LIMITED", 1) == (second.status, second.code, len(executor.asked))
    assert second.headers["ratelimit"].startswith('"anonymous";r=0;t=')
    assert second.headers["ratelimit"].endswith(f"t={second.headers['retry-after']}")
    assert 200 == ask(app, body=QUERY, client="203.0.113.8").status
    proxied = {**JSON, "x-forwarded-for": "203.0.113.9, 198.51.100.7"}
    assert 200 == ask(app, body=QUERY, client="10.0.0.1", headers=proxied).status
    assert 429 == ask(app, body=QUERY, client="198.51.100.7").status
    assert [200, 503] == [ask(app, "GET", page, client="203.0.113.9").status for page in ("/healthz", "/readyz")]


def test_a_wrong_key_is_charged_to_the_address_and_a_right_one_to_itself() -> None:
    app = app_over(anonymous_ms_per_minute=1, keyed_ms_per_minute=60_000_000)
    statuses = [post(app, {"query": "{ok}"}, authorization=f"Bearer {key}").status for key in ("no", "no", "no", KEY, KEY)]

    assert [401, 401, 429, 200, 200] == statuses


def test_without_a_budget_nothing_is_said_of_one() -> None:
    assert not {"ratelimit", "ratelimit-policy"} & post(app_over(), {"query": "{ok}"}).headers.keys()


def test_the_engines_time_is_charged_and_a_slow_bodys_is_not() -> None:
    def left(response: Any) -> int:
        return int(response.headers["ratelimit"].split("r=")[1].split(";")[0])

    app = app_over(Slow(), anonymous_ms_per_minute=60_000, body_timeout_s=0.5)
    assert left(ask(app, body=QUERY, client="203.0.113.1")) <= 60_000 - 19
    silent = ask(app, body=b"{", is_whole=False, client="203.0.113.2")
    assert (408, True) == (silent.status, left(silent) > 60_000 - 400)
