"""What follows of claims from the facts that state them, on SQLite: counts, conflicts, and which outlets dispute."""

from briefgraph.graph.sqlite.statements import Statements


def settle_claims(sql: Statements) -> None:
    """Find anew all that is known of the touched claims, and what others have to do with them.

    Who backs the touched claims is known by now.
    """
    sql.do("tally-conflicts", -1)
    sql.do("settle-claims")
    _anew(sql, "conflicts")
    sql.do("tally-conflicts", 1)
    sql.do("settle-conflicts")
    sql.do("settle-conflicts-of-touched")
    _anew(sql, "disputes")


def _anew(sql: Statements, what: str) -> None:
    for name in ("remove-mirrored", "remove", "add", "add-mirrored"):
        sql.do(f"{name}-{what}")
