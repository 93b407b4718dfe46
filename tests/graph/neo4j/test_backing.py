"""What follows for outlets when claims find other backers, against counting anew."""

from collections import Counter
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefgraph.graph.neo4j.backing import changed_backing

Backs = set[tuple[str, str]]
BACKS = st.sets(st.tuples(st.sampled_from(("cl_1", "cl_2", "cl_3")), st.sampled_from(("ou_1", "ou_2", "ou_3", "ou_4"))))


def counted(backs: Backs) -> list[Counter[Any]]:
    claims: dict[str, list[str]] = {}
    for claim, outlet in sorted(backs):
        claims.setdefault(claim, []).append(outlet)
    alone = Counter(outlets[0] for outlets in claims.values() if len(outlets) == 1)
    pairs = Counter(pair for outlets in claims.values() for pair in permutations(outlets, 2))
    return [Counter(outlet for _, outlet in backs), alone, pairs]


@given(BACKS, BACKS)
def test_a_difference_is_that_of_both_counts(before: Backs, after: Backs) -> None:
    found = changed_backing(before, after)
    kinds: Any = zip((found.claims, found.sole, found.pairs), counted(before), counted(after), strict=True)
    for difference, old, new in kinds:
        new.subtract(old)
        assert {key: n for key, n in difference.items() if n} == {key: n for key, n in new.items() if n}


def test_who_stays_is_not_paired() -> None:
    stays = [("cl_1", f"ou_{number}") for number in range(9)]

    assert not changed_backing(stays, stays).pairs
    assert len(changed_backing(stays, [*stays, ("cl_1", "ou_new")]).pairs) == 18
