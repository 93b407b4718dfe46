"""What was loaded after a position, and what subscribers are told of it: the same on every engine."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgraph.api.cost import QueryTooCostly
from briefgraph.api.documents import Refused
from briefgraph.api.execution import GraphQLRequest
from briefgraph.api.limits import Limits
from briefgraph.api.subscriptions import Subscription, Subscriptions
from briefgraph.brief import Brief
from briefgraph.errors import BadInput, BadPage, Busy, EngineDown, TimedOut
from briefgraph.graph.store import Call, Ingested, Store
from briefgraph.ingest import story_id
from tests.curating import FOX, LATER_A, TWIN, A, B, C, Desk, story
from tests.strategies import Says, loads

Play = Callable[..., Any]
WAIT_S = 20  # for what must come
ALL = "subscription { storyIngested { id title version } }"
DEEP = "people(first: 100) { nodes { stories(first: 100) { nodes { " * 2
FILTERED = "subscription($o: ID, $p: ID, $c: ID) { told: storyIngested(outlet: $o, person: $p, claim: $c) { title } }"
slow = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


class Live:
    """Subscriptions over a desk's store, which are told of its loads."""

    def __init__(self, desk: Desk, **options: Any) -> None:
        self.subscriptions = Subscriptions(desk.executor, **{"most": 100, "poll_ms": 10, **options})

    async def subscribe(self, query: str = ALL, *, after: int | None = None, **variables: Any) -> Subscription:
        return await self.subscriptions.subscribe(GraphQLRequest(query=query, variables=variables), after=after)


@asynccontextmanager
async def live(desk: Desk, **options: Any) -> AsyncIterator[Live]:
    """Subscriptions that are closed in the end; nothing of them is left then."""
    made = Live(desk, **options)
    before = asyncio.all_tasks()
    yield made
    made.subscriptions.close()
    assert 0 == len(made.subscriptions)
    left = asyncio.all_tasks() - before
    if left:
        await asyncio.wait(left, timeout=WAIT_S)
    assert before == asyncio.all_tasks()


async def told(subscription: Subscription, count: int) -> list[Any]:
    """The payloads of the next events."""
    async with asyncio.timeout(WAIT_S):
        return [orjson.loads((await anext(subscription)).body) for _ in range(count)]


async def titles(subscription: Subscription, count: int) -> list[str]:
    """The titles in the next events."""
    return [next(iter(event["data"].values()))["title"] for event in await told(subscription, count)]


# --- the store ---------------------------------------------------------------------------------


