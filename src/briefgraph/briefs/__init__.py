"""Briefs: text in, `Brief` out. No I/O, no engine; the rest of the project only needs `read`."""

from briefgraph.briefs.reader import read

__all__ = ["read"]
