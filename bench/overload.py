"""What overload does: `python bench/overload.py STORE [SECONDS [TIMES]]`, STORE as for `--store`.

The server has one core and the client another. First the peak: 16 connections, each with its next request as soon
as an answer is there. Then an open loop asks TIMES (4) as often as that, on up to 500 connections, whether or not
answers come; a request that finds all of them taken waits, and the wait counts. A request is a whole story, who
backs a claim, or a page of 20 stories.

Goodput is the answers that came in time, 1 s. It is to be 0.8 of the peak at least: also for each second of
processor time that the server had, which is the ratio to go by where the machine has other work. A refusal is to
take 50 ms at most, and the memory to stay as it is.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter, deque
from itertools import cycle
from pathlib import Path
from typing import Any

import uvloop
from clients import BACKERS, PAGE, STORY, Connection, hammer, request_of, serve

PORT = 8473
CLOSED, OPEN = 16, 500  # connections
TICK_S = 0.002
IN_TIME_S = 1.0
SETTINGS = {"BRIEFGRAPH_LOG_LEVEL": "info"}


class Open(asyncio.Protocol):
    """A keep-alive connection of the open loop."""

    def __init__(self, load: "Load") -> None:
        self.load = load
        self.due = self.sent = 0.0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.load.free.append(self)

    def ask(self, request: bytes, due: float) -> None:
        self.due, self.sent, self.data, self.end = due, time.perf_counter(), bytearray(), 0
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.data += data
        if not self.end:
            head = self.data.find(b"\r\n\r\n")
            if head < 0:
                return
            at = self.data.lower().find(b"content-length: ") + 16
            self.end = head + 4 + int(self.data[at : self.data.find(b"\r", at)])
        if len(self.data) >= self.end:
            now = time.perf_counter()
            self.load.times.append((int(self.data[9:12]), now - self.due, now - self.sent))
            self.load.free.append(self)

    def connection_lost(self, error: Exception | None) -> None:
        self.load.lost += 1


class Load:
    """An open loop: so many requests a second, whatever becomes of them."""

    def __init__(self) -> None:
        self.free: deque[Open] = deque()
        self.times: list[tuple[int, float, float]] = []
        self.lost = 0

    async def run(self, requests: list[bytes], per_s: float, seconds: float) -> int:
        loop, turns, waiting, asked = asyncio.get_running_loop(), cycle(requests), deque[float](), 0
        for _ in range(OPEN):
            await loop.create_connection(lambda: Open(self), "127.0.0.1", PORT)
        start = time.perf_counter()
        while (now := time.perf_counter()) < start + seconds:
            due = int((now - start) * per_s)
            waiting.extend(start + number / per_s for number in range(asked, due))
            asked = max(asked, due)
            while waiting and self.free:
                self.free.popleft().ask(next(turns), waiting.popleft())
            await asyncio.sleep(TICK_S)
        return asked


def rss_mb(pid: int) -> float:
    (line,) = [line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1_000


def cpu_s(pid: int) -> float:
    """User and system time of a process until now."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1_000 if times else 0.0


def ids_of(connection: Connection, query: str, root: str) -> list[str]:
    found = json.loads(connection.send(request_of(query, {})))
    return [node["id"] for node in found["data"][root]["nodes"]]


async def main(store: str, seconds: float, times: float) -> None:
    os.sched_setaffinity(0, {1})
    environment = {**os.environ, **SETTINGS}
    with Path(os.devnull).open("wb") as nowhere:
        server = subprocess.Popen(
            ["taskset", "-c", "0", *serve(PORT, store)], env=environment, stdout=subprocess.PIPE, stderr=nowhere
        )
    try:
        assert server.stdout is not None
        server.stdout.readline()
        connection = Connection(PORT)
        stories = ids_of(connection, "{ stories(first: 50) { nodes { id } } }", "stories")
        claims = ids_of(connection, "{ claims(first: 50) { nodes { id } } }", "claims")
        kinds = [(STORY, {"id": id}) for id in stories], [(BACKERS, {"id": id}) for id in claims], [(PAGE, {"first": 20})] * 50
        requests = [request_of(query, values) for three in zip(*kinds, strict=True) for query, values in three]
        await hammer(PORT, requests, CLOSED, 2)  # warm
        started = cpu_s(server.pid)
        peak, closed = await hammer(PORT, requests, CLOSED, seconds)
        peak_cpu = (cpu_s(server.pid) - started) / seconds
        before, started = rss_mb(server.pid), cpu_s(server.pid)
        load, own = Load(), time.process_time()
        asked = await load.run(requests, times * peak, seconds)
        cpu = (cpu_s(server.pid) - started) / seconds
        after, own = rss_mb(server.pid), (time.process_time() - own) / seconds
        good = [took for status, took, _ in load.times if status == 200]
        shed = [took for status, took, _ in load.times if status == 503]
        sent = [took for status, _, took in load.times if status == 503]
        in_time = sum(1 for took in good if took <= IN_TIME_S) / seconds
        statuses = dict(Counter(status for status, *_ in load.times))
        slowest = percentile([took / 1_000 for took in closed], 0.99)
        print(f"peak (closed, {CLOSED} connections): {peak:,.0f} a second, p99 {slowest:.1f} ms, "
              f"on {peak_cpu:.2f} processors")  # fmt: skip
        print(f"asked: {asked / seconds:,.0f} a second; answers by status: {statuses}; cut: {load.lost}; "
              f"the client took {own:.2f} processors")
        print(f"goodput: {in_time:,.0f} a second, {in_time / peak:.2f} of the peak, on {cpu:.2f} processors: "
              f"{in_time / cpu / (peak / peak_cpu):.2f} of the peak a processor second; "
              f"p50 {percentile(good, 0.5):.1f} ms, p99 {percentile(good, 0.99):.1f} ms")  # fmt: skip
        print(f"refused: p50 {percentile(shed, 0.5):.1f} ms, p99 {percentile(shed, 0.99):.1f} ms; "
              f"from sending on {percentile(sent, 0.5):.1f} and {percentile(sent, 0.99):.1f} ms")  # fmt: skip
        print(f"memory: {before:.0f} MB before, {after:.0f} MB after")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    uvloop.install()
    given = [float(text) for text in sys.argv[2:]]
    asyncio.run(main(sys.argv[1], *(given + [10.0, 4.0][len(given) :])))
