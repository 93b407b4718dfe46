"""Names of outlets in running text: where one stands, whose it is, and whether it is meant for certain.

A source line names outlets and nothing else; a sentence is full of people, places and plain words that some outlet is
called after. So a name counts as far as `Sure` says, letter by letter as it is spelt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from briefgraph.resolve.claims.lexicon import lexicon, stem
from briefgraph.resolve.gazetteer import gazetteer
from briefgraph.resolve.labels import clean_label, normal_label
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import OutletKind
from briefgraph.resolve.tokens import fold

_WORD = re.compile(r"[^\s—–]+")  # a dash parts words, and needs no spaces
_BEFORE = "\"'“”‘’([«"
_AFTER = ",.;:!?)]\"'“”‘’»…"
_NEXT = re.compile(r" ([^\W_][\w.'’-]*)")
_PREVIOUS = re.compile(r"([^\s—–]+) $")
_JOINED = ("-", "/", "&", "@", "_", "#")
_ARTICLE = "The "
_LONGEST_WORD = 100  # characters
_BACK = 40  # characters before a name that are looked at
LONGEST = 12  # words of a name that is looked for
LETTERS = 3  # of a name in one word that means one outlet: AP and FT are other things too
MOST_SOURCES = 2_000  # labels of one brief that are looked for; real ones have 20


class Sure(IntEnum):
    """What it takes for a name to mean its outlet."""

    ALWAYS = 0  # several words, capitals, or a coined word
    ARTICLE = 1  # a plain word whose name begins with "The": that, or "magazine" and the like beside it
    SORT = 2  # a plain word: "magazine" and the like beside it
    SOURCE = 3  # several outlets go by it: only where the story has it as a source


@lru_cache(1)
def words() -> Mapping[str, frozenset[str]]:
    """The lists of attributions.yml."""
    text = files("briefgraph.resolve.data").joinpath("attributions.yml").read_text(encoding="utf-8")
    lists: dict[str, str] = yaml.safe_load(text)
    return {name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in lists.items()}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write one outlet: `name` without "The"; `label` and `url` are what `registry.resolve` is asked."""

    name: str
    key: str
    kind: OutletKind | None
    sure: Sure
    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A name where it stands in a text; `owns` where "'s" follows."""

    spelling: Spelling
    start: int
    end: int
    owns: bool


_Trie = dict[str, Any]
_LEAF = ""


class Spellings:
    """The names that a registry knows. Made once a registry: 2,900 entries take 0.1 s."""

    def __init__(self, registry: OutletRegistry) -> None:
        self._registry = registry

    @cached_property
    def _entries(self) -> tuple[dict[str, list[Spelling]], _Trie]:
        """The spellings of each outlet by its key, and all of them by their words."""
        registry = self._registry
        shared = {normal_label(name) for entry in registry.entries for name in entry.shares}
        articled = {n.removeprefix(_ARTICLE) for e in registry.entries for n in e.names if n.startswith(_ARTICLE)}
        owners: dict[str, set[str]] = {}
        for entry in registry.entries:
            for name in entry.names:
                owners.setdefault(name.removeprefix(_ARTICLE), set()).add(entry.key)
        endings: dict[str, set[str]] = {}
        for name, keys in owners.items():
            parts = name.split()
            for at in range(1, len(parts)):
                endings.setdefault(" ".join(parts[at:]), set()).update(keys)
        of_key: dict[str, list[Spelling]] = {}
        trie: _Trie = {}
        for entry in registry.entries:
            for written in entry.names:
                name = written.removeprefix(_ARTICLE)
                if registry.resolve(name).key != entry.key:
                    continue  # the user's own file gives it to another
                others = endings.get(name, set()) - {entry.key}
                sure = _sure(name, name in articled, bool(others) or normal_label(name) in shared)
                spelling = Spelling(name, entry.key, entry.kind, sure, name)
                of_key.setdefault(entry.key, []).append(spelling)
                _put(trie, spelling)
        return of_key, trie

    def of_story(self, sources: Iterable[tuple[str, str | None]]) -> "StoryNames":
        """The names that count in one story, whose sources are `(label, url)`."""
        of_key, trie = self._entries
        own: dict[str, Spelling] = {}
        twice: set[str] = set()
        known: set[str] = set()
        for label, url in dict.fromkeys(sources):
            if len(own) >= MOST_SOURCES:
                break
            name = clean_label(label).removeprefix(_ARTICLE)
            whom = self._registry.resolve(name, url=url)
            if whom.name is None:
                # "President" in a source line is a site; in a sentence it is nobody's name. "The Post" is a paper's.
                sure = _sure(name, False, False)
                if sure is not Sure.ALWAYS and name.lower() not in words()["short"]:
                    continue
                sure = Sure.ALWAYS if sure is Sure.ALWAYS else Sure.ARTICLE
            else:
                known.add(whom.key)
                sure = Sure.ALWAYS
            if name in own and own[name].key != whom.key:
                twice.add(name)
            own[name] = Spelling(name, whom.key, whom.kind, sure, name, url)
        for key in known:
            for one in of_key.get(key, ()):
                own.setdefault(one.name, Spelling(one.name, key, one.kind, Sure.ALWAYS, one.label))
        story: _Trie = {}
        for name, spelling in own.items():
            if name and name not in twice:
                _put(story, spelling)
        return StoryNames(trie, story)


@dataclass(frozen=True, slots=True)
class StoryNames:
    """Finds names in the text of one story; its own sources come before what the registry says."""

    known: _Trie
    own: _Trie

    def find(self, text: str) -> Iterator[Written]:
        """Yield the names in `text`, the longest of those that begin in one place, without overlaps."""
        found = list(_WORD.finditer(text))
        ends = 0
        for at, match in enumerate(found):
            if match.start() < ends or not self._may_begin(match.group()):
                continue
            longest = max(
                (hit for trie in (self.own, self.known) for hit in _walk(trie, text, found, at)),
                key=lambda hit: hit.end,
                default=None,
            )
            if longest is not None and _stands_alone(text, longest):
                yield longest
                ends = longest.end

    def _may_begin(self, word: str) -> bool:
        """Whether a name may begin with a word: nearly all words end here, at 6 us each instead of 16."""
        if len(word) > _LONGEST_WORD:
            return False
        shown = word.replace("’", "'").lstrip(_BEFORE)
        bare = shown.rstrip(_AFTER).removesuffix("'s")
        return any(one in trie for one in (shown, bare) for trie in (self.own, self.known))


def _put(trie: _Trie, spelling: Spelling) -> None:
    parts = spelling.name.replace("’", "'").split()
    if not parts or len(parts) > LONGEST:
        return
    for part in parts:
        trie = trie.setdefault(part, {})
    trie[_LEAF] = spelling


def _walk(trie: _Trie, text: str, found: list[re.Match[str]], at: int) -> Iterator[Written]:
    """The names of a trie that begin with the word at `at`."""
    first = found[at].group().replace("’", "'")
    shown = first.lstrip(_BEFORE)
    start = found[at].start() + len(first) - len(shown)
    node: _Trie | None = trie
    for place in range(at, min(at + LONGEST, len(found))):
        word = shown if place == at else found[place].group().replace("’", "'")
        if place > at and text[found[place - 1].end() : found[place].start()] != " ":
            return
        if len(word) > _LONGEST_WORD:
            return
        open_ = word.rstrip(_AFTER)
        for bare in dict.fromkeys((word, open_, open_.removesuffix("'s").rstrip(_AFTER))):
            leaf = (node or {}).get(bare, {}).get(_LEAF) if bare else None
            if leaf is not None:
                end = found[place].end() - len(word) + len(bare)
                yield Written(leaf, start, end, word[len(bare) :].startswith("'s"))
        node = (node or {}).get(word)
        if node is None:
            return


def _stands_alone(text: str, hit: Written) -> bool:
    """Whether a name is no part of a longer one: no capital beside it but of a word that may have it anyway."""
    known = gazetteer()
    after = _NEXT.match(text, hit.end)
    if not hit.owns and after and after[1][0].isupper() and fold(after[1].rstrip(".")) not in known.calendar:
        return False
    if text[hit.end : hit.end + 1] in _JOINED or text[max(0, hit.start - 1) : hit.start] in _JOINED:
        return False
    before = _PREVIOUS.search(text[max(0, hit.start - _BACK) : hit.start])
    if before is None or not before[1].lstrip(_BEFORE)[:1].isupper():
        return True
    word = fold(before[1].lstrip(_BEFORE))
    return not word[-1:].isalnum() or word in known.openers or word in known.calendar


def _sure(name: str, has_article: bool, is_shared: bool) -> Sure:
    lists = words()
    low = name.lower()
    if low in lists["known"]:
        return Sure.ALWAYS
    if is_shared or low in lists["short"] or not any(c.isalpha() for c in name):
        return Sure.SOURCE
    if " " in name:
        return Sure.ALWAYS if any(c.isupper() for c in name) else Sure.SOURCE
    if sum(c.isalpha() for c in name) < LETTERS:
        return Sure.SOURCE
    if not _is_plain(name, low):
        return Sure.ALWAYS
    return Sure.ARTICLE if has_article else Sure.SORT


def _is_plain(name: str, low: str) -> bool:
    """Whether a name in one word is a word, a person's name or a place as well."""
    known = gazetteer()
    word = fold(low)
    if low in words()["plain"]:
        return True
    if name.isupper():
        return False  # WHO is no question
    lists = (known.words, known.places, known.given, known.surnames)
    counted, root = lexicon(), stem(low)
    return any(word in one for one in lists) or (root in counted.rarity and root not in counted.names)
