"""Names: where one outlet's name ends and the next begins.

The brief's own sources and the caller's known outlets decide first. What neither knows is only
taken apart at "and" where both halves look like names of their own; a wrong outlet is worse than
an odd one.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefgraph.briefs.page import BLANK, collapse

NAME_LENGTH = 160
SEPARATOR = re.compile(r"\s*,\s+(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+|\s*;\s+|\s+/\s+", re.IGNORECASE)
TRAILING = re.compile(r"(?:\s*\[\d{1,3}\])+$")
# A body's name often joins two nouns ("Institute for Peace and Trade"), an outlet's rarely does.
BODIES = frozenset(
    """of for on in against association agency board bureau center centre commission committee council
    department foundation fund institute ministry network office organization organisation project society
    trust union university watch services affairs""".split()
)
SMALL = frozenset(
    "of for on in the a an and de la le el al del da do du y e et und von der des at to".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A name and where it stands in the words that it was taken from."""

    name: str
    start: int
    end: int


def knows_nothing(_name: str) -> bool:
    """The check for known outlets where the caller gives none."""
    return False


def folded(name: str) -> str:
    """A name for comparison: case, white space and a leading "The" do not count."""
    key = collapse(name).casefold().replace("\u2019", "'")
    return key.removeprefix("the ")


class Names:
    """Which names are outlets', from the brief's sources and what the caller knows."""

    def __init__(self, listed: Iterable[str], known_outlet: Callable[[str], bool]) -> None:
        self._listed = {folded(label) for label in listed}
        self._known_outlet = known_outlet

    def knows(self, name: str) -> bool:
        """Whether a name is a listed source's or a known outlet's."""
        return bool(name) and (folded(name) in self._listed or self._known_outlet(collapse(name)))

    def is_cut_short(self, name: str) -> bool:
        """Whether a name at the end of a cut-off document is the beginning of a listed one."""
        key = folded(name)
        return any(
            whole.startswith(key) and label != key
            for label in self._listed
            for whole in (label, f"the {label}")
        )

    def split(self, words: str) -> tuple[Piece, ...]:
        """The names that words such as `Quay and Lantern` hold, in order."""
        words = words[:NAME_LENGTH]
        pieces: list[Piece] = []
        start = 0
        if not self.knows(words.strip(BLANK)):
            for gap in SEPARATOR.finditer(words):
                if gap.start() > start and self._parts(words, start, gap):
                    pieces.append(_piece(words, start, gap.start()))
                    start = gap.end()
        pieces.append(_piece(words, start, len(words)))
        return tuple(piece for piece in pieces if piece.name)

    def _parts(self, words: str, start: int, gap: re.Match[str]) -> bool:
        left, right = words[start : gap.start()].strip(BLANK), words[gap.end() :].strip(BLANK)
        following = SEPARATOR.search(right)
        first_right = right[: following.start()] if following else right
        if not left or not right:
            return True
        if self.knows(left) or self.knows(first_right):
            return not self.knows(words[start : gap.end()] + first_right)
        if any(
            self.knows(words[start : gap.end() + more.start()]) for more in SEPARATOR.finditer(right)
        ) or self.knows(words[start:]):
            return False
        return _is_plain_name(left) and _is_plain_name(first_right)


def _piece(words: str, start: int, end: int) -> Piece:
    raw = words[start:end]
    kept = raw.lstrip(BLANK + "*_")
    start += len(raw) - len(kept)
    kept = TRAILING.sub("", kept.rstrip(BLANK + ",;*_")).rstrip(BLANK + ",;*_")
    return Piece(name=kept, start=start, end=start + len(kept))


def _is_plain_name(name: str) -> bool:
    parts = name.split()
    return (
        0 < len(parts) <= 4
        and (parts[0][:1].isupper() or parts[0][:1].isdigit() or parts[0].casefold() == "the")
        and not any(part.casefold().strip(",.") in BODIES for part in parts)
    )


def looks_like_name(name: str) -> bool:
    """Whether words look like an outlet's name: a few words, capitals first, no sentence."""
    parts = name.split()
    if not 0 < len(parts) <= 8 or len(name) > 80:
        return False
    first = parts[0].lstrip("\"'“‘([")
    if not first[:1].isupper() and not first[:1].isdigit() and "." not in first.strip("."):
        return False
    return all(
        not (word := part.strip("\"'“”‘’()[],&"))
        or word.casefold() in SMALL
        or word[:1].isupper()
        or word[:1].isdigit()
        or "." in word.strip(".")
        or (len(word) == 1 and part.startswith("("))  # Reuters (b)
        for part in parts
    )
