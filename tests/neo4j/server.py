"""A real Neo4j server for tests, started from Maven artifacts and stopped at the end.

Maven fetches the server once into build/neo4j/lib; each start has a home of its own, free ports on
loopback and little memory. `python -m tests.neo4j.server` holds one up.
"""

import atexit
import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(__file__).parents[2] / "build" / "neo4j"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
# The shell ends the server and removes its home when its input ends, which it does however the tests end.
WITH_PARENT = 'home=$1; shift; exec 3<&0; "$@" & child=$!; (read -r _ <&3; kill -9 $child; rm -rf "$home") & wait $child'
START_S = 120.0
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
server.directories.logs={home}/logs
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=1 files
"""
OPEN = """\
dbms.security.auth_enabled=false
"""
SECURED = """\
dbms.security.auth_enabled=true
dbms.security.auth_max_failed_attempts=0
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={home}
dbms.ssl.policy.bolt.private_key=server.key
dbms.ssl.policy.bolt.public_certificate=server.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""
FIRST_PASSWORD = "neo4j"  # which a new server has, and allows nothing but to change


class MissingTool(Exception):
    """Java, Maven or openssl is not there, or Maven could not fetch the server."""


class Server:
    """One server process. Its data outlive `stop` and are gone after `close`.

    With a `password` it asks the user `neo4j` for that, and takes connections over TLS only, with a
    certificate that it signed itself.
    """

    def __init__(self, *, password: str | None = None) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="briefgraph-neo4j-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._password = password
        self._has_password = False
        self.port = free_port()
        settings = SETTINGS + (OPEN if password is None else SECURED)
        (self._home / "neo4j.conf").write_text(settings.format(port=self.port, home=self._home), "utf-8")
        atexit.register(self.close)

    @property
    def address(self) -> str:
        """Where a driver finds it, without routing."""
        return f"bolt{'' if self._password is None else '+ssc'}://127.0.0.1:{self.port}"

    @property
    def certificate(self) -> Path:
        """What it shows who it is by, where it asks for a password."""
        return self._home / "server.crt"

    def start(self) -> None:
        """Start, and wait until it answers.

        Raises:
            MissingTool: something that it needs is not on this machine.
        """
        if self._password is not None and not self.certificate.exists():
            self._sign()
        command = [
            "sh", "-c", WITH_PARENT, "sh", str(self._home), java(), "-Xmx512m", "-XX:+UseSerialGC",
            *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
            "-cp", f"{library()}/*", "org.neo4j.server.CommunityEntryPoint",
            f"--home-dir={self._home}", f"--config-dir={self._home}",
        ]  # fmt: skip
        with (self._home / "out.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True)
        limit = time.monotonic() + START_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > limit:
                said = (self._home / "out.log").read_text("utf-8", "replace")[-3000:]
                self.stop()
                raise RuntimeError(f"Neo4j did not start:\n{said}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.2)  # for its end, or for another try

    def _sign(self) -> None:
        if shutil.which("openssl") is None:
            raise MissingTool("openssl is missing")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", str(self._home / "server.key"), "-out", str(self.certificate)],
            check=True, capture_output=True,
        )  # fmt: skip

    def _answers(self) -> bool:
        auth = None if self._password is None else ("neo4j", self._password if self._has_password else FIRST_PASSWORD)
        try:
            with GraphDatabase.driver(self.address, auth=auth, connection_timeout=2) as driver:
                if auth is None or self._has_password:
                    with driver.session() as session:
                        session.run("RETURN 1").consume()
                else:
                    with driver.session(database="system") as session:
                        text = "ALTER CURRENT USER SET PASSWORD FROM $first TO $own"
                        session.run(text, first=FIRST_PASSWORD, own=self._password).consume()
                    self._has_password = True
        except (DriverError, Neo4jError, OSError):
            return False
        return True

    def stop(self) -> None:
        """Kill the process group and wait for it: what was acknowledged has to outlive that."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()
        self._process = None

    def close(self) -> None:
        """Stop, and remove all data."""
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def java() -> str:
    """The Java runtime.

    Raises:
        MissingTool: there is none.
    """
    found = shutil.which("java")
    if found is None:
        raise MissingTool("java is missing (Debian: openjdk-17-jre-headless)")
    return found


def library() -> Path:
    """The folder with the server's jars; Maven fills it when the pom is newer.

    Raises:
        MissingTool: Maven is missing, or could not fetch them.
    """
    folder, mark = CACHE / "lib", CACHE / "pom.xml"
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several workers the first one fetches
        if mark.exists() and mark.read_bytes() == POM.read_bytes():
            return folder
        maven = shutil.which("mvn")
        if maven is None:
            raise MissingTool("mvn is missing (Debian: maven)")
        shutil.rmtree(folder, ignore_errors=True)
        _run([maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"])
        mark.write_bytes(POM.read_bytes())
    return folder


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingTool(f"Maven could not fetch Neo4j: {(done.stdout + done.stderr)[-2000:]}")


def main() -> None:
    """Hold a server up until the input ends or Ctrl-C."""
    server = Server()
    server.start()
    print(f"{server.address} is up; press Ctrl-C to stop it", flush=True)
    try:
        while sys.stdin.read(1):
            pass
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


if __name__ == "__main__":
    main()
