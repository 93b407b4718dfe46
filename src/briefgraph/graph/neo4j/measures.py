"""Measures of outlets, written in the place of earlier ones."""

from briefgraph.graph.measures import Analysis
from briefgraph.graph.neo4j.running import Running


async def put_measures(running: Running, analysis: Analysis) -> None:
    """Replace all measures, within a transaction."""
    await running.run("take-turn")
    for name in ("renew-version", "clear-measures", "clear-analysis", "clear-communities"):
        await running.run(name)
    await running.all(
        "put-measures",
        [
            {"id": one.id, "pageRank": one.page_rank, "betweenness": one.betweenness, "community": one.community}
            for one in analysis.outlets
        ],
    )
    communities = enumerate(analysis.communities, 1)
    await running.all("put-communities", [{"number": number, "outletCount": count} for number, count in communities])
    row = {
        "at": analysis.at,
        "outletCount": len(analysis.outlets),
        "pairCount": analysis.pair_count,
        "communityCount": len(analysis.communities),
        "modularity": analysis.modularity,
        "isSampled": analysis.is_sampled,
        "changes": analysis.changes,
    }
    await running.all("put-analysis", [row])
