"""Forecasts: `There is a 61% chance that ..., according to the ... prediction community`.

Read wherever the number and "chance" stand together; the article before the number, the full stop
at the end and the order of the two halves do not matter.
"""

import re
from dataclasses import dataclass

from briefgraph.brief import Forecast
from briefgraph.briefs.page import BLANK, Page, strip_span

CHANCE = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{1,6})?)\s?(?:%|percent|per\s+cent)\s+(?:chance|probability|likelihood)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\bthere(?:\s+is|['’]s)\s+(?:an?\s+)?(?:[^\s.]{1,20}\s+){0,3}(?:chance|probability|likelihood)\b", re.IGNORECASE
)
ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)
SOURCE = re.compile(r"(?:the\s+)?([^.,;\n]{1,80})", re.IGNORECASE)
TAIL = re.compile(
    r"(?:\s+(?:prediction|forecasting|forecast))?(?:\s+(?:community|forecasters|users|platform|market))?$",
    re.IGNORECASE,
)
PREDICTORS = re.compile(r"\b(?:metaculus|communit|predict|forecast)", re.IGNORECASE)
BEFORE = 200  # characters before a chance in which its source is looked for
OPENING = re.compile(r"\s*(?:,\s*)?(?:that|of|for)?(?=\s)\s*", re.IGNORECASE)
NEXT = re.compile(
    r"[,;.]?\s+(?:and|while|but|with)?\s*(?:there(?:\s+is|['’]s)\s+)?(?:also\s+)?(?:an?\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasts:
    """What a stretch holds. `is_unreadable`: it speaks of a chance, and lacks its number or question."""

    forecasts: tuple[Forecast, ...] = ()
    is_unreadable: bool = False


def read_forecasts(page: Page, start: int, end: int, *, position: int) -> Forecasts:
    """The forecasts of a stretch, numbered from `position`."""
    words = page.slice(start, end)
    chances = list(CHANCE.finditer(words))
    found: list[Forecast] = []
    is_unreadable = not chances and VAGUE.search(words) is not None
    for index, chance in enumerate(chances):
        following = chances[index + 1].start() if index + 1 < len(chances) else len(words)
        opening = _opening(words, chance.end(), following)
        stop = following
        if following < len(words):
            stop = following - _length_of_lead(words[max(opening, following - 40) : following])
        tail = _tail(words, opening, stop)
        question_end = tail.start() if tail else stop
        source = _source(words, tail.end()) if tail else _source_before(words, opening)
        first, last = strip_span(page, start + opening, start + question_end)
        question = page.slice(first, last)
        question = question.rstrip(BLANK + ".,;–—-")
        last = first + len(question)
        probability = round(float(chance[1]) / 100, 4)
        if " " not in question or probability > 1:
            is_unreadable = True
            continue
        found.append(
            Forecast(
                position=position + len(found),
                question=question,
                probability=probability,
                source=source,
                start=first,
                end=last,
            )
        )
    return Forecasts(forecasts=tuple(found), is_unreadable=is_unreadable)


def _opening(words: str, position: int, stop: int) -> int:
    """Where the question begins: after "that", and after an "according to ...," before it."""
    aside = ACCORDING.match(
        words,
        position
        + len(words[position : position + 8])
        - len(words[position : position + 8].lstrip(BLANK + ",")),
    )
    if aside:
        comma = words.find(",", aside.end(), min(stop, aside.end() + 100))
        if comma >= 0:
            position = comma + 1
    match = OPENING.match(words, position)
    return match.end() if match else position


def _tail(words: str, start: int, stop: int) -> re.Match[str] | None:
    """The "according to" that names the forecasters: the first that speaks of a community, else the last."""
    last = None
    for match in ACCORDING.finditer(words, start, stop):
        if PREDICTORS.search(words[match.end() : match.end() + 60]):
            return match
        last = match
    return last if last and stop - last.end() < 80 else None


def _length_of_lead(words: str) -> int:
    lead = NEXT.search(words)
    return len(words) - lead.start() if lead else 0


def _source(words: str, position: int) -> str | None:
    match = SOURCE.match(words, position)
    if not match:
        return None
    name = TAIL.sub("", match[1].strip(BLANK)).strip(BLANK + "'\"’”")
    return name or None


def _source_before(words: str, stop: int) -> str | None:
    """Who is named before the number: "According to the Metaculus community, there is ..."."""
    before = words[max(0, stop - BEFORE) : stop]
    match = ACCORDING.search(before)
    if match:
        return _source(before, match.end())
    return "Metaculus" if "metaculus" in before.casefold() else None
