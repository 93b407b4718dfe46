"""GraphQL over HTTP, judged by the public audit suite of graphql-http against the app as it is served."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TypedDict

import pytest

HERE = Path(__file__).parent
READY = re.compile(r"listens on (http://127\.0\.0\.1:\d+/graphql)")


class Audit(TypedDict):
    id: str
    name: str
    status: str
    reason: str | None


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address that a freshly started server says it serves on; its store is empty."""
    folder = tmp_path_factory.mktemp("audit")
    command = [sys.executable, "-m", "briefgraph", "serve", "--host", "127.0.0.1", "--port", "0"]
    command += ["--store", f"sqlite:///{folder / 'audit.db'}"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        assert server.stdout is not None
        try:
            said = []
            for line in server.stdout:
                said.append(line)
                if ready := READY.search(line):
                    break
            else:
                pytest.fail("the server ended before it was ready:\n" + "".join(said))
            Thread(target=server.stdout.read, daemon=True).start()  # or a full pipe would stop the server
            yield ready[1]
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def audits(address: str, node: Path) -> list[Audit]:
    if not (HERE / "node_modules" / "graphql-http").is_dir():
        pytest.fail("the audit suite is not installed; `make setup` says why")
    ran = subprocess.run(
        [node, "audit.mjs", address], cwd=HERE, check=True, text=True, capture_output=True
    )
    results: list[Audit] = json.loads(ran.stdout)
    return results


@pytest.mark.node
def test_the_suite_is_whole(audits: list[Audit]) -> None:
    """What MAY be and is not is no failure; `pytest -rP` shows it."""
    for audit in audits:
        if audit["status"] == "notice":
            print(audit["name"], audit["reason"], sep=": ")
    levels = {audit["name"].split()[0] for audit in audits}
    assert levels == {"MUST", "SHOULD", "MAY"}
    assert len(audits) >= 50


@pytest.mark.node
@pytest.mark.parametrize("level", ["MUST", "SHOULD"])
def test_every_audit_of_the_level_passes(audits: list[Audit], level: str) -> None:
    failed = [
        f"{audit['id']} {audit['name']}: {audit['reason']}"
        for audit in audits
        if audit["name"].startswith(level) and audit["status"] != "ok"
    ]
    assert not failed, "\n".join(failed)
