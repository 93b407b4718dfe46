"""A TCP proxy on loopback that can misbehave: refuse, fall silent, dribble, or cut a connection at a chosen byte."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

COMMIT = b"\0\2\xb0\x12\0\0"  # Bolt's message in its frame
Look = Callable[[bytes], bool]  # sees what a client sends; True cuts the connection


class Proxy:
    """Passes bytes to `port` until told otherwise. `async with` opens and closes it; `own` is the port that it takes."""

    def __init__(self, port: int, own: int = 0) -> None:
        self._target = port
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._flow = asyncio.Event()
        self._flow.set()
        self.port = own
        self.cut_before: Look | None = None  # the bytes are not passed on
        self.cut_after: Look | None = None  # they are, and the answer is not
        self.cut_answer_at: int | None = None  # bytes of answers that are still passed on
        self.pause_s: float | None = None  # between two bytes of an answer

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.refuse()

    @property
    def address(self) -> str:
        """Where a driver finds it, without routing."""
        return f"bolt://127.0.0.1:{self.port}"

    async def listen(self) -> None:
        """Take connections, on the same port as before."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Cut all connections and take no new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.cut()
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """Cut all connections, by a reset."""
        for writer in self._writers:
            writer.transport.abort()

    def fall_silent(self) -> None:
        """Take bytes and connections, and pass nothing on."""
        self._flow.clear()

    def speak(self) -> None:
        """End `fall_silent`."""
        self._flow.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            onward_reader, onward = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        pair = {writer, onward}
        self._writers |= pair
        tasks = {
            asyncio.create_task(self._pass(reader, onward, pair, from_client=True)),
            asyncio.create_task(self._pass(onward_reader, writer, pair, from_client=False)),
        }
        self._tasks |= tasks
        await asyncio.wait(tasks)
        self._tasks -= tasks
        self._writers -= pair

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pair: set[asyncio.StreamWriter], *, from_client: bool
    ) -> None:
        try:
            while data := await reader.read(1 << 16):
                await self._flow.wait()
                if from_client and self.cut_before is not None and self.cut_before(data):
                    break
                if not from_client and self.cut_answer_at is not None:
                    self.cut_answer_at -= len(data)
                    if self.cut_answer_at <= 0:
                        break
                pause_s = None if from_client else self.pause_s
                if pause_s is not None:
                    for byte in data:
                        writer.write(bytes((byte,)))
                        await asyncio.sleep(pause_s)
                else:
                    writer.write(data)
                await writer.drain()
                if from_client and self.cut_after is not None and self.cut_after(data):
                    break
        except OSError:
            pass
        finally:
            for end in pair:
                end.transport.abort()


@contextmanager
def proxy_beside(port: int) -> Iterator[Proxy]:
    """A proxy in a thread of its own, for what runs an event loop itself; only its attributes may be touched."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    proxy = Proxy(port)
    try:
        asyncio.run_coroutine_threadsafe(proxy.listen(), loop).result()
        yield proxy
    finally:
        asyncio.run_coroutine_threadsafe(proxy.refuse(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
