"""The order of a story's versions: what both engines do when a brief arrives.

Versions are in the order of their dates, or of when they were recorded where they have none, then of
arrival. The same digest twice is one revision, the one that came first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefgraph.brief_json import from_json
from briefgraph.errors import StoreDamaged
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.record import Revision
from briefgraph.graph.store import Arrival, Receipt
from briefgraph.ids import node_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A story's revisions with the new ones among them, numbered from 1, and a receipt an arrival.

    `new` holds the ids of revisions that the story did not have.
    """

    revisions: tuple[Revision, ...]
    new: frozenset[str]
    receipts: tuple[Receipt, ...]


def join(story: str, known: Sequence[Revision], arrivals: Sequence[Arrival], next_arrival: int) -> Joined:
    """Join arrivals to the known revisions of the story that they are part of. `next_arrival` is the first one's count."""
    by_id = {revision.id: revision for revision in known}
    new: list[bool] = []
    given = [revision_id(arrival) for arrival in arrivals]
    for count, (id, arrival) in enumerate(zip(given, arrivals, strict=True), next_arrival):
        new.append(id not in by_id)
        if new[-1]:
            by_id[id] = Revision(
                id=id,
                origin=arrival.story_id,
                number=0,
                published_at=arrival.published_at,
                recorded_at=arrival.recorded_at,
                arrival=count,
                digest=arrival.digest,
                brief=arrival.brief,
            )
    revisions = numbered(story, by_id.values())
    numbers = {revision.id: revision.number for revision in revisions}
    return Joined(
        revisions=revisions,
        new=frozenset(by_id) - {revision.id for revision in known},
        receipts=tuple(
            Receipt(story_id=story, version=numbers[id], is_new=is_new)
            for id, is_new in zip(given, new, strict=True)
        ),
    )


def numbered(story: str, revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """A story's revisions in their order, numbered from 1: what other stories brought comes first.

    So the story that others were merged into goes on saying what it said.
    """
    ordered = sorted(revisions, key=lambda r: (r.origin == story, r.published_at or r.recorded_at, r.arrival))
    return tuple(
        revision if revision.number == number else replace(revision, number=number)
        for number, revision in enumerate(ordered, 1)
    )


def regrouped(revisions: Iterable[Revision], decisions: Decisions) -> dict[str, tuple[Revision, ...]]:
    """Revisions by the story that each belongs to, in the order of their ids, numbered anew."""
    groups: dict[str, list[Revision]] = defaultdict(list)
    for revision in revisions:
        groups[decisions.resolve(revision.origin)].append(revision)
    return {story: numbered(story, groups[story]) for story in sorted(groups)}


def revision_id(arrival: Arrival) -> str:
    """The id of the revision that an arrival is or becomes."""
    return node_id("REVISION", arrival.story_id, arrival.digest)


def revision_of(row: Sequence[Any]) -> Revision:
    """A row of the ledger, as `ledger-revisions` gives it after the story's id. The same on both engines.

    Raises:
        StoreDamaged: the brief in it is none.
    """
    id, origin, number, published_at, recorded_at, arrival, digest, text, brief = row
    try:
        read = from_json(text, brief)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(f"the version {id} cannot be read: the store is damaged; try `briefgraph recover`") from error
    return Revision(
        id=id,
        origin=origin,
        number=number,
        published_at=published_at,
        recorded_at=recorded_at,
        arrival=arrival,
        digest=digest,
        brief=read,
    )
