"""A desk to curate at: a store, an importer whose clock stands still, and the mutations; and a small world to curate."""

import re
import zlib
from collections.abc import Sequence
from typing import Any

import orjson

from briefgraph.api.callers import EVERYTHING, Caller
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.brief import Brief, ProblemCode
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer
from briefgraph.resolve.claims import Scored, Verdict
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import Entry, OutletKind
from tests.strategies import Says, brief_of

NOW = "2025-06-01T00:00:00Z"
REGISTRY = OutletRegistry([
    Entry(key="quill", name="Quill & Anchor", kind=OutletKind.NEWS, country="NO", domain="quill.example",
          owner="Anchor Trust", names=("Quill & Anchor",)),
])  # fmt: skip
DECISION = "decision { id kind at by reason subjects isUndone undoneAt undoneBy }"
GIVES = {
    "mergeStories": "story { id version }",
    "separateStories": "stories { id }",
    "mergeOutlets": "outlet { id name domain storyCount }",
    "mergePeople": "person { id name storyCount }",
    "splitPerson": "person { id name storyCount }",
    "reviewLink": "fact { id claim { id factCount } }",
    "mergeClaims": "claim { id factCount }",
    "splitClaim": "claim { id factCount }",
    "correctCitation": "fact { id citations { edges { position label node { name } } } }",
    "closeProblem": "problem { id isClosed }",
    "undoDecision": "",
}


class WordComparer:
    """Texts that share half of their words say the same, unless a number differs; a tenth is too little to be one claim."""

    def keys(self, text: str) -> list[int]:
        return sorted({zlib.crc32(word.encode()) for word in _words(text) if len(word) > 4})

    def compare(self, a: str, b: str) -> Scored:
        one, other = _words(a), _words(b)
        score = round(len(one & other) / max(len(one | other), 1), 4)
        if score < 0.5:
            return _scored(score, Verdict.DIFFERENT)
        if _numbers(a) != _numbers(b):
            return _scored(score, Verdict.CONFLICTING, "number")
        return _scored(score, Verdict.SAME)

    def clash(self, a: str, b: str) -> bool:
        scored = self.compare(a, b)
        return bool(scored.differs) or scored.score < 0.1


def _scored(score: float, verdict: Verdict, *differs: str) -> Scored:
    return Scored(score=score, verdict=verdict, differs=differs, features={})


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


