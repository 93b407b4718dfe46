"""Named features of a pair of texts, each symmetric. Sums are of whole numbers, so that no order shows in them."""

from collections.abc import Set as AbstractSet

from briefgraph.resolve.claims.guards import Contrast
from briefgraph.resolve.claims.profiles import Profile
from briefgraph.resolve.claims.words import hints

WORDING = (
    "cover_least",  # share of the weight of the words that the other text has, of the text that has less of it
    "cover_most",
    "cover_product",
    "stems_dice",
    "pairs_dice",  # of neighbours
    "rarest_left",
    "shared",
    "one_left",
)
FACTS = (
    "numbers_shared",
    "numbers_one_sided",
    "numbers_both_sides",
    "dates_shared",
    "dates_one_sided",
    "dates_both_sides",
    "actors_one_sided",
    "actors_both_sides",
    "negated",
    "unlike",
    "unsure",
    "opposed",
)
NAMES = WORDING + FACTS
SIMILARITY = ("similarity", "similarity_high")  # where a sentence model is plugged in
_CREDIT = 70  # percent of its weight for a word that is only near
_SHARED_MOST = 4000  # what a headline shares; long sentences on one topic share more without being the same
_LEFT_MOST = 200  # words looked at for near ones: more than a fact has


def features(a: Profile, b: Profile, seen: Contrast) -> tuple[float, ...]:
    """Return the values in the order of NAMES, from 0 to about 1 each."""
    shared = a.keyset & b.keyset
    weight = sum([a.stems[stem] for stem in shared])
    left, right = a.keyset - shared, b.keyset - shared
    near_left, near_right = _near(a, b, left, right)
    lost_left = a.total - weight - sum([a.stems[stem] for stem in near_left]) * _CREDIT // 100
    lost_right = b.total - weight - sum([b.stems[stem] for stem in near_right]) * _CREDIT // 100
    cover_left = 1 - lost_left / a.total if a.total else 0.0
    cover_right = 1 - lost_right / b.total if b.total else 0.0
    least, most = (cover_left, cover_right) if cover_left < cover_right else (cover_right, cover_left)
    rare_left = max([a.stems[stem] for stem in left], default=0)
    rare_right = max([b.stems[stem] for stem in right], default=0)
    near = len(near_left) + len(near_right)
    sizes = len(a.keyset) + len(b.keyset)
    numbers_left, numbers_right = len(seen.numbers[0]), len(seen.numbers[1])
    dates_left, dates_right = len(seen.dates[0]), len(seen.dates[1])
    actors_left, actors_right = len(seen.actors[0]), len(seen.actors[1])
    return (
        least,
        most,
        least * most,
        (2 * len(shared) + near * _CREDIT / 100) / sizes if sizes else 0.0,
        2 * len(a.pairs & b.pairs) / max(1, len(a.pairs) + len(b.pairs)),
        min(rare_left, rare_right) / 1000,
        min(weight, _SHARED_MOST) / _SHARED_MOST,
        min(max(len(left) - len(near_left), len(right) - len(near_right)), 8) / 8,
        min(len(a.numbers) - numbers_left, len(b.numbers) - numbers_right, 2) / 2,
        0.0 if numbers_left and numbers_right else min(2, numbers_left + numbers_right) / 2,
        float(numbers_left > 0 and numbers_right > 0),
        min(len(a.dates) - dates_left, 2) / 2,
        float((dates_left > 0) != (dates_right > 0)),
        float(dates_left > 0 and dates_right > 0),
        min(max(actors_left, actors_right), 3) / 3,
        min(actors_left, actors_right, 3) / 3,
        float((a.negatives > 0) != (b.negatives > 0)),
        min(len(a.unlike ^ b.unlike), 2) / 2,
        min(len(a.unsure ^ b.unsure), 2) / 2,
        float(seen.opposed or seen.offices),
    )


def similarity_features(similarity: float) -> tuple[float, ...]:
    """Return a sentence model's similarity, from -1 to 1, and what of it is above 0.7."""
    return similarity, max(0.0, similarity - 0.7)


def _near(a: Profile, b: Profile, left: AbstractSet[str], right: AbstractSet[str]) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Return the words of either text that are near to one of the other's, or abbreviate its names."""
    if not left or not right or len(left) > _LEFT_MOST or len(right) > _LEFT_MOST:
        return frozenset(), frozenset()
    met: dict[str, list[str]] = {}
    for stem in left:
        for hint in hints(stem):
            met.setdefault(hint, []).append(stem)
    mine, theirs = _short(left, right, a, b), _short(right, left, b, a)
    for stem in right:
        for hint in hints(stem):
            if hint in met:
                mine.update(met[hint])
                theirs.add(stem)
    return mine, theirs


def _short(mine: AbstractSet[str], theirs: AbstractSet[str], a: Profile, b: Profile) -> set[str]:
    """Return the words of `a` that `b` writes shorter or longer: initials, and names of which it has a part."""
    found = mine & b.initials
    if a.runs:
        is_shortened = not a.initials.isdisjoint(theirs)
        found |= {stem for stem in mine & a.runs.keys() if is_shortened or not a.runs[stem].isdisjoint(b.keyset)}
    return set(found)
