"""A last look at two texts of nearly one wording: what stands in the place of what.

Texts that would be linked are few, so that this may cost more than the guards that every pair passes.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from briefgraph.resolve.claims.guards import ACTOR, NEGATION, NUMBER
from briefgraph.resolve.claims.lexicon import SIDES, Lexicon, lexicon
from briefgraph.resolve.claims.profiles import Profile
from briefgraph.resolve.claims.words import hints, people, sound

LONGEST = 200  # stems of a text that is compared so; a fact has some 20, the longest narrative 80
_ALIKE = 0.5  # share of neighbours in common, from which a change of place says something
_COPY = 0.75  # share of neighbours in common of two copies of one text, a word or two changed
_NEAR = 3  # stems that stand in one place
_IN_ONE_PLACE = 4  # stems of both texts
_FULL = 8  # stems of a sentence that says what, where and when
_SAYING = frozenset({"say"})  # for which every reporter has a word


def replaced(a: Profile, b: Profile) -> tuple[str, ...]:
    """Return in what the texts disagree place by place, sorted; symmetric. Both have at most LONGEST stems."""
    pairs = len(a.pairs) + len(b.pairs)
    if not pairs or 2 * len(a.pairs & b.pairs) < _ALIKE * pairs:
        return ()
    found: set[str] = set()
    if a.numbers != b.numbers and sorted(a.numbers) == sorted(b.numbers) and a.order == b.order:
        found.add(NUMBER)
    known = lexicon()
    swaps = list(_swaps(a, b))
    lost = sum(len(left) + len(right) for left, right in swaps)
    if a.negatives + len(a.unlike) != b.negatives + len(b.unlike) and lost <= _NEAR:
        found.add(NEGATION)
    for left, right in swaps:
        if _other_actor(left, right, a, b, known):
            found.add(ACTOR)
        sides = [{side for stem in part for side in known.apart.get(stem, ())} for part in (left - right, right - left)]
        lines = {side // SIDES for side in sides[0] - sides[1]} & {side // SIDES for side in sides[1] - sides[0]}
        if any(line < known.first_office for line in lines):
            found.add(NEGATION)
        elif lines:
            found.add(ACTOR)
    return tuple(sorted(found))


def reworded(a: Profile, b: Profile) -> bool:
    """Return whether two long texts of nearly one wording have words in one place that are not near to each other.

    "She won the runoff" and "she won the primary" differ, whatever else they share; in a headline another word is as
    often a word for the same: of 208 judged headline pairs that were linked, none is long enough to be parted here.
    Symmetric.
    """
    pairs = len(a.pairs) + len(b.pairs)
    if min(len(a.order), len(b.order)) < _FULL or 2 * len(a.pairs & b.pairs) < _COPY * pairs:
        return False
    places = [(set(a.keyset - b.keyset), set(b.keyset - a.keyset)), *_swaps(a, b)]
    return _one_counts(a, b) or any(_other_word(left - right, right - left, a, b) for left, right in places)


def _one_counts(a: Profile, b: Profile) -> bool:
    """Return whether one of two texts has an ordinal ("second-largest") or, words being equal, a number more."""
    return len(_ordinals(a)) != len(_ordinals(b)) or (a.order == b.order and len(a.numbers) != len(b.numbers))


def _ordinals(p: Profile) -> list[float]:
    return [number.value for number in p.numbers if number.kind == "ordinal" and number.value > 1]


def _other_word(left: set[str], right: set[str], a: Profile, b: Profile) -> bool:
    # What stands elsewhere as often has only moved.
    left = {stem for stem in left if a.order.count(stem) > b.order.count(stem)}
    right = {stem for stem in right if b.order.count(stem) > a.order.count(stem)}
    if not left or not right or len(left) + len(right) > _IN_ONE_PLACE or not _SAYING.isdisjoint(left | right):
        return False
    if not left.isdisjoint(b.initials) or not right.isdisjoint(a.initials):
        return False
    met = {hint for stem in left for hint in hints(stem)}
    return not any(hint in met for stem in right for hint in hints(stem))


def _swaps(a: Profile, b: Profile) -> Iterator[tuple[set[str], set[str]]]:
    """Give the stems of `a` and of `b` that stand in one place; either may be empty."""
    # The match that is found depends on which text comes first.
    first, second = (a.order, b.order) if a.order <= b.order else (b.order, a.order)
    for kind, from_a, to_a, from_b, to_b in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "equal":
            left, right = set(first[from_a:to_a]), set(second[from_b:to_b])
            yield (left, right) if first is a.order else (right, left)


def _other_actor(left: set[str], right: set[str], a: Profile, b: Profile, known: Lexicon) -> bool:
    if len(left) > _NEAR or len(right) > _NEAR:
        return False
    mine, theirs = (left - right) & a.actors, (right - left) & b.actors
    return bool(mine and theirs) and not any(_is_one(x, y, a, b, known) for x in mine for y in theirs)


def _is_one(x: str, y: str, a: Profile, b: Profile, known: Lexicon) -> bool:
    """Return whether two names may be of one actor: a capital, initials, a spelling, a part of the name."""
    return bool(
        known.within.get(x) == y
        or known.within.get(y) == x
        or x in b.initials
        or y in a.initials
        or sound(x) == sound(y)
        or (people(x) and people(x) == people(y))
        or y in a.runs.get(x, ())
        or x in b.runs.get(y, ())
    )
