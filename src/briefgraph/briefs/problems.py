"""Problems: what is wrong with a brief that is loaded all the same, one sentence each.

A brief reports at most `MOST_PER_CODE` of a kind; the last of them says how many more there are.
"""

from briefgraph.brief import Problem, ProblemCode
from briefgraph.briefs.page import Page, Places

MOST_PER_CODE = 100


class Problems:
    """Collects the problems of one brief, in the order of their places."""

    def __init__(self, page: Page) -> None:
        self._places = Places(page)
        self._found: list[tuple[int, ProblemCode, str]] = []
        self._counts: dict[ProblemCode, int] = {}

    def add(self, code: ProblemCode, offset: int, message: str) -> None:
        """Record a problem at an offset of the brief's text."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= MOST_PER_CODE:
            self._found.append((offset, code, message))

    def has(self, code: ProblemCode) -> bool:
        """Whether one of this kind was recorded."""
        return code in self._counts

    def all(self) -> tuple[Problem, ...]:
        """The problems, ordered by place, then code."""
        found = []
        seen: dict[ProblemCode, int] = {}
        for offset, code, message in sorted(self._found):
            seen[code] = seen.get(code, 0) + 1
            more = self._counts[code] - MOST_PER_CODE
            if seen[code] == MOST_PER_CODE and more > 0:
                message += f" There are {more} more of this kind."
            line, column = self._places.at(offset)
            found.append(Problem(code=code, message=message, line=line, column=column))
        return tuple(found)


def dangling_marker(marker: str, listed: int) -> str:
    return (
        f"A fact cites source {marker}, and the list of {listed} sources has no such number;"
        " the citation is left out."
    )


def disputed_marker(marker: str) -> str:
    return (
        f"A fact cites source {marker}, and the list gives that number to different sources;"
        " the citation is left out."
    )


def uncited_source(marker: str, label: str) -> str:
    return f"Source {marker}, {label}, is listed and no fact cites it."


def duplicate_number(marker: str, label: str) -> str:
    return f"The list gives number {marker} to {label} too, after it was given to another source."


def ambiguous_marker(digits: str) -> str:
    return (
        f"The digits {digits} may cite a source or be part of a number, or stand for several sources;"
        " nothing is cited for them."
    )


def ambiguous_outlet() -> str:
    return "Where the outlet's name begins at the end of this fact cannot be told; nothing is cited for it."


def missing_provider(label: str) -> str:
    return f"The narrative “{label}” does not say who provided it."


def cut_off(where: str) -> str:
    return f"The document ends {where}; what stands before is kept."


def no_sources(count: int) -> str:
    return f"The facts hold {count} markers, and there is no list of sources; nothing is cited."


def unreadable_forecast() -> str:
    return "The forecast lacks a probability or a question; it is left out."


def broken_markup(piece: str) -> str:
    return f"“{piece}” is left over from mark-up and stands in the words."
