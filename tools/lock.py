"""Writes `requirements/*.txt` anew from pyproject.toml: every package by version and hash, and no address.

`make lock` keeps the pins that still fit; `make lock ARGS=--upgrade` takes the newest of everything.
Run it in the `.venv`; it brings uv into `var/uv`, which is the only part of the project that uses it.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
UV = ROOT / "var" / "uv"
OUTPUTS = {
    "run.txt": ["pyproject.toml"],
    "dev.txt": ["pyproject.toml", "--group", "dev", "--constraint", "requirements/run.txt"],
    "node.txt": ["--group", "pyproject.toml:node"],
}
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]


def main(options: list[str]) -> int:
    """Write each file in turn; what uv refuses ends it, with uv's own words."""
    if not (UV / "bin" / "uv").is_file():
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", str(UV), "uv"], check=True)
    for name, inputs in OUTPUTS.items():
        output = f"requirements/{name}"
        command: list[str | Path] = [UV / "bin" / "uv", "pip", "compile", "-q", *inputs, *OPTIONS, *options]
        subprocess.run([*command, "-o", output], check=True, cwd=ROOT)
        if "://" in (ROOT / output).read_text("utf-8"):
            print(f"{output} names an address; remove it before you commit", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
