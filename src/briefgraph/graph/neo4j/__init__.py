"""The graph on Neo4j: a server, or a cluster of them, over Bolt."""

from briefgraph.graph.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
