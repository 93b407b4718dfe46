"""The command line as somebody whom permissions hold: root may write to any file, unless it gives that up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import briefgraph
from tests.conftest import leave_out

SOURCE = Path(briefgraph.__file__).parents[1]


def command(*arguments: str) -> list[str]:
    """`briefgraph` with these arguments, as a user like any other."""
    own = [sys.executable, "-W", "error", "-m", "briefgraph", *arguments]
    if os.getuid() != 0:
        return own
    if shutil.which("setpriv") is None:
        leave_out("setpriv is missing, with which root gives its powers up")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--", *own]


def environment(**settings: str) -> dict[str, str]:
    """The environment of a command, with these settings and no others."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFGRAPH_")}
    return {**known, **{f"BRIEFGRAPH_{name.upper()}": value for name, value in settings.items()}, "PYTHONPATH": str(SOURCE)}


def plain(*arguments: str, **options: object) -> tuple[int, str]:
    """Run to the end; the exit code, and what was printed on either stream."""
    done = subprocess.run(
        command(*arguments), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, **options
    )  # type: ignore[call-overload]  # preexec_fn, or nothing
    return done.returncode, done.stdout
