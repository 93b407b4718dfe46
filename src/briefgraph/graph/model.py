"""The graph, in one table: every node, property, edge, list and question there is.

The GraphQL schema, the planner, both printers and the docs are driven by it. To add a question:
one `Rel` line here, one relation file in sql/relations/ and one in cypher/relations/.
"""

from briefgraph.graph.enums import ENUMS
from briefgraph.graph.shapes import Arg, As, Edge, Filter, Kind, Model, Order, Prop, Rel, Type

ID, STRING, INT, FLOAT, BOOLEAN = Kind.ID, Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN
DATETIME, STRINGS, IDS, OFFSET = Kind.DATETIME, Kind.STRINGS, Kind.IDS, Kind.OFFSET

# --- orders ----------------------------------------------------------------------------------
# Dates sort by stored keys that are never null: `publishedKey` is '' and `publishedLastKey` is '~'
# for an undated story, so that nulls come last in both directions. Names, titles and texts sort by
# `sortKey`, the hex of the casefolded prefix: one order on both engines.

NEWEST = Order("PUBLISHED_AT_DESC", ("n.publishedKey", "n.id"), "ss", True, "Newest first, undated last.")
OLDEST = Order("PUBLISHED_AT_ASC", ("n.publishedLastKey", "n.id"), "ss", False, "Oldest first, undated last.")
BY_POSITION = (Order("POSITION_ASC", ("n.position", "n.id"), "is"),)
BY_EDGE_POSITION = (Order("POSITION_ASC", ("e.position", "n.id"), "is"),)
NAME = Order("NAME_ASC", ("n.sortKey", "n.id"), "ss", False, "By name.")


def _most(name: str, key: str, doc: str) -> Order:
    return Order(name, (key, "n.id"), "is", True, doc)


STORY_ORDERS = (
    NEWEST, OLDEST,
    Order("TITLE_ASC", ("n.sortKey", "n.id"), "ss", False, "By title."),
    Order("TITLE_DESC", ("n.sortKey", "n.id"), "ss", True, "By title, backwards."),
)  # fmt: skip
CLAIM_ORDERS = (
    _most("BACKER_COUNT_DESC", "n.backerCount", "Most outlets first."),
    _most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
    Order("FIRST_STATED_AT_DESC", ("n.firstStatedKey", "n.id"), "ss", True, "Newest first, undated last."),
    Order("FIRST_STATED_AT_ASC", ("n.firstStatedLastKey", "n.id"), "ss", False, "Oldest first, undated last."),
)
OUTLET_ORDERS = (
    NAME,
    _most("CLAIM_COUNT_DESC", "n.claimCount", "Most claims first."),
    _most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
    _most("CITATION_COUNT_DESC", "n.citationCount", "Most citations first."),
)
PERSON_ORDERS = (
    NAME,
    _most("FACT_COUNT_DESC", "n.factCount", "Most facts first."),
    _most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
)
BACKER_ORDERS = (
    _most("STORY_COUNT_DESC", "e.storyCount", "Most stories first."),
    _most("CITATION_COUNT_DESC", "e.citationCount", "Most citations first."),
    NAME,
)
BACKED_ORDERS = (
    _most("STORY_COUNT_DESC", "e.storyCount", "Claims that the outlet backs in most stories first."),
    _most("CITATION_COUNT_DESC", "e.citationCount", "Claims that the outlet backs most often first."),
)
BY_WEIGHT = (_most("WEIGHT_DESC", "e.weight", "Heaviest first."),)
BY_SCORE = (Order("SCORE_DESC", ("e.score", "n.id"), "fs", True, "Most alike first."),)
DECISION_ORDERS = (
    Order("AT_DESC", ("n.at", "n.id"), "ss", True, "Newest first."),
    Order("AT_ASC", ("n.at", "n.id"), "ss", False, "Oldest first."),
)
BY_MENTIONS = (_most("MENTION_COUNT_DESC", "e.mentionCount", "Most mentions first."),)

# --- filters ---------------------------------------------------------------------------------

SINCE = Arg("since", DATETIME, "Published at or after this; undated stories are left out.", As.INSTANT)
UNTIL = Arg("until", DATETIME, "Published at or before this; undated stories are left out.", As.INSTANT)


