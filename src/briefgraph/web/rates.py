"""How much work each client may ask for: a bucket of milliseconds by key, or by address without one.

A request is charged what it took, afterwards: nobody knows before. Whoever has used up more than there was waits
until the debt is paid, so that over any time t nobody is begun for who has been given `burst + rate * t` already.
"""

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from math import ceil
from time import monotonic, perf_counter
from typing import Any

from briefgraph.api.callers import Caller
from briefgraph.config import Settings
from briefgraph.recent import Recent
from briefgraph.web.faults import Headers, HttpCode, HttpFault

WINDOW_S = 60  # a budget is for so long, and may be used at once
BUCKETS = 10_000  # 2 MB; the least recently used go first, which are full again or nearly so
REFUSAL_MS = 1.0  # what it costs to be refused: a hundred times what it takes here
DEBT = 2  # budgets that refusals alone can put somebody back: who hammers is heard again after as many minutes
ANONYMOUS_MS, KEYED_MS = 15_000, 60_000  # a minute, unless set: a quarter of a processor, and one
HOPS = 20  # of an X-Forwarded-For that are looked at
LOCAL = "local"  # a peer without an address: a Unix socket

Network = IPv4Network | IPv6Network


@dataclass(slots=True)
class Bucket:
    """What a client has left, in ms, as of `at`; below 0 it is in debt."""

    left: float
    at: float


@dataclass(frozen=True, slots=True)
class Standing:
    """What a client is told. `wait_s` is 0 where it may ask."""

    left_ms: int
    full_s: int
    wait_s: int


class Rate:
    """One budget for each of many clients. `clock` gives seconds that only grow."""

    __slots__ = ("_buckets", "_burst", "_clock", "_name", "_per_s", "policy")

    def __init__(self, name: str, ms_per_minute: int, clock: Callable[[], float] = monotonic, size: int = BUCKETS) -> None:
        self._name = name.encode()
        self.policy = b'"%s";q=%d;qu="milliseconds";w=%d' % (self._name, ms_per_minute, WINDOW_S)
        self._burst = float(ms_per_minute)
        self._per_s = ms_per_minute / WINDOW_S
        self._clock = clock
        self._buckets: Recent[str, Bucket] = Recent(size)

    def __len__(self) -> int:
        return len(self._buckets)

    def charge(self, client: str, ms: float) -> Standing:
        """Take what a request took, and tell what is left."""
        bucket = self._bucket(client)
        bucket.left -= ms
        return self._standing(bucket)

    def ask(self, client: str) -> Standing:
        """Whether a client may ask: `wait_s` is 0. To be refused costs a little, too."""
        bucket = self._bucket(client)
        if bucket.left <= 0:
            bucket.left = min(bucket.left, max(bucket.left - REFUSAL_MS, -DEBT * self._burst))
        return self._standing(bucket)

    def _bucket(self, client: str) -> Bucket:
        now = self._clock()
        bucket = self._buckets.get(client, lambda: Bucket(self._burst, now))
        bucket.left = min(self._burst, bucket.left + (now - bucket.at) * self._per_s)
        bucket.at = now
        return bucket

    def _standing(self, bucket: Bucket) -> Standing:
        missing_s = (self._burst - bucket.left) / self._per_s
        # A moment more than the debt: at 0 there is nothing to be had yet.
        wait_s = 0 if bucket.left > 0 else int(-bucket.left / self._per_s) + 1
        return Standing(max(0, int(bucket.left)), ceil(missing_s), wait_s)

    def headers(self, standing: Standing) -> Headers:
        """`RateLimit-Policy` and `RateLimit`, as the IETF's draft 11 has them."""
        until_s = standing.wait_s or standing.full_s
        return [
            (b"ratelimit-policy", self.policy),
            (b"ratelimit", b'"%s";r=%d;t=%d' % (self._name, standing.left_ms, until_s)),
        ]


