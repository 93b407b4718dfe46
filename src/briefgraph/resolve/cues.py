"""The words beside an outlet's name by which a sentence says that it has something from there.

What stands before a name (`according to the ...`) and what follows it (`... first reported`) are read apart, each in a
window of some 160 characters, and each kind is one pattern. `denied`, `withheld` tell what takes such words back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from briefgraph.resolve.spellings import words

WINDOW = 160  # characters on each side
_SENTENCE = re.compile(r"[.!?;:]\s|\n")
_REMARK = re.compile(r"[.!?;:,”\"]\s|\n")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got|gets)\s(?:\w+ly\s)?$")
_LAST_WORD = re.compile(r"([\w’'-]+)\s$")
_CLAUSE = re.compile(r"[.!?;:,]\s|\n| (?:that|after|as|when|while|because|but|which|who) ")


class AttributionKind(StrEnum):
    """How a fact says that it has something from an outlet."""

    FIRST_REPORTED = "FIRST_REPORTED"
    REPORTED = "REPORTED"
    ACCORDING_TO = "ACCORDING_TO"
    TOLD = "TOLD"
    CITED = "CITED"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that an outlet's name may follow, where they stand."""

    kind: AttributionKind
    start: int
    end: int
    is_report: bool  # a report is spoken of, which other words may take back


@dataclass(frozen=True, slots=True)
class Before:
    """A cue and what stands between it and a name."""

    cue: Cue
    has_article: bool
    is_sorted: bool  # "the newspaper" or the like
    wants_work: bool  # "a" or "an": only a report of the outlet's may follow


@dataclass(frozen=True, slots=True)
class Phrase:
    """The article and the sort before a name, without any cue: what a name that begins a clause has."""

    start: int
    has_article: bool
    is_sorted: bool
    is_indefinite: bool


def _any(items: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(item).replace(r"\ ", r"\s") for item in items), key=lambda item: (-len(item), item)))


@lru_cache(1)
def _sorts() -> str:
    return _any(words()["sorts"])


@lru_cache(1)
def _lead() -> str:
    """`the`, `a`, `the state news agency`: up to three words before what it is called."""
    return (
        rf"(?P<sorted>(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?:[^\W\d_][\w'’-]*\s){{0,3}}?(?:{_sorts()}),?\s)?"
        r"(?P<article>[Tt]he\s|(?P<one>[Aa]n?\s(?:[a-z][\w-]*\s)?))?"
    )


_TELLS = r"report(?:ed)?|reveal(?:ed)?|disclosed|uncovered|published|broken|broadcast|aired"
_A_REPORT = (
    r"(?:reports?|reporting|investigations?|stor(?:y|ies)|articles?|exclusive|analys[ie]s|expos[eé]|dispatch(?:es)?|coverage|"
    r"documentary|reviews?|tally|interviews?\spublished)"
)
_FROM = r"(?:by|in|from)"
_DAY = r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\searlier|\slast\sweek|\sthis\sweek|\slast\smonth)?"
_BEFORE = {
    AttributionKind.FIRST_REPORTED: (
        r"(?:first|originally|initially)\s(?:reported|published|revealed|disclosed|broken|uncovered|aired|broadcast)"
        rf"(?:\son)?{_DAY}\s(?:by|in|on)|(?:reported|published|revealed|disclosed)\sfirst\s(?:by|in)"
    ),
    AttributionKind.ACCORDING_TO: (
        rf"(?:[Aa]ccording\sto|as\sper|(?<=,\s)per)(?:\s(?:an?|the)\s(?:[a-z][\w-]*\s){{0,2}}{_A_REPORT}(?:\spublished|\saired)?{_DAY}\s{_FROM})?"
    ),
    AttributionKind.CITED: (
        rf"(?:[Cc]iting|[Cc]ited|[Cc]ites|[Qq]uoting|[Qq]uoted|[Qq]uotes|[Cc]rediting|[Cc]redited)(?!\s(?:by|in)\s)"
        rf"(?:\s(?:an?|the)\s(?:[a-z][\w-]*\s){{0,2}}{_A_REPORT}\s{_FROM})?"
    ),
    AttributionKind.TOLD: (
        r"(?:[Tt]old|tells|[Tt]elling|(?:confirmed|admitted|disclosed|revealed|spoke|[Ss]peaking|[Tt]alking|remarks|comments|testimony)"
        r"\s(?:exclusively\s|anonymously\s)?to"
        r"|[Ii]nterview\s(?:with|for|given\sto|published\s(?:by|in))"
        r"|statement\s(?:sent\s|emailed\s|provided\s|given\s)?to|(?:email|message|letter)\s(?:sent\s)?to)"
    ),
    AttributionKind.REPORTED: (
        rf"(?:(?:[Aa]s\s)?(?:reported|revealed|published|disclosed|uncovered|obtained|seen|viewed|reviewed|broadcast|aired){_DAY}\sby"
        rf"|(?:[Aa]s\s)?(?:reported|published|aired|broadcast){_DAY}\s(?:in|on)"
        rf"|(?:quoted|cited)\s(?:by|in)|leaked\sto"
        rf"|{_A_REPORT}(?:\s(?:published|aired|broadcast|released)(?:\s(?:on\s)?\w+day)?)?\s{_FROM}"
        r"|(?<=,\s)(?:reported|reports|writes|wrote)|(?<=[”\"]\s)(?:reported|reports|writes|wrote))"
    ),
}
_OF_REPORTS = (AttributionKind.REPORTED, AttributionKind.FIRST_REPORTED)
_REPORT = re.compile(_A_REPORT)
_OFTEN = (
    r"(?:\s(?:has|had|have|also|later|then|separately|earlier|previously|exclusively|recently|subsequently|since|first|both|all))"
    r"{0,2}"
)
_ASIDE = r"(?:,\s(?:citing|quoting|a|an|the|which|whose)\s[^,.;:!?]{1,80},)?"


