"""The orders of lists.

Dates sort by stored keys that are never null: `publishedKey` is '' and `publishedLastKey` is '~'
for an undated story, so that nulls come last in both directions. Names, titles and texts sort by
`sortKey`, the hex of the casefolded prefix: one order on both engines. Measures sort by keys that are -1.0 where
an outlet has none.
"""

from briefgraph.graph.shapes import Order

NEWEST = Order("PUBLISHED_AT_DESC", ("n.publishedKey", "n.id"), "ss", True, "Newest first, undated last.")
OLDEST = Order("PUBLISHED_AT_ASC", ("n.publishedLastKey", "n.id"), "ss", False, "Oldest first, undated last.")
BY_POSITION = (Order("POSITION_ASC", ("n.position", "n.id"), "is"),)
BY_EDGE_POSITION = (Order("POSITION_ASC", ("e.position", "n.id"), "is"),)
NAME = Order("NAME_ASC", ("n.sortKey", "n.id"), "ss", False, "By name.")


def most(name: str, key: str, doc: str) -> Order:
    return Order(name, (key, "n.id"), "is", True, doc)


STORY_ORDERS = (
    NEWEST, OLDEST,
    Order("TITLE_ASC", ("n.sortKey", "n.id"), "ss", False, "By title."),
    Order("TITLE_DESC", ("n.sortKey", "n.id"), "ss", True, "By title, backwards."),
)  # fmt: skip
CLAIM_ORDERS = (
    most("BACKER_COUNT_DESC", "n.backerCount", "Most outlets first."),
    most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
    most("CONFLICT_COUNT_DESC", "n.conflictCount", "Those that conflict with most claims first."),
    Order("FIRST_STATED_AT_DESC", ("n.firstStatedKey", "n.id"), "ss", True, "Newest first, undated last."),
    Order("FIRST_STATED_AT_ASC", ("n.firstStatedLastKey", "n.id"), "ss", False, "Oldest first, undated last."),
)
OUTLET_ORDERS = (
    NAME,
    most("CLAIM_COUNT_DESC", "n.claimCount", "Most claims first."),
    most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
    most("CITATION_COUNT_DESC", "n.citationCount", "Most citations first."),
    Order("PAGE_RANK_DESC", ("n.pageRankKey", "n.id"), "fs", True, "Highest PageRank first."),
    Order("BETWEENNESS_DESC", ("n.betweennessKey", "n.id"), "fs", True, "Highest betweenness first."),
)
BY_PAGE_RANK = (OUTLET_ORDERS[-2],)
BY_NUMBER = (Order("NUMBER_ASC", ("n.number",), "i"),)
PERSON_ORDERS = (
    NAME,
    most("FACT_COUNT_DESC", "n.factCount", "Most facts first."),
    most("STORY_COUNT_DESC", "n.storyCount", "Most stories first."),
)
BACKER_ORDERS = (
    most("STORY_COUNT_DESC", "e.storyCount", "Most stories first."),
    most("CITATION_COUNT_DESC", "e.citationCount", "Most citations first."),
    NAME,
)
ORIGIN_ORDERS = (most("STORY_COUNT_DESC", "e.storyCount", "Most stories first."),)
BACKED_ORDERS = (
    most("STORY_COUNT_DESC", "e.storyCount", "Claims that the outlet backs in most stories first."),
    most("CITATION_COUNT_DESC", "e.citationCount", "Claims that the outlet backs most often first."),
)
BY_BACKERS = (most("BACKER_COUNT_DESC", "n.backerCount", "Most outlets first."),)
BY_CLAIMS = (most("CLAIM_COUNT_DESC", "e.claimCount", "Most claims first."),)
BY_WEIGHT = (most("WEIGHT_DESC", "e.weight", "Heaviest first."),)
BY_SCORE = (Order("SCORE_DESC", ("e.score", "n.id"), "fs", True, "Most alike first."),)
BY_MONTH = Order("MONTH_DESC", ("n.monthKey", "n.sortKey", "n.stanceId"), "sss", False, "Newest month first, undated last, then by stance.")
CO_MENTION_ORDERS = (
    most("STORY_COUNT_DESC", "e.storyCount", "Most stories first."),
    most("FACT_COUNT_DESC", "e.factCount", "Most facts first."),
)
BY_SHARED = (Order("SHARED_CLAIMS_DESC", ("e.sharedClaims", "e.sharedPeople", "n.id"), "iis", True,
                   "Most shared claims first, then most shared people."),)  # fmt: skip
BY_DISPUTE = (Order("SCORE_DESC", ("e.score", "n.id", "e.otherClaimId", "e.otherId"), "fsss", True, "Most alike first."),)
FORECAST_ORDERS = (
    NEWEST, OLDEST,
    Order("PROBABILITY_DESC", ("n.probability", "n.id"), "fs", True, "Likeliest first."),
)  # fmt: skip
DECISION_ORDERS = (
    Order("AT_DESC", ("n.at", "n.id"), "ss", True, "Newest first."),
    Order("AT_ASC", ("n.at", "n.id"), "ss", False, "Oldest first."),
)
BY_MENTIONS = (most("MENTION_COUNT_DESC", "e.mentionCount", "Most mentions first."),)
