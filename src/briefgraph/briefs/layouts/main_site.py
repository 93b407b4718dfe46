"""The main site: `The Facts`, `The Spin`, each label on a line of its own, nobody credited.

The Spin
Pro-harbour narrative
Ships bring work ...
"""

from briefgraph.brief import Brief, Layout
from briefgraph.briefs.citations import cite
from briefgraph.briefs.names import Names
from briefgraph.briefs.narratives import read_narratives
from briefgraph.briefs.story import Story, compose


def read(story: Story, layout: Layout = Layout.MAIN_SITE) -> Brief:
    """The brief of a story in this layout, or of one section of a newsletter, which looks the same."""
    listing = story.listing()
    spans = story.fact_spans
    facts = cite(story.page, spans, [()] * len(spans), listing, story.problems)
    where_cut = story.cut_off()
    names = Names((source.label for source in listing.sources), story.known_outlet)
    spins = read_narratives(
        story.page,
        story.outline.told,
        story.outline.predictions,
        names,
        story.problems,
        needs_providers=False,
        is_cut=where_cut is not None,
    )
    return compose(story, layout, facts, listing, spins, where_cut=where_cut)
