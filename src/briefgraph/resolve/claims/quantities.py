"""Numbers with their units out of the words of a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgraph.resolve.claims.counting import (
    ABOUT,
    FRACTIONS,
    LARGE,
    LEAST,
    MONTHS,
    MOST,
    NUMBERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    SCALES,
    VAGUE,
)
from briefgraph.resolve.claims.dates import day_of, is_month
from briefgraph.resolve.claims.words import Word
from briefgraph.resolve.wordset import word_set

YEAR = "year of the calendar"
ONE = "one"

_KINDS = {
    "usd": "money", "eur": "money", "gbp": "money", "jpy": "money",
    "percent": "share", "points": "share",
    "km": "length", "m": "length", "kg": "mass", "ton": "mass", "c": "heat", "degree": "heat", "kph": "speed",
    "hour": "time", "minute": "time", "second": "time", "day": "time", "week": "time", "month": "time", "year": "time",
    "age": "age", "clock": "clock",
}  # fmt: skip
_METRIC = {"mile": ("km", 1.609344), "ft": ("m", 0.3048), "lb": ("kg", 0.45359237), "mph": ("kph", 1.609344)}
_PARTS = {"cents": ("usd", 100), "bps": ("points", 100), "decade": ("year", 0.1), "century": ("year", 0.01)}
_SIGNS = word_set("$ € £ ¥")
_CASUALTIES = word_set("dead hurt missing held")
_BREAKS = word_set(", . ; : and in at on with as after ( ) - while from")
_CLOCKS = word_set("am pm a.m p.m gmt est o'clock")
_HEDGES = dict.fromkeys(ABOUT, "about") | dict.fromkeys(LEAST, "least") | dict.fromkeys(MOST, "most")
_TURNED = {"more": "most", "fewer": "least", "less": "least"}  # after "no"
_UP_TO = frozenset({("up", "to"), ("many", "as"), ("much", "as")})
_PIECE_WORDS = word_set("of a an one -")  # "a quarter of a percentage point"
_LONGEST = 30  # digits of a number; more are a code


class Quantity(NamedTuple):
    """A number. `kind` groups units that can be compared ("count" where there is none); `hedge` is "", "least",
    "most" or "about"; `converted` tells that the value was turned into metric units, and is rounded.
    """

    kind: str
    unit: str
    value: float
    hedge: str
    converted: bool


def read_numbers(words: Sequence[Word], spots: Sequence[int]) -> Iterator[Quantity]:
    """Give the numbers, years of the calendar among them. `spots` are the places of words that may be part of one."""
    done = -1
    for at in spots:
        low = words[at].low
        is_digits = low[:1].isdigit()
        if at < done:
            continue
        if low in FRACTIONS:
            end = next((step for step in range(at + 1, at + 5) if _low(words, step) not in _PIECE_WORDS), at)
            if end < len(words) and words[end].unit == "points":
                yield Quantity("share", "points", FRACTIONS[low], "", converted=False)
                done = end
        elif low in VAGUE:
            if low != "scores" or _low(words, at + 1) == "of":
                yield _plain("vague", "vague", VAGUE[low])
        elif low in ORDINALS or (is_digits and low.endswith(ORDINAL_ENDINGS)):
            value = ORDINALS.get(low) or digits(low[:-2])
            if value is not None and not _is_of_date(words, at):
                yield _plain("ordinal", "ordinal", value)
        elif is_digits or low in NUMBERS:
            value, done = _size(words, at)
            if value is None:
                yield _other(low)
            elif not _is_of_date(words, at):
                yield from _measured(words, at, done, value)


def digits(low: str) -> float | None:
    """Return the number written in digits, None where it is none (a clock, 1.2.3)."""
    try:
        return float(low.replace(",", "")) if len(low) <= _LONGEST else None
    except ValueError:
        return None


def _plain(kind: str, unit: str, value: float) -> Quantity:
    return Quantity(kind, unit, float(value), "", converted=False)


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _is_of_date(words: Sequence[Word], at: int) -> bool:
    if not day_of(words[at].low):
        return False
    return any(_low(words, beside) in MONTHS and is_month(words, beside) for beside in (at - 1, at + 1))


def _other(low: str) -> Quantity:
    hours, colon, minutes = low.partition(":")
    if colon and len(low) < 6 and hours.isdecimal() and minutes.isdecimal():
        return _plain("clock", "clock", int(hours) + int(minutes) / 60)
    return _plain("code", low[:_LONGEST], 0.0)


# --- how many --------------------------------------------------------------------------------


def _size(words: Sequence[Word], at: int) -> tuple[float | None, int]:
    """Return the value of the number that begins at `at`, with its scale (1.2 billion), and where it ends."""
    low = words[at].low
    is_digits = low[:1].isdigit()
    value, end = (digits(low), at + 1) if is_digits else _spelled(words, at)
    if value is None:
        return None, end
    after = _low(words, end)
    if after == "-" and is_digits and (_low(words, end + 1) in SCALES or _low(words, end + 1) == "m"):
        end, after = end + 1, _low(words, end + 1)
    if after in SCALES and (is_digits or len(after) > 3):
        return value * SCALES[after], end + 1
    if after == "m" and is_digits:
        noun = _low(words, end + 1)
        if _low(words, at - 1) in _SIGNS or (noun.isalpha() and len(noun) > 3):
            return value * 1_000_000, end + 1
    return value, end


def _spelled(words: Sequence[Word], at: int) -> tuple[float, int]:
    """Return the value of words like "two hundred and fifty thousand", and where they end."""
    total = current = 0.0
    end = at
    while True:
        low = _low(words, end)
        if low in NUMBERS and _fits(current, NUMBERS[low]):
            current += NUMBERS[low]
        elif low == "hundred" and current:
            current *= 100
        elif low in LARGE and current:
            total, current = total + current * LARGE[low], 0.0
        elif not (end > at and _low(words, end + 1) in NUMBERS and _binds(low, current, total)):
            return total + current, end
        end += 1


def _fits(current: float, added: int) -> bool:
    return current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and 0 < added < 10)


def _binds(low: str, current: float, total: float) -> bool:
    """Return whether "-" or "and" goes on with a number: twenty-five, two hundred and five."""
    if low == "-":
        return current % 100 >= 20 and current % 10 == 0
    return low == "and" and ((current > 0 and current % 100 == 0) or (total > 0 and current == 0))


# --- of what ---------------------------------------------------------------------------------


def _measured(words: Sequence[Word], at: int, end: int, value: float) -> Iterator[Quantity]:
    low = words[at].low
    is_money = _low(words, at - 1) in _SIGNS
    unit = words[at - 1].unit if is_money else _unit(words, at, end)
    if len(low) == 4 and low.isdecimal() and end == at + 1 and 1900 <= value < 2100 and unit in {"", *_CASUALTIES}:
        yield _plain(YEAR, YEAR, value)
        return
    if low == "one" and end == at + 1 and not unit:
        if end < len(words) and (words[end].stem or words[end].low == "of"):
            yield _plain(ONE, ONE, 1)  # "one man", "one of them", which "a man" may say too; not "no one"
        return
    converted = unit in _METRIC or unit == "f"
    if unit in _METRIC:
        unit, factor = _METRIC[unit]
        value *= factor
    elif unit == "f":
        unit, value = "c", (value - 32) / 1.8
    elif unit in _PARTS:
        unit, divisor = _PARTS[unit]
        value /= divisor
    yield Quantity(_KINDS.get(unit, "count"), unit, round(value, 6), _hedge(words, at - 1 - is_money), converted)


def _hedge(words: Sequence[Word], at: int) -> str:
    """Return how the words that end at `at` weaken a number."""
    for back in range(at, at - 3, -1):
        low = _low(words, back)
        if low in _HEDGES:
            return _TURNED.get(low, _HEDGES[low]) if _low(words, back - 1) == "no" else _HEDGES[low]
        if (low, _low(words, back + 1)) in _UP_TO:
            return "most"
        if low not in {"than", "to", "as", "a", "an"}:
            return ""
    return ""


def _unit(words: Sequence[Word], at: int, end: int) -> str:
    """Return the unit of the number at `at:end`, or what befell those that it counts, "" where neither is said."""
    if end < len(words):
        found = _unit_after(words, end)
        if found:
            return found
    if _low(words, at - 1) in {"aged", "age"}:
        return "age"
    return _casualty(words, range(end, min(end + 4, len(words))), _BREAKS) or _casualty(
        words, range(at - 1, max(at - 5, -1), -1), {",", ".", ";"}
    )


def _unit_after(words: Sequence[Word], end: int) -> str:
    step = end + 1 if words[end].low == "-" and end + 1 < len(words) else end
    word = words[step]
    if word.unit == "year" and "old" in (_low(words, step + 1), _low(words, step + 2)):
        return "age"
    if word.low in _CLOCKS:
        return "clock"
    if word.low in {"degree", "degrees", "°"}:
        scale = words[step + 1].unit if step + 1 < len(words) else ""
        return scale if scale in {"c", "f"} else "degree"
    return word.unit if step == end or word.unit not in _CASUALTIES else ""


def _casualty(words: Sequence[Word], steps: range, breaks: frozenset[str] | set[str]) -> str:
    for step in steps:
        low = words[step].low
        if low in breaks or low[:1].isdigit() or (steps.step < 0 and low in NUMBERS):
            return ""
        if words[step].unit in _CASUALTIES:
            return words[step].unit
    return ""
