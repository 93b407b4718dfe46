"""Keys: the file that holds them, and who is let in by which."""

import json
import logging
import multiprocessing
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.api.callers import EVERYTHING, Caller, Scope
from briefgraph.config import Settings
from briefgraph.errors import BadInput, SettingError
from briefgraph.web.faults import HttpFault
from briefgraph.web.keyfile import create_key, keys_path, read_keys, revoke_key
from briefgraph.web.keys import KeyRing

ENV_KEY = "a-key-of-some-length-0123456789"
READ, INGEST, CURATE = Scope


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "g.db.keys"


def bearer(key: str) -> bytes:
    return f"Bearer {key}".encode()


# --- the file --------------------------------------------------------------------------------


def test_only_the_sha_256_of_a_key_is_kept_and_only_its_owner_may_read_it(path: Path) -> None:
    key = create_key(path, "nightly", [INGEST, READ])

    assert re.fullmatch(r"bg_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", key)
    assert key.split("_", 2)[2] not in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    (kept,) = read_keys(path)
    assert (kept.name, kept.scopes, kept.id) == ("nightly", frozenset({INGEST, READ}), key.split("_")[1])
    assert [path.name] == os.listdir(path.parent)


def test_keys_are_all_different(path: Path) -> None:
    made = {create_key(path, f"k{number}", [READ]) for number in range(20)}

    assert len(made) == len(read_keys(path)) == 20


@pytest.mark.parametrize("name", ["", "env", "a b", "-a", "a\n", "ä", "x" * 65, "a\x1b[31m"])
def test_a_name_of_no_use_is_refused(path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="is no name for a key"):
        create_key(path, name, [READ])
    assert not path.exists()


def test_a_name_is_one_keys_until_that_is_revoked(path: Path) -> None:
    create_key(path, "a", [READ])
    with pytest.raises(BadInput, match="already"):
        create_key(path, "a", [READ])
    revoke_key(path, "a")
    create_key(path, "a", [CURATE])

    assert ["revoked", "valid"] == [key.state(datetime.now(UTC)) for key in read_keys(path)]
    with pytest.raises(BadInput, match="no key 'b' to revoke"):
        revoke_key(path, "b")


def test_a_key_needs_a_scope_and_a_future(path: Path) -> None:
    with pytest.raises(BadInput, match="without a scope"):
        create_key(path, "a", [])
    with pytest.raises(BadInput, match="is past"):
        create_key(path, "a", [READ], datetime.now(UTC) - timedelta(days=1))


EARLY = b'{"version":1,"keys":[{"id":"0123456789ab","name":"a","scopes":[],"sha256":"%s","createdAt":"%s"}]}'
DAMAGED = [
    EARLY % (b"0" * 64, b"0001-01-01T00:00:00+14:00"), b"", b"{", b"[]", b"null", b'{"version":2,"keys":[]}', b'{"version":1,"keys":[{}]}', b'{"version":1,"keys":5}', b"\xff\xfe",
]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_file_is_refused_in_a_sentence_and_never_written_over(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)
    for act in (lambda: read_keys(path), lambda: create_key(path, "a", [READ]), lambda: revoke_key(path, "a"),
                lambda: KeyRing(None, path)):  # fmt: skip
        with pytest.raises(SettingError, match="is damaged: no key of it is valid"):
            act()
    assert path.read_bytes() == data


@given(st.data())
def test_a_file_with_any_change_is_refused_or_holds_the_same_keys(data: st.DataObject) -> None:
    row = {"id": "0123456789ab", "name": "a", "scopes": ["read"], "sha256": "0" * 64, "createdAt": "2026-01-01T00:00:00Z",
           "expiresAt": None, "revokedAt": None}  # fmt: skip
    field = data.draw(st.sampled_from(sorted(row)))
    value = data.draw(st.none() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=2))
    folder = Path(os.environ.get("TMPDIR", "/tmp"))
    path = folder / f"briefgraph-keys-{os.getpid()}"
    path.write_text(json.dumps({"version": 1, "keys": [row | {field: value}]}))
    path.chmod(0o600)
    try:
        (key,) = read_keys(path)
        assert key.scopes <= EVERYTHING and len(key.digest) == 32
    except SettingError as error:
        assert "is damaged" in str(error)
    finally:
        path.unlink()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_that_others_may_write_to_is_refused(path: Path) -> None:
    create_key(path, "a", [READ])
    path.chmod(0o620)

    with pytest.raises(SettingError, match="chmod 600"):
        read_keys(path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="folder of the keys is not there"):
        create_key(tmp_path / "none" / "keys", "a", [READ])


