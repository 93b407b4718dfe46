"""What is known of a word as it is written, looked up once and kept."""

import functools
import unicodedata
from typing import NamedTuple

from briefgraph.resolve.claims.counting import DATE_WORDS, FRACTIONS, NUMBER_WORDS, SCALES, SHIFTS
from briefgraph.resolve.claims.lexicon import Lexicon, lexicon, stem

NEVER = 0  # names no actor
PLAIN = 1  # names one where it has a capital that neither a headline nor the beginning of a sentence gives
UNKNOWN = 2  # where it has a capital
KNOWN = 3  # as UNKNOWN, and also in a text without capitals

_KNOWN_MOST = 100_000  # words kept; then it starts anew
_BEGINNING = 4  # letters that two stems of one root share (investigat, investigator)
_SOUNDS = str.maketrans(dict.fromkeys("aeiouyw'-h") | {"q": "k", "c": "k", "g": "k", "z": "s"})


class Word(NamedTuple):
    """What is known of one written word.

    `stem` is "" where it has no content; `weight` is 100 times the natural logarithm of how rare it is;
    `special` tells that one of the rarer fields below it is set or that it is part of a number or date.
    """

    low: str
    stem: str
    weight: int
    capital: int  # 0 small, 1 a capital first, 2 capitals throughout
    name: int  # NEVER to KNOWN: whether it names an actor
    special: bool
    negative: bool
    unlike: bool
    unsure: str
    unit: str
    apart: tuple[int, ...]
    owner: bool  # "Orlovia's": what follows is no part of the name


def fold(token: str) -> str:
    """Return a word without case, accents and possessive ending."""
    low = token.lower()
    if not low.isascii():
        flat = unicodedata.normalize("NFKD", low.replace("’", "'").replace("ʼ", "'"))
        low = "".join(c for c in flat if not unicodedata.combining(c))
    return low.removesuffix("'s").strip("'")


@functools.lru_cache(_KNOWN_MOST)
def sound(word: str) -> str:
    """Return what the spellings of one name have in common: its consonants (`Tsarnaev`, `Tsarnayev`)."""
    kept = word.translate(_SOUNDS)
    once = "".join(c for at, c in enumerate(kept) if not at or c != kept[at - 1])
    return once if len(once) > 2 else word


@functools.lru_cache(_KNOWN_MOST)
def people(name: str) -> str:
    """Return what a place and those who live there have in common (`Ohio`, `Ohioan`), "" where too little is left."""
    root = name
    for ending in ("an", "ese"):
        root = root.removesuffix(ending)
    root = root.rstrip("aeiou")
    return "=" + root if len(root) > 1 and len(name) > 3 else ""


@functools.lru_cache(_KNOWN_MOST)
def hints(word: str) -> tuple[str, ...]:
    """Return what a stem shares with the stems near to it: their groups, a beginning, the sound."""
    groups = tuple(map(str, lexicon().near.get(word, ())))
    return (*groups, word[:_BEGINNING], "~" + sound(word)) if len(word) >= _BEGINNING else groups


_known: dict[str, Word] = {}


def word(token: str) -> Word:
    """Return what is known of a word as written, or of a phrase (`per_cent`)."""
    found = _known.get(token)
    if found is None:
        if len(_known) > _KNOWN_MOST:
            _known.clear()
        found = _known[token] = _look_up(token)
    return found


def _look_up(token: str) -> Word:
    known = lexicon()
    low = fold(token)
    capital = 0 if not token[:1].isupper() else 2 if len(low) > 1 and token.isupper() else 1
    root = known.canon.get(low) or known.canon.get(stem(low)) or stem(low)
    if capital < 2 and low == "us":
        root, capital = "us_all", 0
    if low == "who" and capital < 2:
        low = root = "whom"  # the pronoun; WHO is a body
    is_number = low[:1].isdigit() or low in NUMBER_WORDS
    is_date = low in DATE_WORDS
    negative = low in known.negative or low.endswith("n't")
    unsure = known.unsure.get(root, "")  # never by the word as written: "reported" is not the stem of "reportedly"
    unit = known.units.get(low, "")
    unlike = root in known.unlike
    is_content = (
        any(map(str.isalpha, low))
        and low not in known.stop
        and root not in known.stop
        and not negative
        and not is_number
        and not (is_date and low != "may")
        and low not in SCALES
        and (len(low) > 1)
    )
    return Word(
        low=low,
        stem=root if is_content else "",
        weight=known.rarity.get(root, known.rarest),
        capital=capital,
        name=_name(low, root, capital, known) if is_content else NEVER,
        special=bool(
            is_number or is_date or negative or unsure or unlike or low in SCALES or low in SHIFTS or low in FRACTIONS
            or low == "by" or root in known.apart or low in known.apart
        ),
        negative=negative,
        unlike=unlike,
        unsure=unsure,
        unit=unit,
        apart=known.apart.get(root) or known.apart.get(low) or (),
        owner=token.endswith(("'s", "’s", "ʼs")),
    )


def _name(low: str, root: str, capital: int, known: Lexicon) -> int:
    if low in known.no_actor or low in known.units:
        return NEVER
    if root in known.places or root in known.names:
        return KNOWN
    return PLAIN if root in known.rarity and capital < 2 else UNKNOWN
