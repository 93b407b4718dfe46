"""Stories and claims in time: what past versions said, what changed, and when claims were stated and withdrawn."""

from briefgraph.graph.model.common import BACKING, RECORDED, STORY, people
from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, INT, STRING, STRINGS
from briefgraph.graph.model.orders import BACKER_ORDERS, BY_EDGE_POSITION, BY_POSITION
from briefgraph.graph.shapes import Arg, As, Edge, Order, Prop, Rel, Type

AT = Arg("at", DATETIME, "The instant to look back to.", As.INSTANT, required=True)
CLOCK = Arg("clock", "Clock", "Whose time it is; null means RECORDED.", default="RECORDED")
STATED_ORDER = (Order("STATED_AT_ASC", ("e.datedKey", "n.id"), "ss", False, "Oldest first, undated last."),)
TIMELINE_ORDERS = (
    Order("AT_ASC", ("n.at", "n.row"), "ss", False, "Oldest first."),
    Order("AT_DESC", ("n.at", "n.row"), "ss", True, "Newest first."),
)
VERSION = Prop("version", INT, "The version of its story that is shown.")

STORY_RELS = (
    Rel("asOf", "Revision", "story-as-of",
        "The version that stood at an instant; null before the first. What people decided is not undone: a story that others "
        "were merged into has their versions too, and citations, outlets and claims are those that hold now.",
        "one", True, args=(AT, CLOCK), cost=50),
    Rel("difference", "Change", "story-difference",
        "What changed from one version to another, in the order of the parts of a story; nothing where the story has no version "
        "of either number.", "items",
        args=(Arg("from", INT, "The number of a version.", required=True),
              Arg("to", INT, "The number of another version, earlier or later.", required=True)), rows=10, cost=50),
)  # fmt: skip
CLAIM_RELS = (
    Rel("asOf", "ClaimAsOf", "claim-as-of",
        "What was known of it at an instant; null where no fact stated it then. What people decided is not undone: which "
        "facts state one claim, which stories tell the same, and who owns an outlet is as it is now.",
        "one", True, args=(AT, CLOCK), cost=200),
    Rel("timeline", "TimelineEvent", "claim-timeline", "When facts began to state it and ceased to, superseded ones too.",
        orders=TIMELINE_ORDERS, order_enum="TimelineOrder", cost=50, rows=10),
)  # fmt: skip
REVISION_PROPS = (
    Prop("title", STRING, "The title in this version."),
    Prop("lead", STRING, "The lead as written in this version.", True),
    Prop("layout", "Layout", "The layout that this version came in."),
    Prop("isComplete", BOOLEAN, "False where the document was cut off."),
)
REVISION_RELS = (
    Rel("facts", "Fact", "revision-facts", "The facts of this version. A fact's place and offsets are those of the last version, "
        "without a gap, that it stands in.", edge="StatedFact", orders=BY_POSITION, rows=8),
    Rel("narratives", "Narrative", "revision-narratives", "The narratives of this version, placed like the facts.",
        edge="StatedNarrative", orders=BY_POSITION, rows=3),
    Rel("forecasts", "Forecast", "revision-forecasts", "The forecasts of this version, placed like the facts.", orders=BY_POSITION, rows=3),
    Rel("sources", "Outlet", "revision-sources", "The sources line of this version, in its order.", edge="Source",
        orders=BY_EDGE_POSITION, rows=10),
    Rel("changes", "Change", "revision-changes",
        "What changed against the version before it, in the order of the parts of a story; nothing for the first.", "items", rows=10, cost=20),
)  # fmt: skip

STATED_CITATIONS = Rel("citations", "Outlet", "stated-citations", "The citations in this version, in their order.",
                       edge="Citation", orders=BY_EDGE_POSITION, rows=4)  # fmt: skip
