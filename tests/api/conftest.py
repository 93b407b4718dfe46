"""The engines that the tests of this folder compare: one parameter, so that SQLite alone needs no Java."""

from collections.abc import Iterator

import pytest

from briefgraph.graph.neo4j import connections
from tests.api.engines import Engines

PLAN_S = 60


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("sqlite",), id="sqlite"),
        pytest.param(("sqlite", "neo4j"), id="neo4j", marks=pytest.mark.neo4j),
    ],
)
def engines(request: pytest.FixtureRequest) -> Iterator[Engines]:
    """SQLite, and Neo4j beside it, which may plan as long as a machine needs that has other things to do."""
    opened = Engines(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "PLAN_S", PLAN_S)
        yield opened
        opened.close()
