"""Value types: objects without an id."""

from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, ID, INT, OFFSET, STRING
from briefgraph.graph.model.orders import BY_NUMBER, BY_PAGE_RANK
from briefgraph.graph.shapes import Prop, Rel, Type

VALUES = (
    Type("Mention", "One place that mentions a person.", (
        Prop("nodeId", ID, "The node whose text mentions the person; a story's text here is its lead."),
        Prop("kind", "NodeKind", "FACT, NARRATIVE or STORY."),
        Prop("text", STRING, "The words of the mention."),
        Prop("role", STRING, "The role written with the name, if any.", True),
        Prop("start", OFFSET, "Where the mention begins in the text of the node."),
        Prop("end", OFFSET, "Where it ends, exclusive."))),
    Type("Graph", "Nodes and edges, ready to draw.", rels=(
        Rel("nodes", "GraphNode", "graph-nodes", "The story, its facts, claims, narratives, outlets and people.", "items"),
        Rel("edges", "GraphEdge", "graph-edges", "The edges between these nodes.", "items"))),
    Type("GraphNode", "A node to draw.", (
        Prop("id", ID, "The node's id."), Prop("kind", "NodeKind", "What it is."),
        Prop("label", STRING, "A title, a name or a text."),
        Prop("weight", INT, "How many edges of this graph end in it."))),
    Type("GraphEdge", "An edge to draw.", (
        Prop("source", ID, "The id of the node it starts from."), Prop("target", ID, "The id of the node it ends in."),
        Prop("kind", STRING, "The edge's name in the data model, e.g. `CITES`."),
        Prop("weight", INT, "How many edges of this kind join the two."))),
    Type("Analysis", "The last analysis of all outlets and of who is cited together (`briefgraph analyse`).", (
        Prop("at", DATETIME, "When it was computed, in UTC."),
        Prop("outletCount", INT, "Of how many outlets."),
        Prop("pairCount", INT, "Of how many pairs of outlets that a fact cites together."),
        Prop("communityCount", INT, "How many communities it found, those of one outlet included."),
        Prop("modularity", FLOAT, "How much more the communities hold together than chance would have it, at most 1; null where "
                                  "no two outlets are cited together.", True),
        Prop("isSampled", BOOLEAN, "Whether betweenness was estimated from some of the outlets, as where there are very many."),
        Prop("isStale", BOOLEAN, "Whether the graph was changed since.")), (
        Rel("communities", "Community", "analysis-communities", "The communities, the largest first.", orders=BY_NUMBER),)),
    Type("Community", "Outlets that are cited together with each other more than with others.", (
        Prop("number", INT, "Its number in this analysis, from 1: the largest, and of two the one with the smallest id of an outlet."),
        Prop("outletCount", INT, "How many outlets it had when it was computed.")), (
        Rel("outlets", "Outlet", "community-outlets", "The outlets in it that there still are, highest PageRank first.",
            orders=BY_PAGE_RANK),)),
    Type("Stats", "How much there is.", (
        Prop("storyCount", INT, "Stories."), Prop("factCount", INT, "Facts of the newest versions."),
        Prop("claimCount", INT, "Claims."), Prop("outletCount", INT, "Outlets."), Prop("personCount", INT, "People."),
        Prop("narrativeCount", INT, "Narratives of the newest versions."),
        Prop("citationCount", INT, "Citations of the newest versions."), Prop("problemCount", INT, "Problems."))),
)  # fmt: skip