def _text(what: str) -> Arg:
    return Arg("text", STRING, f"All of these words are in {what}, as in search.", As.TERMS)


FILTERS = (
    Filter("StoryFilter", "story", "Which stories.", (
        _text("the title or the lead"),
        Arg("outlet", ID, "An outlet that the story cites or lists, or that provides a narrative of it."),
        Arg("person", ID, "A person whom the story mentions."),
        Arg("claim", ID, "A claim that a fact of the story states."),
        Arg("stance", STRING, "A narrative of the story has this stance, e.g. `pro-establishment`."),
        SINCE, UNTIL)),
    Filter("FactFilter", "fact", "Which facts.", (
        _text("the fact"),
        Arg("outlet", ID, "An outlet that the fact cites."),
        Arg("person", ID, "A person whom the fact mentions."))),
    Filter("ClaimFilter", "claim", "Which claims.", (
        _text("the claim"),
        Arg("outlet", ID, "An outlet that backs the claim."),
        Arg("person", ID, "A person whom a fact that states the claim mentions."),
        Arg("minBackers", INT, "At least this many outlets back it."),
        Arg("maxBackers", INT, "At most this many outlets back it."),
        Arg("minStories", INT, "At least this many stories state it."),
        Arg("since", DATETIME, "Last stated at or after this; undated claims are left out.", As.INSTANT),
        Arg("until", DATETIME, "First stated at or before this; undated claims are left out.", As.INSTANT),
        Arg("minScore", FLOAT, "Every fact that states it is linked with at least this score."),
        Arg("method", STRING, "A fact that states it is linked by this method: `wording`, `similarity` or `review`."))),
    Filter("OutletFilter", "outlet", "Which outlets.", (
        _text("the name or an alias"),
        Arg("kind", "OutletKind", "The outlet is known to be of this kind."),
        Arg("country", STRING, "The outlet is known to be of this country (ISO 3166, two letters)."),
        Arg("owner", STRING, "The outlet is known to belong to this owner."))),
    Filter("PersonFilter", "person", "Which people.", (
        _text("the name or an alias"),
        Arg("outlet", ID, "An outlet that a fact which mentions the person cites."))),
    Filter("NarrativeFilter", "narrative", "Which narratives.", (
        _text("the narrative"),
        Arg("stance", STRING, "The normalised stance, e.g. `pro-establishment`."),
        Arg("outlet", ID, "An outlet that provides it."),
        Arg("person", ID, "A person whom it mentions."),
        SINCE, UNTIL)),
    Filter("ProblemFilter", "problem", "Which problems.", (
        Arg("code", "ProblemCode", "The problem's code."),
        Arg("story", ID, "The story that has it."),
        Arg("isClosed", BOOLEAN, "Whether someone has dealt with it."))),
    Filter("DecisionFilter", "decision", "Which decisions.", (
        Arg("kind", "DecisionKind", "What was decided."),
        Arg("subject", ID, "An id that it is about, as it was given."),
        Arg("by", STRING, "Who decided it."),
        Arg("isUndone", BOOLEAN, "Whether it was undone."))),
)  # fmt: skip

# --- properties that several types have ------------------------------------------------------

NODE_ID = Prop("id", ID, "Opaque, and stable: the same briefs give the same ids.")
PUBLISHED = Prop("publishedAt", DATETIME, "When the story was published, in UTC; null where unknown.", True)
RECORDED = Prop("recordedAt", DATETIME, "When this version was loaded, in UTC.")
VERSIONS = (
    Prop("firstVersion", INT, "The first version of the story, without a gap, that this stands in."),
    Prop("lastVersion", INT, "The last version that this stands in; null while it stands.", True),
)
START = Prop("start", OFFSET, "Where the words begin in the revision's text.")
END = Prop("end", OFFSET, "Where the words end in the revision's text, exclusive.")
STORY = Rel("story", "Story", "to-story", "The story that this belongs to.", "one")
BACKING = (
    Prop("citationCount", INT, "How many citations of the outlet stand behind the claim."),
    Prop("factCount", INT, "How many facts that state the claim cite the outlet."),
    Prop("storyCount", INT, "In how many stories a fact that states the claim cites the outlet; stories that tell the same count once."),
    Prop("firstAt", DATETIME, "The date of the first of these stories; null where none is dated.", True),
    Prop("lastAt", DATETIME, "The date of the last of these stories; null where none is dated.", True),
)
BACKING_FACTS = Rel("facts", "Fact", "backing-facts",
                    "The facts that state the claim and cite the outlet: the words that the backing rests on.",
                    orders=(NEWEST,))  # fmt: skip


