"""gzip for answers that are long enough, for clients that take it.

Only whole answers pass here: what is streamed is written as it comes and never waits for a compressor.
"""

import asyncio
import gzip
from functools import lru_cache

from briefgraph.web.negotiation import ACCEPT_CHARS, Q

GZIP = b"gzip"
LEAST_BYTES = 1_400  # what fits into one packet arrives no sooner for being shorter
# bench/compression.py, answers of 7 and 226 kB: level 1 leaves 26 and 23 % of them, at 316 and 184 MB/s; level 6 leaves
# 24 and 19 %, at 195 and 42. Four points of a length are not worth four times the core.
LEVEL = 1
THREAD_BYTES = 100_000  # 0.5 ms; above that the event loop is left to the others
FILE_LEVEL = 9  # of a file that is compressed once


@lru_cache(256)
def takes_gzip(accept_encoding: str | None) -> bool:
    """Whether a client takes gzip, and would not rather have it plain, by RFC 9110 (12.5.3).

    Who says nothing is given it plain. `identity;q=0` without anything else that there is here is given it plain too.
    """
    if accept_encoding is None:
        return False
    found: dict[str, float] = {}
    for part in accept_encoding[:ACCEPT_CHARS].lower().split(","):
        name, *parameters = [piece.strip() for piece in part.split(";")]
        q = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                q = float(value) if Q.fullmatch(value.strip()) else 0.0
        found[name] = q
    wanted = found.get("gzip", found.get("x-gzip", found.get("*", 0.0)))
    return wanted > 0 and wanted >= found.get("identity", 0.0)


async def compressed(body: bytes) -> bytes:
    """The body under gzip: the same bytes for the same body."""
    if len(body) < THREAD_BYTES:
        return gzip.compress(body, LEVEL, mtime=0)
    return await asyncio.to_thread(gzip.compress, body, LEVEL, mtime=0)
