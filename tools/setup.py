"""Makes `.venv` and the page, and does nothing where nothing changed since it last did.

Three steps, each with a stamp in `.venv` that names what it was made from:

    packages   requirements/dev.txt, every package by version and hash; then briefgraph itself, editable
    node       requirements/node.txt, the Node that bundles the page and runs the audit suite
    page       npm packages of frontend/, tests/audit/ and tests/clients/, then GraphiQL into src/briefgraph/web/static

The first must succeed. The other two may fail: the server runs without its page, and the tests say what they
leave out. With CI=true everything must succeed. Standard library only, for any Python from 3.11.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PAGE = ROOT / "src" / "briefgraph" / "web" / "static" / "graphiql" / "index.html"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
NPM_OPTIONS = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


def main() -> int:
    """Run the steps that are due; the exit code is 1 if one failed that must not."""
    if sys.version_info < (3, 11):
        return fail(f"briefgraph needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    try:
        make_venv()
        step("packages", [ROOT / "requirements" / "dev.txt", ROOT / "pyproject.toml"], install_packages)
    except (OSError, subprocess.CalledProcessError) as error:
        return fail(f"set-up failed: {error}")
    try:
        step("node", [ROOT / "requirements" / "node.txt"], install_node)
        step("page", page_sources(), make_page, made=PAGE)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"set-up goes on without Node or the GraphiQL page: {error}", file=sys.stderr)
        return 1 if IN_CI else 0
    return 0


def make_venv() -> None:
    """Keep a `.venv` that runs and is of this very Python; make it anew otherwise."""
    if is_sound():
        return
    print(f"making .venv with Python {sys.version.split()[0]}", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)


def is_sound() -> bool:
    """Whether the Python in `.venv` starts, has pip and is the one that runs this."""
    try:
        said = subprocess.run(
            [PYTHON, "-c", "import sys, pip; print(sys.version)"], check=True, capture_output=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return said.stdout.strip() == sys.version


def step(name: str, sources: Iterable[Path], make: Callable[[], None], *, made: Path | None = None) -> None:
    """Run `make` unless its stamp names these very sources and `made`, if given, is there."""
    stamp = VENV / f"{name}.stamp"
    now = digest(sources)
    if stamp.is_file() and stamp.read_text("utf-8") == now and (made is None or made.exists()):
        return
    stamp.unlink(missing_ok=True)
    print(f"setting up: {name}", flush=True)
    make()
    stamp.write_text(now, "utf-8")


def digest(sources: Iterable[Path]) -> str:
    """One hash of the names and the bytes of all files."""
    total = hashlib.sha256()
    for source in sorted(sources):
        content = source.read_bytes()
        total.update(f"{source.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def install_packages() -> None:
    """Pinned packages first: pip cannot check hashes and install an editable project in one run."""
    run([*PIP, "--require-hashes", "-r", "requirements/dev.txt"])
    run([*PIP, "--no-deps", "--no-build-isolation", "-e", "."])


def install_node() -> None:
    """The pinned Node; where its package cannot be had, a Node on the PATH will do."""
    try:
        run([*PIP, "--require-hashes", "-r", "requirements/node.txt"])
    except subprocess.CalledProcessError:
        node_and_npm()


def page_sources() -> list[Path]:
    """What the page, the audit suite and the clients of subscriptions are made from."""
    sources = [ROOT / "tests" / folder / "package-lock.json" for folder in ("audit", "clients")]
    sources += (ROOT / "frontend").glob("*.*")
    sources += (ROOT / "frontend" / "src").glob("*.*")
    sources += (ROOT / "schema" / "operations").glob("*.graphql")
    return [source for source in sources if source.is_file()]


def make_page() -> None:
    """Install by the lock files, then bundle."""
    node, npm = node_and_npm()
    for folder in ("frontend", "tests/audit", "tests/clients"):
        run([node, npm, "ci", *NPM_OPTIONS], folder)
    run([node, "build.mjs"], "frontend")


def node_and_npm() -> tuple[str, str]:
    """The paths that tools/node.py prints, as the Python in `.venv` sees them."""
    said = subprocess.run(
        [PYTHON, "-m", "tools.node"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    node, npm = said.stdout.splitlines()
    return node, npm


def run(command: Sequence[str], folder: str = ".") -> None:
    """Run in a folder of the repository; its complaints are shown, CalledProcessError if it fails."""
    subprocess.run(command, cwd=ROOT / folder, check=True, stdout=subprocess.DEVNULL)


def fail(message: str) -> int:
    """Say why, and be the exit code."""
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
