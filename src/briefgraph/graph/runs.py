"""What stands where, and in which versions: places in two units, occurrences, runs."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from briefgraph.graph.record import Place, Run

ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


class Ruler:
    """Turns offsets in code points of one text into places that know UTF-16 too.

    One pass over the text; then each place costs a binary search, and nothing where the text has no
    character above U+FFFF.
    """

    __slots__ = ("_astral",)

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [match.start() for match in ASTRAL.finditer(text)]

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        if not self._astral:
            return Place(start=start, end=end, start_utf16=start, end_utf16=end)
        return Place(
            start=start,
            end=end,
            start_utf16=start + bisect_left(self._astral, start),
            end_utf16=end + bisect_left(self._astral, end),
        )


def occurrences(items: Iterable[Item], identity: Callable[[Item], Key]) -> dict[tuple[Key, int], Item]:
    """Items by identity and occurrence, from 0: two that say the same are two, in their order."""
    seen: Counter[Key] = Counter()
    found: dict[tuple[Key, int], Item] = {}
    for item in items:
        key = identity(item)
        found[key, seen[key]] = item
        seen[key] += 1
    return found


def runs(
    versions: Iterable[tuple[int, Mapping[Key, Item]]], newest: int
) -> list[tuple[Key, Run, list[tuple[int, Item]]]]:
    """Each key's stretches of versions without a gap, with the item as each version has it.

    `versions` are numbered without a gap. A stretch that reaches `newest` is open.
    """
    standing: dict[Key, list[tuple[int, Item]]] = {}
    stretches: list[tuple[Key, list[tuple[int, Item]]]] = []
    for number, items in versions:
        stretches += [(key, standing.pop(key)) for key in [key for key in standing if key not in items]]
        for key, item in items.items():
            standing.setdefault(key, []).append((number, item))
    stretches.extend(standing.items())
    return [
        (key, Run(first_version=stretch[0][0], last_version=_end(stretch[-1][0], newest)), stretch)
        for key, stretch in stretches
    ]


def _end(last: int, newest: int) -> int | None:
    return None if last == newest else last
