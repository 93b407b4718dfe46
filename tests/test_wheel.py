"""The wheel is whole: in a bare environment, far from the checkout, it answers as the checkout does.

The environment holds the packages of requirements/run.txt and no other, as links to those that set-up
installed, so that nothing is fetched and nothing that only tests need is there by accident.
"""

import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest

from briefgraph.resources import FOLDERS, resource, resources

ROOT = Path(__file__).parents[1]
SITE = Path(sysconfig.get_path("platlib"))
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; its complaint, if it fails."""
    ran = subprocess.run(command, cwd=cwd, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    run(*PIP, "wheel", "-q", *offline, "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel and what it needs to run."""
    folder = tmp_path_factory.mktemp("bare")
    venv.EnvBuilder(symlinks=True).create(folder)
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    pinned = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    for name in re.findall(r"^([^\s=]+)==", pinned, re.MULTILINE):
        link_package(name, site)
    offline = ["--no-index", "--no-deps"]
    run(*PIP, "--python", folder / "bin" / "python", "install", "-q", *offline, wheel, cwd=folder)
    return folder / "bin"


def link_package(name: str, site: Path) -> None:
    """Link the top folders and files of an installed package; one for another system is not installed."""
    try:
        listed = files(name) or []
    except PackageNotFoundError:
        return
    for top in {path.parts[0] for path in listed} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(SITE / top)


def test_it_carries_every_file_it_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    travelling = {f"briefgraph/_files/{name}" for folder in FOLDERS for name in resources(folder, "")}
    package = ROOT / "src"
    beside = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert travelling | beside <= names
    assert "briefgraph/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "bench/", "docs/"))]


def test_it_prints_the_published_schema(bare: Path, tmp_path: Path) -> None:
    published = resource("schema/briefgraph.graphql").read_text("utf-8")
    assert run(bare / "briefgraph", "schema", cwd=tmp_path).strip() == published.strip()


def test_its_doctor_finds_nothing_wrong(bare: Path, tmp_path: Path) -> None:
    said = run(bare / "briefgraph", "doctor", "--store", f"sqlite:///{tmp_path / 'new.db'}", cwd=tmp_path)
    assert said


def test_it_loads_and_answers(bare: Path, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'new.db'}"
    run(bare / "briefgraph", "load", "--store", store, ROOT / "examples" / "briefs", cwd=tmp_path)
    (tmp_path / "ask.graphql").write_text("{ stories(first: 1) { edges { node { title } } } }", "utf-8")
    answer = run(bare / "briefgraph", "query", "--store", store, "ask.graphql", cwd=tmp_path)
    assert '"title":' in answer.replace(" ", "")
