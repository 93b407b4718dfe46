"""What the hostile tests have in common: a small graph, and the engines that it is on."""

import pytest

from briefgraph.brief import Brief
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry
from tests.strategies import FACTS, NARRATIVES, Says, brief_of

ENGINES = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]


def importer(store: Store) -> Importer:
    return Importer(store, OutletRegistry([]), lambda: "2031-06-01T00:00:00Z")


def benign(address: str = "briefs.example/benign") -> Brief:
    """A brief with something of everything."""
    return brief_of(
        [Says(FACTS[0], ("Harrow Wire", "Lantern Post")), Says(FACTS[2], ("Lantern Post",)), Says(FACTS[4], ("Harrow Wire",))],
        [Says(NARRATIVES[0], ("Harrow Wire",), 0), Says(NARRATIVES[1], ("Lantern Post",), 1)],
        questions=[("Will the dam be rebuilt before 2030?", 0.25)],
        lead="Gov. Maria Ostrow spoke in Drosk.",
        address=address,
    )