def _people(file: str, whose: str) -> Rel:
    return Rel("people", "Person", file, f"The people whom {whose}, most mentioned first.",
               edge="Mention", orders=BY_MENTIONS)  # fmt: skip


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
)  # fmt: skip

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
    Type("Stats", "How much there is.", (
        Prop("storyCount", INT, "Stories."), Prop("factCount", INT, "Facts of the newest versions."),
        Prop("claimCount", INT, "Claims."), Prop("outletCount", INT, "Outlets."), Prop("personCount", INT, "People."),
        Prop("narrativeCount", INT, "Narratives of the newest versions."),
        Prop("citationCount", INT, "Citations of the newest versions."), Prop("problemCount", INT, "Problems."))),
)  # fmt: skip

NODES = (
    Type("Story", "A news brief: its newest version, with everything that hangs on it.", (
        NODE_ID, Prop("title", STRING, "The title."), Prop("lead", STRING, "The lead as written.", True),
        Prop("address", STRING, "The canonical address, if known.", True), PUBLISHED, RECORDED,
        Prop("layout", "Layout", "The layout it came in."),
        Prop("isComplete", BOOLEAN, "False where the document was cut off."),
        Prop("version", INT, "The number of the newest version, from 1.")), (
        Rel("facts", "Fact", "story-facts", "The facts, in their order.", filter="FactFilter", orders=BY_POSITION),
        Rel("narratives", "Narrative", "story-narratives", "The narratives, in their order.", orders=BY_POSITION),
        Rel("forecasts", "Forecast", "story-forecasts", "The forecasts, in their order.", orders=BY_POSITION),
        Rel("sources", "Outlet", "story-sources", "The sources line, in its order.", edge="Source", orders=BY_EDGE_POSITION),
        _people("story-people", "the lead, a fact or a narrative mentions"),
        Rel("revisions", "Revision", "story-revisions", "Every version as it was received, oldest first.",
            orders=(Order("NUMBER_ASC", ("n.number", "n.id"), "is"),)),
        Rel("problems", "Problem", "story-problems", "What was found wrong, in the order of the text, what concerns outlets last.", orders=BY_POSITION)),
        (("graph", "Graph", "The story's nodes and edges, ready to draw."),), "STORY", "story", "Story"),
    Type("Fact", "One bullet of a story's facts.", (
        NODE_ID, Prop("position", INT, "Its place among the story's facts, from 1."),
        Prop("text", STRING, "The words, without markers, white space collapsed."), START, END, *VERSIONS), (
        STORY, Rel("claim", "Claim", "fact-claim", "What the fact states.", "one"),
        Rel("basis", "Fact", "fact-basis", "The fact of another wording that this one was compared with as it was linked to the "
            "claim, the earliest that stands; null where no other wording of the claim stands: an earlier version may have had it.", "one", True),
        Rel("citations", "Outlet", "fact-citations", "The citations, in their order; one outlet may be cited twice.",
            edge="Citation", orders=BY_EDGE_POSITION),
        _people("fact-people", "the fact mentions")), (), "FACT", "fact", "Fact"),
    Type("Claim", "What facts of different stories state in common.", (
        NODE_ID, Prop("text", STRING, "The wording of its earliest fact, by date, then id."),
        Prop("backerCount", INT, "How many outlets back it."), Prop("storyCount", INT, "How many stories state it; those that tell the same count once."),
        Prop("factCount", INT, "How many facts state it."),
        Prop("ownerCount", INT, "How many owners its backers have; null where one backer's owner is unknown.", True),
        Prop("isSoleSourced", BOOLEAN, "Whether exactly one outlet backs it."),
        Prop("firstStatedAt", DATETIME, "The date of the first story that states it; null where none is dated.", True),
        Prop("lastStatedAt", DATETIME, "The date of the last story that states it; null where none is dated.", True)), (
        Rel("facts", "Fact", "claim-facts", "The facts that state it.", edge="Statement", filter="FactFilter",
            orders=(OLDEST, NEWEST), order_enum="StatementOrder"),
        Rel("backers", "Outlet", "claim-backers", "The outlets that facts which state it cite.", edge="Backer",
            args=(Arg("minStories", INT, "Only outlets that back it in at least this many stories."),
                  Arg("minScore", FLOAT, "Only outlets that a fact cites which is linked with at least this score."),
                  Arg("method", STRING, "Only outlets that a fact cites which is linked by this method.")),
            orders=BACKER_ORDERS, order_enum="BackerOrder"),
        Rel("stories", "Story", "claim-stories", "The stories that state it, those that tell the same included.",
            filter="StoryFilter", orders=(NEWEST, OLDEST), order_enum="ClaimStoryOrder"),
        Rel("conflicting", "Claim", "claim-conflicting", "Claims that are about the same and differ in a number, a date, a "
            "negation or an actor.", edge="Conflict", args=(Arg("differs", STRING, "Only those that differ in this."),),
            orders=BY_SCORE)), (), "CLAIM", "claim", "Claim"),
    Type("Outlet", "Who is cited as a source, or provides a narrative.", (
        NODE_ID, Prop("name", STRING, "The name."), Prop("kind", "OutletKind", "What it is; null where unknown.", True),
        Prop("aliases", STRINGS, "Every spelling seen, sorted."),
        Prop("country", STRING, "ISO 3166, two letters; null where unknown.", True),
        Prop("domain", STRING, "Its domain; null where unknown.", True),
        Prop("owner", STRING, "Who owns it; null where unknown.", True),
        Prop("claimCount", INT, "How many claims it backs."), Prop("storyCount", INT, "How many stories cite or list it."),
        Prop("citationCount", INT, "How many citations of it there are.")), (
        Rel("claims", "Claim", "outlet-claims", "The claims that it backs.", edge="BackedClaim", filter="ClaimFilter",
            orders=BACKED_ORDERS, order_enum="BackedClaimOrder"),
        Rel("coCited", "Outlet", "outlet-co-cited", "The outlets that the same facts cite.", edge="CoCited",
            args=(Arg("minWeight", INT, "Only outlets that at least this many facts cite together with it."),),
            orders=BY_WEIGHT),
        Rel("narratives", "Narrative", "outlet-narratives", "The narratives that it provides.", filter="NarrativeFilter",
            orders=(NEWEST,)),
        Rel("stories", "Story", "outlet-stories", "The stories that cite it, list it or carry a narrative of it.",
            filter="StoryFilter", orders=(NEWEST,))), (), "OUTLET", "outlet", "Outlet"),
    Type("Person", "Someone whom stories mention.", (
        NODE_ID, Prop("name", STRING, "The name in full."), Prop("aliases", STRINGS, "Every spelling seen, sorted."),
        Prop("factCount", INT, "How many facts mention them."), Prop("storyCount", INT, "How many stories mention them.")), (
        Rel("facts", "Fact", "person-facts", "The facts that mention them.", filter="FactFilter", orders=(NEWEST,)),
        Rel("narratives", "Narrative", "person-narratives", "The narratives that mention them.", filter="NarrativeFilter",
            orders=(NEWEST,)),
        Rel("stories", "Story", "person-stories", "The stories that mention them.", filter="StoryFilter", orders=(NEWEST,)),
        Rel("outlets", "Outlet", "person-outlets", "The outlets that the facts about them cite.", edge="CitingOutlet",
            orders=(_most("FACT_COUNT_DESC", "e.factCount", "Most facts first."),))), (), "PERSON", "person", "Person"),
    Type("Narrative", "One side's reading of a story. Lettered sides mean nothing outside their story.", (
        NODE_ID, Prop("position", INT, "Its place among the story's narratives, from 1."),
        Prop("label", STRING, "The label as written."),
        Prop("stance", STRING, "The label, normalised; null for a lettered side.", True),
        Prop("text", STRING, "The words."), START, END, *VERSIONS), (
        STORY, Rel("providers", "Outlet", "narrative-providers", "Who it is credited to, in their order.",
                   edge="Provider", orders=BY_EDGE_POSITION),
        _people("narrative-people", "it mentions")), (), "NARRATIVE", "narrative", "Narrative"),
    Type("Forecast", "A forecast that a story carries.", (
        NODE_ID, Prop("position", INT, "Its place among the story's forecasts, from 1."),
        Prop("question", STRING, "What may happen."), Prop("probability", FLOAT, "How likely it is, from 0 to 1."),
        Prop("source", STRING, "Who says so; null where the brief does not say.", True), START, END, *VERSIONS),
        (STORY,), (), "FORECAST", "forecast", "Forecast"),
    Type("Revision", "One version of a story as it was received.", (
        NODE_ID, Prop("number", INT, "Which version it is, from 1."), PUBLISHED, RECORDED,
        Prop("text", STRING, "The extracted text; every offset of this version points into it.")),
        (STORY,), (), "REVISION", "revision", "Revision"),
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

ONE_ID = (Arg("id", ID, "The node's id."),)
ROOT = Type("Query", "Which outlets back which claims, across stories, with the words that each answer rests on.", rels=(
    Rel("node", "Node", "node", "Any node by its id.", "one", True, args=(Arg("id", ID, "The node's id.", required=True),)),
    Rel("nodes", "Node", "nodes", "Any nodes by their ids, in the order given; null where there is none.", "lookup",
        args=(Arg("ids", IDS, "At most 100 ids.", As.LIST, True),)),
    Rel("story", "Story", "story", "A story by its id or its address.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("address", STRING, "Its address; scheme, www. and tracking make no difference.", As.ADDRESS))),
    Rel("stories", "Story", "stories", "Stories.", filter="StoryFilter", orders=STORY_ORDERS, order_enum="StoryOrder"),
    Rel("claim", "Claim", "claim", "A claim by its id.", "one", True, args=(Arg("id", ID, "The claim's id.", required=True),)),
    Rel("claims", "Claim", "claims", "Claims.", filter="ClaimFilter", orders=CLAIM_ORDERS, order_enum="ClaimOrder"),
    Rel("outlet", "Outlet", "outlet", "An outlet by its id, or by its name or any spelling seen.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("name", STRING, "The name or an alias; case, spaces and `The` make no difference.", As.NAME))),
    Rel("outlets", "Outlet", "outlets", "Outlets.", filter="OutletFilter", orders=OUTLET_ORDERS, order_enum="OutletOrder"),
    Rel("person", "Person", "person", "A person by their id or name.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("name", STRING, "The name or a full alias; case makes no difference.", As.NAME))),
    Rel("people", "Person", "people", "People.", filter="PersonFilter", orders=PERSON_ORDERS, order_enum="PersonOrder"),
    Rel("narratives", "Narrative", "narratives", "Narratives.", filter="NarrativeFilter", orders=(NEWEST, OLDEST),
        order_enum="NarrativeOrder"),
    Rel("problems", "Problem", "problems", "Problems.", filter="ProblemFilter",
        orders=(Order("STORY_DESC", ("n.publishedKey", "n.position", "n.id"), "sis", True),)),
    Rel("decisions", "Decision", "decisions", "What people decided, what was undone too.", filter="DecisionFilter",
        orders=DECISION_ORDERS, order_enum="DecisionOrder"),
    Rel("search", "Node", "search", "Stories, facts, claims, outlets, people and narratives that hold all the words.",
        edge="Search", args=(Arg("text", STRING, "Words; case and accents make no difference.", As.TERMS, True),
                             Arg("kinds", "[NodeKind!]", "Only these kinds.", As.LIST)),
        orders=(Order("SCORE_DESC", ("e.score", "e.row"), "fr", True),)),
    Rel("stats", "Stats", "stats", "How much there is.", "one"),
))  # fmt: skip

MODEL = Model(
    types={t.name: t for t in (*NODES, *VALUES)},
    edges={e.name: e for e in EDGES},
    filters={f.name: f for f in FILTERS},
    enums={e.name: e for e in ENUMS},
    root=ROOT,
    nodes=NODES,
)
