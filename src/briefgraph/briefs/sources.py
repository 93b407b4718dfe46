"""Sources: the `Sources:` line, in every form that it comes in.

`[1]A, [2]B and [3]C.` · `1A, 2B, and 3C.` · `A, B, and C.` · one per line. A label is what stands
between the numbers without separators; it may hold commas, digits, dots and "and".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from briefgraph.brief import Source
from briefgraph.briefs.markers import BRACKETED
from briefgraph.briefs.names import Names
from briefgraph.briefs.page import BLANK, Page
from briefgraph.briefs.sections import Block

LABEL_LENGTH = 200  # a longer one is a paragraph that was taken for a source
LISTED = re.compile(r"\(?([1-9][0-9]{0,2})(?:[.):]\s+|\)|\s(?=\s*[^\W\d]))")
# Before a number: a comma or "and" (`strong`), or white space alone. No run of white space is read twice.
SEPARATED = re.compile(
    r"(?P<strong>[,;]\s*(?:(?:and|&)\s*)?|(?<!\s)\s+(?:and|&)\s*)(?=[1-9])|(?<!\s)\s+(?=[1-9])", re.IGNORECASE
)
# How a list looks that is cut off in the next entry's number: the entry before it is whole. After "and" or
# a comma alone it may not be (`Institute for Peace and`).
CUT_AFTER = re.compile(
    r"(?:[,;]\s*(?:(?:and|&)\s*)?|\s(?:and|&)\s*)?\[\d{0,3}$|(?:[,;]\s*(?:and\s*)?|\sand\s*)\d{1,3}$"
)
RUN = re.compile(r"[0-9]{1,6}")
LEADING_AND = re.compile(r"(?:and|&)\s+", re.IGNORECASE)
TRAILING_AND = re.compile(r"[\s,;]+(?:and|&)$", re.IGNORECASE)
# "U.S." keeps its full stop; "Reason.com." and "Usembassy." lose it.
INITIALS = re.compile(r"(?:\b[A-Za-z]\.){2,}$")


class Numbering(Enum):
    """How a list of sources is numbered."""

    BRACKETED = auto()
    DIGITS = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The sources of one brief as its list writes them. `is_cut` where the list has no end."""

    sources: tuple[Source, ...] = ()
    numbering: Numbering = Numbering.NONE
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    marker: str | None
    start: int
    end: int


def read_sources(
    page: Page, blocks: list[Block], *, ends_document: bool, known_outlet: Callable[[str], bool]
) -> Listing:
    """The list of sources.

    Where the document was cut off in it, the last entry may be half a name: it is left out unless
    it is a known outlet's, since half a name may be another outlet's whole one.
    """
    if not blocks:
        return Listing()
    first, last = blocks[0], blocks[-1]
    text = page.slice(first.start, last.end)
    raised = page.raised_in(first.start, last.end)
    if BRACKETED.search(text):
        numbering, entries = Numbering.BRACKETED, _bracketed(text)
    elif len(blocks) > 1 and all(LISTED.match(page.slice(b.start, b.end)) for b in blocks):
        numbering, entries = Numbering.DIGITS, _per_line(page, blocks)
    elif raised and text[raised[0].start - first.start : raised[0].end - first.start].isascii():
        numbering, entries = Numbering.DIGITS, _raised(text, [(s.start, s.end) for s in raised], first.start)
    elif RUN.match(text) and (found := _glued(text)):
        numbering, entries = Numbering.DIGITS, found
    elif len(blocks) > 1:
        numbering = Numbering.NONE
        entries = [_Entry(marker=None, start=b.start - first.start, end=b.end - first.start) for b in blocks]
    else:
        numbering, entries = Numbering.NONE, _unnumbered(page, text, first.start, known_outlet)
    is_cut = ends_document and len(blocks) == 1 and not text.rstrip(BLANK).endswith(".")
    is_last_whole = not is_cut
    if is_cut and (rest := CUT_AFTER.search(text[-24:])):
        text = text[: len(text) - len(text[-24:]) + rest.start()]
        is_last_whole = True
    sources: list[Source] = []
    for index, entry in enumerate(entries):
        is_last = index == len(entries) - 1
        start, end = _label(text, entry.start, min(entry.end, len(text)), is_last=is_last or len(blocks) > 1)
        label = text[start:end]
        if not label or end - start > LABEL_LENGTH or not any(c.isalnum() for c in label):
            continue
        if is_last and not is_last_whole and not known_outlet(label):
            continue
        sources.append(
            Source(
                position=len(sources) + 1,
                marker=entry.marker,
                label=label,
                url=_url(page, first.start + start, first.start + end),
                start=first.start + start,
                end=first.start + end,
            )
        )
    return Listing(sources=tuple(sources), numbering=numbering, is_cut=is_cut)


def _bracketed(text: str) -> list[_Entry]:
    marks = list(BRACKETED.finditer(text))
    if text[: marks[0].start()].strip(BLANK + ",;:") and not text[marks[-1].end() :].strip(BLANK + ".,;"):
        # The number after its source: `A [1], B [2]`.
        starts = [0, *(mark.end() for mark in marks[:-1])]
        return [
            _Entry(marker=mark[1], start=start, end=mark.start())
            for start, mark in zip(starts, marks, strict=True)
        ]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [_Entry(marker=mark[1], start=mark.end(), end=end) for mark, end in zip(marks, ends, strict=True)]


