"""What follows from changed stories: claims and who backs them, counters, pairs, spellings and names.

Counters, pairs and spellings change by the difference of shares; claims are found anew from the facts that state them.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from briefgraph import ids
from briefgraph.graph.neo4j.backing import Backing, changed_backing
from briefgraph.graph.neo4j.conflicts import conflicts_of, settle_conflicts
from briefgraph.graph.neo4j.rows import Row
from briefgraph.graph.neo4j.running import Running
from briefgraph.graph.neo4j.share import Share
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name


class Settling:
    """The end of a transaction."""

    def __init__(self, running: Running) -> None:
        self._all = running.all

    async def claims(self, claims: list[str]) -> Backing:
        """Find anew who backs the claims, and all that is known of them; what changes for outlets."""
        backed = changed_backing(await self._all("remove-backs", claims), await self._all("add-backs", claims))
        conflicts = await conflicts_of(self._all, claims)
        await self._all("remove-origins", claims)
        await self._all("add-origins", claims)
        settled = await self._all("settle-claims", claims)
        await self._all("settle-sole-wires", claims)
        await self._all(
            "word-claims",
            [
                {"id": claim, "tokens": None if text is None else ids.stored_tokens(text)}
                for claim, seen, text, facts in settled
                if facts and seen != text
            ],
        )
        await self._all("remove-conflicts", claims)
        await self._all("add-conflicts", claims)
        await settle_conflicts(self._all, claims, conflicts)
        await self._all("remove-claims", [claim for claim, *_, facts in settled if not facts])
        return backed

    async def counters(self, share: Share, backed: Backing) -> None:
        """Bring counters, pairs, spellings and names up to date, by a difference of shares and what `claims` gave."""
        names = {
            "outlet": await self._respell("OUTLET", share),
            "person": await self._respell("PERSON", share),
        }
        counted = (*share.stories, *share.citations, *share.cited, *share.advocacies, *share.attributions)
        outlets = {key[0] for key in counted}
        outlets |= {outlet for outlet, n in (*backed.claims.items(), *backed.sole.items()) if n}
        seen = await self._all(
            "settle-outlets",
            [
                {"id": id, "claims": backed.claims[id], "stories": share.stories[(id,)], "citations": share.citations[(id,)],
                 "facts": share.cited[(id,)], "advocacies": share.advocacies[(id,)], "sole": backed.sole[id],
                 "attributions": share.attributions[(id,)]}
                for id in sorted(outlets)
            ],
        )  # fmt: skip
        await self._all("forget-measures", [id for (id,) in seen])
        names["outlet"] += seen
        people = {key[0] for key in (*share.facts, *share.appearances)}
        names["person"] += await self._all(
            "settle-people",
            [{"id": id, "facts": share.facts[(id,)], "stories": share.appearances[(id,)]} for id in sorted(people)],
        )
        pairs: list[Row] = [{"outlet": one, "other": other, "weight": n} for (one, other), n in sorted(share.pairs.items())]
        await self._all("settle-pairs", pairs)
        await self._all("remove-empty-pairs", [row for row in pairs if row["weight"] < 0])
        together: list[Row] = [
            {"outlet": one, "other": other, "claims": n} for (one, other), n in sorted(backed.pairs.items()) if n
        ]
        await self._all("settle-co-backing", together)
        await self._all("remove-empty-co-backing", [row for row in together if row["claims"] < 0])
        about: list[Row] = [
            {"person": person, "outlet": outlet, "facts": share.about_facts[person, outlet],
             "stories": share.about_stories[person, outlet]}
            for person, outlet in sorted({**share.about_facts, **share.about_stories})
        ]  # fmt: skip
        await self._all("settle-person-outlets", about)
        await self._all("remove-empty-person-outlets", [row for row in about if row["facts"] < 0])
        stances = [_period(*key, narratives=n) for key, n in sorted(share.stances.items())]
        await self._all("settle-stances", stances)
        await self._all("remove-empty-stances", [row for row in stances if row["narratives"] < 0])
        await self._together(share)
        await self._name("outlet", "outlets", [id for (id,) in names["outlet"]], display_name)
        await self._name("person", "people", [id for (id,) in names["person"]], best_name)

    async def _together(self, share: Share) -> None:
        """Bring up to date who is mentioned together with whom."""
        rows: list[Row] = [
            {"person": one, "other": other, "stories": share.together_stories[one, other],
             "facts": share.together_facts[one, other]}
            for one, other in sorted({**share.together_stories, **share.together_facts})
        ]  # fmt: skip
        await self._all("settle-co-mentions", rows)
        await self._all("remove-empty-co-mentions", [row for row in rows if row["stories"] < 0])

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


def _period(outlet: str, stance: str, month: str, *, narratives: int) -> Row:
    """By how many the narratives change that an outlet provides, of one stance and in one month."""
    stance_id = ids.stance_id(stance)
    properties = {
        "outletId": outlet, "stance": stance, "stanceId": stance_id, "sortKey": ids.sort_key(stance), "month": month or None,
        "monthKey": ids.month_key(month),
    }  # fmt: skip
    return {"id": f"{outlet} {stance_id} {month}", "properties": properties, "narratives": narratives}


def _alias_id(node: str, alias: str) -> str:
    """The key of a spelling, which is as long as someone wrote it."""
    return blake2b(f"{node}\x1f{alias}".encode(), digest_size=16).hexdigest()
