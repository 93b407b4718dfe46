"""What a server has planned before, and what it has to plan again."""

from typing import Any

import pytest

from briefgraph.graph.neo4j.plans import KEPT, Plans


def is_known(plans: Plans, text: str, **values: Any) -> bool:
    return not plans.missing([(text, values)])


@pytest.mark.parametrize(
    ("one", "other", "is_one_plan"),
    [
        ("dam", "harbour", True),
        ("a" * 10, "a" * 11, False),
        ("a" * 11, "a" * 100, True),
        ("", "a", False),
        ("a", "ab", False),
        (["a", "b"], ["a"] * 10, True),
        (["a", "b"], ["a"] * 11, False),
        ("dam", ["dam"], False),
        (1, 2, True),
        (1, 1.5, False),
        (1, None, False),
        (True, 1, False),
    ],
)
def test_a_plan_is_for_kinds_of_values(one: Any, other: Any, is_one_plan: bool) -> None:
    plans = Plans()
    plans.keep([("RETURN $p0", {"p0": one})])
    assert is_known(plans, "RETURN $p0", p0=one)
    assert is_known(plans, "RETURN $p0", p0=other) is is_one_plan
    assert not is_known(plans, "RETURN $p0 AS other", p0=one)


def test_a_plan_that_failed_is_made_again() -> None:
    plans = Plans()
    plans.keep([("RETURN 1", {}), ("RETURN 2", {})])
    plans.forget([("RETURN 1", {}), ("RETURN 3", {})])
    assert not is_known(plans, "RETURN 1")
    assert is_known(plans, "RETURN 2")


def test_no_more_are_counted_on_than_a_server_keeps() -> None:
    plans = Plans()
    for number in range(KEPT + 1):
        plans.keep([(f"RETURN {number}", {})])
    assert sum(is_known(plans, f"RETURN {number}") for number in range(KEPT + 1)) <= KEPT
    assert is_known(plans, f"RETURN {KEPT}")
