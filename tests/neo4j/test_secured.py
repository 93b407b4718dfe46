"""A Neo4j that asks for a password and takes connections over TLS only: what works, and what is said where it does not."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

from briefgraph.address import neo4j_address
from briefgraph.errors import StoreError
from briefgraph.graph.neo4j.faults import meant
from tests.conftest import leave_out
from tests.neo4j.server import MissingTool, Server, free_port
from tests.neo4j.serving import PASSWORD, STRICT, environment, serving

pytestmark = pytest.mark.neo4j

WRONG = "hash-hash-8"
PATIENCE_S = 20  # for a whole command on a busy machine; the driver's own retries would take 30
PREPARE_S = 100  # for the first, which makes 50 indexes


@pytest.fixture(scope="module")
def secured() -> Iterator[Server]:
    server = Server(password=PASSWORD)
    try:
        server.start()
    except MissingTool as missing:
        leave_out(f"no Neo4j with TLS to test on: {missing}")
    yield server
    server.close()


def call(*arguments: str, **variables: str) -> tuple[int, str, str]:
    """The exit code of a command in a process of its own, what it printed, and what it said on standard error."""
    done = subprocess.run(
        [sys.executable, *STRICT, "-m", "briefgraph", *arguments],
        env=environment(log_level="debug") | variables,
        capture_output=True,
        text=True,
        timeout=PREPARE_S if "load" in arguments else PATIENCE_S,
    )
    for secret in (PASSWORD, WRONG):
        assert secret not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


def refused(*arguments: str, **variables: str) -> str:
    """The one sentence that a command ends with."""
    code, out, err = call(*arguments, **variables)
    assert (1, "", 1) == (code, out, len(err.splitlines())), err
    return err


def test_user_and_password_over_tls(secured: Server, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"title": "A fox", "facts": [{"text": "A fox was seen."}]}\n')
    port, variables = secured.port, {"BRIEFGRAPH_NEO4J_USER": "neo4j", "BRIEFGRAPH_NEO4J_PASSWORD": PASSWORD}
    file, store = str(tmp_path / "a.jsonl"), f"neo4j+ssc://127.0.0.1:{port}"
    code, _, err = call("load", file, "--store", store, **variables)
    assert (0, "") == (code, err)

    found = [
        call("dump", "--store", f"bolt+ssc://neo4j:{PASSWORD}@127.0.0.1:{port}", BRIEFGRAPH_NEO4J_PASSWORD=WRONG),
        call("dump", "--store", f"bolt+ssc://127.0.0.1:{port}/neo4j", **variables),
        call("dump", "--store", f"neo4j+s://127.0.0.1:{port}", SSL_CERT_FILE=str(secured.certificate), **variables),
    ]

    assert '"text":"A fox was seen."' in found[0][1]
    assert [(0, found[0][1], "")] * 3 == found


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_wrong_password_is_one_sentence(secured: Server, scheme: str) -> None:
    store = f"{scheme}://anna:{WRONG}@127.0.0.1:{secured.port}"

    said = refused("dump", "--store", store)

    assert said.startswith(f"briefgraph: {scheme}://127.0.0.1:{secured.port}/neo4j refuses the user name or the password ")
    assert "BRIEFGRAPH_NEO4J_PASSWORD" in said
    code, out, _ = call("doctor", "--store", store)
    assert (1, "1 wrong") == (code, out.splitlines()[-1])


def test_no_password_says_where_it_is_set(secured: Server) -> None:
    assert "BRIEFGRAPH_NEO4J_PASSWORD" in refused("dump", "--store", secured.address)


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("bolt+s", "has a certificate that this machine does not trust; add its authority to the machine's own, or write +ssc"),
        ("neo4j+s", "has a certificate that this machine does not trust; add its authority to the machine's own, or write +ssc"),
        ("bolt", "gave no answer in time (ServiceUnavailable); if it wants TLS, write the scheme with +s or +ssc"),
        ("neo4j", "gave no answer in time (ServiceUnavailable); if it wants TLS, write the scheme with +s or +ssc"),
    ],
)
def test_the_wrong_scheme_is_one_sentence(secured: Server, scheme: str, said: str) -> None:
    variables = {"BRIEFGRAPH_NEO4J_PASSWORD": PASSWORD}

    assert said in refused("dump", "--store", f"{scheme}://127.0.0.1:{secured.port}", **variables)


def test_a_server_with_a_wrong_password_serves_503(secured: Server) -> None:
    async def go() -> str:
        async with serving(secured.address, neo4j_password=WRONG, log_level="debug") as served:
            await served.is_down()
            for said in served.bodies:
                assert WRONG not in said and "password" not in said
            return await served.stop()

    log = asyncio.run(go())

    assert "refuses the user name or the password" in log
    assert WRONG not in log
    assert [] == [line for line in log.splitlines() if '"logger":"neo4j' in line and '"level":"debug"' in line]


def test_an_expired_password_says_what_to_do(secured: Server) -> None:
    with GraphDatabase.driver(secured.address, auth=("neo4j", PASSWORD)) as driver:
        text = "CREATE OR REPLACE USER bo SET PASSWORD $password CHANGE REQUIRED"
        driver.execute_query(text, password=WRONG, database_="system")

    async def go() -> str:
        async with serving(secured.address, neo4j_user="bo", neo4j_password=WRONG) as served:
            await served.is_down()
            return await served.stop()

    log = asyncio.run(go())

    assert "wants the password changed first: ALTER CURRENT USER SET PASSWORD" in log
    assert WRONG not in log


def test_too_many_wrong_passwords() -> None:
    told = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Security.AuthenticationRateLimit", message=WRONG)

    found = meant(told, neo4j_address(f"bolt://127.0.0.1:{free_port()}"))

    assert type(found) is StoreError
    assert "takes none for some seconds" in str(found) and WRONG not in str(found)
