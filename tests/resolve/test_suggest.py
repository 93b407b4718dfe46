"""Suggestions: pairs that a person should look at, in order, each once."""

from hypothesis import given
from hypothesis import strategies as st

from briefgraph.cli.suggest import Named, people_rows
from briefgraph.resolve.suggest import similar_outlets

OUTLETS: list[tuple[str, str, tuple[str, ...]]] = [
    ("1", "Bramble Courier", ("The Bramble Courier",)),
    ("2", "Brambel Courier", ()),
    ("3", "Courier Bramble", ()),
    ("4", "Br\u0430mble Courier", ()),
    ("5", "Lantern of Northern Veldt", ()),
    ("6", "LNV", ()),
    ("7", "Channel 4 Veldt", ()),
    ("8", "Channel 5 Veldt", ()),
    ("9", "Quay", ()),
]


def test_each_pair_has_its_reason() -> None:
    found = {(s.id_a, s.id_b): s.reason for s in similar_outlets(OUTLETS)}
    assert found["1", "2"] == "spelling"
    assert found["1", "3"] == "the same words in another order"
    assert found["1", "4"] == "letters that look alike"
    assert found["5", "6"] == "initials"
    assert ("7", "8") not in found
    assert not any("9" in pair for pair in found)


@given(st.lists(st.tuples(st.uuids().map(str), st.text("abc ", max_size=8), st.just(()))))
def test_the_order_of_outlets_does_not_matter(outlets: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = list(similar_outlets(outlets, least=0.5))
    assert found == list(similar_outlets(reversed(outlets), least=0.5))
    assert all(0.5 <= s.likeness <= 1 and s.id_a < s.id_b for s in found)
    assert found == sorted(found, key=lambda s: -s.likeness)


def test_people_are_paired_by_the_function_given() -> None:
    people: list[Named] = [("a", "Dana Quill", ()), ("b", "Dana Quil", ()), ("c", "Orlo Veldt", ())]
    rows = list(people_rows(people, 0.9, lambda names: iter([("Dana Quill", "Dana Quil", 0.95), ("Dana Quill", "Orlo Veldt", 0.1)])))
    assert rows == [(0.95, "a", "Dana Quill", "b", "Dana Quil", "spelling")]
