"""What follows where people say that facts state one claim, or do not: pairs of wordings, and facts of their own."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from briefgraph import ids
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decisions, Effects, pair_of
from briefgraph.ingest import wording_id
from briefgraph.resolve.claims import normalise

PAIRS_MAX = 10_000  # of one decision: 0.6 MB of a log that is read whole

Facts = Sequence[Mapping[str, Any]]  # each with its `id`, `text` and `story { id }`


def joined(groups: Sequence[Facts], decisions: Decisions) -> Effects:
    """Make one claim of what several groups of facts state.

    Every wording is joined to the first group's, not only one of each group: where the words of two claims
    contradict each other, what was joined by likeness alone would fall off. Pairs that were held apart before are not any more.
    """
    wordings = [sorted(set(_wordings(group, decisions).values())) for group in groups]
    centre = wordings[0][0]
    everyone = {wording for group in wordings for wording in group}
    same = {pair_of(centre, wording) for wording in everyone if wording != centre}
    same |= {(a, b) for a, b in decisions.apart if a in everyone and b in everyone}
    return Effects(same=_bounded(same))


def parted(facts: Facts, others: Facts, decisions: Decisions) -> Effects:
    """Make a claim of their own of facts that state one with `others`, whose claim it stays.

    A fact whose very words another one has gets a wording of its own.
    """
    before, staying = _wordings(facts, decisions), set(_wordings(others, decisions).values())
    alone = sorted(fact for fact, wording in before.items() if wording in staying)
    texts = {fact["id"]: fact["text"] for fact in facts}
    after = before | {fact: ids.node_id("CLAIM", normalise(texts[fact]), fact) for fact in alone}
    going = sorted(set(after.values()))
    return Effects(
        alone=alone,
        same=list(pairwise(going)),
        apart=_bounded(pair_of(a, b) for a in going for b in staying),
        unreviewed=sorted(before),
        stories=sorted({fact["story"]["id"] for fact in facts}),
    )


def _wordings(facts: Facts, decisions: Decisions) -> dict[str, str]:
    return {fact["id"]: wording_id(fact["id"], fact["text"], decisions) for fact in facts}


def _bounded(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found = sorted(set(pairs))
    if len(found) > PAIRS_MAX:
        raise BadInput(f"these are {len(found):,} pairs of wordings, above {PAIRS_MAX:,}; name fewer facts or claims at a time")
    return found
