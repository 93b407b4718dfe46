"""Words of a passage with where they stand, and what a name is written with.

One pass of one pattern without backtracking choices: 1 MB of capitals costs what 1 MB of prose costs.
"""

import re
import unicodedata
from dataclasses import dataclass

from briefgraph.resolve.wordset import word_set

_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = re.compile(rf"{_LETTER}+(?:(?:\.?[-‐‑]|['’.])(?:{_LETTER})+)*")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‐‑](?=[^\W\d_])", re.IGNORECASE)
# One or two words in quotation marks within a name: Ann "Annie" Reed. They are read over.
NICKNAME = re.compile(r" [\"“‘'](?=[^\W\d_a-z])[^\W\d_][\w.-]{1,20}(?: [\w.-]{1,20})?[\"”’'] ")
_SENTENCE = re.compile(r"[.!?:;•\n\"“”‘'’(\[]")
_TWINS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "‐": "-",
        "‑": "-",
    }
)

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTICLES = word_set(
    """
    de da do dos das del los las della di du van von der den ter ten la le el al bin bint ibn ben abu zu af ould y
    e
    """
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `start:end` without a possessive ending; `glued` when only a space parts it from the next word.

    `fold` has no accents and no capitals, `dotted` tells that a full stop follows at once, `opens` that the
    word may have its capital from beginning a sentence or a quotation.
    """

    text: str
    fold: str
    start: int
    end: int
    dotted: bool
    glued: bool
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: a capital first, or after an Arabic article (al-Amri)."""
        if self.text[0].isupper():
            return True
        article = _ARTICLE.match(self.text)
        return article is not None and self.text[article.end()].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is capitals throughout: US, CNN, and also J.D."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        """Whether it is one capital letter, or several with full stops: J, J.D"""
        return self.text[0].isupper() and all(len(part) == 1 for part in self.text.split("."))


def fold(text: str) -> str:
    """Return `text` without case, accents and kinds of hyphens: what two spellings of a name share."""
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_TWINS))
    return "".join(c for c in flat if not unicodedata.combining(c))


def tokenise(text: str, abbreviations: frozenset[str]) -> tuple[Token, ...]:
    """Return the words of `text`. `abbreviations` end in a full stop that ends no sentence (`Gov.`)."""
    tokens: list[Token] = []
    found = list(_WORD.finditer(text))
    found, nicknames = _without_nicknames(text, found)
    opens = True
    for at, match in enumerate(found):
        whole = match.group()
        word = whole[:-2] if whole[-2:] in _POSSESSIVE else whole
        start, end = match.start(), match.start() + len(word)
        folded = fold(word)
        after = match.end()
        gap = text[after : found[at + 1].start()] if at + 1 < len(found) else ""
        dotted = text.startswith(".", after)
        # One capital and a full stop is an initial, but the last word of "plan B. Then" is not worth a lost
        # name.
        abbreviated = dotted and (folded.replace(".", "") in abbreviations or len(word) == 1 or "." in word)
        plain = gap[1:] if abbreviated else gap
        if after + 2 in nicknames:
            plain = " "
        glued = word == whole and plain.isspace() and plain.count("\n") < 2
        if word == whole and gap == ", " and fold(found[at + 1].group()) in ("jr", "sr"):
            glued = True
        tokens.append(Token(word, folded, start, end, dotted, glued, opens))
        opens = not glued and _SENTENCE.search(gap) is not None
    return tuple(tokens)


def _without_nicknames(text: str, found: list[re.Match[str]]) -> tuple[list[re.Match[str]], frozenset[int]]:
    """Return the words but the nicknames between two capitalised words, and where those nicknames begin."""
    begins = {match.start() + 2: match.end() for match in NICKNAME.finditer(text)}
    if not begins:
        return found, frozenset()
    kept: list[re.Match[str]] = []
    nicknames: set[int] = set()
    at = 0
    while at < len(found):
        end = begins.get(found[at].start())
        after = at
        while end is not None and after < len(found) and found[after].start() < end:
            after += 1
        fits = end is not None and kept and after < len(found) and found[after].start() == end
        if fits and kept[-1].group()[0].isupper() and found[after].group()[0].isupper():
            nicknames.add(found[at].start())
            at = after
            continue
        kept.append(found[at])
        at += 1
    return kept, frozenset(nicknames)
