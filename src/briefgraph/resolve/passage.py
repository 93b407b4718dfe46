"""A passage as its words, and what may be read off the words around a surname: whether it stands alone, whether it
is somebody of whom the brief says no more than title and surname.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgraph.resolve.gazetteer import Gazetteer, Phrase
from briefgraph.resolve.names import MOST_WORDS, Found, blocked, is_heading, title_before
from briefgraph.resolve.tokens import PARTICLES, SUFFIXES, Token, tokenise
from briefgraph.resolve.wordset import word_set

_DATING = word_set("last this next since until on by early late mid of and during before after")
_PLACING = word_set("in at to from near across outside inside of over around into throughout toward towards")
_KIN = word_set(
    """
    wife husband son daughter brother sister father mother widow nephew niece cousin uncle aunt grandson
    granddaughter grandfather grandmother brothers sisters sons daughters children parents
    """
)
_KIN_BEFORE = 8  # words between a relative's name and what makes it one, "father, the late labour leader"
# After a word that is also a surname they make somebody of it: "Brown said", not "Brown bears".
_ACTS = word_set(
    """
    said says was is has had will would could also did does told added argued called denied wrote testified resigned
    won lost announced claimed warned urged accused defended criticized criticised pleaded vowed died served became
    """
)
_PLACES = word_set("district province county village town neighborhood neighbourhood region airport hospital camp refugee")
_COURTESY = {"mr": "Mr.", "mrs": "Mrs.", "ms": "Ms."}
_GENERALS = ("attorney", "solicitor", "surgeon")
_PARTICLES = 3  # in one surname: van den, de la


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, its words, which of them a phrase holds that is no person, and whether it is a headline."""

    text: str
    tokens: tuple[Token, ...]
    flags: list[bool]
    heading: bool

    @classmethod
    def read(cls, text: str, phrases: frozenset[Phrase], firsts: frozenset[str], known: Gazetteer) -> "Passage":
        """Read `text`; `phrases` are no people, `firsts` their first words."""
        tokens = tokenise(text, known.abbreviations)
        return cls(text, tokens, blocked(tokens, phrases, firsts, known), is_heading(tokens))


def given_names(
    passage: Passage, stretches: Sequence[tuple[int, int]], have: Sequence[Found], known: Gazetteer
) -> Iterator[Found]:
    """Yield the full names among stretches `(start, end)` of the text that do not touch those already had.

    Titles before the name are left out, and stretches of one word, of words that no name has or in small letters.
    """
    tokens = passage.tokens
    starts = [token.start for token in tokens]
    taken = {at for found in have for at in range(found.first, found.last + 1)}
    for start, end in stretches:
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        while first < last and (known.is_title(tokens[first].fold) or tokens[first].fold in known.modifiers):
            first += 1
        if not 0 < last - first < MOST_WORDS or not all(tokens[at].glued for at in range(first, last)):
            continue
        words = tokens[first : last + 1]
        named = words[0].capital and words[-1].capital and all(t.capital or t.fold in PARTICLES for t in words)
        plain = any(t.fold in known.organisations or t.acronym for t in words) or words[0].fold in known.places
        if named and not plain and not any(passage.flags[at] or at in taken for at in range(first, last + 1)):
            yield Found(first, last, tuple(t.fold for t in words))


def is_namesake(passage: Passage, last: int, known: Gazetteer) -> bool:
    """Return whether the word after a name makes something else of it: Reed Tower, Reed County, Reed district."""
    tokens = passage.tokens
    if last + 1 >= len(tokens) or not tokens[last].glued:
        return False
    word = tokens[last + 1].fold
    if not tokens[last + 1].text[0].isupper():
        return word in _PLACES
    if passage.heading:
        return word in known.namesakes
    return word in known.organisations and word not in known.of_office and not known.is_title(word)


def is_christened(passage: Passage, at: int, last: int) -> bool:
    """Return whether a full name is a ship's or the like: `the Ann Reed,`; not in `the Ann Reed trial`."""
    tokens = passage.tokens
    return at > 0 and tokens[at - 1].glued and tokens[at - 1].fold == "the" and not tokens[last].glued


