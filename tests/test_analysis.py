"""Measures, against what they are by definition: worked out slowly, in whole numbers and fractions, without a library."""

import json
import math
import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations
from random import Random

import apsw
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph import analysis
from briefgraph.analysis import DAMPING, analyse, page_rank, rounded, sample_size
from briefgraph.errors import MissingExtra
from briefgraph.graph.measures import Analysis, Network, Pair

AT = "2031-06-02T00:00:00Z"
HALF = 0.00005 + 1e-12  # what rounding to four decimals may take away


def network(count: int, pairs: Sequence[Pair]) -> Network:
    return Network(outlets=tuple(f"ou_{place:03}" for place in range(count)), pairs=tuple(sorted(pairs)), changes=0)


def some_network(seed: int, most: int) -> Network:
    """A network of its own for each seed, with outlets that nobody is cited with, and weights that make ties."""
    source = Random(seed)
    count = source.randint(1, most)
    density = source.choice((0.2, 0.5, 1))
    pairs = [(a, b, source.choice((1, 1, 2, 3, 6, 40))) for a, b in combinations(range(count), 2) if source.random() < density]
    return network(count, pairs)


SMALL = [some_network(seed, 6) for seed in range(40)]
LARGER = [some_network(seed, 30) for seed in range(100, 120)]


def weights(made: Network) -> dict[tuple[int, int], int]:
    return {ends: weight for one, other, weight in made.pairs for ends in ((one, other), (other, one))}


