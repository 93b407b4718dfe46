"""What one load costs as the graph grows: `python bench/growth.py 1000000 [STORE.db]`, the most facts as argument.

Invented briefs (`bench/corpus.py`) go into an embedded store in transactions of 200. At each tenfold number of facts
a line says, over the 1,000 briefs before it: milliseconds a brief in all and in the store alone (linking included),
texts compared a fact, statements a brief, and what the process and the file take.
"""

import asyncio
import os
import resource
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from bench.corpus import briefs
from briefgraph.briefs import read
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.graph.sqlite.write import Writer
from briefgraph.ingest import Importer
from briefgraph.resolve.claims import Scored
from briefgraph.resolve.comparer import WordingComparer
from briefgraph.resolve.outlets import OutletRegistry

BATCH = 200
OVER = 5  # batches that a line is about


class Counted(WordingComparer):
    """The shipped comparer, which counts what it is asked."""

    compared = 0

    def compare(self, a: str, b: str) -> Scored:
        self.compared += 1
        return super().compare(a, b)


class Meter:
    """Counts statements and times the writer."""

    def __init__(self) -> None:
        self.statements = 0
        self.in_store = 0.0
        for name in ("do", "row", "rows", "many"):
            self._count(name)
        write = Writer.write

        def timed(writer: Writer, *given: Any) -> Any:
            start = time.perf_counter()
            try:
                return write(writer, *given)
            finally:
                self.in_store += time.perf_counter() - start

        Writer.write = timed  # type: ignore[method-assign]

    def _count(self, name: str) -> None:
        method = getattr(Statements, name)

        def counted(sql: Statements, query: str, *given: Any) -> Any:
            if name == "many":
                rows = list(given[0])
                self.statements += len(rows)
                return method(sql, query, rows)
            self.statements += 1
            return method(sql, query, *given)

        setattr(Statements, name, counted)



async def main(most: int, path: Path) -> None:
    store = SqliteStore.open(path)
    comparer, meter = Counted(), Meter()
    importer = Importer(store, OutletRegistry.load(), lambda: "2031-01-01T00:00:00Z", comparer)
    source = (brief for made in briefs(10**9) for brief in read(orjson.dumps(made), name="brief.json").briefs)
    marks = [10**power for power in range(4, 10) if 10**power <= most]
    facts = loaded = 0
    history: list[tuple[float, float, int, int, int]] = []
    print("facts\tbriefs\tms a brief\tin the store\tcompared a fact\tstatements a brief\tpeak MB\tfile MB")
    while marks:
        batch = list(islice(source, BATCH))
        start = time.perf_counter()
        await importer.load(batch)
        facts += sum(len(brief.facts) for brief in batch)
        loaded += len(batch)
        history.append((time.perf_counter() - start, meter.in_store, comparer.compared, meter.statements, facts))
        if facts >= marks[0]:
            marks.pop(0)
            then = history[-1 - min(OVER, len(history) - 1)]
            some = BATCH * min(OVER, len(history) - 1) or BATCH
            now = history[-1]
            total = sum(entry[0] for entry in history[-OVER:])
            print(
                f"{facts}\t{loaded}\t{total / some * 1000:.2f}\t{(now[1] - then[1]) / some * 1000:.2f}\t"
                f"{(now[2] - then[2]) / (now[4] - then[4]):.1f}\t{(now[3] - then[3]) / some:.0f}\t"
                f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}\t{os.path.getsize(path) / 1e6:.0f}",
                flush=True,
            )
    await store.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        asyncio.run(main(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder, "graph.db")))
