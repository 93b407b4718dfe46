"""Numbers with their units, and dates, out of the words of a text."""

from collections.abc import Sequence
from typing import NamedTuple

from briefgraph.resolve.claims.words import (
    ABOUT,
    LEAST,
    MONTHS,
    MOST,
    NUMBER_WORDS,
    ORDINALS,
    PERIODS,
    RELATIVE,
    SCALES,
    SHIFTS,
    VAGUE,
    WEEKDAYS,
    Word,
)

Date = tuple[str, int]

_CURRENCIES = {"usd": "money", "eur": "money", "gbp": "money", "jpy": "money", "cents": "money"}
_KINDS = _CURRENCIES | {
    "percent": "share", "points": "share", "bps": "share",
    "km": "length", "mile": "length", "m": "length", "ft": "length",
    "kg": "mass", "lb": "mass", "ton": "mass",
    "c": "heat", "f": "heat", "mph": "speed", "kph": "speed",
    "hour": "time", "minute": "time", "second": "time", "day": "time", "week": "time", "month": "time", "year": "time",
    "age": "age", "ordinal": "ordinal", "clock": "clock", "vague": "vague",
}  # fmt: skip
_METRIC = {"mile": ("km", 1.609344), "ft": ("m", 0.3048), "lb": ("kg", 0.45359237), "mph": ("kph", 1.609344)}
_CASUALTIES = frozenset({"dead", "hurt", "missing", "held"})
_BREAKS = frozenset({",", ".", ";", ":", "and", "in", "at", "on", "with", "as", "after", "(", ")", "-", "while", "from"})
_ENDINGS = ("st", "nd", "rd", "th")


class Quantity(NamedTuple):
    """A number. `kind` groups units that can be compared ("count" where there is none); `hedge` is "", "least",
    "most" or "about"; `converted` tells that the value was turned into metric units, and is rounded.
    """

    kind: str
    unit: str
    value: float
    hedge: str
    converted: bool


class Figures(NamedTuple):
    """The numbers and dates of a text."""

    numbers: tuple[Quantity, ...]
    dates: frozenset[Date]


