"""`score`: what the claim scorer says of pairs of sentences."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import BinaryIO

import click
import orjson

from briefgraph.cli.inputs import STDIN, Unreadable, open_regular
from briefgraph.cli.terminal import shown
from briefgraph.resolve.claims import Scored, Verdict
from briefgraph.resolve.claims import score as score_of

LINE_BYTES = 1_000_000
SAME, UNLIKE = 4.0, 3.0  # of grades from 0 to 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences, and how a human graded them."""

    a: str
    b: str
    grade: float | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that holds no pair, and why."""

    line: int
    why: str


@click.command(epilog="Example: briefgraph score pairs.tsv > scored.tsv")
@click.argument("file", metavar="FILE")
@click.option("--features", "has_features", is_flag=True, help="Add the features as JSON, a column of their own.")
def score(file: str, has_features: bool) -> int:
    """Score pairs of sentences, two a line with a tab between them.

    A grade (0 to 5, or 0 and 1) may stand before them, also as in the MSR Paraphrase Corpus. Prints score,
    verdict, what differs, and both sentences; with grades, what the links are worth on standard error.
    """
    graded: list[tuple[float, Scored]] = []
    bad = 0
    for pair in read_pairs(file):
        if isinstance(pair, BadLine):
            bad += 1
            click.echo(f"{shown(file)}:{pair.line}: {pair.why}", err=True)
            continue
        scored = score_of(pair.a, pair.b)
        columns = [f"{scored.score:.4f}", scored.verdict, ",".join(scored.differs), shown(pair.a), shown(pair.b)]
        if has_features:
            columns.append(orjson.dumps({name: round(v, 4) for name, v in scored.features.items()}).decode())
        click.echo("\t".join(columns))
        if pair.grade is not None:
            graded.append((pair.grade, scored))
    if graded:
        click.echo(summary(graded), err=True)
    return 1 if bad else 0


def read_pairs(path: str) -> Iterator[Pair | BadLine]:
    """The pairs of a file, and the lines that hold none; empty lines are neither.

    Raises:
        Unreadable: it is no regular file.
        OSError: it cannot be opened.
    """
    with _opened(path) as file:
        has_ids = False
        number = 0
        while line := file.readline(LINE_BYTES + 1):
            number += 1
            if len(line) > LINE_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(LINE_BYTES)
                yield BadLine(line=number, why=f"longer than {LINE_BYTES:,} bytes")
                continue
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError:
                yield BadLine(line=number, why="is no UTF-8")
                continue
            columns = text.split("\t")
            if number == 1 and columns[0] == "Quality":
                has_ids = True
            elif text.strip():
                yield _pair(columns, number, has_ids=has_ids)


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        return open_regular(path)
    except Unreadable as error:
        raise Unreadable(f"{path} {error}") from error


def _pair(columns: Sequence[str], line: int, *, has_ids: bool) -> Pair | BadLine:
    if has_ids:
        if len(columns) != 5:
            return BadLine(line=line, why=f"{_columns(columns)}; quality, two ids and two sentences are five")
        grade, a, b = columns[0], columns[3], columns[4]
    elif len(columns) == 3:
        grade, a, b = columns
    elif len(columns) == 2:
        return Pair(a=columns[0], b=columns[1], grade=None, line=line)
    else:
        return BadLine(line=line, why=f"{_columns(columns)}; two sentences, or a grade and two, are expected")
    if not grade.strip():
        return Pair(a=a, b=b, grade=None, line=line)
    try:
        value = float(grade)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 5:
        return BadLine(line=line, why="the first column is no grade from 0 to 5")
    return Pair(a=a, b=b, grade=value, line=line)


def _columns(columns: Sequence[str]) -> str:
    return f"{len(columns)} column{'s' if len(columns) > 1 else ''}"


def summary(graded: Sequence[tuple[float, Scored]]) -> str:
    """What the links are worth, in one sentence for each figure."""
    is_binary = {grade for grade, _ in graded} <= {0.0, 1.0}
    same, unlike = (1.0, 1.0) if is_binary else (SAME, UNLIKE)
    below = "0" if is_binary else f"below {UNLIKE}"
    above = "1" if is_binary else f"{SAME} and above"
    linked = [grade for grade, scored in graded if scored.verdict is Verdict.SAME]
    alike = sum(grade >= same for grade, _ in graded)
    wrong = sum(grade < unlike for grade in linked)
    right = sum(grade >= same for grade in linked)
    return "\n".join(
        [
            f"linked: {len(linked)} of {len(graded)}",
            f"of the linked graded {below}: {_share(wrong, len(linked))}",
            f"of those graded {above} linked: {_share(right, alike)}",
            f"average precision: {average_precision([(s.score, g >= same) for g, s in graded]):.3f}",
        ]
    )


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """The mean, over the pairs that are the same, of the precision down to each; equal scores count as one rank."""
    found = total = 0
    result = 0.0
    ordered = sorted(ranked, key=lambda pair: -pair[0])
    at = 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        hits = sum(label for _, label in ordered[at:end])
        found, total = found + hits, end
        result += hits * found / total
        at = end
    return result / found if found else 0.0


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "none"
