"""The engines that answers are compared on, the reference among them, and the graph of a seed on all of them."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import orjson
import pytest

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph import cypher, sql
from briefgraph.graph.measures import Network
from briefgraph.graph.neo4j import Neo4jStore
from briefgraph.graph.neo4j import connections as neo4j
from briefgraph.graph.plan import Root
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.store import Store
from tests.neo4j.running import shared_server, wipe
from tests.printing import Printer, printed
from tests.queries import Pool, Question, pool_of, reduced
from tests.reference import Reference, measures, plain_schema
from tests.worlds import World, analysis_of, load, records_of, resolver_of, world

LIMIT_MS = 60_000  # a server that plans several new questions at once takes seconds
AT_ONCE = 2  # questions: planning keeps a core busy
PRINTERS: dict[str, Printer] = {
    "sqlite": sql.print_root,
    "neo4j": cypher.print_root,
}
Value = TypeVar("Value")


class KeepsPlans(Neo4jStore):
    """Neo4j that plans a statement once, although the graph is another one each second.

    Nor is it planned apart: there is time enough to plan and to answer.
    """

    async def _plan(self, questions: Sequence[neo4j.Question]) -> None:
        return

    def compile(self, root: Root) -> cypher.CypherStatement:
        statement = super().compile(root)
        return replace(statement, text=f"CYPHER replan=skip {statement.text}")


class Graph:
    """One graph, in every engine and in memory."""

    def __init__(self, stores: dict[str, Store], made: World) -> None:
        self.executors = {name: Executor(store) for name, store in stores.items()}
        self.records = records_of(made)
        self.reference = Reference(self.records, resolver_of().comparer, made.decisions)
        outlets, pairs = measures.network(self.reference)
        analysis, is_stale = analysis_of(made, Network(outlets=outlets, pairs=pairs, changes=0))
        self.reference.measure(analysis, is_stale=is_stale)
        self.pool: Pool = pool_of(self.records, made.decisions)

    async def ask(self, engine: str, question: Question) -> bytes:
        """One engine's answer."""
        request = GraphQLRequest(query=question.query, variables=question.variables)
        return (await self.executors[engine].execute(request)).body

    def wanted(self, question: Question) -> bytes:
        """The reference's answer, whose cursors questions may use from then on."""
        answer = self.reference.answer(question.query, question.variables)
        self.pool.harvest(orjson.loads(answer))
        return answer

    async def compare(self, question: Question) -> Any:
        """The answer's data, the same from all; else a failure that says all there is to know."""
        (answer,) = await self.compare_all([question])
        return orjson.loads(answer)["data"]

    async def compare_all(self, questions: Sequence[Question]) -> list[bytes]:
        """The answers, the same from all."""
        answers = [self.wanted(question) for question in questions]
        for engine in self.executors:
            turns = asyncio.Semaphore(AT_ONCE)

            async def ask(question: Question, engine: str = engine, turns: asyncio.Semaphore = turns) -> bytes:
                async with turns:
                    return await self.ask(engine, question)

            got = await asyncio.gather(*map(ask, questions))
            for question, one, other in zip(questions, got, answers, strict=True):
                if one != other:
                    pytest.fail(await self._explain(engine, question, one), pytrace=False)
        return answers

    async def _explain(self, engine: str, question: Question, first: bytes) -> str:
        if await self.ask(engine, question) != first:
            return f"{question}\n\n{engine} answered, and something else when asked again: {first.decode()}"
        refused = first.startswith(b'{"errors"')
        loop = asyncio.get_running_loop()

        def fails(smaller: Question) -> bool:
            got = asyncio.run_coroutine_threadsafe(self.ask(engine, smaller), loop).result()
            wanted = self.reference.answer(smaller.query, smaller.variables)
            return got != wanted and got.startswith(b'{"errors"') == refused

        small = await asyncio.to_thread(reduced, question, plain_schema(), fails)
        wanted, got = self.reference.answer(small.query, small.variables), await self.ask(engine, small)
        texts = "\n".join(statements_of(engine, small).values())
        return f"{small}\n\nreference: {wanted.decode()}\n\n{engine}: {got.decode()}\n\n{texts}"


async def measure(store: Store, made: World) -> None:
    """Put the analysis of a world beside its graph, if it has one."""
    analysis, _ = analysis_of(made, await store.network())
    if analysis is not None:
        await store.measure(analysis)


def statements_of(engine: str, question: Question) -> dict[str, str]:
    """The texts that a question is answered with, by root field."""
    calls = printed(PRINTERS[engine], question.query, question.variables)
    return {key: call.statement.text for key, call in calls}


class Engines:
    """Stores that hold the graph of one seed after another. A graph that is there already is not written again."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self._runner = asyncio.Runner()
        self._stores: dict[str, Store] = {}
        self._held: int | None = None

    def play(self, seed: int, scenario: Callable[[Graph], Awaitable[Value]]) -> Value:
        """Do something with the graph of a seed, on every engine."""

        async def go() -> Value:
            made = world(seed)
            if self._held != seed:
                self._held = None
                await self._hold(made)
                self._held = seed
            return await scenario(Graph(self._stores, made))

        return self._run(go())

    def _run(self, work: Coroutine[Any, Any, Value]) -> Value:
        return self._runner.run(work)

    async def _hold(self, made: World) -> None:
        if "sqlite" in self.names:
            if "sqlite" in self._stores:
                await self._stores.pop("sqlite").close()
            self._stores["sqlite"] = SqliteStore.open(":memory:", readers=1)
            await load(self._stores["sqlite"], made)
            await measure(self._stores["sqlite"], made)
        if "neo4j" in self.names:
            address = shared_server().address
            await wipe(address)
            if "neo4j" not in self._stores:
                self._stores["neo4j"] = KeepsPlans.open(address, timeout_ms=LIMIT_MS)
            await load(self._stores["neo4j"], made, at_once=True)
            await measure(self._stores["neo4j"], made)

    def close(self) -> None:
        """Close the stores."""
        for store in self._stores.values():
            self._run(store.close())
        self._runner.close()
