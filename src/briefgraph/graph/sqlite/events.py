"""Stories that tell the same under several addresses, on SQLite: found, reported, and counted as one."""

from briefgraph.graph.decisions import Decisions, pair_of
from briefgraph.graph.events import Told, recounted
from briefgraph.graph.sqlite.rows import Keys
from briefgraph.graph.sqlite.statements import Statements


def settle_events(sql: Statements, keys: Keys, decisions: Decisions, known: set[int]) -> None:
    """Find the touched stories' twins anew, and the event of every story that has to do with them.

    Args:
        known: stories that were twins of the touched ones before.
    """
    found = [
        (one, other) for one, other, a, b in sql.rows("find-twins") if pair_of(a, b) not in decisions.distinct
    ]
    sql.many("add-twin", found + [(other, one) for one, other in found])
    stale = known | {story for pair in found for story in pair}
    while stale:
        members = _component(sql, stale.pop())
        stale -= members.keys()
        for one in recounted(members):
            sql.do("put-event", one.event, one.story)
            sql.do("touch-claims-of-story", one.story)
            sql.do("remove-duplicate-problem", one.story)
            if one.problem is not None:
                sql.do("add-duplicate-problem", keys.next("problem"), one.problem.id, one.problem.message,
                       one.problem.id in decisions.closed, one.story)  # fmt: skip


def _component(sql: Statements, story: int) -> dict[int, tuple[Told, int]]:
    """A story and all that are its twins, or theirs: each with the event that it counts as now."""
    members: dict[int, tuple[Told, int]] = {}
    edge = {story}
    while edge:
        for key in edge:
            row = sql.row("event-of", key)
            if row is not None:
                members[key] = Told(row[0], row[1]), row[2]
        edge = {other for key in edge for (other,) in sql.rows("twins-of", key)} - members.keys()
    return members
