"""Claims: equal wording is one claim; a number, a sign or a word makes another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve.claims import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam at Orlo failed.", "the  dam at Orlo\u00a0failed"),
        ("'No comment,' she said.", "\u2018No comment,\u2019 she said."),
        ("The levee \u2014 an old one \u2014 broke.", "The levee - an old one - broke"),
        ("Caf\u00e9 owners left.", "Cafe\u0301 owners left."),
    ],
)
def test_wording_is_not_case_spacing_or_kinds_of_marks(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlo spent 1.5 million.", "Orlo spent 15 million."),
        ("The level is 10\u00b2.", "The level is 102."),
        ("It fell by 3%.", "It fell by -3%."),
        ("Orlo did approve it.", "Orlo did not approve it."),
        ("Has Orlo approved it?", "Has Orlo approved it."),
    ],
)
def test_what_is_wording_keeps_claims_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
