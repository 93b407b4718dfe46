"""What people decided about the graph, and what follows from it: a log, and the sum of what stands in it.

A decision names what it is about by ids that every store gives alike, and says its effects in full, so that it
means the same in another store, before or after the briefs that it is about. What is undone has no effects; of
two that contradict each other the later one holds.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from briefgraph import ids


class DecisionKind(StrEnum):
    """What was decided."""

    MERGE_STORIES = "MERGE_STORIES"
    SEPARATE_STORIES = "SEPARATE_STORIES"
    MERGE_OUTLETS = "MERGE_OUTLETS"
    MERGE_PEOPLE = "MERGE_PEOPLE"
    SPLIT_PERSON = "SPLIT_PERSON"
    REVIEW_LINK = "REVIEW_LINK"
    MERGE_CLAIMS = "MERGE_CLAIMS"
    SPLIT_CLAIM = "SPLIT_CLAIM"
    CORRECT_CITATION = "CORRECT_CITATION"
    CLOSE_PROBLEM = "CLOSE_PROBLEM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What a decision changes. Ids are those that briefs give, never ones that another decision gave.

    Args:
        moved: a story, outlet or person -> the one that it is the same as.
        described: an outlet or person that others are moved to -> what is known of it beside what briefs say:
            `name`, and an outlet's `domain`.
        split: (person, story, the other person's id, their name): whom the story means by that person.
        alone: facts that state what they state apart from others of the same wording.
        same, apart: pairs of wordings, smaller id first, that are one claim, or are not.
        reviewed: facts whose link has been confirmed.
        unreviewed: facts whose link has been rejected, whatever was confirmed before.
        citations: (fact, position, label as read, label as it should be, None where there is no citation).
        closed: problems that need no more attention.
        distinct: pairs of stories, smaller id first, that are not the same event.
        stories: the stories that facts, problems and splits above belong to.
    """

    moved: Mapping[str, str] = field(default_factory=dict)
    described: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    split: Sequence[Sequence[str]] = ()
    alone: Sequence[str] = ()
    same: Sequence[Sequence[str]] = ()
    apart: Sequence[Sequence[str]] = ()
    reviewed: Sequence[str] = ()
    unreviewed: Sequence[str] = ()
    citations: Sequence[Sequence[Any]] = ()
    closed: Sequence[str] = ()
    distinct: Sequence[Sequence[str]] = ()
    stories: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Make tuples of lists: what was read from a store or a file equals what was put into it."""
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, list | tuple):
                entries = tuple(tuple(entry) if isinstance(entry, list) else entry for entry in value)
                object.__setattr__(self, item.name, entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of the log. `subjects` are the ids that it is about, as they were given."""

    id: str
    kind: DecisionKind
    at: str  # when, canonical UTC text
    by: str
    reason: str | None
    subjects: tuple[str, ...]
    effects: Effects
    undone_at: str | None = None
    undone_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it has effects."""
        return self.undone_at is None


def decision_id(kind: DecisionKind, at: str, by: str, subjects: Sequence[str]) -> str:
    """The id of a decision: who decided what about what, and when."""
    return ids.node_id("DECISION", kind, at, by, *subjects)


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a name means after all that was decided; `name` is None where briefs say it."""

    id: str
    name: str | None


