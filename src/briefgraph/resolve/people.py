"""People: who is named in the passages of one brief, with role and exact span.

The rule: a full name stands for itself; a surname stands for whoever the same brief names in full, else for
the world figure that the shipped file gives it to, else, under a title, for somebody of this brief alone
(`Judge Oakes`), else for nobody. What other briefs say is never asked, so
that the same briefs in any order give the same people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from briefgraph.resolve.gazetteer import Figure, Gazetteer, Phrase, gazetteer, person_key
from briefgraph.resolve.names import NameFinder, is_thing, stretches, title_before
from briefgraph.resolve.passage import Passage, given_names, is_christened, is_kin, is_namesake, stands_alone, titled_surname
from briefgraph.resolve.roles import role_of
from briefgraph.resolve.shapes import surnames
from briefgraph.resolve.tokens import NICKNAME, PARTICLES, SUFFIXES, tokenise

__all__ = ["Mention", "PeopleFinder", "PersonIdentity", "best_name", "find_people", "person_key"]

_FAMILY = 8
_COURTESY = ("Mr.", "Mrs.", "Ms.")
_RULERS = frozenset({"president", "minister", "chancellor", "governor"})  # who has an administration


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonIdentity:
    """Who is meant. `key` is the normalised full name (see `person_key`); two people of one name share it.

    `name` is a world figure's name as the shipped file has it, else the best spelling in this brief. Two
    briefs may spell one key in two ways; `best_name` chooses among them in any order.

    `local` is somebody of whom the brief tells title and surname alone: `Judge Oakes`, key `judge oakes`. That
    is too little to know them by elsewhere, so the same key in another story is somebody else.
    """

    key: str
    name: str
    local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person named in a passage: `text` is `passage[start:end]`, without title and without a possessive
    ending.
    """

    text: str
    role: str | None
    start: int
    end: int
    person: PersonIdentity


def best_name(spellings: Iterable[str]) -> str:
    """Return the best of the spellings of one key, in any order: most accents, then longest, then first."""
    return min(
        set(spellings), key=lambda name: (name.isupper(), -sum(ord(c) > 127 for c in name), -len(name), name)
    )


class PeopleFinder(Protocol):
    """Whoever finds people as `find_people` does."""

    def __call__(
        self, passages: Sequence[str], *, not_people: Iterable[str] = ()
    ) -> tuple[tuple[Mention, ...], ...]:
        """Return the people named in each passage of one brief, in the order they stand."""


def find_people(
    passages: Sequence[str],
    *,
    not_people: Iterable[str] = (),
    names: Sequence[Sequence[tuple[int, int]]] | None = None,
) -> tuple[tuple[Mention, ...], ...]:
    """Return the people named in each passage of one brief, in the order they stand.

    `not_people` are names of other things, such as the outlets of the brief; those of one word are not looked
    at. The cost is linear in the text. English only: other languages give few people rather than wrong ones.

    `names` are stretches `(start, end)` of each passage that somebody else takes for full names, in order and
    without overlaps; of those that the rules do not have, the ones of several capitalised words are believed.
    """
    known = gazetteer()
    others = {tuple(t.fold for t in tokenise(name, known.abbreviations)) for name in not_people}
    phrases = known.phrases | {name for name in others if len(name) > 1}
    firsts = frozenset(phrase[0] for phrase in phrases)
    read = [Passage.read(text, phrases, firsts, known) for text in passages]
    brief = _Brief(known)
    for passage, more in zip(read, names or [()] * len(read), strict=True):
        brief.add_names(passage, more)
    brief.settle()
    for passage in read:
        brief.add_titled(passage)
    brief.firsts |= {form[0] for forms in (brief.full, brief.short, brief.titled) for form in forms}
    return tuple(_mentions(passage, brief, known) for passage in read)


@dataclass(slots=True)
class _Person:
    spellings: set[str] = field(default_factory=set)
    parts: set[Phrase] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    figure: Figure | None = None
    kin: bool = False  # named as somebody's relative: the surname alone is the other


