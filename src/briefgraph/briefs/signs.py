"""Signs: what one line says of the structure of a brief, judged by its own words alone.

`LABEL` lines are a narrative's label and no more (`Pro-harbour narrative`); `HEADED` lines begin
with one and go on (`Pro-harbour narrative, as provided by The Quay. Ships ...`).
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from briefgraph.briefs.noise import is_noise
from briefgraph.briefs.page import BLANK, Line, collapse

HEADING_LENGTH = 60
LABEL_LENGTH = 120
FACTS = frozenset({"facts", "the facts", "fact", "key facts"})
NARRATIVES = frozenset(
    {"narratives", "the narratives", "narrative", "the spin", "spin", "the spins", "spins"}
)
PREDICTIONS = frozenset(
    {
        "predictions",
        "prediction",
        "the predictions",
        "metaculus prediction",
        "metaculus predictions",
        "forecast",
    }
    | {"forecasts"}
)
SOURCES = re.compile(r"[*_#\s]{0,6}(?:the )?sources?(?:[*_]{0,3}\s?:[*_]{0,3}|[*_]{1,3}$|$)", re.IGNORECASE)
SEE_SOURCES = frozenset({"see sources", "view sources", "show sources", "see all sources", "see source"})
# At most six words, the last of them "narrative"; then, for a side within a story, a letter or number.
LABEL = re.compile(
    r"(?P<label>(?:[^\s.,:;!?\"“”]{1,40} ){0,5}narrative(?:\s#?(?:[A-Z]|\d{1,2})(?![\w'’.-]))?)(?![\w'’-])",
    re.IGNORECASE,
)
PROVIDED = re.compile(
    r"\s*[,–—:(-]?\s*(?:(?:as|is|was)\s+)?provided\s+by(?:\s*:)?(?=\s|$)\s*",
    re.IGNORECASE,
)
# Words that begin a sentence about narratives, never a label.
NO_LABEL = frozenset(
    {"the", "this", "that", "a", "an", "his", "her", "their", "its", "our", "one", "such", "in", "no", "any"}
)


class Sign(Enum):
    """What a line is."""

    FACTS = auto()
    NARRATIVES = auto()
    PREDICTIONS = auto()
    SOURCES = auto()
    SEE_SOURCES = auto()
    LABEL = auto()
    HEADED = auto()
    NOISE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A narrative's label at the beginning of a line; offsets count from the line's first word."""

    label: str
    label_end: int
    providers_start: int | None  # where "provided by" ends
    text_start: int  # where neither label nor "provided by" is any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A line with its sign, and its narrative head where it has one."""

    line: Line
    sign: Sign
    head: Head | None = None


def heading_key(words: str) -> str:
    """A heading's words, folded, without mark-up left over."""
    return (
        collapse(words[:HEADING_LENGTH]).strip("*_#= \t:.").casefold() if len(words) < HEADING_LENGTH else ""
    )


def head_of(words: str) -> Head | None:
    """The narrative label that a line begins with, or None."""
    opening = words[:LABEL_LENGTH]
    skipped = len(opening) - len(opening.lstrip("*_#"))
    match = LABEL.match(opening, skipped)
    if not match or opening[skipped : match.end()].split(" ", 1)[0].casefold() in NO_LABEL:
        return None
    label, end = match["label"], match.end()
    if label.casefold() == "narrative":
        return None
    while opening[end : end + 1] in ("*", "_"):
        end += 1
    if provided := PROVIDED.match(words[end : end + 60]):
        after = end + provided.end()
        return Head(label=label, label_end=match.end(), providers_start=after, text_start=after)
    rest = opening[end:].lstrip(BLANK)
    if rest and rest[0] not in ":.,–—-":
        return None
    if rest[:1] == "," and not _cut_provided(words[end:]):
        return None
    if rest[:1] in ("–", "—", "-") and opening[end : end + 1] not in (" ", "–", "—"):
        return None
    colon = len(opening[end:]) - len(rest) + (1 if rest else 0)
    while opening[end + colon : end + colon + 1] in ("*", "_"):
        colon += 1
    return Head(label=label, label_end=match.end(), providers_start=None, text_start=end + colon)


def _cut_provided(rest: str) -> bool:
    """Whether a document cut off in `, as provided by` left this."""
    return ", as provided by".startswith(collapse(rest)) and len(rest) < LABEL_LENGTH


def signed(line: Line) -> Signed:
    """A line with its sign."""
    words = line.words
    key = heading_key(words)
    if key in FACTS:
        return Signed(line=line, sign=Sign.FACTS)
    if key in NARRATIVES:
        return Signed(line=line, sign=Sign.NARRATIVES)
    if key in PREDICTIONS:
        return Signed(line=line, sign=Sign.PREDICTIONS)
    if key in SEE_SOURCES:
        return Signed(line=line, sign=Sign.SEE_SOURCES)
    if SOURCES.match(words[:HEADING_LENGTH]):
        return Signed(line=line, sign=Sign.SOURCES)
    if head := head_of(words):
        is_label = head.providers_start is None and not words[head.text_start :].strip(BLANK + ".:*_")
        return Signed(line=line, sign=Sign.LABEL if is_label else Sign.HEADED, head=head)
    if is_noise(words, has_bullet=line.has_bullet):
        return Signed(line=line, sign=Sign.NOISE)
    return Signed(line=line, sign=Sign.WORDS)
