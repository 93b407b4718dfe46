"""The lists of `data/claims_words.yml` and `data/claims_idf.txt`, keyed by stem, and the stemmer.

Nothing here knows of any graph: how rare a word is was counted once and ships with the code.
"""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import yaml

from briefgraph.resolve.gazetteer import gazetteer

DATA = "briefgraph.resolve.data"
SIDES = 16  # more than any line of `apart` has
_COMMON_SENTENCES = 25  # that a common word of the news is taken to be in, where fewer were counted


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, keyed by word or stem."""

    stop: frozenset[str]
    canon: Mapping[str, str]
    near: Mapping[str, tuple[int, ...]]
    apart: Mapping[str, tuple[int, ...]]  # SIDES * line + side
    first_office: int  # the line from which on they are of those who act
    within: Mapping[str, str]
    holds: Mapping[str, frozenset[str]]  # the other way round
    mutual: frozenset[str]
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
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists = cast(dict[str, object], yaml.load(_read("claims_words.yml"), Loader=loader))  # noqa: S506 - either is a safe loader
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
    apart: dict[str, tuple[int, ...]] = {}
    opposites, offices = cast(list[str], lists["apart"]), cast(list[str], lists["offices"])
    for number, line in enumerate((*opposites, *offices)):
        for side, block in enumerate(str(line).split("|")):
            for form in dict.fromkeys(root(form) for form in block.split()):
                apart[form] = (*apart.get(form, ()), number * SIDES + side)
    within = {
        root(inner): root(outer)
        for outer, inners in cast(dict[str, str], lists["within"]).items()
        for inner in str(inners).split()
    }
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
    spellings = known.places | {"_".join(phrase) for phrase in known.place_phrases}
    places = frozenset(canon.get(word, stem(word)) for word in spellings - {"may", "white", "house"})
    rarity, rarest, names = _rarity()
    common = round(rarest - 100 * math.log(_COMMON_SENTENCES))
    figures = {stem(form[-1]) for figure in known.figures for form in figure.spellings}
    figures |= {root(form) for form in str(lists["common_names"]).split()}
    for often in places | figures | {root(form) for form in str(lists["common"]).split()}:
        rarity[often] = min(rarity.get(often, rarest), common)
    return Lexicon(
        stop=frozenset(str(lists["stop"]).split()),
        canon=canon,
        near=near,
        apart=apart,
        first_office=len(opposites),
        within=within,
        holds={outer: frozenset(i for i, o in within.items() if o == outer) for outer in within.values()},
        mutual=frozenset(root(written) for written in str(lists["mutual"]).split()),
        negative=frozenset(str(lists["not"]).split()),
        unlike=frozenset(root(word) for word in str(lists["unlike"]).split()),
        unsure=unsure,
        units=units,
        phrases={first: tuple(sorted(rest, key=lambda p: -len(p[0]))) for first, rest in phrases.items()},
        no_actor=frozenset(str(lists["no_actor"]).split()),
        places=places,
        rarity=rarity,
        rarest=rarest,
        names=names | figures,
    )
