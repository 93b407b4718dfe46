"""Sections: which lines of one story are head, facts, sources, narratives and predictions.

One pass over signed lines. A heading opens its section whether it stands once, twice or not at
all: bullets before any heading are facts, and a line that begins with a narrative's label is a
narrative wherever it stands.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from briefgraph.briefs.page import BLANK
from briefgraph.briefs.signs import SOURCES, Head, Sign, Signed, heading_key

PROVIDERS_LENGTH = 90  # what follows "provided by" on a line is the providers alone, if it is short
LONG_ENOUGH = 40  # a bullet shorter than this before any heading is a menu's, not a fact
ENDED = re.compile(r"[.!?…][\"'’”»)\]*_]{0,4}\s?(?:\[\d{1,3}\]|\d{1,4}|\s)*$")
MARKERS_ONLY = re.compile(r"(?:\[\d{1,3}\][\s,]*)+")
MARKED_END = re.compile(r"\[\d{1,3}\]\.?$|[.!?][\"'’”)]{0,2}\d{1,3}$")
ENTRY = re.compile(r"\[\d{1,3}\]|\(?\d{1,3}[.):]\s|\d{1,3}\D")
CUT_HEADINGS = (
    "facts",
    "the facts",
    "sources:",
    "see sources",
    "narratives",
    "the spin",
    "predictions",
    "metaculus prediction",
    "pro-establishment narrative",
    "establishment-critical narrative",
    "nerd narrative",
    "republican narrative",
    "democratic narrative",
)


def ends_sentence(words: str) -> bool:
    """Whether words end as a sentence does, quotes and markers aside."""
    return ENDED.search(words[-60:]) is not None


@dataclass(slots=True, kw_only=True)
class Block:
    """A fact, a line of sources or a forecast: lines that belong together."""

    start: int
    end: int
    words_end: str  # the last line's words
    has_bullet: bool


@dataclass(slots=True, kw_only=True)
class Told:
    """One narrative as it was found: its line, its head and where its text stands."""

    start: int
    head: Head
    start_of_text: int
    end: int
    has_bullet: bool
    words_end: str
    is_open: bool = True

    @property
    def has_text(self) -> bool:
        """Whether anything follows the head that is not the providers alone."""
        if self.head.providers_start is None:
            return self.end > self.start_of_text
        return self.end - self.start_of_text > PROVIDERS_LENGTH or ". " in self.words_end


@dataclass(slots=True, kw_only=True)
class Outline:
    """One story's lines by section."""

    head: list[Signed] = field(default_factory=list)
    facts: list[Block] = field(default_factory=list)
    sources: list[Block] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    predictions: list[Block] = field(default_factory=list)
    is_main: bool = False  # `The Facts` or `The Spin`, the main site's headings
    has_narratives_heading: bool = False  # `Narratives`, a lite page's
    has_see_sources: bool = False
    is_cut_in_heading: bool = False
    last_words: int = 0  # where the story's last line ends
    last_sign: Sign = Sign.WORDS


class Part(Enum):
    """Where in a story a line stands."""

    HEAD = auto()
    FACTS = auto()
    SOURCES = auto()
    NARRATIVES = auto()
    PREDICTIONS = auto()
    AFTER = auto()


def outline(signs: list[Signed]) -> Outline:
    """The sections of one story."""
    machine = _Machine(signs)
    for index, sign in enumerate(machine.signs):
        machine.take(index, sign)
    return machine.outline


def is_cut_heading(signs: list[Signed]) -> bool:
    """Whether the last line is the beginning of a heading that the document's end cut off."""
    if len(signs) < 2 or signs[-1].sign is not Sign.WORDS:
        return False
    words = signs[-1].line.words.casefold()
    return len(words) > 1 and any(h.startswith(words) and h != words for h in CUT_HEADINGS)


