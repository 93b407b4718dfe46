"""Measures that are made up, for tests of what is stored and asked rather than of what is computed."""

from briefgraph.graph.measures import Analysis, Measured, Network

AT = "2032-02-01T00:00:00Z"


def even(network: Network) -> Analysis:
    """Outlets in two communities, one here and one there; both measures fall from below 1 with the place by id."""
    count = len(network.outlets)
    return Analysis(
        at=AT,
        changes=network.changes,
        pair_count=len(network.pairs),
        modularity=0.25,
        is_sampled=False,
        outlets=tuple(
            Measured(
                id=id,
                page_rank=round((count - place) / (count + 1), 4),
                betweenness=round((count - place) / (count + 1), 4),
                community=place % 2 + 1,
            )
            for place, id in enumerate(network.outlets)
        ),
        communities=((count + 1) // 2, count // 2),
    )
