"""Which claim each wording states: candidates, scores and clusters, kept right by a writing transaction.

The same for both engines: an engine gives look-ups and writes by id (`LinkTables`), everything else is here
and pure. What comes out is a function of the wordings that are there and of what people decided, never of the
order in which they came:

- Two wordings are candidates where they share a key that at most `MOST` wordings have. A key that grows beyond
  loses the pairs that only it had brought together; one that shrinks to it gets them back.
- A pair is stored where it is accepted, or where its words are alike and its guards object (a conflict).
- Components of accepted pairs and decisions are clustered anew where anything in them changed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from briefgraph.graph.decisions import Decisions, pair_of
from briefgraph.graph.store import Comparer
from briefgraph.resolve.claims import Verdict
from briefgraph.resolve.clusters import Membership, Pair, cluster

MOST = 64  # wordings that share a key and are still compared
COMPARED = 50_000  # results that are kept within one transaction


@dataclass(frozen=True, slots=True)
class Wording:
    """A stored wording: the text it is compared by, and the claim it states."""

    text: str
    membership: Membership


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two wordings of one topic that cannot both be meant by one claim, the smaller id first."""

    a: str
    b: str
    score: float
    differs: tuple[str, ...]


@dataclass(slots=True)
class Change:
    """What a transaction does to wordings: texts of those that come or read otherwise, and those that go."""

    texts: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Linked:
    """What became of it: the claim of every wording that was looked at, and the claims that others had before."""

    memberships: dict[str, Membership]
    moved: dict[str, Membership]  # of these, wordings that state another claim or for another reason
    claims: set[str]  # what the wordings that were looked at state, or stated before


class LinkTables(Protocol):
    """What an engine gives. Ids are wordings'; a pair has the smaller id first."""

    async def wordings(self, ids: Collection[str]) -> Mapping[str, Wording]:
        """Those of the wordings that are stored."""
        ...

    async def members(self, keys: Collection[int], most: int) -> Mapping[int, list[str]]:
        """The wordings that have each key; some `most` of them where it has more. Keys without any are left out."""
        ...

    async def pairs(self, ids: Collection[str]) -> list[Pair]:
        """The accepted pairs of these wordings with any other."""
        ...

    async def take(self, keys: Mapping[str, Sequence[int]]) -> list[str]:
        """Take away the keys, pairs and conflicts of these wordings, and say who was paired with them."""
        ...

    async def put(self, texts: Mapping[str, str], keys: Mapping[str, Sequence[int]]) -> None:
        """Store wordings with their texts and keys; one that is there gets the text."""
        ...

    async def add_pairs(self, pairs: Sequence[Pair], conflicts: Sequence[Conflict]) -> None:
        """Store pairs and conflicts that are not there yet."""
        ...

    async def remove_pairs(self, pairs: Collection[tuple[str, str]]) -> None:
        """Remove pairs and conflicts, where they are there."""
        ...

    async def stored_pairs(self, ids: Collection[str]) -> set[tuple[str, str]]:
        """Pairs and conflicts of which both ends are among these wordings."""
        ...


async def link(
    tables: LinkTables, comparer: Comparer, decisions: Decisions, change: Change, reconsidered: Collection[str] = ()
) -> Linked:
    """Carry a change of wordings through to claims.

    Args:
        reconsidered: wordings about which people decided something; they need not be stored.
    """
    return await _Linker(tables, comparer, decisions).run(change, reconsidered)