class _Machine:
    def __init__(self, signs: list[Signed]) -> None:
        self.outline = Outline(last_words=signs[-1].line.end if signs else 0)
        if is_cut_heading(signs):
            self.outline.is_cut_in_heading = True
            signs = signs[:-1]
        self.signs = signs
        self.outline.last_sign = signs[-1].sign if signs else Sign.WORDS
        self.part = Part.HEAD
        self.open: Block | None = None
        # Indexes of the last heading, and of the last bullet in each stretch between headings.
        headings = (Sign.FACTS, Sign.NARRATIVES, Sign.SOURCES)
        self.last_heading = max((i for i, s in enumerate(signs) if s.sign in headings[:2]), default=-1)
        self.last_facts = max((i for i, s in enumerate(signs) if s.sign is Sign.FACTS), default=-1)
        self.bulleted = self._bulleted_facts()

    def _bulleted_facts(self) -> bool:
        inside = False
        for sign in self.signs:
            if sign.sign is Sign.FACTS:
                inside = True
            elif sign.sign is not Sign.WORDS and sign.sign is not Sign.NOISE:
                inside = False
            elif inside and sign.line.has_bullet and sign.sign is Sign.WORDS:
                return True
        return self.last_facts < 0

    def take(self, index: int, sign: Signed) -> None:
        heading = {
            Sign.FACTS: Part.FACTS,
            Sign.NARRATIVES: Part.NARRATIVES,
            Sign.PREDICTIONS: Part.PREDICTIONS,
            Sign.SEE_SOURCES: Part.AFTER,
        }.get(sign.sign)
        if heading is not None:
            self._close()
            self.part = heading
            key = heading_key(sign.line.words)
            self.outline.is_main |= key in ("the facts", "the spin", "spin", "the spins", "spins")
            self.outline.has_narratives_heading |= key in ("narratives", "the narratives", "narrative")
            self.outline.has_see_sources |= heading is Part.AFTER
        elif sign.sign is Sign.SOURCES:
            self._sources(sign)
        elif sign.head is not None and self._is_narrative(index, sign):
            self._close()
            self.part = Part.NARRATIVES
            self._narrative(sign, sign.head)
        elif not self._continues(sign):
            if sign.sign is Sign.NOISE:
                self._close()
                if self.part is Part.HEAD:
                    self.outline.head.append(sign)
            else:
                self._words(index, sign)

    def _close(self) -> None:
        self.open = None
        if self.outline.told:
            self.outline.told[-1].is_open = False

    def _is_narrative(self, index: int, sign: Signed) -> bool:
        assert sign.head is not None
        if sign.head.providers_start is not None:
            return True
        if self.part is Part.HEAD:
            # A title may end in the word "narrative"; the headings below it say what it is.
            return index > self.last_heading
        if self.part is Part.FACTS:
            return index > self.last_facts
        return True

    def _sources(self, sign: Signed) -> None:
        line = sign.line
        if self.part is Part.HEAD and not self.outline.facts:
            return  # an entry of a menu
        self._close()
        match = SOURCES.match(line.words)
        start = line.start + (match.end() if match else 0)
        words = line.words[match.end() if match else 0 :].lstrip(BLANK)
        self.part = Part.SOURCES
        if words:
            block = Block(start=line.end - len(words), end=line.end, words_end=words, has_bullet=False)
            self.outline.sources.append(block)
            self.open = block
        else:
            self.open = Block(start=start, end=start, words_end="", has_bullet=False)

    def _narrative(self, sign: Signed, head: Head) -> None:
        line = sign.line
        rest = line.words[head.text_start :].lstrip(BLANK + ":*_")
        self.outline.told.append(
            Told(
                start=line.start,
                head=head,
                start_of_text=line.end - len(rest),
                end=line.end,
                has_bullet=line.has_bullet,
                words_end=rest,
            )
        )

    def _continues(self, sign: Signed) -> bool:
        """Take a line into the open block where it only goes on with its sentence."""
        line = sign.line
        if line.has_bullet or (self.part is Part.SOURCES and ENTRY.match(line.words)):
            return False
        block: Block | Told | None = self.open
        if self.part is Part.FACTS and MARKERS_ONLY.fullmatch(line.words[:80]) and self.outline.facts:
            block = self.outline.facts[-1]
        elif self.part is Part.NARRATIVES and self.outline.told and self.outline.told[-1].is_open:
            block = self.outline.told[-1]
            if not block.has_text or line.after_blank or ends_sentence(block.words_end):
                return False
        elif (
            block is None
            or not block.words_end
            or line.after_blank
            or self.part is Part.HEAD
            or (
                ends_sentence(block.words_end)
                and not (
                    self.part is Part.FACTS
                    and sign.sign is Sign.WORDS
                    and (line.is_indented or line.words[0].islower())
                )
            )
        ):
            return False
        block.end, block.words_end = line.end, line.words
        return True

    def _words(self, index: int, sign: Signed) -> None:
        line = sign.line
        block = Block(start=line.start, end=line.end, words_end=line.words, has_bullet=line.has_bullet)
        if self.part is Part.HEAD:
            if line.has_bullet and index > self.last_facts and len(line.words) >= LONG_ENOUGH:
                self.part = Part.FACTS
                self.outline.facts.append(block)
                self.open = block
            else:
                self.outline.head.append(sign)
        elif self.part is Part.FACTS:
            self.open = None
            if line.has_bullet or not self.bulleted or MARKED_END.search(line.words[-12:]):
                self.outline.facts.append(block)
                self.open = block
        elif self.part is Part.SOURCES:
            self._source(line.has_bullet, block)
        elif self.part is Part.NARRATIVES:
            self._narrative_words(sign)
        elif self.part is Part.PREDICTIONS:
            self.outline.predictions.append(block)
            self.open = block

    def _source(self, has_bullet: bool, block: Block) -> None:
        sources = self.outline.sources
        is_list = (
            not sources
            or len(sources) > 1
            or not ends_sentence(sources[-1].words_end)
            or (ENTRY.match(sources[0].words_end) and ENTRY.match(block.words_end))
        )
        if is_list and (not sources or has_bullet or ENTRY.match(block.words_end)):
            sources.append(block)
            self.open = block
        else:
            self.open = None
            self.part = Part.AFTER

    def _narrative_words(self, sign: Signed) -> None:
        line = sign.line
        told = self.outline.told[-1] if self.outline.told else None
        if told is None or not told.is_open:
            return
        is_last = line.end == self.outline.last_words
        if not told.has_text:
            if told.head.providers_start is None:
                told.start_of_text = line.start
            told.end, told.words_end = line.end, line.words
            return
        goes_on = not line.has_bullet and (
            (ends_sentence(line.words) and len(line.words) >= LONG_ENOUGH)
            or (is_last and len(line.words) >= LONG_ENOUGH)
        )
        if told.has_bullet and line.after_blank:
            goes_on = False
        if goes_on:
            told.end, told.words_end = line.end, line.words
        else:
            told.is_open = False
