"""What the edges of connections carry beside node and cursor."""

from briefgraph.graph.model.common import BACKING, BACKING_FACTS, END, START
from briefgraph.graph.model.kinds import BOOLEAN, FLOAT, INT, STRING, STRINGS
from briefgraph.graph.model.time import TIME_EDGES
from briefgraph.graph.shapes import Edge, Prop, Rel

EDGES = (
    Edge("Citation", "Outlet", "One citation: a fact, an outlet, and the marker that joins them.", (
        Prop("position", INT, "The citation's place in the fact, from 1."),
        Prop("marker", STRING, "The number as written; null in a layout without numbers.", True),
        Prop("label", STRING, "The source as the brief writes it, e.g. `Reuters (a)`."),
        Prop("url", STRING, "The address that the source links to, if any.", True), START, END)),
    Edge("Source", "Outlet", "One entry of a story's sources line, cited or not.", (
        Prop("position", INT, "The entry's place in the line, from 1."),
        Prop("marker", STRING, "The number as written; null in a layout without numbers.", True),
        Prop("label", STRING, "The source as the brief writes it."),
        Prop("url", STRING, "The address that the source links to, if any.", True), START, END)),
    Edge("Provider", "Outlet", "Who a narrative is credited to, which need not mean who wrote its words.", (
        Prop("position", INT, "The provider's place among them, from 1."),
        Prop("label", STRING, "The provider as the brief writes it."), START, END)),
    Edge("Mention", "Person", "A person, and every place that mentions them.", (
        Prop("mentionCount", INT, "How many mentions there are."),
        Prop("role", STRING, "The first role that is written with the name, e.g. `US Pres.`.", True)), (
        Rel("mentions", "Mention", "mention-spans", "Every mention, in the order of the story.", "items"),)),
    Edge("Statement", "Fact", "A fact that states the claim, and why the two were joined.", (
        Prop("score", FLOAT, "How sure the link is, from 0 to 1."),
        Prop("method", STRING, "How the link was made: `wording` where the claim has no other wording, `similarity` where it "
                               "was compared with another (the fact's `basis`), `review` where only a person joined them."),
        Prop("isReviewed", BOOLEAN, "Whether a person has confirmed the link."))),
    Edge("Backer", "Outlet", "An outlet that backs the claim, and how often.", BACKING, (BACKING_FACTS,)),
    Edge("BackedClaim", "Claim", "A claim that the outlet backs, and how often.", BACKING, (BACKING_FACTS,)),
    Edge("Conflict", "Claim", "A claim that is about the same and says otherwise.", (
        Prop("score", FLOAT, "How alike the closest two wordings are, what differs aside, from 0 to 1."),
        Prop("differs", STRINGS, "What differs between these two: `actor`, `date`, `negation`, `number`."))),
    Edge("CoCited", "Outlet", "An outlet that is cited by the same facts.", (
        Prop("weight", INT, "How many facts cite both."),)),
    Edge("CitingOutlet", "Outlet", "An outlet that facts about the person cite.", (
        Prop("factCount", INT, "How many of these facts cite it."),
        Prop("storyCount", INT, "In how many stories."))),
    Edge("Search", "Node", "Something found.", (
        Prop("score", FLOAT, "How well it fits; only comparable within one engine."),
        Prop("snippet", STRING, "The words around the first hit, with hits between `<mark>` and `</mark>`; "
                                "everything else is escaped for HTML."))),
    *TIME_EDGES,
)  # fmt: skip
