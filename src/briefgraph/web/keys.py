"""The API key: who may change the graph.

The key is kept and compared as its SHA-256, in constant time. Keys are random, so that one hash is
enough: a slow one would cost more at each request than the query.
"""

import hmac
from hashlib import sha256

from briefgraph.web.faults import HttpCode, HttpFault

KEY_CHARS = 1_000  # a longer Authorization is no key; hashing it would be work for nothing


class KeyRing:
    """The keys that are valid: at present one, or none."""

    __slots__ = ("_digest",)

    def __init__(self, key: str | None) -> None:
        self._digest = sha256(key.encode()).digest() if key else None

    def admits(self, authorization: bytes | None) -> bool:
        """Whether a request with this Authorization may change the graph.

        One without a bearer's key may not, and neither may any where no key is set.

        Raises:
            HttpFault: UNAUTHORIZED; a key is given and it is another one. Answered with what is open
                to all, the mistake would stay unseen.
        """
        if self._digest is None or authorization is None:
            return False
        scheme, _, key = authorization[:KEY_CHARS].partition(b" ")
        if scheme.lower() != b"bearer":
            return False
        if hmac.compare_digest(sha256(key.strip()).digest(), self._digest):
            return True
        raise HttpFault(
            HttpCode.UNAUTHORIZED,
            "the key is not valid here",
            headers=[(b"www-authenticate", b'Bearer realm="briefgraph", error="invalid_token"')],
        )
