"""People on invented briefs with hand-made lists: how many (passage, person) pairs are found, and how many are right."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgraph.resolve.gazetteer import person_key
from briefgraph.resolve.people import find_people

CASES = Path(__file__).with_name("people_cases")


@dataclass(frozen=True)
class Passage:
    text: str
    people: frozenset[str]


def briefs(name: str) -> dict[str, list[Passage]]:
    """The briefs of a file of cases; its first lines say how it is written."""
    read: dict[str, list[Passage]] = {}
    text = ""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            passages = read.setdefault(line.removeprefix("== "), [])
        elif line[:2] in ("= ", "- ", "~ "):
            text = line[2:]
        elif line.startswith(">"):
            people = (person_key(name) for name in line[1:].split(";"))
            passages.append(Passage(text, frozenset(people) - {""}))
    return read


def pairs(name: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs that are listed and the pairs that are found."""
    listed: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    for passages in briefs(name).values():
        mentions = find_people([p.text for p in passages])
        for passage, of_passage in zip(passages, mentions, strict=True):
            listed |= {(passage.text, key) for key in passage.people}
            found |= {(passage.text, person_key(m.person.name)) for m in of_passage}
    return listed, found


def f1(listed: set[tuple[str, str]], found: set[tuple[str, str]]) -> float:
    return 2 * len(listed & found) / (len(listed) + len(found))


@pytest.mark.parametrize(("name", "floor"), [("tuned.txt", 0.985), ("unseen.txt", 0.985), ("fresh.txt", 0.97)])
def test_people_are_found_in_dense_briefs(name: str, floor: float) -> None:
    listed, found = pairs(name)
    assert len(listed) > 100
    assert f1(listed, found) >= floor


def test_nobody_is_found_who_is_not_there() -> None:
    listed, found = pairs("tuned.txt")
    assert found - listed == set()
