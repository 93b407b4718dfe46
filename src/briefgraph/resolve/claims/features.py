"""Named features of a pair of texts, each symmetric. Sums are of whole numbers, so that no order shows in them."""

from collections.abc import Set

from briefgraph.resolve.claims.guards import opposed, strangers, unmatched
from briefgraph.resolve.claims.profiles import Profile
from briefgraph.resolve.claims.words import lexicon

WORDING = (
    "cover_least", "cover_most", "cover_product", "stems_dice", "pairs_dice", "grams_dice", "order_kept", "lengths",
    "rarest_left", "left_least", "left_most", "shared",
)  # fmt: skip
FACTS = (
    "numbers_shared", "numbers_one_sided", "numbers_both_sides", "dates_shared", "dates_one_sided", "actors_shared",
    "actors_one_sided", "actors_both_sides", "negatives_differ", "unlike_differ", "unsure_differ", "opposed",
)  # fmt: skip
NAMES = WORDING + FACTS
_CREDIT = 60  # percent of its weight for a word that is only near
_LEFT_MOST = 60  # words looked at for near ones


def soft_cover(a: Profile, b: Profile, left: Set[str], right: Set[str]) -> tuple[int, int, int]:
    """Return the weight of the near matches of `a` and of `b`, and how many."""
    near = lexicon().near
    seen: dict[object, list[str]] = {}
    for stem in left:
        for group in near.get(stem, ()):
            seen.setdefault(group, []).append(stem)
        if len(stem) > 3:
            seen.setdefault(stem[:4], []).append(stem)
    mine: set[str] = set()
    theirs: set[str] = set()
    for stem in right:
        for key in (*near.get(stem, ()), stem[:4] if len(stem) > 3 else ""):
            met = seen.get(key)
            if met:
                mine.update(met)
                theirs.add(stem)
    mine.update(stem for stem in left if stem in b.initials)
    theirs.update(stem for stem in right if stem in a.initials)
    return (
        sum(a.stems[stem] for stem in mine),
        sum(b.stems[stem] for stem in theirs),
        len(mine) + len(theirs),
    )


def features(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return the values in the order of NAMES, from 0 to about 1 each."""
    shared = a.keyset & b.keyset
    weight = sum([a.stems[stem] for stem in shared])
    left, right = a.keyset - shared, b.keyset - shared
    near_left = near_right = near_count = 0
    if left and right and len(left) <= _LEFT_MOST and len(right) <= _LEFT_MOST:
        near_left, near_right, near_count = soft_cover(a, b, left, right)
    lost_left = a.total - weight - near_left * _CREDIT // 100
    lost_right = b.total - weight - near_right * _CREDIT // 100
    cover_left = 1 - lost_left / a.total if a.total else 0.0
    cover_right = 1 - lost_right / b.total if b.total else 0.0
    rare_left = max([a.stems[stem] for stem in left], default=0)
    rare_right = max([b.stems[stem] for stem in right], default=0)
    count = len(shared)
    sizes = len(a.keyset) + len(b.keyset)
    pairs = len(a.pairs & b.pairs)
    least, most = sorted((cover_left, cover_right))
    lost_least, lost_most = sorted((lost_left, lost_right))
    longest = max(a.total, b.total)
    other_left, other_right = unmatched(a.numbers, b.numbers), unmatched(b.numbers, a.numbers)
    dates = len(a.dates & b.dates)
    date_left, date_right = len(a.dates) - dates, len(b.dates) - dates
    actors = len(a.actors & b.actors)
    strange_left, strange_right = len(strangers(a, b)), len(strangers(b, a))
    return (
        least,
        most,
        least * most,
        (2 * count + near_count * 0.6) / sizes if sizes else 0.0,
        2 * pairs / max(1, len(a.pairs) + len(b.pairs)),
        2 * len(a.grams & b.grams) / max(1, len(a.grams) + len(b.grams)),
        pairs / (count - 1) if count > 1 else 0.0,
        min(a.total, b.total) / longest if longest else 0.0,
        min(rare_left, rare_right) / 1000,
        min(lost_least, 6000) / 3000,
        min(lost_most, 9000) / 3000,
        min(weight, 8000) / 4000,
        min(len(a.numbers) - len(other_left), len(b.numbers) - len(other_right), 2) / 2,
        min(2, abs(len(other_left) - len(other_right)) if not (other_left and other_right) else 0) / 2,
        float(bool(other_left and other_right)),
        min(dates, 2) / 2,
        float((date_left > 0) != (date_right > 0)),
        min(actors, 3) / 3,
        min(max(strange_left, strange_right), 3) / 3,
        min(strange_left, strange_right, 3) / 3,
        float((a.negatives > 0) != (b.negatives > 0)),
        min(len(a.unlike ^ b.unlike), 2) / 2,
        min(len(a.unsure ^ b.unsure), 2) / 2,
        float(opposed(a, b)),
    )
