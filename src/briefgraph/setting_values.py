"""How a setting's text is read, and what is wrong with a value: the words that the table of settings is written in.

A reader raises ValueError with the rest of a sentence; a check gives it, or None where the value is of use.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefgraph.address import read_address
from briefgraph.errors import SettingError

ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?", re.ASCII)
HOST = re.compile(r"\[[0-9a-f:.]+\]|[a-z0-9._-]+", re.ASCII)
KEY = re.compile(r"[!-~]{16,512}", re.ASCII)
BUDGET_MAX = 60_000_000  # milliseconds a minute: a thousand processors

Parse = Callable[[str], Any]


def whole(text: str) -> int:
    """A whole number."""
    if not re.fullmatch(r"-?[0-9]{1,15}", text.strip(), re.ASCII):
        raise ValueError("is no whole number")
    return int(text)


def number(text: str) -> float:
    """A number with digits behind the point, or none."""
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text.strip(), re.ASCII):
        raise ValueError("is no number")
    return float(text)


def switch(text: str) -> bool:
    """True or false."""
    known = {
        "true": True,
        "1": True,
        "yes": True,
        "on": True,
        "false": False,
        "0": False,
        "no": False,
        "off": False,
    }
    try:
        return known[text.strip().lower()]
    except KeyError:
        raise ValueError("is neither true nor false") from None


def words(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


def file_path(text: str) -> Path:
    """A path as it is given."""
    return Path(text)


def wrong_address(value: str) -> str | None:
    """What is wrong with a store's address."""
    try:
        read_address(value)
    except SettingError as error:
        return str(error)
    return None


def wrong_origins(value: tuple[str, ...]) -> str | None:
    """What is wrong with origins."""
    if value == ("*",):
        return None
    for origin in value:
        if not ORIGIN.fullmatch(origin):
            return f"has {origin!r}, which is no origin; write https://host or http://host:port, or * alone"
    return None


def wrong_hosts(value: tuple[str, ...]) -> str | None:
    """What is wrong with names of hosts."""
    for host in value:
        if not HOST.fullmatch(host):
            return f"has {host!r}, which is no host; write the name alone, in small letters, without a port"
    return None


def wrong_key(value: str | None) -> str | None:
    """What is wrong with a key."""
    if value is None or KEY.fullmatch(value):
        return None
    return "is no key: 16 to 512 visible ASCII characters; 32 random bytes in hex are a good one"


def wrong_budget(value: int | None) -> str | None:
    """What is wrong with milliseconds a minute."""
    if value is None or 0 <= value <= BUDGET_MAX:
        return None
    return f"is out of range; it goes from 0 to {BUDGET_MAX:,}"


def one_of(*choices: str) -> Callable[[str], str | None]:
    """What is wrong with a value that is none of these."""
    return lambda value: None if value in choices else f"is not one of {', '.join(choices)}"


def between(low: float, high: float) -> Callable[[float], str | None]:
    """What is wrong with a number that is out of range."""
    def wrong(value: float) -> str | None:
        return (
            None if low <= value <= high else f"is out of range; it goes from {in_figures(low)} to {in_figures(high)}"
        )

    return wrong


def in_figures(number: float) -> str:
    """A number for people."""
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def hidden(_: Any) -> str:
    """A secret for people."""
    return "***"
