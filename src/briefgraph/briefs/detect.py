"""Detection: which layout a story is in, from what it holds. Nothing declares it."""

import re

from briefgraph.brief import Layout
from briefgraph.briefs.digits import glued
from briefgraph.briefs.markers import BRACKETED
from briefgraph.briefs.page import Page
from briefgraph.briefs.sources import Numbering
from briefgraph.briefs.story import Story

MIRRORED = re.compile(
    r"\(\s?(?:LR|CP)\s?:\s?[^()\n]{1,24}\)|this post was submitted on|LR \(left/right\)", re.IGNORECASE
)
ENOUGH_DIGITS = 2  # glued markers that a brief without a list must show before it counts as this layout


def is_mirror(page: Page) -> bool:
    """Whether a page is a community's post: its boilerplate, or an outlet's scores."""
    return MIRRORED.search(page.slice(0, len(page.text))) is not None


def layout_of(story: Story) -> Layout:
    """The layout of a story that is no mirror's."""
    found = story.outline
    numbering = story.listing().numbering
    if numbering is Numbering.BRACKETED or any(
        BRACKETED.search(story.page.slice(start, end)) for start, end in story.fact_spans
    ):
        return Layout.LITE_BRACKETED
    if numbering is Numbering.DIGITS or (not found.sources and _has_digits(story)):
        return Layout.LITE_DIGITS
    is_credited = any(told.head.providers_start is not None for told in found.told)
    if found.sources or is_credited or found.has_narratives_heading or not found.is_main:
        return Layout.LITE_UNMARKED
    return Layout.MAIN_SITE


def _has_digits(story: Story) -> bool:
    """Whether facts end in glued digits that count up from 1."""
    markers, _, _ = glued(story.page, story.fact_spans, 0)
    highest = count = 0
    for marker in (marker for found in markers for marker in found):
        if marker.number > highest + 1:
            return False
        highest = max(highest, marker.number)
        count += 1
    return count >= ENOUGH_DIGITS
