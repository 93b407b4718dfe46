"""`briefgraph keys`, and a server that runs meanwhile."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefgraph.cli.keys import _end
from briefgraph.cli.main import run
from briefgraph.errors import BadInput
from tests.web.test_server import Server

MUTATION = b'{"query":"mutation { deleteStory(input: {id: \\"st_0\\"}) { isDeleted } }"}'
QUERY = b'{"query":"{ __typename }"}'


@pytest.fixture(autouse=True)
def cwd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in os.environ:
        if name.startswith("BRIEFGRAPH_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFGRAPH_STORE", "sqlite:///g.db")
    return tmp_path


def test_a_key_is_shown_once_and_listed_without_it(capfd: pytest.CaptureFixture[str], cwd: Path) -> None:
    assert 0 == run(["keys", "create", "nightly", "--scope", "ingest", "--scope", "read", "--expires", "90d"])
    key = capfd.readouterr().out.strip()
    assert 0 == run(["keys", "create", "desk", "--scope", "curate"])
    capfd.readouterr()
    assert 0 == run(["keys", "revoke", "desk"])
    assert "desk is revoked\n" == capfd.readouterr().out
    assert 0 == run(["keys", "list"])
    first, second = (line.split("\t") for line in capfd.readouterr().out.splitlines())

    assert ["nightly", key.rsplit("_", 1)[0][:15], "ingest,read"] == first[:3]
    assert ("valid", "revoked", "never ends") == (first[-1], second[-1], second[-2])
    assert (cwd / "g.db.keys").is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["create", "a"], 2, "--scope"),
        (["create", "a", "--scope", "all"], 2, "all"),
        (["create", "env", "--scope", "read"], 1, "is no name for a key"),
        (["create", "a", "--scope", "read", "--expires", "soon"], 1, "is no end"),
        (["create", "a", "--scope", "read", "--expires", "2020-01-01"], 1, "is past"),
        (["revoke", "a"], 1, "no key 'a' to revoke"),
        (["list", "--keys-file", "none/k", "--nosuch"], 2, "nosuch"),
        (["create", "a", "--scope", "read", "--keys-file", "none/k"], 1, "folder of the keys is not there"),
    ],
)
def test_a_wrong_use_is_one_sentence(arguments: list[str], code: int, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert code == run(["keys", *arguments])
    assert said in capfd.readouterr().err


def test_on_neo4j_the_file_has_to_be_named(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGRAPH_STORE", "neo4j://graph.example")

    assert 1 == run(["keys", "list"])
    assert "BRIEFGRAPH_KEYS_FILE" in capfd.readouterr().err
    assert 0 == run(["keys", "create", "a", "--scope", "read", "--keys-file", "own.keys"])


def test_an_end_is_a_day_or_so_long_from_now() -> None:
    assert _end("2099-01-31") == datetime(2099, 1, 31, 23, 59, 59, tzinfo=UTC)
    assert _end("2099-01-31T10:00:00+02:00") == datetime(2099, 1, 31, 8, tzinfo=UTC)
    assert abs(_end("12h") - datetime.now(UTC) - timedelta(hours=12)) < timedelta(minutes=1)
    for wrong in ("", "d", "-1d", "1.5d", "٣d", "9" * 40 + "d", "2099-13-01"):
        with pytest.raises(BadInput, match="is no end"):
            _end(wrong)


def test_a_server_that_runs_takes_a_new_key_and_refuses_a_revoked_one(cwd: Path, capfd: pytest.CaptureFixture[str]) -> None:
    server = Server(cwd, open_reading="false")
    try:
        assert 403 == server.ask("POST", "/graphql", QUERY)[0]
        assert 200 == server.ask("GET", "/healthz")[0]
        run(["keys", "create", "nightly", "--scope", "ingest"])
        given = {"Authorization": f"Bearer {capfd.readouterr().out.strip()}"}

        status, answer = server.ask("POST", "/graphql", MUTATION, **given)
        assert (200, {"deleteStory": {"isDeleted": False}}) == (status, answer["data"])
        status, answer = server.ask("POST", "/graphql", QUERY, **given)
        assert (403, "reading needs a key with the scope read, as `Authorization: Bearer KEY`") == (
            status, answer["errors"][0]["message"],
        )  # fmt: skip
        run(["keys", "revoke", "nightly"])
        status, answer = server.ask("POST", "/graphql", MUTATION, **given)
        assert (401, "UNAUTHORIZED") == (status, answer["errors"][0]["extensions"]["code"])
    finally:
        code, log = server.stop()
    assert 0 == code
    assert '"key":"nightly"' in log and given["Authorization"].split("_")[-1] not in log


def test_doctor_counts_valid_keys_and_names_a_damaged_file(cwd: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["keys", "create", "a", "--scope", "read"])
    run(["doctor"])
    assert "keys: 1 valid in g.db.keys\n" in capfd.readouterr().out
    (cwd / "g.db.keys").write_text("{}")
    assert 1 == run(["doctor"])
    assert "wrong: g.db.keys holds no keys" in capfd.readouterr().out


def test_a_server_refuses_to_start_over_damaged_keys(cwd: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (cwd / "g.db.keys").write_text("{}")
    (cwd / "g.db.keys").chmod(0o600)

    assert 1 == run(["serve", "--port", "0"])
    (line,) = capfd.readouterr().err.splitlines()
    assert "g.db.keys holds no keys of briefgraph, or is damaged" in line
