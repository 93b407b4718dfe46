"""Measures of outlets over the network of who is cited together: PageRank, betweenness, communities.

A pure function of the network and the date, the same to the last digit wherever it runs: outlets are numbered in the
order of their ids, what is drawn is drawn by a fixed seed, and results are rounded to four decimals, which both
engines print alike. networkx finds shortest paths and communities. Its PageRank needs SciPy (216 MB with NumPy),
so that the power iteration is here.
"""

import math
from importlib import import_module
from typing import Any

from briefgraph.errors import MissingExtra
from briefgraph.graph.measures import Analysis, Measured, Network

SEED = 20310101
DAMPING = 0.85
TOLERANCE = 1e-12  # of all shares together, from one round to the next
DECIMALS = 4
EXACT = 60_000_000  # outlets times (outlets + pairs) up to which all paths are followed: a minute's work
LEAST = 100  # outlets that paths are sampled from, however many pairs there are
# Facts that cite two outlets together bring them near: a distance of 1/weight, in whole numbers so that ties are ties.
UNIT = math.lcm(*range(1, 41))
INSTALL = "measures need networkx; install briefgraph with its extra: pip install 'briefgraph[analyse]'"


def analyse(network: Network, at: str) -> Analysis:
    """The measures of every outlet of a network, as of a date.

    Raises:
        MissingExtra: networkx is not installed.
    """
    networkx = library()
    count = len(network.outlets)
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((one, other, {"weight": weight, "distance": UNIT // weight}) for one, other, weight in network.pairs)
    sources = sample_size(count, len(network.pairs))
    between = networkx.betweenness_centrality(
        graph, k=None if sources == count else sources, normalized=False, weight="distance", seed=SEED
    )
    found = networkx.community.louvain_communities(graph, weight="weight", seed=SEED) if count else []
    communities = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members[0]))
    numbers = {place: number for number, members in enumerate(communities, 1) for place in members}
    modularity = networkx.community.modularity(graph, communities, weight="weight") if network.pairs else None
    return Analysis(
        at=at,
        changes=network.changes,
        pair_count=len(network.pairs),
        modularity=None if modularity is None else rounded(modularity),
        is_sampled=sources < count,
        outlets=tuple(
            Measured(id=id, page_rank=rounded(share * count), betweenness=rounded(between[place]), community=numbers[place])
            for place, (id, share) in enumerate(zip(network.outlets, page_rank(network), strict=True))
        ),
        communities=tuple(len(members) for members in communities),
    )


def library() -> Any:
    """networkx, which takes 0.1 s to import.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module("networkx")
    except ModuleNotFoundError:
        raise MissingExtra(INSTALL) from None


def sample_size(outlets: int, pairs: int) -> int:
    """From how many outlets shortest paths are followed: from all of them, where that is not too much work."""
    return min(outlets, max(LEAST, EXACT // max(1, outlets + pairs)))


def page_rank(network: Network) -> list[float]:
    """Each outlet's share of a random reader, who goes on to an outlet that is cited together with this one.

    The more facts cite both, the likelier. Whoever is at an outlet that is cited alone goes on anywhere.
    """
    count = len(network.outlets)
    weights = [0] * count
    for one, other, weight in network.pairs:
        weights[one] += weight
        weights[other] += weight
    shares = [1 / count for _ in range(count)]
    alone = [place for place, weight in enumerate(weights) if not weight]
    change = 1.0
    while change > TOLERANCE and count:
        anywhere = (1 - DAMPING + DAMPING * math.fsum(shares[place] for place in alone)) / count
        found = [anywhere] * count
        going = [DAMPING * share / weight if weight else 0.0 for share, weight in zip(shares, weights, strict=True)]
        for one, other, weight in network.pairs:
            found[one] += going[other] * weight
            found[other] += going[one] * weight
        change = math.fsum(abs(new - old) for new, old in zip(found, shares, strict=True))
        shares = found
    return shares


def rounded(value: float) -> float:
    """To four decimals; never -0.0, which prints otherwise."""
    return round(value, DECIMALS) + 0.0
