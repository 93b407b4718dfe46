"""Linking's own work is done aside, and what it asks on the event loop, in the same order as without turns."""

import asyncio
import threading
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from neo4j import AsyncManagedTransaction

from briefgraph.graph.linking import LinkTables, Wording
from briefgraph.graph.neo4j.links import asking, taking_turns
from briefgraph.graph.neo4j.running import Running
from briefgraph.resolve.clusters import Membership

FOX = {"cl_1": Wording("A fox.", Membership("cl_1", 1.0, "wording", None))}


class Tables:
    """What is asked, and where it is answered."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.threads: set[str] = set()

    async def wordings(self, ids: Collection[str]) -> Mapping[str, Wording]:
        await asyncio.sleep(0)  # an engine does wait
        self.asked.append(("wordings", *ids))
        self.threads.add(threading.current_thread().name)
        return FOX

    async def members(self, keys: Collection[int], most: int) -> Mapping[int, list[str]]:
        self.asked.append(("members", *keys, most))
        raise ArithmeticError("on purpose")


def run(work: Any) -> Any:
    async def go() -> Any:
        with ThreadPoolExecutor(1, thread_name_prefix="aside") as executor:
            return await taking_turns(Running(cast(AsyncManagedTransaction, None), executor), work)

    return asyncio.run(go())


def test_work_is_done_aside_and_what_it_asks_on_the_loop() -> None:
    tables = Tables()
    asked = asking(cast(LinkTables, tables))

    async def work() -> tuple[str, Mapping[str, Wording], Mapping[str, Wording]]:
        first = await asked.wordings(["cl_1"])
        return threading.current_thread().name, first, await asked.wordings(["cl_2"])

    name, first, second = run(work())
    assert name.startswith("aside") and tables.threads == {threading.current_thread().name}
    assert first == second == FOX
    assert tables.asked == [("wordings", "cl_1"), ("wordings", "cl_2")]


def test_work_that_asks_nothing() -> None:
    async def work() -> int:
        return 7

    assert run(work()) == 7


def test_what_fails_fails() -> None:
    tables = Tables()

    async def asks() -> None:
        await asking(cast(LinkTables, tables)).members([1], 2)

    async def breaks() -> None:
        raise LookupError("by itself")

    with pytest.raises(ArithmeticError, match="on purpose"):
        run(asks())
    assert tables.asked == [("members", 1, 2)]
    with pytest.raises(LookupError, match="by itself"):
        run(breaks())
