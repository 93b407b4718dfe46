"""Pages: the text of a document, cut into lines that know where they stand.

Every module of this package takes text through `Page.slice`, which counts the characters that it
hands out. What is handed out is looked at a fixed number of times, so the tally is the work done,
and a test can hold that twice the input is at most 2.1 times the work, without a clock.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from briefgraph.brief import LINE_ENDS, Span

# White space, and the zero-width characters that web pages leave at the ends of lines.
BLANK = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
BLANK += "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
ROUND_BULLETS = "•●▪◦‣·∙"
BULLET = re.compile(rf"[{ROUND_BULLETS}][{BLANK}]*|[-*–][{BLANK}]+|[-*–]$")
NUMBERED = re.compile(rf"[1-9][0-9]?[.)][{BLANK}]+(?=[^\W\d_a-z]|['\"‘“])")  # "1. The", "2) “We"; not "3.5", "12. next"


@dataclass(slots=True)
class Tally:
    """How many characters the reader has looked at. Tests read it; nothing depends on it."""

    characters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A stretch of the text that the mark-up linked somewhere."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank. `start:end` is its words, without bullet and outer white space."""

    number: int
    start: int
    end: int
    words: str
    has_bullet: bool
    is_indented: bool
    after_blank: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a document or of one of its stories, with what its mark-up said of it.

    `raised` are superscripts, `headings` the mark-up's top-level headings; both are empty for plain text.
    `first_line` is where the text begins in its document.
    """

    text: str
    links: tuple[Link, ...] = ()
    raised: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
    first_line: int = 1
    shows_changes: bool = False
    tally: Tally = field(default_factory=Tally)

    def slice(self, start: int, end: int) -> str:
        """The words from `start` to `end`, counted."""
        piece = self.text[start:end]
        self.tally.characters += len(piece)
        return piece

    def cut(self, start: int, end: int, first_line: int) -> "Page":
        """A page of its own from a stretch of this one, all offsets moved."""
        return Page(
            text=self.slice(start, end),
            links=tuple(
                Link(start=link.start - start, end=link.end - start, url=link.url)
                for link in self.links_in(start, end)
            ),
            raised=_moved(self.raised_in(start, end), start),
            headings=_moved(_inside(self.headings, start, end), start),
            first_line=first_line,
            tally=self.tally,
        )

    def raised_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The superscripts that begin in a stretch, in order."""
        return _inside(self.raised, start, end)

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin in a stretch, in order."""
        low = bisect_left(self.links, start, key=lambda link: link.start)
        return self.links[low : bisect_left(self.links, end, lo=low, key=lambda link: link.start)]


class Places:
    """Turns an offset into line and column, both counted from 1."""

    def __init__(self, page: Page) -> None:
        self._starts = [0, *(mark.end() for mark in LINE_ENDS.finditer(page.slice(0, len(page.text))))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        number = bisect_right(self._starts, offset)
        return number, offset - self._starts[number - 1] + 1


def _inside(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    low = bisect_left(spans, start, key=lambda span: span.start)
    return spans[low : bisect_left(spans, end, lo=low, key=lambda span: span.start)]


def _moved(spans: tuple[Span, ...], start: int) -> tuple[Span, ...]:
    return tuple(Span(start=span.start - start, end=span.end - start) for span in spans)


def strip_span(page: Page, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks at its ends."""
    piece = page.slice(start, end)
    kept = piece.lstrip(BLANK)
    start += len(piece) - len(kept)
    return start, start + len(kept.rstrip(BLANK))


def collapse(words: str) -> str:
    """White space collapsed to single spaces, none at the ends."""
    return " ".join(words.split())


def lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page that hold words, in order. A bullet alone belongs to the line after it."""
    text = page.text
    found: list[Line] = []
    position, number = 0, 0
    after_blank, pending_bullet, in_list = True, False, False
    while position <= len(text):
        mark = LINE_ENDS.search(text, position)
        stop = mark.start() if mark else len(text)
        number += 1
        raw = page.slice(position, stop)
        kept = raw.lstrip(BLANK)
        start = position + len(raw) - len(kept)
        bullet = BULLET.match(kept.rstrip(BLANK))
        if bullet:
            start += bullet.end()
            kept = kept[bullet.end() :]
        # Only where a line of its own begins, or a list goes on: a broken line may begin with a figure.
        if (after_blank or pending_bullet or in_list or bullet) and (numbered := NUMBERED.match(kept)):
            start += numbered.end()
            kept = kept[numbered.end() :]
            bullet = numbered
        words = kept.rstrip(BLANK)
        if words:
            found.append(
                Line(
                    number=number,
                    start=start,
                    end=start + len(words),
                    words=words,
                    has_bullet=bullet is not None or pending_bullet,
                    is_indented=raw[:1] in BLANK,
                    after_blank=after_blank,
                )
            )
            pending_bullet = after_blank = False
            in_list = bullet is not None
        elif bullet:
            pending_bullet = True
        else:
            after_blank = True
        if mark is None:
            break
        position = mark.end()
    return tuple(found)
