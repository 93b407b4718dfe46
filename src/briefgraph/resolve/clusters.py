"""From pairs of wordings to claims: which wordings state one thing together.

A pure function of the wordings, the accepted pairs and what people decided, so that briefs may come in any
order. Pairs join from the best to the worst, and never two groups of which one member contradicts another:
where A is like B and B like C, but A says 12 and C says 14, one of them stays outside.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from briefgraph.resolve.claims import METHOD

WORDING = "wording"  # the claim has no other wording
SIMILARITY = METHOD  # by the best accepted pair
REVIEW = "review"  # by a decision alone


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings that may be one claim, the smaller id first."""

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True)
class Membership:
    """The claim that a wording belongs to, and why: `basis` is the wording that it was compared with."""

    claim: str
    score: float
    method: str
    basis: str | None


def cluster(
    wordings: Iterable[str],
    pairs: Iterable[Pair],
    *,
    clash: Callable[[str, str], bool],
    same: Sequence[tuple[str, str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> dict[str, Membership]:
    """The claim of each wording. A claim has the smallest id of its wordings.

    Args:
        wordings: whole components: no pair and no decision leads out of them.
        pairs: the accepted ones.
        clash: whether two wordings contradict each other, smaller id first; asked of pairs that were not accepted.
        same: pairs that people decided to be one claim, whatever the words say.
        apart: pairs that they decided not to be one.
    """
    groups = {wording: [wording] for wording in wordings}
    accepted = {(pair.a, pair.b): pair.score for pair in pairs}
    by_hand = [pair for pair in sorted(same) if pair[0] in groups and pair[1] in groups]
    barred = _others((a, b) for a, b in apart if a in groups and b in groups)

    def contradict(one: list[str], other: list[str]) -> bool:
        for left in one:
            for right in other:
                pair = (left, right) if left < right else (right, left)
                if pair not in accepted and clash(*pair):
                    return True
        return False

    def join(a: str, b: str, *, checked: bool) -> None:
        one, other = groups[a], groups[b]
        if one is other:
            return
        if len(one) < len(other):
            one, other = other, one
        # Not each with each: a claim that was merged by hand has up to 10,000 wordings, which would be 6 s.
        if any(groups[right] is one for left in other for right in barred.get(left, ())):
            return
        if checked and contradict(one, other):
            return
        one += other
        for wording in other:
            groups[wording] = one

    for a, b in by_hand:
        join(a, b, checked=False)
    for (a, b), _ in sorted(accepted.items(), key=lambda item: (-item[1], item[0])):
        join(a, b, checked=True)
    return _memberships(groups, accepted, by_hand)


def _others(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        found[a].append(b)
        found[b].append(a)
    return found


def _memberships(
    groups: dict[str, list[str]], accepted: dict[tuple[str, str], float], by_hand: Iterable[tuple[str, str]]
) -> dict[str, Membership]:
    best: dict[str, tuple[float, str, str]] = {}  # sorts from the best to the worst
    found = [(-score, SIMILARITY, pair) for pair, score in accepted.items()]
    found += [(0.0, REVIEW, pair) for pair in by_hand]
    for rank, method, (a, b) in found:
        if groups[a] is groups[b]:
            for wording, other in ((a, b), (b, a)):
                best[wording] = min(best.get(wording, (1.0, "", "")), (rank, other, method))
    claims = {key: min(group) for key, group in {id(group): group for group in groups.values()}.items()}
    return {
        wording: _membership(claims[id(group)], best.get(wording)) for wording, group in groups.items()
    }


def _membership(claim: str, best: tuple[float, str, str] | None) -> Membership:
    if best is None:
        return Membership(claim, 1.0, WORDING, None)
    rank, basis, method = best
    return Membership(claim, 1.0 if method == REVIEW else -rank, method, basis)
