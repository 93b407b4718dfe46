"""Broken mark-up: what a page's mark-up left behind in the words, and pages that show two versions at once.

A page that compares two versions of a story loses its mark-up when it is saved, and its words run
together (`wasn'thas`, `itIt's`). No sentence of it was ever written so, and nothing is imported.
"""

import re

from briefgraph.briefs.page import Page

LEFTOVER = re.compile(
    r"(?<![\d%])(?:%[0-9A-F]{2})+|</?(?:a|b|i|p|br|em|li|ul|div|span|strong|sup)(?:\s[^<>]{0,200})?/?>|&(?:nbsp|amp|quot|lt|gt|#\d{1,5});",
    re.IGNORECASE,
)
GLUED_CONTRACTION = re.compile(r"\b[A-Za-z]{2,12}n['’]t[a-z]{2,}")
GLUED_SMALL_WORD = re.compile(
    r"\b(?:an?|the|it|is|to|of|and|he|she|they|was|has|be|by|for|with|that)(?=[A-Z][a-z])"
)
GLUED_COMMA = re.compile(r"[a-z]{2},[a-z]{2}")
DOUBLED = re.compile(r"\b([A-Za-z]{4,20})(?=\1)", re.IGNORECASE)
ENOUGH = 4  # signs of two versions; ordinary briefs were seen with at most one


def leftover(page: Page, start: int, end: int) -> tuple[int, str] | None:
    """The first piece of mark-up that stands in a stretch's words, and where."""
    match = LEFTOVER.search(page.slice(start, end))
    return (start + match.start(), match[0][:40]) if match else None


def shows_two_versions(page: Page) -> bool:
    """Whether the text runs two versions together."""
    if page.shows_changes:
        return True
    text = page.slice(0, len(page.text))
    contractions, small, commas, doubled = (
        sum(1 for _ in sign.finditer(text))
        for sign in (GLUED_CONTRACTION, GLUED_SMALL_WORD, GLUED_COMMA, DOUBLED)
    )
    is_likely = contractions > 0 or (small > 1 and doubled > 0)
    return is_likely and 2 * contractions + small + commas + doubled >= ENOUGH
