"""The HTTP/1.1 connection, bounded in what it holds and in how long, where no application is there to do it.

uvicorn keeps a request's head until it ends, however long and however slow; a connection on which nothing is ever sent
stays open, and so does one whose client takes in nothing: closing it waits for what is still to be sent. Here each of
the three has the time that a body has. What cannot be parsed is told in JSON instead of plain text.
"""

import asyncio
import secrets
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from briefgraph.web.edge import NO_CONTENT, SECURITY
from briefgraph.web.faults import JSON_TYPE, RETRY_AFTER, STATUS, Headers, HttpCode, fault_body
from briefgraph.web.sse import ABORT

# Above the limits of the edge, so that a head which is only too long is refused there, with a log line.
MAX_HEAD_BYTES = 131_072
PARSED_URL_BYTES = 65_535  # that httptools can take apart


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol with bounds on what it collects and how long it waits. `timeout_s` is for a subclass to set."""

    timeout_s = 10.0
    url = b""  # uvicorn has none before the first request
    _is_in_head = True
    _head_bytes = 0
    _is_whole = True  # what is known of the last request: its body, too
    _reading: asyncio.TimerHandle | None = None
    _writing: asyncio.TimerHandle | None = None
    _waits_bytes = 0
    _running: RequestResponseCycle | None = None  # what is being answered

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client: it has to say something."""
        super().connection_made(transport)
        self._expect_bytes()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        if self._running is not None and not self._running.response_complete:
            # uvicorn tells the request that came last, which may be waiting behind this one: it would write on, and
            # fail with two traces in the log, once for each connection.
            self._running.disconnected = True
            self._running.message_event.set()
        self.pipeline.clear()
        self._expect_nothing()
        if self._writing is not None:
            self._writing.cancel()
        super().connection_lost(exc)
        self._unset_keepalive_if_required()  # uvicorn leaves it where the connection was cut

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    # --- reading -----------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """A new request: nothing of it is here yet."""
        self._is_in_head, self._head_bytes, self._is_whole = True, 0, False
        super().on_message_begin()
        self.scope["state"][ABORT] = self.transport.abort

    def on_headers_complete(self) -> None:
        """The head is whole; from here on it is the application that waits for the body."""
        self._is_in_head = False
        self._expect_nothing()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The body is whole."""
        self._is_whole = True
        self._expect_nothing()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """The answer is written, if not sent; a body that nobody reads must come to an end all the same."""
        super().on_response_complete()
        if not self._is_whole and not self._is_answering():
            self._expect_bytes()
        self._expect_taking()

    def data_received(self, data: bytes) -> None:
        """Bytes from the client. Counted after parsing: what a body brought along is no head."""
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self.transport.get_protocol() is not self:  # it speaks WebSocket now
            self._expect_nothing()
            return
        if self._is_in_head:
            self._head_bytes += len(data)
            if self._head_bytes > MAX_HEAD_BYTES:
                is_url = len(self.url) > MAX_HEAD_BYTES // 2
                self._refuse(
                    HttpCode.URL_TOO_LONG if is_url else HttpCode.HEADERS_TOO_LARGE,
                    "the request's head is too long",
                )
                return
        if not self._is_answering():
            self._expect_bytes()  # of a head, or of what comes before one: uvicorn's timer is gone by now

    def _is_answering(self) -> bool:
        """Whether a request is with the application."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _expect_bytes(self) -> None:
        """From now on the client has so long; a byte now and then is no more time."""
        if self._reading is None:
            self._reading = self.loop.call_later(self.timeout_s, self._read_too_late)

    def _expect_nothing(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read_too_late(self) -> None:
        self._reading = None
        if self.transport.is_closing():
            return
        if self._is_in_head and not self._is_whole:
            self._refuse(HttpCode.BODY_TIMED_OUT, f"the request's head was not here after {self.timeout_s:g} s")
        else:
            self._close()

    # --- writing -----------------------------------------------------------------------------

    def pause_writing(self) -> None:
        """More than 64 kB wait to be sent."""
        super().pause_writing()
        self._expect_taking()

    def resume_writing(self) -> None:
        """Less than 16 kB wait to be sent. While an answer goes on, that is as good as all of it."""
        super().resume_writing()
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        if not self._is_answering():
            self._expect_taking()

    def timeout_keep_alive_handler(self) -> None:
        """No new request came."""
        self._close()

    def shutdown(self) -> None:
        """The server stops."""
        super().shutdown()
        self._expect_taking()

    def _close(self) -> None:
        """Close when all is sent, or when the client does not take it in."""
        if not self.transport.is_closing():
            self.transport.close()
        self._expect_taking()

    def _expect_taking(self) -> None:
        """From now on the client has so long to take in some of what waits to be sent."""
        waits = self.transport.get_write_buffer_size()
        if waits and self._writing is None:
            self._waits_bytes = waits
            self._writing = self.loop.call_later(self.timeout_s, self._taken)

    def _taken(self) -> None:
        self._writing = None
        if self.transport.get_write_buffer_size() >= self._waits_bytes:
            self.transport.abort()
        else:
            self._expect_taking()

    # --- refusing ----------------------------------------------------------------------------

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be parsed, and close."""
        if len(self.url) > PARSED_URL_BYTES:
            self._refuse(HttpCode.URL_TOO_LONG, "the address is too long")
        else:
            self._refuse(HttpCode.BAD_REQUEST, "this is no HTTP/1.1 request")

    def _unsupported_upgrade_warning(self) -> None:
        """An offer to speak another protocol is declined by answering in this one; no line in the log."""

    def _refuse(self, code: HttpCode, message: str) -> None:
        if self._is_answering() and self.cycle.response_started:
            self._close()  # in the middle of an answer it would be read as a part of that
            return
        self.transport.write(self._answer(code, message, secrets.token_hex(8), is_kept=False))
        self._close()

    def _answer(self, code: HttpCode, message: str, request_id: str, *, is_kept: bool) -> bytes:
        """A refusal whole, with the headers that each answer has."""
        own = b"".join([b"%s: %s\r\n" % header for header in self.server_state.default_headers])
        return refusal(code, message, request_id, own, is_kept=is_kept)


def refusal(code: HttpCode, message: str, request_id: str, own: bytes = b"", *, is_kept: bool = False) -> bytes:
    """A whole response that refuses what no app has to look at; `own` are header lines more."""
    body, status = fault_body(code, message, request_id), STATUS.get(code, 400)
    headers = refusal_headers(body, request_id)
    if not is_kept:
        headers.append((b"connection", b"close"))
    if status == 503:
        headers.append(RETRY_AFTER)
    lines = b"".join([b"%s: %s\r\n" % header for header in headers])
    return STATUS_LINE[status] + own + lines + b"\r\n" + body


def refusal_headers(body: bytes, request_id: str) -> Headers:
    """The header of a response that refuses; whether it closes the connection is not in it."""
    return [
        *SECURITY,
        (b"content-security-policy", NO_CONTENT),
        (b"content-type", JSON_TYPE),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"x-request-id", request_id.encode()),
    ]


def timed(protocol: type[BoundedProtocol], timeout_s: float) -> type[BoundedProtocol]:
    """A protocol with a setting's time."""
    return type("TimedProtocol", (protocol,), {"timeout_s": timeout_s})
