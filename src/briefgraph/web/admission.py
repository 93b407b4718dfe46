"""How many requests are worked on at once, how many may wait, and what becomes of the rest.

A server that takes all that comes answers everybody late and then nobody in time. Here what is beyond the places
is told so at once, before anything is done for it, and the work that was begun is finished.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from briefgraph.web.bodies import Gone
from briefgraph.web.faults import HttpCode, HttpFault

log = logging.getLogger(__name__)
EXEMPT = frozenset({"/healthz", "/readyz"})  # who looks whether the server is well is to see it busy, not dead
PLACELESS = EXEMPT | {"/metrics"}
WAIT_S = 1.0  # for a place; who has waited so long would rather know
BUSY = "the server has more to do than it can; try again"
PLACE = "briefgraph.place"
SPARE = 100  # connections beyond the bound that are read from: whoever asks for the health is answered
OWN_FILES = 64  # that the store, the log and the loop have open


class Place:
    """A request's place: nothing at first, then counted, then at work, then given back. Each step is taken once."""

    __slots__ = ("_admission", "_is_counted", "_is_gone", "_is_working", "waiter")

    def __init__(self, admission: "Admission") -> None:
        self._admission = admission
        self._is_counted = self._is_working = self._is_gone = False
        self.waiter: asyncio.Future[None] | None = None

    def arrive(self) -> None:
        """Count the request: it is here as a whole, and can be worked on."""
        if not self._is_counted and not self._is_gone:
            self._is_counted = True
            self._admission.known += 1

    async def enter(self) -> None:
        """Wait for the turn to work.

        Raises:
            HttpFault: BUSY; there is no place, nor was there one in time.
            Gone: the client is.
        """
        if self._is_working or self._is_gone:
            return
        if not self._is_counted:
            if self._admission.is_full():
                self._admission.refuse()
                raise HttpFault(HttpCode.BUSY, BUSY)
            self.arrive()
        if self._admission.is_free():
            self.begin()
            return
        self.waiter = asyncio.get_running_loop().create_future()
        self._admission.waiting.append(self)
        try:
            async with asyncio.timeout(WAIT_S):
                await self.waiter
        except TimeoutError:
            self._admission.refuse()
            raise HttpFault(HttpCode.BUSY, BUSY) from None
        finally:
            with suppress(ValueError):  # it is not there any more where its turn has come
                self._admission.waiting.remove(self)

    def begin(self) -> None:
        """Take one of the places to work."""
        self._is_working = True
        self._admission.working += 1

    def abandon(self) -> None:
        """The client has gone: what still waits need not."""
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(Gone())

    def leave(self) -> None:
        """Give the place to the next."""
        if self._is_gone:
            return
        self._is_gone = True
        if self._is_counted:
            self._admission.known -= 1
        if self._is_working:
            self._admission.working -= 1
            self._admission.wake()


class Admission:
    """The places of a server. What is `known` is at work or waits; all is counted on one event loop."""

    __slots__ = ("_at_once", "_clock", "_told_at", "_untold", "known", "max_connections", "refused", "tell", "waiting", "working")

    def __init__(self, at_once: int, connections: int = 1_000, clock: Callable[[], float] = monotonic) -> None:
        self._at_once = at_once
        self.max_connections = connections
        self._clock = clock
        self._told_at = -1.0
        self._untold = 0
        self.known = self.working = self.refused = 0
        self.waiting: deque[Place] = deque()
        self.tell: Callable[[], None] | None = None  # called for each refusal

    def place(self) -> Place:
        """A place for a request that comes in; it counts from `arrive` on."""
        return Place(self)

    def is_full(self) -> bool:
        """Whether as many wait as may: as many as are worked on."""
        return self.known >= 2 * self._at_once

    def is_free(self) -> bool:
        """Whether one may begin at once, and nobody has waited longer."""
        return self.working < self._at_once and not self.waiting

    def wake(self) -> None:
        """Let those begin who have waited longest and have not gone."""
        while self.waiting and self.working < self._at_once:
            place = self.waiting.popleft()
            if place.waiter is not None and not place.waiter.done():
                place.begin()
                place.waiter.set_result(None)

    def refuse(self) -> None:
        """Count one that is refused. The log has a line a second of it at most, however many there are."""
        self.refused += 1
        if self.tell is not None:
            self.tell()
        self._untold += 1
        now = self._clock()
        if self._told_at < 0 or now - self._told_at >= 1:
            log.warning("requests were refused: busy", extra={"fields": {"count": self._untold, "known": self.known}})
            self._told_at, self._untold = now, 0


def connection_limit(wanted: int) -> int:
    """How many connections to serve: so many that files and the log can still be opened beside them.

    The process's soft limit of open files, 1,024 on most systems, is raised as far as that takes and its hard one lets it.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return wanted
    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return wanted
    needed = wanted + SPARE + OWN_FILES
    if files < needed and (most == resource.RLIM_INFINITY or most > files):
        files = needed if most == resource.RLIM_INFINITY else min(needed, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))
    return max(1, min(wanted, files - SPARE - OWN_FILES))
