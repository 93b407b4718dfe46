"""The HTTP/1.1 connection where there is more to do than can be done: what has no place is refused before it costs anything.

Told from here it takes a fifth of what an application takes to tell it. How long a connection may be silent, and how
much it may hold, is `protocol`'s affair.
"""

import asyncio
import re
import secrets
from typing import Any

from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from briefgraph.web.admission import BUSY, PLACE, PLACELESS, SPARE, Admission, Place
from briefgraph.web.edge import REQUEST_ID
from briefgraph.web.faults import HttpCode
from briefgraph.web.protocol import BoundedProtocol

BEYOND_S = 1.0  # that one of the connections beyond the bound may take to ask
ASKS = b"POST /graphql HTTP/1.1\r\n"
UNSURE = re.compile(rb"transfer-encoding|upgrade|expect|connection(?!: keep-alive\r)")
LENGTH = re.compile(rb"\r\ncontent-length: ?([0-9]{1,6})(?:\r|\Z)")
GIVEN_ID = re.compile(rb"\r\n[Xx]-[Rr]equest-[Ii][Dd]: ?([A-Za-z0-9._-]{1,64})\r")
UNNAMED = b"0123456789abcdef"  # as long as an id is, since the length of the answer counts it
KEPT_DIGITS = 6  # of a refused body's length: below 1 MB it is read and dropped


class SheddingProtocol(BoundedProtocol):
    """A bounded connection that asks the server's admission for a place for each request."""

    _is_beyond = False  # one connection more than are served
    _dated: object = None
    _busy = b""
    _is_in_use = False  # by requests that were refused, since a timer looked

    # --- connections -------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client connects. Beyond the bound it is told so once it has asked; far beyond, at once."""
        self._admission: Admission = self.config.app.state.admission  # type: ignore[union-attr]
        beyond = len(self.connections) + 1 - self._admission.max_connections
        self._is_beyond = beyond > 0
        if self._is_beyond:
            self.timeout_s = min(self.timeout_s, BEYOND_S)
        super().connection_made(transport)
        if beyond > SPARE:
            self._admission.refuse()
            self._refuse(HttpCode.BUSY, BUSY)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone, or was cut."""
        for cycle in (self._running, self.cycle, *(cycle for cycle, _ in self.pipeline)):
            place = _place(cycle)
            if place is not None:
                place.abandon()
        super().connection_lost(exc)

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that was not used, unless it was, by requests that were refused."""
        if self._is_in_use:
            self._is_in_use = False
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
        else:
            super().timeout_keep_alive_handler()

    def _read_too_late(self) -> None:
        if self._is_in_use:
            self._is_in_use = False
            self._reading = None
            self._expect_bytes()
        else:
            super()._read_too_late()

    # --- requests ----------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        """Bytes from the client."""
        if self._admission.is_full() and not self._is_beyond and self._shed_unparsed(data):
            return
        super().data_received(data)

    def on_message_complete(self) -> None:
        """The request is here, and counts from now on: one whose body is still to come keeps nobody out."""
        super().on_message_complete()
        cycle: RequestResponseCycle | None = self.cycle  # there is none before a first request
        if cycle is None:
            return
        cycle.more_body = False  # which uvicorn does not say of one that was answered before its end
        place = _place(cycle)
        if place is not None:
            place.arrive()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        """Give a request to the app, or refuse it where there is no place: 503 before anything is done for it."""
        is_exempt = cycle.scope["path"] in PLACELESS
        if self._is_beyond:
            cycle.keep_alive = False
        if not is_exempt:
            if self._is_beyond or self._admission.is_full():
                self._admission.refuse()
                self._shed(cycle)
                return
            place = self._admission.place()
            scope: Any = cycle.scope
            scope[PLACE] = place
            if not cycle.more_body:  # it waited its turn on this connection, and is whole
                place.arrive()
        super()._start_asgi_task(cycle, app)

    def _shed_unparsed(self, data: bytes) -> bool:
        """Answer 503 to what is one whole request, and plainly so, before it is parsed; False where it is not that.

        With four times as much to do as there is time for, three requests are refused for each that is answered: 12 us
        for each of them, which parsing takes, would be time for every tenth answer.
        """
        cycle: RequestResponseCycle | None = self.cycle
        is_between = self._head_bytes == 0 and (cycle is None or (cycle.response_complete and not cycle.more_body))
        if not is_between or not data.startswith(ASKS):
            return False
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = data[:end].lower()
        # Whatever may move the end of the request, or close the connection after it, is left to the parser.
        if head.count(b"content-length") != 1 or UNSURE.search(head):
            return False
        length = LENGTH.search(head)
        if length is None or end + 4 + int(length[1]) != len(data):
            return False
        given = GIVEN_ID.search(data, 0, end + 2)
        self._admission.refuse()
        self._is_in_use = True
        if given:
            self.transport.write(self._answer(HttpCode.BUSY, BUSY, given[1].decode(), is_kept=True))
        else:
            if self._dated is not self.server_state.default_headers:  # uvicorn makes them anew with each second's Date
                self._dated = self.server_state.default_headers
                self._busy = self._answer(HttpCode.BUSY, BUSY, UNNAMED.decode(), is_kept=True)
            self.transport.write(self._busy.replace(UNNAMED, secrets.token_hex(8).encode()))
        return True

    def _shed(self, cycle: RequestResponseCycle) -> None:
        """Answer 503 in place of the app, which would take five times as long for it."""
        request_id, length = secrets.token_hex(8), b"0"
        for name, value in cycle.scope["headers"]:
            if name == b"x-request-id" and REQUEST_ID.fullmatch(value):
                request_id = value.decode()
            elif name == b"content-length":
                length = value
            elif name == b"transfer-encoding":
                length = b""
        # The rest of a short body is read and dropped, and the connection kept: to connect anew costs both sides more.
        # Requests that were sent ahead are dropped with the connection: there may be thousands in a packet.
        if len(length) > KEPT_DIGITS or not length or self.pipeline:
            cycle.keep_alive = False
        cycle.response_started = cycle.response_complete = True
        self.transport.write(self._answer(HttpCode.BUSY, BUSY, request_id, is_kept=cycle.keep_alive))
        if not cycle.keep_alive:
            self._close()
        self.on_response_complete()


def _place(cycle: RequestResponseCycle | None) -> Place | None:
    """The place of a request, where it has one."""
    scope: Any = cycle.scope if cycle is not None else {}
    found: Place | None = scope.get(PLACE)
    return found
