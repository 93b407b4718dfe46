"""The order of a story's versions: what both engines do when a brief arrives.

Versions are in the order of their dates, or of when they were recorded where they have none, then of
arrival. The same digest twice is one revision, the one that came first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefgraph.brief_json import from_json
from briefgraph.graph.record import Revision
from briefgraph.graph.store import Arrival, Receipt
from briefgraph.ids import node_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A story's revisions with the new ones among them, numbered from 1, and a receipt an arrival.

    `new` holds the digests that the story did not have.
    """

    revisions: tuple[Revision, ...]
    new: frozenset[str]
    receipts: tuple[Receipt, ...]


def join(known: Sequence[Revision], arrivals: Sequence[Arrival], next_arrival: int) -> Joined:
    """Join arrivals of one story to its known revisions. `next_arrival` is the first one's count."""
    by_digest = {revision.digest: revision for revision in known}
    new: list[bool] = []
    for count, arrival in enumerate(arrivals, next_arrival):
        new.append(arrival.digest not in by_digest)
        if new[-1]:
            by_digest[arrival.digest] = Revision(
                id=node_id("REVISION", arrival.story_id, arrival.digest),
                number=0,
                published_at=arrival.published_at,
                recorded_at=arrival.recorded_at,
                arrival=count,
                digest=arrival.digest,
                brief=arrival.brief,
            )
    ordered = sorted(by_digest.values(), key=lambda r: (r.published_at or r.recorded_at, r.arrival))
    revisions = tuple(
        revision if revision.number == number else replace(revision, number=number)
        for number, revision in enumerate(ordered, 1)
    )
    numbers = {revision.digest: revision.number for revision in revisions}
    return Joined(
        revisions=revisions,
        new=frozenset(by_digest) - {revision.digest for revision in known},
        receipts=tuple(
            Receipt(story_id=arrival.story_id, version=numbers[arrival.digest], is_new=is_new)
            for arrival, is_new in zip(arrivals, new, strict=True)
        ),
    )


def revision_of(row: Sequence[Any]) -> Revision:
    """A row of the ledger, as `ledger-revisions` gives it after the story's id. The same on both engines."""
    node_id, number, published_at, recorded_at, arrival, digest, text, brief = row
    return Revision(
        id=node_id,
        number=number,
        published_at=published_at,
        recorded_at=recorded_at,
        arrival=arrival,
        digest=digest,
        brief=from_json(text, brief),
    )
