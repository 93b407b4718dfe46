"""What an engine promises. Both are held to it by one contract suite (tests/contract)."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from briefgraph.brief import Brief
from briefgraph.graph.decisions import Decision, Decisions
from briefgraph.graph.measures import Analysis, Network
from briefgraph.graph.plan import Root
from briefgraph.graph.record import Revision, StoryRecord
from briefgraph.resolve.claims import Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One brief to write. `digest` tells whether this story has it already."""

    story_id: str  # the story that the brief tells, whatever it was merged into
    published_at: str | None
    recorded_at: str
    digest: str
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of an arrival. `is_new` is False where the story already had this very brief."""

    story_id: str  # the story that it is part of now
    version: int  # the number that this brief has among the story's revisions
    is_new: bool


INGESTED_MOST = 500  # revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What came after a position: each story once, with the position of its last revision, in the order of these."""

    position: int  # that all of this came up to
    stories: tuple[tuple[int, str], ...]


def ingested_of(rows: Iterable[Sequence[Any]], until: int) -> Ingested:
    """Rows of a revision's position and its story's id, oldest first and INGESTED_MOST at most. Same on both engines."""
    found = list(rows)
    last: dict[str, int] = {}
    for position, story in found:
        last.pop(story, None)
        last[story] = position
    return Ingested(
        position=until if len(found) < INGESTED_MOST else found[-1][0],
        stories=tuple((position, story) for story, position in last.items()),
    )


class Comparer(Protocol):
    """What makes one claim of two wordings: pure functions of their texts.

    A store is written with one only: what another would have found is not there, nor are its keys taken away. So
    one that finds other keys or scores needs a new schema version, or a new store.
    """

    def keys(self, text: str) -> Sequence[int]:
        """What candidates have in common: 63 bits each. Texts without a common key are never compared."""
        ...

    def compare(self, a: str, b: str) -> Scored:
        """How alike two texts are, and whether they say the same. Symmetric."""
        ...

    def clash(self, a: str, b: str) -> bool:
        """Whether two texts cannot be one claim, though others are like both. Symmetric."""
        ...


class Resolver(Protocol):
    """What a write needs to know of who is who and what is the same, all of it pure."""

    @property
    def comparer(self) -> Comparer:
        """What makes one claim of two wordings."""
        ...

    def rebuild(self, story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
        """What a story puts into the graph, from its revisions in the order of their numbers."""
        ...


class Statement(Protocol):
    """A plan printed for one engine. Its text holds no value of a request."""

    @property
    def text(self) -> str: ...

    def bind(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        """The values that it is run with, from a request's variables.

        Raises:
            RequestFault: a value is of its type and still means nothing.
        """
        ...


@dataclass(frozen=True, slots=True)
class Call:
    """One statement and the values it is run with."""

    statement: Statement
    values: dict[str, Any]


class Store(Protocol):
    """A graph that stories can be written to and questions put to.

    Every method may raise EngineDown; after it, a write may or may not have happened, and doing it
    again is safe.
    """

    async def write(self, arrivals: Sequence[Arrival], resolver: Resolver) -> list[Receipt]:
        """Write briefs in one transaction: all of them or none.

        Each joins the revisions of its story; `rebuild` then gives the story's record, which takes
        the place of the one before. A brief that the story has already changes nothing. Outlets,
        people, claims, counters and stored relations follow in the same transaction. The order of
        arrivals, across calls too, makes no difference but for undated versions of one story.
        """
        ...

    async def delete(self, story_id: str, resolver: Resolver) -> bool:
        """Remove a story and all that only it held; False where there is none.

        A story that was merged into another goes with it. What is left equals what never loading it would
        have left; decisions stay.
        """
        ...

    async def decide(self, decisions: Sequence[Decision], resolver: Resolver) -> int:
        """Put decisions into the log in one transaction, and carry them through the graph.

        A decision that the log has is replaced, which is how one is undone. Order makes no difference, nor
        whether what it is about is there yet. Gives how many were not in the log just so.
        """
        ...

    async def decisions(self) -> list[Decision]:
        """The log, oldest first, what was undone too."""
        ...

    async def network(self) -> Network:
        """Every outlet that questions see, and how many facts cite each two together."""
        ...

    async def measure(self, analysis: Analysis) -> None:
        """Put the measures of outlets in the place of the earlier ones, in one transaction.

        They are no part of the graph: no dump has them. Outlets that are gone are passed over, and those that the
        analysis does not know have none.
        """
        ...

    async def received(self) -> int:
        """How many briefs the store has received: a position in the order in which they came.

        It only grows, and whatever came up to it can be read by then: writers take turns, in this process or
        another. A smaller number than before says that another store is there now.
        """
        ...

    async def ingested(self, after: int, until: int) -> Ingested:
        """The stories that came after one position, up to another that `received` gave: new ones and new versions.

        A brief that its story had already is none of them, nor is a story that is gone. INGESTED_MOST revisions at
        most are looked at; `Ingested.position` says where to go on.
        """
        ...

    async def has_stories(self) -> bool:
        """Whether any story is stored."""
        ...

    async def version(self) -> str | None:
        """Which state the store is in: up to 36 characters, new and random with each write that changes an answer.

        Writes of every kind count: briefs, deletions, decisions, measures. A store that is put back from a backup
        has the version of that time again, and with it the answers. None where it was not written to since versions
        are kept. Neo4j is read-committed: in the milliseconds in which it applies a commit, a reader may see the new
        version beside what it replaces.
        """
        ...

    def compile(self, root: Root) -> Statement:
        """Print a plan as this engine's one statement. Pure; the caller caches it."""
        ...

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        """Run the statements of one request and give each one's JSON text.

        SQLite: all read one snapshot. Neo4j: one transaction, read-committed. Never writes.
        """
        ...

    async def explain(self, call: Call, *, profile: bool = False) -> str:
        """How the engine runs a statement, in lines for people; with `profile`, what that took. Never writes.

        Without `profile` nothing is run.
        """
        ...

    def revisions(self) -> AsyncIterator[tuple[str, Revision]]:
        """The ledger: every revision with the id of the story that it told when it came, by that, then number."""
        ...

    def dump(self, *, recorded: bool = False) -> AsyncIterator[str]:
        """The graph as canonical JSON lines, sorted: two graphs are equal when their dumps are.

        When things were recorded is left out unless `recorded`.
        """
        ...

    async def check(self) -> list[str]:
        """What is wrong with the store, a sentence each: schema, damage, query files. Empty when well."""
        ...

    async def close(self) -> None:
        """Give back connections and files. The store answers nothing after it."""
        ...
