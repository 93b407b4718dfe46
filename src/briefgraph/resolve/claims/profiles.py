"""What the comparison needs of one text, read once."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgraph.resolve.claims.counting import NUMBERS
from briefgraph.resolve.claims.dates import Date, read_dates
from briefgraph.resolve.claims.lexicon import Lexicon, lexicon
from briefgraph.resolve.claims.quantities import ONE, YEAR, Quantity, read_numbers
from briefgraph.resolve.claims.wording import normalise
from briefgraph.resolve.claims.words import KNOWN, PLAIN, Word, people, sound, word
from briefgraph.resolve.marks import INVISIBLE

_TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_]\b)+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d++(?:st|nd|rd|th)\b|\d++(?:[.,:]\d++)*+|[$€£¥%°,;:.!?()\"“”-]|[–—−‐‑]"
)
_LOW_US = re.compile(r"\bus\b")  # in a text without capitals a country more often than "we"
_DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun pres gov sen rep gen "
    "lt col maj capt sgt sec amb dr mr mrs ms prof rev st mt ft vs no".split()
)
_ENDS = frozenset('.!?:;"“”(')
_HOURS = frozenset({"am", "pm", "a.m", "p.m"})
_NO_NUMBERS = frozenset({YEAR, ONE})
_AGENT = frozenset({"by"})
_UNDERGOES = frozenset({"was", "were", "been", "being"})
_SETTING = frozenset({"in", "at", "near", "off", "outside", "across"})
_PLANS = frozenset({"plan", "try"})
_BRIEF = 25  # words of a headline or one clause, which speaks of one thing
_BESIDE = 4  # words from a number to whom it is of
_COMPARED = frozenset({"fewer", "less", "more"})
_RUN_MOST = 30  # capitalised words in a row; more are shouting


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One text as the comparison sees it.

    `stems` are the words with content, without inflection and one for all synonyms, with their weights (100
    times the natural logarithm of how rare each is); `order` has them as they follow each other. `actors`
    are the named people, bodies and places among them, `places` those that are places. `initials` are what
    the runs of names may be abbreviated to. `bound` has, by number as written, the name or the word set apart
    that stands next to it ("84% of Democrats"). `undergone` is what was done to someone ("was ousted").
    """

    normal: str
    stems: Mapping[str, int]
    keyset: frozenset[str]
    total: int
    order: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    numbers: tuple[Quantity, ...]
    ones: int
    dates: frozenset[Date]
    negatives: int
    unlike: frozenset[str]
    unsure: frozenset[str]
    apart: frozenset[int]
    actors: frozenset[str]
    places: frozenset[str]
    runs: Mapping[str, frozenset[str]]
    initials: frozenset[str]
    passive: frozenset[str]
    undergone: frozenset[str]
    settings: frozenset[str]
    sounds: frozenset[str]
    intent: bool
    bound: Mapping[str, str]


