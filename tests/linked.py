"""What linking should find, slowly and obviously: every two wordings and every two stories are looked at.

It knows the rules of docs/resolution.md and nothing of how an engine keeps their results.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from briefgraph import ids
from briefgraph.graph import linking
from briefgraph.graph.decisions import Decisions
from briefgraph.graph.events import DUPLICATE_STORY, problem_of
from briefgraph.graph.record import ProblemRecord, StoryRecord
from briefgraph.graph.store import Comparer
from briefgraph.resolve.claims import Scored, Verdict
from briefgraph.resolve.clusters import Membership, Pair, cluster


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims of wordings, the pairs of wordings that were kept, and which stories are one event."""

    memberships: dict[str, Membership]
    pairs: dict[tuple[str, str], Scored]
    events: dict[str, str]
    duplicates: dict[str, ProblemRecord]
    texts: dict[str, str]

    def between(self, claim: str, other: str) -> Scored | None:
        """The closest conflict between wordings of two claims."""
        found = [
            (-scored.score, pair, scored)
            for pair, scored in self.pairs.items()
            if scored.verdict == Verdict.CONFLICTING
            and {self.memberships[wording].claim for wording in pair} == {claim, other}
        ]
        return min(found)[2] if found and claim != other else None


def linked(records: Sequence[StoryRecord], comparer: Comparer, decisions: Decisions) -> Linked:
    """What follows of stories together."""
    texts: dict[str, str] = {}
    for record in records:
        for fact in record.facts:
            texts[fact.wording] = min(texts.get(fact.wording, fact.text), fact.text)
    holders: dict[int, set[str]] = defaultdict(set)
    for wording, text in texts.items():
        for key in comparer.keys(text):
            holders[key].add(wording)
    pairs = {}
    for a, b in combinations(sorted(texts), 2):
        shared = set(comparer.keys(texts[a])) & set(comparer.keys(texts[b]))
        if any(len(holders[key]) <= linking.MOST for key in shared):
            scored = comparer.compare(texts[a], texts[b])
            if scored.verdict != Verdict.DIFFERENT:
                pairs[a, b] = scored
    accepted = [Pair(a, b, scored.score) for (a, b), scored in pairs.items() if scored.verdict == Verdict.SAME]
    memberships = cluster(
        texts,
        accepted,
        clash=lambda a, b: comparer.clash(texts[a], texts[b]),
        same=[pair for pair in decisions.same if set(pair) <= texts.keys()],
        apart=decisions.apart,
    )
    events = _events(records, decisions)
    return Linked(memberships, pairs, events, _duplicates(records, events, decisions), texts)


def _says(record: StoryRecord) -> set[str]:
    return {fact.wording for fact in record.facts if fact.run.last_version is None}


def _events(records: Sequence[StoryRecord], decisions: Decisions) -> dict[str, str]:
    """Each story's event: groups are joined until no two of them tell the same."""
    group = {record.id: {record.id} for record in records}
    for one, other in combinations(sorted(records, key=lambda record: record.id), 2):
        a, b = _says(one), _says(other)
        same = len(a & b) >= 2 and 4 * len(a & b) >= 3 * min(len(a), len(b))
        if same and (one.id, other.id) not in decisions.distinct:
            joined = group[one.id] | group[other.id]
            for story in joined:
                group[story] = joined
    dates = {record.id: ids.date_keys(record.published_at)[1] for record in records}
    return {story: min(members, key=lambda one: (dates[one], one)) for story, members in group.items()}


def _duplicates(
    records: Sequence[StoryRecord], events: dict[str, str], decisions: Decisions
) -> dict[str, ProblemRecord]:
    found = {}
    for record in records:
        if events[record.id] != record.id:
            said = problem_of(record.id, events[record.id])
            found[record.id] = ProblemRecord(
                id=said.id, position=len(record.problems) + 1, code=DUPLICATE_STORY, message=said.message, line=1,
                column=1, is_closed=said.id in decisions.closed,
            )  # fmt: skip
    return found