def read_figures(words: Sequence[Word], spots: Sequence[int]) -> Figures:
    """Return the numbers and dates. `spots` are the places of the words that may be part of one, ascending."""
    numbers: list[Quantity] = []
    dates: set[Date] = set()
    done = -1
    for at in spots:
        if at < done:
            continue
        word = words[at]
        low = word.low
        if low in WEEKDAYS:
            if len(low) > 4 or word.capital:
                dates.add(("weekday", WEEKDAYS[low]))
        elif low in RELATIVE:
            dates.add(("day", RELATIVE[low]))
        elif low in SHIFTS:
            after = _low(words, at + 1)
            if after in PERIODS:
                dates.add((after, SHIFTS[low]))
            elif after in WEEKDAYS and low == "next":
                dates.add(("weekdays", 1))
        elif low in MONTHS and _is_month(words, at):
            dates.add(("month", MONTHS[low]))
            day = _day(_low(words, at + 1)) or _day(_low(words, at - 1))
            if day:
                dates.add(("date", MONTHS[low] * 100 + day))
        elif low in VAGUE:
            if low != "scores" or _low(words, at + 1) == "of":
                numbers.append(Quantity("vague", "vague", VAGUE[low], "", converted=False))
        elif low in ORDINALS or (low[:1].isdigit() and low.endswith(_ENDINGS)):
            value = ORDINALS.get(low) or _value(low[:-2])
            if value is not None and not (low == "second" and _low(words, at - 1) in NUMBER_WORDS):
                numbers.append(Quantity("ordinal", "ordinal", float(value), "", converted=False))
        elif low[:1].isdigit() or low in NUMBER_WORDS:
            done = _number(words, at, numbers, dates)
    return Figures(tuple(sorted(numbers)), frozenset(dates))


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _is_month(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.low not in {"may", "march", "mar", "dec", "jan", "sep", "jun", "jul", "oct", "nov", "feb", "apr", "aug"}:
        return True
    beside = _day(_low(words, at + 1)) or _day(_low(words, at - 1)) or _low(words, at - 1) in {"in", "since", "last", "until"}
    return bool(word.capital and beside)


def _day(low: str) -> int:
    if low.endswith(_ENDINGS):
        low = low[:-2]
    return int(low) if low.isascii() and low.isdigit() and len(low) < 3 and 0 < int(low) < 32 else 0


def _value(low: str) -> float | None:
    """Return the number written in digits, None where it is none (a clock, 1.2.3)."""
    plain = low.replace(",", "")
    if len(plain) > 30:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def _number(words: Sequence[Word], at: int, numbers: list[Quantity], dates: set[Date]) -> int:
    """Read the number that begins at `at`, and return where it ends."""
    low = words[at].low
    is_digits = low[:1].isdigit()
    if is_digits:
        value = _value(low)
        if value is None:
            hours, colon, minutes = low.partition(":")
            if colon and hours.isdigit() and minutes.isdigit() and len(low) < 6:
                numbers.append(Quantity("clock", "clock", float(hours + "." + minutes), "", converted=False))
            elif len(low) < 30:
                numbers.append(Quantity("code", low, 0.0, "", converted=False))
            return at + 1
        end = at + 1
    else:
        value, end = _spelled(words, at)
    before, after = _low(words, at - 1), _low(words, end)
    is_money = before in {"$", "€", "£", "¥"}
    if after in SCALES and (is_digits or len(after) > 2) and not (after == "dozen" and not is_digits):
        value, end = value * SCALES[after], end + 1
    elif after == "dozen":
        value, end = value * 12, end + 1
    elif after == "m" and is_digits and (is_money or (_low(words, end + 1).isalpha() and len(_low(words, end + 1)) > 3)):
        value, end = value * 1_000_000, end + 1
    if (_low(words, at - 1) in MONTHS or _low(words, end) in MONTHS) and _day(low) and (
        (at and _is_month(words, at - 1)) if _low(words, at - 1) in MONTHS else _is_month(words, end)
    ):
        return end
    if is_digits and len(low) == 4 and low.isdigit() and 1900 <= value < 2100 and end == at + 1 and not is_money:
        unit = words[end].unit if end < len(words) else ""
        if not unit or unit in _CASUALTIES:
            dates.add(("in", int(value)))
            return end
    unit = words[at - 1].unit if is_money else _unit(words, at, end)
    if low == "one" and not unit:
        return end
    hedge = ""
    for back in (at - 1 - is_money, at - 2 - is_money):
        word = _low(words, back)
        if word in LEAST or word in MOST or word in ABOUT:
            hedge = "least" if word in LEAST else "most" if word in MOST else "about"
            if word == "more" and _low(words, back - 1) == "no":
                hedge = "most"
            break
        if word not in {"than", "to", "a", "an"}:
            break
    converted = False
    if unit in _METRIC:
        unit, factor = _METRIC[unit]
        value, converted = value * factor, True
    elif unit == "f":
        unit, value, converted = "c", (value - 32) / 1.8, True
    elif unit == "cents":
        unit, value = "usd", value / 100
    elif unit == "bps":
        unit, value = "points", value / 100
    numbers.append(Quantity(_KINDS.get(unit, "count"), unit, round(value, 6), hedge, converted))
    return end


def _spelled(words: Sequence[Word], at: int) -> tuple[float, int]:
    total, current, end = 0.0, 0.0, at
    while True:
        low = _low(words, end)
        if low in NUMBER_WORDS and (current == 0 or (current % 10 == 0 and NUMBER_WORDS[low] < 10) or current % 100 == 0):
            if low in NUMBER_WORDS and current % 100 and current % 10 == 0 and NUMBER_WORDS[low] >= 10:
                break
            current += NUMBER_WORDS[low]
            end += 1
        elif low == "-" and end > at and _low(words, end + 1) in NUMBER_WORDS and current % 10 == 0 and current:
            end += 1
        elif low == "hundred" and current:
            current, end = current * 100, end + 1
        elif low in {"thousand", "million", "billion", "trillion"} and current:
            total, current, end = total + current * SCALES[low], 0.0, end + 1
        elif low == "and" and end > at and _low(words, end - 1) in {"hundred", "thousand"} and _low(words, end + 1) in NUMBER_WORDS:
            end += 1
        else:
            break
    return total + current, end


def _unit(words: Sequence[Word], at: int, end: int) -> str:
    """Return the unit after the number, or what befell those that it counts."""
    after = words[end] if end < len(words) else None
    if after is not None:
        if after.low == "-" and end + 1 < len(words):
            follower = words[end + 1]
            if follower.low == "year" and "old" in (_low(words, end + 2), _low(words, end + 3)):
                return "age"
            if follower.unit and follower.unit not in _CASUALTIES:
                return follower.unit
        if after.unit == "year" and _low(words, end + 1) in {"old", "-"} and "old" in (_low(words, end + 1), _low(words, end + 2)):
            return "age"
        if after.low in {"am", "pm", "a.m", "p.m", "gmt", "est", "o'clock"}:
            return "clock"
        if after.low in {"degree", "degrees", "°"}:
            return words[end + 1].unit if end + 1 < len(words) and words[end + 1].unit in {"c", "f"} else "degree"
        if after.low == "percentage" and _low(words, end + 1).startswith("point"):
            return "points"
        if after.unit:
            return after.unit
    if _low(words, at - 1) in {"aged", "age"}:
        return "age"
    for step in range(end, min(end + 4, len(words))):
        if words[step].low in _BREAKS or words[step].low[:1].isdigit():
            break
        if words[step].unit in _CASUALTIES:
            return words[step].unit
    for step in range(at - 1, max(at - 5, -1), -1):
        if words[step].low in {",", ".", ";"} or words[step].low[:1].isdigit() or words[step].low in NUMBER_WORDS:
            break
        if words[step].unit in _CASUALTIES:
            return words[step].unit
    return ""