class _Brief:
    """The people whom one brief names in full, and the forms that mean them in it."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known
        self._people: dict[str, _Person] = {}
        self._same: dict[str, str] = {}
        self.full: dict[Phrase, str] = {}
        self._identities: dict[str, PersonIdentity] = {}
        self.short: dict[Phrase, dict[str, None]] = {}
        self.titled: dict[Phrase, dict[str, PersonIdentity]] = {}
        self.firsts = known.short_firsts  # the words that some form of a name begins with

    def add_names(self, passage: Passage, more: Sequence[tuple[int, int]]) -> None:
        """Take in the full names of a passage. In a heading only those of world figures can be told."""
        tokens, known = passage.tokens, self._known
        for at, token in enumerate(tokens):
            if token.fold in known.figure_firsts and token.capital and not passage.flags[at]:
                for phrase in stretches(tokens, at):
                    if phrase in known.figure_of and tokens[at + len(phrase) - 1].capital:
                        self._add(passage, at, at + len(phrase) - 1, phrase)
                        break
        if passage.heading:
            return
        found_by_rule = NameFinder(tokens, passage.flags, known).find()
        for found in [*found_by_rule, *given_names(passage, more, found_by_rule, known)]:
            if found.parts not in known.figure_bare:  # "Ben Gvir" is no full name
                self._add(passage, found.first, found.last, found.parts)

    def _add(self, passage: Passage, first: int, last: int, parts: Phrase) -> None:
        tokens = passage.tokens
        end = tokens[last].end + (tokens[last].dotted and tokens[last].fold in SUFFIXES)
        text = NICKNAME.sub(" ", passage.text[tokens[first].start : end])
        written = " ".join(text.split()).replace(",", "")
        figure = self._known.figure_of.get(parts)
        key = figure.key if figure else person_key(written)
        person = self._people.setdefault(key, _Person(figure=figure))
        person.spellings.add(figure.name if figure else written)
        person.parts.add(parts)
        head = title_before(tokens, first, self._known)
        if head is not None:
            person.heads.add(head)
        person.kin = person.kin or is_kin(passage, first, self._known)

    def add_titled(self, passage: Passage) -> None:
        """Take in who has a title and a surname here and a full name nowhere. Comes after `settle`."""
        for at in range(1, len(passage.tokens)):
            found = titled_surname(passage, at, self._known)
            if found is None:
                continue
            form, last, title = found
            if form in self.short or form in self.full or self._named(form, title, office=False) is not None:
                continue
            written = " ".join(passage.text[passage.tokens[at].start : passage.tokens[last].end].split())
            name = f"{title if title in _COURTESY else title.title()} {written}"
            person = PersonIdentity(key=person_key(name), name=name, local=True)
            self.titled.setdefault(form, {}).setdefault(title, person)

    def settle(self) -> None:
        """Join shorter full names with the longer one that the brief has, then list every form."""
        longer: dict[str, set[str]] = {}
        owners: dict[Phrase, set[str]] = {}
        for key, person in self._people.items():
            for parts in person.parts:
                for form in surnames(parts, self._known):
                    owners.setdefault(form, set()).add(key)
                if len(parts) > 2 and not person.figure and parts[-1] not in SUFFIXES:
                    longer.setdefault(person_key(f"{parts[0]} {parts[-1]}"), set()).add(key)
                    if parts[0] in self._known.iberian:
                        longer.setdefault(person_key(f"{parts[0]} {parts[1]}"), set()).add(key)
        for key, person in self._people.items():
            # "Ann Reed" is Ann B. Reed, and "Quiroga Lastra" is Aníbal Quiroga Lastra.
            others = longer.get(key, set()) or {
                other
                for parts in person.parts
                if len(parts) == 2 and not self._known.is_given(parts[0])
                for other in owners.get(parts, ())
            }
            others = others - {key}
            if len(others) == 1 and not person.figure:
                self._same[key] = next(iter(others))
        for key, person in self._people.items():
            target = self._target(key)
            if target != key:
                self._people[target].heads |= person.heads
            for parts in person.parts:
                self.full[parts] = target
            forms = {form for parts in person.parts for form in surnames(parts, self._known)}
            if person.figure:
                forms |= set(person.figure.bare)
                forms |= {form for parts in person.figure.spellings for form in surnames(parts, self._known)}
            for form in forms:
                self.short.setdefault(form, {})[target] = None
        for key, person in self._people.items():
            self._identities[key] = PersonIdentity(key=key, name=best_name(person.spellings))

    def _target(self, key: str) -> str:
        first = self._same.get(key, key)
        second = self._same.get(first, first)
        return first if second == key else second

    def identity(self, key: str) -> PersonIdentity:
        """Return the identity that a key of this brief stands for."""
        return self._identities[key]

    def meant(self, form: Phrase, title: str | None, *, office: bool) -> PersonIdentity | None:
        """Return whom a surname means, None where that is not clear.

        Someone named in full comes first, unless the title (or "the ... administration") fits only a figure. A
        surname that the brief has under two titles and never in full means nobody without a title.
        """
        person = self._named(form, title, office=office)
        if person is not None or form in self.short:
            return person
        local = self.titled.get(form, {})
        held = [head for head in local if head not in _COURTESY] or list(local)
        return local.get(title or "") or (local[held[0]] if len(held) == 1 else None)

    def _named(self, form: Phrase, title: str | None, *, office: bool) -> PersonIdentity | None:
        """Return whom a surname means among those named in full and the world figures."""
        known = self._known
        owners = self.short.get(form, {})
        # More than a family of one surname is not told apart: it keeps the work per word bounded.
        keys = list(owners) if len(owners) <= _FAMILY else []
        bare = known.figure_bare.get(form)
        titled = [
            f for f in known.figure_titled.get(form, ()) if title is not None and _fits(title, f.titles)
        ]
        if title is not None and len(keys) > 1:
            holders = [k for k in keys if _fits(title, frozenset(self._people[k].heads) | self._titles(k))]
            keys = holders if len(holders) == 1 else keys
        if len(keys) > 1:
            keys = [k for k in keys if not self._people[k].kin] or keys
        if len(keys) == 1:
            person = self._people[keys[0]]
            mismatch = (
                title is not None
                and titled
                and not _fits(title, frozenset(person.heads) | self._titles(keys[0]))
            )
            if mismatch and len(titled) == 1:
                return _identity(titled[0])
            if (
                office
                and bare is not None
                and bare.titles & _RULERS
                and not (self._titles(keys[0]) | person.heads) & _RULERS
            ):
                return _identity(bare)
            return self.identity(keys[0])
        if len(owners) > 1:
            # A figure's family is named in full; the surname alone is the figure.
            figures = [f for k in keys if (f := self._people[k].figure) is not None]
            return _identity(figures[0]) if len(figures) == 1 else None
        if bare is not None and (
            title is None or title in known.neutral or not bare.titles or _fits(title, bare.titles)
        ):
            return _identity(bare)
        return _identity(titled[0]) if len(titled) == 1 else None

    def _titles(self, key: str) -> frozenset[str]:
        figure = self._people[key].figure
        return figure.titles if figure else frozenset()


def _fits(title: str, titles: frozenset[str]) -> bool:
    return title in titles or f"{title}-elect" in titles or title.removesuffix("-elect") in titles


def _identity(figure: Figure) -> PersonIdentity:
    return PersonIdentity(key=figure.key, name=figure.name)


def _mentions(passage: Passage, brief: _Brief, known: Gazetteer) -> tuple[Mention, ...]:
    found: list[Mention] = []
    tokens = passage.tokens
    at = 0
    while at < len(tokens):
        hit = None if passage.flags[at] or tokens[at].fold not in brief.firsts else _hit(passage, at, brief, known)
        if hit is None:
            found += _hyphenated(passage, at, brief)
            at += 1
            continue
        last, person = hit
        end = tokens[last].end + (tokens[last].dotted and tokens[last].fold in SUFFIXES)
        start = tokens[at].start
        role = role_of(passage.text, tokens, at, last, known)
        found.append(Mention(text=passage.text[start:end], role=role, start=start, end=end, person=person))
        at = last + 1
    return tuple(found)


def _hit(passage: Passage, at: int, brief: _Brief, known: Gazetteer) -> tuple[int, PersonIdentity] | None:
    """Return the longest name that begins at `at`: its last token, and who it is."""
    tokens = passage.tokens
    if is_thing(tokens, at, known) or not (tokens[at].capital or tokens[at].fold in PARTICLES):
        return None
    for phrase in stretches(tokens, at):
        last = at + len(phrase) - 1
        if not tokens[last].capital and not tokens[last].text[0].isupper():
            continue
        if phrase in brief.full:
            thing = is_namesake(passage, last, known) or is_christened(passage, at, last)
            return None if thing else (last, brief.identity(brief.full[phrase]))
        if (
            phrase not in brief.short
            and phrase not in known.figure_bare
            and phrase not in known.figure_titled
            and phrase not in brief.titled
        ):
            continue
        if not stands_alone(passage, at, last, known):
            continue
        title = title_before(tokens, at, known)
        following = tokens[last + 1].fold if last + 1 < len(tokens) and tokens[last].glued else ""
        person = brief.meant(phrase, title, office=following in known.of_office)
        if person is not None:
            return last, person
    return None


def _hyphenated(passage: Passage, at: int, brief: _Brief) -> list[Mention]:
    """Return the surnames in `anti-Reed`, `Reed-era` or `Reed-Amri`, each with its own span."""
    token = passage.tokens[at]
    if "-" not in token.fold or passage.flags[at]:
        return []
    found: list[Mention] = []
    start = token.start
    for part, written in zip(
        token.fold.split("-"), token.text.replace("‐", "-").replace("‑", "-").split("-"), strict=False
    ):
        person = brief.meant((part,), None, office=False) if written[:1].isupper() and len(written) > 2 else None
        if person is not None:
            end = start + len(written)
            found.append(
                Mention(text=passage.text[start:end], role=None, start=start, end=end, person=person)
            )
        start += len(written) + 1
    return found
