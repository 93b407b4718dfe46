"""The store on Neo4j: the same graph and the same answers, over Bolt.

Opening connects to nothing: the database is prepared at the first use, so that a server can be started
before its database, and goes on by itself when that comes back.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from neo4j.exceptions import ClientError

from briefgraph.address import neo4j_address
from briefgraph.errors import BriefgraphError, EngineDown, SchemaTooNew, StoreDamaged, StoreError, StoreMissing
from briefgraph.graph.cypher import CypherStatement, print_root
from briefgraph.graph.decisions import Decision
from briefgraph.graph.every import every_root
from briefgraph.graph.ledger import revision_of
from briefgraph.graph.measures import Analysis, Network, network_of
from briefgraph.graph.neo4j.connections import Connections, Question
from briefgraph.graph.neo4j.dump import CHUNK, dump_lines
from briefgraph.graph.neo4j.explain import explained
from briefgraph.graph.neo4j.log import KnownLog, logged
from briefgraph.graph.neo4j.measures import put_measures
from briefgraph.graph.neo4j.plans import Plans
from briefgraph.graph.neo4j.running import Running
from briefgraph.graph.neo4j.write import Change
from briefgraph.graph.plan import Root
from briefgraph.graph.queries import QueryText, statements
from briefgraph.graph.record import Revision
from briefgraph.graph.store import INGESTED_MOST, Arrival, Call, Ingested, Receipt, Resolver, ingested_of
from briefgraph.resources import resource, resources

LEDGER = 64  # revisions that are fetched at a time, each with a brief of up to 2 MB
OLDEST = (5, 23)  # the first server that has CALL (variable) { ... }

Value = TypeVar("Value")


class Neo4jStore:
    """A graph in one Neo4j database; see `Store` for the promises. For one event loop.

    Writers take turns, over all processes: each holds one node from the start of its transaction.
    """

    def __init__(self, connections: Connections, *, read_only: bool) -> None:
        """Use `open`."""
        self._connections = connections
        self._read_only = read_only
        self._is_prepared = False
        self._plans = Plans()
        self._log = KnownLog()
        self._preparing: asyncio.Task[None] | None = None
        self._gathering = ThreadPoolExecutor(1, thread_name_prefix="briefgraph-gather")

    @classmethod
    def open(
        cls,
        address: str,
        *,
        user: str | None = None,
        password: str | None = None,
        read_only: bool = False,
        timeout_ms: int = 3_000,
    ) -> "Neo4jStore":
        """Open the graph at `neo4j://HOST:PORT/DATABASE`, without connecting yet.

        Args:
            address: `neo4j://` finds the members of a cluster, `bolt://` speaks to one server; `+s` asks for
                TLS with a certificate that is known, `+ssc` for any. The database is `neo4j` unless named.
            user: who asks, where the address does not say; `password` likewise. Neither is ever shown.
            read_only: refuse to write, and to prepare an empty database.
            timeout_ms: the longest that the questions of a request may take, connecting included. A server
                that is silent is waited for up to three seconds, whatever the limit.

        Raises:
            SettingError: it is no such address.
        """
        where = neo4j_address(address, user=user, password=password)
        return cls(Connections(where, timeout_ms=timeout_ms), read_only=read_only)

    # --- writing -----------------------------------------------------------------------------

    async def write(self, arrivals: Sequence[Arrival], resolver: Resolver) -> list[Receipt]:
        """As `Store.write`. An answer means that the transaction is committed."""
        return await self._change(resolver, lambda change: change.write(arrivals)) if arrivals else []

    async def delete(self, story_id: str, resolver: Resolver) -> bool:
        """As `Store.delete`."""
        return await self._change(resolver, lambda change: change.delete(story_id))

    async def decide(self, decisions: Sequence[Decision], resolver: Resolver) -> int:
        """As `Store.decide`. An answer means that the transaction is committed."""
        return await self._change(resolver, lambda change: change.decide(decisions)) if decisions else 0

    async def decisions(self) -> list[Decision]:
        """As `Store.decisions`."""
        await self._prepare()
        return [logged(row) async for rows in self._connections.stream(_question("decisions").text, CHUNK) for row in rows]

    async def network(self) -> Network:
        """As `Store.network`."""
        await self._prepare()
        # Counted first: what is written meanwhile makes the measures stale, whether or not the network has it.
        (changes,) = await self._connections.read([(_question("changes").text, {})], limited=False)
        stream = self._connections.stream(_question("network").text, CHUNK)
        return network_of([(row[0], row[1], row[2]) async for rows in stream for row in rows], changes)

    async def measure(self, analysis: Analysis) -> None:
        """As `Store.measure`."""
        await self._prepare(writing=True)
        await self._connections.write(lambda transaction: put_measures(Running(transaction, self._gathering), analysis))

    async def _change(self, resolver: Resolver, work: Callable[[Change], Awaitable[Value]]) -> Value:
        """Do something in one transaction."""
        await self._prepare(writing=True)
        return await self._connections.write(
            lambda transaction: work(Change(transaction, self._gathering, self._log, resolver))
        )

    # --- reading -----------------------------------------------------------------------------

    def compile(self, root: Root) -> CypherStatement:
        """As `Store.compile`."""
        return print_root(root)

    async def answer(self, calls: Sequence[Call]) -> list[str]:
        """As `Store.answer`.

        Raises:
            TimedOut: a statement took longer than the store's limit.
        """
        await self._prepare()
        questions = [(call.statement.text, call.values) for call in calls]
        await self._plan(questions)
        try:
            found = await self._connections.read(questions)
        except StoreError:
            # A server that was started anew has no plans, and planning may be what took too long.
            self._plans.forget(questions)
            raise
        return [
            call.statement.render(value, call.values)  # type: ignore[attr-defined]
            for call, value in zip(calls, found, strict=True)
        ]

    async def _plan(self, questions: Sequence[Question]) -> None:
        """Have new statements planned first: planning takes longer than running, and is not what a client asked for."""
        if new := self._plans.missing(questions):
            await self._connections.plan(new)
            self._plans.keep(new)

    async def explain(self, call: Call, *, profile: bool = False) -> str:
        """As `Store.explain`."""
        await self._prepare()
        return await explained(self._connections, call, profile=profile)

    async def received(self) -> int:
        """As `Store.received`."""
        await self._prepare()
        (found,) = await self._connections.read([(_question("received").text, {})], limited=False)
        return int(found or 0)

    async def ingested(self, after: int, until: int) -> Ingested:
        """As `Store.ingested`.

        Whoever gave `until` read it in a transaction of its own, whose bookmark this one waits for: the server
        brings a commit to its indexes a moment after its nodes, and the bookmark says that this is done.
        """
        await self._prepare()
        values = {"after": after, "until": until, "most": INGESTED_MOST}
        (rows,) = await self._connections.read([(_question("ingested").text, values)], limited=False)
        return ingested_of(rows, until)

    async def has_stories(self) -> bool:
        """As `Store.has_stories`."""
        await self._prepare()
        (found,) = await self._connections.read([(_question("has-stories").text, {})], limited=False)
        return bool(found)

    async def version(self) -> str | None:
        """As `Store.version`."""
        await self._prepare()
        found: list[str | None] = await self._connections.read([(_question("version").text, {})], limited=False)
        return found[0]

    async def revisions(self) -> AsyncIterator[tuple[str, Revision]]:
        """As `Store.revisions`."""
        await self._prepare()
        async for rows in self._connections.stream(_question("revisions").text, LEDGER):
            for story, *row in rows:
                yield story, revision_of(row)

    async def dump(self, *, recorded: bool = False) -> AsyncIterator[str]:
        """As `Store.dump`. Read-committed: let nothing write meanwhile."""
        await self._prepare()
        async for line in dump_lines(self._connections, recorded=recorded):
            yield line

    # --- care --------------------------------------------------------------------------------

    async def _prepare(self, *, writing: bool = False) -> None:
        """Look, once, that the database is a graph of this version; make an empty one into it.

        Raises:
            SchemaTooNew: a newer briefgraph wrote it.
            StoreDamaged: it holds something else.
            StoreError: the server is too old, or the store is read-only and there is nothing to read or
                something to write.
        """
        if writing and self._read_only:
            raise StoreError(f"{self._connections.address.shown} is open for reading only; open it for writing")
        if self._is_prepared:
            return
        # One for all who wait: taking turns, fifty clients of a silent server would wait two minutes. And where
        # a client goes away in the middle, the others need it still.
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.ensure_future(self._prepare_now())
        await asyncio.shield(self._preparing)
        self._is_prepared = True

    async def _prepare_now(self) -> None:
        shown = self._connections.address.shown
        question = _question("schema-version").text
        ((version, used, server),) = await self._connections.read([(question, {})], limited=False)
        if tuple(int(part) for part in server.split("-")[0].split(".")[:2]) < OLDEST:
            raise StoreError(f"{shown} is Neo4j {server}; briefgraph needs {OLDEST[0]}.{OLDEST[1]} or newer")
        if version == schema_version():
            return
        if version is not None and version > schema_version():
            raise SchemaTooNew(
                f"{shown} has schema version {version}, and this briefgraph knows up to {schema_version()}; "
                "use the newer briefgraph that wrote it"
            )
        if version is not None:
            raise StoreError(
                f"{shown} has schema version {version}, older than {schema_version()}; load into an empty database"
            )
        if used:
            raise StoreDamaged(f"{shown} holds something else than a briefgraph graph; give another database")
        if self._read_only:
            raise StoreMissing(f"there is no graph at {shown}; `briefgraph load` makes one")
        for text in schema_statements():
            try:
                await self._connections.run(text)
            except StoreError as error:
                if not _was_made_meanwhile(error):
                    raise
        await self._connections.run("CALL db.awaitIndexes(100)")
        await self._connections.run(
            "MERGE (store:Store {id: 'briefgraph'}) "
            "ON CREATE SET store.arrivals = 0, store.turn = 0, store.version = randomUUID() "
            "SET store.schemaVersion = $version",
            version=schema_version(),
        )

    async def check(self) -> list[str]:
        """As `Store.check`."""
        try:
            await self._prepare()
            return await self._missing() + await self._unplanned()
        except BriefgraphError as error:
            return [str(error)]

    async def _missing(self) -> list[str]:
        """Indexes that are not there, or do not answer."""
        shown = self._connections.address.shown
        states: dict[str, str] = {}
        async for rows in self._connections.stream(_question("schema-names").text, CHUNK):
            states.update(dict(rows))
        wrong = [f"{shown}: the index {name} is {state}" for name, state in states.items() if state != "ONLINE"]
        named = {text.split(" IF NOT EXISTS")[0].split()[-1]: text for text in schema_statements()}
        wrong += [
            f"{shown}: the index {name} is missing; make it with: {text}" for name, text in named.items() if name not in states
        ]
        return wrong

    async def _unplanned(self) -> list[str]:
        """Query files that the server cannot plan, relations as a question prints them."""
        written = (*statements("cypher", "questions").values(), *statements("cypher", "write").values())
        wrong = [
            f"{query.path}:{query.line}: {query.name} cannot be planned: {said}"
            for query in written
            if not query.text.startswith("SHOW") and (said := await self._refusal(query.text))
        ]
        refused: set[str] = set()
        for file, root in every_root():
            if file not in refused and (said := await self._refusal(print_root(root).text)):
                refused.add(file)
                wrong.append(f"cypher/relations/{file}.cypher: cannot be planned: {said}")
        return wrong

    async def _refusal(self, text: str) -> str | None:
        """What the server says against a statement, which is not run."""
        try:
            await self._connections.run(f"EXPLAIN {text}")
        except EngineDown:
            raise
        except StoreError as error:
            return getattr(error.__cause__, "message", None) or str(error)
        return None

    async def close(self) -> None:
        """As `Store.close`."""
        if self._preparing is not None and not self._preparing.done():
            self._preparing.cancel()
            await asyncio.wait({self._preparing})
        await self._connections.close()
        self._gathering.shutdown(wait=False)


def schema_version() -> int:
    """The version that this briefgraph reads and writes: the number of its last schema file."""
    return int(resources("cypher/schema", ".cypher")[-1].rsplit("/", 1)[-1].split("-", 1)[0])


def schema_statements() -> list[str]:
    """What makes a database ready, one statement each; all may be run again."""
    found: list[str] = []
    for path in resources("cypher/schema", ".cypher"):
        lines = resource(path).read_text("utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("//"))
        found += [part.strip() for part in text.split(";") if part.strip()]
    return found


def _question(name: str) -> QueryText:
    return statements("cypher", "questions")[name]


def _was_made_meanwhile(error: StoreError) -> bool:
    """Two that prepare one database at once meet here; `IF NOT EXISTS` alone does not keep them apart."""
    cause = error.__cause__
    return isinstance(cause, ClientError) and "AlreadyExists" in (cause.code or "")
