"""Source labels: what is shown of one, what two labels of one outlet have in common, and addresses as labels."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache, wraps
from typing import TypeVar

from briefgraph.resolve.marks import HIDDEN, INVISIBLE

_DOCUMENT = re.compile(r"\s*\(\s*[A-Za-z]\s*\)\s*$")  # Reuters (a), Reuters (b): two documents, one outlet
_THE = "the"
_HOST = re.compile(
    r"(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})\.?(?::\d+)?(?:[/?#]\S*)?"
)
_FRONT = ("www.", "m.", "amp.", "mobile.")
_LONGEST = 400  # a label longer than this is not looked at as an address, nor remembered
_REMEMBERED = 20_000  # labels; round-ups cite some 2,000 outlets

Value = TypeVar("Value")


class NameState(StrEnum):
    """How well a spelling would do as a name, best first."""

    MIXED = "0"
    UPPER = "1"
    LOWER = "2"


def remembered(make: Callable[[str], Value]) -> Callable[[str], Value]:
    """The same function, which remembers short labels: the same few hundred come again and again."""
    known = lru_cache(_REMEMBERED)(make)

    @wraps(make)
    def get(label: str) -> Value:
        return known(label) if len(label) <= _LONGEST else make(label)

    return get


@remembered
def clean_label(label: str) -> str:
    """Return the spelling as an alias: no document letter, no hidden characters, single spaces, NFC."""
    visible = unicodedata.normalize("NFC", label).translate(HIDDEN)
    shown = "".join(" " if unicodedata.category(c) == "Cc" else c for c in visible)
    return " ".join(_DOCUMENT.sub("", " ".join(shown.split())).split())


@remembered
def normal_label(label: str) -> str:
    """Return what two labels of one outlet have in common: letters, marks and digits, folded, without "The".

    "The" goes where a space follows, and also from `TheHill`; a rest of one or two letters keeps it, or
    "theft" would be FT. A label without letters stays as it is.
    """
    folded = unicodedata.normalize("NFC", clean_label(label).casefold()).translate(INVISIBLE)
    words = folded.replace("&", " and ").split()
    if len(words) > 1 and words[0] == _THE:
        words = words[1:]
    squeezed = "".join(c for c in "".join(words) if unicodedata.category(c)[0] in "LNM")
    if squeezed.startswith(_THE) and len(squeezed) > 5:
        squeezed = squeezed.removeprefix(_THE)
    return squeezed or folded.strip()


def host_of(text: str) -> str | None:
    """Return the host that `text` is or points to, without `www.`; None where it is no address."""
    found = _HOST.fullmatch(text.strip()[:_LONGEST].casefold())
    if found is None:
        return None
    host = found[1]
    for front in _FRONT:
        if host.startswith(front) and host.count(".") > 1:
            return host.removeprefix(front)
    return host


def display_name(spellings: Iterable[str]) -> str:
    """Return the name of an unknown outlet: a pure function of the set of its spellings, in any order.

    Prefers mixed case to capitals to small letters, words apart to words run together, a name to an address,
    the form without "The"; then the longest, then the first by code point. An empty set has the name "".
    """
    return min({clean_label(s) for s in spellings}, key=_rank, default="")


def _rank(label: str) -> tuple[bool, NameState, int, bool, int, str]:
    letters = [c for c in label if c.isalpha()]
    state = NameState.MIXED
    if letters and all(c.islower() for c in letters):
        state = NameState.LOWER
    elif letters and all(c.isupper() for c in letters):
        state = NameState.UPPER
    words = label.split()
    the = len(words) > 1 and words[0].casefold() == _THE
    return host_of(label) is not None, state, -(len(words) - the), the, -len(label), label
