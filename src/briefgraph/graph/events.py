"""One event, several addresses: which of the stories that tell the same is the one that counts."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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


@dataclass(frozen=True, slots=True)
class Recounted(Generic[Key]):
    """A story that counts as another one than before: as `event`. `problem` says so, unless that is the story itself."""

    story: Key
    event: Key
    problem: Duplicate | None


def recounted(members: Mapping[Key, tuple[Told, Key]]) -> Iterator[Recounted[Key]]:
    """Which of the stories that tell the same count as others than before.

    Args:
        members: all twins of one another, each with the story that it counts as now; none where all were deleted.
    """
    if not members:
        return
    first = first_of(members)
    for story, (told, event) in members.items():
        if event != first:
            yield Recounted(story, first, None if story == first else problem_of(told.id, members[first][0].id))


def first_of(stories: Mapping[Key, tuple[Told, Any]]) -> Key:
    """The story that all of them count as: the first by date, undated last, then by id."""
    return min(stories, key=lambda key: (stories[key][0].published_last_key, stories[key][0].id))


def problem_of(story: str, first: str) -> Duplicate:
    """The problem of a story that tells the same as `first`."""
    return Duplicate(
        ids.node_id("PROBLEM", story, DUPLICATE_STORY, first),
        f"It tells the same as the story {first}: claims count the two as one. Merge them, or say that they are two.",
    )
