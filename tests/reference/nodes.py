"""The reference's nodes and edges, and what all of its questions use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefgraph.graph.record import Cited, Mentioned, Place

Props = dict[str, Any]


@dataclass(eq=False, slots=True)
class Node:
    """A node: what GraphQL calls it, its own properties, and where it comes from."""

    type: str
    props: Props
    story: "Node | None" = None
    cites: Sequence[Cited] = ()
    mentions: Sequence[Mentioned] = ()
    claim: "Node | None" = None
    statement: Props = field(default_factory=dict)  # of a fact: how it is linked to its claim
    record: Any = None

    @property
    def id(self) -> str:
        return str(self.props["id"])

    @property
    def published(self) -> str | None:
        dated = self if self.story is None else self.story
        found: str | None = dated.props.get("publishedAt")
        return found


@dataclass(eq=False, slots=True)
class Edge:
    """An edge of a list, with what it carries; `owner` is the node that the list hangs on."""

    node: Node
    props: Props = field(default_factory=dict)
    owner: Node | None = None


def standing(items: Iterable[Any]) -> list[Any]:
    """What stands in the newest version."""
    return [item for item in items if item.run.last_version is None]


def place_of(place: Place) -> Props:
    return {"start": (place.start, place.start_utf16), "end": (place.end, place.end_utf16)}


def run_of(run: Any) -> Props:
    return {"firstVersion": run.first_version, "lastVersion": run.last_version}


def dates_of(nodes: Iterable[Node]) -> list[str]:
    return sorted(node.published for node in nodes if node.published is not None)


def distinct(items: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(items))
