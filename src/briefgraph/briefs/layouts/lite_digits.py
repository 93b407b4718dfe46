"""The lite site of 2023 to April 2024: bare digits glued to the words before them.

- The harbour reopened after 100 days.1
- 'At last,' said its master.'2
Sources: 1The Quay and 2Lantern Post.
"""

from briefgraph.brief import Brief, Layout, ProblemCode
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.citations import cite
from briefgraph.briefs.digits import glued
from briefgraph.briefs.layouts.lite import spins_of
from briefgraph.briefs.story import Story, compose


def read(story: Story) -> Brief:
    """The brief of a story in this layout."""
    listing = story.listing()
    spans = story.fact_spans
    # A list that is cut off does not say how many sources there are.
    numbers_listed = [int(s.marker) for s in listing.sources if s.marker and not listing.is_cut]
    highest = max(numbers_listed, default=0)
    markers, unsure, numbers = glued(story.page, spans, highest)
    for run in unsure:
        digits = story.page.slice(run.start, run.end)
        story.problems.add(ProblemCode.AMBIGUOUS_MARKER, run.start, sentences.ambiguous_marker(digits))
    facts = cite(story.page, spans, markers, listing, story.problems, unsure=frozenset(numbers))
    where_cut = story.cut_off()
    spins = spins_of(story, listing, is_cut=where_cut is not None)
    return compose(story, Layout.LITE_DIGITS, facts, listing, spins, where_cut=where_cut)
