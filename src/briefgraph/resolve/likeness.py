"""Which person names may be two spellings of one: for a person to review, never a reason to merge.

Two names are compared when they share a block: the consonants of one of first and last word, and how the other word
begins. No name is compared with more than the `_NEAREST` that follow it in a block, by the sound of that other word,
so that the cost grows with the number of names, not with its square.
"""

import functools
import importlib
import re
from collections.abc import Callable, Iterable, Iterator

from briefgraph.resolve.tokens import SUFFIXES, fold
from briefgraph.resolve.wordset import word_set

LEAST = 0.82  # likeness below which a pair is not worth a look
_NEAREST = 12  # names of one block that each is compared with
_MISSING = 0.9  # likeness of "Ann Reed" to "Ann Maria Reed": a word may be missing, but is not there
_SAME_SOUND = 0.97  # of two words that sound alike and are spelled differently
_SHORT = 3  # letters of words whose sound tells too little
_LONGEST = 40  # letters of a word that are compared; what is longer is no name
_INITIAL = 0.95  # of "A. Reed" or "Ann M. Reed" to the words the initials stand for

# What one sound is written with, longest first: Mohammed, Muhammad; Zelenskyy, Zelensky; Tchiani, Tiani.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:al|el|ad|an|ar|as|ash|at|az)-", ""),
        (r"tsch|tch|tsh|cz", "c"),
        (r"shch|sch|sh|sz", "s"),
        (r"ch|c(?=[ei])", "c"),
        (r"ks|x|kh|gh|ck|q|k|[cg](?![ei])", "k"),
        (r"zh|dzh|dj|j|g(?=[ei])", "j"),
        (r"ph|f", "f"),
        (r"th|dt|t", "t"),
        (r"w|v", "v"),
        (r"ts|tz|z", "s"),
        (r"oo|ou|u|o", "u"),
        (r"ee|ie|iy|yi|ij|yy|ey|ei|ai|ay|i|y|e", "i"),
        (r"h", ""),
    )
)
_DOUBLE = re.compile(r"(.)\1+")
_CODES = str.maketrans({"c": "\ue000", "s": "\ue001", "k": "\ue002", "j": "\ue003", "t": "\ue004"})
_VOWELS = re.compile(r"[aeiouy]")
_PARTICLES = word_set("al el bin ibn ben de da do dos del di van von der den la le y e")


def similar_names(names: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of names that look like two spellings of one, with their likeness from `LEAST` to 1.

    The more alike come first, then by name; within a pair the lesser name is first. Order and repetition of `names` do
    not matter. Names that differ in case, accents, full stops and `al-` alone have likeness 1. `rapidfuzz` is used where it
    is installed, with the same result. Linear in the number of names but for sorting.
    """
    words = {name: _words(name) for name in sorted(set(names))}
    blocks: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for name, parts in words.items():
        for block, rest in _blocks(parts):
            blocks.setdefault(block, []).append((rest, name))
    scores: dict[tuple[str, str], float] = {}
    for members in blocks.values():
        members.sort()
        for at, (_, name) in enumerate(members):
            for _, other in members[at + 1 : at + 1 + _NEAREST]:
                pair = (min(name, other), max(name, other))
                if pair not in scores:
                    scores[pair] = _likeness(words[name], words[other])
    found = [(a, b, score) for (a, b), score in scores.items() if score >= LEAST]
    yield from sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


def likeness(one: str, other: str) -> float:
    """Return how alike two names are spelled, from 0 to 1. Symmetric."""
    return _likeness(_words(one), _words(other))


def _words(name: str) -> tuple[str, ...]:
    plain = fold(name).replace(".", " ").replace("'", "").replace(",", " ")
    parts = [part for word in plain.split() for part in _unhyphened(word)]
    return tuple(part[:_LONGEST] for part in parts if part)


def _unhyphened(word: str) -> list[str]:
    first, dash, rest = word.partition("-")
    return [rest] if dash and first in _PARTICLES else word.split("-")


def _blocks(parts: tuple[str, ...]) -> list[tuple[tuple[str, str, str], str]]:
    """Return the blocks of a name, each with the sound of the word that orders the block."""
    real = [p for p in parts if p not in SUFFIXES and p not in _PARTICLES] or list(parts)
    if len(real) < 2:
        return [(("one", _bones(word), ""), _sound(word)) for word in real]
    first, last = _sound(real[0]), _sound(real[-1])
    return [(("last", _bones(real[-1]), first[:1]), first), (("first", _bones(real[0]), last[:1]), last)]


@functools.lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    """Return a word as it sounds, roughly: one letter for each of the ways to write a sound."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound.translate(_CODES), word)
    return _DOUBLE.sub(r"\1", word)


def _bones(word: str) -> str:
    """Return the sound of a word's consonants, which transliterations agree on most."""
    sound = _sound(word)
    return sound[:1] + _VOWELS.sub("", sound[1:])


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one == other:
        return 1.0
    if _suffix(one) != _suffix(other):
        return 0.0  # a father and a son
    one, other = (tuple(w for w in words if w not in SUFFIXES and w not in _PARTICLES) for words in (one, other))
    if len(one) > len(other):
        one, other = other, one
    if not one or not other:
        return 0.0
    if len(one) == len(other):
        least = 1.0
        for a, b in zip(reversed(one), reversed(other), strict=True):
            least = min(least, _alike(*sorted((a, b))))
        return round(least, 4)
    if len(one) < 2:
        return 0.0
    # The first and the last must be there in both; those between may be missing.
    ends = min(_alike(*sorted((one[at], other[at]))) for at in (0, -1))
    between = iter(other[1:-1])
    inner = all(any(_alike(*sorted((word, candidate))) >= LEAST for candidate in between) for word in one[1:-1])
    return round(ends * _MISSING, 4) if inner else 0.0


def _suffix(parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(parts) & SUFFIXES


@functools.lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> float:
    """Return the likeness of two words: of their letters, or of their sound where that is greater."""
    if one == other:
        return 1.0
    if one[0] == other[0] and 1 in (len(one), len(other)):
        return _INITIAL
    by_letter = _ratio(one, other)
    first, second = _sound(one), _sound(other)
    if _bones(one) == _bones(other):
        # The same consonants: vowels are what transliterations differ in; Ali and Ole have too few to tell.
        by_sound = _SAME_SOUND * (1 + _ratio(first, second)) / 2 if min(len(one), len(other)) > _SHORT else 0.0
    else:
        by_sound = _SAME_SOUND * _ratio(first, second) if min(len(first), len(second)) > _SHORT else 0.0
    return max(by_letter, by_sound)


def _ratio(one: str, other: str) -> float:
    return 1 - _distance()(one, other) / max(len(one), len(other), 1)


@functools.cache
def _distance() -> Callable[[str, str], int]:
    """Return the edit distance of rapidfuzz where the extra `review` is installed, else the one below."""
    try:
        module = importlib.import_module("rapidfuzz.distance.Levenshtein")
    except ImportError:
        return edit_distance
    distance: Callable[[str, str], int] = module.distance
    return distance


def edit_distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed to make one word of the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        previous, row[0] = row[0], at
        for column, against in enumerate(other, 1):
            changed = previous + (letter != against)
            previous = row[column]
            row[column] = min(changed, previous + 1, row[column - 1] + 1)
    return row[-1]
