"""Dates in the words of a text, as far as words alone give them: no text says when it was written."""

from collections.abc import Sequence

from briefgraph.resolve.claims.counting import MONTHS, ORDINAL_ENDINGS, PERIODS, RELATIVE, SHIFTS, WEEKDAYS
from briefgraph.resolve.claims.words import Word
from briefgraph.resolve.wordset import word_set

Date = tuple[str, int]  # what kind ("weekday", "month", "date", "in" for a year, "period", "day"), and which

_UNSURE_MONTHS = word_set("may march jan feb mar apr jun jul aug sep oct nov dec")  # also verbs and names
_BEFORE_MONTHS = word_set("in since last until by this next")


def read_dates(words: Sequence[Word], spots: Sequence[int]) -> set[Date]:
    """Return the dates of the words at `spots`; years in digits are numbers to begin with."""
    found: set[Date] = set()
    for at in spots:
        low = words[at].low
        after = words[at + 1].low if at + 1 < len(words) else ""
        if low in WEEKDAYS and (len(low) > 5 or (words[at].capital and words[at - 1].low != "the")):
            found.add(("weekday", WEEKDAYS[low]))
        elif low in RELATIVE:
            found.add(("day", RELATIVE[low]))
        elif low in SHIFTS and after in PERIODS:
            found.add(("period", 3 * PERIODS.index(after) + SHIFTS[low]))
        elif is_month(words, at):
            found.add(("month", MONTHS[low]))
            day = day_beside(words, at)
            if day:
                found.add(("date", MONTHS[low] * 100 + day))
    return found


def is_month(words: Sequence[Word], at: int) -> bool:
    """Return whether the word at `at` is a month, and no verb ("may", "march") or name ("Jan")."""
    word = words[at]
    if word.low not in MONTHS:
        return False
    if word.low not in _UNSURE_MONTHS:
        return True
    if word.low in {"may", "march"} and not word.capital:
        return False
    return bool(day_beside(words, at) or (word.capital and at and words[at - 1].low in _BEFORE_MONTHS))


def day_beside(words: Sequence[Word], at: int) -> int:
    """Return the day of the month after or before the month at `at`, 0 where there is none."""
    after = day_of(words[at + 1].low) if at + 1 < len(words) else 0
    return after or (day_of(words[at - 1].low) if at else 0)


def day_of(low: str) -> int:
    """Return the day of a month that a word can be, else 0."""
    if low.endswith(ORDINAL_ENDINGS):
        low = low[:-2]
    return int(low) if len(low) < 3 and low.isascii() and low.isdigit() and 0 < int(low) < 32 else 0
