"""Spellings of one name: which pairs are suggested, in any order, at what cost, with and without rapidfuzz."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve import likeness as module
from briefgraph.resolve.likeness import LEAST, edit_distance, likeness, similar_names


@pytest.fixture(autouse=True)
def _without_rapidfuzz(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance.Levenshtein", None)
    forget()
    yield
    forget()


def forget() -> None:
    module._distance.cache_clear()
    module._alike.cache_clear()


def alike(one: str, other: str) -> float:
    found = list(similar_names([one, other]))
    assert found == list(similar_names([other, one, other]))
    return found[0][2] if found else 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlo Tchiani", "Orlo Tchani"),
        ("Dana Zelensky", "Dana Zelenskyy"),
        ("Mohammed Quill", "Muhammad Quill"),
        ("Muammar Gaddavi", "Moammar Qaddavi"),
        ("Sergei Vellov", "Sergey Wellow"),
        ("Alexei Quillov", "Aleksey Quillow"),
        ("Dana Quill", "Dana Orlo Quill"),
        ("D. Quill", "Dana Quill"),
        ("Dana M. Quill", "Dana Maria Quill"),
        ("Ahmed al-Vellani", "Ahmad Vellani"),
        ("Dana Vell-Moss", "Dana Vell Moss"),
        ("Nicol\u00e1s Vell", "nicolas VELL"),
        ("Quillani", "Quilani"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert LEAST <= alike(one, other) <= 1
    assert alike(one, other) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dana Quill", "Dana Moss"),
        ("Hunter Quill", "Joe Quill"),
        ("Dana Quill", "Dana Quill Jr."),
        ("Kim Jong Orl", "Kim Jong Vel"),
        ("Ali Vell", "Ole Vell"),
        ("Quill", "Dana Quill"),
        ("Dana Orlo Quill", "Dana Vell Quill"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert alike(one, other) == 0
    assert likeness(one, other) < LEAST


def test_the_more_alike_come_first() -> None:
    found = list(similar_names(["Dana Quill", "Dana Quil", "DANA QUILL", "Orlo Vell"]))
    assert [pair[:2] for pair in found] == [
        ("DANA QUILL", "Dana Quill"),
        ("DANA QUILL", "Dana Quil"),
        ("Dana Quil", "Dana Quill"),
    ]
    assert found[0][2] == 1 > found[1][2]


NAMES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.lists(st.sampled_from(["Dana", "Dane", "Quill", "Qill", "al-Vell", "Vell", "Jr.", "M.", "bin"]), max_size=4).map(
            " ".join
        ),
    ),
    max_size=12,
)


@given(NAMES, st.randoms())
def test_any_order_gives_the_same_pairs(names: list[str], shuffler: object) -> None:
    found = list(similar_names(names))
    shuffler.shuffle(names)  # type: ignore[attr-defined]
    assert list(similar_names(names)) == found
    for one, other, score in found:
        assert one < other
        assert LEAST <= score <= 1
        assert score == likeness(one, other) == likeness(other, one)


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_edit_distance(one: str, other: str) -> None:
    assert edit_distance(one, other) == edit_distance(other, one)
    assert (edit_distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edit_distance(one, other) <= max(len(one), len(other))


def test_rapidfuzz_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Levenshtein:
        asked = 0

        @classmethod
        def distance(cls, one: str, other: str) -> int:
            cls.asked += 1
            return edit_distance(one, other)

    without = alike("Orlo Tchiani", "Orlo Tchani")
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance.Levenshtein", Levenshtein)
    forget()
    assert alike("Orlo Tchiani", "Orlo Tchani") == without
    assert Levenshtein.asked > 0


def test_twice_the_names_are_about_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    compare = module._likeness

    def count(one: tuple[str, ...], other: tuple[str, ...]) -> float:
        nonlocal asked
        asked += 1
        return compare(one, other)

    def comparisons(size: int) -> int:
        nonlocal asked
        asked = 0
        letters = "abcdefghij"
        list(similar_names(f"D{letters[n % 10]}{letters[n // 10 % 10]}{letters[n // 100]} Quill" for n in range(size)))
        return asked

    monkeypatch.setattr(module, "_likeness", count)
    assert 0 < comparisons(800) <= 2.2 * comparisons(400)
