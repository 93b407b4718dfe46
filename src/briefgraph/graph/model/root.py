"""What may be asked at the root."""

from briefgraph.graph.model.kinds import ID, IDS, INT, STRING
from briefgraph.graph.model.orders import (
    CLAIM_ORDERS,
    DECISION_ORDERS,
    FORECAST_ORDERS,
    NEWEST,
    OLDEST,
    OUTLET_ORDERS,
    PERSON_ORDERS,
    STORY_ORDERS,
)
from briefgraph.graph.shapes import Arg, As, Order, Rel, Type

ONE_ID = (Arg("id", ID, "The node's id."),)
ROOT = Type("Query", "Which outlets back which claims, across stories, with the words that each answer rests on.", rels=(
    Rel("node", "Node", "node", "Any node by its id.", "one", True, args=(Arg("id", ID, "The node's id.", required=True),)),
    Rel("nodes", "Node", "nodes", "Any nodes by their ids, in the order given; null where there is none.", "lookup",
        args=(Arg("ids", IDS, "At most 100 ids.", As.LIST, True),)),
    Rel("story", "Story", "story", "A story by its id or its address.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("address", STRING, "Its address; scheme, www. and tracking make no difference.", As.ADDRESS))),
    Rel("stories", "Story", "stories", "Stories.", filter="StoryFilter", orders=STORY_ORDERS, order_enum="StoryOrder", count=100, count_filtered=1_000),
    Rel("claim", "Claim", "claim", "A claim by its id.", "one", True, args=(Arg("id", ID, "The claim's id.", required=True),)),
    Rel("claims", "Claim", "claims", "Claims.", filter="ClaimFilter", orders=CLAIM_ORDERS, order_enum="ClaimOrder", count=200, count_filtered=4_000),
    Rel("outlet", "Outlet", "outlet", "An outlet by its id, or by its name or any spelling seen.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("name", STRING, "The name or an alias; case, spaces and `The` make no difference.", As.NAME))),
    Rel("outlets", "Outlet", "outlets", "Outlets.", filter="OutletFilter", orders=OUTLET_ORDERS, order_enum="OutletOrder", count_filtered=500),
    Rel("person", "Person", "person", "A person by their id or name.", "one", True, one_of=True,
        args=(*ONE_ID, Arg("name", STRING, "The name or a full alias; case makes no difference.", As.NAME))),
    Rel("people", "Person", "people", "People.", filter="PersonFilter", orders=PERSON_ORDERS, order_enum="PersonOrder", count_filtered=500),
    Rel("narratives", "Narrative", "narratives", "Narratives.", filter="NarrativeFilter", orders=(NEWEST, OLDEST),
        order_enum="NarrativeOrder", count=100, count_filtered=1_000),
    Rel("forecasts", "Forecast", "forecasts", "Forecasts.", filter="ForecastFilter", orders=FORECAST_ORDERS,
        order_enum="ForecastOrder", count_filtered=500),
    Rel("problems", "Problem", "problems", "Problems.", filter="ProblemFilter",
        orders=(Order("STORY_DESC", ("n.publishedKey", "n.position", "n.id"), "sis", True),), count_filtered=500),
    Rel("decisions", "Decision", "decisions", "What people decided, what was undone too.", filter="DecisionFilter",
        orders=DECISION_ORDERS, order_enum="DecisionOrder", count_filtered=500),
    Rel("search", "Node", "search", "Stories, facts, claims, outlets, people and narratives that hold all the words.",
        edge="Search", args=(Arg("text", STRING, "Words; case and accents make no difference.", As.TERMS, True),
                             Arg("kinds", "[NodeKind!]", "Only these kinds.", As.LIST)),
        orders=(Order("SCORE_DESC", ("e.score", "e.row"), "fr", True),), cost=8_000),
    Rel("compareOutlets", "OutletComparison", "compare-outlets", "Two outlets side by side.", "one",
        args=(Arg("a", ID, "The first outlet's id.", required=True), Arg("b", ID, "The second outlet's id.", required=True)), cost=100),
    Rel("network", "Graph", "network", "The outlets, people, claims and stories around some nodes, the closest and then the "
        "heaviest first, and the relations between them.", "one",
        args=(Arg("around", IDS, "At most 20 ids: of outlets, people, claims, stories, or of what belongs to a story, which "
                                 "means the story. Others are left out.", As.AROUND, True),
              Arg("depth", INT, "How many steps to go from these nodes: 1 to 3.", As.DEPTH, default=1,
                  factors=(2, 3, 3)),
              Arg("minWeight", INT, "Only relations of at least this weight.", default=1),
              Arg("limit", INT, "How many nodes, those around included, which always stay: 1 to 1000.", As.LIMIT, default=200,
                  factors=tuple(range(1, 101)), step=10)),
        inside=(("graph-nodes", "network-nodes"), ("graph-edges", "network-edges")), cost=130),
    Rel("path", "Path", "path", "A shortest path from one node to another; null where none is short enough. Of several, the "
        "one whose ids are the smallest, compared from the start.", "one", True,
        args=(Arg("from", ID, "The id of the node to start from.", required=True),
              Arg("to", ID, "The id of the node to end in.", required=True),
              Arg("maxHops", INT, "How many edges the path may have: 1 to 8.", As.HOPS, default=6,
                  factors=(2, 4, 6, 6, 6, 6, 6, 6))), cost=500),
    Rel("stats", "Stats", "stats", "How much there is.", "one", cost=500),
    Rel("analysis", "Analysis", "analysis", "The last analysis of all outlets; null until there was one.", "one", True),
))  # fmt: skip
