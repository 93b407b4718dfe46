"""docker-compose.yml and the Dockerfile name what there is."""

import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgraph.config import Settings

ROOT = Path(__file__).parents[1]
PASSWORD = {"BRIEFGRAPH_NEO4J_PASSWORD": "not-a-secret"}


def interpolated() -> dict[str, Any]:
    """The file as compose reads it, with a password and nothing else set."""
    text = (ROOT / "docker-compose.yml").read_text("utf-8").replace("$$", "\0")
    text = re.sub(r"\$\{(\w+)(?::[-?]([^}]*))?\}", lambda m: PASSWORD.get(m[1], m[2] or ""), text)
    found = yaml.safe_load(text.replace("\0", "$"))
    assert isinstance(found, dict)
    return found


def test_compose_itself_takes_the_file() -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("the compose plugin is not there; the other tests look at the file's structure")
    done = subprocess.run(
        [docker, "compose", "config", "--quiet"], cwd=ROOT, env={**PASSWORD}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_services() -> None:
    services = interpolated()["services"]
    assert set(services) == {"neo4j", "briefgraph"}
    engine, server = services["neo4j"], services["briefgraph"]
    assert engine["image"] == "neo4j:5.26-community"
    assert engine["environment"]["NEO4J_AUTH"] == "neo4j/not-a-secret"
    assert engine["healthcheck"]["test"][0] == "CMD-SHELL"
    assert server["build"] == "."
    assert server["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert server["environment"]["BRIEFGRAPH_STORE"].startswith("neo4j://neo4j:")


def test_every_named_volume_is_declared() -> None:
    compose = interpolated()
    named = {volume.split(":")[0] for service in compose["services"].values() for volume in service.get("volumes", ())}
    assert named == set(compose["volumes"])


def test_nothing_listens_beyond_this_machine() -> None:
    ports = [port for service in interpolated()["services"].values() for port in service["ports"]]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_memory_is_bounded_by_more_than_neo4j_takes() -> None:
    engine = interpolated()["services"]["neo4j"]

    def megabytes(text: str) -> int:
        return int(text[:-1]) * {"g": 1024, "m": 1}[text[-1]]

    taken = sum(megabytes(engine["environment"][f"NEO4J_server_memory_{name}"]) for name in ("heap_max__size", "pagecache_size"))
    assert taken < megabytes(engine["mem_limit"])


def test_every_setting_is_one() -> None:
    known = {f"BRIEFGRAPH_{field.name.upper()}" for field in fields(Settings)}
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    used = set(re.findall(r"BRIEFGRAPH_\w+", dockerfile)) | set(interpolated()["services"]["briefgraph"]["environment"])
    assert used <= known


def test_the_image_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    assert lines.index("USER briefgraph") < lines.index('ENTRYPOINT ["briefgraph"]')
    assert "--require-hashes" in "\n".join(lines)
