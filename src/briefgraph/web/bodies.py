"""Reading a request's body: so long, in so much time, and not a byte more."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from briefgraph.web.faults import HttpCode, HttpFault

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
DRAIN_S = 1.0  # how long a refused body is still read
DRAIN_FACTOR = 4  # and how much of it, in limits


class Gone(Exception):
    """The client closed the connection before its body was whole. Nobody is left to answer."""


class Body:
    """The body of one request, read at most once. `limit` may be raised before it is read."""

    __slots__ = ("_is_whole", "_length", "_receive", "_seen", "_timeout_s", "limit")

    def __init__(
        self, receive: Receive, content_length: bytes | None, *, limit: int, timeout_s: float
    ) -> None:
        self._receive = receive
        self._length = content_length
        self.limit = limit
        self._timeout_s = timeout_s
        self._seen = 0
        self._is_whole = False

    async def read(self) -> bytes:
        """The whole body.

        Raises:
            HttpFault: BODY_TOO_LARGE, before anything is read where Content-Length tells, or
                BODY_TIMED_OUT.
            Gone: the client is.
        """
        if self._length is not None and self._length.isdigit() and int(self._length[:20]) > self.limit:
            raise self._too_large()
        chunks: list[bytes] = []
        try:
            async with asyncio.timeout(self._timeout_s):
                while not self._is_whole:
                    chunks.append(await self._next())
                    if self._seen > self.limit:
                        raise self._too_large()
        except TimeoutError:
            raise HttpFault(
                HttpCode.BODY_TIMED_OUT,
                f"the body was not here after {self._timeout_s:g} s",
                headers=[(b"connection", b"close")],
            ) from None
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    async def drain(self) -> bool:
        """Read what is left of a refused body, in bounds, and drop it; False where some is still to come.

        A client that is cut off while it sends never sees why; one that sends for ever must be.
        """
        try:
            async with asyncio.timeout(min(DRAIN_S, self._timeout_s)):
                while not self._is_whole and self._seen <= DRAIN_FACTOR * self.limit:
                    await self._next()
        except (TimeoutError, Gone):
            return False
        return self._is_whole

    async def _next(self) -> bytes:
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise Gone
        chunk: bytes = message.get("body", b"")
        self._seen += len(chunk)
        self._is_whole = not message.get("more_body", False)
        return chunk

    def _too_large(self) -> HttpFault:
        return HttpFault(HttpCode.BODY_TOO_LARGE, f"the body is longer than {self.limit:,} bytes")
