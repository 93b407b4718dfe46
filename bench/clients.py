"""Clients that cost little beside what they measure, the measured queries, and servers to measure against."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

STORY = """query($id: ID!) { story(id: $id) { id title lead publishedAt
  facts { edges { node { id position text claim { id backerCount } people { nodes { name } }
    citations { edges { marker label node { id name kind } } } } } }
  narratives { nodes { label stance text providers { nodes { name } } } }
  sources { edges { marker label node { name } } } } }"""
PAGE = """query($first: Int!) { stories(first: $first) { pageInfo { hasNextPage endCursor }
  edges { cursor node { id title publishedAt
    facts { nodes { id text citations { edges { marker node { id name } } } } }
    narratives { nodes { label stance providers { nodes { name } } } } } } } }"""
BACKERS = """query($id: ID!) { claim(id: $id) { text backerCount storyCount
  backers(first: 10) { edges { citationCount factCount storyCount firstAt lastAt node { id name kind }
    facts(first: 3) { nodes { text story { id title publishedAt } } } } } } }"""
BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
bodies = [open(name, 'rb').read() for name in sys.argv[2:]]
async def bare(request):
    await request.body()
    return Response(bodies[int(request.path_params['n'])], media_type='application/json')
uvicorn.run(Starlette(routes=[Route('/{n}', bare, methods=['POST'])]), port=int(sys.argv[1]),
            log_level='critical', access_log=False, loop='uvloop', http='httptools')
"""
HEAD = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    "Accept: application/json\r\nContent-Length: {size}\r\n\r\n"
)


def request_of(query: str, variables: dict[str, Any], path: str = "/graphql") -> bytes:
    """The bytes of a request."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    return HEAD.format(path=path, size=len(body)).encode() + body


class Reply:
    """An answer as it comes in: its body is `size` bytes, and whole when these are there."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.end = 0

    def is_whole(self, data: bytes) -> bool:
        self.data += data
        if not self.end:
            blank = self.data.find(b"\r\n\r\n")
            if blank < 0:
                return False
            head = bytes(self.data[:blank]).lower()
            assert b" 200 " in head[:20], bytes(self.data)
            self.end = blank + 4 + int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
        return len(self.data) >= self.end

    def body(self) -> bytes:
        return bytes(self.data).split(b"\r\n\r\n", 1)[1]


class Connection:
    """One keep-alive connection that waits for each answer."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request: bytes) -> bytes:
        self.socket.sendall(request)
        reply = Reply()
        while not reply.is_whole(self.socket.recv(1 << 18)):
            pass
        return reply.body()


class Hammer(asyncio.Protocol):
    """One of many keep-alive connections: the next request as soon as an answer is whole, until the end."""

    def __init__(self, requests: Iterator[bytes], end: float, times: list[float]) -> None:
        self.requests, self.end, self.times = requests, end, times
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self._next()

    def _next(self) -> None:
        self.reply = Reply()
        self.started = time.perf_counter()
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        if self.reply.is_whole(data):
            now = time.perf_counter()
            self.times.append((now - self.started) * 1_000)
            if now < self.end:
                self._next()
            else:
                self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if error:
            self.done.set_exception(error)
        else:
            self.done.set_result(None)


async def hammer(port: int, requests: Sequence[bytes], connections: int, seconds: float) -> tuple[float, list[float]]:
    """Requests a second over so many connections, and how long each took in ms."""
    loop, times, turns = asyncio.get_running_loop(), list[float](), cycle(requests)
    start = time.perf_counter()
    made = [
        await loop.create_connection(lambda: Hammer(turns, start + seconds, times), "127.0.0.1", port) for _ in range(connections)
    ]
    await asyncio.gather(*(protocol.done for _, protocol in made))
    return len(times) / (time.perf_counter() - start), times


def serve(port: int, store: str) -> list[str]:
    """The command that serves a store."""
    return [sys.executable, "-m", "briefgraph", "serve", "--store", store, "--port", str(port)]


def serve_bare(port: int, files: Sequence[Path]) -> list[str]:
    """The command of a starlette route that gives the bytes of a file."""
    return [sys.executable, "-c", BARE, str(port), *map(str, files)]


@contextmanager
def running(commands: dict[int, list[str]], **environment: str) -> Iterator[None]:
    """Servers by their ports, there when they listen and ended afterwards."""
    env = {**os.environ, **environment}
    servers = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) for command in commands.values()
    ]
    try:
        for port in commands:
            _wait_for(port)
        yield
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            Connection(port).socket.close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing answers on port {port}")
