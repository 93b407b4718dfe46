"""The lite site from July 2024: bracketed markers after the full stop or the closing quote.

- The harbour reopened on Monday.[1][2]
Sources: [1]The Quay and [2]Lantern Post.
- Pro-harbour narrative, as provided by The Quay. Ships ...
"""

from briefgraph.brief import Brief, Layout
from briefgraph.briefs.citations import cite
from briefgraph.briefs.layouts.lite import spins_of
from briefgraph.briefs.markers import bracketed
from briefgraph.briefs.story import Story, compose


def read(story: Story) -> Brief:
    """The brief of a story in this layout."""
    listing = story.listing()
    spans = story.fact_spans
    markers = [bracketed(story.page, start, end) for start, end in spans]
    facts = cite(story.page, spans, markers, listing, story.problems)
    where_cut = story.cut_off()
    spins = spins_of(story, listing, is_cut=where_cut is not None)
    return compose(story, Layout.LITE_BRACKETED, facts, listing, spins, where_cut=where_cut)
