"""From pairs to claims: what joins, what holds apart, and that a claim of many wordings stays quick."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve.clusters import REVIEW, SIMILARITY, WORDING, Membership, Pair, cluster

WORDINGS = "abcdefgh"
pairs = st.sets(st.tuples(st.sampled_from(WORDINGS), st.sampled_from(WORDINGS)).filter(lambda pair: pair[0] < pair[1]))


def test_of_a_chain_the_contradicting_end_stays_outside() -> None:
    made = cluster("abc", [Pair("a", "b", 0.9), Pair("b", "c", 0.8)], clash=lambda *_: True)
    assert made == {
        "a": Membership("a", 0.9, SIMILARITY, "b"),
        "b": Membership("a", 0.9, SIMILARITY, "a"),
        "c": Membership("c", 1.0, WORDING, None),
    }


def test_what_people_decide_stands_over_words() -> None:
    made = cluster("abc", [Pair("a", "b", 0.9)], clash=lambda *_: True, same=[("b", "c")], apart={("a", "b")})
    assert made == {
        "a": Membership("a", 1.0, WORDING, None),
        "b": Membership("b", 1.0, REVIEW, "c"),
        "c": Membership("b", 1.0, REVIEW, "b"),
    }


@given(pairs, pairs, pairs, pairs, st.randoms())
def test_no_claim_holds_what_is_to_be_apart_and_order_makes_no_difference(
    alike: set[tuple[str, str]],
    same: set[tuple[str, str]],
    apart: set[tuple[str, str]],
    clashing: set[tuple[str, str]],
    rng: Random,
) -> None:
    def found(wordings: list[str], accepted: list[tuple[str, str]]) -> dict[str, Membership]:
        return cluster(
            wordings,
            [Pair(a, b, (ord(a) + ord(b)) % 5 / 5) for a, b in accepted],
            clash=lambda a, b: (a, b) in clashing,
            same=sorted(same, key=lambda _: rng.random()),
            apart=apart,
        )

    made = found(list(WORDINGS), sorted(alike))
    for a, b in apart:
        assert made[a].claim != made[b].claim
    for a, b in clashing - alike:
        # Only hands join what contradicts: theirs is a chain of decisions from one to the other.
        assert made[a].claim != made[b].claim or same
    assert {one.claim for one in made.values()} == {min(w for w in made if made[w].claim == one.claim) for one in made.values()}
    shuffled, again = rng.sample(WORDINGS, len(WORDINGS)), rng.sample(sorted(alike), len(alike))
    assert found(shuffled, again) == made


@pytest.mark.parametrize("apart", [[], [("w00000", "x")]])
def test_joining_by_hand_looks_at_each_wording_a_few_times_only(apart: list[tuple[str, str]]) -> None:
    """Counted, not timed: groups that are compared each with each would hash two million pairs."""
    looks = 0

    class Counted(frozenset[tuple[str, str]]):
        def __contains__(self, pair: object) -> bool:
            nonlocal looks
            looks += 1
            return super().__contains__(pair)

    wordings = [f"w{place:05d}" for place in range(2_000)]
    same = [(wordings[0], other) for other in wordings[1:]]
    made = cluster([*wordings, "x"], [], clash=lambda *_: False, same=same, apart=Counted(apart))
    assert {made[wording].claim for wording in wordings} == {"w00000"} and made["x"].claim == "x"
    assert looks <= len(wordings)
