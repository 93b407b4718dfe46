"""The graph on SQLite: one file, many readers beside one writer."""

from briefgraph.graph.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