def test_positions_count_what_was_received(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        assert 0 == await store.received()
        await desk.load(A, B)
        first = await store.received()
        assert Ingested(position=first, stories=((1, story_id(A)), (2, story_id(B)))) == await store.ingested(0, first)
        await desk.load(A, B)  # what is there already is nothing new
        assert first == await store.received()
        await desk.load(B, LATER_A)
        second = await store.received()
        later = await store.ingested(first, second)
        assert [story_id(LATER_A)] == [id for _, id in later.stories]
        assert (second, ()) == ((await store.ingested(second, second)).position, (await store.ingested(second, second)).stories)
        # Each story once, where its last version came.
        assert [story_id(B), story_id(A)] == [id for _, id in (await store.ingested(0, second)).stories]

    play(scenario)


def test_a_story_that_is_gone_is_passed_over_and_its_position_is_not_taken_again(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, B, C)
        received = await store.received()
        await desk.importer.delete(story_id(C))
        assert [story_id(A), story_id(B)] == [id for _, id in (await store.ingested(0, received)).stories]
        assert received == await store.received()
        await desk.load(C)
        again = await store.ingested(received, await store.received())
        assert [story_id(C)] == [id for _, id in again.stories]
        assert again.stories[0][0] > received

    play(scenario)


def test_a_story_that_was_merged_is_told_under_its_new_id(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, TWIN)
        received = await store.received()
        await desk.decide("mergeStories", from_=[story_id(TWIN)], into=story_id(A))
        assert received == await store.received()  # a decision is no load
        assert [story_id(A)] == [id for _, id in (await store.ingested(0, received)).stories]

    play(scenario)


@slow
@given(batches=st.lists(loads(), min_size=1, max_size=4), data=st.data())
def test_nothing_is_skipped_or_told_twice_however_one_goes_on(
    play: Play, batches: list[list[Brief]], data: st.DataObject
) -> None:
    """In lots of any size, read between the loads or behind them: the stories of new revisions, each position once."""
    most = data.draw(st.integers(1, 4))
    reads = data.draw(st.lists(st.booleans(), min_size=len(batches), max_size=len(batches)))

    async def scenario(store: Store) -> None:
        desk, position, met, new = Desk(store), 0, [], set()
        for batch, is_read in zip(batches, [*reads[:-1], True], strict=True):
            receipts = await desk.importer.load(batch)
            new |= {receipt.story_id for receipt in receipts if receipt.is_new}
            until = await store.received()
            while is_read and position < until:
                found = await store.ingested(position, until)
                assert position < found.position <= until
                assert all(position < place <= found.position for place, _ in found.stories)
                met += [id for _, id in found.stories]
                position = found.position
        assert new == set(met)

    with pytest.MonkeyPatch.context() as patched:
        for module in ("store", "sqlite.store", "neo4j.store"):
            patched.setattr(f"briefgraph.graph.{module}.INGESTED_MOST", most)
        play(scenario)


# --- subscriptions -----------------------------------------------------------------------------


def test_a_subscriber_is_told_new_stories_and_new_versions_and_nothing_else(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A)
        async with live(desk) as made:
            subscription = await made.subscribe()
            await desk.load(A)
            await desk.load(A, B)
            await desk.decide("mergeOutlets", from_=[(await desk.outlet("Lantern Post"))["id"]],
                              into=(await desk.outlet("Harrow Wire"))["id"])  # fmt: skip
            assert [{"data": {"storyIngested": {"id": story_id(B), "title": "A week later", "version": 1}}}] == await told(subscription, 1)
            await desk.load(LATER_A)
            assert [{"data": {"storyIngested": {"id": story_id(A), "title": "The dam, later", "version": 2}}}] == await told(subscription, 1)

    play(scenario)


def test_a_deleted_story_is_passed_over(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        async with live(desk, poll_ms=60_000) as made:  # looked at when the test says so
            subscription = await made.subscribe()
            await desk.load(A, B)
            await desk.importer.delete(story_id(A))
            made.subscriptions.feed.wake()
            assert ["A week later"] == await titles(subscription, 1)

    play(scenario)


def test_the_engine_decides_what_fits_and_merged_ids_stand_for_what_they_became(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, TWIN)
        courier, wire = [(await desk.outlet(name))["id"] for name in ("Bramble Courier", "Harrow Wire")]
        person = (await desk.person("Maria Ostrow"))["id"]
        claim = (await desk.fact("a", "Some 1,200"))["claim"]["id"]
        async with live(desk) as made:
            given = [{"o": courier}, {"o": wire}, {"p": person}, {"c": claim}, {"o": courier, "c": claim}, {}, {"o": "ou_none"}]
            subscriptions = [await made.subscribe(FILTERED, **values) for values in given]
            await desk.load(B, C)  # B cites neither under these names
            assert ["A week later"] == await titles(subscriptions[2], 1)
            assert ["A week later"] == await titles(subscriptions[3], 1)
            assert ["A week later", "A fox"] == await titles(subscriptions[5], 2)
            assert ["A fox"] == await titles(subscriptions[1], 1)

            slip = (await desk.outlet("Bramble Kourier"))["id"]
            await desk.decide("mergeOutlets", from_=[courier], into=slip)
            await desk.load(LATER_A)
            assert ["The dam, later"] == await titles(subscriptions[0], 1)
            assert ["The dam, later"] == await titles(subscriptions[4], 1)
            assert not subscriptions[6]._events

    play(scenario)


class Counting:
    """A store that counts its statements, and does what a test wants before one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[int] = []  # stories of each statement
        self.before: Callable[[int], None] = lambda stories: None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        for call in calls:
            self.asked.append(str(call.values).count("st_"))
            self.before(self.asked[-1])
        return await self._store.answer(calls)


def test_one_statement_answers_a_lot_for_all_who_ask_the_same(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk, counting = Desk(store), Counting(store)
        desk.executor.store = counting
        async with live(desk) as made:
            subscriptions = [await made.subscribe() for _ in range(30)]
            other = await made.subscribe(FILTERED)
            await desk.load(*(story(f"n{number}", "01-10", Says(FOX, ("Harrow Wire",))) for number in range(25)))
            for subscription in subscriptions:
                assert 25 == len(await told(subscription, 25))
            await told(other, 25)
        assert [5, 5, 20, 20] == sorted(counting.asked)

    play(scenario)


def test_what_takes_too_long_is_told_as_an_error_and_the_rest_is_told(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk, counting = Desk(store), Counting(store)
        desk.executor.store = counting

        def late(stories: int) -> None:
            if stories > 1 or len(counting.asked) == 3:
                raise TimedOut("the statement ran longer than its limit")

        counting.before = late
        async with live(desk) as made:
            subscription = await made.subscribe()
            await desk.load(A, B, C)
            first, second, third = await told(subscription, 3)
        assert ["The dam", "A fox"] == [event["data"]["storyIngested"]["title"] for event in (first, third)]
        assert None is second["data"]
        assert ("TIMED_OUT", ["storyIngested"]) == (second["errors"][0]["extensions"]["code"], second["errors"][0]["path"])

    play(scenario)


def test_a_store_that_was_away_is_gone_on_with(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk, counting = Desk(store), Counting(store)
        desk.executor.store = counting
        failures = 0

        def away(stories: int) -> None:
            nonlocal failures
            failures += 1
            if failures < 4:
                raise EngineDown("no answer")

        counting.before = away
        async with live(desk) as made:
            subscription = await made.subscribe()
            await desk.load(A)
            await desk.load(B)
            assert ["The dam", "A week later"] == await titles(subscription, 2)
        assert failures >= 4

    play(scenario)


def test_who_comes_back_misses_nothing(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        async with live(desk) as made:
            subscription = await made.subscribe()
            await desk.load(A)
            async with asyncio.timeout(WAIT_S):
                seen = await anext(subscription)
            made.subscriptions.leave(subscription)
            await desk.load(*(story(f"n{number}", "01-10", Says(FOX, ("Harrow Wire",)), title=f"{number}") for number in range(45)))
            back = await made.subscribe(after=seen.position)
            assert [str(number) for number in range(45)] == await titles(back, 45)
            ahead = await made.subscribe(after=10**9)  # of another store: from now on
            await desk.load(B)
            assert ["A week later"] == await titles(back, 1) == await titles(ahead, 1)

    play(scenario)


def test_who_was_away_for_too_long_is_told_so(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.api.subscriptions.REPLAYED", 2)

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        await desk.load(A, B, C)
        async with live(desk) as made:
            assert 1 == (await made.subscribe(after=1)).since
            with pytest.raises(BadInput, match="stories"):
                await made.subscribe(after=0)

    play(scenario)


def test_who_does_not_take_events_is_let_go_behind_them(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgraph.api.subscriptions.HELD_EVENTS", 2)

    async def scenario(store: Store) -> None:
        desk = Desk(store)
        async with live(desk) as made:
            subscription, quick = await made.subscribe(), await made.subscribe()
            for brief in (A, B, C, LATER_A):
                await desk.load(brief)
                assert [brief.title] == await titles(quick, 1)
            assert ["The dam", "A week later"] == await titles(subscription, 2)
            with pytest.raises(StopAsyncIteration):
                await anext(subscription)
            assert subscription.fault is not None
            assert "SUBSCRIBER_TOO_SLOW" == subscription.fault["extensions"]["code"]
            assert quick.fault is None

    play(scenario)


def test_there_is_a_bound_on_subscriptions(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        async with live(desk, most=2) as made:
            first, _ = await made.subscribe(), await made.subscribe()
            with pytest.raises(Busy):
                await made.subscribe()
            made.subscriptions.leave(first)
            made.subscriptions.leave(first)
            await made.subscribe()
            at_once = await asyncio.gather(*(made.subscribe() for _ in range(5)), return_exceptions=True)
            assert [Busy] * 5 == [type(error) for error in at_once]

    play(scenario)


@pytest.mark.parametrize(
    ("query", "error", "code"),
    [
        ("subscription { storyIngested { nothing } }", Refused, "BAD_QUERY"),
        ("subscription { a: storyIngested { id } b: storyIngested { id } }", Refused, "BAD_QUERY"),
        ("subscription { __typename }", Refused, "BAD_QUERY"),
        ("subscription { storyIngested { id } ", Refused, "BAD_SYNTAX"),
        ("subscription A { storyIngested { id } } subscription B { storyIngested { id } }", Refused, "BAD_OPERATION"),
        ("subscription($o: ID!) { storyIngested(outlet: $o) { id } }", Refused, "BAD_VARIABLES"),
        ("subscription { storyIngested { %s } }" % "".join(f"a{n}: id " for n in range(501)), Refused, "QUERY_TOO_LARGE"),
        ("subscription { storyIngested { %s id %s } }" % (DEEP, "} } " * 4), QueryTooCostly, "QUERY_TOO_COSTLY"),
        ("subscription { storyIngested { facts(first: 101) { nodes { id } } } }", BadPage, "BAD_PAGE"),
    ],
)
def test_a_subscription_goes_the_way_of_queries(play: Play, query: str, error: type[Exception], code: str) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        desk.executor.limits = Limits()
        async with live(desk) as made:
            with pytest.raises(error) as caught:
                await made.subscribe(query)
            fault: Any = caught.value
            assert code == (fault.errors[0]["extensions"]["code"] if isinstance(fault, Refused) else fault.code)
            answer = orjson.loads((await desk.executor.execute(GraphQLRequest(query=ALL))).body)
            assert "BAD_OPERATION" == answer["errors"][0]["extensions"]["code"]
            with pytest.raises(Refused):
                await made.subscribe("subscription($no: Boolean!) { storyIngested @skip(if: $no) { id } }", no=True)

    play(scenario)


def test_what_an_event_holds_is_what_a_query_would_give(play: Play) -> None:
    async def scenario(store: Store) -> None:
        desk = Desk(store)
        fields = """{ __typename id title lead publishedAt isComplete facts(first: 2) { totalCount pageInfo { endCursor }
            edges { node { text claim { id backerCount } people { nodes { name } } citations { edges { marker node { name } } } } } } }"""
        async with live(desk) as made:
            subscription = await made.subscribe(f"subscription {{ storyIngested {fields} }}")
            for brief in (A, replace(C, lead='A "quoted" \u2028 lead\n 🦊')):
                await desk.load(brief)
                (event,) = await told(subscription, 1)
                asked = await desk.ask(f"query($id: ID!) {{ story(id: $id) {fields} }}", id=story_id(brief))
                assert asked["story"] == event["data"]["storyIngested"]

    play(scenario)
