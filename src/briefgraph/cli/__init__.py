"""The command line: `briefgraph`, or `python -m briefgraph`."""

from briefgraph.cli.main import main

__all__ = ["main"]
