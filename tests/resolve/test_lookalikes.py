"""Names that look alike are reported, and nothing else is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.brief import Brief, ProblemCode
from briefgraph.briefs import read
from briefgraph.resolve.lookalikes import MOST_PER_CODE, is_one_slip, outlet_problems
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.skeletons import skeletons

REGISTRY = OutletRegistry.load()


def brief(*labels: str, url: str | None = None) -> Brief:
    listed = ", ".join(f"[{n}]{label}" for n, label in enumerate(labels, 1))
    text = f"Ferry Stops\n\nFacts\n- The ferry of Veldt stopped on Monday.{''.join(f'[{n}]' for n, _ in enumerate(labels, 1))}\n\nSources: {listed}.\n\nCynical narrative. The ferry was never on time.\n"
    (found,) = read(text, known_outlet=REGISTRY.knows).briefs
    assert [source.label for source in found.sources] == list(labels)
    return replace(found, sources=tuple(replace(source, url=url) for source in found.sources))


def problems(*labels: str, url: str | None = None) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in outlet_problems(brief(*labels, url=url), REGISTRY)]


@pytest.mark.parametrize(
    ("label", "like"),
    [
        ("R\u0435uters", "Reuters"),
        ("\u0420\u041eLITICO", "Politico"),
        ("Guardi\u03b1n", "The Guardian"),
        ("\uff32\uff45\uff55\uff54\uff45\uff52\uff53", "Reuters"),
        ("Reuter5", "Reuters"),
        ("Axi0s", "Axios"),
        ("Pol1tico", "Politico"),
        ("AI Jazeera", "Al Jazeera"),
        ("Washingt\u00f6n Post", "Washington Post"),
        ("VVashington Post", "Washington Post"),
        ("Reu\u3164ters", "Reuters"),
    ],
)
def test_what_reads_as_a_known_outlet_is_reported(label: str, like: str) -> None:
    ((code, message),) = problems(label, "Quay Herald")
    assert code is ProblemCode.LOOKALIKE_OUTLET
    assert f"“{label}” looks like {like} " in message
    assert not REGISTRY.knows(label)


def test_two_sources_of_one_brief_that_look_alike() -> None:
    ((code, message),) = problems("Bramble Courier", "Br\u0430mble Courier")
    assert (code, "U+0430 CYRILLIC SMALL LETTER A" in message) == (ProblemCode.LOOKALIKE_OUTLET, True)
    ((code, message),) = problems("Bramble Courier", "Quay Herald", "Brambel Courier")
    assert (code, "“Brambel Courier” is one letter from" in message) == (ProblemCode.LOOKALIKE_OUTLET, True)


@pytest.mark.parametrize(
    "labels",
    [
        ("Guardian", "Telegraph", "The Times", "Fox News"),
        ("Channel 41 Veldt", "Channel 42 Veldt"),
        ("WQAB News", "KQAB News"),
        ("Reu\u200bters", "Reuters"),
        ("Bramble Courier", "BRAMBLE COURIER", "The Bramble Courier (a)"),
        ("Bramble Courier", "Bramble Herald"),
        ("Odessa", "Quay Herald"),
    ],
)
def test_what_is_no_problem(labels: tuple[str, ...]) -> None:
    assert problems(*labels) == []


def test_a_shared_name_is_reported_unless_an_address_decides() -> None:
    ((code, message),) = problems("Daily Star")
    assert code is ProblemCode.AMBIGUOUS_OUTLET
    assert "Daily Star (Lebanon)" in message
    assert problems("Daily Star", url="https://www.thedailystar.net/a") == []


def test_a_problem_points_at_the_source() -> None:
    (problem,) = outlet_problems(brief("Quay Herald", "R\u0435uters"), REGISTRY)
    line = brief("Quay Herald", "R\u0435uters").text.splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("R\u0435uters")


def test_many_are_cut_short_and_counted() -> None:
    labels = ["R\u0435uters" + "\u0301" * n for n in range(130)]
    given_ = brief("Quay Herald")
    source = given_.sources[0]
    many = replace(given_, sources=tuple(replace(source, label=label) for label in labels))
    found = outlet_problems(many, REGISTRY)
    assert len(found) == MOST_PER_CODE
    assert sum("more of this kind" in problem.message for problem in found) == 1


@given(st.text("abcdefgh", min_size=1, max_size=9), st.integers(0, 8), st.sampled_from("xyz"))
def test_one_slip_is_one_slip(word: str, at: int, letter: str) -> None:
    at = min(at, len(word) - 1)
    assert is_one_slip(word, word[:at] + letter + word[at:])
    assert is_one_slip(word, word[:at] + letter + word[at + 1 :])
    assert not is_one_slip(word, word)
    assert not is_one_slip(word, word + letter + letter)
    assert not is_one_slip(word, word[:at] + "7" + word[at:])


@given(st.lists(st.text(max_size=20), max_size=6))
def test_it_never_fails_and_never_changes_its_mind(labels: list[str]) -> None:
    given_ = brief("Quay Herald")
    source = given_.sources[0]
    odd = replace(given_, sources=tuple(replace(source, label=label) for label in labels))
    found = outlet_problems(odd, REGISTRY)
    assert found == outlet_problems(odd, REGISTRY)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in found)


@given(st.text(max_size=30))
def test_case_and_spacing_do_not_change_a_skeleton(label: str) -> None:
    assert skeletons(f"  {label} ") == skeletons(label)


@given(st.text("abcdefg", min_size=3, max_size=12))
def test_letters_of_another_script_have_the_skeleton_of_those_they_look_like(word: str) -> None:
    disguised = word.replace("a", "\u0430").replace("e", "\u0435").replace("c", "\u0441")
    assert skeletons(disguised) == skeletons(word)
