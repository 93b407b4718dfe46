"""From what a curator asks to decisions with their effects in full, and into the log.

A handler looks up what the given ids mean now, refuses what makes no sense, and says what follows. Effects name
ids that every store gives alike (`graph.decisions.Effects`), so that a decision means the same elsewhere.
"""

import unicodedata
from asyncio import Lock
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

from briefgraph import ids
from briefgraph.api import claims
from briefgraph.api.payloads import NodeRef, Payload, node
from briefgraph.api.subjects import Subjects, shown
from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, DecisionKind, Decisions, Effects, decision_id, pair_of
from briefgraph.graph.log import LABEL_MAX, NAME_MAX, REASON_MAX
from briefgraph.ids import canonical_instant
from briefgraph.ingest import Importer, wording_id

NOBODY = "anonymous"
TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # of the direction of writing
PREFIXES = frozenset(ids.PREFIX.values())

Given = Mapping[str, Any]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be decided; `gives` makes the payload's fields beside `decision`, from the sum with it."""

    kind: DecisionKind
    subjects: tuple[str, ...]
    effects: Effects
    gives: Callable[[Decision, Decisions], Fields]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is asked for is so already: by the decision that says it, if there is one."""

    decision: Decision
    fields: Fields


class Curator:
    """Carries out the mutations of curation, one at a time. `deciding` is held meanwhile."""

    def __init__(self, importer: Importer, subjects: Subjects, deciding: Lock) -> None:
        self._importer = importer
        self._subjects = subjects
        self._deciding = deciding
        self._log: list[Decision] = []
        self._sum = Decisions()

    async def run(self, name: str, given: Given) -> Payload:
        """Run one mutation with its coerced `input`, and give its payload.

        Raises:
            BadInput: it makes no sense; nothing was changed.
            StoreError: the store refused.
        """
        by = said(given.get("by"), "by", NAME_MAX) or NOBODY
        reason = said(given.get("reason"), "reason", REASON_MAX)
        async with self._deciding:
            self._log = await self._importer.decisions()
            self._sum = Decisions(self._log)
            if name == "undoDecision":
                decision, fields = await self._undo(given["id"], by), {}
            else:
                asked = await HANDLERS[name](self, given)
                if isinstance(asked, Standing):
                    decision, fields = asked.decision, asked.fields
                else:
                    decision = self._decided(asked, by, reason)
                    await self._importer.decide([decision])
                    fields = asked.gives(decision, Decisions([*self._log, decision]))
        return Payload(f"{name[0].upper()}{name[1:]}Payload", {"decision": node("Decision", decision.id), **fields})

    def _decided(self, draft: Draft, by: str, reason: str | None) -> Decision:
        """The entry of the log: later than each that is about the same, since the later one holds."""
        at, about = self._importer.now(), set(_ids([draft.subjects, asdict(draft.effects)]))
        last = max((one.at for one in self._log if not about.isdisjoint(_ids([one.subjects, asdict(one.effects)]))), default="")
        if at <= last:
            at = canonical_instant((datetime.fromisoformat(last) + timedelta(seconds=1)).isoformat())
        id = decision_id(draft.kind, at, by, draft.subjects)
        effects = draft.effects
        if effects.split:
            other = ids.node_id("PERSON", id)
            effects = replace(effects, split=[(person, story, other, name) for person, story, _, name in effects.split])
        return Decision(id=id, kind=draft.kind, at=at, by=by, reason=reason, subjects=draft.subjects, effects=effects)

    async def _undo(self, id: str, by: str) -> Decision:
        found = next((one for one in self._log if one.id == id), None)
        if found is None:
            raise BadInput(f"there is no decision {shown(id)}; `decisions` lists them")
        if not found.stands:
            raise BadInput(f"the decision {id} was undone at {found.undone_at}; decide anew to have it back")
        undone = replace(found, undone_at=max(self._importer.now(), found.at), undone_by=by)
        await self._importer.decide([undone])
        return undone

    def _so_already(
        self, kind: DecisionKind, subjects: Sequence[str], fields: Callable[[Decision], Fields], why: str,
        fits: Callable[[Decision], bool] = lambda _: True,
    ) -> Standing:  # fmt: skip
        """The last decision that says just this, for what is so already.

        Raises:
            BadInput: none does: `why`.
        """
        for one in reversed(self._sum.standing):
            if one.kind == kind and one.subjects == tuple(subjects) and fits(one):
                return Standing(one, fields(one))
        raise BadInput(why)

    def _wordings(self, facts: Sequence[Given]) -> dict[str, str]:
        """Fact -> the wording that it has by what was decided until now."""
        return {fact["id"]: wording_id(fact["id"], fact["text"], self._sum) for fact in facts}

    # --- who is who, and what is one story ---------------------------------------------------

    async def _merge(self, given: Given, kind: DecisionKind, type_name: str, root: str) -> Draft | Standing:
        subjects = (*given["from"], given["into"])
        *sources, target = await self._subjects.find(subjects, type_name)
        if not sources:
            raise BadInput("`from` is empty; name what is to be merged")
        gives = {root: NodeRef(root, target["id"])}
        if all(source["id"] == target["id"] for source in sources):
            return self._so_already(kind, subjects, lambda _: gives, f"they are one {root} already; nothing is left to merge")
        _not_among(subjects, [source["id"] for source in sources], target["id"])
        described = {name: target[name] for name in ("name", "domain") if name in target}
        effects = Effects(
            moved={source["id"]: target["id"] for source in sources},
            described={target["id"]: described} if described else {},
        )
        return Draft(kind, subjects, effects, lambda *_: gives)

    async def _merge_stories(self, given: Given) -> Draft | Standing:
        return await self._merge(given, DecisionKind.MERGE_STORIES, "Story", "story")

    async def _merge_outlets(self, given: Given) -> Draft | Standing:
        return await self._merge(given, DecisionKind.MERGE_OUTLETS, "Outlet", "outlet")

    async def _merge_people(self, given: Given) -> Draft | Standing:
        return await self._merge(given, DecisionKind.MERGE_PEOPLE, "Person", "person")

    async def _separate_stories(self, given: Given) -> Draft | Standing:
        subjects = tuple(given["stories"])
        stories = sorted({story["id"] for story in await self._subjects.find(subjects, "Story")})
        if len(stories) < 2:
            raise BadInput("these are one story; name two or more, or undo the decision that merged them")
        pairs = [pair_of(a, b) for a, b in combinations(stories, 2)]
        gives = {"stories": [NodeRef("story", story) for story in stories]}
        kind = DecisionKind.SEPARATE_STORIES
        if self._sum.distinct.issuperset(pairs):
            return self._so_already(kind, subjects, lambda _: gives, "they count as several stories already")
        return Draft(kind, subjects, Effects(distinct=pairs), lambda *_: gives)

    async def _split_person(self, given: Given) -> Draft | Standing:
        kind, subjects = DecisionKind.SPLIT_PERSON, (given["person"], *given["stories"])
        (person,) = await self._subjects.find(subjects[:1], "Person")
        stories = [story["id"] for story in await self._subjects.find(subjects[1:], "Story")]
        name = said(given.get("name"), "name", NAME_MAX) or person["name"]

        def gives(decision: Decision, _: Decisions | None = None) -> Fields:
            return {"person": NodeRef("person", decision.effects.split[0][2])}

        def holds(decision: Decision) -> bool:
            return all(
                named == name and self._sum.splits.get((one, story)) == new
                for one, story, new, named in decision.effects.split
            )

        for story in dict.fromkeys(stories):
            if not await self._subjects.mentions(story, person["id"]):
                why = f"the story {story} does not mention {person['id']}; leave it out"
                return self._so_already(kind, subjects, gives, why, holds)
        split = [(person["id"], story, "", name) for story in dict.fromkeys(stories)]
        return Draft(kind, subjects, Effects(split=split, stories=sorted(set(stories))), gives)

    # --- what is one claim -------------------------------------------------------------------

    async def _review_link(self, given: Given) -> Draft | Standing:
        kind, subjects = DecisionKind.REVIEW_LINK, (given["fact"],)
        (fact,) = await self._subjects.find(subjects, "Fact")
        gives = {"fact": node("Fact", fact["id"])}
        if given["verdict"].name == "CONFIRM":
            basis = fact["basis"]
            pair = [] if basis is None else [pair_of(*self._wordings([fact, basis]).values())]
            if fact["id"] in self._sum.reviewed and set(pair) <= set(self._sum.same):
                return self._so_already(
                    kind, subjects, lambda _: gives, "the link is confirmed already", lambda one: bool(one.effects.reviewed)
                )
            effects = Effects(reviewed=[fact["id"]], same=pair, stories=[fact["story"]["id"]])
            return Draft(kind, subjects, effects, lambda *_: gives)
        others = [other for other in await self._subjects.facts(fact["claim"]["id"]) if other["id"] != fact["id"]]
        if not others and fact["id"] not in self._sum.reviewed:
            return self._so_already(
                kind, subjects, lambda _: gives, "the fact states its claim alone; there is no link to reject",
                lambda one: not one.effects.reviewed,
            )  # fmt: skip
        effects = claims.parted([fact], others, self._sum)
        return Draft(kind, subjects, effects, lambda *_: gives)

    async def _merge_claims(self, given: Given) -> Draft | Standing:
        kind, subjects = DecisionKind.MERGE_CLAIMS, (*given["from"], given["into"])
        *sources, target = await self._subjects.find(subjects, "Claim")
        if not sources:
            raise BadInput("`from` is empty; name the claims that are to be merged")
        gives = {"claim": NodeRef("claim", target["id"])}
        if all(source["id"] == target["id"] for source in sources):
            return self._so_already(kind, subjects, lambda _: gives, "they are one claim already; nothing is left to merge")
        _not_among(subjects, [source["id"] for source in sources], target["id"])
        groups = [await self._subjects.facts(claim) for claim in dict.fromkeys([target["id"], *(s["id"] for s in sources)])]
        effects = claims.joined(groups, self._sum)
        first = groups[0][0]
        return Draft(kind, subjects, effects, lambda _, after: {"claim": _claim_of(first, after)})

    async def _split_claim(self, given: Given) -> Draft | Standing:
        kind, subjects = DecisionKind.SPLIT_CLAIM, (given["claim"], *given["facts"])
        (claim,) = await self._subjects.find(subjects[:1], "Claim")
        facts = {fact["id"]: fact for fact in await self._subjects.find(subjects[1:], "Fact")}
        first = next(iter(facts.values()))
        elsewhere = [fact for fact in facts.values() if fact["claim"]["id"] != claim["id"]]
        if elsewhere:
            one_claim = len({fact["claim"]["id"] for fact in facts.values()}) == 1 and len(elsewhere) == len(facts)
            why = f"the fact {elsewhere[0]['id']} states another claim; name facts that state {claim['id']}"
            gives = {"claim": _claim_of(first, self._sum)}
            return self._so_already(kind, subjects, lambda _: gives, why, lambda _: one_claim)
        others = [fact for fact in await self._subjects.facts(claim["id"]) if fact["id"] not in facts]
        if not others:
            raise BadInput("these are all the facts that state the claim; leave out those that are to stay")
        effects = claims.parted(list(facts.values()), others, self._sum)
        return Draft(kind, subjects, effects, lambda _, after: {"claim": _claim_of(first, after)})

    # --- what was read wrong -----------------------------------------------------------------

    async def _correct_citation(self, given: Given) -> Draft | Standing:
        kind, subjects, position = DecisionKind.CORRECT_CITATION, (given["fact"],), given["position"]
        (fact,) = await self._subjects.find(subjects, "Fact")
        label = said(given.get("label"), "label", LABEL_MAX)
        if given.get("label") is not None and label is None:
            raise BadInput("`label` is blank; give the source's name, or null where there is no citation")
        known = [
            entry for one in self._sum.standing for entry in one.effects.citations if tuple(entry[:2]) == (fact["id"], position)
        ]
        now = await self._subjects.label(fact["id"], position)
        gives = {"fact": node("Fact", fact["id"])}
        if now == label:
            return self._so_already(
                kind, subjects, lambda _: gives,
                f"the fact has no citation {position}" if now is None else f"the citation {position} is of {now} already",
                lambda one: any(entry[1] == position and entry[3] == label for entry in one.effects.citations),
            )  # fmt: skip
        if now is None:
            raise BadInput(f"the fact has no citation {position}; `citations` has the position of each")
        read = dict.fromkeys([now, *(entry[2] for entry in known if self._sum.citation(*entry[:3]) == now)])
        entries = [(fact["id"], position, as_read, label) for as_read in read]
        return Draft(kind, subjects, Effects(citations=entries, stories=[fact["story"]["id"]]), lambda *_: gives)

    async def _close_problem(self, given: Given) -> Draft | Standing:
        kind, subjects = DecisionKind.CLOSE_PROBLEM, (given["id"],)
        (problem,) = await self._subjects.find(subjects, "Problem")
        gives = {"problem": node("Problem", problem["id"])}
        if problem["isClosed"]:
            return self._so_already(kind, subjects, lambda _: gives, "the problem is closed already")
        effects = Effects(closed=[problem["id"]], stories=[problem["story"]["id"]])
        return Draft(kind, subjects, effects, lambda *_: gives)


HANDLERS = {
    "mergeStories": Curator._merge_stories,
    "separateStories": Curator._separate_stories,
    "mergeOutlets": Curator._merge_outlets,
    "mergePeople": Curator._merge_people,
    "splitPerson": Curator._split_person,
    "reviewLink": Curator._review_link,
    "mergeClaims": Curator._merge_claims,
    "splitClaim": Curator._split_claim,
    "correctCitation": Curator._correct_citation,
    "closeProblem": Curator._close_problem,
}


def said(text: str | None, field: str, limit: int) -> str | None:
    """A text as it is kept: one line, without what acts on a terminal or a page; None for a blank one.

    Raises:
        BadInput: it is longer than `limit` characters.
    """
    if text is None:
        return None
    if len(text) > limit:
        raise BadInput(f"`{field}` is longer than {limit:,} characters; shorten it")
    kept = (" " if char.isspace() else char for char in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cs") and c not in TURNS).split()) or None


def _not_among(subjects: Sequence[str], sources: Sequence[str], target: str) -> None:
    for given, source in zip(subjects, sources, strict=False):
        if source == target:
            raise BadInput(f"{shown(given)} in `from` is what `into` names; leave it out")


def _claim_of(fact: Given, decisions: Decisions) -> NodeRef:
    """The claim that a fact states: its wording's id leads to it."""
    return NodeRef("claim", wording_id(fact["id"], fact["text"], decisions))


def _ids(value: Any) -> Iterator[str]:
    """Every id of a node in what a decision says."""
    if isinstance(value, str):
        if value[2:3] == "_" and value[:2] in PREFIXES:
            yield value
    elif isinstance(value, Mapping):
        yield from _ids([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _ids(item)
