"""The word lists of data/*.yml, read once: titles, words that no name has, places, given names, world
figures.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import yaml

from briefgraph.resolve.tokens import SUFFIXES, fold, tokenise
from briefgraph.resolve.wordset import word_set

Phrase = tuple[str, ...]
LONGEST = 6  # words in the longest name or phrase that is looked up

_HEADS = {
    "pres": "president",
    "prez": "president",
    "pm": "minister",
    "premier": "minister",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "sec": "secretary",
    "gen": "general",
    "vp": "vice president",
    "vice-president": "vice president",
    "pres-elect": "president-elect",
    "col": "colonel",
    "lt": "lieutenant",
    "lt-col": "colonel",
    "lt-gen": "general",
    "maj-gen": "general",
    "maj": "major",
    "capt": "captain",
    "adm": "admiral",
    "cmdr": "commander",
    "sgt": "sergeant",
    "cpl": "corporal",
    "prof": "professor",
    "rev": "reverend",
    "presidents": "president",
    "pms": "minister",
    "ministers": "minister",
    "premiers": "minister",
    "govs": "governor",
    "governors": "governor",
    "sens": "senator",
    "senators": "senator",
    "reps": "representative",
    "representatives": "representative",
    "congressmen": "representative",
    "congresswomen": "representative",
    "gens": "general",
    "generals": "general",
    "justices": "justice",
    "judges": "judge",
    "amb": "ambassador",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "chairman": "chair",
    "chairwoman": "chair",
}
_PLAIN = ("openers", "calendar", "organisations", "namesakes", "things", "words_and_names")
_COURTESY = frozenset({"mr", "mrs", "ms", "mx"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person of the world's news; `bare` are the surnames that mean this one without a full name."""

    key: str
    name: str
    spellings: tuple[Phrase, ...]
    bare: tuple[Phrase, ...]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """What is known of words before a brief is read. All words are folded."""

    titles: frozenset[str]
    plurals: frozenset[str]  # of titles: "Sens. Reed and Moss"
    offices: frozenset[str]  # titles under which a surname alone is somebody
    neutral: frozenset[str]  # titles that fit any figure
    regnal: frozenset[str]
    nouns: frozenset[str]
    modifiers: frozenset[str]
    of_office: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    organisations: frozenset[str]
    namesakes: frozenset[str]
    things: frozenset[str]
    words_and_names: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]  # all of the above that no name begins with
    place_phrases: frozenset[Phrase]
    given: frozenset[str]
    weak_given: frozenset[str]
    iberian: frozenset[str]
    surnames: frozenset[str]
    phrases: frozenset[Phrase]
    abbreviations: frozenset[str]
    figures: tuple[Figure, ...]
    figure_of: Mapping[Phrase, Figure]  # every spelling of a whole name
    figure_bare: Mapping[Phrase, Figure]
    figure_titled: Mapping[Phrase, tuple[Figure, ...]]  # surnames that need a title
    figure_firsts: frozenset[str]  # first words of whole names
    short_firsts: frozenset[str]  # and of surnames

    def is_given(self, folded: str) -> bool:
        """Return whether a word is a given name, or is hyphenated and begins with one."""
        return folded in self.given or ("-" in folded and folded.split("-", 1)[0] in self.given)

    def is_surname(self, folded: str) -> bool:
        """Return whether a word is a surname that is no plain word; of a double name one half is enough."""
        return folded in self.surnames or (
            "-" in folded and not self.surnames.isdisjoint(folded.split("-", 2)[:2])
        )

    def is_title(self, folded: str) -> bool:
        """Return whether a capitalised word is a title, also as `ex-`, `then-`, `co-` or `-elect`."""
        plain = folded.replace(".", "")
        if plain in self.titles:
            return True
        first, dash, rest = plain.partition("-")
        return bool(dash) and (
            (first in {"ex", "then", "co", "vice", "deputy", "former"} and rest in self.titles)
            or (rest in {"elect", "designate", "general"} and first in self.titles)
        )

    def is_noun(self, folded: str) -> bool:
        """Return whether a word in small letters says what someone is: lawyer, ex-wife."""
        return folded in self.nouns or (folded.startswith(("ex-", "co-")) and folded[3:] in self.nouns)

    def is_plural(self, word: str, folded: str) -> bool:
        """Return whether a word says what several people are: Sens., lawyers, brothers."""
        if word[0].isupper() and folded.replace(".", "") in self.plurals:
            return True
        return folded.endswith("s") and (self.is_noun(folded[:-1]) or f"{folded[:-3]}y" in self.nouns)


def head_of(folded: str, before: str) -> str | None:
    """Return the title that `folded` stands for (`Pres.` is president), None for Mr. and the like."""
    plain = folded.replace(".", "")
    for front in ("ex-", "then-", "former-"):
        plain = plain.removeprefix(front)
    if plain in _COURTESY:
        return None
    head = _HEADS.get(plain, plain)
    return "vice president" if head == "president" and before == "vice" else head


def person_key(name: str) -> str:
    """Return the identity of a full name: folded, hyphens as spaces, no full stops or apostrophes.

    Initials and `Jr.` stay: without them a father and a son, or two presidents, would be one. Initials that
    follow each other are one word, so that J.D. and J. D. are equal.
    """
    words = [w for w in fold(name).replace(".", " ").replace("-", " ").replace("'", "").split() if w]
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return " ".join(joined)


