"""The stages of a request that are worth timing apart, and who is told of them.

The executor names them; what is made of it (a histogram, a span) is the server's affair.
"""

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """What a request spends its time on."""

    PLAN = "plan"  # reading a document that is not known yet, and compiling it
    STATEMENT = "statement"  # the engine's work


class Stages(Protocol):
    """Told when a stage begins and ends."""

    def stage(self, stage: Stage) -> AbstractContextManager[object]:
        """Around one stage of the request that the current task answers."""
        ...


class Unwatched:
    """Nobody wants to know: the command line's."""

    def stage(self, stage: Stage) -> AbstractContextManager[object]:
        """Nothing."""
        return nullcontext()