def _make(path: Path, number: int) -> None:
    for turn in range(5):
        create_key(path, f"k{number}-{turn}", [READ])


def test_no_key_is_lost_where_several_processes_make_some(path: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_make, args=(path, number)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert [0] * 4 == [worker.exitcode for worker in workers]
    assert 20 == len(read_keys(path))


def test_the_file_lies_beside_the_store_unless_it_is_named() -> None:
    assert keys_path(Settings(store="sqlite:////srv/graph.db")) == Path("/srv/graph.db.keys")
    assert keys_path(Settings(store="neo4j://graph.example")) is None
    assert keys_path(Settings(store="neo4j://graph.example", keys_file=Path("k"))) == Path("k")


# --- who is let in ---------------------------------------------------------------------------


def refused(ring: KeyRing, key: str) -> str:
    with pytest.raises(HttpFault) as caught:
        ring.caller(bearer(key))
    assert (caught.value.code, caught.value.status) == ("UNAUTHORIZED", 401)
    assert not key or key not in str(caught.value)
    return str(caught.value)


def test_a_key_lets_in_its_scopes_under_its_name(path: Path) -> None:
    key = create_key(path, "a", [INGEST])
    closed, opened = (KeyRing(ENV_KEY, path, open_reading=is_open) for is_open in (False, True))

    assert Caller("a", frozenset({INGEST})) == closed.caller(bearer(key))
    assert Caller("a", frozenset({INGEST, READ})) == opened.caller(bearer(key))
    assert Caller("env", EVERYTHING) == closed.caller(bearer(ENV_KEY))
    assert (frozenset[Scope](), frozenset({READ})) == (closed.caller(None).scopes, opened.caller(None).scopes)


def test_a_ring_sees_what_is_made_and_revoked_at_once(path: Path) -> None:
    ring = KeyRing(None, path)
    key = create_key(path, "a", [READ])
    other = create_key(path, "b", [READ])
    assert "a" == ring.caller(bearer(key)).name
    revoke_key(path, "a")

    assert "the key is revoked" == refused(ring, key)
    assert "b" == ring.caller(bearer(other)).name
    path.unlink()
    assert "the key is not valid here" == refused(ring, other)


def test_a_key_ends_when_it_expires(path: Path) -> None:
    now = datetime.now(UTC)
    key = create_key(path, "a", [READ], now + timedelta(days=1))
    times = [now, now + timedelta(days=2)]
    ring = KeyRing(None, path, now=lambda: times[0])

    assert "a" == ring.caller(bearer(key)).name
    times.pop(0)
    assert "the key is expired" == refused(ring, key)


def test_every_other_key_is_refused(path: Path) -> None:
    key = create_key(path, "a", [READ])
    ring = KeyRing(ENV_KEY, path)
    id, secret = key.split("_", 2)[1:]
    for wrong in (key[:-1], key + "x", f"bg_{id}_{'A' * 43}", f"bg_{'0' * 12}_{secret}", key.upper(), ENV_KEY[:-1], "", "é"):
        assert "the key is not valid here" == refused(ring, wrong)


def test_a_file_that_gets_damaged_lets_nobody_in_and_the_log_says_so_once(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    key = create_key(path, "a", [READ])
    ring = KeyRing(ENV_KEY, path)
    kept = path.read_bytes()
    path.write_bytes(kept[:-10])
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            refused(ring, key)
    assert "env" == ring.caller(bearer(ENV_KEY)).name
    assert 1 == len(caplog.records)
    assert "is damaged" in caplog.text and key not in caplog.text

    path.write_bytes(kept)
    assert "a" == ring.caller(bearer(key)).name
