"""Properties: generated briefs are read back exactly, and offsets quote their words.

A generated brief is its truth (title, facts with the numbers they cite, outlets, narratives)
written out in one of the layouts, with noise around it where pages have some.
"""

import json
import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from briefgraph.brief import Brief, Forecast, Layout, Narrative, Provider, Source, Span
from briefgraph.briefs import read
from briefgraph.errors import NotABrief

WORDS = st.sampled_from(
    [
        *"harbour pilots council storm Veldt Orrin reopened rationed water ships grain tonnes Monday agreed".split(),
        *"'fairly' [again] $1.2B 48%-47% N.J., Últimas £3 1961 — said".split(),
        "3.5 tonnes",
    ]
)
ENDS = st.sampled_from([".", ".", ".", "!", ".'", '."', "?"])
OUTLETS = (
    "The Quay",
    "Lantern",
    "Elm Post",
    "Reason.example",
    "Wire (a)",
    "Wire (b)",
    "Últimas Horas",
    "France 24",
    "www.orrin.example",
    "Veldt Radio",
    "Institute for Peace and Trade",
    "St. Elmo Post",
)
LABELS = (
    "Pro-harbour narrative",
    "Establishment-critical narrative",
    "Left narrative",
    "Narrative A",
    "Cynical narrative",
)
NOISE = ("", "0:00\n/1861\n", "audio-thumbnail\n0:00\n/1861\n", "Desk profile image\nby Harbour Desk\n")


@dataclass(frozen=True)
class Truth:
    """What a generated brief says."""

    title: str
    facts: tuple[tuple[str, tuple[int, ...]], ...]
    outlets: tuple[str, ...]
    narratives: tuple[tuple[str, str, str], ...]  # label, provider, text
    noise: str
    is_round: bool

    @property
    def cited(self) -> list[list[str]]:
        return [[self.outlets[number - 1] for number in numbers] for _, numbers in self.facts]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(WORDS, min_size=4, max_size=14))
    return "So " + " ".join(words) + " it was" + draw(ENDS)


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    outlets = tuple(draw(st.permutations(OUTLETS)))[: draw(st.integers(1, 8))]
    facts, highest = [], 0
    for _ in range(draw(st.integers(1, 7))):
        numbers = []
        for _ in range(draw(st.integers(0, 3))):
            number = draw(st.integers(1, min(highest + 1, len(outlets))))
            highest = max(highest, number)
            if number not in numbers:
                numbers.append(number)
        facts.append((draw(sentences()), tuple(numbers)))
    facts.append((draw(sentences()), tuple(range(highest + 1, len(outlets) + 1))))
    narratives = tuple(
        (label, draw(st.sampled_from(outlets)), "Ships come. " + draw(sentences()))
        for label in draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=3, unique=True))
    )
    return Truth(
        title="Veldt "
        + " ".join(draw(st.lists(st.sampled_from(["Reopens", "Its", "Harbour", "Again"]), min_size=2))),
        facts=tuple(facts),
        outlets=outlets,
        narratives=narratives,
        noise=draw(st.sampled_from(NOISE)),
        is_round=draw(st.booleans()),
    )


def bullets(truth: Truth, lines: list[str]) -> str:
    if truth.is_round:
        return "\n" + "\n\n".join(f"  • {line}" for line in lines) + "\n\n"
    return "".join(f"- {line}\n" for line in lines)


def spins(truth: Truth) -> str:
    return bullets(
        truth, [f"{label}, as provided by {name}. {text}" for label, name, text in truth.narratives]
    )


