"""The HTTP/1.1 connection, bounded before a request is whole.

uvicorn keeps a request's head until it ends, however long, and answers what it cannot parse in plain
text. Here a head that grows past its limit ends the connection, and both are told in JSON.
"""

import secrets

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from briefgraph.web.edge import NO_CONTENT, SECURITY
from briefgraph.web.faults import JSON_TYPE, STATUS, Headers, HttpCode, fault_body
from briefgraph.web.sse import ABORT

# Above the limits of the edge, so that a head which is only too long is refused there, with a log line.
MAX_HEAD_BYTES = 131_072


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol with a bound on what it collects."""

    _is_in_head = True
    _head_bytes = 0

    def on_message_begin(self) -> None:
        """A new request: nothing of it is here yet."""
        self._is_in_head, self._head_bytes = True, 0
        super().on_message_begin()
        self.scope["state"][ABORT] = self.transport.abort

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._is_in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Bytes from the client. Counted after parsing: what a body brought along is no head."""
        super().data_received(data)
        if self._is_in_head and not self.transport.is_closing():
            self._head_bytes += len(data)
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
        own = b"".join(b"%s: %s\r\n" % header for header in self.server_state.default_headers)
        self.transport.write(refusal(code, message, secrets.token_hex(8), own))
        self.transport.close()


def refusal(code: HttpCode, message: str, request_id: str, own: bytes = b"") -> bytes:
    """A whole response that refuses what no app has to look at; `own` are header lines more."""
    body = fault_body(code, message, request_id)
    lines = b"".join(b"%s: %s\r\n" % header for header in refusal_headers(body, request_id))
    return STATUS_LINE[STATUS.get(code, 400)] + own + lines + b"\r\n" + body


def refusal_headers(body: bytes, request_id: str) -> Headers:
    """The header of a response that refuses, and closes."""
    return [
        *SECURITY,
        (b"content-security-policy", NO_CONTENT),
        (b"content-type", JSON_TYPE),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
        (b"x-request-id", request_id.encode()),
    ]
