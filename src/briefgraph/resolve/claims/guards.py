"""What two texts disagree in: numbers, dates, negation, actors. A guard never says that two are the same."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from briefgraph.resolve.claims.dates import Date
from briefgraph.resolve.claims.lexicon import SIDES, lexicon
from briefgraph.resolve.claims.profiles import Profile
from briefgraph.resolve.claims.quantities import Quantity
from briefgraph.resolve.claims.words import people, sound

NUMBER, NEGATION, ACTOR, DATE = "number", "negation", "actor", "date"

_ROUNDED = 0.03  # how far a converted unit may be off: 62 miles are 100 km
_OPEN = frozenset({"may", "plan", "try"})
NUMBERS_MOST = 40  # that are paired off; a fact has five
_APART_MOST = 5  # stems from one to the other actor; further off they belong to two clauses, whose order is free
_ONE_PLACE = 2  # stems from one to the other name in "Tarn, Orlovia" and "the Orlovian state of Tarn"
_ACTORS_MOST = 8  # whose order is compared; a fact has three or four
_HEDGED = 0.05  # how far "about", "nearly" and "more than" reach


class Contrast(NamedTuple):
    """What each of two texts has of numbers, dates and actors that the other has not, the first text's before
    the second's; and where their words are opposed, negated or unsure.
    """

    numbers: tuple[list[Quantity], list[Quantity]]
    dates: tuple[AbstractSet[Date], AbstractSet[Date]]
    actors: tuple[AbstractSet[str], AbstractSet[str]]
    opposed: bool
    offices: bool
    negated: bool
    unsure: bool


def contrast(a: Profile, b: Profile) -> Contrast:
    """Return the contrast of two texts; that of `(b, a)` is the same with its pairs the other way round."""
    lines = _lines_apart(a, b)
    first_office = lexicon().first_office
    return Contrast(
        numbers=([], []) if a.numbers == b.numbers else unmatched(a.numbers[:NUMBERS_MOST], b.numbers[:NUMBERS_MOST]),
        dates=(a.dates - b.dates, b.dates - a.dates),
        actors=(strangers(a, b), strangers(b, a)),
        opposed=any(line < first_office for line in lines),
        offices=any(line >= first_office for line in lines),
        negated=_denies(a, b) != _denies(b, a),
        unsure=_only_planned(a, b) or _only_planned(b, a),
    )


def objections(a: Profile, b: Profile, seen: Contrast) -> tuple[str, ...]:
    """Return in what the texts disagree, sorted; symmetric."""
    found = []
    if seen.offices or _actors_differ(a, b, *seen.actors) or swapped(a, b):
        found.append(ACTOR)
    if not {kind for kind, _ in seen.dates[0]}.isdisjoint({kind for kind, _ in seen.dates[1]}):
        found.append(DATE)
    if seen.opposed or seen.negated or seen.unsure:
        found.append(NEGATION)
    left, right = seen.numbers
    if numbers_differ(left, right) or _one_differs(a, b, right) or _one_differs(b, a, left) or _crossed(a, b):
        found.append(NUMBER)
    return tuple(found)


# --- numbers ---------------------------------------------------------------------------------


def unmatched(a: Sequence[Quantity], b: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Return the numbers of `a` and of `b` without those that can be paired off, each with one of the other."""
    if not a or not b:
        return list(a), list(b)
    left, right = sorted(a), sorted(b)
    if right < left:  # who finds whom depends on who begins
        right, left = unmatched(b, a)
        return left, right
    for is_enough in (_identical, _equal):
        kept = []
        for x in left:
            at = next((at for at, y in enumerate(right) if is_enough(x, y)), None)
            if at is None:
                kept.append(x)
            else:
                del right[at]
        left = kept
        if not left or not right:
            break
    return left, right


def _identical(x: Quantity, y: Quantity) -> bool:
    return x == y


def _equal(x: Quantity, y: Quantity) -> bool:
    if x.kind != y.kind and ((x.unit and y.unit) or "share" in {x.kind, y.kind}):
        return False  # 52 % of the vote are not 52 seats
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
    if abs(y.value - x.value) > _round_to(x.value):
        return False
    off = (y.value - x.value) / x.value
    return (x.hedge != "most" or off <= 0) and (x.hedge != "least" or off >= 0) and abs(off) <= _HEDGED


def _round_to(value: float) -> float:
    """Return the unit that a number is rounded to: 1,000 of 61,000."""
    unit = 100.0
    while unit * 10 <= value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def numbers_differ(left: Collection[Quantity], right: Collection[Quantity]) -> bool:
    """Return whether of the numbers that have no equal any two are of one kind, so that they contradict."""
    return any(x.kind == y.kind or not x.unit or not y.unit for x in left for y in right)


def _one_differs(a: Profile, b: Profile, numbers: Collection[Quantity]) -> bool:
    """Return whether `a` says "one" of something where `b` has a number that `a` has not."""
    return a.ones > b.ones and any(number.kind == "count" and number.value != 1 for number in numbers)


