"""With how many claims claims conflict, and which outlets dispute, on Neo4j."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol


class All(Protocol):
    """`Running.all`."""

    async def __call__(self, name: str, rows: Iterable[Any]) -> list[list[Any]]: ...


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Of some claims: each with what conflicts with it, both ways round, and how many that are stated each other one has."""

    pairs: frozenset[tuple[str, str]]
    stated: Counter[str]


async def conflicts_of(run: All, claims: Collection[str]) -> Conflicts:
    """What conflicts with claims, as it is stored."""
    pairs: set[tuple[str, str]] = set()
    stated: Counter[str] = Counter()
    for claim, other, is_stated in await run("conflicts-of-claims", claims):
        pairs |= {(claim, other), (other, claim)}
        stated[other] += bool(is_stated)
    return Conflicts(frozenset(pairs), stated)


async def settle_conflicts(run: All, claims: Collection[str], before: Conflicts) -> None:
    """Bring counts and disputes up to date, now that the claims and their conflicts are found anew.

    The claims themselves are counted anew. What conflicts with them is counted by the difference: who is contradicted
    by a hub of claims is not looked at whole.
    """
    now = await conflicts_of(run, claims)
    difference = {claim: now.stated[claim] - before.stated[claim] for claim in {*now.stated, *before.stated} - {*claims}}
    await run("settle-conflicts", [{"id": claim, "claims": n} for claim, n in sorted(difference.items()) if n])
    await run("settle-conflicts-of-claims", claims)
    await run("remove-disputes", _rows(before))
    await run("add-disputes", _rows(now))


def _rows(conflicts: Conflicts) -> list[dict[str, str]]:
    return [{"claim": claim, "other": other} for claim, other in sorted(conflicts.pairs)]
