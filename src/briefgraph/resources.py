"""Finds the files that travel with the code: `schema/`, `cypher/` and `sql/`.

A name is the path from the repository's root, with slashes: `sql/relations/backers.sql`. The same name
works in a checkout, where the folders lie beside `src/`, and in an installed wheel, which carries them
under `briefgraph/_files/`. Files inside the package (`resolve/data`, `web/static`) need none of this:
`importlib.resources.files` finds them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

FOLDERS = ("cypher", "schema", "sql")


def resource(path: str) -> Traversable:
    """The file or folder named `path`; `resource(path).read_text("utf-8")` is its text.

    Raises FileNotFoundError where nothing has that name, and ValueError for a name that leads out of
    `FOLDERS`.
    """
    parts = path.split("/")
    if parts[0] not in FOLDERS or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(f"{path!r} is no resource: a name starts with one of {', '.join(FOLDERS)}")
    found = _root().joinpath(*parts)
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(f"{path} is missing from this installation of briefgraph")
    return found


def resources(folder: str, suffix: str) -> list[str]:
    """The names of all files below `folder` that end in `suffix`, sorted; each is good for `resource`.

    A folder that is not there has no files: git keeps no empty folder, and neither does a wheel.
    """
    try:
        top = resource(folder)
    except FileNotFoundError:
        return []
    return sorted(_below(top, folder, suffix))


def _below(folder: Traversable, name: str, suffix: str) -> list[str]:
    names: list[str] = []
    for entry in folder.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            names += _below(entry, path, suffix)
        elif entry.name.endswith(suffix):
            names.append(path)
    return names


def _root() -> Traversable:
    installed = files("briefgraph").joinpath("_files")
    return installed if installed.is_dir() else Path(__file__).parents[2]
