"""What one writing transaction does: briefs and decisions in, nodes and edges out, set by set.

Stories are replaced whole. What several stories share follows from what changed: counters, pairs and
spellings by the difference of shares, wordings through `graph.linking`, claims and who backs them anew for the
claims that a changed wording states. Run twice, by a retry after a cut connection, it does the same: nothing
outlives a transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import Executor

from neo4j import AsyncManagedTransaction

from briefgraph import ids
from briefgraph.graph.decisions import Decision, Decisions, Stale
from briefgraph.graph.ledger import Joined, join, regrouped, revision_id, revision_of
from briefgraph.graph.linking import Linked, link
from briefgraph.graph.log import amended
from briefgraph.graph.neo4j.events import settle_events
from briefgraph.graph.neo4j.links import Neo4jLinks, asking, taking_turns
from briefgraph.graph.neo4j.log import KnownLog, logged_row
from briefgraph.graph.neo4j.rows import Row, Rows, revision_row
from briefgraph.graph.neo4j.running import Running
from briefgraph.graph.neo4j.settle import Settling
from briefgraph.graph.neo4j.share import Share
from briefgraph.graph.record import Revision
from briefgraph.graph.store import Arrival, Receipt, Resolver
from briefgraph.graph.wordings import Moves, change_of, decided_moves, linked_moves
from briefgraph.resolve.clusters import Membership


class Change:
    """What one transaction does. `known` is the store's, pure Python runs in `executor`."""

    def __init__(self, transaction: AsyncManagedTransaction, executor: Executor, known: KnownLog, resolver: Resolver) -> None:
        self._running = Running(transaction, executor)
        self._all = self._running.all
        self._links = Neo4jLinks(self._running)
        self._known = known
        self._resolver = resolver
        self._decisions = Decisions()
        self._rows = Rows()
        self._touched: list[str] = []  # stories that are replaced, or removed
        self._removed: list[str] = []
        self._revisions: list[Row] = []
        self._renumbered: list[Row] = []
        self._placed: list[Row] = []
        self._reconsidered: frozenset[str] = frozenset()

    async def write(self, arrivals: Sequence[Arrival]) -> list[Receipt]:
        """As `Store.write`."""
        received, _ = await self._take_turn()
        receipts = await self._join(arrivals, received)
        await self._apply()
        return receipts

    async def delete(self, story_id: str) -> bool:
        """As `Store.delete`."""
        await self._take_turn()
        story = self._decisions.resolve(story_id)
        if not await self._all("story-shares", [story]):
            return False
        self._touched, self._removed = [story], [story]
        await self._apply()
        return True

    async def decide(self, decisions: Sequence[Decision]) -> int:
        """As `Store.decide`."""
        _, log = await self._take_turn()
        old = self._decisions
        made = amended(log, old, decisions)
        if made.changed:
            await self._all("put-decisions", map(logged_row, made.changed))
            await self._running.run("count-decision-change")
            await self._running.run("renew-version")
            self._decisions = made.sum
            await self._reconsider(old, made.stale)
            await self._apply()
        return len(made.changed)

    async def _take_turn(self) -> tuple[int, tuple[Decision, ...]]:
        """Wait for this writer's turn: how many briefs the store has received, and the log."""
        ((received, state),) = await self._running.run("take-turn")
        log, self._decisions = await self._known.read(self._running, state)
        return received, log

    # --- what changes ------------------------------------------------------------------------

    async def _join(self, arrivals: Sequence[Arrival], received: int) -> list[Receipt]:
        """Join the arrivals to the ledger and gather the rows of every story that has a new revision."""
        by_story: dict[str, list[int]] = defaultdict(list)
        for place, arrival in enumerate(arrivals):
            by_story[self._decisions.resolve(arrival.story_id)].append(place)
        given = [revision_id(arrival) for arrival in arrivals]
        numbers: dict[str, dict[str, int]] = defaultdict(dict)
        for story, revision, number in await self._all("ledger-digests", by_story):
            numbers[story][revision] = number
        fresh = [story for story, places in by_story.items() if any(given[place] not in numbers[story] for place in places)]
        self._touched = [story for story in fresh if numbers[story]]
        known = await self._ledger(self._touched)
        receipts: dict[int, Receipt] = {}
        before = received
        joins: list[tuple[str, Joined]] = []
        for story, places in by_story.items():
            if any(given[place] not in numbers[story] for place in places):
                joined = join(story, known.get(story, ()), [arrivals[place] for place in places], received + 1)
                received += len(places)
                joins.append((story, joined))
                said: Iterable[Receipt] = joined.receipts
            else:
                said = (Receipt(story_id=story, version=numbers[story][given[place]], is_new=False) for place in places)
            receipts.update(zip(places, said, strict=True))
        await self._running.aside(self._gather, joins, known)
        if received > before:
            await self._running.run("count-arrivals", arrivals=received)
        return [receipts[place] for place in range(len(arrivals))]

    async def _ledger(self, stories: Collection[str]) -> dict[str, list[Revision]]:
        """The revisions of stories, whole, in their order."""
        found: dict[str, list[Revision]] = defaultdict(list)
        for story, *row in await self._all("ledger-revisions", stories):
            found[story].append(revision_of(row))
        return found

    def _gather(self, joins: Sequence[tuple[str, Joined]], known: Mapping[str, Sequence[Revision]]) -> None:
        for story, joined in joins:
            self._rows.add(self._resolver.rebuild(story, joined.revisions, self._decisions))
            old = {revision.id: revision.number for revision in known.get(story, ())}
            for revision in joined.revisions:
                if revision.id in joined.new:
                    self._revisions.append(revision_row(story, revision))
                elif old[revision.id] != revision.number:
                    self._renumbered.append({"id": revision.id, "number": revision.number})

    async def _reconsider(self, old: Decisions, said: Stale) -> None:
        """Make anew every story that decisions change, and look again at the wordings that they are about."""
        self._reconsidered = said.wordings
        await self._move(decided_moves(old, self._decisions))
        holders = {old.resolve(story) for story in said.stories}
        people = {node for node in said.ids if node.startswith(ids.PREFIX["PERSON"])}
        holders.update(await self._running.ids("stories-of-people", people))
        holders.update(await self._running.ids("stories-of-outlets", said.ids - people))
        holders.update(await self._running.ids("stories-renaming", said.ids))
        holders.update(await self._running.ids("stories-of-origins", said.origins))
        holders |= {self._decisions.resolve(origin) for origin in said.origins}
        await self._regroup(holders)

    async def _move(self, moves: Moves) -> None:
        """Keep the look-up of ids that stand for others right."""
        await self._all("move", [{"id": id, "target": target} for id, target in moves.targets.items()])
        await self._all("unmove", moves.back)

    async def _regroup(self, holders: Collection[str]) -> None:
        """Give every revision of these stories to the story that it belongs to, and make them all anew."""
        known = await self._ledger(sorted(holders))
        groups = regrouped((revision for story in known for revision in known[story]), self._decisions)
        self._touched = list(known)
        self._removed = [story for story in known if story not in groups]
        had = {revision.id: (story, revision.number) for story, revisions in known.items() for revision in revisions}
        for story, revisions in groups.items():
            for revision in revisions:
                if had[revision.id] != (story, revision.number):
                    self._placed.append({"id": revision.id, "story": story, "number": revision.number})

        def rebuild() -> None:
            for story, revisions in groups.items():
                self._rows.add(self._resolver.rebuild(story, revisions, self._decisions))

        await self._running.aside(rebuild)

    # --- carrying it out ---------------------------------------------------------------------

    async def _apply(self) -> None:
        """Replace the parts of the touched stories, then everything that follows from them."""
        rows, touched = self._rows, self._touched
        if not touched and not rows.stories and not self._reconsidered:
            return
        await self._running.run("count-change")
        await self._running.run("renew-version")
        difference = rows.share
        for _, text in await self._all("story-shares", touched):
            difference.add(Share.of_text(text), -1)
        claims = dict.fromkeys(await self._running.ids("claims-of-stories", touched))
        described = await self._running.ids("put-outlets", rows.outlets.values())
        claims.update(dict.fromkeys(await self._running.ids("claims-of-outlets", described)))
        await self._all("put-people", rows.people.values())
        linked, members, gone = await self._link()
        stated = {*linked.claims, *(members[wording].claim for wording in rows.texts)}
        claims.update(dict.fromkeys(sorted(stated)))
        await self._all("put-claims", sorted(stated))
        twins = {other for _, other in await self._all("twins-of-stories", touched)}
        await self._all("remove-parts", touched)
        await self._place(linked.moved, gone)
        rows.place_facts(members)
        await self._all("put-stories", rows.stories)
        await self._all("number-revisions", self._renumbered)
        await self._all("place-revisions", self._placed)
        await self._all("add-revisions", self._revisions)
        await self._all("remove-stories", self._removed)
        await self._all("put-facts", rows.facts)
        await self._all("put-narratives", rows.narratives)
        made = [row["properties"]["id"] for row in rows.stories]
        claims.update(dict.fromkeys(await settle_events(self._running, self._decisions, made, twins)))
        settling = Settling(self._running)
        backed = await settling.claims(list(claims))
        await settling.counters(difference, backed)

    async def _link(self) -> tuple[Linked, dict[str, Membership], set[str]]:
        """Find the claims of the wordings that change: what became of them, all memberships, wordings that are gone."""
        texts, touched = self._rows.texts, self._touched
        before = set(await self._running.ids("wordings-of-stories", touched))
        stored = await self._links.wordings({*before, *texts})
        elsewhere: dict[str, str] = {}
        for wording, text in await self._all("least-texts-elsewhere", before, stories=touched):
            elsewhere[wording] = min(text, elsewhere.get(wording, text))
        change = change_of(texts, before, elsewhere, stored)
        linking = link(asking(self._links), self._resolver.comparer, self._decisions, change, self._reconsidered)
        linked = await taking_turns(self._running, linking)
        members = {wording: known.membership for wording, known in stored.items()} | linked.memberships
        return linked, members, change.gone

    async def _place(self, moved: Mapping[str, Membership], gone: Collection[str]) -> None:
        """Write down what linking found, for wordings and for the facts of other stories; new facts follow."""
        await self._all(
            "place-wordings",
            [
                {"id": wording, "claim": m.claim, "score": float(m.score), "method": m.method, "basis": m.basis}
                for wording, m in moved.items()
            ],
        )
        await self._move(linked_moves(moved, gone))
        await self._all("remove-wordings", gone)