def stands_alone(passage: Passage, at: int, last: int, known: Gazetteer) -> bool:
    """Return whether a surname is one, and not a part of another name, a place or a plain word."""
    tokens = passage.tokens
    if is_namesake(passage, last, known):
        return False
    word, before = tokens[at], tokens[at - 1] if at > 0 and tokens[at - 1].glued else None
    if at == last and not word.capital:
        return False
    if at == last and word.fold in known.words_and_names and (passage.heading or word.opens):
        acts = not passage.heading and word.glued and last + 1 < len(tokens) and tokens[last + 1].fold in _ACTS
        if not acts:
            return False
    if at == last and word.fold in known.places and (before is None or before.fold in _PLACING):
        return False
    if at == last and word.fold in known.calendar:
        dated = last + 1 < len(tokens) and tokens[last + 1].text[0].isdigit()
        if dated or before is None or before.fold in _PLACING or before.fold in _DATING:
            return False
    if before is not None and before.capital and not _qualifier(before, known):
        return passage.heading and not known.is_given(before.fold)
    if (
        last + 1 < len(tokens)
        and tokens[last].glued
        and tokens[last + 1].text[0].isupper()
        and not passage.heading
    ):
        after = tokens[last + 1]
        return (
            after.acronym
            or (_qualifier(after, known) and after.fold not in SUFFIXES)
            or after.fold in known.of_office
        )
    return not (last + 1 < len(tokens) and tokens[last].glued and tokens[last + 1].fold in SUFFIXES)


def _qualifier(token: Token, known: Gazetteer) -> bool:
    """Return whether a capitalised word beside a surname is no part of the name."""
    word = token.fold
    if token.initial:
        return token.fold == "a" and token.opens and not token.dotted  # "A Reed spokesman"
    listed = (
        word in known.openers or word in known.calendar or word in known.places or word in known.modifiers
    )
    return listed or token.acronym or known.is_title(word) or word in known.organisations


def is_kin(passage: Passage, first: int, known: Gazetteer) -> bool:
    """Return whether a name is introduced as somebody's relative: `her husband, Orlo Reed`."""
    tokens = passage.tokens
    for at in range(first - 1, max(first - _KIN_BEFORE, 0), -1):
        word = tokens[at]
        if word.dotted or (word.capital and not known.is_title(word.fold)):
            return False
        if word.fold in _KIN:
            owner = tokens[at - 1]
            return owner.fold in ("his", "her", "their") or passage.text[owner.end : owner.end + 1] in ("'", "’")
    return False


def titled_surname(passage: Passage, at: int, known: Gazetteer) -> tuple[Phrase, int, str] | None:
    """Return the surname that begins at `at`, its last token and the title, if the title makes a person of it.

    Only titles that somebody holds (`Judge Oakes`, not `Analyst Oakes`), written with a capital, before a word
    that is no part of a longer name and no word of an office (`Chief Justice`, `General Counsel`).
    """
    tokens = passage.tokens
    if passage.heading or at == 0 or not tokens[at - 1].glued or not tokens[at - 1].text[0].isupper():
        return None
    title, before = tokens[at - 1].fold.replace(".", ""), tokens[at - 2] if at > 1 and tokens[at - 2].glued else None
    if title == "general" and before is not None and before.fold in _GENERALS:
        title = f"{before.fold} {title}"  # "General" alone is as often a firm: General Motors
    elif title in known.offices:
        title = _COURTESY.get(title) or title_before(tokens, at, known) or ""
    else:
        return None
    last = at
    while last - at < _PARTICLES and tokens[last].fold in PARTICLES and last + 1 < len(tokens) and tokens[last].glued:
        last += 1
    word = tokens[last]
    if not word.capital or word.acronym or word.initial or passage.flags[last] or len(word.text) < 3:
        return None
    if word.fold in known.words or known.is_title(word.fold) or known.is_noun(word.fold):
        return None
    if known.is_plural(word.text.lower(), word.fold) or (known.is_given(word.fold) and not known.is_surname(word.fold)):
        return None
    if not stands_alone(passage, at, last, known):
        return None
    return tuple(token.fold for token in tokens[at : last + 1]), last, title
