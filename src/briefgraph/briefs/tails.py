"""Tails: the outlets that stand at the end of a line, after its last sentence.

`... on Monday. Lantern Post (LR: 2 CP: 5), Tidewater Review` - the names begin where the last
sentence ends, and that is not every full stop: `U.S. Harbour Board`, `St. Elmo Post`. Links
that the mark-up kept come first.
"""

import re
from dataclasses import dataclass

from briefgraph.briefs.names import Names, looks_like_name
from briefgraph.briefs.page import BLANK, Page

WINDOW = 400  # characters in which a line's outlets stand
SCORES = re.compile(r"\(\s?(?:LR|CP)\s?:[^()\n]{0,24}\)?", re.IGNORECASE)
BOUNDARY = re.compile(r"[.!?…]\*{0,2}[\"'’”)\]]{0,3}\*{0,2}(?:\s(?=\S)|(?<=[a-z0-9][.!?])(?=[A-Z]))")
TITLES = re.compile(
    r"(?:^|[\s(])(?:Pres|Gov|Sen|Rep|Reps|Sens|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Rev|Sec|Min|St|Mt)\.$"
)
INITIALS = re.compile(r"(?:^|[\s(])((?:[A-Z]\.){2,}|[A-Z]\.|St\.|Ste\.)$")
# A name that is one of these words alone has its beginning before the full stop: "U.S. News".
PARTIAL = frozenset(
    {"news", "times", "post", "today", "journal", "tribune", "embassy", "government", "senate", "army"}
)
GAPS = " \t\r\n\xa0,;&/|*_-–—"
GAP_WORDS = re.compile(r"(?:^and\s+|\s+and$)", re.IGNORECASE)
ESCAPES = re.compile(r"%[0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An outlet's name at a line's end, in the page's offsets."""

    label: str
    url: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """A line's outlets, and where its sentences end. `is_unsure` where names begin nowhere."""

    names: tuple[Name, ...]
    words_end: int
    is_unsure: bool = False


def outlets_at_end(page: Page, start: int, end: int, names: Names) -> Tail:
    """The outlets at the end of a fact's line."""
    low = max(start, end - WINDOW)
    words = page.slice(low, end)
    if linked := _linked(page, low, end):
        return linked
    scores = list(SCORES.finditer(words))
    if (
        scores
        and words[scores[-1].end() :].strip(GAPS + ".")
        and not looks_like_name(words[scores[-1].end() :])
    ):
        scores = []  # scores in the middle of a sentence
    stop = scores[0].start() if scores else len(words)
    begin = _beginning(words, stop, names, has_scores=bool(scores))
    if begin is None:
        return Tail(names=(), words_end=end, is_unsure=bool(scores))
    found = _names(page, words, low, begin, scores, names)
    if not found:
        return Tail(names=(), words_end=end)
    return Tail(names=found, words_end=low + len(words[:begin].rstrip(BLANK + "*_")))


def capitals_at_end(page: Page, start: int, end: int, names: Names, *, is_whole: bool) -> Tail | None:
    """The provider in capitals at the end of a narrative, or, `is_whole`, on a line of its own."""
    low = max(start, end - WINDOW)
    words = page.slice(low, end)
    begins = [0] if is_whole and low == start else []
    if not is_whole:
        begins = [match.end() for match in BOUNDARY.finditer(words)]
    for begin in reversed(begins):
        scores = list(SCORES.finditer(words, begin))
        escape = ESCAPES.search(words, begin)
        stop = min([len(words), *(s.start() for s in scores[:1]), *([escape.start()] if escape else [])])
        name = words[begin:stop].strip(GAPS + ".:")
        if not name or not (_is_capitals(name) or (is_whole and scores and looks_like_name(name))):
            continue
        if escape and (not scores or escape.start() < scores[0].start()):
            scores = []
            words = words[: escape.start()]
        found = _names(page, words, low, begin, scores, names)
        if found:
            return Tail(names=found, words_end=low + len(words[:begin].rstrip(BLANK + "*_")))
    return None


def _is_capitals(name: str) -> bool:
    words = [word for word in name.split() if word not in ("and", "the", "of", "for")]
    letters = [character for word in words for character in word if character.isalpha()]
    return len(letters) > 1 and not any(character.islower() for character in letters)


def _linked(page: Page, low: int, end: int) -> Tail | None:
    """Names from links with which the line ends."""
    found: list[Name] = []
    position = end
    for link in reversed(page.links_in(low, end)):
        if link.end > position or SCORES.sub("", page.slice(link.end, position)).strip(GAPS + ".") not in (
            "",
            "and",
        ):
            break
        words = page.slice(link.start, link.end)
        score = SCORES.search(words)
        label = (words[: score.start()] if score else words).strip(GAPS + ".:")
        if not label or not looks_like_name(label):
            break
        start = link.start + words.index(label)
        found.append(Name(label=label, url=link.url, start=start, end=start + len(label)))
        position = link.start
    if not found:
        return None
    before = page.slice(low, position).rstrip(BLANK + "*_(")
    return Tail(names=tuple(reversed(found)), words_end=low + len(before))


def _beginning(words: str, stop: int, names: Names, *, has_scores: bool) -> int | None:
    """Where the outlets begin, at most at `stop`."""
    for match in reversed(list(BOUNDARY.finditer(words, 0, stop))):
        begin = match.end()
        tail = words[begin:stop].strip(GAPS)
        if not tail:
            continue
        before = words[: match.start() + 1]
        is_spaced = words[begin - 1 : begin].isspace()
        longer = _longer(before, words, stop, names)
        if longer is not None:
            return longer
        if (is_spaced or has_scores) and all(names.knows(piece.name) for piece in names.split(tail)):
            return begin
        if TITLES.search(before[-12:]):
            continue
        if (is_spaced or has_scores) and looks_like_name(tail) and not tail.endswith((".", "?", "!", ":")):
            return begin
        if is_spaced:
            break  # a sentence that no outlet follows
    if not has_scores:
        return None
    # No sentence ends before the name: only a name that is known says where it begins.
    spaces = [match.end() for match in re.finditer(r"\s", words[:stop].rstrip(GAPS))]
    found = [space for space in spaces[-7:] if names.knows(words[space:stop].strip(GAPS))]
    return found[0] if found else None


def _longer(before: str, words: str, stop: int, names: Names) -> int | None:
    """Where a name begins that has a full stop inside (`U.S. News`), or None."""
    initials = INITIALS.search(before[-16:])
    if not initials:
        return None
    begin = len(before) - len(initials[1])
    tail = words[len(before) : stop].strip(GAPS)
    if names.knows(words[begin:stop].strip(GAPS)) or tail.casefold() in PARTIAL:
        return begin
    if initials[1] in ("St.", "Ste.") and looks_like_name(tail):
        return begin
    return None


def _names(
    page: Page, words: str, low: int, begin: int, scores: list[re.Match[str]], names: Names
) -> tuple[Name, ...]:
    found: list[Name] = []
    starts = [begin, *(score.end() for score in scores)]
    stops = [*(score.start() for score in scores), len(words)]
    for start, stop in zip(starts, stops, strict=True):
        raw = words[start:stop]
        kept = raw.lstrip(GAPS)
        if lead := GAP_WORDS.match(kept):
            kept = kept[lead.end() :]
        start = stop - len(kept)
        kept = kept.rstrip(GAPS + ".:")
        for piece in names.split(kept):
            label = GAP_WORDS.sub("", piece.name).strip(GAPS)
            if not label or not looks_like_name(label):
                continue
            first = start + piece.start + piece.name.index(label)
            links = page.links_in(low + first, low + first + len(label))
            found.append(
                Name(
                    label=label,
                    url=links[0].url if links else None,
                    start=low + first,
                    end=low + first + len(label),
                )
            )
    return tuple(found)
