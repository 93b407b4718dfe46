"""What two texts disagree in: numbers, dates, negation, actors. A guard never says that two are the same."""

from collections.abc import Collection, Set

from briefgraph.resolve.claims.profiles import Profile
from briefgraph.resolve.claims.quantities import Quantity

NUMBER, NEGATION, ACTOR, DATE = "number", "negation", "actor", "date"

_ROUNDED = 0.03  # how far a converted unit may be off: 62 miles are 100 km
_HEDGED = 0.05  # how far "about", "nearly" and "more than" reach


def objections(a: Profile, b: Profile) -> tuple[str, ...]:
    """Return in what the texts disagree, sorted; symmetric."""
    found = []
    if actors_differ(a, b):
        found.append(ACTOR)
    if dates_differ(a, b):
        found.append(DATE)
    if negation_differs(a, b):
        found.append(NEGATION)
    if numbers_differ(a, b):
        found.append(NUMBER)
    return tuple(found)


# --- numbers ---------------------------------------------------------------------------------


def unmatched(a: Collection[Quantity], b: Collection[Quantity]) -> list[Quantity]:
    """Return the numbers of `a` that no number of `b` can be."""
    return [x for x in a if not any(_equal(x, y) for y in b)]


def _equal(x: Quantity, y: Quantity) -> bool:
    if x.kind != y.kind and x.unit and y.unit:
        return False
    if x.kind == "code" or y.kind == "code":
        return x.unit == y.unit
    if x.unit != y.unit and x.unit and y.unit:
        return False
    if {x.hedge, y.hedge} == {"least", "most"}:
        return False
    if x.value == y.value:
        return True
    low, high = sorted((abs(x.value), abs(y.value)))
    if (x.converted or y.converted) and high:
        return high - low <= _ROUNDED * high
    return bool(x.hedge or y.hedge) and x.kind == y.kind == "count" and low >= 100 and _near(x, y) and _near(y, x)


def _near(x: Quantity, y: Quantity) -> bool:
    """Return whether `y` is what the hedge of `x` allows."""
    if not x.hedge:
        return True
    if x.value % 100:
        return False
    off = (y.value - x.value) / x.value
    return (x.hedge != "most" or off <= 0) and (x.hedge != "least" or off >= 0) and abs(off) <= _HEDGED


def numbers_differ(a: Profile, b: Profile) -> bool:
    if not a.numbers or not b.numbers or a.numbers == b.numbers:
        return False
    left, right = unmatched(a.numbers, b.numbers), unmatched(b.numbers, a.numbers)
    return any(x.kind == y.kind or not x.unit or not y.unit for x in left for y in right)


# --- dates -----------------------------------------------------------------------------------


def dates_differ(a: Profile, b: Profile) -> bool:
    if not a.dates or not b.dates or a.dates == b.dates:
        return False
    left = {kind for kind, _ in a.dates - b.dates}
    return bool(left and not left.isdisjoint({kind for kind, _ in b.dates - a.dates}))


# --- negation --------------------------------------------------------------------------------


def negation_differs(a: Profile, b: Profile) -> bool:
    if opposed(a, b):
        return True
    left, right = a.negatives + len(a.unlike), b.negatives + len(b.unlike)
    return (left == 0) != (right == 0)


def opposed(a: Profile, b: Profile) -> bool:
    """Return whether one has a word and the other its opposite, and neither has both."""
    if not a.opposites or not b.opposites:
        return False
    mine, theirs = a.opposites - b.opposites, b.opposites - a.opposites
    return any(-side in theirs and -side not in a.opposites and side not in b.opposites for side in mine)


# --- actors ----------------------------------------------------------------------------------


def actors_differ(a: Profile, b: Profile) -> bool:
    left, right = strangers(a, b), strangers(b, a)
    if not left or not right:
        return swapped(a, b)
    if left & a.places and right & b.places:
        return True
    mine, theirs = left - a.places, right - b.places
    return bool(mine and theirs and _names_differ(mine, theirs, a, b)) or swapped(a, b)


def strangers(a: Profile, b: Profile) -> Set[str]:
    """Return the actors of `a` that `b` does not name, neither in full nor in short."""
    left = a.actors - b.keyset
    if not left:
        return left
    return frozenset(name for name in left if not (name in b.initials or _is_short_of(name, a, b)))


def _is_short_of(name: str, a: Profile, b: Profile) -> bool:
    """Return whether `b` has the initials of a name of several words that `name` is part of."""
    return bool(a.runs.get(name)) and not b.actors.isdisjoint(a.initials)


def _names_differ(mine: Set[str], theirs: Set[str], a: Profile, b: Profile) -> bool:
    full_left = {name for name in mine if a.keyset.isdisjoint(a.runs.get(name, frozenset()) & b.keyset)}
    full_right = {name for name in theirs if b.keyset.isdisjoint(b.runs.get(name, frozenset()) & a.keyset)}
    part_left, part_right = mine - full_left, theirs - full_right
    return bool(full_left and full_right) or bool(part_left and part_right)


def swapped(a: Profile, b: Profile) -> bool:
    return False
