"""Value types: objects without an id."""

from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, ID, INT, OFFSET, STRING
from briefgraph.graph.model.orders import BY_BACKERS, BY_NUMBER, BY_PAGE_RANK, NEWEST
from briefgraph.graph.model.time import TIME_VALUES
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
        Rel("nodes", "GraphNode", "graph-nodes", "The story, its facts, claims, narratives, outlets and people; in a network, what belongs to it.", "items", rows=40, cost=50),
        Rel("edges", "GraphEdge", "graph-edges", "The edges between these nodes.", "items", rows=80, cost=50))),
    Type("GraphNode", "A node to draw.", (
        Prop("id", ID, "The node's id."), Prop("kind", "NodeKind", "What it is."),
        Prop("label", STRING, "A title, a name or a text."),
        Prop("weight", INT, "How many edges of this graph end in it; in a network, the weights of its edges, added up."))),
    Type("GraphEdge", "An edge to draw.", (
        Prop("source", ID, "The id of the node it starts from."), Prop("target", ID, "The id of the node it ends in."),
        Prop("kind", STRING, "The edge's name in the data model, e.g. `CITES`."),
        Prop("weight", INT, "How many edges of this kind join the two; in a network, what the edge counts."))),
    Type("Path", "A shortest path between two nodes, along edges in either direction.", (
        Prop("length", INT, "How many edges it has; 0 from a node to itself."),), (
        Rel("nodes", "Node", "path-nodes", "The nodes, from one end to the other.", "items", rows=8),
        Rel("edges", "GraphEdge", "path-edges", "The edges from each node to the next, in its order, all that join the two: their "
            "kinds by name.", "items", rows=16))),
    Type("StancePeriod", "How many narratives of one stance an outlet provides in one month.", (
        Prop("stance", STRING, "The stance, e.g. `pro-establishment`."),
        Prop("month", STRING, "The month in UTC, e.g. `2031-03`; null for undated stories.", True),
        Prop("narrativeCount", INT, "How many narratives; one that credits the outlet twice counts once.")), (
        Rel("narratives", "Narrative", "stance-narratives", "These narratives.", orders=(NEWEST,)),)),
    Type("OutletComparison", "Two outlets side by side: what both say, what one of them says, and where they are cited together.", (
        Prop("sharedClaimCount", INT, "How many claims both back."),
        Prop("onlyACount", INT, "How many claims `a` backs and `b` does not."),
        Prop("onlyBCount", INT, "How many claims `b` backs and `a` does not."),
        Prop("coCitationCount", INT, "How many facts cite both.")), (
        Rel("a", "Outlet", "comparison-a", "The first outlet; null where there is none.", "one", True),
        Rel("b", "Outlet", "comparison-b", "The second outlet; null where there is none, or it is the first again.", "one", True),
        Rel("shared", "Claim", "co-backed-claims", "The claims that both back, most backed first; the edges speak from `a`.",
            edge="SharedClaim", orders=BY_BACKERS),
        Rel("onlyA", "Claim", "comparison-only-a", "The claims that `a` backs and `b` does not, most backed first.",
            edge="BackedClaim", orders=BY_BACKERS),
        Rel("onlyB", "Claim", "comparison-only-b", "The claims that `b` backs and `a` does not, most backed first.",
            edge="BackedClaim", orders=BY_BACKERS),
        Rel("coCiting", "Fact", "comparison-co-citing", "The facts that cite both.", orders=(NEWEST,)),
        Rel("stances", "StanceComparison", "comparison-stances", "The stances of the narratives that either provides, by name. "
            "Lettered sides have none.", "items", rows=10))),
    Type("StanceComparison", "How many narratives of one stance two outlets provide.", (
        Prop("stance", STRING, "The stance, e.g. `pro-establishment`."),
        Prop("narrativeCountA", INT, "How many of it `a` provides."),
        Prop("narrativeCountB", INT, "How many of it `b` provides."))),
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
    *TIME_VALUES,
)  # fmt: skip
