"""Node types, with their lists and questions."""

from briefgraph.graph.model.common import END, NODE_ID, PUBLISHED, RECORDED, START, STORY, VERSIONS, people
from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, ID, INT, STRING, STRINGS
from briefgraph.graph.model.orders import (
    BACKED_ORDERS,
    BACKER_ORDERS,
    BY_BACKERS,
    BY_CLAIMS,
    BY_DISPUTE,
    BY_EDGE_POSITION,
    BY_MONTH,
    BY_POSITION,
    BY_SCORE,
    BY_SHARED,
    BY_WEIGHT,
    CO_MENTION_ORDERS,
    NEWEST,
    OLDEST,
    ORIGIN_ORDERS,
    most,
)
from briefgraph.graph.model.time import CLAIM_RELS, REVISION_PROPS, REVISION_RELS, STORY_RELS
from briefgraph.graph.shapes import Arg, Order, Prop, Rel, Type

NODES = (
    Type("Story", "A news brief: its newest version, with everything that hangs on it.", (
        NODE_ID, Prop("title", STRING, "The title."), Prop("lead", STRING, "The lead as written.", True),
        Prop("address", STRING, "The canonical address, if known.", True), PUBLISHED, RECORDED,
        Prop("layout", "Layout", "The layout it came in."),
        Prop("isComplete", BOOLEAN, "False where the document was cut off."),
        Prop("version", INT, "The number of the newest version, from 1.")), (
        Rel("facts", "Fact", "story-facts", "The facts, in their order.", filter="FactFilter", orders=BY_POSITION, rows=8),
        Rel("narratives", "Narrative", "story-narratives", "The narratives, in their order.", orders=BY_POSITION, rows=3),
        Rel("forecasts", "Forecast", "story-forecasts", "The forecasts, in their order.", orders=BY_POSITION, rows=3),
        Rel("sources", "Outlet", "story-sources", "The sources line, in its order.", edge="Source", orders=BY_EDGE_POSITION, rows=10),
        people("story-people", "the lead, a fact or a narrative mentions", 10),
        Rel("related", "Story", "story-related", "Other stories that share claims or people. A person whom more than 64 stories "
            "mention relates nobody; a claim always does.", edge="Related", orders=BY_SHARED, cost=200),
        Rel("revisions", "Revision", "story-revisions", "Every version as it was received, oldest first.",
            orders=(Order("NUMBER_ASC", ("n.number", "n.id"), "is"),), rows=3),
        Rel("problems", "Problem", "story-problems", "What was found wrong, in the order of the text, what concerns outlets last.", orders=BY_POSITION, rows=5),
        *STORY_RELS),
        (("graph", "Graph", "The story's nodes and edges, ready to draw."),), "STORY", "story", "Story"),
    Type("Fact", "One bullet of a story's facts.", (
        NODE_ID, Prop("position", INT, "Its place among the story's facts, from 1."),
        Prop("text", STRING, "The words, without markers, white space collapsed."), START, END, *VERSIONS), (
        STORY, Rel("claim", "Claim", "fact-claim", "What the fact states.", "one"),
        Rel("basis", "Fact", "fact-basis", "The fact of another wording that this one was compared with as it was linked to the "
            "claim, the earliest that stands; null where no other wording of the claim stands: an earlier version may have had it.", "one", True),
        Rel("citations", "Outlet", "fact-citations", "The citations, in their order; one outlet may be cited twice.",
            edge="Citation", orders=BY_EDGE_POSITION, rows=4),
        Rel("attributions", "Outlet", "fact-attributions", "Whom its own words say that it has something from, in their order: "
            "`according to the ...`. Apart from its citations.", edge="Attribution", orders=BY_EDGE_POSITION, rows=2),
        people("fact-people", "the fact mentions")), (), "FACT", "fact", "Fact"),
    Type("Claim", "What facts of different stories state in common.", (
        NODE_ID, Prop("text", STRING, "The wording of its earliest fact, by date, then id."),
        Prop("backerCount", INT, "How many outlets back it."), Prop("storyCount", INT, "How many stories state it; those that tell the same count once."),
        Prop("factCount", INT, "How many facts state it."),
        Prop("ownerCount", INT, "How many owners its backers have; null where one backer's owner is unknown.", True),
        Prop("isSoleSourced", BOOLEAN, "Whether exactly one outlet backs it."),
        Prop("conflictCount", INT, "How many claims conflict with it."),
        Prop("firstStatedAt", DATETIME, "The date of the first story that states it; null where none is dated.", True),
        Prop("lastStatedAt", DATETIME, "The date of the last story that states it; null where none is dated.", True)), (
        Rel("facts", "Fact", "claim-facts", "The facts that state it.", edge="Statement", filter="FactFilter",
            orders=(OLDEST, NEWEST), order_enum="StatementOrder", rows=10),
        Rel("backers", "Outlet", "claim-backers", "The outlets that facts which state it cite.", edge="Backer",
            args=(Arg("minStories", INT, "Only outlets that back it in at least this many stories."),
                  Arg("minScore", FLOAT, "Only outlets that a fact cites which is linked with at least this score."),
                  Arg("method", STRING, "Only outlets that a fact cites which is linked by this method.")),
            orders=BACKER_ORDERS, order_enum="BackerOrder", rows=10),
        Rel("attributedTo", "Outlet", "claim-attributed-to", "The outlets that facts which state it say they have something from.",
            edge="Origin", orders=ORIGIN_ORDERS, rows=5),
        Rel("soleWire", "Outlet", "claim-sole-wire", "The one wire on which all of its backing rests: every citation of a fact that "
            "states it is of this wire, or stands in a fact that says it has something from it. Null where there is none, or no backer, "
            "or where it is not known what an outlet is.", "one", True),
        Rel("stories", "Story", "claim-stories", "The stories that state it, those that tell the same included.",
            filter="StoryFilter", orders=(NEWEST, OLDEST), order_enum="ClaimStoryOrder", rows=10),
        Rel("conflicting", "Claim", "claim-conflicting", "Claims that are about the same and differ in a number, a date, a "
            "negation or an actor.", edge="Conflict", args=(Arg("differs", STRING, "Only those that differ in this."),),
            orders=BY_SCORE, rows=5), *CLAIM_RELS), (), "CLAIM", "claim", "Claim"),
    Type("Outlet", "Who is cited as a source, provides a narrative, or is named in a fact as whom it has something from.", (
        NODE_ID, Prop("name", STRING, "The name."), Prop("kind", "OutletKind", "What it is; null where unknown.", True),
        Prop("aliases", STRINGS, "Every spelling seen, sorted."),
        Prop("country", STRING, "ISO 3166, two letters; null where unknown.", True),
        Prop("domain", STRING, "Its domain; null where unknown.", True),
        Prop("owner", STRING, "Who owns it; null where unknown.", True),
        Prop("claimCount", INT, "How many claims it backs."), Prop("storyCount", INT, "How many stories cite or list it."),
        Prop("citationCount", INT, "How many citations of it there are."),
        Prop("factCount", INT, "How many facts cite it."),
        Prop("advocacyCount", INT, "In how many stories it is both: cited for a fact, and provider of a narrative."),
        Prop("soleClaimCount", INT, "How many claims only it backs."),
        Prop("attributionCount", INT, "How many facts say that they have something from it."),
        Prop("pageRank", FLOAT, "How central it is among those cited together, as of the last analysis: its PageRank times their "
                                "number, so that 1 is the average; null where the analysis did not know it.", True),
        Prop("betweenness", FLOAT, "Of how many pairs of other outlets the nearest connection goes through it, as of the last "
                                   "analysis; null where the analysis did not know it.", True),
        Prop("community", INT, "The number of its community in the last analysis; null where the analysis did not know it.", True)), (
        Rel("claims", "Claim", "outlet-claims", "The claims that it backs.", edge="BackedClaim", filter="ClaimFilter",
            orders=BACKED_ORDERS, order_enum="BackedClaimOrder"),
        Rel("soleBacked", "Claim", "outlet-sole-backed", "The claims that only it backs, those that it backs in most stories first.",
            edge="BackedClaim", filter="ClaimFilter", orders=BACKED_ORDERS[:1]),
        Rel("sharedClaims", "Claim", "outlet-shared-claims", "The claims that another outlet backs too, most backed first.",
            edge="SharedClaim", args=(Arg("with", ID, "The other outlet's id.", required=True),), orders=BY_BACKERS),
        Rel("coBacking", "Outlet", "outlet-co-backing", "The outlets that back the same claims.", edge="CoBacker",
            args=(Arg("minClaims", INT, "Only outlets that back at least this many of its claims."),
                  Arg("isCoCited", BOOLEAN, "Whether a fact cites both; false: those that say the same and are never cited together.")),
            orders=BY_CLAIMS),
        Rel("coCited", "Outlet", "outlet-co-cited", "The outlets that the same facts cite.", edge="CoCited",
            args=(Arg("minWeight", INT, "Only outlets that at least this many facts cite together with it."),),
            orders=BY_WEIGHT),
        Rel("facts", "Fact", "outlet-facts", "The facts that cite it.", filter="FactFilter", orders=(NEWEST,)),
        Rel("narratives", "Narrative", "outlet-narratives", "The narratives that it provides.", filter="NarrativeFilter",
            orders=(NEWEST,)),
        Rel("advocatesAsWitness", "Story", "outlet-advocacies", "The stories that cite it for a fact and carry a narrative that "
            "it provides: there it is a witness and takes a side.", edge="Advocacy", orders=(NEWEST,)),
        Rel("stances", "StancePeriod", "outlet-stances", "The stances of the narratives that it provides, month by month. "
            "Lettered sides have none.", args=(Arg("stance", STRING, "Only this stance, e.g. `pro-establishment`."),),
            orders=(BY_MONTH,)),
        Rel("attributedFacts", "Fact", "outlet-attributed-facts", "The facts whose own words say that they have something from it.",
            args=(Arg("kind", "AttributionKind", "Only those that say so in this way."),), orders=(NEWEST,)),
        Rel("stories", "Story", "outlet-stories", "The stories that cite it, list it or carry a narrative of it.",
            filter="StoryFilter", orders=(NEWEST,)),
        Rel("disputes", "Claim", "outlet-disputes", "The claims that it backs with each claim that conflicts and each outlet that "
            "backs that one; where it backs both itself, it is the other outlet too.", edge="Dispute",
            args=(Arg("with", ID, "Only where this outlet backs the other claim."),), orders=BY_DISPUTE)), (), "OUTLET", "outlet", "Outlet"),
    Type("Person", "Someone whom stories mention.", (
        NODE_ID, Prop("name", STRING, "The name in full."), Prop("aliases", STRINGS, "Every spelling seen, sorted."),
        Prop("factCount", INT, "How many facts mention them."), Prop("storyCount", INT, "How many stories mention them.")), (
        Rel("facts", "Fact", "person-facts", "The facts that mention them.", filter="FactFilter", orders=(NEWEST,)),
        Rel("narratives", "Narrative", "person-narratives", "The narratives that mention them.", filter="NarrativeFilter",
            orders=(NEWEST,)),
        Rel("stories", "Story", "person-stories", "The stories that mention them.", filter="StoryFilter", orders=(NEWEST,)),
        Rel("outlets", "Outlet", "person-outlets", "The outlets that the facts about them cite.", edge="CitingOutlet",
            orders=(most("FACT_COUNT_DESC", "e.factCount", "Most facts first."),)),
        Rel("coMentioned", "Person", "person-co-mentioned", "The people whom the same stories mention.", edge="CoMention",
            args=(Arg("minStories", INT, "Only people whom at least this many stories mention together with them."),),
            orders=CO_MENTION_ORDERS, order_enum="CoMentionOrder")), (), "PERSON", "person", "Person"),
    Type("Narrative", "One side's reading of a story. Lettered sides mean nothing outside their story.", (
        NODE_ID, Prop("position", INT, "Its place among the story's narratives, from 1."),
        Prop("label", STRING, "The label as written."),
        Prop("stance", STRING, "The label, normalised; null for a lettered side.", True),
        Prop("text", STRING, "The words."), START, END, *VERSIONS), (
        STORY, Rel("providers", "Outlet", "narrative-providers", "Who it is credited to, in their order.",
                   edge="Provider", orders=BY_EDGE_POSITION, rows=3),
        Rel("opposing", "Narrative", "narrative-opposing", "The story's narratives that take another side: another stance, or "
            "another label where one of the two has no stance.", orders=BY_POSITION, rows=3),
        people("narrative-people", "it mentions")), (), "NARRATIVE", "narrative", "Narrative"),
    Type("Forecast", "A forecast that a story carries.", (
        NODE_ID, Prop("position", INT, "Its place among the story's forecasts, from 1."),
        Prop("question", STRING, "What may happen."), Prop("probability", FLOAT, "How likely it is, from 0 to 1."),
        Prop("source", STRING, "Who says so; null where the brief does not say.", True), START, END, *VERSIONS),
        (STORY, Rel("followed", "Forecast", "forecast-followed", "The forecasts of the same question in all stories, this one "
                    "included, oldest first.", orders=(OLDEST,))), (), "FORECAST", "forecast", "Forecast"),
    Type("Revision", "One version of a story as it was received.", (
        NODE_ID, Prop("number", INT, "Which version it is, from 1."), PUBLISHED, RECORDED,
        *REVISION_PROPS, Prop("text", STRING, "The extracted text; every offset of this version points into it.")),
        (STORY, *REVISION_RELS), (), "REVISION", "revision", "Revision"),
    Type("Problem", "What the importer found wrong in a story's newest version.", (
        NODE_ID, Prop("code", "ProblemCode", "Stable, for programs."), Prop("message", STRING, "A sentence, for people."),
        Prop("line", INT, "The line in the revision's text, from 1."),
        Prop("column", INT, "The column in code points, from 1."),
        Prop("isClosed", BOOLEAN, "Whether someone has dealt with it.")), (STORY,), (), "PROBLEM", "problem", "Problem"),
    Type("Decision", "What someone decided about the graph. It holds for every store that it is carried to.", (
        NODE_ID, Prop("kind", "DecisionKind", "What was decided."), Prop("at", DATETIME, "When, in UTC."),
        Prop("by", STRING, "Who decided it, as they said."), Prop("reason", STRING, "Why, as they said.", True),
        Prop("subjects", STRINGS, "The ids that it is about, as they were given."),
        Prop("isUndone", BOOLEAN, "Whether it was undone, and has no effect."),
        Prop("undoneAt", DATETIME, "When it was undone; null while it stands.", True),
        Prop("undoneBy", STRING, "Who undid it; null while it stands.", True)), (), (), "DECISION", "decision", "Decision"),
)  # fmt: skip
