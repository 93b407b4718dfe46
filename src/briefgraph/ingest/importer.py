"""Briefs and decisions into a store, in one transaction each."""

from collections.abc import Callable, Sequence

from briefgraph.brief import Brief, Problem
from briefgraph.graph.decisions import Decision, Decisions
from briefgraph.graph.record import Revision, StoryRecord
from briefgraph.graph.store import Arrival, Comparer, Receipt, Store
from briefgraph.ingest.identity import digest, settled, story_id
from briefgraph.ingest.records import record_of
from briefgraph.ingest.versions import Reader
from briefgraph.resolve.comparer import WordingComparer
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.people import PeopleFinder, find_people


class Importer:
    """Puts briefs into a store, and resolves who and what they mean: a `Resolver`.

    Args:
        store: where they go.
        registry: whom outlets' labels name.
        clock: the time now as canonical UTC text, `2024-03-27T00:00:00Z`.
        comparer: what makes one claim of two wordings.
        people: who finds people in the passages of a brief; the rules unless given.
    """

    def __init__(
        self,
        store: Store,
        registry: OutletRegistry,
        clock: Callable[[], str],
        comparer: Comparer | None = None,
        *,
        people: PeopleFinder = find_people,
    ) -> None:
        self._store = store
        self._clock = clock
        self._reader = Reader(registry, people)
        self.comparer: Comparer = comparer or WordingComparer()

    def knows(self, label: str) -> bool:
        """Whether the registry knows an outlet of this name; the reader asks where a name is ambiguous."""
        return self._reader.registry.knows(label)

    def problems(self, brief: Brief) -> tuple[Problem, ...]:
        """What is wrong with a brief: what the reader found, then what is doubtful about its outlets."""
        return self._reader.problems(brief)

    async def load(self, briefs: Sequence[Brief]) -> list[Receipt]:
        """Write briefs in one transaction, all or none, and say what became of each.

        Safe to call again after any error: a brief that is there already changes nothing.

        Raises:
            NotABrief: a brief holds what is no Unicode text.
            StoreError: the store refused; nothing was changed, EngineDown aside.
        """
        now = self._clock()
        arrivals = []
        for given in briefs:
            brief = settled(given)
            arrivals.append(
                Arrival(
                    story_id=story_id(brief),
                    published_at=brief.published_at,
                    recorded_at=now,
                    digest=digest(brief),
                    brief=brief,
                )
            )
        return await self._store.write(arrivals, self)

    async def restore(self, ledger: Sequence[tuple[str, Revision]]) -> list[Receipt]:
        """Write revisions of another store's ledger in one transaction, each under its story's id.

        When they were recorded is kept; all else is found anew. As safe to call again as `load`.

        Raises:
            StoreError: the store refused; nothing was changed, EngineDown aside.
        """
        arrivals = [
            Arrival(
                story_id=story,
                published_at=revision.published_at,
                recorded_at=revision.recorded_at,
                digest=revision.digest,
                brief=revision.brief,
            )
            for story, revision in ledger
        ]
        return await self._store.write(arrivals, self)

    async def delete(self, story_id: str) -> bool:
        """Take a story away; False where there is none."""
        return await self._store.delete(story_id, self)

    def now(self) -> str:
        """The time as canonical UTC text."""
        return self._clock()

    async def decisions(self) -> list[Decision]:
        """The log of decisions, oldest first, what was undone too."""
        return await self._store.decisions()

    async def decide(self, decisions: Sequence[Decision]) -> int:
        """Put decisions into the store's log and carry them out; gives how many were not in it just so."""
        return await self._store.decide(decisions, self)

    def rebuild(self, story: str, revisions: Sequence[Revision], decisions: Decisions) -> StoryRecord:
        """What a story puts into the graph, from its revisions in the order of their numbers."""
        return record_of(self._reader, story, revisions, decisions)
