"""What tests of several parts share.

A test asks for what it needs by a fixture. What is no part of Python has a marker too: `node`, `neo4j`. Where
it is missing the test is skipped with a reason, which pytest lists at its end; with CI=true it fails instead,
so that nothing is left out unnoticed. No test reaches beyond 127.0.0.1.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tools.node import find_node

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
SLOW = bool(os.environ.get("SLOW"))  # `make slow`: a thousand rounds where otherwise there are a hundred, or fewer

# No deadline: time is never asserted. CI takes the same examples each time; what is new is found by developers.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


def leave_out(reason: str) -> None:
    """Skip this test, or fail it in CI, for want of something outside Python."""
    if IN_CI:
        pytest.fail(f"{reason}; CI leaves nothing out")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node to run scripts with: the pinned one, else one on the PATH."""
    found = find_node()
    if found is None:
        leave_out("no Node 20 or newer: `make setup` says why")
    assert found is not None
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first test on Neo4j may have to fetch it: 200 MB, minutes on a slow line.

    Files with such tests take longest and come first, so that no worker is left alone with one in the end.
    """
    slowest = {item.path for item in items if item.get_closest_marker("neo4j")}
    items.sort(key=lambda item: item.path not in slowest)
    for item in items:
        if item.get_closest_marker("neo4j") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(600))
