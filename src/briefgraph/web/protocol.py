"""The HTTP/1.1 connection, bounded before a request is whole.

uvicorn keeps a request's head until it ends, however long and however late, takes as many as come, and answers
what it cannot parse in plain text. Here each has a bound, what is beyond it is told so in JSON, and requests that
there is no place for are refused before they cost anything.
"""

import asyncio
import re
import secrets
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from briefgraph.web.admission import BUSY, PLACE, PLACELESS, SPARE, Admission, Place
from briefgraph.web.edge import NO_CONTENT, REQUEST_ID, SECURITY
from briefgraph.web.faults import JSON_TYPE, RETRY_AFTER, STATUS, HttpCode, fault_body

# Above the limits of the edge, so that a head which is only too long is refused there, with a log line.
MAX_HEAD_BYTES = 131_072
HEAD_S = 10.0  # that a client may take to send a head
STALL_S = 20.0  # that a client may take to read nothing of what was written to it
BEYOND_S = 1.0  # that one of these may take to ask
ASKS = b"POST /graphql HTTP/1.1\r\n"
UNSURE = re.compile(rb"transfer-encoding|upgrade|expect|connection(?!: keep-alive\r)")
LENGTH = re.compile(rb"\r\ncontent-length: ?([0-9]{1,6})(?:\r|\Z)")
GIVEN_ID = re.compile(rb"\r\n[Xx]-[Rr]equest-[Ii][Dd]: ?([A-Za-z0-9._-]{1,64})\r")
UNNAMED = b"0123456789abcdef"  # as long as an id is, since the length of the answer counts it
KEPT_DIGITS = 6  # of a refused body's length: below 1 MB it is read and dropped


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol with bounds on what it collects, on how long it waits, and on how many it serves."""

    _is_in_head = True
    _head_bytes = 0
    _is_beyond = False  # one connection more than are served
    _head_timer: asyncio.TimerHandle | None = None
    _stall_timer: asyncio.TimerHandle | None = None
    _unsent = 0
    _dated: object = None
    _busy = b""
    _is_in_use = False  # by requests that were refused, since a timer looked

    # --- connections -------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client connects. Beyond the bound it is told so once it has asked; far beyond, at once."""
        super().connection_made(transport)
        self._admission: Admission = self.config.app.state.admission  # type: ignore[union-attr]
        beyond = len(self.connections) - self._admission.max_connections
        self._is_beyond = beyond > 0
        if beyond > SPARE:
            self._admission.refuse()
            self._refuse(HttpCode.BUSY, BUSY)
            return
        # uvicorn waits for a first request for ever.
        self._head_timer = self.loop.call_later(BEYOND_S if self._is_beyond else HEAD_S, self._close_silent)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone, or was cut."""
        for cycle in (self.cycle, *(cycle for cycle, _ in self.pipeline)):
            place = _place(cycle)
            if place is not None:
                place.abandon()
        self._stop_timers()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """The connection becomes another protocol's."""
        self._stop_timers()
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        """The client reads slower than it is written to; one that reads nothing at all is cut."""
        super().pause_writing()
        self._unsent = self.transport.get_write_buffer_size()
        self._stall_timer = self.loop.call_later(STALL_S, self._cut_stalled)

    def resume_writing(self) -> None:
        """The client has read on."""
        super().resume_writing()
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _close_silent(self) -> None:
        if self._is_in_use:
            self._is_in_use = False
            self._head_timer = self.loop.call_later(HEAD_S, self._close_silent)
        elif not self.transport.is_closing():
            self.transport.close()

    def _cut_stalled(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if unsent >= self._unsent:
            self.transport.abort()
            return
        self._unsent = unsent
        self._stall_timer = self.loop.call_later(STALL_S, self._cut_stalled)

    def _stop_timers(self) -> None:
        for timer in (self._head_timer, self._stall_timer):
            if timer is not None:
                timer.cancel()
        self._head_timer = self._stall_timer = None

    # --- requests ----------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """A new request: nothing of it is here yet."""
        self._is_in_head, self._head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._is_in_head = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
        super().on_headers_complete()

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

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that was not used, unless it was, by requests that were refused."""
        if self._is_in_use:
            self._is_in_use = False
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
        else:
            super().timeout_keep_alive_handler()

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
            self.transport.close()
        self.on_response_complete()

    def data_received(self, data: bytes) -> None:
        """Bytes from the client. Counted after parsing: what a body brought along is no head."""
        if self._admission.is_full() and not self._is_beyond and self._shed_unparsed(data):
            return
        super().data_received(data)
        if self._is_in_head and not self.transport.is_closing():
            self._head_bytes += len(data)
            if self._head_timer is None:
                self._head_timer = self.loop.call_later(HEAD_S, self._close_silent)
            if self._head_bytes > MAX_HEAD_BYTES:
                is_url = len(self.url) > MAX_HEAD_BYTES // 2
                self._refuse(
                    HttpCode.URL_TOO_LONG if is_url else HttpCode.HEADERS_TOO_LARGE,
                    "the request's head is too long",
                )

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be parsed, and close."""
        self._refuse(HttpCode.BAD_REQUEST, "this is no HTTP/1.1 request")

    def _unsupported_upgrade_warning(self) -> None:
        """An offer to speak another protocol is declined by answering in this one; no line in the log."""

    def _refuse(self, code: HttpCode, message: str) -> None:
        self.transport.write(self._answer(code, message, secrets.token_hex(8), is_kept=False))
        self.transport.close()

    def _answer(self, code: HttpCode, message: str, request_id: str, *, is_kept: bool) -> bytes:
        body = fault_body(code, message, request_id)
        status = STATUS.get(code, 400)
        headers = [
            *self.server_state.default_headers,
            *SECURITY,
            (b"content-security-policy", NO_CONTENT),
            (b"content-type", JSON_TYPE),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", b"no-store"),
            (b"x-request-id", request_id.encode()),
        ]
        if not is_kept:
            headers.append((b"connection", b"close"))
        if status == 503:
            headers.append(RETRY_AFTER)
        lines = b"".join([b"%s: %s\r\n" % header for header in headers])
        return STATUS_LINE[status] + lines + b"\r\n" + body


def _place(cycle: RequestResponseCycle | None) -> Place | None:
    """The place of a request, where it has one."""
    scope: Any = cycle.scope if cycle is not None else {}
    found: Place | None = scope.get(PLACE)
    return found
