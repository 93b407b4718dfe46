"""What may be subscribed to."""

from briefgraph.graph.model.kinds import ID, IDS
from briefgraph.graph.shapes import Arg, As, Rel, Type

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
        Arg("outlet", ID, "An outlet that a fact of the story cites."),
        Arg("person", ID, "A person whom the story mentions."),
        Arg("claim", ID, "A claim that a fact of the story states."),
    ),
)
LIVE = Type("Subscription", "What happens in the graph, told as it happens.", rels=(INGESTED,))