def _words(block: object) -> list[Phrase]:
    return [tuple(fold(w).split("_")) for w in str(block).split()]


def _single(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(p[0] for p in phrases if len(p) == 1)


def _several(phrases: Iterable[Phrase]) -> frozenset[Phrase]:
    return frozenset(p for p in phrases if len(p) > 1)


def _text(name: str) -> str:
    return files("briefgraph.resolve.data").joinpath(name).read_text(encoding="utf-8")


def _plain(name: str) -> dict[str, frozenset[str]]:
    """Read a list of many names: `[group]`, then words; YAML would take five times as long."""
    groups: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _text(name).splitlines():
        if line.startswith("["):
            words = groups.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {group: frozenset(words) for group, words in groups.items()}


def _lists(name: str) -> dict[str, list[Phrase]]:
    read = yaml.load(_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - either is a safe loader
    return {key: _words(block) for key, block in cast(dict[str, object], read).items()}


def _phrase(name: str, abbreviations: frozenset[str]) -> Phrase:
    if "." not in name and "," not in name:
        return tuple(fold(name).split())  # as `tokenise` reads it, in a tenth of the time
    return tuple(token.fold for token in tokenise(name, abbreviations))


def _variants(spelling: Phrase) -> set[Phrase]:
    """Return the spelling with hyphens as spaces, and with its last two words hyphenated."""
    forms = {spelling, tuple(part for word in spelling for part in word.split("-"))}
    if len(spelling) == 3:
        forms.add((spelling[0], f"{spelling[1]}-{spelling[2]}"))
    return forms


def _figure(line: str, abbreviations: frozenset[str]) -> Figure:
    """Read a line of figures.txt, which says at its head how it is written."""
    name, also, surnames, titles = (cell.strip() for cell in line.split("|"))
    spellings = {form for n in (name, *also.split(";")) if n for form in _variants(_phrase(n, abbreviations))}
    last = next(w for w in reversed(_phrase(name, abbreviations)) if w not in SUFFIXES)
    bare = {(last,)} if surnames == "=" else {_phrase(s, abbreviations) for s in surnames.split(";") if s}
    return Figure(
        key=person_key(name),
        name=name,
        spellings=tuple(sorted(spellings)),
        bare=tuple(sorted(bare | {(f[0].split("-", 1)[1],) for f in bare if f[0].startswith(("al-", "el-"))})),
        titles=frozenset(head_of(title.strip(), "") or "" for title in titles.split(",") if title),
    )


def _figures(abbreviations: frozenset[str]) -> tuple[Figure, ...]:
    lines = _text("figures.txt").splitlines()
    return tuple(_figure(line, abbreviations) for line in lines if line and not line.startswith("#"))


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the shipped lists, read at the first call (30 ms) and shared from then on."""
    titles, words, places = _lists("titles.yml"), _lists("words.yml"), _lists("places.yml")
    given, many, family = _lists("given_names.yml"), _plain("given_names.txt"), _plain("surnames.txt")
    weak = _single(words["weak_given"])
    states = _single(places["states"])
    short = word_set(
        """
        pres gov sen rep gen lt col maj capt adm cmdr sgt cpl pvt sec amb dr mr mrs ms prof rev fr
        sr jr st mt ft sens reps govs gens drs pm hon msgr supt insp det brig
        """
    )
    abbreviations = (
        short | {s.replace(".", "") for s in states if len(s) <= 5} | {"us", "uk", "un", "eu", "vs", "dc"}
    )
    plain = frozenset(w for key in _PLAIN for w in _single(words[key])) | _single(titles["modifiers"])
    all_places = [p for group in places.values() for p in group]
    figures = _figures(abbreviations)
    titled: dict[Phrase, tuple[Figure, ...]] = {}
    for figure in figures:
        surname = (
            next(w for w in reversed(fold(figure.name).split()) if w.replace(".", "") not in SUFFIXES),
        )
        if figure.titles:
            titled[surname] = (*titled.get(surname, ()), figure)
    bare = {form: figure for figure in figures for form in figure.bare}
    return Gazetteer(
        titles=_single(titles["titles"]) | _single(titles["regnal"]) | _single(titles["plurals"]),
        plurals=_single(titles["plurals"]),
        offices=_single(titles["offices"]),
        neutral=_single(titles["neutral"]),
        regnal=_single(titles["regnal"]),
        nouns=_single(titles["nouns"]),
        modifiers=_single(titles["modifiers"]),
        of_office=_single(titles["of_office"]) | {"white"},
        openers=_single(words["openers"]),
        calendar=_single(words["calendar"]),
        organisations=_single(words["organisations"]),
        namesakes=_single(words["namesakes"]),
        things=_single(words["things"]),
        words_and_names=_single(words["words_and_names"]),
        places=_single(all_places),
        words=plain | _single(all_places),
        place_phrases=_several(all_places),
        given=frozenset(name for group in given.values() for name in _single(group)).union(*many.values()) - weak,
        weak_given=weak,
        iberian=_single(given["latin_american"]) | many["iberian"],
        surnames=family["surnames"],
        phrases=_several(words["phrases"]),
        abbreviations=abbreviations,
        figures=figures,
        figure_of={spelling: figure for figure in figures for spelling in figure.spellings},
        figure_bare=bare,
        figure_titled=titled,
        figure_firsts=frozenset(spelling[0] for figure in figures for spelling in figure.spellings),
        short_firsts=frozenset(form[0] for form in (*bare, *titled)),
    )
