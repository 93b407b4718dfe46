"""Whom a sentence says that it has something from: second-hand reporting, apart from citations.

The rule: an outlet is meant where its name stands beside words that say so (`resolve.cues`), and the name means it for
certain in running text (`resolve.spellings`). What is denied, asked, planned or conditional gives nothing, and nothing is
read out of who is cited. English only: other languages give none. The cost is linear in the text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgraph.resolve import cues
from briefgraph.resolve.cues import AttributionKind
from briefgraph.resolve.outlets import OutletRegistry
from briefgraph.resolve.registry import OutletKind
from briefgraph.resolve.spellings import Spellings, StoryNames, Sure, Written

__all__ = ["Attribution", "AttributionFinder", "AttributionKind"]

_TOGETHER = re.compile(r"(?:,\s|,?\s(?:and|or|&)\s)(?:[Tt]he\s)?")
_LAST = re.compile(r",?\s(?:and|or|&)\s")
TOGETHER = 8  # outlets that one cue is for: "A, B and C reported"
_PRESS = (OutletKind.NEWS, OutletKind.WIRE, None)  # None: a source of the story of which no more is known
_PRESS_ONLY = (AttributionKind.TOLD, AttributionKind.REPORTED, AttributionKind.FIRST_REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A sentence says that it has something from an outlet.

    Args:
        label, url: what `OutletRegistry.resolve` is asked for the outlet; `label` is the name as it stands there.
        key: the outlet's key.
        text: the words that say so, the name among them: `text[start:end]` of the passage.
    """

    label: str
    url: str | None
    key: str
    kind: AttributionKind
    text: str
    start: int
    end: int


class AttributionFinder:
    """Finds attributions by the names of one registry."""

    def __init__(self, registry: OutletRegistry) -> None:
        self._spellings = Spellings(registry)

    def of_story(self, sources: Iterable[tuple[str, str | None]] = ()) -> "StoryAttributions":
        """What finds them in one story, whose sources are `(label, url)`."""
        return StoryAttributions(self._spellings.of_story(sources))


class StoryAttributions:
    """Finds attributions in the passages of one story."""

    def __init__(self, names: StoryNames) -> None:
        self._names = names

    def find(self, text: str, people: Sequence[tuple[int, int]] = ()) -> tuple[Attribution, ...]:
        """The attributions of a passage in the order of their words; an outlet once a kind, where it first is so named.

        `people` are the stretches that name people: what touches them is no outlet.
        """
        found: dict[tuple[str, AttributionKind], Attribution] = {}
        groups = list(_groups(text, _apart(self._names.find(text), people)))
        said = cues.cues_of(text) if groups else []
        for group in groups:
            for one in _read(text, said, group):
                found.setdefault((one.key, one.kind), one)
        return tuple(sorted(found.values(), key=lambda one: (one.start, one.end, one.key)))


def _apart(names: Iterable[Written], people: Sequence[tuple[int, int]]) -> Iterable[Written]:
    """Names that touch no person's; both in their order."""
    at = 0
    taken = sorted(people)
    for name in names:
        while at < len(taken) and taken[at][1] <= name.start:
            at += 1
        if at == len(taken) or taken[at][0] >= name.end:
            yield name


def _groups(text: str, names: Iterable[Written]) -> Iterable[list[Written]]:
    """Names that one cue is for: several where commas and a last `and` join them, else one."""
    group: list[Written] = []
    for name in names:
        gap = text[group[-1].end : name.start] if group else ""
        joined = group and not group[-1].owns and len(group) < TOGETHER and len(gap) < 12 and _TOGETHER.fullmatch(gap)
        if joined and not (len(group) > 1 and _LAST.match(text[group[-2].end : group[-1].start])):
            group.append(name)
        else:
            yield from _whole(text, group)
            group = [name]
    yield from _whole(text, group)


def _whole(text: str, group: list[Written]) -> Iterable[list[Written]]:
    if len(group) > 1 and not _LAST.match(text[group[-2].end : group[-1].start]):
        yield from ([name] for name in group)
    elif group:
        yield group


def _read(text: str, all_cues: Sequence[cues.Cue], group: list[Written]) -> Iterable[Attribution]:
    """What is said of the outlets of a group."""
    first, last = group[0], group[-1]
    said = cues.before(text, all_cues, first.start)
    told = None if last.owns and len(group) > 1 else cues.after(text, last.end, several=len(group) > 1)
    if said is not None and told is not None and len(group) > 1:
        yield from _by_before(text, [first], said)
        yield from _by_after(text, [last], *told)
    elif said is not None:
        yield from _by_before(text, group, said)
    elif told is not None:
        yield from _by_after(text, group, *told)


def _by_before(text: str, group: list[Written], said: cues.Before) -> Iterable[Attribution]:
    last = group[-1]
    cue, rest = said.cue, cues.goes_on(text, last.end)
    is_work = rest is not None and rest["work"] is not None
    if rest is None or (said.wants_work and not is_work) or (any(name.owns for name in group) and not is_work):
        return
    if is_work and cue.kind not in (AttributionKind.ACCORDING_TO, AttributionKind.CITED):
        return
    if cue.kind is AttributionKind.TOLD and (cues.is_passive(text, cue.start) or re.match(r"\sto\s[a-z]", text[last.end :][:8])):
        return
    if cue.kind is not AttributionKind.ACCORDING_TO and cues.is_negated(text, cue.start):
        return
    if cue.is_report and cues.is_taken_back(text, cue.start, last.end):
        return
    for name in _meant(text, group, said, cue.kind):
        yield _made(text, name, cue.kind, cue.start, name.end)


def _by_after(text: str, group: list[Written], kind: AttributionKind, end: int) -> Iterable[Attribution]:
    first = group[0]
    lead = cues.phrase(text, first.start)
    if cues.is_no_subject(text, lead.start) or cues.is_taken_back(text, lead.start, end):
        return
    for name in _meant(text, group, lead, kind):
        yield _made(text, name, kind, name.start, end)


def _meant(text: str, group: list[Written], lead: cues.Before | cues.Phrase, kind: AttributionKind) -> Iterable[Written]:
    """The names of a group that mean outlets which can be the origin; `lead` is what stands before the first."""
    for name in group:
        is_sorted = cues.is_sorted(text, name.end) or (lead.is_sorted and name is group[0])
        articled = lead.has_article if name is group[0] else text[max(0, name.start - 4) : name.start] in ("the ", "The ")
        if _is_meant(name, articled, is_sorted) and _may(name, kind):
            yield name


def _is_meant(name: Written, has_article: bool, is_sorted: bool) -> bool:
    sure = name.spelling.sure
    return sure is Sure.ALWAYS or (sure is Sure.ARTICLE and (has_article or is_sorted)) or (sure is Sure.SORT and is_sorted)


def _may(name: Written, kind: AttributionKind) -> bool:
    """Companies, offices and unions report their own affairs, and are told things that are not for print."""
    return kind not in _PRESS_ONLY or name.spelling.kind in _PRESS


def _made(text: str, name: Written, kind: AttributionKind, start: int, end: int) -> Attribution:
    return Attribution(
        label=text[name.start : name.end],
        url=name.spelling.url,
        key=name.spelling.key,
        kind=kind,
        text=text[start:end],
        start=start,
        end=end,
    )
