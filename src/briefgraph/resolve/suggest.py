"""Outlets that may be one: suggestions for a person to review, never merges.

Every pair of a large graph would be too many. Names are laid in a few sorted rows (by their letters, by their
letters backwards, by their words in order), and only neighbours in a row are compared, which costs little more
than the sorting. Needs rapidfuzz, the extra `review`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from briefgraph.resolve.labels import clean_label, normal_label
from briefgraph.resolve.skeletons import skeletons

WINDOW = 8  # neighbours that a name is compared with, in each row
LONGEST = 120  # characters of a name; longer ones are no names of outlets
ACRONYM_FROM = 3  # letters
ACRONYM_LIKENESS = 0.86  # initials agree by chance now and then


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two outlets that may be one. `likeness` is in [0, 1], four decimals; the first id is the smaller."""

    id_a: str
    name_a: str
    id_b: str
    name_b: str
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Spelling:
    id: str
    name: str
    label: str
    word: str
    ordered: str
    skeleton: str


def similar_outlets(
    outlets: Iterable[tuple[str, str, Iterable[str]]], *, least: float = 0.85
) -> Iterator[Suggestion]:
    """Yield the pairs of outlets of at least that likeness, each once, the likest first.

    Args:
        outlets: id, name and aliases of each.
        least: the least likeness, in [0, 1].

    Names whose figures differ (Channel 4, Channel 5) are not suggested.
    """
    spellings = [spelling for outlet in outlets for spelling in _spellings(*outlet)]
    best: dict[tuple[str, str], tuple[float, str, str, str]] = {}
    rows: tuple[Sequence[_Spelling], ...] = (
        sorted(spellings, key=lambda s: (s.word, s.id)),
        sorted(spellings, key=lambda s: (s.word[::-1], s.id)),
        sorted(spellings, key=lambda s: (s.ordered, s.id)),
        sorted(spellings, key=lambda s: (s.skeleton, s.id)),
    )
    for row in rows:
        for at, one in enumerate(row):
            for other in row[at + 1 : at + 1 + WINDOW]:
                _keep(best, one, other, *_likeness(one, other))
    for one, other in _acronyms(spellings):
        _keep(best, one, other, ACRONYM_LIKENESS, "initials")
    found = [
        Suggestion(id_a=a, name_a=name_a, id_b=b, name_b=name_b, likeness=likeness, reason=reason)
        for (a, b), (likeness, reason, name_a, name_b) in best.items()
        if likeness >= least
    ]
    yield from sorted(found, key=lambda s: (-s.likeness, s.name_a, s.name_b, s.id_a, s.id_b))


def _spellings(id: str, name: str, aliases: Iterable[str]) -> Iterator[_Spelling]:
    for label in dict.fromkeys(clean_label(text) for text in (name, *aliases)):
        word = normal_label(label)
        if 0 < len(word) <= LONGEST:
            ordered = "".join(sorted(normal_label(part) for part in label.split()))
            yield _Spelling(id, name, label, word, ordered, skeletons(label)[0])


def _likeness(one: _Spelling, other: _Spelling) -> tuple[float, str]:
    if one.skeleton and one.skeleton == other.skeleton:
        return 0.99, "letters that look alike"
    if _figures(one.word) != _figures(other.word):
        return 0.0, ""
    if one.ordered == other.ordered:
        return 0.97, "the same words in another order"
    # The one counts slips, the other minds how a name begins.
    return min(0.98, (ratio(one.word, other.word) / 100 + JaroWinkler.similarity(one.word, other.word)) / 2), "spelling"


def _figures(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def _acronyms(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Names in capitals beside the names that they are the initials of, the first few of each."""
    short: dict[str, list[_Spelling]] = {}
    for spelling in spellings:
        if spelling.label.isupper() and spelling.label.isalpha() and len(spelling.label) >= ACRONYM_FROM:
            short.setdefault(spelling.word, []).append(spelling)
    for spelling in spellings:
        words = [word for word in spelling.label.split() if word[0].isalpha()]
        for letters in {"".join(w[0] for w in words), "".join(w[0] for w in words if w[0].isupper())}:
            for other in short.get(letters.casefold(), ())[:WINDOW]:
                yield spelling, other


def _keep(
    best: dict[tuple[str, str], tuple[float, str, str, str]],
    one: _Spelling,
    other: _Spelling,
    likeness: float,
    reason: str,
) -> None:
    if one.id == other.id:
        return
    if other.id < one.id:
        one, other = other, one
    likeness = round(likeness, 4)
    known = best.get((one.id, other.id))
    if known is None or (likeness, reason) > known[:2]:
        best[one.id, other.id] = (likeness, reason, one.name, other.name)
