"""A client that sends what no client should: bytes, as they are, to a live server."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

HOST = b"127.0.0.1"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; status 0 where the server closed the connection without a word."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def code(self) -> str | None:
        """The code of the first error, where the body is JSON that has one."""
        try:
            return str(json.loads(self.body)["errors"][0]["extensions"]["code"])
        except (ValueError, LookupError, TypeError):
            return None


@dataclass(frozen=True, slots=True)
class Raw:
    """Where to send bytes to."""

    port: int
    timeout_s: float = 20.0

    async def send(self, data: bytes, *, ends: bool = False) -> Reply:
        """The first response to some bytes. With `ends` the client says that it has no more to send."""
        async with asyncio.timeout(self.timeout_s):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**24)
            try:
                writer.write(data)
                if ends:
                    writer.write_eof()
                return await _reply(reader)
            except (ConnectionResetError, BrokenPipeError):
                return Reply(0)
            finally:
                writer.close()

    async def post(self, body: bytes, **headers: str) -> Reply:
        """A POST to /graphql; names of headers with underscores, and JSON unless `content_type` says otherwise."""
        return await self.send(request(body=body, headers=headers))


async def _reply(reader: asyncio.StreamReader) -> Reply:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return Reply(0)
    first, *lines = head[:-4].split(b"\r\n")
    pairs = [line.decode("latin-1").split(":", 1) for line in lines]
    headers = {name.lower(): value.strip() for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Reply(int(first.split()[1]), headers, body)


def request(
    method: str = "POST", target: str = "/graphql", *, body: bytes = b"", headers: dict[str, str] | None = None, lines: bytes = b""
) -> bytes:
    """A request. Headers that are given come in place of the usual ones; `lines` follow them as they are."""
    usual = {"host": "127.0.0.1", "content-type": "application/json", "content-length": str(len(body))}
    usual |= {name.replace("_", "-"): value for name, value in (headers or {}).items()}
    head = f"{method} {target} HTTP/1.1\r\n".encode() + b"".join(
        f"{name}: {value}\r\n".encode("latin-1") for name, value in usual.items() if value != ""
    )
    return head + lines + b"\r\n" + body


def graphql(query: Any, **more: Any) -> bytes:
    """A GraphQL request as its body has it."""
    return json.dumps({"query": query, **more}).encode()
