"""A store's version is another after each write that changes an answer, and after no other."""

from collections.abc import Callable
from typing import Any

from briefgraph.graph.store import Store
from briefgraph.ingest import story_id
from tests.contract.test_measures import TWO, ask, brief, importer, merged
from tests.measuring import even

Play = Callable[..., Any]


def test_each_write_that_changes_an_answer_gives_another_version(play: Play) -> None:
    async def scenario(store: Store) -> None:
        seen = [await store.version()]
        assert seen[0], "an empty store has one, too"
        await importer(store).load([brief(1, *TWO), brief(2, "Lantern Post")])
        seen.append(await store.version())
        await store.measure(even(await store.network()))
        seen.append(await store.version())
        await store.measure(even(await store.network()))
        seen.append(await store.version())
        outlets = (await ask(store, "{ outlets { nodes { id } } }"))["outlets"]["nodes"]
        await store.decide([merged(outlets[0]["id"], outlets[1]["id"])], importer(store))
        seen.append(await store.version())
        await store.delete(story_id(brief(1, *TWO)), importer(store))
        seen.append(await store.version())

        assert None not in seen
        assert len(set(seen)) == 6

    play(scenario)


def test_what_changes_nothing_keeps_the_version(play: Play) -> None:
    async def scenario(store: Store) -> None:
        await importer(store).load([brief(1, *TWO)])
        outlets = (await ask(store, "{ outlets { nodes { id } } }"))["outlets"]["nodes"]
        decision = merged(outlets[0]["id"], outlets[1]["id"])
        await store.decide([decision], importer(store))
        before = await store.version()

        await importer(store).load([brief(1, *TWO)])
        await store.decide([decision], importer(store))
        await store.delete("story_unknown", importer(store))
        await ask(store)

        assert await store.version() == before

    play(scenario)


def test_two_stores_of_one_history_have_two_versions(play: Play) -> None:
    async def scenario(one: Store, other: Store) -> None:
        versions = []
        for store in (one, other):
            versions.append(await store.version())
            await importer(store).load([brief(1, *TWO)])
            versions.append(await store.version())
        assert len(set(versions)) == 4

    play(scenario, stores=2)
