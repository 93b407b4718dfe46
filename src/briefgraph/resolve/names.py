"""Full names in a passage: where capitals, titles, given names and the words around make a person of a
stretch.

One passage at a time, by its own words and the shipped lists alone. Who is meant by a surname is decided in
`people`, over the whole brief.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgraph.resolve.gazetteer import LONGEST, Gazetteer, Phrase, head_of
from briefgraph.resolve.shapes import ROMAN, has_surname_shape, is_eastern, is_western_korean
from briefgraph.resolve.tokens import PARTICLES, SUFFIXES, Token
from briefgraph.resolve.wordset import word_set

MOST_WORDS = 5  # "Luiz Inacio Lula da Silva"; longer stretches of capitals are headings or lists
_LOOK_AHEAD = 10  # words of an apposition that are searched for what someone is
# What a firm or a band may be too: ", its partner, Acme Reed," says nothing of a person.
_FIRMS_TOO = word_set(
    "owner publisher producer partner member host winner champion rival ally opponent agent star national"
)
# "Glasgow-born William", "Dallas-based Southwest": the word before a name, and what the hyphen ends.
_JOINED = word_set(
    """
    born based led backed educated style era owned linked area run wide raised trained elected appointed bound made
    funded controlled occupied held affiliated aligned leaning winning turned speaking listed area sponsored brokered
    """
)
_SAINTS = word_set("st ste saint san santa sao")  # St. James' Park
# "Calling Reed", "Lawmakers Reed", "Critical Reed": at the start of a sentence these endings are no given name's.
_VERBAL = (
    *("ing", "ed", "ly", "ists", "ers", "ions", "ians", "al", "ic", "ive", "ous", "ful", "less", "able", "ible"),
    *("ary", "ment", "tion"),
)
@dataclass(frozen=True, slots=True)
class Found:
    """A full name: the tokens `first` to `last` (inclusive), folded in `parts`."""

    first: int
    last: int
    parts: Phrase


def is_heading(tokens: Sequence[Token]) -> bool:
    """Return whether a passage is written like a headline, where capitals say nothing about names.

    A headline has no full stop at its end; a sentence that lists many names does.
    """
    if not tokens or tokens[-1].dotted:
        return False
    long = [t for t in tokens[:60] if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 2 and len(tokens) <= 30 and sum(t.text[0].isupper() for t in long) >= 0.75 * len(long)


def blocked(
    tokens: Sequence[Token], phrases: frozenset[Phrase], firsts: frozenset[str], known: Gazetteer
) -> list[bool]:
    """Return for each token whether a phrase that is no person holds it; figures' full names never do.

    `firsts` are the phrases' first words.
    """
    flags = [False] * len(tokens)
    for at, token in enumerate(tokens):
        head = token.text[0]
        if token.fold not in firsts or not (head.isupper() or head.isdigit() or "-" in token.text):
            continue
        for phrase in stretches(tokens, at):
            if phrase in phrases and phrase not in known.figure_of:
                flags[at : at + len(phrase)] = [True] * len(phrase)
                break
    return flags


def stretches(tokens: Sequence[Token], at: int) -> Iterator[Phrase]:
    """Yield the phrases that begin at `at` and are not broken by punctuation, longest first."""
    words = [tokens[at].fold]
    while len(words) < LONGEST and at + len(words) < len(tokens) and tokens[at + len(words) - 1].glued:
        words.append(tokens[at + len(words)].fold)
    for length in range(len(words), 0, -1):
        yield tuple(words[:length])


class NameFinder:
    """Finds the full names of one passage. Each token is looked at a bounded number of times."""

    def __init__(self, tokens: Sequence[Token], flags: Sequence[bool], known: Gazetteer) -> None:
        self._tokens = tokens
        self._flags = flags
        self._known = known
        self._list_end = -1  # where the last name of a list of people ends: "Sens. Ann Reed, Orlo Moss and ..."

    def find(self) -> list[Found]:
        """Return the full names, in order, none overlapping."""
        pieces: list[tuple[Found, bool]] = []
        at = 0
        while at < len(self._tokens):
            end = self._run_end(at)
            if end == at:
                at += 1
                continue
            pieces += self._in_run(at, end)
            at = end
        return self._with_enclosed(pieces)

    def _with_enclosed(self, pieces: Sequence[tuple[Found, bool]]) -> list[Found]:
        """Return the sure names, and those that a list of people encloses: "Ann Reed, Xerya Mok and Bo Moss"."""
        found: list[Found] = []
        waiting: list[Found] = []
        before: Found | None = None
        for piece, sure in pieces:
            if before is None or not self._follows(before, piece):
                waiting = []
                before = None
            if sure:
                found += [*waiting, piece]
                waiting = []
            elif before is not None:
                waiting.append(piece)
            if sure or before is not None:
                before = piece
        return found

    def _follows(self, before: Found, piece: Found) -> bool:
        """Return whether a comma, "and" or both are all that parts two names."""
        tokens = self._tokens
        last, between = tokens[before.last], tokens[before.last + 1 : piece.first]
        if last.dotted or len(between) > 1 or (between and not (between[0].fold == "and" and between[0].glued)):
            return False
        return tokens[before.last + 1].start - last.end <= len(", ")

    def _run_end(self, at: int) -> int:
        """Return where the run of name-like words that begins at `at` ends; `at` itself where none begins."""
        tokens = self._tokens
        if not self._nameable(at):
            return at
        end = at + 1
        while end < len(tokens) and tokens[end - 1].glued:
            step = end
            while (
                step < len(tokens)
                and step - end < 3
                and tokens[step].fold in PARTICLES
                and not tokens[step].capital
            ):
                if not tokens[step].glued:
                    return end
                step += 1
            if step >= len(tokens) or not self._nameable(step):
                return end
            end = step + 1
        return end

    def _nameable(self, at: int) -> bool:
        token = self._tokens[at]
        return token.capital and not self._flags[at] and not any(c.isdigit() for c in token.text)

    def _in_run(self, start: int, end: int) -> Iterator[tuple[Found, bool]]:
        """Split a run into pieces at titles and other words that names do not have, and judge each piece.

        The second of a pair is whether anything beside the capitals says that it is a person.
        """
        piece = start
        at = start
        while at < end:
            if self._is_cut(at, piece, end):
                found = self._judge(piece, at, end)
                if found is not None:
                    yield found
                piece = at + 1
            at += 1
        found = self._judge(piece, end, end)
        if found is not None:
            yield found

    def _is_cut(self, at: int, piece: int, end: int) -> bool:
        """Return whether the word at `at` ends a name before it and is no part of one after it."""
        known, token = self._known, self._tokens[at]
        word = token.fold
        follows = at + 1 < end
        second = at == piece + 1 and known.is_given(self._tokens[piece].fold)
        if word in SUFFIXES or token.initial or (word in PARTICLES and at > piece):
            return False
        if "-" in word and word.rsplit("-", 1)[1] in _JOINED:
            return True
        if known.is_title(word) and token.acronym:
            return True
        if known.is_title(word):
            # "Aaron Judge" is a name, and so is "Martin Luther King Jr."
            return follows and self._tokens[at + 1].fold not in SUFFIXES
        if at == piece and follows and token.opens and (known.is_noun(word) or known.is_plural(word, word)):
            return not known.is_given(word) and word not in known.weak_given
        if second and not follows and not token.acronym and word not in known.calendar - {"may", "march"}:
            return word not in known.words_and_names and word in known.openers
        if word in known.calendar:
            return not (follows and at == piece and (known.is_given(word) or word in known.weak_given))
        if word in known.openers:
            return True
        if token.acronym and not known.is_given(word):
            return True
        if word in known.places:
            return not (follows and at == piece and (known.is_given(word) or word in known.weak_given))
        return False

    def _judge(self, start: int, end: int, run_end: int) -> tuple[Found, bool] | None:
        """Return the name in the piece `start:end`, if it may be one, and whether it surely is."""
        known, tokens = self._known, self._tokens
        titled = start > 0 and tokens[start - 1].glued and known.is_title(tokens[start - 1].fold)
        if is_thing(tokens, start, known):
            return None
        # What may stand before a given name and belongs to a role: "State Antony", "House Mike".
        spoken = titled or (start > 0 and tokens[start - 1].glued and self._introduced(start))
        while start < end - 1 and not spoken and not known.is_given(tokens[start].fold):
            word = tokens[start].fold
            if word in known.weak_given and end - start == 2:
                break
            if not (
                word in known.organisations
                or word in known.modifiers
                or word in known.places
                or known.is_noun(word)
                or known.is_plural(word, word)
            ):
                break
            start += 1
        words = [tokens[at].fold for at in range(start, min(end, start + MOST_WORDS + 4))]
        size = len(words)
        if not words or size > MOST_WORDS + 3 or sum(w not in PARTICLES for w in words) > MOST_WORDS:
            return None
        if self._spoilt(words, end == run_end):
            return None
        real = [w for w in words if w not in SUFFIXES]
        if len(real) == 1 or (len(real) == 2 and real[1] in ROMAN):
            regnal = self._regnal(start, end, titled)
            return None if regnal is None else (regnal, True)
        named = sum(w not in PARTICLES or w == "abu" or (n == 0 and w in ("al", "ben")) for n, w in enumerate(real))
        if named < 2 or all(tokens[at].acronym for at in range(start, end)):
            return None
        team = real[0] in known.places and len(real) == 2 and real[1].endswith("s") and len(real[1]) > 4
        listed = self._is_listed(start)
        sure = titled or listed or (not team and self._evidence(start, end, real))
        if not sure and (team or len(real) > 3 or any(t.acronym or t.dotted for t in tokens[start:end])):
            return None
        if listed:
            self._list_end = end
        return Found(start, end - 1, tuple(words)), sure

    def _spoilt(self, words: Sequence[str], at_end: bool) -> bool:
        """Return whether a word of an organisation, place or thing is among them."""
        known = self._known
        for at, word in enumerate(words):
            if at == 0 and known.is_given(word):
                continue
            if word not in known.organisations:
                continue
            surname = at == len(words) - 1 and at_end and at == 1 and known.is_given(words[0])
            if not (surname and word in known.words_and_names):
                return True
        return False

    def _regnal(self, start: int, end: int, titled: bool) -> Found | None:
        """Return `Pope Leo XIV`: one given name under a title that is part of it."""
        known, tokens = self._known, self._tokens
        if not titled or tokens[start - 1].fold not in known.regnal or not tokens[start - 1].capital:
            return None
        roman = end - start > 1
        if not roman and not known.is_given(tokens[start].fold):
            return None
        return Found(start - 1, end - 1, tuple(t.fold for t in tokens[start - 1 : end]))

    def _evidence(self, start: int, end: int, real: Sequence[str]) -> bool:
        known, tokens = self._known, self._tokens
        first, last = tokens[start], tokens[end - 1]
        return (
            (known.is_given(real[0]) and not (first.acronym and len(first.text) > 2))
            or (first.initial and first.dotted)
            or self._introduced(start)
            or is_eastern(real)
            or is_western_korean(real)
            or has_surname_shape(real)
            or self._family(start, end, real)
            or (not last.glued and self._described(end))
        )

    def _is_listed(self, start: int) -> bool:
        """Return whether the name at `start` is one of several after `Sens.`, `lawyers` and the like."""
        tokens, known = self._tokens, self._known
        if start == 0:
            return False
        before = tokens[start - 1]
        small = not before.capital or before.opens or before.fold in known.plurals
        if before.glued and small and known.is_plural(before.text, before.fold):
            return True
        if start == self._list_end:
            return tokens[start].start - before.end == len(", ") and not before.dotted
        return start == self._list_end + 1 and before.fold == "and" and before.glued

    def _introduced(self, start: int) -> bool:
        """Return whether what someone is stands before: `the lawyer Reed Moss`, `her husband, Reed Moss`."""
        tokens, known = self._tokens, self._known
        if start == 0:
            return False
        before = tokens[start - 1]
        if (before.capital and not before.opens) or not known.is_noun(before.fold):
            return False
        distance = tokens[start].start - before.end
        return before.glued or (distance == len(", ") and not before.dotted and before.fold not in _FIRMS_TOO)

    def _family(self, start: int, end: int, real: Sequence[str]) -> bool:
        """Return whether the last of two or three words is a known surname and nothing speaks against it."""
        known, tokens = self._known, self._tokens
        first = tokens[start]
        if end - start > 3 or real[0] in _SAINTS or real[0] in PARTICLES or not known.is_surname(real[-1]):
            return False
        if first.acronym or tokens[end - 1].acronym:
            return False
        if real[0] in known.weak_given:
            return True
        return not (
            real[0] in known.words
            or known.is_title(real[0])
            or known.is_noun(real[0])
            or known.is_plural(first.text.lower(), real[0])
            or (first.opens and real[0].endswith(_VERBAL))
        )

    def _described(self, after: int) -> bool:
        """Return whether what follows says a person's age, party, or what they are: `, 34,`, `(R`, `, a
        lawyer`.
        """
        tokens = self._tokens
        if after >= len(tokens):
            return False
        following = tokens[after]
        distance = following.start - tokens[after - 1].end
        if distance != 2:
            return False
        if following.text.partition("-")[0] in ("R", "D", "I") and following.opens:
            return True
        if following.text.isdigit():
            return len(following.text) == 2 and not following.glued
        if following.fold in ("who", "whose"):
            return True
        if following.text.islower() and self._known.is_noun(following.fold):
            return following.fold not in _FIRMS_TOO
        if following.fold not in ("a", "an", "the", "former", "his", "her"):
            return False
        for at in range(after, min(after + _LOOK_AHEAD, len(tokens))):
            if self._known.is_noun(tokens[at].fold) and tokens[at].text.islower():
                return True
            if not tokens[at].glued:
                return False
        return False


def is_thing(tokens: Sequence[Token], at: int, known: Gazetteer) -> bool:
    """Return whether the word before makes a ship, a storm or an operation of a name: USS, carrier,
    hurricane.
    """
    return at > 0 and tokens[at - 1].glued and tokens[at - 1].fold in known.things


def title_before(tokens: Sequence[Token], at: int, known: Gazetteer) -> str | None:
    """Return the title that stands directly before the token at `at`, None where there is none."""
    if at == 0 or not tokens[at - 1].glued:
        return None
    word = tokens[at - 1]
    if not (known.is_title(word.fold) if word.text[0].isupper() else known.is_noun(word.fold)):
        return None
    return head_of(word.fold, tokens[at - 2].fold if at > 1 and tokens[at - 2].glued else "")
