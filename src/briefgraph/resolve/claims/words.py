"""Words of news English: stems, what means the same, what is near, opposite, negative or unsure.

The lists are `data/claims_words.yml` and `data/claims_idf.txt`, read at the first use. Nothing here knows of
any graph: how rare a word is was counted once and ships with the code.
"""

import functools
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple, cast

import yaml

from briefgraph.resolve.gazetteer import gazetteer

DATA = "briefgraph.resolve.data"
PLACE_DOCUMENTS = 25  # a place that the counted sentences hardly have is still a common word of the news
_KNOWN_MOST = 100_000  # words kept in the cache; then it starts anew

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 10**9, "b": 10**9, "bln": 10**9, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
MONTHS = {
    form: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for form in (name, name[:3])
} | {"sept": 9}
WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday", "sunday")
    )
    for form in forms.split()
}
RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
PERIODS = frozenset({"week", "month", "year", "quarter", "season", "weekend"})
LEAST = frozenset({"least", "more", "over", "exceed", "exceeding", "above"})
MOST = frozenset({"most", "less", "fewer", "under", "below", "nearly", "almost"})
ABOUT = frozenset({"about", "around", "roughly", "approximately", "some", "estimated", "approx", "circa"})


class Word(NamedTuple):
    """What is known of one written word.

    `stem` is "" where it has no content; `weight` is 100 times the natural logarithm of how rare it is;
    `special` tells that one of the rarer fields below it is set or that it is part of a number or date.
    """

    low: str
    stem: str
    weight: int
    capital: int  # 0 small, 1 a capital first, 2 capitals throughout
    name: int  # 0 never an actor, 1 where a capital says so, 2 where it is a capital and no plain word, 3 always
    special: bool
    negative: bool
    unlike: bool
    unsure: str
    unit: str
    opposites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, keyed by word or stem."""

    stop: frozenset[str]
    canon: Mapping[str, str]
    near: Mapping[str, tuple[int, ...]]
    opposites: Mapping[str, tuple[int, ...]]  # +n and -n are the two sides of one pair
    negative: frozenset[str]
    unlike: frozenset[str]
    unsure: Mapping[str, str]
    units: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    no_actor: frozenset[str]
    places: frozenset[str]
    rarity: Mapping[str, int]
    rarest: int
    names: frozenset[str]


def stem(word: str) -> str:
    """Return `word`, in small letters, without its inflection; rough, but the same for all its forms."""
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied"):
        word = word[:-3] + "y"
    else:
        for ending in ("ing", "ed"):
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("eed"):
                word = word[: -len(ending)]
                break
    if len(word) > 5 and word.endswith("ly"):
        word = word[:-2]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sz":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def fold(token: str) -> str:
    """Return a word without case, accents and possessive ending."""
    low = token.lower()
    if not low.isascii():
        flat = unicodedata.normalize("NFKD", low.replace("’", "'").replace("ʼ", "'"))
        low = "".join(c for c in flat if not unicodedata.combining(c))
    return low.removesuffix("'s").strip("'")


def _read(name: str) -> str:
    return files(DATA).joinpath(name).read_text(encoding="utf-8")


def _rarity() -> tuple[dict[str, int], int, frozenset[str]]:
    """Return 100 ln(sentences / sentences with the stem), that of an unknown stem, and the stems of names."""
    lines = [line.split() for line in _read("claims_idf.txt").splitlines() if line and line[0] != "#"]
    total = int(lines[0][1])
    counts = {line[0].rstrip("*"): int(line[1]) for line in lines[1:]}
    names = frozenset(line[0][:-1] for line in lines[1:] if line[0].endswith("*"))
    return {s: round(100 * math.log(total / n)) for s, n in counts.items()}, round(100 * math.log(total)), names


@functools.cache
def lexicon() -> Lexicon:
    """Return the shipped lists, read at the first call (40 ms with the gazetteer) and shared from then on."""
    lists = cast(dict[str, object], yaml.load(_read("claims_words.yml"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506, E501
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    canon: dict[str, str] = {}

    def take(written: str) -> str:
        first, *rest = written.split("_")
        if rest and (tuple(rest), written) not in phrases.setdefault(first, []):
            phrases[first].append((tuple(rest), written))
        return written

    for line in cast(list[str], lists["same"]):
        words = [take(word) for word in str(line).split()]
        head = stem(words[0])
        for word in words:
            canon.setdefault(word, head)
            canon.setdefault(stem(word), head)

    def root(word: str) -> str:
        return canon.get(take(word)) or canon.get(stem(word)) or stem(word)

    near: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(cast(list[str], lists["near"])):
        for word in dict.fromkeys(root(word) for word in str(line).split()):
            near[word] = (*near.get(word, ()), number)
    opposites: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(cast(list[str], lists["opposite"]), 1):
        for sign, side in zip((number, -number), str(line).split("|"), strict=True):
            for word in dict.fromkeys(root(word) for word in side.split()):
                opposites[word] = (*opposites.get(word, ()), sign)
    unsure = {
        root(word): group
        for group, words in cast(dict[str, str], lists["unsure"]).items()
        for word in str(words).split()
    }
    units = {
        take(word): unit
        for unit, words in cast(dict[str, str], lists["units"]).items()
        for word in str(words).split()
    }
    known = gazetteer()
    heads = {stem(str(line).split()[0]) for line in cast(list[str], lists["same"])}
    places = frozenset(canon.get(word, stem(word)) for word in known.places - {"may", "white", "house"})
    rarity, rarest, names = _rarity()
    common = round(rarest - 100 * math.log(PLACE_DOCUMENTS))
    for place in places:
        rarity[place] = min(rarity.get(place, rarest), common)
    del heads
    return Lexicon(
        stop=frozenset(str(lists["stop"]).split()),
        canon=canon,
        near=near,
        opposites=opposites,
        negative=frozenset(str(lists["not"]).split()),
        unlike=frozenset(root(word) for word in str(lists["unlike"]).split()),
        unsure=unsure,
        units=units,
        phrases={first: tuple(sorted(rest, key=lambda p: -len(p[0]))) for first, rest in phrases.items()},
        no_actor=frozenset(str(lists["no_actor"]).split()),
        places=places,
        rarity=rarity,
        rarest=rarest,
        names=names,
    )


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
    is_number = low[:1].isdigit() or low in NUMBER_WORDS or low in VAGUE or low in ORDINALS
    is_date = low in WEEKDAYS or low in MONTHS or low in RELATIVE
    negative = low in known.negative or low.endswith("n't")
    unsure = known.unsure.get(low) or known.unsure.get(root) or ""
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
    name = 0
    if is_content and low not in known.no_actor and low not in known.units:
        plain = root in known.rarity and root not in known.names
        name = 3 if root in known.places and (capital or root in known.canon.values()) else 1 if plain else 2
    return Word(
        low=low,
        stem=root if is_content else "",
        weight=known.rarity.get(root, known.rarest),
        capital=capital,
        name=name,
        special=bool(
            is_number or is_date or negative or unsure or unlike or low in SCALES or low in SHIFTS or low == "by"
            or root in known.opposites or low in known.opposites
        ),
        negative=negative,
        unlike=unlike,
        unsure=unsure,
        unit=unit,
        opposites=known.opposites.get(root) or known.opposites.get(low) or (),
    )