class _Linker:
    def __init__(self, tables: LinkTables, comparer: Comparer, decisions: Decisions) -> None:
        self._tables = tables
        self._comparer = comparer
        self._decisions = decisions
        self._texts: dict[str, str] = {}

    def _clash(self, a: str, b: str) -> bool:
        return self._comparer.clash(self._texts[a], self._texts[b])

    async def run(self, change: Change, reconsidered: Collection[str]) -> Linked:
        before = await self._tables.wordings([*change.texts, *change.gone, *reconsidered])
        self._texts |= {wording: known.text for wording, known in before.items()}
        changed = [wording for wording in (*change.texts, *change.gone) if wording in before]
        old = {wording: self._comparer.keys(before[wording].text) for wording in changed}
        new = {wording: self._comparer.keys(text) for wording, text in change.texts.items()}
        touched = set(await self._tables.take(old) if old else ())
        self._texts |= change.texts
        touched |= await self._pair(old, new, change)
        touched |= {*change.texts, *change.gone} | {wording for wording in reconsidered if wording in before}
        touched |= {other for wording in touched for other in self._decisions.partners(wording)}
        return await self._cluster(touched - change.gone, before, change)

    # --- pairs -------------------------------------------------------------------------------

    async def _pair(
        self, old: Mapping[str, Sequence[int]], new: Mapping[str, Sequence[int]], change: Change
    ) -> set[str]:
        """Store the pairs of wordings that come, and mend those of keys that became too common or ceased to be."""
        tables = self._tables
        came, went = _by_key(new), _by_key(old)
        stayed = await tables.members({*came, *went}, MOST + 1)
        now: dict[int, list[str]] = {}
        grown: list[int] = []
        shrunk: list[int] = []
        for key in {*came, *went}:
            others = stayed.get(key, [])
            count, fresh, lost = len(others), len(came.get(key, ())), len(went.get(key, ()))
            was_common, is_common = count + lost > MOST, count + fresh > MOST
            if not is_common:
                now[key] = [*others, *came.get(key, ())]
                if was_common:
                    shrunk.append(key)
            elif not was_common and count:
                grown.append(key)
        await tables.put(change.texts, new)
        candidates: set[tuple[str, str]] = set()
        for wording, keys in new.items():
            candidates |= {pair_of(wording, other) for key in keys for other in now.get(key, ()) if other != wording}
        for key in shrunk:
            found = sorted(now[key])
            candidates |= {(a, b) for place, a in enumerate(found) for b in found[place + 1 :]}
        touched = await self._part(grown, stayed)
        return touched | await self._compare_all(candidates, bool(shrunk))

    async def _part(self, grown: Iterable[int], stayed: Mapping[int, list[str]]) -> set[str]:
        """Remove the pairs that only a key brought together which has become too common."""
        suspects: set[tuple[str, str]] = set()
        for key in grown:
            suspects |= await self._tables.stored_pairs(stayed[key])
        if not suspects:
            return set()
        await self._know({wording for pair in suspects for wording in pair})
        shared = {pair: self._shared(pair) for pair in suspects}
        common = await self._common({key for keys in shared.values() for key in keys})
        parted = {pair for pair, keys in shared.items() if not keys - common}
        await self._tables.remove_pairs(parted)
        return {wording for pair in parted for wording in pair}

    def _shared(self, pair: tuple[str, str]) -> set[int]:
        a, b = pair
        return set(self._comparer.keys(self._texts[a])) & set(self._comparer.keys(self._texts[b]))

    async def _common(self, keys: Collection[int]) -> set[int]:
        """Those of the keys that too many wordings have."""
        found = await self._tables.members(keys, MOST + 1)
        return {key for key in keys if len(found.get(key, ())) > MOST}

    async def _compare_all(self, candidates: Collection[tuple[str, str]], again: bool) -> set[str]:
        """Compare candidates and store what is found; `again` where some may have been stored before."""
        await self._know({wording for pair in candidates for wording in pair})
        pairs: list[Pair] = []
        conflicts: list[Conflict] = []
        for a, b in sorted(candidates):
            scored = self._comparer.compare(self._texts[a], self._texts[b])
            if scored.verdict == Verdict.SAME:
                pairs.append(Pair(a, b, scored.score))
            elif scored.verdict == Verdict.CONFLICTING:
                conflicts.append(Conflict(a, b, scored.score, scored.differs))
        stored = [(pair.a, pair.b) for pair in pairs] + [(conflict.a, conflict.b) for conflict in conflicts]
        if again:
            await self._tables.remove_pairs(stored)
        await self._tables.add_pairs(pairs, conflicts)
        return {wording for pair in stored for wording in pair}

    async def _know(self, wordings: Collection[str]) -> None:
        missing = [wording for wording in wordings if wording not in self._texts]
        if missing:
            self._texts |= {wording: known.text for wording, known in (await self._tables.wordings(missing)).items()}

    # --- claims ------------------------------------------------------------------------------

    async def _cluster(self, touched: set[str], before: Mapping[str, Wording], change: Change) -> Linked:
        """Cluster every component that a touched wording is in."""
        found: dict[tuple[str, str], Pair] = {}
        seen: set[str] = set()
        edge = touched
        while edge:
            seen |= edge
            reached = {other for wording in edge for other in self._decisions.partners(wording)}
            for pair in await self._tables.pairs(edge):
                found[pair.a, pair.b] = pair
                reached |= {pair.a, pair.b}
            edge = reached - seen
        known = dict(before)
        known |= await self._tables.wordings([wording for wording in seen if wording not in known])
        seen = {wording for wording in seen if wording in known or wording in change.texts} - change.gone
        self._texts |= {wording: one.text for wording, one in known.items() if wording not in change.texts}
        memberships = cluster(
            seen,
            found.values(),
            clash=lru_cache(COMPARED)(self._clash),
            same=[(a, b) for a in seen for b in self._decisions.partners(a) if a < b],
            apart=self._decisions.apart,
        )
        was = {wording: one.membership for wording, one in known.items()}
        moved = {
            wording: member for wording, member in memberships.items() if was.get(wording) != member
        }
        claims = {was[wording].claim for wording in (*moved, *change.gone) if wording in was}
        claims |= {member.claim for member in memberships.values()}
        return Linked(memberships, moved, claims)


def _by_key(keys: Mapping[str, Sequence[int]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for wording, some in keys.items():
        for key in some:
            found[key].append(wording)
    return found
