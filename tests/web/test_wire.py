"""Bytes that lie, drip, or never end, against a live server: each is answered or cut, and the next client is served."""

import re
import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.web.test_server import HEAD, Server

TIME_S = 0.4
DEADLINE_S = 5.0  # of a fault that the setting above bounds
ASK = b'{"query":"{ __typename }"}'
GET = b"GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n"
IDLE = 1_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = min(max(soft, 4 * IDLE), hard) if hard != resource.RLIM_INFINITY else max(soft, 4 * IDLE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))  # the server has what this process has
    running = Server(Path(tmp_path_factory.mktemp("wire")), body_timeout_s=str(TIME_S), log_level="warning")  # nobody reads its log
    try:
        yield running
        code, log = running.stop()
        assert code == 0
        assert "Traceback" not in log
        assert all(len(line) <= 1_024 for line in log.splitlines())
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        if running.process.poll() is None:
            running.process.kill()
            running.process.communicate()


def served(server: Server) -> bool:
    status, found = server.ask("POST", "/graphql", ASK)
    return (status, found["data"]) == (200, {"__typename": "Query"})


@pytest.mark.parametrize(
    ("data", "statuses"),
    [
        (HEAD + b"Content-Length: 1000\r\n\r\n" + ASK, [b"408"]),
        (HEAD + b"Content-Length: 5\r\n\r\n" + ASK, [b"400"]),
        (HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [b"400"]),
        (HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", [b"400"]),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", [b"400"]),
        (HEAD + b"Content-Length: -1\r\n\r\n", [b"400"]),
        (HEAD + b"Content-Length: 99999999999999999999\r\n\r\n", [b"400"]),
        (HEAD + b"Transfer-Encoding: gzip\r\n\r\n", [b"400"]),
        (HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n" + ASK + b"\r\n0\r\n\r\n", [b"200"]),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", [b"400"]),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1a\r\n" + ASK, [b"408"]),
        (HEAD + b"Content-Length: 20000000\r\n\r\n" + b" " * 20_000_000, [b"413"]),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + (b"4000\r\n" + b" " * 16_384 + b"\r\n") * 1_250, [b"413"]),
        (HEAD + b"Content-Length: 26\r\n\r\n", [b"408"]),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [b"414"]),
        (GET + b"X-A: 1\r\n" * 20_000 + b"Connection: close\r\n\r\n", [b"431"]),
        (GET + b"X-A: 1\r\n" * 5_000 + b"Connection: close\r\n\r\n", [b"431"]),
        (GET.replace(b"localhost", b"evil.example") + b"Connection: close\r\n\r\n", [b"400"]),
        (GET.replace(b"Host: localhost\r\n", b"") + b"Connection: close\r\n\r\n", [b"400"]),
        (GET + b"Host: evil.example\r\nConnection: close\r\n\r\n", [b"400"]),
        (GET.replace(b"GET", b"TRACE") + b"Connection: close\r\n\r\n", [b"405"]),
        (GET.replace(b"GET", b"PUT") + b"Connection: close\r\n\r\n", [b"405"]),
        (GET.replace(b"GET", b"BREW") + b"Connection: close\r\n\r\n", [b"400"]),
        (b"CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [b"400"]),
        (GET.replace(b"1.1", b"3.0") + b"\r\n", [b"400"]),
        (GET + b" folded: 1\r\n\r\n", [b"400"]),
        (GET + b"X-A : 1\r\n\r\n", [b"400"]),
        (GET + b"X-A: a\rb\r\nConnection: close\r\n\r\n", [b"400"]),
        (GET + b"X-A: a\x00b\r\n\r\n", [b"400"]),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", [b"400"]),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [b"400"]),
        (GET + b"\r\n" + GET + b"Connection: close\r\n\r\n", [b"200", b"200"]),
        (GET + b"Expect: 100-continue\r\nConnection: close\r\n\r\n", [b"200"]),
    ],
    ids=lambda value: value[:60].decode("latin-1").replace("\r\n", " ") if isinstance(value, bytes) else None,
)
def test_what_lies_about_itself_is_answered_and_cut(server: Server, data: bytes, statuses: list[bytes]) -> None:
    started = time.monotonic()
    got = server.raw(data)

    assert time.monotonic() - started < DEADLINE_S
    # Who still sends when it is cut may see no answer.
    if got or len(data) < 100_000:
        assert re.findall(rb"HTTP/1\.1 (\d{3}) (?!Continue)", got) == statuses, got[:500]
        assert got.count(b"nosniff") == len(statuses)
    assert served(server)


@pytest.mark.parametrize(
    "body",
    [b"null", b"5", b"[]", b"[" + ASK + b"]", b'{"query":"{ __typename }","operationName":5}', b"\xff\xfe", b"[" * 90_000],
    ids=["null", "number", "empty batch", "batch", "operationName 5", "UTF-16", "brackets"],
)
def test_a_body_that_is_no_request_is_400(server: Server, body: bytes) -> None:
    status, found = server.ask("POST", "/graphql", body)

    assert (400, "BAD_BODY") == (status, found["errors"][0]["extensions"]["code"])


def test_a_byte_now_and_then_is_no_body_and_no_head(server: Server) -> None:
    """The sender goes on until it is cut; who asks beside it is served."""
    for start in (HEAD + b"Content-Length: 5000\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: "):
        with socket.create_connection(("127.0.0.1", server.port), timeout=TIME_S / 8) as slow:
            slow.sendall(start)
            started, got = time.monotonic(), b""
            with suppress(ConnectionError):
                while not got and time.monotonic() - started < DEADLINE_S:
                    slow.sendall(b"a")
                    assert served(server)
                    with suppress(TimeoutError):
                        got = slow.recv(65_536)
            assert got.startswith(b"HTTP/1.1 408 "), got[:100]


def test_a_thousand_idle_connections_hold_nobody_up(server: Server) -> None:
    with ExitStack() as stack:
        kept, silent = [], []
        for place in range(IDLE):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE_S))
            if place % 2:
                silent.append(client)
            else:
                client.sendall(GET + b"\r\n")
                kept.append(client)
        for client in kept:
            assert client.recv(65_536).startswith(b"HTTP/1.1 200 ")
        assert served(server)
        for client in silent:  # who never asked is let go; who did may ask again
            assert client.recv(1) == b""
        kept[0].sendall(GET + b"\r\n")
        assert kept[0].recv(65_536).startswith(b"HTTP/1.1 200 ")
    assert served(server)
