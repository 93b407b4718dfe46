"""The bundled files: read once at the start, so that no request leads to a path."""

import asyncio
import gzip
import re
from dataclasses import dataclass, field
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from briefgraph.api.faults import Code
from briefgraph.web.caching import Validators
from briefgraph.web.compression import FILE_LEVEL, GZIP, LEAST_BYTES, takes_gzip
from briefgraph.web.edge import EXCHANGE, Exchange, Receive, Scope, Send, send_whole
from briefgraph.web.faults import Headers, HttpFault

HASHED = re.compile(r"[.-][0-9A-Z]{8,}\.[a-z0-9]+", re.ASCII)  # a name that is another when the file is, as esbuild has it
FOREVER = b"public, max-age=31536000, immutable"
ASK = b"public, no-cache"
TEXTS = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(slots=True)
class Asset:
    """One file. It is compressed once, at its first use: 1.4 MB take 0.1 s."""

    body: bytes
    content_type: bytes
    control: bytes
    is_text: bool
    validators: Validators
    _compressed: bytes | None = field(default=None, repr=False)

    @classmethod
    def read(cls, path: Path) -> "Asset":
        """Read a file.

        Raises:
            OSError: it cannot be read.
        """
        body = path.read_bytes()
        guessed = guess_type(path.name)[0] or "application/octet-stream"
        is_text = guessed.startswith(TEXTS)
        return cls(
            body=body,
            content_type=f"{guessed}; charset=utf-8".encode() if is_text else guessed.encode(),
            control=FOREVER if HASHED.search(path.name) else ASK,
            is_text=is_text,
            validators=Validators(sha256(body).hexdigest()[:32]),
        )

    async def send(self, exchange: Exchange, send: Send, *, headers: Headers, vary: bytes = b"Accept-Encoding") -> None:
        """Answer a GET with the file, or with 304 where the client has it."""
        is_short = self.is_text and len(self.body) >= LEAST_BYTES and takes_gzip(exchange.header(b"accept-encoding"))
        own: Headers = [*headers, (b"vary", vary), (b"cache-control", self.control)]
        known = self.validators.matched(exchange.headers.get(b"if-none-match"), gzip=is_short)
        if known is not None:
            await send_whole(send, 304, b"", [*own, (b"etag", known)])
            return
        own += [(b"content-type", self.content_type), (b"etag", self.validators.of(GZIP if is_short else None))]
        if is_short:
            own.append((b"content-encoding", GZIP))
        await send_whole(send, 200, await self._short() if is_short else self.body, own)

    async def _short(self) -> bytes:
        """The body under gzip."""
        if self._compressed is None:
            self._compressed = await asyncio.to_thread(gzip.compress, self.body, FILE_LEVEL, mtime=0)
        return self._compressed


class Assets:
    """The files below a folder, as an ASGI application: what was not there at the start is not there."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._found = {
            f"{prefix}/{path.relative_to(folder).as_posix()}": Asset.read(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a file.

        Raises:
            HttpFault: there is no such file, or the method is neither GET nor HEAD.
        """
        asset = self._found.get(scope["path"])
        if asset is None:
            raise HttpFault(Code.NOT_FOUND, "there is no such page")
        if scope["method"] not in ("GET", "HEAD"):
            raise HttpFault(Code.METHOD_NOT_ALLOWED, "files take GET and HEAD", headers=[(b"allow", b"GET, HEAD")])
        await asset.send(scope[EXCHANGE], send, headers=[])
