"""Measures of outlets, written in the place of earlier ones."""

from briefgraph.graph.measures import Analysis
from briefgraph.graph.sqlite.statements import Statements


def put_measures(sql: Statements, analysis: Analysis) -> None:
    """Replace all measures, within the transaction that is open."""
    for name in ("renew-version", "clear-measures", "clear-analysis", "clear-communities"):
        sql.do(name)
    sql.many("put-measures", [(one.page_rank, one.betweenness, one.community, one.id) for one in analysis.outlets])
    sql.many("put-community", list(enumerate(analysis.communities, 1)))
    sql.do(
        "put-analysis",
        analysis.at,
        len(analysis.outlets),
        analysis.pair_count,
        len(analysis.communities),
        analysis.modularity,
        analysis.is_sampled,
        analysis.changes,
    )