def joined(names: list[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1]


def bracketed(truth: Truth) -> str:
    facts = [text + "".join(f"[{number}]" for number in numbers) for text, numbers in truth.facts]
    names = joined([f"[{number}]{name}" for number, name in enumerate(truth.outlets, 1)])
    return f"{truth.title}\n{truth.noise}Facts\n{bullets(truth, facts)}Sources: {names}.\nNarratives\n{spins(truth)}"


def digits(truth: Truth) -> str:
    facts = [text + "".join(str(number) for number in numbers) for text, numbers in truth.facts]
    names = joined([f"{number}{name}" for number, name in enumerate(truth.outlets, 1)])
    return f"{truth.title}\n{truth.noise}Facts\n{bullets(truth, facts)}Sources: {names}.\nNarratives\n{spins(truth)}"


def unmarked(truth: Truth) -> str:
    facts = [text for text, _ in truth.facts]
    names = ", ".join(truth.outlets[:-1]) + (", and " if len(truth.outlets) > 1 else "") + truth.outlets[-1]
    return f"{truth.title}\n{truth.noise}Facts\n{bullets(truth, facts)}Sources: {names}.\nNarratives\n{spins(truth)}"


def main(truth: Truth) -> str:
    told = "".join(f"{label}\n\n{text}\n\n" for label, _, text in truth.narratives)
    facts = bullets(truth, [text for text, _ in truth.facts])
    return f"{truth.title}\n\n{truth.title}\n{truth.noise}\nThe Facts\n{facts}\nThe Spin\n\n{told}"


def mirrored(truth: Truth) -> str:
    facts = [
        text + "".join(f" {truth.outlets[number - 1]} (LR: {number % 5 + 1} CP: 3)" for number in numbers)
        for text, numbers in truth.facts
    ]
    told = "".join(f"{label}:\n\n  • {text}\n\n{name.upper()}\n\n" for label, name, text in truth.narratives)
    return f"this post was submitted on 08 Apr 2031\n\n151\n\n{bullets(truth, facts)}\n{told}"


def saved_page(truth: Truth) -> str:
    def plain(words: str) -> str:
        return words.replace("&", "&amp;").replace("<", "&lt;")

    facts = "".join(
        f"<li><p>{plain(text)}{''.join(f'<sup>{number}</sup>' for number in numbers)}</p></li>"
        for text, numbers in truth.facts
    )
    names = ", ".join(
        f'<sup>{number}</sup><a href="https://s{number}.example/">{plain(name)}</a>'
        for number, name in enumerate(truth.outlets, 1)
    )
    told = "".join(
        f'<li><b>{label}</b>, as provided by <a href="https://p.example">{plain(name)}</a>. {plain(text)}</li>'
        for label, name, text in truth.narratives
    )
    return (
        f"<!doctype html><html><body><nav><ul><li>{plain(truth.facts[0][0])}</li></ul></nav><h1>{truth.title}</h1>"
        f"<h3>Facts</h3><ul>{facts}</ul><p>Sources: {names}.</p><h3>Narratives</h3><ul>{told}</ul></body></html>"
    )


def check_offsets(brief: Brief) -> None:
    """Every offset quotes its words; a fact's text is its span without its markers."""
    text = brief.text
    quoted: list[tuple[Span | Source | Narrative | Provider | Forecast | None, str | None]] = [
        *((brief.title_span, brief.title) for _ in (1,) if brief.title_span),
        *((brief.lead_span, brief.lead) for _ in (1,) if brief.lead_span),
        *((source, source.label) for source in brief.sources),
        *((narrative, narrative.text) for narrative in brief.narratives),
        *((provider, provider.label) for narrative in brief.narratives for provider in narrative.providers),
        *((forecast, forecast.question) for forecast in brief.forecasts),
    ]
    for span, words in quoted:
        assert span is not None
        assert text[span.start : span.end] == words
    for fact in brief.facts:
        inside = [c for c in fact.citations if fact.start <= c.start < fact.end]
        for citation in fact.citations:
            marker = text[citation.start : citation.end]
            assert marker in (citation.label, citation.marker, f"[{citation.marker}]")
        if brief.layout is Layout.MIRROR:
            assert inside == []
            assert fact.text == " ".join(text[fact.start : fact.end].split())
        assert fact.text == " ".join(fact.text.split())
    lines = re.split("\r\n|[\n\r\u2028\u2029]", text)
    for problem in brief.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def check(brief: Brief, truth: Truth, layout: Layout) -> None:
    check_offsets(brief)
    assert brief.layout is layout
    assert [fact.text for fact in brief.facts] == [text for text, _ in truth.facts]
    assert [narrative.label for narrative in brief.narratives] == [label for label, _, _ in truth.narratives]
    assert [narrative.text for narrative in brief.narratives] == [text for _, _, text in truth.narratives]
    assert brief.is_complete


def providers(brief: Brief) -> list[list[str]]:
    return [[provider.label for provider in narrative.providers] for narrative in brief.narratives]


def cited(brief: Brief) -> list[list[str]]:
    return [[citation.label for citation in fact.citations] for fact in brief.facts]


@given(truths())
def test_bracketed_briefs(truth: Truth) -> None:
    (brief,) = read(bracketed(truth)).briefs

    check(brief, truth, Layout.LITE_BRACKETED)
    assert brief.title == truth.title
    assert cited(brief) == truth.cited
    assert [source.label for source in brief.sources] == list(truth.outlets)
    assert providers(brief) == [[name] for _, name, _ in truth.narratives]
    assert brief.problems == ()


@given(truths())
def test_digit_briefs(truth: Truth) -> None:
    (brief,) = read(digits(truth)).briefs

    check_offsets(brief)
    assert brief.layout is Layout.LITE_DIGITS
    assert [source.label for source in brief.sources] == list(truth.outlets)
    assert providers(brief) == [[name] for _, name, _ in truth.narratives]
    # With at most eight sources a run can only be cut into single digits, so all of it is certain.
    assert [fact.text for fact in brief.facts] == [text for text, _ in truth.facts]
    assert cited(brief) == truth.cited
    assert brief.problems == ()


@given(truths())
def test_unmarked_briefs(truth: Truth) -> None:
    (brief,) = read(unmarked(truth), known_outlet=lambda name: name in OUTLETS).briefs

    check(brief, truth, Layout.LITE_UNMARKED)
    assert [source.label for source in brief.sources] == list(truth.outlets)
    assert cited(brief) == [[] for _ in truth.facts]
    assert brief.problems == ()


@given(truths())
def test_main_site_briefs(truth: Truth) -> None:
    (brief,) = read(main(truth)).briefs

    check(brief, truth, Layout.MAIN_SITE)
    assert brief.title == truth.title
    assert brief.problems == ()


@given(st.lists(truths(), min_size=2, max_size=4, unique_by=lambda truth: truth.title))
def test_newsletters(stories: list[Truth]) -> None:
    document = "27 March 2031\n\nDaily Newsletter\n\n" + "".join(
        f"{main(one)}See sources\n\n" for one in stories
    )
    reading = read(document)

    assert len(reading.briefs) == len(stories)
    for brief, truth in zip(reading.briefs, stories, strict=True):
        check(brief, truth, Layout.NEWSLETTER)
        assert brief.title == truth.title
        assert brief.published_at == "2031-03-27T00:00:00Z"
        assert document.splitlines()[brief.first_line - 1] == truth.title


@given(truths())
def test_mirrored_briefs(truth: Truth) -> None:
    (brief,) = read(mirrored(truth), known_outlet=lambda name: name in OUTLETS).briefs

    check(brief, truth, Layout.MIRROR)
    assert cited(brief) == truth.cited
    assert brief.published_at == "2031-04-08T00:00:00Z"


@given(truths())
def test_saved_pages(truth: Truth) -> None:
    (brief,) = read(saved_page(truth)).briefs

    check(brief, truth, Layout.LITE_DIGITS)
    assert brief.title == truth.title
    assert cited(brief) == truth.cited
    assert [source.url for source in brief.sources] == [
        f"https://s{n}.example/" for n, _ in enumerate(truth.outlets, 1)
    ]
    assert providers(brief) == [[name] for _, name, _ in truth.narratives]


@given(truths(), st.integers(0, 4000))
def test_cut_off_briefs_cite_no_other_outlet(truth: Truth, length: int) -> None:
    for written in (bracketed, digits):
        document = written(truth)[:length]
        if document.rstrip().endswith("."):
            continue  # cut inside `Reason.example` or `St. Elmo Post`, a list looks whole: nothing in the text says otherwise
        try:
            (brief,) = read(document).briefs
        except NotABrief:
            continue
        check_offsets(brief)
        whole = truth.cited
        for fact, labels in zip(cited(brief), whole, strict=False):
            assert set(fact) <= set(labels)


def harmless(data: bytes | str, name: str = "") -> None:
    """Read it or refuse it; nothing else."""
    try:
        reading = read(data, name=name)
    except NotABrief as refusal:
        assert str(refusal).endswith(".")
        assert refusal.line >= 1
        assert refusal.column >= 1
        return
    for brief in reading.briefs:
        check_offsets(brief)


NAMES = st.sampled_from(["", "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"])


@given(st.binary(max_size=400), NAMES)
def test_any_bytes(data: bytes, name: str) -> None:
    harmless(data, name)


@given(st.text(max_size=400), NAMES)
def test_any_text(text: str, name: str) -> None:
    harmless(text, name)


PIECES = st.sampled_from(
    [
        "Facts", "The Facts", "Narratives", "The Spin", "Sources:", "Predictions", "See sources", "\n", "\n\n", "\r", "- ",
        "  • ", "[1]", "[2]", "[", "]", ".1", ".12", "3.5", " and ", ", ", "The Quay", "Left narrative", ", as provided by ",
        ". ", ": ", "(LR: 2 CP: 5)", "There is a 5% chance that ", ", according to ", "Metaculus", "\u2028", "<li>", "<p>",
        "<a href=https://x.example>", "</a>", "<sup>", "</sup>", "<!doctype html>", "# ", "](https://x.example)", "**", "---\n",
        "%20", "&amp;", "'", "\u200b", "Title of a story", "12", "é", "this post was submitted on 8 Apr 2024", "<del>", "<b x=1>",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join), NAMES)
def test_any_mixture_of_pieces(text: str, name: str) -> None:
    harmless(text, name)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | PIECES,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "facts",
                        "text",
                        "title",
                        "sources",
                        "label",
                        "marker",
                        "narratives",
                        "providers",
                        "forecasts",
                        "question",
                        "probability",
                        "id",
                        "url",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
    )
)
def test_any_json(value: object) -> None:
    harmless(json.dumps(value), "a.json")
