"""Invented briefs by the thousand, for measuring: `python bench/corpus.py 10000 DIRECTORY`.

Words are drawn from a Zipf vocabulary (text from a few templates would flood every index alike). Outlets
follow a Zipf law too, so that a few are cited by everything; a tenth of the facts are said again in later
stories, so that claims have backers across stories. The same seed gives the same briefs.
"""

import json
import random
import sys
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

SEED = 20310101
SYLLABLES = ("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bri cla dro fle gra hol iem "
             "jas kel lun mor nis orr pal").split()  # fmt: skip
VOCABULARY = 20_000
OUTLETS = 500
PEOPLE = 2_000
REPEATED = 0.1


class Zipf:
    """Draws from a list, the n-th entry with a weight of 1/n."""

    def __init__(self, items: list[str], exponent: float = 1.0) -> None:
        self.items = items
        self.sums = list(accumulate(1 / (n**exponent) for n in range(1, len(items) + 1)))

    def draw(self, source: random.Random) -> str:
        return self.items[bisect(self.sums, source.random() * self.sums[-1])]


def words(source: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(source.choice(SYLLABLES) for _ in range(source.randint(1, 4)))] = None
    return list(made)


def briefs(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """`count` briefs in the structured JSON form: 5 to 8 facts, 1 to 3 citations each, 2 narratives."""
    source = random.Random(seed)
    vocabulary = Zipf(words(source, VOCABULARY))
    kinds = source.choices(["Post", "Times", "Courier", "Wire", "Herald"], k=OUTLETS)
    outlets = Zipf([f"{name.title()} {kind}" for name, kind in zip(words(source, OUTLETS), kinds, strict=True)])
    given, family = words(source, PEOPLE), words(source, PEOPLE)
    people = Zipf([f"Pres. {a.title()} {b.title()}" for a, b in zip(given, family, strict=True)], 0.8)
    said: list[str] = []

    def sentence(low: int, high: int) -> str:
        text = " ".join(vocabulary.draw(source) for _ in range(source.randint(low, high)))
        who = f"{people.draw(source)} said " if source.random() < 0.4 else ""
        made = f"{who}{text} {source.randint(2, 9_999)}."
        return made[0].upper() + made[1:]

    for number in range(count):
        labels = list(dict.fromkeys(outlets.draw(source) for _ in range(9)))
        facts = []
        for _ in range(source.randint(5, 8)):
            text = source.choice(said) if said and source.random() < REPEATED else sentence(18, 40)
            said.append(text)
            cited = source.sample(range(1, len(labels) + 1), source.randint(1, min(3, len(labels))))
            facts.append(text + "".join(f"[{n}]" for n in cited))
        yield {
            "address": f"https://bench.example/story/{number}",
            "publishedAt": f"20{30 + number // 3_650 % 60:02d}-{number // 300 % 12 + 1:02d}-{number // 10 % 28 + 1:02d}",
            "title": sentence(5, 9).rstrip("."),
            "lead": sentence(15, 25),
            "facts": facts,
            "sources": [{"marker": str(n), "label": label} for n, label in enumerate(labels, 1)],
            "narratives": [
                {"label": f"{side} narrative", "providers": [source.choice(labels)], "text": sentence(40, 70)}
                for side in ("Pro-establishment", "Establishment-critical")
            ],
        }
        if len(said) > 5_000:
            del said[:1_000]


def main() -> None:
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"briefs-{count}.jsonl").open("w", encoding="utf-8") as file:
        for brief in briefs(count):
            file.write(json.dumps(brief) + "\n")


if __name__ == "__main__":
    main()
