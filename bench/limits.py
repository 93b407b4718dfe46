"""What limits cost and save: `python bench/limits.py STORE [ROUNDS]`, STORE as for `--store`.

Three things of one run, with a server of its own:

    refusals    every hostile document of tests/adversarial.py on one keep-alive connection: the median of how long each takes
    stalls      meanwhile another process asks `{ __typename }` every 5 ms on a connection of its own: the longest answer
                while each document was sent again and again, beside the longest while none was
    pricing     a known document in this process with limits and without: microseconds, and the ratio

Refusals are to stay below 50 ms and stalls below 100 ms on an idle machine.
"""

import asyncio
import multiprocessing as mp
import os
import statistics
import sys
import time
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import uvloop
from clients import BACKERS, PAGE, STORY, Connection, request_of, running, serve

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.api.limits import Limits
from briefgraph.config import load_settings
from briefgraph.engines import open_store

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.adversarial import DOCUMENTS

PORT = 8475
BODY = 100_000
EVERY_S = 0.005
SENT_S = 0.4  # how long a document is sent again and again
QUIET = "(no hostile document)"


def probe(pipe: Pipe) -> None:
    """Ask a cheap question again and again; give the longest answer, in ms, each time that the pipe asks for it."""
    connection, request, longest = Connection(PORT), request_of("{ __typename }", {}), 0.0
    while True:
        if pipe.poll():
            if pipe.recv() == "end":
                return
            pipe.send(longest)
            longest = 0.0
        start = time.perf_counter()
        connection.send(request)
        longest = max(longest, (time.perf_counter() - start) * 1_000)
        time.sleep(EVERY_S)


def since(pipe: Pipe) -> float:
    """The longest answer since this was asked last."""
    pipe.send("longest")
    longest: float = pipe.recv()
    return longest


def refusals(rounds: int) -> None:
    requests = {QUIET: request_of("{ __typename }", {})}
    for hostile in DOCUMENTS:
        request = request_of(hostile.query, hostile.variables(hostile.size))
        if len(request) <= BODY:
            requests[hostile.name] = request
    here, there = mp.Pipe()
    process = mp.get_context("spawn").Process(target=probe, args=(there,))
    process.start()
    connection, rows = Connection(PORT), []
    try:
        for name, request in requests.items():
            connection.send(request)
            since(here)
            times, end = [], time.perf_counter() + SENT_S
            while len(times) < rounds and (time.perf_counter() < end or len(times) < 3):
                start = time.perf_counter()
                connection.send(request)
                times.append((time.perf_counter() - start) * 1_000)
            rows.append((statistics.median(times), since(here), len(request), name))
    finally:
        here.send("end")
        process.join()
    print("| document | bytes | answered in ms | longest stall in ms |\n|---|---|---|---|")
    for median, stall, size, name in sorted(rows, reverse=True):
        print(f"| {name} | {size:,} | {median:.1f} | {stall:.1f} |")
    print(f"\nslowest {max(rows)[0]:.1f} ms, longest stall {max(row[1] for row in rows):.1f} ms")


async def pricing(address: str, rounds: int) -> None:
    store = open_store(load_settings(os.environ, store=address), read_only=True)
    free, bound = Executor(store), Executor(store, limits=Limits())
    some = "{ stories(first: 1) { nodes { id } } claims(first: 1) { nodes { id } } }"
    data = await free.ask(some, {})
    ids = {kind: data[kind]["nodes"][0]["id"] for kind in ("stories", "claims")}
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("a story with everything", STORY, {"id": ids["stories"]}),
        ("a page of 50 stories with everything", PAGE, {"first": 50}),
        ("who backs a claim, with the facts", BACKERS, {"id": ids["claims"]}),
    ]
    print("\n| query | without limits, us | with | ratio | charging alone, us |\n|---|---|---|---|---|")
    for name, query, variables in asked:
        request = GraphQLRequest(query=query, variables=variables)
        took: dict[bool, list[float]] = {False: [], True: []}
        for number in range(2 * rounds):
            executor = bound if number % 2 else free
            start = time.perf_counter()
            answer = await executor.execute(request)
            took[executor is bound].append((time.perf_counter() - start) * 1_000_000)
            assert answer.code is None, answer.body
        (price,) = bound.documents.held[query].prices.values()
        start = time.perf_counter()
        for _ in range(1_000):
            price.of(variables)
        alone = (time.perf_counter() - start) * 1_000
        without, with_ = statistics.median(took[False]), statistics.median(took[True])
        print(f"| {name} | {without:.0f} | {with_:.0f} | {with_ / without:.3f} | {alone:.2f} |")
    await store.close()


if __name__ == "__main__":
    store_address, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with running({PORT: serve(PORT, store_address)}):
        refusals(count)
    uvloop.install()
    asyncio.run(pricing(store_address, count * 20))
