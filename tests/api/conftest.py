"""The engines that the tests of this folder compare: one parameter, so that SQLite alone needs no Java."""

from collections.abc import Iterator

import pytest

from tests.api.engines import Engines


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("sqlite",), id="sqlite"),
        pytest.param(("sqlite", "neo4j"), id="neo4j", marks=pytest.mark.neo4j),
    ],
)
def engines(request: pytest.FixtureRequest) -> Iterator[Engines]:
    """SQLite, and Neo4j beside it."""
    opened = Engines(request.param)
    yield opened
    opened.close()
