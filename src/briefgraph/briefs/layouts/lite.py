"""What the three lite layouts share: narratives that credit a provider."""

from briefgraph.briefs.names import Names
from briefgraph.briefs.narratives import Spins, read_narratives
from briefgraph.briefs.sources import Listing
from briefgraph.briefs.story import Story


def spins_of(story: Story, listing: Listing, *, is_cut: bool) -> Spins:
    """The narratives and forecasts of a lite brief."""
    names = Names((source.label for source in listing.sources), story.known_outlet)
    return read_narratives(
        story.page,
        story.outline.told,
        story.outline.predictions,
        names,
        story.problems,
        needs_providers=True,
        is_cut=is_cut,
    )
