"""WebSocket connections, bounded: what uvicorn's own protocol leaves to chance with clients that misbehave.

A handshake that cannot be read is answered in JSON instead of a traceback, one that is silent is cut off whatever
is still to be sent, and a server that stops says so (1001).
"""

import logging
import secrets
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol

from briefgraph.web.faults import HttpCode, fault_body
from briefgraph.web.protocol import refusal, refusal_headers
from briefgraph.web.sse import ABORT

GOING_AWAY = 1001
CLOSE_S = 2.0  # that a client may take to answer a close
# uvicorn's lines on each connection hold its query string, and tell a client's fault as an exception; what is the
# app's own fault is logged at the edge.
SILENT = logging.getLogger("briefgraph.web.frames")
SILENT.setLevel(logging.CRITICAL)


class _Handshake(ServerProtocol):
    """The sans-I/O half, which refuses in JSON."""

    def reject(self, status: int, text: str) -> Response:
        """A response to what is no handshake; the library's sentence is left out."""
        response = super().reject(status, text)
        request_id = secrets.token_hex(8)
        response.body = fault_body(HttpCode.BAD_REQUEST, "this is no WebSocket handshake", request_id)
        for name, value in [*refusal_headers(response.body, request_id), (b"connection", b"close")]:
            response.headers.pop(name.decode(), None)
            response.headers[name.decode()] = value.decode()
        return response


class BoundedSocket(WebSocketsSansIOProtocol):
    """uvicorn's protocol over the sans-I/O half of `websockets`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.logger = SILENT
        self.conn = _Handshake(max_size=self.config.ws_max_size, logger=SILENT)
        self.close_timeout = CLOSE_S

    def data_received(self, data: bytes) -> None:
        """Bytes from the client, the whole head first."""
        super().data_received(data)
        if not self.handshake_initiated and self.conn.handshake_exc is not None and not self.transport.is_closing():
            self._refuse()  # the library only falls silent

    def handle_connect(self, event: Request) -> None:
        """A handshake that is whole."""
        try:
            super().handle_connect(event)
        except UnicodeError:
            self._refuse()
            return
        if hasattr(self, "scope"):  # else it was refused
            self.scope["state"][ABORT] = self.transport.abort

    def handle_parser_exception(self) -> None:
        """What is no WebSocket, before the handshake or behind it."""
        if self.conn.close_sent is None:
            self.transport.abort()
        else:
            super().handle_parser_exception()

    def keepalive_timeout(self) -> None:
        """A client that answers no ping: nothing that is still to be sent will be read."""
        super().keepalive_timeout()
        self.transport.abort()

    def shutdown(self) -> None:
        """The server stops."""
        if self.handshake_complete and not self.close_sent:
            self.stop_keepalive()
            self.queue.put_nowait({"type": "websocket.disconnect", "code": GOING_AWAY})
            self.conn.send_close(GOING_AWAY)
            self.close_sent = True
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()
            return
        super().shutdown()

    def _refuse(self) -> None:
        body = refusal(HttpCode.BAD_REQUEST, "this is no WebSocket handshake", secrets.token_hex(8))
        self.handshake_complete = self.close_sent = True
        self.transport.write(body)
        self.transport.close()
