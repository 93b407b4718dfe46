"""What was loaded into a store, by whichever process, as it comes: one look-out for all who wait.

Only while somebody waits is the store looked at: every `poll_s`, and at once after a load of this process. A look
is one small question, 10 us on SQLite and a round trip on Neo4j. Positions are the store's (`Store.received`), so
that nothing is skipped or told twice, whatever is written meanwhile and however long a store was away.
"""

import asyncio
import logging
from contextlib import suppress

from briefgraph.errors import StoreError
from briefgraph.graph.store import Ingested, Store

log = logging.getLogger(__name__)
LONGEST_WAIT_S = 2.0  # between two looks at a store that gives no answer
KEPT = 16  # batches that several may ask for


class Feed:
    """The look-out on one store. For one event loop."""

    def __init__(self, store: Store, *, poll_s: float) -> None:
        self._store = store
        self._poll_s = poll_s
        self._position = 0
        self._moved = asyncio.Event()  # set, and another one in its place, when the position changes
        self._woken = asyncio.Event()
        self._looking = asyncio.Lock()
        self._begun = self._done = 0  # looks, counted
        self._task: asyncio.Task[None] | None = None
        self._batches: dict[tuple[int, int], asyncio.Task[Ingested]] = {}

    def start(self) -> None:
        """Look out from now on."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._look_out())

    def stop(self) -> None:
        """Look no more, until `start`."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        for task in self._batches.values():
            task.cancel()
        self._batches.clear()

    def wake(self) -> None:
        """Look at once: something was loaded here."""
        self._woken.set()

    async def now(self) -> int:
        """The position of the store, as of a moment after this was called.

        Raises:
            StoreError: the store does not say.
        """
        wanted = self._begun + 1  # one that is under way may be from before
        async with self._looking:  # one at a time, or an old answer could come last
            if self._done < wanted:
                self._begun += 1
                begun, position = self._begun, await self._store.received()
                self._done = begun
                if position != self._position:
                    self._position = position
                    self._moved.set()
                    self._moved = asyncio.Event()
        return self._position

    async def after(self, position: int) -> Ingested:
        """Wait until something came after a position, and give it.

        Where the store has another history now (a copy from before was put in its place), nothing is given but the
        position to go on from.

        Raises:
            StoreError: the store does not say; ask again.
        """
        while self._position == position:
            await self._moved.wait()
        until = self._position
        if until < position:
            return Ingested(position=until, stories=())
        key = (position, until)
        task = self._batches.get(key)
        if task is None:
            task = self._batches[key] = asyncio.get_running_loop().create_task(self._store.ingested(position, until))
            task.add_done_callback(lambda done: done.cancelled() or done.exception())  # seen, if all who waited are gone
            while len(self._batches) > KEPT:
                del self._batches[next(iter(self._batches))]
        try:
            return await asyncio.shield(task)
        except StoreError:
            self._batches.pop(key, None)
            raise

    async def _look_out(self) -> None:
        wait, is_away = self._poll_s, False
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._woken.wait()
            self._woken.clear()
            try:
                await self.now()
            except StoreError as error:
                if not is_away:
                    log.warning("subscriptions wait for the store: %s", error)
                wait, is_away = min(2 * wait, max(LONGEST_WAIT_S, self._poll_s)), True
            except Exception:
                log.exception("subscriptions cannot look at the store")
                wait = LONGEST_WAIT_S
            else:
                wait, is_away = self._poll_s, False
