"""Full names in a passage: where capitals, titles, given names and the words around make a person of a
stretch.

One passage at a time, by its own words and the shipped lists alone. Who is meant by a surname is decided in
`people`, over the whole brief.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgraph.resolve.gazetteer import LONGEST, Gazetteer, Phrase, head_of
from briefgraph.resolve.tokens import PARTICLES, SUFFIXES, Token
from briefgraph.resolve.wordset import word_set

MOST_WORDS = 5  # "Luiz Inacio Lula da Silva"; longer stretches of capitals are headings or lists
_LOOK_AHEAD = 10  # words of an apposition that are searched for what someone is
_ROMAN = word_set("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")
_KOREAN = word_set(
    """
    kim lee park choi yoon moon jung jeong kang cho han shin hwang ahn yun hong lim oh seo kwon
    """
)
_CHINESE = word_set(
    """
    xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
    zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia
    ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao
    kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian tsai hsieh hsiao lai wong
    chan cheung leung lam
    """
)
_VIETNAMESE = word_set("nguyen tran pham phan vuong bui dang ngo vo")
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)){1,2}"
)
_KOREAN_GIVEN = re.compile(r"[a-z]{2,6}-[a-z]{2,6}")
_SURNAME = re.compile(
    r".{2,}(?:enko|chuk|sky|skyi|skiy|ski|ska|wicz|vich|ovic|evic|akis|opoulos|idis|shvili|adze|yan"
    r"|ov|ev|ova|eva"
    r"|oglu|zadeh|ullah|nejad|poulos|escu|sson|sdottir|quist|inho|uez|guez|nkov)"
)
_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)-.{2,}|ben-.{2,}")
_ARABIC_PLACES = word_set(
    """
    deir dar ansar jabhat hayat liwa kataib saraya bab tel wadi jebel jabal beit ain ras port sharm
    umm haram izz khan camp fort masjid qasr nahr tal burj hay souk souq
    """
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


def blocked(tokens: Sequence[Token], phrases: frozenset[Phrase], known: Gazetteer) -> list[bool]:
    """Return for each token whether a phrase that is no person holds it; figures' full names never do."""
    flags = [False] * len(tokens)
    firsts = {phrase[0] for phrase in phrases}
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

    def find(self) -> list[Found]:
        """Return the full names, in order, none overlapping."""
        found: list[Found] = []
        at = 0
        while at < len(self._tokens):
            end = self._run_end(at)
            if end == at:
                at += 1
                continue
            found += self._in_run(at, end)
            at = end
        return found

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

    def _in_run(self, start: int, end: int) -> Iterator[Found]:
        """Split a run into pieces at titles and other words that names do not have, and judge each piece."""
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
        if known.is_title(word):
            # "Aaron Judge" is a name, and so is "Martin Luther King Jr."
            return follows and self._tokens[at + 1].fold not in SUFFIXES
        if second and not follows and not token.acronym and word not in known.calendar - {"may", "march"}:
            return word not in known.words_and_names and word in known.openers
        if word in known.calendar:
            return not (follows and at == piece and known.is_given(word) and word not in {"may", "march"})
        if word in known.openers:
            return True
        if token.acronym and not known.is_given(word):
            return True
        if word in known.places:
            return not (follows and at == piece and known.is_given(word))
        return False

    def _judge(self, start: int, end: int, run_end: int) -> Found | None:
        """Return the name in the piece `start:end`, if it is one."""
        known, tokens = self._known, self._tokens
        titled = start > 0 and tokens[start - 1].glued and known.is_title(tokens[start - 1].fold)
        if is_thing(tokens, start, known):
            return None
        # What may stand before a given name and belongs to a role: "State Antony", "House Mike".
        while start < end - 1 and not titled and not known.is_given(tokens[start].fold):
            word = tokens[start].fold
            if word not in known.organisations and word not in known.modifiers and word not in known.places:
                break
            start += 1
        words = [tokens[at].fold for at in range(start, min(end, start + MOST_WORDS + 4))]
        size = len(words)
        if not words or size > MOST_WORDS + 3 or sum(w not in PARTICLES for w in words) > MOST_WORDS:
            return None
        if self._spoilt(words, end == run_end):
            return None
        real = [w for w in words if w not in SUFFIXES]
        if len(real) == 1 or (len(real) == 2 and real[1] in _ROMAN):
            return self._regnal(start, end, titled)
        if sum(w not in PARTICLES or w == "abu" for w in real) < 2 or all(
            tokens[at].acronym for at in range(start, end)
        ):
            return None
        team = real[0] in known.places and len(real) == 2 and real[1].endswith("s") and len(real[1]) > 4
        if not titled and (team or not self._evidence(start, end, real)):
            return None
        return Found(start, end - 1, tuple(words))

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
        if known.is_given(real[0]) or (first.initial and first.dotted):
            return True
        if (
            start > 0
            and tokens[start - 1].glued
            and not tokens[start - 1].capital
            and known.is_noun(tokens[start - 1].fold)
        ):
            return True
        if is_eastern(real):
            return True
        if (
            len(real) <= 3
            and real[0] not in _ARABIC_PLACES
            and (_ARABIC.fullmatch(real[-1]) or _SURNAME.fullmatch(real[-1]))
        ):
            return True
        return not last.glued and self._described(end)

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
        if following.text in ("R", "D", "I") and following.opens:
            return True
        if following.text.isdigit():
            return len(following.text) == 2 and not following.glued
        if following.fold in ("who", "whose"):
            return True
        if following.fold not in ("a", "an", "the", "former"):
            return False
        for at in range(after, min(after + _LOOK_AHEAD, len(tokens))):
            if self._known.is_noun(tokens[at].fold) and tokens[at].text.islower():
                return True
            if not tokens[at].glued:
                return False
        return False


def is_eastern(parts: Sequence[str]) -> bool:
    """Return whether a name is written surname first: Korean, Chinese or Vietnamese by its shape."""
    if len(parts) == 2:
        if parts[0] in (_KOREAN | _CHINESE) and _KOREAN_GIVEN.fullmatch(parts[1]):
            return True
        return parts[0] in _CHINESE and len(parts[1]) > 1 and _PINYIN.fullmatch(parts[1]) is not None
    return len(parts) == 3 and (
        parts[0] in _VIETNAMESE
        or (parts[0] in _KOREAN and all(2 <= len(p) <= 6 for p in parts[1:]) and parts[2] not in _KOREAN)
    )


def surnames(parts: Phrase, known: Gazetteer) -> set[Phrase]:
    """Return the shorter forms that mean the bearer of a full name once it has been given."""
    words = [w for w in parts if w not in SUFFIXES]
    if words[0] in known.regnal:
        return {tuple(w for w in words[1:] if w not in _ROMAN)}
    if is_eastern(words) and not known.is_given(words[0]):
        return {(words[0],)} | ({(words[-1],)} if words[0] in _VIETNAMESE else set())
    last = words[-1]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    forms = {tuple(words[start:])}
    if start == len(words) - 1 or words[start] in {"al", "el", "de", "da", "do", "dos", "del"}:
        forms.add((last,))
    if _ARABIC.fullmatch(last) and not last.startswith("ben-"):
        forms.add((last.split("-", 1)[1],))
    if start == len(words) - 1 and len(words) > 2 and len(words[-2].replace(".", "")) > 1:
        forms.add((words[-2], last))
        if words[0] in known.spanish and not known.is_given(words[-2]):
            forms.add((words[-2],))
    return forms


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
