"""Dates: the few ways that briefs and their callers write one, made canonical.

The result is always `YYYY-MM-DDTHH:MM:SSZ`; a day without a time is its midnight in UTC.
"""

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
BEFORE = r"(?:published|updated|posted|last updated)?(?: on|:)? ?"
WRITTEN = (
    re.compile(rf"{BEFORE}{WEEKDAY}{DAY} {MONTH},? {YEAR}", re.IGNORECASE),
    re.compile(rf"{BEFORE}{WEEKDAY}{MONTH} {DAY},? {YEAR}", re.IGNORECASE),
    re.compile(rf"{BEFORE}{YEAR}-(?P<month>\d{{2}})-{DAY}", re.IGNORECASE),
)
AFTER = re.compile(r"\s*(?:[·•|—–-]|at\b|,)?\s*(?:\d{1,2}:\d{2}\b.{0,12}|\d{1,3} min(?:ute)?s? read)?")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?")
DATE_LENGTH = 80


def canonical(words: str) -> str | None:
    """A date or an instant as `2024-03-27T00:00:00Z`, or None where it is none.

    Takes ISO 8601 dates and instants (an offset is turned into UTC; none means UTC) and dates in
    English words: `27 March 2024`, `Wednesday, March 27, 2024`.
    """
    words = " ".join(words[:DATE_LENGTH].split())
    if INSTANT.fullmatch(words):
        try:
            instant = datetime.fromisoformat(words)
            instant = instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        return f"{instant.year:04d}-{instant:%m-%dT%H:%M:%SZ}"
    for form in WRITTEN:
        if match := form.fullmatch(words):
            return _midnight(match)
    return None


def date_of_line(words: str) -> str | None:
    """The date of a line that holds nothing but a date and, it may be, a time or a reading time."""
    words = " ".join(words[:DATE_LENGTH].split())
    for form in WRITTEN:
        match = form.match(words)
        if match and AFTER.fullmatch(words, match.end()):
            return _midnight(match)
    return None


def is_date_line(words: str) -> bool:
    """Whether a line is a date and no more."""
    return len(words) < DATE_LENGTH and date_of_line(words) is not None


def _midnight(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].casefold()) + 1
    try:
        day = date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    return f"{day.isoformat()}T00:00:00Z"