class Decisions:
    """The sum of the decisions that stand, in the order in which they were made."""

    def __init__(self, log: Iterable[Decision] = ()) -> None:
        self.standing = sorted((d for d in log if d.stands), key=lambda d: (d.at, d.id))
        effects = [decision.effects for decision in self.standing]
        reviewed: set[str] = set()
        self.moved: dict[str, str] = {}
        self.described: dict[str, Mapping[str, str | None]] = {}
        self.splits: dict[tuple[str, str], str] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._citations: dict[tuple[str, int, str], str | None] = {}
        self._wordings: dict[tuple[str, str], bool] = {}  # whether the two are one claim
        for one in effects:
            self.moved.update(one.moved)
            self.described.update(one.described)
            self.splits |= {(person, story): new for person, story, new, _ in one.split}
            self._names |= {(new, story): name for _, story, new, name in one.split}
            self._citations |= {(fact, place, label): right for fact, place, label, right in one.citations}
            for pairs, is_same in ((one.same, True), (one.apart, False)):
                for a, b in pairs:
                    self._wordings[a, b] = is_same
            reviewed = reviewed - {*one.unreviewed} | {*one.reviewed}
        self.alone = frozenset(fact for one in effects for fact in one.alone)
        self.reviewed = frozenset(reviewed)
        self.closed = frozenset(problem for one in effects for problem in one.closed)
        self.distinct = frozenset((a, b) for one in effects for a, b in one.distinct)

    def resolve(self, node_id: str) -> str:
        """The story, outlet or person that stands for `node_id`: itself, unless it was merged.

        Decisions of two people may go round in a circle: the smallest id of it stands for all of them.
        """
        return _followed(node_id, self.moved.get)

    def person(self, person: str, story: str) -> Person:
        """Whom a story means by `person`: moved to others, and split from namesakes, as often as was decided."""

        def following(node_id: str) -> str | None:
            return self.splits.get((node_id, story)) or self.moved.get(node_id)

        # Whoever was split off and merged back is the one again that the merge names: it goes round in a circle.
        meant = self.resolve(_followed(person, following))
        return Person(meant, self._names.get((meant, story)) or self.described.get(meant, {}).get("name"))

    def citation(self, fact: str, position: int, label: str) -> str | None:
        """The label that a citation should have; None where there should be none."""
        return self._citations.get((fact, position, label), label)

    @cached_property
    def _partners(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for a, b in self.same:
            found.setdefault(a, []).append(b)
            found.setdefault(b, []).append(a)
        return found

    def partners(self, wording: str) -> Sequence[str]:
        """The wordings that were decided to be one claim with this one."""
        return self._partners.get(wording, ())

    @cached_property
    def same(self) -> tuple[tuple[str, str], ...]:
        """Pairs of wordings that are one claim, sorted."""
        return tuple(sorted(pair for pair, is_same in self._wordings.items() if is_same))

    @cached_property
    def apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of wordings that are not one claim."""
        return frozenset(pair for pair, is_same in self._wordings.items() if not is_same)

    def targets(self) -> dict[str, str]:
        """Every id that was merged away -> what stands for it."""
        return {node_id: self.resolve(node_id) for node_id in self.moved}


@dataclass(frozen=True, slots=True)
class Stale:
    """What has to be looked at again after a change of the log.

    Args:
        ids: outlets and people, as briefs give them, that mean others than before.
        origins: stories, as briefs give them, that belong to others than before.
        stories: other stories whose record is another.
        wordings: wordings whose claim may be another.
    """

    ids: frozenset[str]
    origins: frozenset[str]
    stories: frozenset[str]
    wordings: frozenset[str]


def stale(old: Decisions, new: Decisions, changed: Collection[Decision]) -> Stale:
    """What a change of the log makes stale; `changed` are the decisions that came, went or were undone."""
    # What is said of a target anew is said where others stand for it; a hub's own stories need not be made again.
    said = {d for d in {*old.described, *new.described} if old.described.get(d) != new.described.get(d)}
    moved = {
        node
        for node in {**old.moved, **new.moved}
        if old.resolve(node) != new.resolve(node) or new.resolve(node) in said
    }
    origins = {node for node in moved if node.startswith(ids.PREFIX["STORY"])}
    pairs = set(old.same) ^ set(new.same) | (old.apart ^ new.apart)
    distinct = {story for pair in old.distinct ^ new.distinct for story in pair}
    # Briefs do not name whom a split made: its story is told by the split.
    split = {story for sum_ in (old, new) for (_, story), other in sum_.splits.items() if other in moved}
    return Stale(
        frozenset(moved - origins),
        frozenset(origins),
        frozenset({story for decision in changed for story in decision.effects.stories} | distinct | split),
        frozenset(wording for pair in pairs for wording in pair),
    )


def _followed(node_id: str, following: Callable[[str], str | None]) -> str:
    path = [node_id]
    while (into := following(path[-1])) is not None:
        if into in path:
            return min(path[path.index(into) :])
        path.append(into)
    return path[-1]


def merged(known: Decision, given: Decision) -> Decision | None:
    """The entry that two logs have together, where each has one of this id; None where they say different things.

    What was undone in one is undone; of two times the earlier counts.
    """
    if replace(known, undone_at=None, undone_by=None) != replace(given, undone_at=None, undone_by=None):
        return None
    undone = [one for one in (known, given) if not one.stands]
    return min(undone, key=lambda one: (one.undone_at or "", one.undone_by or ""), default=known)


def pair_of(a: str, b: str) -> tuple[str, str]:
    """Two ids, the smaller first."""
    return (a, b) if a < b else (b, a)