TIME_EDGES = (
    Edge("StatedFact", "Fact", "A fact as one version of its story has it.", (VERSION,),
         (STATED_CITATIONS, people("stated-fact-people", "the fact mentions in this version"))),
    Edge("StatedNarrative", "Narrative", "A narrative as one version of its story has it.", (VERSION,), (
        Rel("providers", "Outlet", "stated-providers", "Who it is credited to in this version, in their order.",
            edge="Provider", orders=BY_EDGE_POSITION, rows=3),
        people("stated-narrative-people", "it mentions in this version"))),
    Edge("PastBacker", "Outlet", "An outlet that backed the claim at an instant, and how often.", BACKING, (
        Rel("facts", "Fact", "stated-then", "The facts that stated the claim then and cited the outlet: the words that the "
            "backing rested on.", edge="StatedFact", orders=STATED_ORDER, rows=8),)),
)  # fmt: skip
TIME_VALUES = (
    Type("Change", "One difference between two versions of a story.", (
        Prop("kind", "ChangeKind", "What became of it."),
        Prop("what", "StoryPart", "The part of the story that it is about."),
        Prop("before", STRING, "The words before; of a source or a citation its label, of a forecast its question. Null where "
                               "something was added.", True),
        Prop("after", STRING, "The words after, likewise; null where something was dropped.", True),
        Prop("of", STRING, "What it belongs to: the text of the fact that a citation is of, the label of a narrative; else null.", True),
        Prop("position", INT, "The place of the fact, narrative, forecast or source, of a citation that of its fact, in the later "
                              "of the two that has it; null for title and lead.", True),
        Prop("score", FLOAT, "How alike the two wordings of a fact are; null where their place and sources alone tell that one "
                             "took the other's place.", True),
        Prop("differs", STRINGS, "Where the two wordings of a fact contradict each other, what differs: `actor`, `date`, "
                                 "`negation`, `number`."),
        Prop("probabilityBefore", FLOAT, "The probability of a forecast before; null where it was added.", True),
        Prop("probabilityAfter", FLOAT, "The probability of a forecast after; null where it was dropped.", True)), (
        Rel("fact", "Fact", "change-fact", "The fact that changed, or whose citation did: as it is after, or before where it was "
            "dropped; null for other parts.", "one", True),
        Rel("outlet", "Outlet", "change-outlet", "Whom a source or a citation names; null for other parts.", "one", True))),
    Type("ClaimAsOf", "A claim as it was known at an instant.", (
        Prop("at", DATETIME, "The instant, in UTC."),
        Prop("text", STRING, "The wording of its earliest fact then, by date, then id."),
        Prop("factCount", INT, "How many facts stated it then."),
        Prop("storyCount", INT, "How many stories stated it then; those that tell the same now count once."),
        Prop("backerCount", INT, "How many outlets backed it then."),
        Prop("isSoleSourced", BOOLEAN, "Whether exactly one outlet backed it then."),
        Prop("ownerCount", INT, "How many owners its backers then have; null where one backer's owner is unknown.", True),
        Prop("firstStatedAt", DATETIME, "The date that the first of these stories had then; null where none was dated.", True),
        Prop("lastStatedAt", DATETIME, "The date that the last of these stories had then; null where none was dated.", True)), (
        Rel("facts", "Fact", "stated-then", "The facts that stated it then.", edge="StatedFact", orders=STATED_ORDER, rows=8),
        Rel("backers", "Outlet", "claim-as-of-backers", "The outlets that these facts cited then.", edge="PastBacker",
            orders=BACKER_ORDERS, order_enum="BackerOrder", rows=10))),
    Type("TimelineEvent", "A fact began to state a claim, or ceased to.", (
        Prop("kind", "TimelineKind", "Which of the two."),
        Prop("at", DATETIME, "The date of the version that did it: when it was published, or recorded where that is unknown."),
        RECORDED,
        Prop("version", INT, "The number of that version."),
        Prop("text", STRING, "The words of the fact.")), (
        Rel("story", "Story", "event-story", STORY.doc, "one"),
        Rel("outlets", "Outlet", "stated-citations", "Whom the fact cited in that version, or in its last one where it was withdrawn.",
            edge="Citation", orders=BY_EDGE_POSITION, rows=4))),
)  # fmt: skip
