"""What a read brief is: the words of one story, and where each of them stood.

Offsets are code points into `Brief.text`; `end` is exclusive. For everything but facts
`text[start:end]` is the words themselves. A fact's `text` is its span with the markers taken
out, white space collapsed and the ends stripped. Lines and columns count from 1 in `Brief.text`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")  # what ends a line of `Brief.text`


class Layout(StrEnum):
    """The layouts that briefs come in. Detected, never declared."""

    LITE_BRACKETED = "LITE_BRACKETED"  # [1][2]
    LITE_DIGITS = "LITE_DIGITS"  # ruling.6
    LITE_UNMARKED = "LITE_UNMARKED"  # Sources: A, B, and C. without numbers
    MAIN_SITE = "MAIN_SITE"  # The Facts, The Spin
    NEWSLETTER = "NEWSLETTER"  # several stories in one page
    MIRROR = "MIRROR"  # Guardian (LR: 2 CP: 5)
    JSON = "JSON"  # the structured form of schema/brief.schema.json


class ProblemCode(StrEnum):
    """What can be wrong with a brief that is loaded all the same."""

    DANGLING_MARKER = "DANGLING_MARKER"  # a marker that no source has
    UNCITED_SOURCE = "UNCITED_SOURCE"  # a source that no fact cites
    DUPLICATE_NUMBER = "DUPLICATE_NUMBER"  # two sources of one number
    AMBIGUOUS_MARKER = "AMBIGUOUS_MARKER"  # a glued digit that may be part of a number
    MISSING_PROVIDER = "MISSING_PROVIDER"  # a narrative of a lite layout or mirror that credits nobody
    CUT_OFF = "CUT_OFF"  # the document ends in mid-sentence, or before its narratives
    NO_SOURCES = "NO_SOURCES"  # facts with markers, and no sources line
    UNREADABLE_FORECAST = "UNREADABLE_FORECAST"  # a forecast without a probability or a question
    BROKEN_MARKUP = "BROKEN_MARKUP"  # percent escapes or tags left over in the words
    LOOKALIKE_OUTLET = "LOOKALIKE_OUTLET"  # a source whose name looks like another outlet's and is not it
    AMBIGUOUS_OUTLET = "AMBIGUOUS_OUTLET"  # a name that several outlets have, and the source does not say which


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch of `Brief.text`, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One fact citing one source once. A marker that no source has is a Problem, not a citation.

    `start:end` is the marker as it stands, brackets and all (`[3]`, `3`), or in a mirror the
    outlet's name at the end of the line.
    """

    marker: str | None  # "3"; None in a mirror
    label: str  # the source as its line writes it: "Reuters (a)"
    url: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One bullet of the facts. `position` counts from 1."""

    position: int
    text: str
    start: int
    end: int
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the `Sources:` line, cited or not. `start:end` is the label."""

    position: int
    marker: str | None
    label: str
    url: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who a narrative is credited to, which need not mean who wrote the words."""

    position: int
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """One narrative. `stance` is the label normalised (`pro-establishment`), None for a lettered side."""

    position: int
    label: str  # as written, without the provider: "Pro-establishment narrative", "Narrative A"
    stance: str | None
    text: str
    start: int
    end: int
    providers: tuple[Provider, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A nerd narrative's forecast. `start:end` is the question; `probability` is in [0, 1], four decimals."""

    position: int
    question: str
    probability: float
    source: str | None  # "Metaculus"
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a brief: a sentence for a person, and where in `Brief.text`."""

    code: ProblemCode
    message: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One story as it was read. Everything that the graph knows of it comes from here.

    Args:
        text: the story's extracted text; every offset points into it.
        first_line: where `text` begins in the document it came in, counted from 1, so that
            `first_line + problem.line - 1` is the line that an editor shows (HTML aside, where
            lines count in the extracted text).
        title_span, lead_span: None where the words were given beside the brief, or are absent.
        address, published_at, id: given beside the brief, or found in it; `published_at` is
            canonical (`2024-03-27T00:00:00Z`), `address` as given.
    """

    text: str
    layout: Layout
    title: str
    title_span: Span | None
    lead: str | None
    lead_span: Span | None
    address: str | None
    published_at: str | None
    id: str | None
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    narratives: tuple[Narrative, ...]
    forecasts: tuple[Forecast, ...]
    problems: tuple[Problem, ...]
    is_complete: bool
    first_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document, or a part of one, that is no brief, and why. Nothing of it is stored."""

    message: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one document: its briefs in order, and what was refused."""

    briefs: tuple[Brief, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a caller gives beside a document. It wins over what the document says.

    `id`, `address` and `title` need a document of one brief; for more they are refused.
    """

    address: str | None = None
    published_at: str | None = None
    title: str | None = None
    id: str | None = None


NOTHING_BESIDE = Beside()