def exact_shares(made: Network) -> list[Fraction]:
    """The one solution of what PageRank is defined by, by elimination."""
    count, weight = len(made.outlets), weights(made)
    ends = [sum(weight.get((place, other), 0) for other in range(count)) for place in range(count)]
    damping = Fraction(str(DAMPING))
    rows = []
    for place in range(count):
        going = [
            Fraction(weight.get((other, place), 0), ends[other]) if ends[other] else Fraction(1, count) for other in range(count)
        ]
        rows.append([Fraction(int(other == place)) - damping * going[other] for other in range(count)] + [(1 - damping) / count])
    for at in range(count):
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in set(range(count)) - {at}:
            factor = rows[other][at]
            rows[other] = [value - factor * pivot for value, pivot in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def exact_betweenness(made: Network) -> list[Fraction]:
    """Of all ways between each two, those that are shortest, and who is on them."""
    count, weight = len(made.outlets), weights(made)
    found = [Fraction(0)] * count
    for start, end in combinations(range(count), 2):
        ways: dict[tuple[int, ...], Fraction] = {}
        rest = [place for place in range(count) if place not in (start, end)]
        for size in range(len(rest) + 1):
            for between in permutations(rest, size):
                steps = list(zip((start, *between), (*between, end), strict=True))
                if all(step in weight for step in steps):
                    ways[between] = sum((Fraction(1, weight[step]) for step in steps), Fraction(0))
        shortest = [between for between, length in ways.items() if length == min(ways.values())]
        for place in (place for between in shortest for place in between):
            found[place] += Fraction(1, len(shortest))
    return found


def members(found: Analysis) -> list[list[str]]:
    return [[one.id for one in found.outlets if one.community == number] for number in range(1, len(found.communities) + 1)]


@pytest.mark.parametrize("made", SMALL + LARGER)
def test_page_rank_is_where_a_random_reader_is(made: Network) -> None:
    shares = page_rank(made)

    assert math.isclose(math.fsum(shares), 1, abs_tol=1e-9)
    for one, exact in zip(analyse(made, AT).outlets, exact_shares(made), strict=True):
        assert abs(one.page_rank - exact * len(made.outlets)) <= HALF


@pytest.mark.parametrize("made", SMALL)
def test_betweenness_counts_pairs_by_their_shortest_ways(made: Network) -> None:
    found = analyse(made, AT)

    assert not found.is_sampled
    for one, exact in zip(found.outlets, exact_betweenness(made), strict=True):
        assert abs(one.betweenness - exact) <= HALF


@pytest.mark.parametrize("made", SMALL + LARGER)
def test_communities_part_the_outlets_and_are_numbered_by_size(made: Network) -> None:
    found = analyse(made, AT)

    groups = members(found)
    assert sorted(id for group in groups for id in group) == list(made.outlets)
    assert tuple(map(len, groups)) == found.communities
    assert groups == sorted(groups, key=lambda group: (-len(group), group[0]))
    number = [one.community for one in found.outlets]
    assert all(number[one] == number[other] for one, other, _ in made.pairs) or len(groups) > 1
    if not made.pairs:
        assert (found.modularity, len(groups)) == (None, len(made.outlets))
        return
    whole = sum(weight for *_, weight in made.pairs)
    exact = Fraction(sum(weight for one, other, weight in made.pairs if number[one] == number[other]), whole)
    for group in range(1, len(groups) + 1):
        ends = sum(weight * ((number[one] == group) + (number[other] == group)) for one, other, weight in made.pairs)
        exact -= Fraction(ends, 2 * whole) ** 2
    assert found.modularity is not None
    assert abs(found.modularity - exact) <= HALF
    assert exact >= 0, "all in one would be better"


def test_two_circles_with_one_link_are_two_communities() -> None:
    circles = [*combinations(range(4), 2), *combinations(range(4, 9), 2), (3, 4)]
    found = analyse(network(9, [(*pair, 1) for pair in circles]), AT)

    assert found.communities == (5, 4)
    assert [one.community for one in found.outlets] == [2, 2, 2, 2, 1, 1, 1, 1, 1]


def test_what_is_cited_together_more_often_is_nearer() -> None:
    """From 0 to 2 directly is a distance of 1; by way of 1 it is 1/3 and 1/3."""
    found = analyse(network(3, [(0, 1, 3), (1, 2, 3), (0, 2, 1)]), AT)

    assert [one.betweenness for one in found.outlets] == [0.0, 1.0, 0.0]


def test_of_nothing_there_is_nothing() -> None:
    assert analyse(network(0, []), AT) == Analysis(
        at=AT, changes=0, pair_count=0, modularity=None, is_sampled=False, outlets=(), communities=()
    )


def test_where_there_is_much_to_follow_outlets_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    star = network(60, [(0, other, 1) for other in range(1, 60)])
    exact = analyse(star, AT)
    monkeypatch.setattr(analysis, "EXACT", 1)
    monkeypatch.setattr(analysis, "LEAST", 20)

    sampled = analyse(star, AT)

    assert (exact.is_sampled, sampled.is_sampled) == (False, True)
    assert exact.outlets[0].betweenness == 59 * 58 / 2
    assert abs(sampled.outlets[0].betweenness / exact.outlets[0].betweenness - 1) < 0.1
    assert {one.betweenness for one in sampled.outlets[1:]} == {0.0}
    assert sampled == analyse(star, AT)
    assert [one.page_rank for one in sampled.outlets] == [one.page_rank for one in exact.outlets]


def test_up_to_some_size_all_paths_are_followed() -> None:
    assert sample_size(2_000, 27_000) == 2_000
    assert 100 <= sample_size(20_000, 300_000) < 20_000
    assert sample_size(20_000, 30_000_000) == 100
    assert sample_size(50, 30_000_000) == 50


def test_the_same_comes_out_in_every_process() -> None:
    """Sets of texts have another order in each process; nothing may hang on it."""
    program = (
        "from tests.test_analysis import some_network, analyse, AT; import dataclasses, json; "
        "print(json.dumps([dataclasses.astuple(analyse(some_network(seed, 30), AT)) for seed in range(100, 110)]))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }

    (one,) = said
    assert len(json.loads(one)) == 10


@given(st.floats(-1, 1e9))
def test_both_engines_print_a_measure_alike(value: float) -> None:
    (row,) = apsw.Connection(":memory:").execute("SELECT json_quote(?)", (rounded(value),)).fetchall()

    assert row[0] == orjson.dumps(rounded(value)).decode()


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)

    with pytest.raises(MissingExtra, match=r"briefgraph\[analyse\]"):
        analyse(network(0, []), AT)