@lru_cache(1)
def _cues() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in _BEFORE.items())
    return re.compile(rf"\b(?:{kinds})(?=\s)")


@lru_cache(1)
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s{_lead()}")


@lru_cache(1)
def _after() -> tuple[tuple[AttributionKind, re.Pattern[str]], ...]:
    works, own = _any(words()["works"]), _any(words()["own"])
    sort = rf"(?:\s\([^()]{{1,20}}\))?(?:\s(?:{_sorts()}))?"
    says = (
        r"(?:said|says|found|finds|shows?|showed|revealed|reveals|alleged|alleges|claimed|claims|stated|states|suggests|suggested|"
        r"indicates|indicated|detailed|details|described|describes|concluded|that\s(?:said|found|showed|alleged|claimed))"
    )
    its = r"(?:its|their|an?|record|higher|lower|strong|weak|annual|quarterly|net|operating|more|fewer)"
    no_own = rf"(?!\s(?:{its}\s(?:[\w.,%-]+\s){{0,4}})?(?:{own})\b)"
    no_police = r"(?![^,.;:!?]{0,60}\sto\s(?:the\s)?(?:police|authorities|prosecutors|court|regulators?)\b)"
    told = rf"{_OFTEN}\s(?:reported|revealed|wrote|disclosed|uncovered)\b{no_own}{no_police}"
    first = (
        rf"{sort}(?:,\s(?:which|who)(?:\shad|\shas)?\sfirst|(?:\shad|\shas)?\sfirst)\s"
        r"(?:reported|revealed|published|disclosed|broke|obtained|noted|uncovered)\b"
        rf"|{sort}(?:,\swhich|,\swho)?\s(?:was|were|is|became)\s(?:the\s)?first(?:\s[a-z]+)?\sto\s(?:report|reveal|publish|disclose|cover|break)\b"
        rf"|{sort}(?:,\s(?:which|who))?(?:\shad|\shas|\sfirst)?\s(?:broke|broken)\s(?:the|this|that)\s(?:story|news)\b"
    )
    reported = (
        rf"{sort}{_ASIDE}(?:{told}|\s(?:is|was|were|are)\sreporting\b|\s(?:reports|writes|reveals)\b(?=\s(?:that|on|an?|the|[A-Z])|[,.;”\"]|$))"
        rf"|{sort}(?:['’]s)?\s(?:(?:news|special|joint|recent|new|exclusive|front-page|month-long|year-long|two-year)\s)?(?:{works})\s"
        rf"(?:published\s)?(?:on\s\w+day\s|last\s\w+\s)?{says}\b"
        rf"|{sort}\spublished\s(?:an?|the)\s(?:[a-z-]+\s){{0,2}}(?:{works}|documents|emails|letters|messages)\b"
    )
    return (
        (AttributionKind.FIRST_REPORTED, re.compile(first)),
        (AttributionKind.REPORTED, re.compile(reported)),
    )


@lru_cache(1)
def _plural() -> re.Pattern[str]:
    return re.compile(r"\sreport\b")


@lru_cache(1)
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_lead()}$")


