"""What a store says of the past: versions that come in any order, facts that come back, stories that are merged or deleted."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.brief import Brief
from briefgraph.graph.decisions import Decision, DecisionKind, Effects, decision_id
from briefgraph.graph.store import Store
from briefgraph.ingest import Importer, story_id
from tests.strategies import Says, brief_of
from tests.worlds import registry

Play = Callable[..., Any]
ADDRESS = "weirs.example/one"
WEIR = "A crane lifted the old weir out of the river on Tuesday."
GAUGE = "Nobody has read the gauge at Ollerby since the spring flood."
ORDERS = ("Masons will be paid by the yard of new wall.", "Eels now pass the ladder at night, a warden counted.")
ONE = brief_of([Says(WEIR, ("Osprey Wire", "Quill Post")), Says(GAUGE, ("Lantern Daily",))], [Says("It was time.", ("Quill Post",))],
               title="Weir goes", questions=[("Will it rain?", 0.25)], address=ADDRESS, published_at="2031-03-01T00:00:00Z")  # fmt: skip
TWO = brief_of([Says(GAUGE, ("Lantern Daily", "Osprey Wire"))], [Says("It was not time.", ("Quill Post",))], title="Weir goes",
               lead="A river runs free.", questions=[("Will it rain?", 0.75)], address=ADDRESS, published_at="2031-03-05T00:00:00Z")  # fmt: skip
THREE = brief_of([Says(GAUGE, ("Osprey Wire",)), Says(WEIR, ("Lantern Daily",)), Says(ORDERS[0], ("Quill Post",))],
                 title="Weir is gone", listed=("Tide Board",), address=ADDRESS, published_at="2031-03-09T00:00:00Z")  # fmt: skip
FOUR = brief_of([Says(GAUGE, ("Osprey Wire",)), Says(WEIR, ("Lantern Daily",)), Says(ORDERS[1], ("Quill Post",))],
                title="Weir is gone", listed=("Tide Board",), address=ADDRESS, published_at="2031-03-12T00:00:00Z")  # fmt: skip
OTHER = brief_of([Says(WEIR, ("Tide Board",))], title="Another hand", address="weirs.example/other", published_at=None)
CLAIM = 'query($at: DateTime!, $clock: Clock!) { claims(filter: { text: "crane weir" }) { nodes { asOf(at: $at, clock: $clock) '
CLAIM += "{ factCount storyCount isSoleSourced firstStatedAt backers(orderBy: NAME_ASC) { nodes { name } } } } } }"


class Teller:
    """Loads briefs, each at a day of its own, and asks."""

    def __init__(self, store: Store) -> None:
        self._days: Iterator[str] = iter(())
        self._store = store
        self.importer = Importer(store, registry(), lambda: next(self._days))

    async def load(self, briefs: Sequence[Brief], days: Sequence[int]) -> None:
        for brief, day in zip(briefs, days, strict=True):
            self._days = iter([f"2031-06-{day:02d}T00:00:00Z"] * 3)
            await self.importer.load([brief])

    async def ask(self, query: str, **variables: Any) -> Any:
        answer = await Executor(self._store).execute(GraphQLRequest(query=query, variables=variables))
        found = orjson.loads(answer.body)
        assert "errors" not in found, found
        return found["data"]

    async def story(self, fields: str, **variables: Any) -> Any:
        return (await self.ask(f'{{ story(address: "{ADDRESS}") {{ {fields} }} }}', **variables))["story"]

    async def claim(self, at: str, clock: str = "PUBLISHED") -> Any:
        (found,) = (await self.ask(CLAIM, at=at, clock=clock))["claims"]["nodes"]
        then = found["asOf"]
        return then and (
            then["factCount"],
            then["storyCount"],
            then["firstStatedAt"],
            [o["name"] for o in then["backers"]["nodes"]],
        )


def test_versions_that_came_out_of_order(play: Play) -> None:
    """The third came first: by the store's clock it stood from then on, by the story's own the first one did before it."""

    async def scenario(store: Store) -> None:
        teller = Teller(store)
        await teller.load([THREE, ONE, TWO], [10, 11, 12])
        days = {f"d{day}": f'asOf(at: "2031-06-{day:02d}") {{ number title }}' for day in (9, 10, 11, 12)}
        dates = {f"p{day}": f'asOf(at: "2031-03-{day:02d}", clock: PUBLISHED) {{ number }}' for day in (1, 4, 5, 8, 9)}
        found = await teller.story(" ".join(f"{key}: {field}" for key, field in (days | dates).items()))
        assert found["d9"] is None
        assert [found[key] for key in ("d10", "d11", "d12")] == [{"number": 3, "title": "Weir is gone"}] * 3
        assert [found[key]["number"] for key in dates] == [1, 1, 2, 2, 3]

        # The fact goes in the second version and comes back in the third, cited of another outlet.
        assert await teller.claim("2031-03-04") == (1, 1, "2031-03-01T00:00:00Z", ["Osprey Wire", "Quill Post"])
        assert await teller.claim("2031-03-06") is None
        assert await teller.claim("2031-03-09") == (1, 1, "2031-03-09T00:00:00Z", ["Lantern Daily"])
        assert await teller.claim("2031-06-10", "RECORDED") == (1, 1, "2031-03-09T00:00:00Z", ["Lantern Daily"])
        assert await teller.claim("2031-06-09", "RECORDED") is None
        query = '{ claims(filter: { text: "crane weir" }) { nodes { timeline { nodes { kind version at recordedAt '
        (claim,) = (await teller.ask(query + "outlets { edges { label } } } } } } }"))["claims"]["nodes"]
        assert [(e["kind"], e["version"], e["at"][5:10], e["recordedAt"][5:10], [o["label"] for o in e["outlets"]["edges"]])
                for e in claim["timeline"]["nodes"]] == [
            ("STATED", 1, "03-01", "06-11", ["Osprey Wire", "Quill Post"]),
            ("WITHDRAWN", 2, "03-05", "06-12", ["Osprey Wire", "Quill Post"]),
            ("STATED", 3, "03-09", "06-10", ["Lantern Daily"]),
        ]  # fmt: skip

    play(scenario)


def test_what_changed_from_version_to_version(play: Play) -> None:
    async def scenario(store: Store) -> None:
        teller = Teller(store)
        await teller.load([FOUR, TWO, ONE, THREE], [1, 2, 3, 4])
        fields = "kind what before after of position score differs probabilityBefore probabilityAfter"
        revisions = (await teller.story(f"revisions {{ nodes {{ changes {{ {fields} }} }} }}"))["revisions"]["nodes"]
        query = f'query($a: Int!, $b: Int!) {{ story(address: "{ADDRESS}") {{ difference(from: $a, to: $b) {{ {fields} }} }} }}'

        async def difference(one: int, other: int) -> list[str]:
            return _shown((await teller.ask(query, a=one, b=other))["story"]["difference"])

        first, second, third, fourth = (_shown(revision["changes"]) for revision in revisions)
        assert first == await difference(3, 3) == await difference(0, 1) == await difference(4, 5) == []
        assert await difference(2, 3) == third
        assert second == [
            "ADDED LEAD: A river runs free.",
            f"DROPPED FACT: {WEIR} at 1",
            f"ADDED CITATION: Osprey Wire of {GAUGE} at 1",
            "DROPPED SOURCE: Quill Post at 2",
            "REWORDED NARRATIVE: It was time. -> It was not time. of Pro-dam narrative at 1",
            "REWORDED FORECAST: Will it rain? -> Will it rain? at 1, 0.25 -> 0.75",
        ]
        assert await difference(2, 1) == [
            "DROPPED LEAD: A river runs free.",
            f"ADDED FACT: {WEIR} at 1",
            f"DROPPED CITATION: Osprey Wire of {GAUGE} at 1",
            "ADDED SOURCE: Quill Post at 2",
            "REWORDED NARRATIVE: It was not time. -> It was time. of Pro-dam narrative at 1",
            "REWORDED FORECAST: Will it rain? -> Will it rain? at 1, 0.75 -> 0.25",
        ]
        assert third == [
            "REWORDED TITLE: Weir goes -> Weir is gone",
            "DROPPED LEAD: A river runs free.",
            f"ADDED FACT: {WEIR} at 2",
            f"ADDED FACT: {ORDERS[0]} at 3",
            f"DROPPED CITATION: Lantern Daily of {GAUGE} at 1",
            "ADDED SOURCE: Quill Post at 3",
            "ADDED SOURCE: Tide Board at 4",
            "DROPPED NARRATIVE: It was not time. of Pro-dam narrative at 1",
            "DROPPED FORECAST: Will it rain? at 1, 0.75 -> None",
        ]
        # Nothing likens the two but their place and their source.
        assert fourth == [f"REWORDED FACT: {ORDERS[0]} -> {ORDERS[1]} at 3"]
        # A fact that went and came back is the same fact; what cites it is not.
        assert [line for line in await difference(1, 4) if WEIR in line] == [
            f"ADDED CITATION: Lantern Daily of {WEIR} at 2",
            f"DROPPED CITATION: Osprey Wire of {WEIR} at 2",
            f"DROPPED CITATION: Quill Post of {WEIR} at 2",
        ]

    play(scenario)


def _shown(changes: Sequence[Any]) -> list[str]:
    lines = []
    for change in changes:
        words = " -> ".join(words for words in (change["before"], change["after"]) if words is not None)
        odds = (change["probabilityBefore"], change["probabilityAfter"])
        lines.append(
            f"{change['kind']} {change['what']}: {words}"
            + (f" of {change['of']}" if change["of"] else "")
            + (f" at {change['position']}" if change["position"] else "")
            + (f", {odds[0]} -> {odds[1]}" if odds != (None, None) else "")
        )
        assert change["differs"] == [] and change["score"] is None
    return lines


def test_stories_that_were_merged_and_deleted(play: Play) -> None:
    """What another story told is a version before the story's own, by both clocks; undone, it is its own story again."""

    async def scenario(store: Store) -> None:
        teller = Teller(store)
        await teller.load([ONE, OTHER], [1, 2])
        assert await teller.claim("2031-06-01", "RECORDED") == (1, 1, "2031-03-01T00:00:00Z", ["Osprey Wire", "Quill Post"])
        both = (2, 2, "2031-03-01T00:00:00Z", ["Osprey Wire", "Quill Post", "Tide Board"])
        assert await teller.claim("2031-06-02", "RECORDED") == both
        assert await teller.claim("2031-06-02") == both  # the other is undated: its time is when it was received
        assert await teller.claim("2031-06-01") == (1, 1, "2031-03-01T00:00:00Z", ["Osprey Wire", "Quill Post"])

        gone, into, at = story_id(OTHER), story_id(ONE), "2031-07-01T00:00:00Z"
        kind, subjects = DecisionKind.MERGE_STORIES, (gone, into)
        merge = Decision(id=decision_id(kind, at, "ann", subjects), kind=kind, at=at, by="ann", reason=None, subjects=subjects,
                         effects=Effects(moved={gone: into}))  # fmt: skip
        await teller.importer.decide([merge])
        asked = 'changes: difference(from: 1, to: 2) { kind what before after } early: asOf(at: "2031-06-01") { number } '
        asked += 'late: asOf(at: "2031-06-02") { number title facts { nodes { citations { nodes { name } } } } } '
        asked += 'dated: asOf(at: "2031-06-02", clock: PUBLISHED) { number } revisions { nodes { title facts { totalCount } } }'
        found = await teller.story(asked)
        assert found["revisions"]["nodes"] == [
            {"title": "Another hand", "facts": {"totalCount": 1}}, {"title": "Weir goes", "facts": {"totalCount": 2}}
        ]  # fmt: skip
        assert {"kind": "REWORDED", "what": "TITLE", "before": "Another hand", "after": "Weir goes"} in found["changes"]
        assert (found["early"], found["late"]["number"], found["dated"]) == ({"number": 2}, 2, {"number": 2})
        assert await teller.claim("2031-06-02") == (1, 1, "2031-03-01T00:00:00Z", ["Osprey Wire", "Quill Post"])

        await store.delete(into, teller.importer)
        assert await teller.ask('{ claims { nodes { id } } story(address: "weirs.example/other") { id } }') == {
            "claims": {"nodes": []}, "story": None
        }  # fmt: skip

    play(scenario)
