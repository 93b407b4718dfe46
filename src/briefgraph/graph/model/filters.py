"""Filters: input objects whose fields all have to hold."""

from briefgraph.graph.model.kinds import BOOLEAN, DATETIME, FLOAT, ID, INT, STRING
from briefgraph.graph.shapes import Arg, As, Filter

SINCE = Arg("since", DATETIME, "Published at or after this; undated stories are left out.", As.INSTANT, cost=200)
UNTIL = Arg("until", DATETIME, "Published at or before this; undated stories are left out.", As.INSTANT, cost=200)


def _text(what: str, cost: int = 1_500) -> Arg:
    return Arg("text", STRING, f"All of these words are in {what}, as in search.", As.TERMS, cost=cost)


FILTERS = (
    Filter("StoryFilter", "story", "Which stories.", (
        _text("the title or the lead"),
        Arg("outlet", ID, "An outlet that the story cites or lists, or that provides a narrative of it.", cost=100),
        Arg("person", ID, "A person whom the story mentions.", cost=200),
        Arg("claim", ID, "A claim that a fact of the story states."),
        Arg("stance", STRING, "A narrative of the story has this stance, e.g. `pro-establishment`."),
        SINCE, UNTIL)),
    Filter("FactFilter", "fact", "Which facts.", (
        _text("the fact"),
        Arg("outlet", ID, "An outlet that the fact cites.", cost=100),
        Arg("person", ID, "A person whom the fact mentions.", cost=200))),
    Filter("ClaimFilter", "claim", "Which claims.", (
        _text("the claim"),
        Arg("outlet", ID, "An outlet that backs the claim.", cost=100),
        Arg("person", ID, "A person whom a fact that states the claim mentions.", cost=200),
        Arg("minBackers", INT, "At least this many outlets back it.", cost=100),
        Arg("maxBackers", INT, "At most this many outlets back it."),
        Arg("isSoleSourced", BOOLEAN, "Whether exactly one outlet backs it."),
        Arg("maxOwners", INT, "Its backers' owners are all known, and at most this many.", cost=1_500),
        Arg("minStories", INT, "At least this many stories state it."),
        Arg("since", DATETIME, "Last stated at or after this; undated claims are left out.", As.INSTANT, cost=200),
        Arg("until", DATETIME, "First stated at or before this; undated claims are left out.", As.INSTANT, cost=200),
        Arg("isContested", BOOLEAN, "Whether a claim conflicts with it."),
        Arg("restsOnOwner", BOOLEAN, "Whether all of its backers are known to belong to one owner."),
        Arg("restsOnWire", BOOLEAN, "Whether all of its backing is known to rest on one wire, its `soleWire`."),
        Arg("minScore", FLOAT, "Every fact that states it is linked with at least this score."),
        Arg("method", STRING, "A fact that states it is linked by this method: `wording`, `similarity` or `review`."))),
    Filter("OutletFilter", "outlet", "Which outlets.", (
        _text("the name or an alias", 500),
        Arg("kind", "OutletKind", "The outlet is known to be of this kind."),
        Arg("country", STRING, "The outlet is known to be of this country (ISO 3166, two letters)."),
        Arg("owner", STRING, "The outlet is known to belong to this owner."),
        Arg("community", INT, "The outlet is in the community of this number, as of the last analysis."))),
    Filter("PersonFilter", "person", "Which people.", (
        _text("the name or an alias", 500),
        Arg("outlet", ID, "An outlet that a fact which mentions the person cites.", cost=100))),
    Filter("NarrativeFilter", "narrative", "Which narratives.", (
        _text("the narrative"),
        Arg("stance", STRING, "The normalised stance, e.g. `pro-establishment`."),
        Arg("outlet", ID, "An outlet that provides it.", cost=100),
        Arg("person", ID, "A person whom it mentions.", cost=600),
        SINCE, UNTIL)),
    Filter("ForecastFilter", "forecast", "Which forecasts.", (
        _text("the question"),
        Arg("source", STRING, "Who says so, as the brief writes it."),
        Arg("story", ID, "The story that carries it."),
        SINCE, UNTIL,
        Arg("minProbability", FLOAT, "It is at least this likely."),
        Arg("maxProbability", FLOAT, "It is at most this likely."))),
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
