"""Fit the claim scorer to human-judged pairs of sentences, and print what it reaches on pairs held out.

    python bench/fit_claims.py sts*.tsv msr-para-train.tsv msr-para-val.tsv            figures alone
    python bench/fit_claims.py --write sts*.tsv msr-para-train.tsv msr-para-val.tsv    and write the data files

Files are read as `briefgraph score` reads them: `grade TAB a TAB b` with grades from 0 to 5, or the header format of
the Microsoft Research Paraphrase Corpus with 0 and 1. Rows without a grade are left out. The same files in the same
order give the same weights. `--with MODULE:NAME` names an object with `similarity(a, b)`, a model of sentences: the
figures are then with it, and --write writes claims_similarity.yml alone. Nothing but the weights and how many sentences
hold a stem is written.
"""

import argparse
import importlib
import math
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from briefgraph.cli.score import Pair, average_precision, read_pairs
from briefgraph.resolve.claims import THRESHOLD, Similarity, Verdict, compare, keys, profile
from briefgraph.resolve.claims.features import NAMES, SIMILARITY, WORDING, features, similarity_features
from briefgraph.resolve.claims.guards import contrast, objections
from briefgraph.resolve.claims.keys import chosen
from briefgraph.resolve.claims.profiles import Profile, is_titled, read_words
from briefgraph.resolve.claims.scoring import kept_under
from briefgraph.resolve.claims.slots import replaced, reworded

SAME, UNLIKE = 4.0, 3.0  # grades: of 4.0 and above the two state the same, below 3.0 they do not
# Of a pair judged 0/1, where 4,067 topical near-copies would else drown 1,467 graded pairs. Those judged 0 count more:
# they are what keeps long sentences of one topic apart (of those linked, 7 % rather than 15 % are judged 0).
BINARY_SAME, BINARY_UNLIKE = 0.05, 0.15
STEEP, MIDDLE = 2.2, 3.6  # how a grade becomes the share of "the same" that is fitted
RIDGE = 1.0
LEAST_SENTENCES = 3  # a rarer stem is as good as unknown
NAME_SHARE = 0.7  # of a stem's uses inside sentences that have a capital, to be a name


REWORDED = ("another word",)  # keeps apart, but is nothing that the guards name
PLUGGED: list[Similarity] = []


class Row(NamedTuple):
    """A judged pair and what is measured of it; `values` begin with 1 for the bias."""

    grade: float
    a: Profile
    b: Profile
    values: tuple[float, ...]
    differs: tuple[str, ...]

    @property
    def similarity(self) -> float | None:
        return self.values[1 + len(NAMES)] if PLUGGED else None


class Source(NamedTuple):
    """The rows of one file; `is_binary` where they are judged 0 or 1."""

    name: str
    is_binary: bool
    rows: list[Row]

    def is_same(self, row: Row) -> bool:
        return row.grade >= (1.0 if self.is_binary else SAME)

    def is_unlike(self, row: Row) -> bool:
        return row.grade < (1.0 if self.is_binary else UNLIKE)

    def weight(self, row: Row) -> float:
        if not self.is_binary:
            return 1.0
        return BINARY_SAME if row.grade else BINARY_UNLIKE

    def target(self, row: Row) -> float:
        return row.grade if self.is_binary else logistic(STEEP * (row.grade - MIDDLE))


def every_column() -> range:
    return range(1 + len(NAMES) + (len(SIMILARITY) if PLUGGED else 0))


