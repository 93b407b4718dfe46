"""Who asks, and what they may do: one table from mutations to the scope that each needs.

The check stands in the executor, where every request passes once, however it came in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from briefgraph.api.curation_types import CURATED
from briefgraph.api.mutations import INGESTING


class Scope(StrEnum):
    """What a key may be good for."""

    READ = "read"  # queries, introspection, and what a mutation gives back of the graph
    INGEST = "ingest"  # loading briefs and taking stories away
    CURATE = "curate"  # deciding who is who and what is one claim


SCOPES: dict[str, Scope] = dict.fromkeys(INGESTING, Scope.INGEST) | {one.name: Scope.CURATE for one in CURATED}
READING = frozenset({Scope.READ})
EVERYTHING = frozenset(Scope)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `name` is that of the key, None without one; a GET is `read_only` whoever sends it."""

    name: str | None = None
    scopes: frozenset[Scope] = READING
    read_only: bool = False

    def by_get(self) -> "Caller":
        """The same caller, by a method that changes nothing."""
        return replace(self, read_only=True)

    def lacks(self, needed: Iterable[Scope]) -> list[Scope]:
        """The scopes that are needed and not there, each once."""
        return [scope for scope in dict.fromkeys(needed) if scope not in self.scopes]


ANYBODY = Caller()


def refusal(what: str, missing: Iterable[Scope]) -> str:
    """What a caller without a scope is told."""
    scopes = list(missing)
    named = f"scope{'s' if len(scopes) > 1 else ''} {' and '.join(scopes)}"
    return f"{what} needs a key with the {named}, as `Authorization: Bearer KEY`"
