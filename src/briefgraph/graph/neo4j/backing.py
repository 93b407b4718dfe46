"""What follows for outlets when claims find other backers: how many claims each backs, alone or with whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Backing:
    """By how much counters change; what is zero may be there."""

    claims: Counter[str] = field(default_factory=Counter)  # outlet: claims that it backs
    sole: Counter[str] = field(default_factory=Counter)  # outlet: claims that only it backs
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)  # (outlet, other): claims that both back, both ways


def changed_backing(before: Iterable[Iterable[str]], after: Iterable[Iterable[str]]) -> Backing:
    """The difference that claims make which had some backers and have others now.

    Args:
        before: (claim, outlet), each once.
        after: the same of the same claims.
    """
    found, old, new = Backing(), _by_claim(before), _by_claim(after)
    for claim in sorted({*old, *new}):
        _change(found, old[claim], new[claim], 1)
        _change(found, new[claim], old[claim], -1)
    return found


def _change(found: Backing, one: set[str], other: set[str], sign: int) -> None:
    """What `other` has beyond `one`. Only those are paired: a claim with 300 backers has 90,000 pairs."""
    for outlet in other - one:
        found.claims[outlet] += sign
        for beside in other:
            if beside != outlet:
                found.pairs[outlet, beside] += sign
                if beside in one:  # else it is on its way here by itself
                    found.pairs[beside, outlet] += sign
    if len(other) == 1:
        found.sole.update(dict.fromkeys(other, sign))


def _by_claim(rows: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim, outlet in rows:
        found[claim].add(outlet)
    return found
