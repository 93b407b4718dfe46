"""Markers: the bracketed citations in a fact, `[1][2]`.

One pass from left to right. A marker is `[n]` with 1 to 3 ASCII digits, no leading zero: `[²]`,
`[１]`, `[0]`, `[1,2]`, `[2026]` and `they [the crew] left` are prose. Whether n names a source is
not decided here.
"""

import re
from dataclasses import dataclass

from briefgraph.briefs.page import Page, collapse

BRACKETED = re.compile(r"\[([1-9][0-9]{0,2})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """One marker: its number, and where it stands in the text."""

    number: int
    start: int
    end: int


def bracketed(page: Page, start: int, end: int) -> tuple[Marker, ...]:
    """Every bracketed marker of a stretch, in order, repeats kept."""
    return tuple(
        Marker(number=int(match[1]), start=start + match.start(), end=start + match.end())
        for match in BRACKETED.finditer(page.slice(start, end))
    )


def without(page: Page, start: int, end: int, markers: tuple[Marker, ...]) -> str:
    """The words of a stretch with its markers taken out, white space collapsed."""
    pieces = []
    for marker in markers:
        pieces.append(page.slice(start, marker.start))
        start = marker.end
    pieces.append(page.slice(start, end))
    return collapse("".join(pieces))
