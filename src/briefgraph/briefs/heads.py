"""Heads: title, lead and date from the lines above the facts.

Noise may come first, and a title may stand twice with an image credit between. The mark-up's
heading decides, then the line that stands twice, then the line that introduces a lead, then the
first line that reads as a title.
"""

from collections import Counter
from dataclasses import dataclass

from briefgraph.brief import Span
from briefgraph.briefs.dates import date_of_line
from briefgraph.briefs.page import BLANK, Line, Page, collapse
from briefgraph.briefs.sections import ends_sentence
from briefgraph.briefs.signs import Sign, Signed

LEAD_LENGTH = 60  # a lead is a sentence or two; a shorter line below the title is a topic or a caption
SHORT_LEAD = 20  # of one that trails off below the title, which only leads do
SAME = 40  # characters in which a lead repeats the first fact
TITLE_WORDS = 3
MOST_HEADINGS = 8  # of the mark-up that are tried for the title


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Title and lead, each with its place, and the date that stands with them."""

    title: Span | None = None
    lead: Span | None = None
    published_at: str | None = None


def read_head(
    page: Page, head: list[Signed], *, first_fact: str, given_title: str | None, is_main: bool
) -> Heading:
    """What the lines above the facts say.

    `first_fact` tells a lead that repeats it. The main site has no lead of its own (`is_main`): a
    sentence below its title is a picture's caption unless it repeats the facts or trails off.
    """
    dates = [date_of_line(sign.line.words) for sign in head if sign.sign is Sign.NOISE]
    candidates = [sign.line for sign in head if sign.sign is not Sign.NOISE and not sign.line.has_bullet]
    published_at = next((date for date in dates if date), None)
    if not candidates:
        return Heading(published_at=published_at)
    keys = [_key(line.words) for line in candidates]
    lead = _lead(candidates, keys, _key(first_fact), is_main=is_main)
    title = _title(page, candidates, keys, lead, given_title)
    if lead is not None and title is not None and lead <= title:
        lead = _lead(candidates[title + 1 :], keys[title + 1 :], _key(first_fact), is_main=is_main)
        lead = lead + title + 1 if lead is not None else None
    return Heading(
        title=_span(candidates[title]) if title is not None else None,
        lead=_lead_span(candidates, lead) if lead is not None else None,
        published_at=published_at,
    )


def _key(words: str) -> str:
    return collapse(words[: LEAD_LENGTH * 4]).casefold().rstrip(".… ").replace("’", "'")


def _span(line: Line) -> Span:
    words = line.words.lstrip("#*_" + BLANK)
    start = line.end - len(words)
    return Span(start=start, end=start + len(words.rstrip("*_" + BLANK)))


def _lead(lines: list[Line], keys: list[str], first_fact: str, *, is_main: bool) -> int | None:
    """The lead's line: one that repeats the first fact, else one that trails off, else a long sentence."""
    texts = [index for index, line in enumerate(lines) if len(line.words) >= LEAD_LENGTH]
    repeated = [index for index in texts if first_fact and keys[index][:SAME] == first_fact[:SAME]]
    trailing = [
        index
        for index, line in enumerate(lines)
        if line.words.endswith(("...", "…")) and len(line.words) >= (SHORT_LEAD if index else LEAD_LENGTH)
    ]
    sentences = [index for index in texts if index > 0 and ends_sentence(lines[index].words)]
    found = repeated or trailing
    if found or is_main:
        return found[0] if found else None
    # A lead that is broken into lines ends in a later one; its first line has no full stop.
    broken = [
        index
        for index in texts
        if index > 0
        and index + 1 < len(lines)
        and not lines[index + 1].after_blank
        and lines[index].after_blank
    ]
    return next(iter(sentences or broken), None)


def _title(page: Page, lines: list[Line], keys: list[str], lead: int | None, given: str | None) -> int | None:
    if given is not None:
        wanted = _key(given)
        return next((index for index, key in enumerate(keys) if key == wanted), None)
    for heading in page.headings[:MOST_HEADINGS]:
        for index, line in enumerate(lines):
            if heading.start <= line.start < heading.end:
                return index
    stop = lead or len(lines)
    titles = [index for index in range(stop) if len(lines[index].words.split()) >= TITLE_WORDS]
    counts = Counter(keys[index] for index in titles)
    for index in titles:
        if counts[keys[index]] > 1:
            return index
    for index in titles:
        if not lines[index].words.endswith(".") or len(lines[index].words) < LEAD_LENGTH:
            return index
    return titles[0] if titles else (0 if lead != 0 else None)


def _lead_span(lines: list[Line], lead: int) -> Span:
    end = lead
    while not ends_sentence(lines[end].words) and end + 1 < len(lines) and not lines[end + 1].after_blank:
        end += 1
    return Span(start=lines[lead].start, end=lines[end].end)