def read_words(text: str) -> list[Word]:
    """Return the words of a text and the signs that bear on them, phrases as one; linear in its length."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(INVISIBLE).translate(_DASHES)
    if text.islower():
        text = _LOW_US.sub("U.S", text)
    return [word(token) for token in _join(_without_stops(_TOKEN.findall(text)), lexicon())]


def is_titled(words: Sequence[Word]) -> bool:
    """Return whether most words have a capital, as in headlines, so that a capital makes no name."""
    lettered = [item.capital for item in words if item.stem and len(item.low) > 2]
    high = sum(map(bool, lettered))
    return high > 3 and high * 4 > len(lettered) * 3


def profile(text: str) -> Profile:
    """Return the profile of a text of any length and kind; linear in its length, never fails."""
    known = lexicon()
    words = read_words(text)
    stems: dict[str, int] = {}
    order: list[str] = []
    spots: list[int] = []
    unlike: set[str] = set()
    unsure: set[str] = set()
    apart: set[int] = set()
    negatives = 0
    for at, item in enumerate(words):
        if item.stem and not (item.low in _HOURS and at and words[at - 1].low[:1].isdigit()):
            stems[item.stem] = item.weight
            order.append(item.stem)
        if item.special:
            spots.append(at)
            if item.negative and not _is_idle(words, at):
                negatives += 1
            if item.unlike:
                unlike.add(item.stem or item.low)
            if item.unsure and not _is_aside(words, at):
                unsure.add(item.unsure)
            if item.apart and not _is_idle(words, at):
                apart.update(item.apart)
    dates = read_dates(words, spots)
    numbers = list(read_numbers(words, spots))
    dates.update(("in", int(number.value)) for number in numbers if number.kind == YEAR)
    if ("month", 5) in dates or (words and words[0].low == "may"):
        unsure.discard("may")
    names = _actors(words)
    # "X to visit Y" of headlines.
    intent = any(item.low == "to" and after.name == PLAIN for item, after in pairwise(words))
    everyone = frozenset(name for run in names for name in run)
    passive = _following(words, everyone, _AGENT, 5)
    return Profile(
        normal=normalise(text),
        stems=stems,
        keyset=frozenset(stems),
        total=sum(stems.values()),
        order=tuple(order),
        pairs=frozenset(pairwise(order)),
        numbers=tuple([number for number in numbers if number.kind not in _NO_NUMBERS]),
        ones=sum(number.kind == ONE for number in numbers),
        dates=frozenset(dates),
        negatives=negatives,
        unlike=frozenset(unlike),
        unsure=frozenset(unsure),
        apart=frozenset(apart),
        actors=everyone,
        places=everyone & known.places,
        runs=_runs(names),
        initials=_initials(words),
        passive=passive,
        undergone=frozenset([after.stem for item, after in pairwise(words) if item.low in _UNDERGOES and after.stem]),
        settings=_following(words, everyone, _SETTING, 2),
        sounds=frozenset(map(sound, everyone)) | frozenset(map(people, everyone)) - {""},
        intent=intent,
        bound=_bound(words, spots, everyone),
    )


def _following(words: Sequence[Word], names: frozenset[str], signs: frozenset[str], reach: int) -> frozenset[str]:
    """Return the names that follow one of `signs` within `reach` words."""
    found: set[str] = set()
    if names:
        for at, item in enumerate(words):
            if item.low in signs:
                for after in words[at + 1 : at + 1 + reach]:
                    if after.low in _ENDS or after.low == ",":
                        break
                    if after.stem in names:
                        found.add(after.stem)
    return frozenset(found)


def _bound(words: Sequence[Word], spots: Sequence[int], names: frozenset[str]) -> Mapping[str, str]:
    """Return who each number belongs to, as far as the words beside it tell; a number given twice is of nobody."""
    found: dict[str, str] = {}
    for at in spots:
        low = words[at].low
        if not (low[:1].isdigit() or low in NUMBERS):
            continue
        after = words[at + 1 : at + 1 + _BESIDE]
        before = words[max(0, at - _BESIDE) : at][::-1]
        found[low] = "" if low in found else _beside(after, names) or _beside(before, names)
    return found


def _beside(words: Sequence[Word], names: frozenset[str]) -> str:
    """Return the first of `words` that is a name or set apart, "" where another number or a break comes before."""
    for item in words:
        low = item.low
        if low in _ENDS or low in {",", "and", "to"} or low[:1].isdigit() or low in NUMBERS:
            return ""
        if item.stem in names or item.apart:
            return item.stem or low
    return ""


def _is_idle(words: Sequence[Word], at: int) -> bool:
    """Return whether a word says nothing by itself: "No. 1", "no fewer than", "no-confidence vote", "not only", "up to"."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low == "no":
        than = words[at + 2].low if at + 2 < len(words) else ""
        return after[:1].isdigit() or after == "-" or (after in _COMPARED and than == "than")
    return (low == "not" and after == "only") or (low == "up" and after == "to")


def _is_aside(words: Sequence[Word], at: int) -> bool:
    """Return whether a plan in a long text is no more than a remark: "as economists expected", not "expected to rise"."""
    if words[at].unsure not in _PLANS or len(words) <= _BRIEF:
        return False
    after = words[at + 1].low if at + 1 < len(words) else ""
    return after != "to" and not after.endswith("ing")


def _without_stops(tokens: list[str]) -> list[str]:
    """Return the tokens without the full stops of abbreviations (`Jan.`, `N.`)."""
    if "." not in tokens:
        return tokens
    return [
        written
        for at, written in enumerate(tokens)
        if written != "." or not at or not (_is_initial(tokens[at - 1]) or tokens[at - 1].lower() in _SHORT)
    ]


def _is_initial(written: str) -> bool:
    return len(written) == 1 and written.isalpha()


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
    titled = is_titled(words)
    is_low = not any(item.capital for item in words)
    runs: list[list[str]] = []
    opening = True
    running = False
    for item in words:
        low = item.low
        if not item.name:
            opening = low in _ENDS or (opening and low == "-")
            running = False
            continue
        by_capital = item.capital and (item.name > PLAIN or not (titled or opening))
        is_name = bool(by_capital or (is_low and item.name == KNOWN))
        if is_name:
            if running:
                runs[-1].append(item.stem)
            else:
                runs.append([item.stem])
        running = is_name and not item.owner
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
    run, full = "", ""
    for item in (*words, None):
        if item is not None and item.capital == 1 and item.stem:
            letters = "".join(part[:1] for part in item.low.split("_"))
            run += letters
            full += letters
            continue
        if item is not None and run and item.low in {"of", "for", "and", "the", "on"}:
            full += item.low[0]
            continue
        for letters in {run, full}:
            if 1 < len(letters) < _RUN_MOST:
                starts = range(len(letters) - 1)
                found.update(letters[at:end] for at in starts for end in range(at + 2, min(at + 7, len(letters) + 1)))
        run = full = ""
    return frozenset(found)