class Desk:
    """One store, and somebody who curates it."""

    def __init__(self, store: Store, now: str = NOW) -> None:
        self.store = store
        self.importer = Importer(store, REGISTRY, lambda: now, WordComparer())
        self.executor = Executor(store, self.importer)

    async def load(self, *briefs: Brief) -> None:
        await self.importer.load(briefs)

    async def ask(self, query: str, **variables: Any) -> Any:
        """The data of a query that has no error."""
        answer = orjson.loads((await self.executor.execute(GraphQLRequest(query=query, variables=variables))).body)
        assert "errors" not in answer, answer
        return answer["data"]

    async def answer(self, mutation: str, /, **given: Any) -> Any:
        """The whole answer to one mutation; `from_` is `from`."""
        stem = f"{mutation[0].upper()}{mutation[1:]}"
        query = f"mutation M($input: {stem}Input!) {{ done: {mutation}(input: $input) {{ {DECISION} {GIVES[mutation]} }} }}"
        request = GraphQLRequest(query=query, variables={"input": {key.rstrip("_"): value for key, value in given.items()}})
        return orjson.loads((await self.executor.execute(request, caller=Caller("env", EVERYTHING))).body)

    async def decide(self, mutation: str, /, **given: Any) -> Any:
        """The payload of a mutation that is carried out."""
        answer = await self.answer(mutation, **given)
        assert "errors" not in answer, answer
        return answer["data"]["done"]

    async def refused(self, mutation: str, /, **given: Any) -> str:
        """Why a mutation is refused."""
        answer = await self.answer(mutation, **given)
        ((error),) = answer["errors"]
        assert error["extensions"]["code"] == "BAD_INPUT", answer
        assert answer["data"] == {"done": None}
        return str(error["message"])

    async def dump(self, *, log: bool = True) -> list[str]:
        """The store's dump, with or without the log of decisions."""
        lines = [line async for line in self.store.dump()]
        return lines if log else [line for line in lines if orjson.loads(line)["type"] != "DECISION"]

    # --- what is where -----------------------------------------------------------------------

    async def story(self, letter: str) -> str:
        """The id of the story at `briefs.example/<letter>`."""
        found = await self.ask("query($a: String!) { story(address: $a) { id } }", a=f"briefs.example/{letter}")
        return str(found["story"]["id"])

    async def outlet(self, name: str) -> dict[str, Any]:
        found = await self.ask(
            "query($n: String!) { outlet(name: $n) { id name aliases domain storyCount citationCount claimCount } }", n=name
        )
        return dict(found["outlet"])

    async def person(self, name: str) -> dict[str, Any]:
        found = await self.ask("query($n: String!) { person(name: $n) { id name storyCount stories { nodes { id } } } }", n=name)
        return dict(found["person"])

    async def facts(self, letter: str) -> list[dict[str, Any]]:
        """The facts of a story, with the claims that they state."""
        query = """query($id: ID!) { story(id: $id) { facts { nodes {
            id text
            claim { id factCount facts { edges { score method isReviewed node { id } } } }
            citations { edges { position label node { name } } }
        } } } }"""
        return list((await self.ask(query, id=await self.story(letter)))["story"]["facts"]["nodes"])

    async def fact(self, letter: str, text: str) -> dict[str, Any]:
        """The fact of a story that begins with a text."""
        return next(fact for fact in await self.facts(letter) if fact["text"].startswith(text))

    async def problem(self, letter: str, code: str) -> dict[str, Any]:
        query = """query($id: ID!, $code: ProblemCode!) {
            problems(filter: {story: $id, code: $code}) { nodes { id isClosed message } }
        }"""
        return dict((await self.ask(query, id=await self.story(letter), code=code))["problems"]["nodes"][0])


HELD = "The dam near Drosk held, Gov. Maria Ostrow said."
HELD_FIRM = "The dam near Drosk held firm, Gov. Maria Ostrow said."
HOMES = "Some 1,200 people left their homes below the dam."
MORE_HOMES = "Some 1,300 people left their homes below the dam."
FOX = "A fox named Pilot was seen in Sorvanil."
PILOT = "Keepers caught the animal on Friday, Lena Virtane said."


def story(letter: str, date: str, *facts: Says, **more: Any) -> Brief:
    """A brief at an address of its own."""
    return brief_of(facts, address=f"briefs.example/{letter}", published_at=f"2024-{date}T00:00:00Z", **more)


A = story("a", "01-10", Says(HELD, ("Bramble Courier", "Harrow Wire")), Says(HOMES, ("Lantern Post",)), title="The dam",
          problems=[ProblemCode.UNCITED_SOURCE])  # fmt: skip
TWIN = story("t", "01-12", Says(HELD, ("Bramble Courier", "Harrow Wire")), Says(HOMES, ("Lantern Post",)), title="The dam again")
B = story("b", "02-10", Says(HELD_FIRM, ("Lantern Post",)), Says(HOMES, ("Bramble Kourier", "Bramble Kourier (b)")),
          Says(MORE_HOMES, ("Quill & Anchor",)), title="A week later")  # fmt: skip
C = story("c", "03-10", Says(FOX, ("Bramble Kourier",)), Says(PILOT, ("Harrow Wire",)), title="A fox",
          lead="Singer Maria Ostrow saw it.")  # fmt: skip
D = story("d", "03-11", Says(PILOT, ("Osprey Feed",)), Says("Mr. Marius Ostrow sang.", ("Osprey Feed",)), title="The fox again")
LATER_A = story("a", "04-01", Says(HELD, ("Bramble Courier",)), Says(HOMES, ("Lantern Post", "Harrow Wire")),
                Says(FOX, ("Osprey Feed",)), title="The dam, later", lead="Maria Ostrow spoke.",
                problems=[ProblemCode.UNCITED_SOURCE])  # fmt: skip
BRIEFS: Sequence[Brief] = (A, TWIN, B, C, D)
