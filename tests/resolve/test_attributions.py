"""Whom sentences say that they have something from: tables of sentences, properties, work on hostile text."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve.attributions import Attribution, AttributionFinder, AttributionKind
from briefgraph.resolve.outlets import OutletRegistry, normal_label
from briefgraph.resolve.registry import read_entries
from briefgraph.resolve.spellings import Sure, words

CASES = Path(__file__).parent / "attribution_cases"


@cache
def registry() -> OutletRegistry:
    return OutletRegistry(read_entries((CASES / "outlets.yml").read_text("utf-8"), "outlets.yml"))


@cache
def finder() -> AttributionFinder:
    return AttributionFinder(registry())


@cache
def shipped() -> AttributionFinder:
    return AttributionFinder(OutletRegistry.load())


def found(text: str, *sources: str, people: tuple[tuple[int, int], ...] = ()) -> set[tuple[str, str]]:
    said = finder().of_story((source, None) for source in sources).find(text, people)
    return {(one.kind.value, one.key) for one in said}


def lines(name: str) -> list[tuple[set[tuple[str, str]], str, list[str]]]:
    """What is expected, the sentence and the story's sources, of each line of a file."""
    read = []
    for line in (CASES / name).read_text("utf-8").splitlines():
        expected, sentence, *sources = line.split("\t")
        pairs = [one.split(" ", 1) for one in expected.split(";")] if expected != "-" else []
        read.append(
            ({(kind, registry().resolve(label).key) for kind, label in pairs}, sentence, sources[0].split(";") if sources else [])
        )
    return read


@pytest.mark.parametrize("name", ["unseen.tsv", "tuned.tsv"])
def test_each_sentence_gives_what_it_says_and_nothing_else(name: str) -> None:
    for expected, sentence, sources in lines(name):
        assert found(sentence, *sources) == expected, sentence


def test_there_are_enough_sentences_of_each_sort() -> None:
    both = [*lines("unseen.tsv"), *lines("tuned.tsv")]
    assert sum(bool(expected) for expected, *_ in both) >= 80
    assert sum(not expected for expected, *_ in both) >= 80
    kinds = {kind for expected, *_ in both for kind, _ in expected}
    assert kinds == {kind.value for kind in AttributionKind}


def test_the_words_are_those_that_say_so() -> None:
    said = finder().of_story().find("🪁 It sank, according to the newspaper The Bridge; Halmet first reported the loss.")
    assert [(one.text, one.label, one.start, one.end) for one in said] == [
        ("according to the newspaper The Bridge", "Bridge", 11, 48),
        ("Halmet first reported", "Halmet", 50, 71),
    ]


def test_an_outlet_is_given_once_a_kind_where_it_is_first_so_named() -> None:
    text = "According to Halmet, it sank. It rose again, according to Halmet. A guard told Halmet. A cook told Halmet."
    assert [(one.kind.value, one.start) for one in finder().of_story().find(text)] == [("ACCORDING_TO", 0), ("TOLD", 74)]


def test_who_is_a_person_of_the_story_is_no_outlet() -> None:
    text = "According to Halmet, the ship sank."
    assert found(text) == {("ACCORDING_TO", "halmet")}
    assert found(text, people=((13, 19),)) == set()
    assert found(text, people=((0, 3), (20, 35))) == {("ACCORDING_TO", "halmet")}


def test_a_source_of_the_story_is_meant_by_the_url_that_its_label_has() -> None:
    text = "It sank, according to the Telegraph."
    for host in ("ostrel", "lisk"):
        entries = read_entries(
            f"- {{key: {host}-telegraph, name: {host.title()} Telegraph, kind: NEWS, shares: [Telegraph], domain: {host}.example}}",
            "own",
        )
        story = AttributionFinder(OutletRegistry(entries)).of_story([("Telegraph", f"https://{host}.example/1")])
        (one,) = story.find(text)
        assert (one.key, one.label, one.url) == (f"{host}-telegraph", "Telegraph", f"https://{host}.example/1")


def test_a_label_that_means_two_outlets_of_one_story_is_nobodys() -> None:
    entries = read_entries(
        "- {key: ostrel-telegraph, name: Ostrel Telegraph, shares: [Telegraph], domain: ostrel.example}\n"
        "- {key: lisk-telegraph, name: Lisk Telegraph, shares: [Telegraph], domain: lisk.example}",
        "own",
    )
    sources = [("Telegraph", f"https://{host}.example/1") for host in ("ostrel", "lisk")]
    assert AttributionFinder(OutletRegistry(entries)).of_story(sources).find("It sank, according to the Telegraph.") == ()


