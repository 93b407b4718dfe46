"""Which plans a server keeps: one for each text, types of its values, and orders of magnitude of their sizes."""

from collections.abc import Iterable
from typing import Any

from briefgraph.graph.neo4j.connections import Question

KEPT = 1_000  # plans that a server keeps, unless it is set otherwise

Key = tuple[str, tuple[Any, ...]]


class Plans:
    """The plans that a server should have by now."""

    def __init__(self) -> None:
        self._kept: set[Key] = set()

    def missing(self, questions: Iterable[Question]) -> list[Question]:
        """The questions that the server has to plan before it can run them."""
        return [question for question in questions if _key(question) not in self._kept]

    def keep(self, questions: Iterable[Question]) -> None:
        """Count on their plans from now on."""
        new = {_key(question) for question in questions}
        if len(self._kept) + len(new) > KEPT:
            self._kept.clear()
        self._kept |= new

    def forget(self, questions: Iterable[Question]) -> None:
        """Count on their plans no more."""
        self._kept.difference_update(map(_key, questions))


def _key(question: Question) -> Key:
    text, values = question
    return text, tuple(map(_kind, values.values()))


def _kind(value: Any) -> Any:
    """What a plan depends on of a value: its type, and of a text or list whether it has 0, 1, 2 to 10, 11 to 100 ... parts.

    Measured: a text of 1 to 10,001 characters was planned anew at 0, 1, 2, 11, 101, 1,001 and 10,001.
    """
    if isinstance(value, str | list):
        size = len(value)
        return type(value), size if size < 2 else -len(str(size - 1))
    return type(value)
