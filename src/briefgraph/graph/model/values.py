"""Value types: objects without an id."""

from briefgraph.graph.model.kinds import ID, INT, OFFSET, STRING
from briefgraph.graph.model.orders import BY_BACKERS, NEWEST
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
        Rel("coCiting", "Fact", "comparison-co-citing", "The facts that cite both.", orders=(NEWEST,)))),
    Type("Stats", "How much there is.", (
        Prop("storyCount", INT, "Stories."), Prop("factCount", INT, "Facts of the newest versions."),
        Prop("claimCount", INT, "Claims."), Prop("outletCount", INT, "Outlets."), Prop("personCount", INT, "People."),
        Prop("narrativeCount", INT, "Narratives of the newest versions."),
        Prop("citationCount", INT, "Citations of the newest versions."), Prop("problemCount", INT, "Problems."))),
)  # fmt: skip
