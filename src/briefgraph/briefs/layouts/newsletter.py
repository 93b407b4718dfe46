"""The newsletter: several stories in one page under one date, each with its own headings.

A story ends at `See sources`, or where the next one's `The Facts` has a title above it. Each
becomes a brief of its own, whose text is its section.
"""

from dataclasses import dataclass

from briefgraph.brief import Brief, Layout
from briefgraph.briefs.dates import date_of_line
from briefgraph.briefs.layouts import main_site
from briefgraph.briefs.page import Page
from briefgraph.briefs.sections import ends_sentence
from briefgraph.briefs.signs import Sign, Signed, heading_key
from briefgraph.briefs.story import Story

NAMES = frozenset({"newsletter", "daily newsletter", "weekly newsletter", "morning newsletter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One story's lines."""

    signs: list[Signed]


def read(story: Story) -> Brief:
    """The brief of one section."""
    return main_site.read(story, Layout.NEWSLETTER)


def is_newsletter(signs: list[Signed]) -> bool:
    """Whether a page calls itself a newsletter, or has the newsletter's `See sources`."""
    return any(
        sign.sign is Sign.SEE_SOURCES or (sign.sign is Sign.NOISE and heading_key(sign.line.words) in NAMES)
        for sign in signs
    )


def date_of(signs: list[Signed]) -> str | None:
    """The date at the head of the page."""
    for sign in signs:
        if sign.sign is Sign.NOISE and (date := date_of_line(sign.line.words)):
            return date
        if sign.sign in (Sign.FACTS, Sign.NARRATIVES):
            return None
    return None


def sections(signs: list[Signed]) -> list[Section]:
    """The stories of a page, in order; a page of one story is one section, the whole page."""
    starts = _starts(signs)
    if len(starts) < 2:
        return [Section(signs=signs)]
    found = []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(signs)
        found.append(Section(signs=signs[start:stop]))
    return found


def line_start(page: Page, offset: int) -> int:
    """Where a line begins whose first word stands at `offset`, its bullet and indent included."""
    before = page.slice(max(0, offset - 8), offset)
    return offset - (len(before) - len(before.rstrip(" \t•-*")))


def _starts(signs: list[Signed]) -> list[int]:
    """The index of each story's first line."""
    starts: list[int] = []
    has_facts = has_spin = is_closed = False
    after = 0  # the first line that may belong to the next story
    for index, sign in enumerate(signs):
        if sign.sign is Sign.SEE_SOURCES:
            is_closed, after = True, index + 1
        elif sign.sign in (Sign.FACTS, Sign.NARRATIVES):
            is_facts = sign.sign is Sign.FACTS
            is_next = is_closed or (is_facts and has_facts and has_spin)
            if not starts or is_next:
                start = _title_above(signs, index, after)
                if starts and not is_closed and start == index:
                    continue  # a heading that repeats, with no title above it
                starts.append(start)
                has_facts, has_spin, is_closed = is_facts, not is_facts, False
            else:
                has_facts |= is_facts
                has_spin |= not is_facts
        elif sign.head is not None or sign.sign is Sign.SOURCES:
            has_spin = True
    return starts


def _title_above(signs: list[Signed], heading: int, after: int) -> int:
    """The first line of the story whose first heading is at `heading`."""
    first = heading
    lead_seen = False
    for index in range(heading - 1, max(after, heading - 12) - 1, -1):
        sign = signs[index]
        words = sign.line.words
        if sign.sign is Sign.NOISE:
            continue
        if sign.sign is not Sign.WORDS and not (sign.sign is Sign.LABEL and index == heading - 1):
            break
        if sign.line.has_bullet:
            break
        if ends_sentence(words) and len(words) > 60:
            if lead_seen or first != heading:
                break
            lead_seen = True  # a lead, if a title stands above it
            continue
        key = words.casefold()
        if first != heading and signs[first].line.words.casefold() != key:
            break
        first = index
    return first