SHIPPED = {
    "It sank, according to Reuters.": {"reuters"},
    "It sank, the Associated Press reported.": {"associated-press"},
    "The Guardian reported that it sank.": {"guardian"},
    "It sank, according to The Hill.": {"hill"},
    "It sank, Time magazine reported.": {"time"},
    "Sailors told the BBC and CNN that it sank.": {"bbc-news", "cnn"},
}
NOBODY = (
    "According to reason, it sank.",
    "According to Reason, it sank.",
    "According to Nature, it sank.",
    "According to Time, it sank.",
    "Time reported a leak.",
    "Staff on the Hill reported a leak.",
    "The Times reported a leak.",
    "According to the Post, it sank.",
    "According to AP, it sank.",
    "They told Apple to stop.",
    "The union told the White House that it sank.",
    "People reported a leak.",
    "Science reported by others is science.",
    "Scores were killed, according to the President.",
    "Sputnik was launched in 1957, as reported in books.",
)


@pytest.mark.parametrize("text", SHIPPED)
def test_well_known_outlets_are_meant_by_their_names(text: str) -> None:
    assert {one.key for one in shipped().of_story().find(text)} == SHIPPED[text]


@pytest.mark.parametrize("text", NOBODY)
def test_plain_words_and_short_names_are_nobody(text: str) -> None:
    assert shipped().of_story().find(text) == ()


def test_plain_words_are_outlets_where_the_story_has_them_as_sources() -> None:
    for name, text in (("Reason", "According to Reason, it sank."), ("AP", "According to AP, it sank."), ("The Times", "The Times reported a leak.")):
        (one,) = shipped().of_story([(name, None)]).find(text)
        assert normal_label(one.label) == normal_label(name)


def test_the_lists_are_small_letters_and_the_steps_are_in_order() -> None:
    assert all(word == word.lower() for words_ in words().values() for word in words_)
    assert sorted(Sure) == [Sure.ALWAYS, Sure.ARTICLE, Sure.SORT, Sure.SOURCE]


# --- properties ------------------------------------------------------------------------------

PIECES = (
    "Corva Post", "the Corva Post", "The Bridge", "Halmet", "Summit magazine", "Brasel Wire's", "ONA", "VTQ", "Mercer", "Times",
    "according to", "According to", "told", "first reported", "reported by", "reports", "report", "citing", "a", "the", "and", ",",
    ".", "which", "denied", "not", "an investigation by", "broke the story", "🪁", "—", "“", "”", "Mary", "newspaper", "\n", "said",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join))


def _assert_right(text: str, said: tuple[Attribution, ...], known: OutletRegistry) -> None:
    for one in said:
        assert text[one.start : one.end] == one.text
        assert one.label in one.text  # never an outlet that is not written
        assert known.resolve(one.label, url=one.url).key == one.key
    assert len({(one.key, one.kind) for one in said}) == len(said)
    assert [one.start for one in said] == sorted(one.start for one in said)


@given(TEXTS, st.lists(st.sampled_from(("Corva Post", "The Bridge", "Mercer", "Times", "Halmet", "ONA")), max_size=3))
def test_offsets_give_the_words_and_the_outlet_is_written_there(text: str, sources: list[str]) -> None:
    _assert_right(text, finder().of_story((source, None) for source in sources).find(text), registry())


@given(TEXTS)
def test_a_registry_that_knows_nobody_finds_nobody(text: str) -> None:
    assert AttributionFinder(OutletRegistry(())).of_story().find(text) == ()


# --- work ------------------------------------------------------------------------------------

HOSTILE = (
    "told Reuters ", "Reuters and ", "Reuters, ", "the ", "according to a report ", "New York ", "first reported by on ", "“", "....",
    "Reuters reported ", "Reuters, citing a b c d e f g h ", "The Wall Street Journal and ", "x", "told the a newspaper magazine ",
    "Reuters's ", "denied a report by Reuters, ", "according to Reuters. ", "(", "a-", "Reuters (", "which was never ",
)  # fmt: skip
SIZE = 5_000


def _lines_run(work: Callable[[], Any]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        if not frame.f_globals.get("__name__", "").startswith("briefgraph"):
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    story = shipped().of_story()
    story.find("According to Reuters, it sank.")  # patterns and lists are made once
    once, twice = ((piece * (size // len(piece) + 1))[:size] for size in (SIZE, 2 * SIZE))
    assert _lines_run(lambda: story.find(twice)) <= 2.1 * _lines_run(lambda: story.find(once)) + 200


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_anything_comes_to_an_end(piece: str) -> None:
    text = (piece * (250_000 // len(piece) + 1))[:250_000]
    said = shipped().of_story().find(text)
    _assert_right(text, said, OutletRegistry.load())
    assert sum(len(one.text) for one in said) < 5_000  # the words stay short
