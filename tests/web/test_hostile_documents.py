"""Hostile documents, one after the other, to a live server: each is answered, in JSON, and the log stays small."""

import json
from pathlib import Path

from tests.adversarial import DOCUMENTS
from tests.web.test_server import Server

LOG_LINE = 1_000  # bytes a refusal


def test_each_is_answered_with_its_code_and_a_short_line_of_log(tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        found = {}
        for hostile in DOCUMENTS:
            body = json.dumps({"query": hostile.query, "variables": hostile.variables(hostile.size)})
            if len(body) > 100_000:  # refused by its length, which is another test's
                continue
            status, answer = server.ask("POST", "/graphql", body.encode())
            code = answer["errors"][0]["extensions"]["code"] if "errors" in answer else None
            found[hostile.name] = (status, code)
        status, _ = server.ask("GET", "/healthz")
    finally:
        exit_code, log = server.stop()

    expected = {hostile.name: (200, hostile.code) for hostile in DOCUMENTS if hostile.name in found}
    assert expected == found
    assert len(found) > 50
    assert (200, 0) == (status, exit_code)
    assert "Traceback" not in log
    assert len(log.encode()) <= LOG_LINE * len(found)
    assert max(len(line.encode()) for line in log.splitlines()) <= LOG_LINE
