"""Validators: what a client keeps, and how it asks whether that still holds.

The answer to a GET query follows from the graph, from the request, and from this build of briefgraph. So its ETag is
a digest of the graph's version (`Store.version`), of the request and of the build, known before anything is run: a
client that has the answer costs one look-up of the version.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import inf
from time import monotonic

import orjson

from briefgraph import __version__
from briefgraph.api.execution import GraphQLRequest
from briefgraph.config import SETTINGS, Settings
from briefgraph.errors import BriefgraphError
from briefgraph.resources import FOLDERS, resource, resources
from briefgraph.web.compression import GZIP

TAG = re.compile(rb'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*+")\s*+(?:,|$)')
DIGEST_CHARS = 32
MOMENT_S = 1.0  # on Neo4j a look-up is a round trip, and a busy server makes one for a question instead of two
SUFFIXES = {"cypher": ".cypher", "schema": ".graphql", "sql": ".sql"}


@dataclass(frozen=True, slots=True)
class Validators:
    """The ETags of one answer: each form of its bytes has its own, so that both are strong (RFC 9110, 8.8.3.3)."""

    digest: str

    def of(self, coding: bytes | None) -> bytes:
        """The ETag of the answer as it is, or under a coding."""
        return f'"{self.digest}{"-" + coding.decode() if coding else ""}"'.encode()

    def matched(self, if_none_match: bytes | None, *, gzip: bool) -> bytes | None:
        """The ETag that a client has, of a form that it takes. `*` is none: before anything is run, nobody knows."""
        if if_none_match is None:
            return None
        has = tags(if_none_match)
        return next((tag for tag in map(self.of, (GZIP, None) if gzip else (None,)) if tag in has), None)


class Caching:
    """How answers to GET may be kept."""

    def __init__(self, settings: Settings) -> None:
        # Limits are part of what an answer says; a store's address and secrets are not.
        limits = {row.name: str(getattr(settings, row.name)) for row in SETTINGS if row.name.startswith(("max_", "query_"))}
        self._base = sha256(f"{build()} {sorted(limits.items())}".encode())
        self._age = settings.cache_max_age_s

    def validators(self, version: str, request: GraphQLRequest, media: str) -> Validators:
        """The ETags of the answer to a request, in one type, of one version of the graph."""
        digest = self._base.copy()
        parts = [version, media, request.query, request.operation_name, request.variables]
        digest.update(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS))
        return Validators(digest.hexdigest()[:DIGEST_CHARS])

    def control(self, *, is_keyed: bool) -> bytes:
        """Cache-Control of an answer: shared caches keep none that was given to a key."""
        scope = "private" if is_keyed else "public"
        return f"{scope}, max-age={self._age}".encode() if self._age else f"{scope}, no-cache".encode()


class GraphVersion:
    """The graph's version, and when it was last seen."""

    def __init__(self, look_up: Callable[[], Awaitable[str | None]]) -> None:
        self._look_up = look_up
        self._seen: str | None = None
        self._seen_at = -inf

    async def now(self) -> str | None:
        """What the store says.

        Raises:
            StoreError: it says nothing.
        """
        self._seen = await self._look_up()
        self._seen_at = monotonic()
        return self._seen

    async def before(self) -> str | None:
        """One that the graph had a moment ago: enough where it is looked at again afterwards. Else as `now`."""
        return self._seen if monotonic() - self._seen_at < MOMENT_S else await self.now()

    async def is_still(self, version: str) -> bool:
        """Whether the graph has been this one since. Versions are never used twice, so that one look tells."""
        try:
            return await self.now() == version
        except BriefgraphError:
            return False  # the answer is there all the same


@cache
def build() -> str:
    """A digest of what answers are made from, besides the graph: the version, the schema and the query texts."""
    digest = sha256(__version__.encode())
    for folder in FOLDERS:
        for path in resources(folder, SUFFIXES[folder]):
            digest.update(path.encode() + resource(path).read_bytes())
    return digest.hexdigest()


def tags(if_none_match: bytes) -> set[bytes]:
    """The ETags of an If-None-Match, without what marks them as weak: so they are compared (RFC 9110, 13.1.2)."""
    return set(TAG.findall(if_none_match))