def _crossed(a: Profile, b: Profile) -> bool:
    """Return whether two numbers have changed owners: "84% of men, 38% of women" and "38% of men, 84% of women"."""
    if len(a.bound) < 2 or len(b.bound) < 2:
        return False
    moved = {
        (mine, theirs) for low, mine in a.bound.items() if mine and (theirs := b.bound.get(low)) and mine != theirs
    }
    return any((theirs, mine) in moved for mine, theirs in moved)


# --- negation --------------------------------------------------------------------------------


def _denies(a: Profile, b: Profile) -> bool:
    """Return whether `a` negates; denying, refusing and failing count where `b` does not do the same."""
    return a.negatives > 0 or (bool(a.unlike) and a.unlike != b.unlike)


def _only_planned(a: Profile, b: Profile) -> bool:
    """Return whether `a` says what may be, is planned or tried, and `b` the same as done."""
    return not a.unsure.isdisjoint(_OPEN) and not b.unsure and not b.intent


def _lines_apart(a: Profile, b: Profile) -> AbstractSet[int]:
    """Return the lines of words set apart of which each text has one that the other has not."""
    if not a.apart or not b.apart or a.apart == b.apart:
        return frozenset()
    return {side // SIDES for side in a.apart - b.apart} & {side // SIDES for side in b.apart - a.apart}


# --- actors ----------------------------------------------------------------------------------


def _actors_differ(a: Profile, b: Profile, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    return bool(left and right) and _names_differ(left, right, a, b)


def strangers(a: Profile, b: Profile) -> AbstractSet[str]:
    """Return the actors of `a` that `b` does not name, neither in full nor in short."""
    left = a.actors - b.keyset
    if not left:
        return left
    known = lexicon()
    within, reverse = known.within, known.holds
    return frozenset(
        name
        for name in left
        if not (
            name in b.initials
            or sound(name) in b.sounds
            or people(name) in b.sounds
            or (within.get(name) in b.keyset and within[name] not in a.actors)
            or not reverse.get(name, frozenset()).isdisjoint(b.actors)
            or _is_short_of(name, a, b)
        )
    )


def _is_short_of(name: str, a: Profile, b: Profile) -> bool:
    """Return whether `b` has the initials of a name of several words that `name` is part of."""
    run = a.runs.get(name)
    if not run or b.keyset.isdisjoint(a.initials):
        return False
    letters = {part[0] for part in run}
    # One letter may be of a word that is no name ("Court of Justice").
    return any(name[0] in short and len(set(short) - letters) < 2 for short in b.keyset & a.initials)


def _names_differ(mine: AbstractSet[str], theirs: AbstractSet[str], a: Profile, b: Profile) -> bool:
    full_left = {name for name in mine if a.keyset.isdisjoint(a.runs.get(name, frozenset()) & b.keyset)}
    full_right = {name for name in theirs if b.keyset.isdisjoint(b.runs.get(name, frozenset()) & a.keyset)}
    part_left, part_right = mine - full_left, theirs - full_right
    return bool(full_left and full_right) or bool(part_left and part_right)


def swapped(a: Profile, b: Profile) -> bool:
    """Return whether two actors have changed places around the same word, as in "A sued B" and "B sued A".

    A passive ("B was sued by A") changes them back; words that bind both alike ("met") do not count.
    """
    shared = a.actors & b.actors
    if _settings_differ(a, b, shared):
        return True
    shared = shared - a.settings - b.settings
    if len(shared) < 2 or (a.order == b.order and a.passive == b.passive):
        return False
    left, right = _places(a, shared), _places(b, shared)
    ordered = sorted(shared, key=left.__getitem__)[:_ACTORS_MOST]
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 :]:
            is_turned = right[first] > right[second]
            if is_turned == ((second in a.passive) != ((first if is_turned else second) in b.passive)):
                continue
            start, stop = sorted((right[first], right[second]))
            if max(left[second] - left[first], stop - start) > _APART_MOST:
                continue
            between = set(a.order[left[first] + 1 : left[second]])
            between.intersection_update(b.order[start + 1 : stop])
            between -= shared
            if is_turned:  # "A ousted B", "B was ousted when A voted"
                between -= a.undergone ^ b.undergone
            if between and between.isdisjoint(lexicon().mutual):
                return True
    return False


def _settings_differ(a: Profile, b: Profile, shared: AbstractSet[str]) -> bool:
    """Return whether one thing is said to be in X, the other in Y, both of which name X and Y, and not as one place."""
    mine, theirs = (shared & a.settings) - b.settings, (shared & b.settings) - a.settings
    if not mine or not theirs:
        return False
    left, right = _places(a, shared), _places(b, shared)
    return any(
        min(abs(left[x] - left[y]), abs(right[x] - right[y])) > _ONE_PLACE
        for x in sorted(mine)[:_ACTORS_MOST]
        for y in sorted(theirs)[:_ACTORS_MOST]
    )


def _places(p: Profile, names: AbstractSet[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, stem in enumerate(p.order):
        if stem in names:
            places.setdefault(stem, at)
    return places
