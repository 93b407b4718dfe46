"""The file of the API keys: who may do what, with the SHA-256 of each key and no key.

It lies beside the store and not in it, so that no copy, dump or backup of a graph carries keys, and both
engines have the same (docs/decisions/0012). Commands change it under a lock by putting a new file in its place:
a reader finds the old one or the new one, whole, whenever it looks.
"""

import contextlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from briefgraph.address import SqliteAddress, read_address
from briefgraph.api.callers import Scope
from briefgraph.config import Settings
from briefgraph.disk import sync, sync_folder
from briefgraph.errors import BadInput, SettingError

VERSION = 1
MAX_BYTES = 4_000_000  # some 10,000 keys
ENV_NAME = "env"  # of the key that BRIEFGRAPH_API_KEY is
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
# Found by scanners for secrets: a fixed beginning, a public id that leads to the record, 256 random bits.
KEY = re.compile(rb"bg_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Key:
    """What is kept of a key. Times are UTC; an id is 12 hexadecimal digits and no secret."""

    id: str
    name: str
    scopes: frozenset[Scope]
    digest: bytes
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> str:
        """valid, expired or revoked."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= now else "valid"


def keys_path(settings: Settings) -> Path | None:
    """Where the keys are; None where nothing says so, and the store is no file to lie beside."""
    if settings.keys_file is not None:
        return settings.keys_file
    address = read_address(settings.store)
    return address.path.with_name(address.path.name + ".keys") if isinstance(address, SqliteAddress) else None


def read_keys(path: Path) -> list[Key]:
    """The keys of a file, in the order in which they were made. Where there is no file there are none.

    Raises:
        SettingError: the file is damaged, cannot be read, or others than its owner may write to it.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & 0o022 and os.name == "posix":
                raise SettingError(f"{path} may be written by others than its owner; chmod 600 it, and look at its keys")
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SettingError(f"{path}: the keys cannot be read: {error.strerror}") from error
    try:
        if len(data) > MAX_BYTES:
            raise ValueError
        found = orjson.loads(data)
        if found["version"] != VERSION:
            raise ValueError
        keys = [_key(row) for row in found["keys"]]
        if len({key.id for key in keys}) != len(keys):
            raise ValueError
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        # The error itself may hold a piece of the file.
        raise SettingError(
            f"{path} holds no keys of briefgraph, or is damaged: no key of it is valid; put it back from a copy, or "
            "move it away and make new keys"
        ) from error
    return keys


def _key(row: dict[str, Any]) -> Key:
    digest = row["sha256"]
    if not KEY.fullmatch(b"bg_%s_%s" % (row["id"].encode(), b"x" * 43)) or not NAME.fullmatch(row["name"]):
        raise ValueError
    if not DIGEST.fullmatch(digest):
        raise ValueError
    created = _time(row["createdAt"])
    if created is None:
        raise ValueError
    return Key(
        id=row["id"],
        name=row["name"],
        scopes=frozenset(Scope(scope) for scope in row["scopes"]),
        digest=bytes.fromhex(digest),
        created_at=created,
        expires_at=_time(row["expiresAt"]),
        revoked_at=_time(row["revokedAt"]),
    )


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError
    return found.astimezone(UTC)


def create_key(path: Path, name: str, scopes: Iterable[Scope], expires_at: datetime | None = None) -> str:
    """Make a key, keep its SHA-256, and give the key itself: nothing can show it again.

    Raises:
        BadInput: the name is none, a key that is not revoked has it, no scope is given, or it would expire at once.
        SettingError: as for `read_keys`, or the file cannot be written.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    if not NAME.fullmatch(name) or name == ENV_NAME:
        raise BadInput(f"{name!r} is no name for a key: 1 to 64 letters, digits, dots, hyphens and underscores, and not env")
    held = frozenset(scopes)
    if not held:
        raise BadInput("a key without a scope is good for nothing; give it one, or several")
    if expires_at is not None and expires_at <= now:
        raise BadInput(f"{expires_at:%Y-%m-%dT%H:%M:%SZ} is past; a key that has expired is good for nothing")
    id = secrets.token_hex(6)
    text = f"bg_{id}_{secrets.token_urlsafe(32)}"
    with _changing(path):
        keys = read_keys(path)
        if any(key.name == name and key.revoked_at is None for key in keys):
            raise BadInput(f"there is a key {name} already; choose another name, or revoke that one first")
        digest = sha256(text.encode()).digest()
        _write(path, [*keys, Key(id, name, held, digest, now, expires_at)])
    return text


def revoke_key(path: Path, name: str) -> None:
    """Make a key invalid. Its record stays, so that the log can be read.

    Raises:
        BadInput: no key has the name that is not revoked already.
        SettingError: as for `create_key`.
    """
    with _changing(path):
        keys = read_keys(path)
        if not any(key.name == name and key.revoked_at is None for key in keys):
            raise BadInput(f"there is no key {name!r} to revoke; `briefgraph keys list` shows them")
        now = datetime.now(UTC).replace(microsecond=0)
        _write(path, [replace(key, revoked_at=now) if key.name == name and key.revoked_at is None else key for key in keys])


@contextlib.contextmanager
def _changing(path: Path) -> Iterator[None]:
    """One change at a time, over all processes: the folder is locked, since the file itself is replaced."""
    folder = path.parent
    if not folder.is_dir():
        raise SettingError(f"{path}: the folder of the keys is not there")
    try:
        import fcntl
    except ImportError:  # Windows: two commands at once may lose a key there
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, keys: Iterable[Key]) -> None:
    """Put a new file in the place of the old one, on the disk when this returns."""
    rows = [
        {
            "id": key.id,
            "name": key.name,
            "scopes": sorted(key.scopes),
            "sha256": key.digest.hex(),
            "createdAt": key.created_at,
            "expiresAt": key.expires_at,
            "revokedAt": key.revoked_at,
        }
        for key in keys
    ]
    data = orjson.dumps({"version": VERSION, "keys": rows}, option=orjson.OPT_INDENT_2 | orjson.OPT_UTC_Z) + b"\n"
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            with contextlib.suppress(OSError):  # whoever keeps the file is to go on reading it, also when root changes it
                owner = path.stat()
                os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
            sync(file)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise SettingError(f"{path}: the keys cannot be written: {error.strerror}") from error
