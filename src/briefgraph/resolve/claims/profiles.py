"""What the comparison needs of one text, read once."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgraph.resolve.claims.quantities import Date, Quantity, read_figures
from briefgraph.resolve.claims.words import Lexicon, Word, lexicon, word
from briefgraph.resolve.claims.wording import normalise
from briefgraph.resolve.marks import INVISIBLE

_TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_]\b)+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d++(?:st|nd|rd|th)\b|\d++(?:[.,:]\d++)*+|[$€£¥%°,;:.!?()\"“”-]|[–—−‐‑]"
)
_DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))
_ENDS = frozenset('.!?:;"“”(')
_HOURS = frozenset({"am", "pm", "a.m", "p.m"})
_GRAM = 4
_GRAMS_MOST = 2_000  # characters; facts have some 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One text as the comparison sees it.

    `stems` are the words with content, without inflection and one for all synonyms, with their weights (100
    times the natural logarithm of how rare each is); `order` has them as they follow each other. `actors`
    are the named people, bodies and places among them, `places` those that are places. `initials` are what
    the runs of names may be abbreviated to.
    """

    normal: str
    stems: Mapping[str, int]
    keyset: frozenset[str]
    total: int
    order: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    grams: frozenset[str]
    numbers: tuple[Quantity, ...]
    dates: frozenset[Date]
    negatives: int
    unlike: frozenset[str]
    unsure: frozenset[str]
    opposites: frozenset[int]
    actors: frozenset[str]
    places: frozenset[str]
    runs: Mapping[str, frozenset[str]]
    initials: frozenset[str]
    passive: frozenset[str]


def profile(text: str) -> Profile:
    """Return the profile of a text of any length and kind; linear in its length, never fails."""
    known = lexicon()
    if not text.isascii():
        clean = unicodedata.normalize("NFC", text).translate(INVISIBLE).translate(_DASHES)
    else:
        clean = text
    words = [word(token) for token in _join(_TOKEN.findall(clean), known)]
    stems: dict[str, int] = {}
    order: list[str] = []
    spots: list[int] = []
    unlike: set[str] = set()
    unsure: set[str] = set()
    opposites: set[int] = set()
    negatives = 0
    for at, item in enumerate(words):
        if item.stem and not (item.low in _HOURS and at and words[at - 1].low[:1].isdigit()):
            stems[item.stem] = item.weight
            order.append(item.stem)
        if item.special:
            spots.append(at)
            if item.negative:
                negatives += 1
            if item.unlike:
                unlike.add(item.stem or item.low)
            if item.unsure:
                unsure.add(item.unsure)
            if item.opposites:
                opposites.update(item.opposites)
    numbers, dates = read_figures(words, spots)
    if ("month", 5) in dates:
        unsure.discard("may")
    names = _actors(words)
    everyone = frozenset(name for run in names for name in run)
    passive = frozenset(
        words[at + 1 + skip].stem
        for at in spots
        if words[at].low == "by"
        for skip in range(3)
        if at + 1 + skip < len(words) and words[at + 1 + skip].stem in everyone
    )
    joined = " ".join([item.low for item in words if item.stem])[:_GRAMS_MOST]
    return Profile(
        normal=normalise(text),
        stems=stems,
        keyset=frozenset(stems),
        total=sum(stems.values()),
        order=tuple(order),
        pairs=frozenset(zip(order, order[1:], strict=False)),
        grams=frozenset([joined[at : at + _GRAM] for at in range(len(joined) - _GRAM + 1)]),
        numbers=numbers,
        dates=dates,
        negatives=negatives,
        unlike=frozenset(unlike),
        unsure=frozenset(unsure),
        opposites=frozenset(opposites),
        actors=everyone,
        places=everyone & known.places,
        runs=_runs(names),
        initials=_initials(words),
        passive=passive,
    )


def _join(tokens: list[str], known: Lexicon) -> list[str]:
    """Return the tokens with each known phrase as one (`per_cent`)."""
    phrases = known.phrases
    hits = [at for at, token in enumerate(tokens) if token.lower() in phrases]
    if not hits:
        return tokens
    joined: list[str] = []
    done = 0
    for at in hits:
        if at < done:
            continue
        for rest, whole in phrases[tokens[at].lower()]:
            if tuple(token.lower() for token in tokens[at + 1 : at + 1 + len(rest)]) == rest:
                joined += tokens[done:at]
                joined.append(whole.capitalize() if tokens[at][0].isupper() else whole)
                done = at + 1 + len(rest)
                break
    return joined + tokens[done:]


def _actors(words: Sequence[Word]) -> list[list[str]]:
    """Return the runs of names. In a headline with capitals throughout, plain words are no names."""
    lettered = [item for item in words if item.stem and len(item.low) > 2]
    high = sum(1 for item in lettered if item.capital)
    titled = high > 3 and high * 4 > len(lettered) * 3
    runs: list[list[str]] = []
    opening = True
    running = False
    for item in words:
        low = item.low
        if not item.name:
            opening = low in _ENDS or (opening and low == "-")
            running = False
            continue
        is_name = item.name == 3 or (item.capital and (item.name == 2 or not (titled or opening)))
        if is_name and item.stem:
            if running:
                runs[-1].append(item.stem)
            else:
                runs.append([item.stem])
        running = is_name
        opening = False
    return runs


def _runs(names: Sequence[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """Return for each word of a name of several words the words of that name."""
    found: dict[str, frozenset[str]] = {}
    for run in names:
        if 1 < len(run) < 6:
            together = frozenset(run)
            for name in run:
                found[name] = together | found.get(name, frozenset())
    return found


def _initials(words: Sequence[Word]) -> frozenset[str]:
    """Return what runs of two to six capitalised words may be abbreviated to ("who")."""
    found: set[str] = set()
    run = ""
    for item in (*words, None):
        if item is not None and item.capital and item.stem:
            run += item.low[0]
            continue
        if item is not None and run and item.low in {"of", "for", "and", "the", "on"}:
            continue
        if 1 < len(run) < 30:
            found.update(run[at : at + size] for at in range(len(run) - 1) for size in range(2, min(7, len(run) - at + 1)))
        run = ""
    return frozenset(found)
