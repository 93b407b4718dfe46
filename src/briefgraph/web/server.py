"""Runs the server in this process until it is told to stop."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from starlette.applications import Starlette

from briefgraph.config import Settings
from briefgraph.engines import open_store
from briefgraph.errors import SettingError
from briefgraph.graph.queries import read_all
from briefgraph.web.app import create_app
from briefgraph.web.frames import BoundedSocket
from briefgraph.web.protocol import timed
from briefgraph.web.shedding import SheddingProtocol
from briefgraph.web.websocket import keyed_bytes

KEEP_ALIVE_S = 20
GRACE_S = 4  # for requests under way at SIGTERM: the whole stop takes 5 s at most
BACKLOG = 1_024
# Bytes of an answer that the kernel holds unsent for one client. On its own it holds up to 4 MB, takes the next ones when
# a third of them is gone, and for so long a slow reader looks like one that reads nothing.
UNSENT_BYTES = 65_536


def serve(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve until SIGTERM, SIGINT or SIGHUP, then finish what is under way and return.

    Args:
        announce: told the address, once, when requests are taken.

    Raises:
        SettingError: the address cannot be listened on.
        QueryFileError: a query file breaks the rules of its header.
        StoreError: the store cannot be opened.
    """
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(settings, announce))


async def _serve(settings: Settings, announce: Callable[[str], None]) -> None:
    read_all()  # a query file that breaks a rule is no surprise for a client
    store = open_store(settings)
    try:
        listener = listen(settings.host, settings.port)
        try:
            app = create_app(settings, store)
            server = _Server(config(app, settings), lambda: announce(address_of(listener)), app.state.stop)
            # What is here now stays: looking through it again and again was a third of a large answer's time.
            gc.collect()
            gc.freeze()
            with _Stopping(server):
                await server.serve(sockets=[listener])
        finally:
            listener.close()
    finally:
        await store.close()


def config(app: Starlette, settings: Settings) -> uvicorn.Config:
    """How uvicorn runs an app of ours."""
    return uvicorn.Config(
        app,
        http=timed(SheddingProtocol, settings.body_timeout_s),
        ws=BoundedSocket,
        ws_max_size=keyed_bytes(settings),
        ws_per_message_deflate=False,  # a window for each client, and bytes that grow a thousandfold
        log_config=None,
        access_log=False,
        server_header=False,
        # X-Forwarded-For is whatever a client writes: nothing here believes it.
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=GRACE_S,
        backlog=BACKLOG,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        SettingError: the port is taken, the host is none of this machine's, or neither may be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        hint = "choose another with --port, or 0 for a free one" if port else "choose another with --host"
        raise SettingError(f"{host}:{port} cannot be listened on: {error.strerror}; {hint}") from error
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):  # not on Windows; a connection has what its listener has
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
    return listener


def address_of(listener: socket.socket) -> str:
    """The address that a browser reaches a listening socket under."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - it is looked for, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Callable[[], None], stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started
        self._stopping = stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._tell()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stopping()
        await super().shutdown(sockets=sockets)


class _Stopping:
    """Makes a signal a reason to stop, and no more.

    uvicorn raises the signals that it caught a second time when it is done, so that the process ends by
    them; here they find a handler that does nothing, and the exit code is 0.
    """

    def __init__(self, server: uvicorn.Server) -> None:
        self._server = server
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._before[number] = signal.signal(number, self._stop)

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _stop(self, *_: object) -> None:
        self._server.should_exit = True


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:  # there is none for Windows
        return None
    return uvloop.new_event_loop
