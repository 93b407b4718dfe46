"""What may be subscribed to."""

from briefgraph.graph.model.filters import FILTERS
from briefgraph.graph.model.kinds import IDS
from briefgraph.graph.shapes import Arg, As, Rel, Type

STORY = next(filter_ for filter_ in FILTERS if filter_.name == "StoryFilter")
# `ids` is no argument of GraphQL: the stories that an event tells of, many in one statement.
INGESTED = Rel(
    "storyIngested",
    "Story",
    "ingested-stories",
    "A story that was just loaded, new or in a new version: its newest version, told once it is stored. With several "
    "arguments, only what fits them all.",
    "lookup",
    args=(
        Arg("ids", IDS, "The stories.", As.LIST, True),
        *(arg for arg in STORY.args if arg.name in {"outlet", "person", "claim"}),
    ),
)
LIVE = Type("Subscription", "What happens in the graph, told as it happens.", rels=(INGESTED,))