class Rates:
    """The budgets of a server: which one holds for whom. A budget of 0 is none."""

    __slots__ = ("_anonymous", "_keyed", "_trusted")

    def __init__(self, settings: Settings, clock: Callable[[], float] = monotonic) -> None:
        anonymous, keyed = budgets(settings)
        self._anonymous = Rate("anonymous", anonymous, clock) if anonymous else None
        self._keyed = Rate("key", keyed, clock) if keyed else None
        self._trusted = tuple(ip_network(text) for text in settings.trusted_proxies)

    def limit(self, caller: Caller, peer: str | None, forwarded: bytes | None) -> "Limit | None":
        """The budget that a request draws on; None where there is no limit.

        Raises:
            HttpFault: RATE_LIMITED; it is used up.
        """
        rate = self._anonymous if caller.name is None else self._keyed
        if rate is None:
            return None
        client = caller.name or client_of(peer, forwarded if self._trusted else None, self._trusted)
        standing = rate.ask(client)
        if standing.wait_s:
            raise HttpFault(
                HttpCode.RATE_LIMITED,
                f"too much work was asked for; try again in {standing.wait_s} s",
                headers=[(b"retry-after", b"%d" % standing.wait_s), *rate.headers(standing)],
            )
        return Limit(rate, client)


@dataclass(slots=True)
class Limit:
    """The budget that a request draws on. What it is charged at the least is what a refusal is."""

    rate: Rate
    client: str
    charged_ms: float = 0.0

    def charge(self, taken_ms: float) -> Standing:
        """Charge what the request took and was not charged for yet, and tell what is left."""
        owed = max(taken_ms, REFUSAL_MS) - self.charged_ms
        self.charged_ms += owed
        return self.rate.charge(self.client, owed)

    def headers(self, taken_ms: float) -> Headers:
        """Charge likewise, and give the headers that tell what is left."""
        return self.rate.headers(self.charge(taken_ms))


def budgets(settings: Settings) -> tuple[int, int]:
    """Milliseconds of work a minute for an address without a key, and for a key; 0 is no limit.

    On a loopback address the only client is whoever runs the server, unless a proxy is named.
    """
    is_alone = settings.is_local and not settings.trusted_proxies
    anonymous, keyed = (0, 0) if is_alone else (ANONYMOUS_MS, KEYED_MS)
    return (
        anonymous if settings.anonymous_ms_per_minute is None else settings.anonymous_ms_per_minute,
        keyed if settings.keyed_ms_per_minute is None else settings.keyed_ms_per_minute,
    )


@lru_cache(4_096)
def client_of(peer: str | None, forwarded: bytes | None, trusted: tuple[Network, ...]) -> str:
    """The address that asks, of IPv6 its /64: who has one address there has all of them.

    X-Forwarded-For is written by proxies from left to right, and to the left of what they wrote a client may write
    what it likes. So it is read from the right, and only as far as it was written by those that are trusted.
    """
    client = peer or LOCAL
    if forwarded is not None and _is_in(client, trusted):
        for hop in reversed(forwarded.decode("latin-1").rsplit(",", HOPS)[-HOPS:]):
            found = _address(hop.strip())
            if found is None:
                break  # a trusted proxy passed on what is no address: the last one that is known counts
            client = found
            if not _is_in(client, trusted):
                break
    return _network(client)


def _address(text: str) -> str | None:
    """The address of a hop, without its port."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ip_address(text))
    except ValueError:
        return None


def _is_in(client: str, networks: tuple[Network, ...]) -> bool:
    try:
        address = ip_address(client)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in networks)


def _network(client: str) -> str:
    try:
        address = ip_address(client.partition("%")[0])
    except ValueError:
        return client[:100]
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Network((address, 64), strict=False))
    return str(address)


class Meter:
    """What a request takes: its own time on the event loop, and its waits while `is_working`.

    What it waits for otherwise - a body that is slow to come, a place, a client that is slow to read - is nobody's work.
    """

    __slots__ = ("_clock", "_done_ms", "_since", "_work", "is_working")

    def __init__(self, work: Awaitable[None], clock: Callable[[], float] = perf_counter) -> None:
        self._work = work
        self._clock = clock
        self._done_ms = 0.0
        self._since: float | None = None  # when the step that runs began
        self.is_working = False

    @property
    def ms(self) -> float:
        """What it took until now."""
        return self._done_ms + (0.0 if self._since is None else (self._clock() - self._since) * 1_000)

    def __await__(self) -> Generator[Any, Any, None]:
        clock, steps = self._clock, self._work.__await__()
        raised: BaseException | None = None
        while True:
            self._since = clock()
            try:
                waited = steps.send(None) if raised is None else steps.throw(raised)
            except StopIteration:
                return
            finally:
                now = clock()
                self._done_ms += (now - self._since) * 1_000
                self._since = None
            raised = None
            try:
                yield waited
            except BaseException as error:  # noqa: BLE001 - it is for the work to deal with
                raised = error
            if self.is_working:
                self._done_ms += (clock() - now) * 1_000