@lru_cache(1)
def _sort_after() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_sorts()})(?![\w’'-])")


@lru_cache(1)
def _goes_on() -> re.Pattern[str]:
    """What may follow a name that a cue stands before: the end, a mark, or a word that is no noun."""
    may, works = _any(words()["after"]), _any(words()["works"])
    days = r"(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)"
    return re.compile(
        rf"(?:\s(?:{_sorts()})(?![\w’'-]))?(?P<work>(?:['’]s)?\s(?:[a-z-]+\s){{0,2}}?(?:{works})(?![\w’'-]))?"
        rf"(?!,\s(?:who|whose|aged)\b(?!\s(?:had\s|has\s)?first))"  # that is a person
        rf"(?:\s?[,.;:!?)\]\"”’»—–…]|['’](?!s)|\s*$|\s\(|\s[—–-]|\s(?:{may})\b|\s{days})"
    )


def cues_of(text: str) -> list[Cue]:
    """The cues of a text that a name may follow, in their order: one pass."""
    found = []
    for match in _cues().finditer(text):
        kind = AttributionKind(match.lastgroup or "")
        is_report = kind in _OF_REPORTS or _REPORT.search(match.group()) is not None
        found.append(Cue(kind, match.start(), match.end(), is_report))
    return found


def before(text: str, cues: Sequence[Cue], start: int) -> Before | None:
    """The cue that a name at `start` follows, if any, of the cues of its text."""
    at = bisect_right(cues, start, key=lambda cue: cue.end) - 1
    if at < 0 or start - cues[at].end > WINDOW:
        return None
    found = _between().fullmatch(text, cues[at].end, start)
    if found is None:
        return None
    return Before(
        cue=cues[at],
        has_article=found["article"] is not None and found["one"] is None,
        is_sorted=found["sorted"] is not None,
        wants_work=found["one"] is not None,
    )


def phrase(text: str, start: int) -> Phrase:
    """The article and the sort before a name that no cue stands before."""
    from_ = max(0, start - WINDOW)
    found = _phrase().search(text[from_:start])
    if found is None:
        return Phrase(start, False, False, False)
    has_one = found["one"] is not None
    return Phrase(from_ + found.start(), found["article"] is not None and not has_one, found["sorted"] is not None, has_one)


def after(text: str, end: int, *, several: bool) -> tuple[AttributionKind, int] | None:
    """The cue that begins at the end of a name, or of several, and where it ends."""
    window = text[end : end + WINDOW]
    for kind, pattern in _after():
        found = pattern.match(window)
        if found:
            return kind, end + found.end()
    found = _plural().match(window) if several else None
    return (AttributionKind.REPORTED, end + found.end()) if found else None


def goes_on(text: str, end: int) -> re.Match[str] | None:
    """What follows a name, if it may follow one that a cue stands before; group `work`: a report of its."""
    return _goes_on().match(text[end : end + WINDOW])


def is_sorted(text: str, end: int) -> bool:
    """Whether "magazine", "newspaper" or the like follows a name."""
    return _sort_after().match(text, end) is not None


def is_taken_back(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]`, which speak of a report, deny it."""
    head = text[max(0, start - WINDOW) : start]
    tail = text[end : end + WINDOW]
    cuts = [match.end() for match in _CLAUSE.finditer(head)]
    stop = _SENTENCE.search(tail)
    near = [*head[cuts[-1] if cuts else 0 :].lower().split()[-8:], *tail[: stop.start() if stop else None].lower().split()[:12]]
    return any(word.strip(".,;:!?\"'“”‘’()") in words()["denials"] for word in near)


def is_negated(text: str, start: int) -> bool:
    """Whether one of the four words before a cue says that there was none."""
    head = text[max(0, start - WINDOW) : start]
    cuts = [match.end() for match in _REMARK.finditer(head)]
    near = head[cuts[-1] if cuts else 0 :].lower().replace("’", "'").split()[-4:]
    lists = words()["negations"]
    return any(word.strip(",\"'“”‘") in lists or word.endswith("n't") for word in near)


def is_passive(text: str, start: int) -> bool:
    """Whether somebody *was* told: then what follows is no outlet."""
    return _PASSIVE.search(text[max(0, start - WINDOW) : start]) is not None


def is_no_subject(text: str, start: int) -> bool:
    """Whether the word before a name makes it no subject of what follows: `on the Bridge`, `what the Post reported`."""
    head = _LAST_WORD.search(text[max(0, start - WINDOW) : start])
    return head is not None and head[1].lower() in words()["unless"]
