"""From an Authorization to who asks.

A key is looked up by its public id and compared as its SHA-256, in constant time: 256 random bits need no
slow hash, which would cost more at each request than the query.
"""

import hmac
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from briefgraph.api.callers import EVERYTHING, Caller, Scope
from briefgraph.errors import SettingError
from briefgraph.web.faults import HttpCode, HttpFault
from briefgraph.web.keyfile import ENV_NAME, KEY, Key, read_keys

log = logging.getLogger(__name__)
KEY_CHARS = 1_000  # a longer Authorization is no key; hashing it would be work for nothing
NOBODY = bytes(32)  # what the hash of a key with an unknown id is compared with

Signature = tuple[int, int, int, int] | str | None


def _now() -> datetime:
    return datetime.now(UTC)


class KeyRing:
    """The keys that are valid: that of the environment, and those of a file.

    The file is looked at (2 us) at each request with a key of its form, and read again when it has changed.

    Raises:
        SettingError: the file is damaged or cannot be read. When that happens later, its keys are refused and the log
            says why.
    """

    __slots__ = ("_by_id", "_env", "_now", "_path", "_seen", "_unkeyed")

    def __init__(
        self, key: str | None, path: Path | None = None, *, open_reading: bool = True, now: Callable[[], datetime] = _now
    ) -> None:
        self._env = sha256(key.encode()).digest() if key else None
        self._path = path
        self._now = now
        self._unkeyed = frozenset({Scope.READ}) if open_reading else frozenset[Scope]()
        self._by_id: dict[str, Key] = {}
        self._seen: Signature = None
        if path is not None:
            self._seen = _signature(path)
            self._by_id = {key.id: key for key in read_keys(path)}

    def caller(self, authorization: bytes | None) -> Caller:
        """Who sent a request with this Authorization; one without a bearer's key is nobody in particular.

        Raises:
            HttpFault: UNAUTHORIZED; a key is given that is unknown, revoked or expired. Answered with what is open
                to all, the mistake would stay unseen.
        """
        if authorization is None:
            return Caller(scopes=self._unkeyed)
        scheme, _, key = authorization[:KEY_CHARS].partition(b" ")
        if scheme.lower() != b"bearer":
            return Caller(scopes=self._unkeyed)
        key = key.strip()
        digest = sha256(key).digest()
        form = KEY.fullmatch(key)
        if form is not None and self._path is not None:
            self._look(self._path)
            held = self._by_id.get(form[1].decode())
            if hmac.compare_digest(digest, held.digest if held else NOBODY) and held:
                state = held.state(self._now())
                if state != "valid":
                    raise _unauthorized(f"the key is {state}")
                return Caller(held.name, held.scopes | self._unkeyed)
        if self._env is not None and hmac.compare_digest(digest, self._env):
            return Caller(ENV_NAME, EVERYTHING)
        raise _unauthorized("the key is not valid here")

    def _look(self, path: Path) -> None:
        """Read the file again where it is another one than before."""
        signature = _signature(path)
        if signature == self._seen:
            return
        self._seen, self._by_id = signature, {}
        try:
            self._by_id = {key.id: key for key in read_keys(path)}
        except SettingError as error:
            log.error("no key of the keys' file is taken: %s", error)  # noqa: TRY400 - the sentence says it all


def _signature(path: Path) -> Signature:
    """What changes whenever the file does, or who may read it."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return str(error.errno)
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _unauthorized(message: str) -> HttpFault:
    return HttpFault(
        HttpCode.UNAUTHORIZED,
        message,
        headers=[(b"www-authenticate", b'Bearer realm="briefgraph", error="invalid_token"')],
    )
