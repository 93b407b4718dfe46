"""What mutations give: objects of their own, and nodes of the graph that the executor looks up."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class NodeRef:
    """A node of the graph: the root field that finds it, its id, and its type where the root field is for any."""

    root: str
    id: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Payload:
    """An object that a mutation gives: its GraphQL type and its fields."""

    type_name: str
    fields: dict[str, Any]


def node(type_name: str, id: str) -> NodeRef:
    """A node of a type that has no root field of its own."""
    return NodeRef("node", id, type_name)
