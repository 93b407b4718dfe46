"""What decisions are about, asked of the store: the nodes that ids mean now, and what hangs on them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgraph.errors import BadInput
from briefgraph.graph.log import ID

IDS_MAX = 100  # of one decision: as many as one look-up takes
SHOWN = 40  # characters of an id that an error repeats

Ask = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]  # a query and its variables -> its data
Found = Mapping[str, Any]

NODES = """
query Subjects($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Outlet { name domain }
    ... on Person { name }
    ... on Fact { text story { id } claim { id } basis { id text } }
    ... on Problem { isClosed story { id } }
  }
}
"""
FACTS = """
query FactsOfClaim($id: ID!, $after: String) {
  owner: claim(id: $id) {
    list: facts(first: 100, after: $after) { nodes { id text story { id } } pageInfo { hasNextPage endCursor } }
  }
}
"""
PEOPLE = """
query PeopleOfStory($id: ID!, $after: String) {
  owner: story(id: $id) { list: people(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }
}
"""
CITATIONS = """
query CitationsOfFact($id: ID!, $after: String) {
  owner: node(id: $id) {
    ... on Fact {
      list: citations(first: 100, after: $after) { nodes: edges { position label } pageInfo { hasNextPage endCursor } }
    }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Looks up what ids mean. `ask` answers a query from the store."""

    ask: Ask

    async def find(self, ids: Sequence[str], kind: str) -> list[Found]:
        """The nodes of one kind that ids mean, in their order; one that was merged is the one it is now.

        Args:
            ids: from 1 to 100.
            kind: a node's type in the schema, e.g. `Outlet`.

        Raises:
            BadInput: too many ids, or one of nothing that stands, or of another kind.
        """
        if not 1 <= len(ids) <= IDS_MAX:
            raise BadInput(f"{len(ids)} ids are given; a decision is about 1 to {IDS_MAX}")
        for id in ids:  # no engine is asked for what may be 10 kB long, or no Unicode
            if ID.fullmatch(id) is None:
                raise BadInput(_missing(id, kind))
        nodes: list[Found | None] = (await self.ask(NODES, {"ids": list(ids)}))["nodes"]
        found = []
        for id, node in zip(ids, nodes, strict=True):
            if node is None:
                raise BadInput(_missing(id, kind))
            if node["__typename"] != kind:
                raise BadInput(f"{shown(id)} is a {node['__typename'].lower()}; give the id of a {kind.lower()}")
            found.append(node)
        return found

    async def facts(self, claim: str) -> list[Found]:
        """Every fact that states a claim, as far as it stands; at least one.

        Raises:
            BadInput: none does any more: another process took them away in this very moment.
        """
        found = [fact async for fact in self._all(FACTS, claim)]
        if not found:
            raise BadInput(_missing(claim, "Claim"))
        return found

    async def mentions(self, story: str, person: str) -> bool:
        """Whether a story mentions a person."""
        async for found in self._all(PEOPLE, story):
            if found["id"] == person:
                return True
        return False

    async def label(self, fact: str, position: int) -> str | None:
        """The label of a fact's citation at a place, as it is now; None where there is none."""
        async for edge in self._all(CITATIONS, fact):
            if edge["position"] == position:
                return str(edge["label"])
        return None

    async def _all(self, query: str, id: str) -> AsyncIterator[Found]:
        after = None
        while True:
            owner = (await self.ask(query, {"id": id, "after": after}))["owner"]
            if owner is None:
                return  # it went in this very moment
            for node in owner["list"]["nodes"]:
                yield node
            if not owner["list"]["pageInfo"]["hasNextPage"]:
                return
            after = owner["list"]["pageInfo"]["endCursor"]


def _missing(id: str, kind: str) -> str:
    return f"there is no {kind.lower()} {shown(id)}; give the id of one that stands"


def shown(id: str) -> str:
    """An id in a message, cut where it cannot be one; what is no Unicode is `?`."""
    cut = id if len(id) <= SHOWN else f"{id[:SHOWN]}..."
    return cut.encode("utf-8", "replace").decode()
