"""Subscriptions: who waits for what, and the events that each is given.

Subscriptions with one document and the same variables are a group: one plan, and for each lot of stories one
statement, in which the engine decides what fits and makes the answers. A group goes at its own pace, so that a
costly one holds up itself alone. Who does not take their events is told so and let go, never skipped.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import OperationType

from briefgraph.api.callers import Caller, Scope
from briefgraph.api.documents import Refused
from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.faults import Code, entry, from_exception
from briefgraph.api.feed import Feed
from briefgraph.api.planner import Planner, shape
from briefgraph.errors import BadInput, Busy, RequestFault, StoreError, TimedOut
from briefgraph.graph.model import MODEL
from briefgraph.graph.plan import Choice, Items, Object, Root, Slot
from briefgraph.graph.shapes import As
from briefgraph.graph.store import Call, Statement

log = logging.getLogger(__name__)
LOT = 20  # stories that one statement answers
HELD_EVENTS = 1_000  # that wait for one subscriber,
HELD_BYTES = 1_000_000  # all together
REPLAYED = 10_000  # positions that a client may have missed and still go on from
AGAIN_S = 0.25  # until a store that failed is asked again
IDS = "@ids"  # no name that a variable of a client can have


@dataclass(frozen=True, slots=True)
class Event:
    """One response of a subscription, and the position of what it tells."""

    position: int
    body: bytes


@dataclass(slots=True, eq=False)
class Subscription:
    """What one subscriber waits for: an iterator over its events, until it ends.

    `fault` says, as an entry of `errors`, why it was ended; None where the server stops, or the subscriber did it.
    """

    since: int
    fault: dict[str, Any] | None = None
    _events: deque[Event] = field(default_factory=deque)
    _bytes: int = 0
    _ready: asyncio.Event = field(default_factory=asyncio.Event)
    _taken: asyncio.Event = field(default_factory=asyncio.Event)
    _is_over: bool = False

    def offer(self, event: Event, *, is_patient: bool = False) -> None:
        """Have an event wait for the subscriber; too many end the subscription behind those that do.

        A patient giver has waited until nothing was left (`taken`).
        """
        if event.position <= self.since or self._is_over:
            return
        is_full = len(self._events) >= HELD_EVENTS or (self._events and self._bytes + len(event.body) > HELD_BYTES)
        if is_full and not is_patient:
            message = "events came faster than they were taken, and the subscription ends here"
            self.end(entry(message, Code.SUBSCRIBER_TOO_SLOW))
            return
        self._events.append(event)
        self._bytes += len(event.body)
        self._ready.set()

    async def taken(self) -> None:
        """Wait until no event waits."""
        while self._events:
            self._taken.clear()
            await self._taken.wait()

    def end(self, fault: dict[str, Any] | None = None) -> None:
        """Let the iterator end, behind the events that wait."""
        if not self._is_over:
            self._is_over, self.fault = True, fault
            self._ready.set()

    def __aiter__(self) -> "Subscription":
        return self

    async def __anext__(self) -> Event:
        while not self._events:
            if self._is_over:
                raise StopAsyncIteration
            self._ready.clear()
            await self._ready.wait()
        event = self._events.popleft()
        self._bytes -= len(event.body)
        self._taken.set()
        return event


@dataclass(slots=True, eq=False)
class _Group:
    """Subscribers that are told the same."""

    key: str  # the response key
    statement: Statement
    variables: dict[str, Any]
    position: int
    is_own: bool = False  # of one subscriber, who is waited for
    members: set[Subscription] = field(default_factory=set)
    task: asyncio.Task[None] | None = None


class Subscriptions:
    """All subscriptions of one server. For one event loop.

    Args:
        most: how many there may be at once.
        poll_ms: how often the store is looked at for what other processes loaded.
    """

    def __init__(self, executor: Executor, *, most: int, poll_ms: int) -> None:
        self._executor = executor
        self._most = most
        self._groups: dict[Hashable, _Group] = {}
        self._known: dict[Subscription, Hashable] = {}
        self._arriving = 0
        self._is_closed = False
        self.feed = Feed(executor.store, poll_s=poll_ms / 1_000)

    def __len__(self) -> int:
        return len(self._known)

    async def is_subscription(self, request: GraphQLRequest, caller: Caller) -> bool:
        """Whether a request is a subscription of who may read; what is refused, the executor says best."""
        if Scope.READ not in caller.scopes:
            return False
        try:
            _, operation, _ = await self._executor.read(request)
        except (Refused, RequestFault):
            return False
        return operation.operation is OperationType.SUBSCRIPTION

    async def subscribe(self, request: GraphQLRequest, *, after: int | None = None) -> Subscription:
        """Begin a subscription: from its return on, whatever is loaded is told. `leave` must follow.

        Args:
            after: the position of the last event that the client has, from an earlier connection.

        Raises:
            Refused, RequestFault: it cannot be run; Busy where there are as many as there may be.
            StoreError: the store does not say where it stands.
        """
        self._admit()
        key, group = await self._planned(request)
        self._arriving += 1
        try:
            now = await self.feed.now()
        finally:
            self._arriving -= 1
        since = now if after is None or after > now else after
        if now - since > REPLAYED:
            raise BadInput(f"more than {REPLAYED:,} briefs came since that event; ask for `stories`, and subscribe anew")
        self._admit()
        made = Subscription(since)
        # Who goes on from an earlier position has a group of their own, which waits for them.
        group.is_own = since < now
        known: Hashable = (key, made if group.is_own else None)
        group = self._groups.setdefault(known, group)
        group.members.add(made)
        self._known[made] = known
        if group.task is None:
            group.position = since
            self.feed.start()
            group.task = asyncio.get_running_loop().create_task(self._run(group))
        return made

    def leave(self, subscription: Subscription) -> None:
        """End a subscription for its subscriber's part. May be called again."""
        subscription.end()
        known = self._known.pop(subscription, None)
        group = None if known is None else self._groups.get(known)
        if group is None:
            return
        group.members.discard(subscription)
        if not group.members:
            del self._groups[known]
            if group.task is not None:
                group.task.cancel()
        if not self._groups:
            self.feed.stop()

    def close(self) -> None:
        """End all subscriptions, and take no more."""
        self._is_closed = True
        for subscription in list(self._known):
            self.leave(subscription)

    def _admit(self) -> None:
        if self._is_closed:
            raise Busy("the server is stopping; try again when it is back")
        if len(self._known) + self._arriving >= self._most:
            raise Busy("the server holds as many subscriptions as it takes; try again later")

    async def _planned(self, request: GraphQLRequest) -> tuple[Hashable, _Group]:
        """What subscriptions of one group have in common, and a group that nobody is in yet."""
        document, operation, values = await self._executor.read(request)
        if operation.operation is not OperationType.SUBSCRIPTION:
            raise BadInput("this is no subscription")
        variables = dict(values.coerced)
        made: tuple[str, Statement] = self._executor.plans.get(
            (document.number, operation.name and operation.name.value, shape(variables)),
            lambda: self._compile(Planner(document.fragments, variables), operation.selection_set),
        )
        key, statement = made
        statement.bind({**variables, IDS: ()})  # what no event could be answered with is refused now
        name = operation.name.value if operation.name else None
        same = (request.query, name, orjson.dumps(variables, default=str, option=orjson.OPT_SORT_KEYS))
        return same, _Group(key, statement, variables, 0)

    def _compile(self, planner: Planner, selections: Any) -> tuple[str, Statement]:
        found = planner.collect([selections], MODEL.live.name)
        if len(found) != 1:
            raise BadInput("nothing is left to subscribe to")  # @skip, or @include, took it away
        ((key, nodes),) = found.items()
        rel = next(rel for rel in MODEL.live.rels if rel.name == nodes[0].name.value)
        given = planner.arguments(nodes[0])
        slots = [(arg.name, planner.slot(given[arg.name], (key,), arg.bind)) for arg in rel.args if arg.name in given]
        body = planner.body(rel.target, [node.selection_set for node in nodes], (key,))
        assert isinstance(body, Object)  # one type is subscribed to
        stories = Slot((key,), variable=IDS, bind=As.LIST)
        items = Items(rel, (("ids", stories), *slots), Choice((body,)), filter_file="story")
        return key, self._executor.store.compile(Root(key, items, nullable=False))

    # --- events ------------------------------------------------------------------------------

    async def _run(self, group: _Group) -> None:
        try:
            await self._follow(group)
        except Exception as error:
            log.exception("subscriptions failed")
            for member in list(group.members):
                member.end(from_exception(error))

    async def _follow(self, group: _Group) -> None:
        """Tell a group what comes, for as long as anybody is in it."""
        is_away = False
        while True:
            try:
                batch = await self.feed.after(group.position)
                for start in range(0, len(batch.stories), LOT):
                    lot = batch.stories[start : start + LOT]
                    await self._tell(group, lot)
                    group.position = lot[-1][0]
                    await asyncio.sleep(0)  # SQLite answers without giving others their turn
                if batch.position < group.position:  # another history: what they had is not in it
                    for member in group.members:
                        member.since = batch.position
                group.position, is_away = batch.position, False
            except StoreError as error:
                # Nobody is told a story twice, nor is one left out: the group goes on from its position.
                if not is_away:
                    log.warning("a subscription's events wait for the store: %s", error)
                is_away = True
                await asyncio.sleep(AGAIN_S)

    async def _tell(self, group: _Group, lot: Sequence[tuple[int, str]]) -> None:
        """Answer for some stories, and give what fits to all of a group.

        Raises:
            StoreError: the store refused; nobody was told anything.
        """
        try:
            answers = await self._answers(group, lot)
        except Exception as error:
            if isinstance(error, StoreError) and not isinstance(error, TimedOut):
                raise
            if len(lot) > 1:
                for story in lot:
                    await self._tell(group, [story])
                    group.position = story[0]
                return
            if not isinstance(error, StoreError):
                log.exception("an event failed")
            body = orjson.dumps({"errors": [from_exception(error, (group.key,))], "data": None})
            events = [Event(lot[0][0], body)]
        else:
            key = group.key.encode()
            events = [
                Event(position, b'{"data":{"%b":%b}}' % (key, orjson.dumps(answer)))
                for (position, _), answer in zip(lot, answers, strict=True)
                if answer is not None  # gone by now, or not what was asked for
            ]
        for member in list(group.members):
            if group.is_own:
                await member.taken()
            for event in events:
                member.offer(event, is_patient=group.is_own)

    async def _answers(self, group: _Group, lot: Sequence[tuple[int, str]]) -> list[Any]:
        values = group.statement.bind({**group.variables, IDS: [story for _, story in lot]})
        (text,) = await self._executor.store.answer([Call(group.statement, values)])
        found: list[Any] = orjson.loads(text)
        return found


def position_of(text: str) -> int | None:
    """The position that a client gives back; None where it is none.

    Events have their position as id.
    """
    with suppress(ValueError):
        if text.isascii() and text.isdigit() and len(text) <= 15:
            return int(text)
    return None
