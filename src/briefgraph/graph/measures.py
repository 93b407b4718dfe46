"""What is computed of the whole network of outlets: results, kept beside the graph and no part of it."""

from dataclasses import dataclass

Pair = tuple[int, int, int]  # the places of two outlets, the smaller first, and how many facts cite both


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Who is cited together: what measures are computed from."""

    outlets: tuple[str, ...]  # every outlet that questions see, by id
    pairs: tuple[Pair, ...]  # in the order of their places
    changes: int  # which change of the graph was the last one when this was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One outlet's measures."""

    id: str
    page_rank: float  # times the number of outlets: 1 is the average
    betweenness: float  # pairs of other outlets
    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The measures of all outlets of a network."""

    at: str
    changes: int  # of the network that was read
    pair_count: int
    modularity: float | None  # of no pairs there is none
    is_sampled: bool
    outlets: tuple[Measured, ...]
    communities: tuple[int, ...]  # how many outlets each has; the first is number 1


def network_of(rows: list[tuple[str, str | None, int | None]], changes: int) -> Network:
    """A network from (outlet, other, weight), each pair at its smaller id; other is None where there is no such pair."""
    outlets = tuple(dict.fromkeys(outlet for outlet, *_ in rows))
    places = {outlet: place for place, outlet in enumerate(outlets)}
    pairs = tuple((places[one], places[other], int(weight)) for one, other, weight in rows if other is not None and weight)
    return Network(outlets=outlets, pairs=pairs, changes=changes)