def logistic(z: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--write", action="store_true", help="write data/claims.yml and data/claims_idf.txt")
    parser.add_argument("--count", action="store_true", help="only count the stems anew (with --write), then fit in a second run")
    parser.add_argument("--with", dest="plugged", metavar="MODULE:NAME", help="a model of sentences")
    options = parser.parse_args()
    if options.plugged:
        module, _, name = options.plugged.partition(":")
        PLUGGED.append(getattr(importlib.import_module(module), name))
    pairs = {
        path: [pair for pair in read_pairs(path) if isinstance(pair, Pair) and pair.grade is not None]
        for path in options.paths
    }
    if options.count:
        count_stems(pairs, write=options.write)
        return
    sources = [measured(path, rows) for path, rows in pairs.items()]
    print("held out: each file once, fitted to the others")
    outside = held_out(sources)
    weights = calibrated(fit(sources, every_column()), outside)
    wording = fit(sources, range(1 + len(WORDING)))
    curve(outside)
    shipped(sources)
    key_recall(sources)
    if options.write:
        write_weights(weights, wording, options.paths)


def measured(path: str, pairs: Sequence[Pair]) -> Source:
    rows = []
    for pair in pairs:
        a, b = profile(pair.a), profile(pair.b)
        seen = contrast(a, b)
        assert pair.grade is not None
        values = (1.0, *features(a, b, seen))
        if PLUGGED:
            values += similarity_features(PLUGGED[0].similarity(pair.a, pair.b))
        differs = objections(a, b, seen) or replaced(a, b) or (REWORDED if reworded(a, b) else ())
        rows.append(Row(pair.grade, a, b, values, differs))
    return Source(Path(path).name, {row.grade for row in rows} <= {0.0, 1.0}, rows)


# --- fitting ---------------------------------------------------------------------------------


def fit(sources: Sequence[Source], columns: Sequence[int]) -> list[float]:
    """Logistic regression with soft targets and a ridge, by Newton's method."""
    data = [
        ([row.values[at] for at in columns], source.target(row), source.weight(row))
        for source in sources
        for row in source.rows
    ]
    return newton(data, len(columns))


def newton(data: Sequence[tuple[list[float], float, float]], size: int, ridge: float = RIDGE) -> list[float]:
    weights = [0.0] * size
    for _ in range(50):
        slope = [0.0] * size
        curvature = [[0.0] * size for _ in range(size)]
        for values, target, importance in data:
            p = logistic(sum([w * v for w, v in zip(weights, values, strict=True)]))
            off, bend = importance * (target - p), importance * max(p * (1 - p), 1e-6)
            for i, value in enumerate(values):
                if value:
                    slope[i] += off * value
                    line, scaled = curvature[i], bend * value
                    for j in range(i + 1):
                        line[j] += scaled * values[j]
        for i in range(size):
            for j in range(i):
                curvature[j][i] = curvature[i][j]
            slope[i] -= ridge * weights[i] if i else 0.0
            curvature[i][i] += ridge if i else 1e-9
        step = solve(curvature, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            return weights
    raise SystemExit("the fit does not settle")


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            if factor:
                for c in range(i, size + 1):
                    rows[r][c] -= factor * rows[i][c]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum([rows[i][c] * found[c] for c in range(i + 1, size)])) / rows[i][i]
    return found


Outside = list[tuple[Source, list[float]]]


def held_out(sources: Sequence[Source]) -> Outside:
    """Each source with the logits that a fit to the others gives it; print the average precision."""
    found: Outside = []
    for source in sources:
        rest = [other for other in sources if other.name != source.name]
        weights = fit(rest, every_column())
        logits = [sum([w * v for w, v in zip(weights, row.values, strict=True)]) for row in source.rows]
        ranked = [ranking(logistic(z), row) for z, row in zip(logits, source.rows, strict=True)]
        print(f"  {source.name:28} AP {average_precision(list(zip(ranked, map(source.is_same, source.rows), strict=True))):.3f}")
        if not source.is_binary:
            found.append((source, logits))
    return found


def ranking(p: float, row: Row) -> float:
    if row.differs == REWORDED:
        return min(p, kept_under(p))
    return p * THRESHOLD if row.differs else p


def calibrated(weights: Sequence[float], outside: Outside) -> list[float]:
    """The weights, stretched so that on graded pairs held out the score is the share graded 4.0 and above."""
    shift, stretch = stretched(outside)
    print(f"calibration: {shift:+.3f} {stretch:+.3f} z")
    return [stretch * weights[0] + shift, *(stretch * w for w in weights[1:])]


def stretched(outside: Outside) -> tuple[float, float]:
    """Shift and stretch of the logits, so that they tell how probable a grade of 4.0 and above is."""
    data = [
        ([1.0, z], float(source.is_same(row)), 1.0)
        for source, logits in outside
        for z, row in zip(logits, source.rows, strict=True)
    ]
    shift, stretch = newton(data, 2, ridge=0.0)
    return shift, stretch


# --- figures ---------------------------------------------------------------------------------


def curve(outside: Outside) -> None:
    """Print what thresholds give on the graded pairs, each scored by a fit that has not seen its file."""
    shift, stretch = stretched(outside)
    print("threshold, then per file held out: linked, of these graded below 3, and of those graded 4 and above linked")
    for percent in range(30, 90, 5):
        parts = []
        for source, logits in outside:
            linked = [
                row
                for z, row in zip(logits, source.rows, strict=True)
                if not row.differs and logistic(shift + stretch * z) * 100 >= percent
            ]
            bad, good = sum(map(source.is_unlike, linked)), sum(map(source.is_same, linked))
            every = sum(map(source.is_same, source.rows))
            parts.append(f"{len(linked):4} {bad / max(1, len(linked)):6.1%} {good / every:6.1%}")
        print(f"  {percent / 100:.2f}   " + "   |   ".join(parts))


def shipped(sources: Sequence[Source]) -> None:
    """Print what the shipped weights give at the shipped threshold, on the pairs that they were fitted to."""
    print(f"shipped weights at {THRESHOLD}, not held out: linked, of these graded below 3 (or 0), of the same linked, AP")
    for source in sources:
        scored = [compare(row.a, row.b, row.similarity) for row in source.rows]
        linked = [row for row, result in zip(source.rows, scored, strict=True) if result.verdict is Verdict.SAME]
        bad, good = sum(map(source.is_unlike, linked)), sum(map(source.is_same, linked))
        labels = list(map(source.is_same, source.rows))
        precision = average_precision([(result.score, label) for result, label in zip(scored, labels, strict=True)])
        print(f"  {source.name:28} {len(linked):5} {bad / max(1, len(linked)):6.1%} {good / sum(labels):6.1%}   {precision:.3f}")


def key_recall(sources: Sequence[Source]) -> None:
    """Print which share of the pairs found SAME and CONFLICTING share a key."""
    found: dict[Verdict, list[tuple[Profile, Profile]]] = {Verdict.SAME: [], Verdict.CONFLICTING: []}
    for source in sources:
        for row in source.rows:
            verdict = compare(row.a, row.b).verdict
            if verdict in found:
                found[verdict].append((row.a, row.b))
    ways: dict[str, Callable[[Profile], Sequence[object]]] = {
        f"{k} by {n}": lambda p, k=k, n=n: chosen(p, k, n) for k, n in ((5, 2), (6, 2), (5, 3), (6, 3), (7, 3))
    }
    ways["shipped"] = keys
    for name, way in ways.items():
        shares = []
        for verdict, pairs in found.items():
            met = sum(not set(way(a)).isdisjoint(way(b)) for a, b in pairs)
            shares.append(f"{verdict} {met / max(1, len(pairs)):.3f} of {len(pairs)}")
        print(f"keys, {name}: " + ", ".join(shares))


# --- the data files --------------------------------------------------------------------------


def count_stems(pairs: dict[str, list[Pair]], *, write: bool) -> None:
    """Count in how many sentences each stem is, and whether it is written with a capital inside them."""
    texts = dict.fromkeys(text for rows in pairs.values() for pair in rows for text in (pair.a, pair.b))
    holding, inside, capitals = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        words = read_words(text)
        holding.update({word.stem for word in words if word.stem})
        if not is_titled(words):
            for word in words[1:]:
                inside[word.stem] += 1
                capitals[word.stem] += bool(word.capital)
    lines = [
        "# In how many of the judged sentences a stem is, most first; those in fewer than three are left out. A star marks",
        "# what is written with a capital inside sentences: a name. Counted by bench/fit_claims.py --count --write.",
        f"sentences {len(texts)}",
    ]
    for stem, count in sorted(holding.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST_SENTENCES and stem.isascii():
            is_name = inside[stem] and capitals[stem] >= NAME_SHARE * inside[stem]
            lines.append(f"{stem}{'*' if is_name else ''} {count}")
    print(f"{len(texts)} sentences, {len(lines) - 3} stems")
    if write:
        _write("claims_idf.txt", "\n".join(lines))


def write_weights(weights: Sequence[float], wording: Sequence[float], paths: Sequence[str]) -> None:
    def block(names: Sequence[str], values: Sequence[float]) -> list[str]:
        return [f"  {name}: {value:.4f}" for name, value in zip(("bias", *names), values, strict=True)]

    if PLUGGED:
        _write("claims_similarity.yml", "\n".join([
            "# As the weights of claims.yml, with the cosine of a model of sentences plugged in; fitted with all-MiniLM-L6-v2,",
            "# by bench/fit_claims.py --with MODULE:NAME --write.",
            "weights:", *block((*NAMES, *SIMILARITY), weights),
        ]))  # fmt: skip
        return
    _write("claims.yml", "\n".join([
        "# Weights of the claim scorer: the score is 1 / (1 + exp(-(bias + sum of weight times feature))).",
        f"# Fitted by bench/fit_claims.py --write {' '.join(Path(path).name for path in paths)}: logistic",
        f"# regression to grades (0 to 5, as a share around {MIDDLE}) and to 0/1 judgements, these of weight {BINARY_SAME} and",
        f"# {BINARY_UNLIKE} a pair; then stretched so that the score is how probable a grade of 4.0 or more is.",
        "weights:", *block(NAMES, weights),
        "# From the wording alone: whether two texts that a guard keeps apart are of one topic.",
        "wording:", *block(WORDING, wording),
    ]))  # fmt: skip


def _write(name: str, text: str) -> None:
    target = Path(str(files("briefgraph.resolve.data").joinpath(name)))
    target.write_text(text + "\n", encoding="utf-8")
    print(f"written: {name}")


if __name__ == "__main__":
    main()
