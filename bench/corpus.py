"""Invented briefs by the thousand, for measuring: `python bench/corpus.py 10000 DIRECTORY [hubs]`.

Plain words are drawn as often as news has them (the shipped counts), the rest is invented: text from a few
templates, or of invented words alone, would flood every index. Each story has a topic of eight words, a few
topics have most stories. Outlets follow a Zipf law, so that a few are cited by everything. Of the facts a tenth
are said again in later stories, and a twentieth in other words. The same seed gives the same briefs.

With `hubs` there is also what grows without end in a real graph and what stays rare: sentences that are said again
and again for good (every twentieth story has one, the most said is in about one story of a hundred), and a long tail
of outlets that are hardly ever cited. The outlet cited most is then cited by a fifth of the facts, and the person
mentioned most is in a quarter of the stories. All else is as without it.
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
COUNTS = Path(__file__).parents[1] / "src" / "briefgraph" / "resolve" / "data" / "claims_idf.txt"
GLUE = ("the of in to and a for on with that by from at as".split(), 0.35)  # and which share of the words they are
RARE = 0.05  # of the words are nobody else's
TOPICS = 3_000
OUTLETS = 500
PEOPLE = 2_000
REPEATED = 0.1
REWORDED = 0.05
REFRAINS = (200, 0.05)  # how many sentences are said for good, and in which share of the stories one of them is
TAIL = (20_000, 0.01)  # how many outlets are rarely cited, and which share of the labels they are


class Zipf:
    """Draws from a list, the n-th entry with a weight of 1/n."""

    def __init__(self, items: list[Any], exponent: float = 1.0) -> None:
        self.items = items
        self.sums = list(accumulate(1 / (n**exponent) for n in range(1, len(items) + 1)))

    def draw(self, source: random.Random) -> Any:
        return self.items[bisect(self.sums, source.random() * self.sums[-1])]


class Hubs:
    """What is said for good, and who is hardly ever cited. It draws from a source of its own: all else stays as it is."""

    def __init__(self, seed: int, names: list[str]) -> None:
        self.source = random.Random(f"{seed}:hubs")
        self.tail = [f"{name.title()} Gazette" for name in words(self.source, TAIL[0])]
        self.refrains = Zipf([self.refrain(names) for _ in range(REFRAINS[0])])

    def refrain(self, names: list[str]) -> str:
        """A sentence of words that no other one has."""
        source = self.source
        made = ["".join(source.choice(SYLLABLES) for _ in range(4)) for _ in range(8)]
        place = source.choice(names).title()
        return f"The {' '.join(made[:4])} of {place} holds {source.randint(2, 9_999)} {' '.join(made[4:])}."

    def fact(self, text: str) -> str:
        """The fact, or a refrain with its markers."""
        if self.source.random() >= REFRAINS[1]:
            return text
        return self.refrains.draw(self.source) + text[text.index("[") :]

    def labels(self, labels: list[str]) -> list[str]:
        """The labels, some of them of the tail."""
        return [self.source.choice(self.tail) if self.source.random() < TAIL[1] else label for label in labels]


def words(source: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(source.choice(SYLLABLES) for _ in range(source.randint(1, 4)))] = None
    return list(made)


def briefs(count: int, seed: int = SEED, *, hubs: bool = False) -> Iterator[dict[str, Any]]:
    """`count` briefs in the structured JSON form: 5 to 8 facts, 1 to 3 citations each, 2 narratives."""
    source = random.Random(seed)
    lines = [line.split() for line in COUNTS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    known = [(word, int(count)) for word, count in lines[1:] if word.isalpha()]  # the first line counts sentences
    plain, weights = [word for word, _ in known], list(accumulate(count for _, count in known))
    named = words(source, 8 * TOPICS)
    topics = Zipf([named[at : at + 8] for at in range(0, len(named), 8)], 0.9)
    kinds = source.choices(["Post", "Times", "Courier", "Wire", "Herald"], k=OUTLETS)
    outlets = Zipf([f"{name.title()} {kind}" for name, kind in zip(words(source, OUTLETS), kinds, strict=True)])
    given, family = words(source, PEOPLE), words(source, PEOPLE)
    people = Zipf([f"Pres. {a.title()} {b.title()}" for a, b in zip(given, family, strict=True)], 0.8)
    more = Hubs(seed, named) if hubs else None
    said: list[str] = []

    def word() -> str:
        dice = source.random()
        if dice < GLUE[1]:
            return source.choice(GLUE[0])
        if dice > 1 - RARE:
            return "".join(source.choice(SYLLABLES) for _ in range(4))
        return plain[bisect(weights, source.random() * weights[-1])]

    def sentence(low: int, high: int, topic: list[str]) -> str:
        made = [word() for _ in range(source.randint(low, high))]
        for name in source.sample(topic, 2):
            made.insert(source.randrange(len(made)), name.title())
        half = source.randrange(3, len(made) - 1)
        who = f"{people.draw(source)} said " if source.random() < 0.4 else ""
        text = f"{who}{' '.join(made[:half])} {source.randint(2, 9_999)} after {' '.join(made[half:])}."
        return text[0].upper() + text[1:]

    def reworded(text: str) -> str:
        first, _, second = text.rstrip(".").rpartition(" after ")
        return f"After {second}, {first}."

    def fact(topic: list[str]) -> str:
        dice = source.random()
        if said and dice < REPEATED:
            return source.choice(said)
        if said and dice < REPEATED + REWORDED:
            return reworded(source.choice(said))
        return sentence(18, 40, topic)

    for number in range(count):
        topic = topics.draw(source)
        labels = list(dict.fromkeys(outlets.draw(source) for _ in range(9)))
        facts = []
        for _ in range(source.randint(5, 8)):
            text = fact(topic)
            said.append(text)
            cited = source.sample(range(1, len(labels) + 1), source.randint(1, min(3, len(labels))))
            facts.append(text + "".join(f"[{n}]" for n in cited))
        if more:
            facts[0] = more.fact(facts[0])
            labels = more.labels(labels)
        yield {
            "address": f"https://bench.example/story/{number}",
            "publishedAt": f"20{30 + number // 3_650 % 60:02d}-{number // 300 % 12 + 1:02d}-{number // 10 % 28 + 1:02d}",
            "title": sentence(5, 9, topic).rstrip("."),
            "lead": sentence(15, 25, topic),
            "facts": facts,
            "sources": [{"marker": str(n), "label": label} for n, label in enumerate(labels, 1)],
            "narratives": [
                {"label": f"{side} narrative", "providers": [source.choice(labels)], "text": sentence(40, 70, topic)}
                for side in ("Pro-establishment", "Establishment-critical")
            ],
        }
        if len(said) > 5_000:
            del said[:1_000]


def main() -> None:
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"briefs-{count}.jsonl").open("w", encoding="utf-8") as file:
        for brief in briefs(count, hubs="hubs" in sys.argv[3:]):
            file.write(json.dumps(brief) + "\n")


if __name__ == "__main__":
    main()
