"""WebSocket connections, bounded: what uvicorn's own protocol leaves to chance with clients that misbehave.

A handshake that cannot be read is answered in JSON instead of a traceback, one that is silent is cut off whatever
is still to be sent, and a server that stops says so (1001).
"""

import logging
import secrets
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from briefgraph.web.faults import HttpCode
from briefgraph.web.protocol import refusal
from briefgraph.web.sse import ABORT

GOING_AWAY = 1001
CLOSE_S = 2.0  # that a client may take to answer a close
# uvicorn's lines on each connection hold its query string, and tell a client's fault as an exception; what is the
# app's own fault is logged at the edge.
SILENT = logging.getLogger("briefgraph.web.frames")
SILENT.setLevel(logging.CRITICAL)


class BoundedSocket(WebSocketsSansIOProtocol):
    """uvicorn's protocol over the sans-I/O half of `websockets`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.logger = SILENT
        self.close_timeout = CLOSE_S

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
        if not self.handshake_initiated:
            self._refuse()
        elif self.conn.close_sent is None:
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
