"""What one writing transaction does: briefs in, nodes and edges out, set by set.

Stories are replaced whole. What several stories share follows from what changed: counters, pairs and
spellings by the difference of shares, claims and who backs them anew for the claims that a changed fact
states. Run twice, by a retry after a cut connection, it does the same: nothing outlives a transaction.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from hashlib import blake2b
from typing import Any, TypeVar

from neo4j import AsyncManagedTransaction

from briefgraph import ids
from briefgraph.graph.ledger import Joined, join, revision_of
from briefgraph.graph.neo4j.rows import Row, Rows, revision_row
from briefgraph.graph.neo4j.share import Share
from briefgraph.graph.queries import statements
from briefgraph.graph.record import Revision, StoryRecord
from briefgraph.graph.store import Arrival, Rebuild, Receipt
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name

ROWS = 500  # that a statement unwinds: an answer comes within 0.5 s, and larger ones are no quicker

Value = TypeVar("Value")


class Change:
    """What one transaction does. Pure Python runs in `executor`, so that the event loop goes on."""

    def __init__(self, transaction: AsyncManagedTransaction, executor: Executor) -> None:
        self._transaction = transaction
        self._executor = executor
        self._texts = {name: query.text for name, query in statements("cypher", "write").items()}
        self._rows = Rows()
        self._replaced: list[str] = []
        self._removed: list[str] = []
        self._revisions: list[Row] = []
        self._renumbered: list[Row] = []

    async def write(self, arrivals: Sequence[Arrival], rebuild: Rebuild) -> list[Receipt]:
        """As `Store.write`."""
        ((received,),) = await self._run("take-turn")
        receipts = await self._join(arrivals, rebuild, received)
        await self._apply()
        return receipts

    async def delete(self, story_id: str) -> bool:
        """As `Store.delete`."""
        await self._run("take-turn")
        if not await self._all("story-shares", [story_id]):
            return False
        self._removed.append(story_id)
        await self._apply()
        return True

    # --- running -----------------------------------------------------------------------------

    async def _run(self, name: str, **values: Any) -> list[list[Any]]:
        result = await self._transaction.run(self._texts[name], values)
        return await result.values()

    async def _all(self, name: str, rows: Iterable[Any]) -> list[list[Any]]:
        """Run a statement over rows, some at a time, and give all it gives; nothing is sent for no rows."""
        given, found = list(rows), []
        for start in range(0, len(given), ROWS):
            found += await self._run(name, rows=given[start : start + ROWS])
        return found

    async def _aside(self, work: Callable[..., Value], *values: Any) -> Value:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *values)

    # --- what changes ------------------------------------------------------------------------

    async def _join(self, arrivals: Sequence[Arrival], rebuild: Rebuild, received: int) -> list[Receipt]:
        """Join the arrivals to the ledger and gather the rows of every story that has a new revision."""
        by_story: dict[str, list[int]] = defaultdict(list)
        for place, arrival in enumerate(arrivals):
            by_story[arrival.story_id].append(place)
        numbers: dict[str, dict[str, int]] = defaultdict(dict)
        for story, digest, number in await self._all("ledger-digests", by_story):
            numbers[story][digest] = number
        fresh = {
            story: None
            for story, places in by_story.items()
            if any(arrivals[place].digest not in numbers[story] for place in places)
        }
        self._replaced = [story for story in fresh if numbers[story]]
        known: dict[str, list[Revision]] = defaultdict(list)
        for story, *row in await self._all("ledger-revisions", self._replaced):
            known[story].append(revision_of(row))
        receipts: dict[int, Receipt] = {}
        before = received
        joins: list[tuple[str, Joined]] = []
        for story, places in by_story.items():
            given = [arrivals[place] for place in places]
            if story not in fresh:
                said: Iterable[Receipt] = (Receipt(story_id=story, version=numbers[story][a.digest], is_new=False) for a in given)
            else:
                joined = join(known[story], given, received + 1)
                received += len(places)
                joins.append((story, joined))
                said = joined.receipts
            receipts.update(zip(places, said, strict=True))
        await self._aside(self._gather, joins, known, rebuild)
        if received > before:
            await self._run("count-arrivals", arrivals=received)
        return [receipts[place] for place in range(len(arrivals))]

    def _gather(self, joins: list[tuple[str, Joined]], known: dict[str, list[Revision]], rebuild: Rebuild) -> None:
        for story, joined in joins:
            record: StoryRecord = rebuild(story, joined.revisions)
            self._rows.add(record)
            old = {revision.id: revision.number for revision in known[story]}
            for revision in joined.revisions:
                if revision.digest in joined.new:
                    self._revisions.append(revision_row(story, revision))
                elif old[revision.id] != revision.number:
                    self._renumbered.append({"id": revision.id, "number": revision.number})

    # --- carrying it out ---------------------------------------------------------------------

    async def _apply(self) -> None:
        """Replace the parts of the touched stories, then everything that follows from them."""
        rows = self._rows
        touched = [*self._replaced, *self._removed]
        if not touched and not rows.stories:
            return
        difference = rows.share
        for _, text in await self._all("story-shares", touched):
            difference.add(Share.of_text(text), -1)
        claims = dict.fromkeys(rows.claims)
        claims.update(dict.fromkeys(claim for (claim,) in await self._all("claims-of-stories", touched)))
        await self._all("remove-parts", touched)
        await self._all("remove-stories", self._removed)
        moved = await self._all("put-outlets", rows.outlets.values())
        claims.update(dict.fromkeys(claim for (claim,) in await self._all("claims-of-outlets", [id for (id,) in moved])))
        await self._all("put-people", rows.people.values())
        await self._all("put-claims", rows.claims.values())
        await self._all("put-stories", rows.stories)
        await self._all("number-revisions", self._renumbered)
        await self._all("add-revisions", self._revisions)
        await self._all("put-facts", rows.facts)
        await self._all("put-narratives", rows.narratives)
        backed = await self._settle_claims(list(claims))
        await self._settle_counters(difference, backed)

    async def _settle_claims(self, claims: list[str]) -> dict[str, int]:
        """Find anew who backs the claims, and all that is known of them; by how many more each outlet backs."""
        backed: dict[str, int] = defaultdict(int)
        for name, sign in (("remove-backs", -1), ("add-backs", 1)):
            for outlet, count in await self._all(name, claims):
                backed[outlet] += sign * count
        settled = await self._all("settle-claims", claims)
        await self._all(
            "word-claims",
            [
                {"id": claim, "tokens": None if text is None else ids.stored_tokens(text)}
                for claim, seen, text, facts in settled
                if facts and seen != text
            ],
        )
        await self._all("remove-claims", [claim for claim, *_, facts in settled if not facts])
        return backed

    async def _settle_counters(self, share: Share, backed: dict[str, int]) -> None:
        names = {
            "outlet": await self._respell("OUTLET", share),
            "person": await self._respell("PERSON", share),
        }
        outlets = {key[0] for key in (*share.stories, *share.citations)} | {o for o, n in backed.items() if n}
        names["outlet"] += await self._all(
            "settle-outlets",
            [
                {"id": id, "claims": backed.get(id, 0), "stories": share.stories[(id,)],
                 "citations": share.citations[(id,)]}
                for id in sorted(outlets)
            ],
        )  # fmt: skip
        people = {key[0] for key in (*share.facts, *share.appearances)}
        names["person"] += await self._all(
            "settle-people",
            [{"id": id, "facts": share.facts[(id,)], "stories": share.appearances[(id,)]} for id in sorted(people)],
        )
        pairs: list[Row] = [{"outlet": one, "other": other, "weight": n} for (one, other), n in sorted(share.pairs.items())]
        await self._all("settle-pairs", pairs)
        await self._all("remove-empty-pairs", [row for row in pairs if row["weight"] < 0])
        about: list[Row] = [
            {"person": person, "outlet": outlet, "facts": share.about_facts[person, outlet],
             "stories": share.about_stories[person, outlet]}
            for person, outlet in sorted({**share.about_facts, **share.about_stories})
        ]  # fmt: skip
        await self._all("settle-person-outlets", about)
        await self._all("remove-empty-person-outlets", [row for row in about if row["facts"] < 0])
        await self._name("outlet", "outlets", [id for (id,) in names["outlet"]], display_name)
        await self._name("person", "people", [id for (id,) in names["person"]], best_name)

    async def _respell(self, kind: str, share: Share) -> list[list[Any]]:
        """Bring spellings up to date; the outlets or people that gain or lose one."""
        rows: list[Row] = [
            {
                "id": _alias_id(node, alias),
                "node": node,
                "alias": alias,
                "folded": ids.fold_name(alias),
                "uses": share.uses[kind, node, alias],
                "named": share.named[kind, node, alias],
            }
            for of, node, alias in sorted({**share.uses, **share.named})
            if of == kind
        ]
        changed = await self._all(f"settle-{kind.lower()}-aliases", rows)
        await self._all("remove-unused-aliases", [row for row in rows if row["uses"] < 0 or row["named"] < 0])
        return changed

    async def _name(self, kind: str, plural: str, nodes: list[str], best: Callable[[list[str]], str]) -> None:
        """Name nodes after their spellings; what nobody spells any more is removed."""
        renamed, unused = [], []
        for node, is_seen, spellings in await self._all(f"{kind}-spellings", sorted(set(nodes))):
            seen = sorted(alias for alias, uses, _ in spellings if uses)
            if not seen:
                unused.append(node)
                continue
            name = best(sorted(alias for alias, _, named in spellings if named) or seen)
            renamed.append(
                {"id": node, "name": name, "aliases": seen, "sortKey": ids.sort_key(name),
                 "tokens": ids.stored_tokens(" ".join([name, *seen])) if is_seen else None}
            )  # fmt: skip
        await self._all(f"name-{plural}", renamed)
        await self._all(f"remove-{plural}", unused)



def _alias_id(node: str, alias: str) -> str:
    """The key of a spelling, which is as long as someone wrote it."""
    return blake2b(f"{node}\x1f{alias}".encode(), digest_size=16).hexdigest()