def _per_line(page: Page, blocks: list[Block]) -> list[_Entry]:
    entries = []
    base = blocks[0].start
    for block in blocks:
        mark = LISTED.match(page.slice(block.start, block.end))
        if mark:
            entries.append(
                _Entry(marker=mark[1], start=block.start - base + mark.end(), end=block.end - base)
            )
    return entries


def _raised(text: str, raised: list[tuple[int, int]], base: int) -> list[_Entry]:
    starts = [(start - base, end - base) for start, end in raised]
    starts = [(start, end) for start, end in starts if RUN.fullmatch(text[start:end].strip(BLANK))]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return [
        _Entry(marker=str(int(text[start:end].strip(BLANK))), start=end, end=stop)
        for (start, end), stop in zip(starts, ends, strict=True)
    ]


def _glued(text: str) -> list[_Entry]:
    """`1A, 2B, and 3C.`: a number begins an entry after a separator, each one more than the last.

    Counting decides where names begin with digits: after 2, `360 Minutes` is 3 and `60 Minutes`.
    """
    starts: list[tuple[int, int, str]] = []  # of the number, of the label, the number
    position: int | None = 0
    number = 0
    is_strong = True
    while position is not None:
        run = RUN.match(text, position)
        following = text[run.end() : run.end() + 2] if run else ""
        entry = _number(run[0], following, number + 1, not starts) if run else None
        if entry is not None and not is_strong and not (run and entry == run[0] and following[:1].isalpha()):
            entry = None  # "France 24": white space before it does not make a number an entry's
        if entry is not None:
            starts.append((position, position + len(entry), entry))
            number = int(entry)
        elif not starts:
            return []
        gap = SEPARATED.search(text, position + 1)
        position = gap.end() if gap else None
        is_strong = gap is not None and gap["strong"] is not None
    ends = [*(start for start, _, _ in starts[1:]), len(text)]
    return [
        _Entry(marker=number_written, start=label, end=end)
        for (_, label, number_written), end in zip(starts, ends, strict=True)
    ]


def _number(run: str, following: str, expected: int, is_first: bool) -> str | None:
    """The entry's number at the beginning of a run of digits, or None where it is part of a name."""
    wanted = str(expected)
    rest = run[len(wanted) :]
    goes_on = following[:1].isalnum() or following[:1] in "'\"“‘" or following.strip(BLANK)[:1].isalnum()
    if not goes_on or not following:
        return None
    if run.startswith(wanted) and rest[:1] != "0":
        return wanted
    if not following[:1].isalpha():
        return None  # "Channel 4, 24 Hours": white space after a number that is out of order
    return run if is_first or (len(run) <= 2 and int(run) <= expected + 1) else None


def _unnumbered(page: Page, text: str, base: int, known_outlet: Callable[[str], bool]) -> list[_Entry]:
    end = len(text.rstrip(BLANK))
    links = [link for link in page.links_in(base, base + end) if link.end <= base + end]
    if links and len(links) >= text.count(",") + 1:
        return [_Entry(marker=None, start=link.start - base, end=link.end - base) for link in links]
    entries = []
    start = 0
    commas = [match.start() for match in re.finditer(r",(?=\s)", text)]
    for stop in [*commas, end]:
        piece = text[start:stop]
        lead = len(piece) - len(piece.lstrip(BLANK))
        is_last = stop == end
        after_and = LEADING_AND.match(piece, lead) if is_last else None
        if after_and:
            entries.append(_Entry(marker=None, start=start + after_and.end(), end=stop))
        elif is_last:
            names = Names((), known_outlet)
            entries.extend(_last_two(names, text, start + lead, stop, has_comma=bool(commas)))
        else:
            entries.append(_Entry(marker=None, start=start, end=stop))
        start = stop + 1
    return entries


def _last_two(names: Names, text: str, start: int, end: int, *, has_comma: bool) -> list[_Entry]:
    words = text[start:end]
    if has_comma and not names.knows(words.rstrip(".")):
        # A list that has commas joins its last two with "and": the last one, unless a name is known.
        gaps = list(re.finditer(r"\s+and\s+|\s+&\s+", words[: LABEL_LENGTH * 2]))
        known = [
            gap
            for gap in gaps
            if names.knows(words[: gap.start()]) or names.knows(words[gap.end() :].rstrip("."))
        ]
        if known or gaps:
            gap = (known or gaps)[-1]
            return [
                _Entry(marker=None, start=start, end=start + gap.start()),
                _Entry(marker=None, start=start + gap.end(), end=end),
            ]
        return [_Entry(marker=None, start=start, end=end)]
    return [
        _Entry(marker=None, start=start + piece.start, end=start + piece.end) for piece in names.split(words)
    ]


def _label(text: str, start: int, end: int, *, is_last: bool) -> tuple[int, int]:
    piece = text[start:end]
    kept = piece.lstrip(BLANK + ",;:*_")
    start += len(piece) - len(kept)
    if lead := LEADING_AND.match(kept):
        start += lead.end()
        kept = kept[lead.end() :]
    kept = kept.rstrip(BLANK + ",;*_")
    kept = TRAILING_AND.sub("", kept[-LABEL_LENGTH * 2 :]) if len(kept) <= LABEL_LENGTH * 2 else kept
    if is_last and kept.endswith(".") and not INITIALS.search(kept[-20:]):
        kept = kept.rstrip(".")
    kept = kept.rstrip(BLANK + ",;*_")
    return start, start + len(kept)


def _url(page: Page, start: int, end: int) -> str | None:
    links = page.links_in(start, end)
    return links[0].url if links else None
