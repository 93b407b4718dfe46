"""What cites an outlet, where it is witness and takes a side, and its stances: as decisions, versions and deletes change them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from briefgraph.brief import Brief
from briefgraph.graph.store import Store
from tests.curating import Desk
from tests.strategies import Says, brief_of

Play = Callable[..., Any]
HOLDS, LEAKS = "The dam near Drosk holds.", "A lock leaks below it."
PRO, ANTI, LETTERED = 0, 1, 2
QUERY = """query($n: String!) { outlet(name: $n) {
  factCount citationCount advocacyCount
  facts { totalCount nodes { text } }
  advocatesAsWitness { totalCount edges { citationCount narrativeCount facts { nodes { text } } narratives { nodes { text } } } }
  stances { totalCount nodes { stance month narrativeCount narratives { totalCount nodes { text } } } }
} }"""


def told(month: str, *narratives: Says) -> Brief:
    return brief_of(
        [Says(HOLDS, ("Bramble Courier (a)", "Bramble Courier (b)")), Says(LEAKS, ("Harrow Wire",))],
        narratives,
        listed=("Osprey Feed",),
        address="briefs.example/a",
        published_at=f"{month}-10T00:00:00Z",
    )


WELL, ILL = Says("All is well.", ("Harrow Wire", "Harrow Wire"), PRO), Says("Nothing is.", ("Lantern Post",), ANTI)
BRIEF = told("2031-03", WELL, ILL, Says("Who knows?", ("Bramble Courier",), LETTERED))


class Seen:
    """What is seen of one outlet: counters and lists, which have to agree."""

    def __init__(self, outlet: dict[str, Any]) -> None:
        facts, both, stances = outlet["facts"], outlet["advocatesAsWitness"], outlet["stances"]
        assert len(facts["nodes"]) == facts["totalCount"] == outlet["factCount"]
        assert len(both["edges"]) == both["totalCount"] == outlet["advocacyCount"]
        assert len(stances["nodes"]) == stances["totalCount"]
        self.facts = [fact["text"] for fact in facts["nodes"]]
        self.citations = outlet["citationCount"]
        self.both = [
            (
                edge["citationCount"],
                edge["narrativeCount"],
                *([node["text"] for node in edge[name]["nodes"]] for name in ("facts", "narratives")),
            )
            for edge in both["edges"]
        ]
        self.stances = []
        for period in stances["nodes"]:
            texts = [narrative["text"] for narrative in period["narratives"]["nodes"]]
            assert len(texts) == period["narrativeCount"] == period["narratives"]["totalCount"]
            self.stances.append((period["month"], period["stance"], texts))


async def seen(desk: Desk, name: str) -> Seen:
    return Seen((await desk.ask(QUERY, n=name))["outlet"])


async def as_told(desk: Desk) -> None:
    bramble, harrow, lantern, osprey = [
        await seen(desk, name) for name in ("Bramble Courier", "Harrow Wire", "Lantern Post", "Osprey Feed")
    ]
    assert (bramble.facts, bramble.citations, bramble.stances) == ([HOLDS], 2, [])  # a lettered side is no stance
    assert bramble.both == [(2, 1, [HOLDS], ["Who knows?"])]
    assert (harrow.facts, harrow.both) == ([LEAKS], [(1, 1, [LEAKS], ["All is well."])])
    assert harrow.stances == [("2031-03", "pro-dam", ["All is well."])]  # credited twice, counted once
    assert (lantern.facts, lantern.both, lantern.stances) == ([], [], [("2031-03", "anti-dam", ["Nothing is."])])
    assert (osprey.facts, osprey.both, osprey.stances) == ([], [], [])  # only listed


def test_a_corrected_citation_makes_another_outlet_the_witness(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(BRIEF)
        await as_told(desk)
        fact = await desk.fact("a", LEAKS)
        made = await desk.decide("correctCitation", fact=fact["id"], position=1, label="Lantern Post")
        harrow, lantern = await seen(desk, "Harrow Wire"), await seen(desk, "Lantern Post")
        assert (harrow.facts, harrow.both, len(harrow.stances)) == ([], [], 1)
        assert (lantern.facts, lantern.both) == ([LEAKS], [(1, 1, [LEAKS], ["Nothing is."])])
        await desk.decide("undoDecision", id=made["decision"]["id"])
        await as_told(desk)

    play(scenario)


def test_an_outlet_that_is_merged_brings_its_stances(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(BRIEF)
        harrow, lantern = await desk.outlet("Harrow Wire"), await desk.outlet("Lantern Post")
        made = await desk.decide("mergeOutlets", from_=[lantern["id"]], into=harrow["id"])
        both = await seen(desk, "Lantern Post")
        assert both.stances == [("2031-03", "anti-dam", ["Nothing is."]), ("2031-03", "pro-dam", ["All is well."])]
        assert both.both == [(1, 2, [LEAKS], ["All is well.", "Nothing is."])]
        await desk.decide("undoDecision", id=made["decision"]["id"])
        await as_told(desk)

    play(scenario)


def test_a_new_version_moves_a_stance_to_its_month(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(BRIEF)
        await desk.load(told("2031-04", WELL))
        assert (await seen(desk, "Harrow Wire")).stances == [("2031-04", "pro-dam", ["All is well."])]
        assert (await desk.ask(QUERY, n="Lantern Post"))["outlet"] is None
        assert (await seen(desk, "Bramble Courier")).both == []
        assert [line for line in await desk.dump() if '"month":"2031-03"' in line] == []
        assert await store.delete(await desk.story("a"), desk.importer)
        assert [line for line in await desk.dump() if "OUTLET" in line] == []

    play(scenario)


def test_months_come_newest_first_page_by_page(play: Play) -> None:
    """A page of values: its cursor is the place of a row, which has no id; the undated come last, ties go by the stance."""
    query = """query($after: String, $stance: String) { outlet(name: "Harrow Wire") { stances(first: 2, after: $after, stance: $stance) {
        edges { cursor node { stance month } } pageInfo { hasNextPage endCursor } totalCount } } }"""
    long = "🦊" * 9_000  # a stance is no index's to refuse

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        dates = (None, "2030-12-31T23:59:59Z", "2031-01-01T00:00:00Z", "2031-01-31T00:00:00Z")
        for number, date in enumerate(dates):
            narratives = [Says(f"Side {stance} of {number}.", ("Harrow Wire",), stance) for stance in (PRO, ANTI, LETTERED)]
            await desk.load(
                brief_of([Says(f"Lock {number}.")], narratives, address=f"briefs.example/{number}", published_at=date)
            )
        odd = brief_of([], [Says("It is long.", ("Harrow Wire",))], address="briefs.example/long", published_at=None)
        await desk.load(replace(odd, narratives=tuple(replace(narrative, stance=long) for narrative in odd.narratives)))

        async def walk(stance: str | None) -> list[tuple[str, str | None]]:
            found, after = [], None
            while True:
                page = (await desk.ask(query, after=after, stance=stance))["outlet"]["stances"]
                assert page["edges"][-1]["cursor"] == page["pageInfo"]["endCursor"]
                found += [(edge["node"]["stance"], edge["node"]["month"]) for edge in page["edges"]]
                after = page["pageInfo"]["endCursor"]
                if not page["pageInfo"]["hasNextPage"]:
                    assert len(found) == page["totalCount"]
                    return found

        months = ("2031-01", "2030-12", None)
        assert await walk(None) == [(stance, month) for month in months for stance in ("anti-dam", "pro-dam")] + [(long, None)]
        assert await walk("pro-dam") == [("pro-dam", month) for month in months]
        assert await walk(long) == [(long, None)]

    play(scenario)
