"""Names that a reader would take for another outlet's, found in one brief and reported as problems.

Nothing here changes who is meant: `outlets` keeps such names apart, and this says so.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import name as unicode_name

from briefgraph.brief import LINE_ENDS, Brief, Problem, ProblemCode
from briefgraph.resolve.outlets import OutletRegistry, clean_label, normal_label
from briefgraph.resolve.skeletons import odd_characters, skeletons

MOST_PER_CODE = 100  # as the reader reports at most
NEAR_FROM = 8  # letters: of shorter names, many differ by one letter (CTV News, NTV News)
NEAR_WORD = 5  # letters of the word that the slip is in: WABC News and KABC News are two stations
NEAR_TO = 60  # letters: so many shortenings are made of a name
NEAR_NAMES = 2_000  # of a brief: real ones have 20; 2,000 take 0.4 s in all
TRIED = 4  # names of one shortening that are compared: enough for real briefs, and bounded
SHOWN = 80  # characters of a label in a sentence
ODD = 3  # odd characters that a sentence names


@dataclass(frozen=True, slots=True)
class _Name:
    """A label where it first stands, and whose it is."""

    offset: int
    label: str
    url: str | None
    key: str
    is_known: bool


def outlet_problems(brief: Brief, registry: OutletRegistry) -> tuple[Problem, ...]:
    """Return what is doubtful about whom a brief's labels name, in the order of the text.

    Each name is reported once a code, where it first stands: a source's label, a mirror's citation, or a
    narrative's provider. At most 100 of a code; the last of them says how many more there are. A pure
    function; linear in the brief.
    """
    names = _names(brief, registry)
    found = [*_alike(names, registry), *_shared(names, registry)]
    if not found:
        return ()
    starts = [0, *(mark.end() for mark in LINE_ENDS.finditer(brief.text))]
    problems = []
    for code in (ProblemCode.LOOKALIKE_OUTLET, ProblemCode.AMBIGUOUS_OUTLET):
        of_code = sorted((item for item in found if item[1] is code), key=lambda item: item[0])
        more = len(of_code) - MOST_PER_CODE
        for number, (offset, _, message) in enumerate(of_code[:MOST_PER_CODE], 1):
            tail = f" There are {more} more of this kind." if more > 0 and number == MOST_PER_CODE else ""
            line = bisect_right(starts, offset)
            column = offset - starts[line - 1] + 1
            problems.append(Problem(code=code, message=message + tail, line=line, column=column))
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code)))


_Found = tuple[int, ProblemCode, str]


def _names(brief: Brief, registry: OutletRegistry) -> list[_Name]:
    """The brief's labels by their places, each spelling with each address once."""
    listed = {source.label for source in brief.sources}
    places: list[tuple[int, str, str | None]] = [(s.start, s.label, s.url) for s in brief.sources]
    places += [(c.start, c.label, c.url) for f in brief.facts for c in f.citations if c.label not in listed]
    places += [(p.start, p.label, None) for n in brief.narratives for p in n.providers if p.label not in listed]
    found: dict[tuple[str, str | None], _Name] = {}
    for offset, label, url in sorted(places, key=lambda place: place[0]):
        shown = clean_label(label)
        if (shown, url) not in found:
            whom = registry.resolve(shown, url=url)
            found[shown, url] = _Name(offset, shown, url, whom.key, whom.name is not None)
    return list(found.values())


def _shared(names: list[_Name], registry: OutletRegistry) -> Iterator[_Found]:
    seen = set()
    for name in names:
        if name.is_known or name.key in seen:
            continue
        outlets = registry.sharers(name.label, url=name.url)
        if outlets:
            seen.add(name.key)
            message = (
                f"“{_cut(name.label)}” is the name of several outlets ({', '.join(outlets)}), and the source does not say"
                " which; it is kept as an outlet of its own."
            )
            yield name.offset, ProblemCode.AMBIGUOUS_OUTLET, message


def _alike(names: list[_Name], registry: OutletRegistry) -> Iterator[_Found]:
    """Each unknown name once: what it reads as, else what it is one slip from in the same brief."""
    own: dict[str, _Name] = {}
    for name in names:
        own.setdefault(name.key, name)
    by_shape: dict[str, _Name] = {}
    for name in sorted(own.values(), key=lambda name: (not name.is_known, bool(odd_characters(name.label)))):
        for skeleton in skeletons(name.label):
            by_shape.setdefault(skeleton, name)
    near = _Near()
    for name in sorted(own.values(), key=lambda name: (not name.is_known, name.offset)):
        slip = near.of(name)
        if name.is_known:
            continue
        entry = registry.looks_like(name.label)
        twins = (by_shape[skeleton] for skeleton in skeletons(name.label) if skeleton)
        twin = next((twin for twin in twins if twin.key != name.key), None)
        if entry is not None:
            message = f"“{_cut(name.label)}” looks like {entry.name} and is another name{_odd(name.label)}; it is kept apart."
        elif twin is not None:
            message = (
                f"“{_cut(name.label)}” looks like another source of this brief, “{_cut(twin.label)}”,"
                f" and is another name{_odd(name.label)}; they are kept apart."
            )
        elif slip is not None:
            message = (
                f"“{_cut(name.label)}” is one letter from another source of this brief, “{_cut(slip.label)}”;"
                " they are kept apart."
            )
        else:
            continue
        yield name.offset, ProblemCode.LOOKALIKE_OUTLET, message


class _Near:
    """Finds names that are one slip of the pen apart, by what is left when one letter is taken out.

    60 shortenings of a name at most, and 2,000 names, so that memory has a limit too.
    """

    def __init__(self) -> None:
        self._shortened: dict[str, list[tuple[str, _Name]]] = {}
        self._left = NEAR_NAMES

    def of(self, name: _Name) -> _Name | None:
        """The name before it that `name` is one slip from, if any; it is remembered either way."""
        word = normal_label(name.label)
        if not NEAR_FROM <= len(word) <= NEAR_TO or not self._left:
            return None
        self._left -= 1
        found = None
        for shorter in dict.fromkeys((word, *(word[:i] + word[i + 1 :] for i in range(len(word))))):
            others = self._shortened.setdefault(shorter, [])
            for other, twin in others if found is None else ():
                if is_one_slip(word, other) and _in_a_long_word(name.label, twin.label):
                    found = twin
                    break
            if len(others) < TRIED:
                others.append((word, name))
        return found


def is_one_slip(a: str, b: str) -> bool:
    """Return whether one letter more, less, other or two changed places make `a` of `b`. Figures are no slips."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if any(c.isdigit() for c in left + right):
        return False
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _in_a_long_word(a: str, b: str) -> bool:
    """Whether the words in which two labels differ are long enough to be one word misspelt."""
    ours, theirs = (label.casefold().removeprefix("the ").split() for label in (a, b))
    if len(ours) != len(theirs):
        return True
    return all(min(len(x), len(y)) >= NEAR_WORD for x, y in zip(ours, theirs, strict=True) if x != y)


def _odd(label: str) -> str:
    """How a name differs from what it looks like."""
    odd = odd_characters(label)
    if not odd:
        return ""
    told = ", ".join(f"U+{ord(c):04X} {unicode_name(c, 'UNNAMED')}" for c in odd[:ODD])
    return f", with {told}"


def _cut(label: str) -> str:
    return label if len(label) <= SHOWN else label[: SHOWN - 1] + "…"
