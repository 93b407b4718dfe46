"""Digits: citations that are bare digits glued to the words before them, `ruling.6`.

A glued number may be a marker, several markers (`.12` is 1 and 2, or 12) or part of a number
(`3.5`). In every real brief seen sources are numbered in the order of their first use, so a marker
is at most one above the highest before it. Every reading of every run is a step from one highest
number to another; a reading counts only if it lies on some way from 0 to the number of sources.
What more than one way allows is decided by where it stands, or reported and not cited.

Work: runs times sources times readings of a run (at most 128), whatever the text.
"""

import re
from dataclasses import dataclass

from briefgraph.briefs.markers import Marker
from briefgraph.briefs.page import BLANK, Page

MOST = 60  # sources; real briefs stop near 20
CLOSERS = "'\"’”»)]"
STOPS = ".!?…"
MOST_RUNS = 5_000  # real briefs stop near 60; more is no brief's doing, and is not decided
# A run of one to eight digits with what may stand before and after a marker.
RUN = re.compile(
    r"(?<=[.!?…'\"’”»)\],;a-z%])([0-9]{1,8})(?![0-9A-Za-z%$£€°])(?=$|\s|[.,;)'\"’”](?:\s|$))",
)
ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:no|nos|vol|art|sec|p|pp|fig|ch|ver|v|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.IGNORECASE,
)
DECIMAL_HINT = re.compile(
    r"(?:magnitude|version|rating|rate|score|scale|index|average|ratio|gpa|richter|chapter|section|measuring"
    r"|measured)\b[^.]{0,24}$|[$£€¥]\s?[\d,]*$",
    re.IGNORECASE,
)
YEAR = re.compile(r"\d[\d,]{3,}\.[\"'’”]*$")
SMALL_WORD = re.compile(r"(?:^|[\s'\"(—–-])[a-z]{3,}$")
UNITS = re.compile(r"(?:^|[\s\d])(?:k|c|m)?m$|(?:^|\W)(?:CO|H|ft|mi)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A run of digits that may be markers. `readings` are the ways to read it; `()` is prose."""

    start: int
    end: int
    readings: tuple[tuple[int, ...], ...]
    is_at_end: bool
    is_after_number: bool
    is_after_year: bool = False  # after four digits or more, which no decimals follow
    has_hint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A run that may be markers and that nothing decides."""

    start: int
    end: int
    readings: tuple[tuple[int, ...], ...]


def glued(
    page: Page, facts: list[tuple[int, int]], highest: int
) -> tuple[list[list[Marker]], list[Unsure], set[int]]:
    """The markers of each fact, the runs that nothing decides, and the numbers those may be.

    Args:
        facts: the facts' spans, in order.
        highest: the highest number that the list of sources has; 0 where there is no list.
    """
    ceiling = min(highest or MOST, MOST)
    raised = bool(facts) and bool(page.raised_in(facts[0][0], facts[-1][1]))
    per_fact = [
        _raised(page, start, end) if raised else _candidates(page, start, end, ceiling)
        for start, end in facts
    ]
    flat = [candidate for candidates in per_fact for candidate in candidates]
    chosen = _decide(flat, ceiling if highest else None) if len(flat) <= MOST_RUNS else [None] * len(flat)
    markers: list[list[Marker]] = []
    unsure: list[Unsure] = []
    index = 0
    for candidates in per_fact:
        markers.append([])
        for candidate in candidates:
            reading = chosen[index]
            index += 1
            if reading is None:
                unsure.append(Unsure(start=candidate.start, end=candidate.end, readings=candidate.readings))
            else:
                markers[-1].extend(_markers(candidate, reading))
    return markers, unsure, {n for run in unsure for reading in run.readings for n in reading}


def _markers(candidate: Candidate, reading: tuple[int, ...]) -> list[Marker]:
    found = []
    start = candidate.start
    for number in reading:
        end = start + len(str(number))
        found.append(Marker(number=number, start=start, end=end))
        start = end
    return found


def _raised(page: Page, start: int, end: int) -> list[Candidate]:
    found = []
    for span in page.raised_in(start, end):
        words = page.slice(span.start, span.end)
        before = page.slice(max(start, span.start - 4), span.start)
        if re.fullmatch("[1-9][0-9]{0,2}", words) and not UNITS.search(before):
            found.append(
                Candidate(
                    start=span.start,
                    end=span.end,
                    readings=((int(words),),),
                    is_at_end=False,
                    is_after_number=False,
                )
            )
    return found


def _candidates(page: Page, start: int, end: int, ceiling: int) -> list[Candidate]:
    words = page.slice(start, end)
    found = []
    for match in RUN.finditer(words):
        before = words[max(0, match.start() - 48) : match.start()]
        after = words[match.end() : match.end() + 48]
        candidate = _candidate(match[1], before, after, ceiling)
        if candidate:
            readings, is_at_end, is_after_number, has_hint = candidate
            found.append(
                Candidate(
                    start=start + match.start(),
                    end=start + match.end(),
                    readings=readings,
                    is_at_end=is_at_end,
                    is_after_number=is_after_number,
                    is_after_year=is_after_number and YEAR.search(before) is not None,
                    has_hint=has_hint,
                )
            )
    return found


def _candidate(
    run: str, before: str, after: str, ceiling: int
) -> tuple[tuple[tuple[int, ...], ...], bool, bool, bool] | None:
    is_at_end = not after.strip(BLANK + STOPS + CLOSERS + ",;")
    last = before[-1]
    stem = before.rstrip(CLOSERS + STOPS + ",;")
    punctuation = before[len(stem) :]
    is_word = last == "%" or SMALL_WORD.search(before) is not None
    if (last.isalpha() or last == "%") and not (is_at_end and is_word):
        return (
            None  # glued to a word: only at the fact's end, after a small-letter word ("ruling6", not "G7")
        )
    if punctuation and (not stem or stem[-1].isspace()):
        return None  # an opening quote or a lone dot: '24, .5
    if last in ",;" and (not after[:1].isspace() or stem[-1:].isdigit()):
        return None
    is_after_number = stem[-1:].isdigit() and bool(punctuation) and set(punctuation) <= set(".'\"’”")
    if is_after_number and not is_at_end and not _starts_sentence(after):
        return None  # 3.5 per cent, 6'2" tall
    abbreviated = punctuation == "." and ABBREVIATION.search(before) is not None
    if abbreviated and not is_at_end and not _starts_sentence(after):
        return None
    splits = tuple(_splits(run, ceiling))
    if is_after_number or abbreviated or (last.isalpha() and last.islower()):
        if not splits:
            return None
        if last.isalpha() and not (len(splits) == 1 and len(splits[0]) == 1):
            return None
        has_hint = abbreviated or DECIMAL_HINT.search(stem) is not None or not is_at_end
        return ((), *splits), is_at_end, True, has_hint
    if not splits:
        # Nothing that the list has: one digit after a full stop is a marker all the same, a dangling one.
        return (((int(run),),), is_at_end, False, False) if len(run) < 3 and run[0] != "0" else None
    return splits, is_at_end, False, False


def _starts_sentence(after: str) -> bool:
    words = after.lstrip(BLANK + CLOSERS)
    return after[:1].isspace() and (words[:1].isupper() or words[:1] in "'\"“‘")


def _splits(run: str, ceiling: int) -> list[tuple[int, ...]]:
    """Every way to cut a run of digits into different numbers from 1 to `ceiling`."""
    ways: list[tuple[int, ...]] = [()]
    ends = [0]
    whole: list[tuple[int, ...]] = []
    while ways:
        way, start = ways.pop(), ends.pop()
        for length in range(1, len(str(ceiling)) + 1):
            piece = run[start : start + length]
            number = int(piece or 0)
            if len(piece) < length or piece[0] == "0" or number > ceiling or number in way:
                continue
            if start + length == len(run):
                whole.append((*way, number))
            else:
                ways.append((*way, number))
                ends.append(start + length)
    return sorted(whole)


def _step(highest: int, reading: tuple[int, ...], *, is_free: bool) -> int | None:
    """The highest number after a reading, or None where the order of first use forbids it."""
    for number in reading:
        if number > highest + 1 and not is_free:
            return None
        highest = max(highest, number)
    return highest


def _decide(candidates: list[Candidate], ceiling: int | None) -> list[tuple[int, ...] | None]:
    """For each run its one reading, or None where nothing decides."""
    # 1. Which highest numbers can stand before each run.
    free = [len(candidate.readings) == 1 for candidate in candidates]
    before: list[set[int]] = [{0}]
    for candidate, is_free in zip(candidates, free, strict=True):
        after = {
            step
            for highest in before[-1]
            for reading in candidate.readings
            if (step := _step(highest, reading, is_free=is_free)) is not None
        }
        if not after:  # the order of first use is broken here: any reading may stand
            after = set(before[-1])
        before.append(after)
    # 2. From where the end can still be reached: every listed source cited, or as many as can be.
    goal = ceiling if ceiling in before[-1] else max(before[-1])
    reaching: list[set[int]] = [{goal}]
    for candidate, is_free, here in zip(
        reversed(candidates), reversed(free), reversed(before[:-1]), strict=True
    ):
        good = {
            highest
            for highest in here
            if any(_step(highest, reading, is_free=is_free) in reaching[-1] for reading in candidate.readings)
        }
        reaching.append(good or (here & reaching[-1]) or set(here))
    reaching.reverse()
    # 3. A reading on no such way is out; one that is left alone is decided.
    chosen: list[tuple[int, ...] | None] = []
    for index, candidate in enumerate(candidates):
        ways = [
            reading
            for reading in candidate.readings
            if any(
                _step(highest, reading, is_free=free[index]) in reaching[index + 1]
                for highest in before[index] & reaching[index]
            )
        ]
        chosen.append(_choose(candidate, ways))
    return chosen


def _choose(candidate: Candidate, ways: list[tuple[int, ...]]) -> tuple[int, ...] | None:
    if len(ways) == 1:
        return ways[0]
    if not ways:
        return () if () in candidate.readings else None
    cited = [way for way in ways if way]
    if candidate.is_after_year and candidate.is_at_end and len(cited) == 1:
        return cited[0]
    is_one_digit = len(cited) == 1 and len(cited[0]) == 1 and cited[0][0] < 10
    # A sentence ends in a full stop, so `58.2` at a fact's end is 58 and a marker, unless words
    # before it speak of decimals ("magnitude 6.1").
    if candidate.is_after_number and candidate.is_at_end and is_one_digit and not candidate.has_hint:
        return cited[0]
    return None
