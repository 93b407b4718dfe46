"""One event, several addresses: which of the stories that tell the same is the one that counts."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from briefgraph import ids

DUPLICATE_STORY = "DUPLICATE_STORY"

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Told:
    """A story among those that tell the same."""

    id: str
    published_last_key: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What is reported of a story that counts as another one."""

    id: str
    message: str


def first_of(stories: Mapping[Key, tuple[Told, Any]]) -> Key:
    """The story that all of them count as: the first by date, undated last, then by id."""
    return min(stories, key=lambda key: (stories[key][0].published_last_key, stories[key][0].id))


def problem_of(story: str, first: str) -> Duplicate:
    """The problem of a story that tells the same as `first`."""
    return Duplicate(
        ids.node_id("PROBLEM", story, DUPLICATE_STORY, first),
        f"It tells the same as the story {first}: claims count the two as one. Merge them, or say that they are two.",
    )
