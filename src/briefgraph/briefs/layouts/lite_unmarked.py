"""The lite site of 2022: no markers, and an unnumbered list of sources.

    Sources: The Quay, Lantern Post, and Tidewater Review.

Nothing says which fact rests on which source, so nothing is cited; the sources are listed.
"""

from briefgraph.brief import Brief, Layout
from briefgraph.briefs.citations import cite
from briefgraph.briefs.layouts.lite import spins_of
from briefgraph.briefs.story import Story, compose


def read(story: Story) -> Brief:
    """The brief of a story in this layout."""
    listing = story.listing()
    spans = story.fact_spans
    facts = cite(story.page, spans, [()] * len(spans), listing, story.problems)
    where_cut = story.cut_off()
    spins = spins_of(story, listing, is_cut=where_cut is not None)
    return compose(story, Layout.LITE_UNMARKED, facts, listing, spins, where_cut=where_cut)
