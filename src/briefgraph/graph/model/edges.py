"""What the edges of connections carry beside node and cursor."""

from briefgraph.graph.model.common import BACKING, BACKING_FACTS, END, START
from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, INT, OFFSET, STRING, STRINGS
from briefgraph.graph.model.orders import BY_BACKERS, BY_POSITION, NEWEST, most
from briefgraph.graph.model.time import TIME_EDGES
from briefgraph.graph.shapes import Edge, Prop, Rel

EDGES = (
    Edge("Citation", "Outlet", "One citation: a fact, an outlet, and the marker that joins them.", (
        Prop("position", INT, "The citation's place in the fact, from 1."),
        Prop("marker", STRING, "The number as written; null in a layout without numbers.", True),
        Prop("label", STRING, "The source as the brief writes it, e.g. `Reuters (a)`."),
        Prop("url", STRING, "The address that the source links to, if any.", True), START, END)),
    Edge("Attribution", "Outlet", "The fact's own words say that it has something from the outlet.", (
        Prop("position", INT, "Its place in the fact, from 1."),
        Prop("kind", "AttributionKind", "How the words say so."),
        Prop("text", STRING, "The words that say so, the outlet's name among them."),
        Prop("start", OFFSET, "Where these words begin in the fact's text."),
        Prop("end", OFFSET, "Where they end, exclusive."))),
    Edge("Origin", "Outlet", "An outlet that facts which state the claim say they have something from.", (
        Prop("factCount", INT, "How many of these facts say so."),
        Prop("storyCount", INT, "In how many stories; stories that tell the same count once."),
        Prop("firstAt", DATETIME, "The date of the first of these stories; null where none is dated.", True),
        Prop("isFirst", BOOLEAN, "Whether a fact says that the outlet was the first to report it.")), (
        Rel("facts", "Fact", "origin-facts", "The facts that say so: the words that the edge rests on.", orders=(NEWEST,), rows=4),)),
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
        Rel("mentions", "Mention", "mention-spans", "Every mention, in the order of the story.", "items", rows=3),)),
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
        Prop("weight", INT, "How many facts cite both."),), (
        Rel("facts", "Fact", "co-cited-facts", "The facts that cite both: the words that the weight rests on.", orders=(NEWEST,), cost=30),)),
    Edge("SharedClaim", "Claim", "A claim that two outlets back, and how often each does: the outlet that the list is of, and the other.", (
        Prop("citationCount", INT, "How many citations of the outlet stand behind the claim."),
        Prop("storyCount", INT, "In how many stories it backs the claim; stories that tell the same count once."),
        Prop("otherCitationCount", INT, "How many citations of the other stand behind the claim."),
        Prop("otherStoryCount", INT, "In how many stories the other backs it; stories that tell the same count once.")), (
        Rel("facts", "Fact", "shared-facts", "The facts that state the claim and cite the outlet.", orders=(NEWEST,), rows=4),
        Rel("otherFacts", "Fact", "shared-other-facts", "The facts that state the claim and cite the other.", orders=(NEWEST,), rows=4))),
    Edge("CoBacker", "Outlet", "An outlet that backs the same claims.", (
        Prop("claimCount", INT, "How many claims both back."),
        Prop("coCitationCount", INT, "How many facts cite both; 0 where none ever does.")), (
        Rel("claims", "Claim", "co-backed-claims", "The claims that both back, most backed first.", edge="SharedClaim",
            orders=BY_BACKERS),)),
    Edge("CitingOutlet", "Outlet", "An outlet that facts about the person cite.", (
        Prop("factCount", INT, "How many of these facts cite it."),
        Prop("storyCount", INT, "In how many stories.")), (
        Rel("facts", "Fact", "person-outlet-facts", "The facts that mention the person and cite the outlet.", orders=(NEWEST,)),)),
    Edge("Advocacy", "Story", "A story that cites the outlet and carries a narrative of it.", (
        Prop("citationCount", INT, "How often the story's facts cite the outlet."),
        Prop("narrativeCount", INT, "How many of the story's narratives it provides.")), (
        Rel("facts", "Fact", "advocacy-facts", "The facts of the story that cite the outlet.", orders=BY_POSITION, rows=3),
        Rel("narratives", "Narrative", "advocacy-narratives", "The narratives of the story that the outlet provides.",
            orders=BY_POSITION, rows=2))),
    Edge("CoMention", "Person", "A person whom the same stories mention.", (
        Prop("storyCount", INT, "How many stories mention both, in the lead, a fact or a narrative."),
        Prop("factCount", INT, "How many facts mention both.")), (
        Rel("facts", "Fact", "co-mention-facts", "The facts that mention both.", orders=(NEWEST,)),
        Rel("stories", "Story", "co-mention-stories", "The stories that mention both.", orders=(NEWEST,)))),
    Edge("Related", "Story", "A story that shares claims or people.", (
        Prop("sharedClaims", INT, "How many claims facts of both state."),
        Prop("sharedPeople", INT, "How many people both mention; whom more than 64 stories mention is not counted.")), (
        Rel("claims", "Claim", "related-claims", "The claims that facts of both state.",
            orders=(most("BACKER_COUNT_DESC", "n.backerCount", "Most outlets first."),), rows=5),
        Rel("people", "Person", "related-people", "The people whom both mention, those that count.",
            orders=(most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),), rows=5))),
    Edge("Dispute", "Claim", "A claim that the outlet backs, and one that conflicts with it and is backed too.", (
        Prop("score", FLOAT, "How alike the closest two wordings are, what differs aside, from 0 to 1."),
        Prop("differs", STRINGS, "What differs between these two: `actor`, `date`, `negation`, `number`.")), (
        Rel("other", "Outlet", "dispute-other", "The outlet that backs the other claim; it may be the same.", "one"),
        Rel("otherClaim", "Claim", "dispute-other-claim", "The claim that conflicts.", "one"),
        Rel("facts", "Fact", "dispute-facts", "The facts that state the claim and cite the outlet.", orders=(NEWEST,), rows=4),
        Rel("otherFacts", "Fact", "dispute-other-facts", "The facts that state the other claim and cite the other outlet.",
            orders=(NEWEST,), rows=4))),
    Edge("Search", "Node", "Something found.", (
        Prop("score", FLOAT, "How well it fits; only comparable within one engine."),
        Prop("snippet", STRING, "The words around the first hit, with hits between `<mark>` and `</mark>`; "
                                "everything else is escaped for HTML."))),
    *TIME_EDGES,
)  # fmt: skip
