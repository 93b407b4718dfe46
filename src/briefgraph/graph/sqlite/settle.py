"""What follows from changed stories, on SQLite: who backs claims, what is known of them, counters and pairs.

Counters and pairs change by what the touched stories and claims added before and add now; who backs a claim is found
anew from the facts that state it.
"""

from briefgraph import ids
from briefgraph.graph.sqlite.statements import Statements

BACKERS = ("remove-backs", "add-backs", "remove-origins", "add-origins")
CO_BACKING = (
    "tally-joined-backers", "tally-left-backers", "settle-co-backing", "remove-empty-co-backing", "settle-sole-claims",
)  # fmt: skip
PAIRS = ("pairs", "person-outlets", "co-mentions")


def settle_backers(sql: Statements) -> None:
    """Find anew who backs the touched claims, whom facts have them from, and what follows for outlets."""
    sql.do("keep-backs-before")
    sql.do("tally-backs", -1)
    for name in BACKERS:
        sql.do(name)
    sql.do("tally-backs", 1)
    for name in CO_BACKING:
        sql.do(name)


def settle_claims(sql: Statements) -> None:
    """Find anew all that is known of the touched claims, and what others have to do with them.

    Who backs the touched claims is known by now.
    """
    sql.do("tally-conflicts", -1)
    sql.do("settle-claims")
    sql.do("settle-sole-wires")
    _anew(sql, "conflicts")
    sql.do("tally-conflicts", 1)
    sql.do("settle-conflicts")
    sql.do("settle-conflicts-of-touched")
    _anew(sql, "disputes")


def _anew(sql: Statements, what: str) -> None:
    for name in ("remove-mirrored", "remove", "add", "add-mirrored"):
        sql.do(f"{name}-{what}")


def settle_counters(sql: Statements, *, replaces: bool) -> tuple[set[int], set[int]]:
    """Bring counters and pairs up to date; the outlets and people that come into or go out of sight.

    Args:
        replaces: whether a story that was there before is among the touched ones, so that pairs may be gone.
    """
    outlets, people = sql.rows("outlet-changes"), sql.rows("person-changes")
    sql.many("settle-outlet", [row[:-1] for row in outlets])
    sql.many("settle-person", [row[:-1] for row in people])
    sql.do("settle-citing")
    _settle_stances(sql)
    sql.many("forget-measures", [(row[-2],) for row in outlets if row[-1]])
    for name in PAIRS:
        sql.do(f"settle-{name}")
        if replaces:
            sql.do(f"remove-empty-{name}")
    return {row[-2] for row in outlets if row[-1]}, {row[-2] for row in people if row[-1]}


def _settle_stances(sql: Statements) -> None:
    """Bring the stances of outlets up to date, month by month."""
    changes = [
        (outlet, ids.month_key(month), ids.sort_key(stance), ids.stance_id(stance), stance, month or None, narratives)
        for outlet, stance, month, narratives in sql.rows("stance-changes")
    ]
    sql.many("settle-stance", changes)
    sql.many("remove-empty-stance", [change[:4] for change in changes if change[-1] < 0])
