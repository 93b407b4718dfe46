"""Narratives: label, providers and text, from a line such as `Label narrative, as provided by X. text`.

A provider's name ends at a full stop before white space; the full stop of `Reason.com` is none.
Which of several is it, the brief's own sources and the caller's known outlets say first.
"""

import re
from dataclasses import dataclass, field

from briefgraph.brief import Forecast, Narrative, ProblemCode, Provider
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.forecasts import read_forecasts
from briefgraph.briefs.names import NAME_LENGTH, Names, Piece
from briefgraph.briefs.page import BLANK, Page, collapse, strip_span
from briefgraph.briefs.problems import Problems
from briefgraph.briefs.sections import Block, Told

LONGEST_NAME = 90  # of one or more providers before their full stop; a longer one is a sentence
ENDS = re.compile(r"[.:](?=[\"'”’]?(?:\s|$))|[\n\r]")
GLUED_END = re.compile(r"(?<=[A-Za-z)])\.(?=[A-Z][a-z' ])")
ABBREVIATED = re.compile(
    r"(?:^|[\s.(])(?:[A-Z]|St|Dr|Mr|Mrs|Ms|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Prof|Pres|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov"
    r"|Dec|No|Mt|Ft|vs|Univ|Dept|Assn)$"
)
BROKEN_OFF = re.compile(r"there(?:\s+is|['’]s)\b", re.IGNORECASE)
DASHES = str.maketrans("‐‑‒–—−", "------")


@dataclass(slots=True, kw_only=True)
class Spins:
    """What the second half of a brief says."""

    narratives: list[Narrative] = field(default_factory=list)
    forecasts: list[Forecast] = field(default_factory=list)


def stance_of(label: str) -> str | None:
    """A label normalised: `Pro-Harbour narrative` is `pro-harbour`; a lettered side has none."""
    words = [word for word in collapse(label).casefold().translate(DASHES).split() if word != "narrative"]
    stance = " ".join(words).strip("*_:. ")
    return stance if len(stance) > 1 and not stance.isdigit() else None


def is_nerd(label: str) -> bool:
    """Whether a narrative is the one that carries a forecast."""
    return (stance_of(label) or "").startswith("nerd")


def read_narratives(
    page: Page,
    told: list[Told],
    predictions: list[Block],
    names: Names,
    problems: Problems,
    *,
    needs_providers: bool,
    is_cut: bool,
) -> Spins:
    """Every narrative and forecast of a story, in order.

    Args:
        needs_providers: the layout credits its narratives, so that one without is a problem.
        is_cut: the document ends in mid-sentence, so that the last name may be half a name.
    """
    spins = Spins()
    for index, one in enumerate(told):
        is_last = index == len(told) - 1 and not predictions
        start, end = one.start_of_text, one.end
        providers: tuple[Provider, ...] = ()
        if one.head.providers_start is not None:
            stop, start = _providers_end(page, one.start + one.head.providers_start, one.end, names)
            providers = read_providers(
                page, one.start + one.head.providers_start, stop, names, is_cut=is_cut and is_last
            )
        start, end = strip_span(page, start, end)
        add_narrative(
            page,
            spins,
            problems,
            label=one.head.label,
            at=one.start,
            span=(start, end),
            providers=providers,
            needs_providers=needs_providers and not (is_cut and is_last),
            is_cut=is_cut and is_last,
        )
    for block in predictions:
        add_forecasts(page, spins, problems, block.start, block.end)
    return spins


def add_forecasts(page: Page, spins: Spins, problems: Problems, start: int, end: int) -> bool:
    """Add the forecasts of a stretch; whether it holds any."""
    found = read_forecasts(page, start, end, position=len(spins.forecasts) + 1)
    spins.forecasts.extend(found.forecasts)
    if found.is_unreadable:
        problems.add(ProblemCode.UNREADABLE_FORECAST, start, sentences.unreadable_forecast())
    return bool(found.forecasts)


def add_narrative(
    page: Page,
    spins: Spins,
    problems: Problems,
    *,
    label: str,
    at: int,
    span: tuple[int, int],
    providers: tuple[Provider, ...],
    needs_providers: bool,
    is_cut: bool,
) -> None:
    """Add one narrative, or the forecast that a nerd narrative is."""
    start, end = span
    text = page.slice(start, end)
    if is_nerd(label):
        if not text or add_forecasts(page, spins, problems, start, end):
            return
        if is_cut and BROKEN_OFF.match(text):
            return
    elif not text and not providers:
        return
    elif needs_providers and not providers:
        problems.add(ProblemCode.MISSING_PROVIDER, at, sentences.missing_provider(collapse(label)))
    spins.narratives.append(
        Narrative(
            position=len(spins.narratives) + 1,
            label=collapse(label),
            stance=stance_of(label),
            text=text,
            start=start,
            end=end,
            providers=providers,
        )
    )


def read_providers(
    page: Page, start: int, end: int, names: Names, *, is_cut: bool = False
) -> tuple[Provider, ...]:
    """The providers of a stretch that holds nothing else.

    Half a name at the end of a cut-off document is left out where the brief's own sources hold a
    name that begins so.
    """
    words = page.slice(start, end)
    links = page.links_in(start, end)
    pieces: tuple[Piece, ...]
    if links and not page.slice(start, links[0].start).strip(BLANK):
        pieces = tuple(
            piece
            for link in links
            for piece in (_trimmed(page, max(start, link.start), min(end, link.end), start),)
            if piece.name
        )
    else:
        pieces = names.split(words)
        if (
            is_cut
            and pieces
            and pieces[-1].end >= len(words.rstrip(BLANK))
            and names.is_cut_short(pieces[-1].name)
        ):
            pieces = pieces[:-1]
    return tuple(
        Provider(position=position, label=piece.name, start=start + piece.start, end=start + piece.end)
        for position, piece in enumerate(pieces, 1)
        if any(character.isalnum() for character in piece.name)
    )


def _trimmed(page: Page, start: int, end: int, base: int) -> Piece:
    start, end = strip_span(page, start, end)
    name = page.slice(start, end).rstrip(".,;: ")
    return Piece(name=name, start=start - base, end=start - base + len(name))


def _providers_end(page: Page, start: int, end: int, names: Names) -> tuple[int, int]:
    """Where the providers end, and where the text begins."""
    words = page.slice(start, min(end, start + NAME_LENGTH + 40))
    links = page.links_in(start, start + len(words))
    if links and not page.slice(start, links[0].start).strip(BLANK):
        return _after_links(page, start, end, [(link.start, link.end) for link in links])
    ends = [(match.start(), match.end()) for match in ENDS.finditer(words)]
    glued = [(match.start(), match.end()) for match in GLUED_END.finditer(words)]
    for stop, text in sorted(ends + glued):
        if all(names.knows(piece.name) for piece in names.split(words[:stop])):
            return start + stop, start + text
    plain = [
        pair for pair in ends if words[pair[0]] in ":\n\r" or not ABBREVIATED.search(words[: pair[0]][-12:])
    ]
    for stop, text in plain or ends or glued:
        if stop <= LONGEST_NAME:
            return start + stop, start + text
        break
    if start + len(words) >= end and len(words) <= LONGEST_NAME:
        return end, end
    if glued and glued[0][0] <= LONGEST_NAME:
        return start + glued[0][0], start + glued[0][1]
    return start, start  # no name ends here: a sentence without a provider, and nothing is credited


def _after_links(page: Page, start: int, end: int, links: list[tuple[int, int]]) -> tuple[int, int]:
    stop = start
    for link_start, link_end in links:
        between = page.slice(stop, link_start).strip(BLANK + ",;&/").casefold()
        if between not in ("", "and", "the", "and the"):
            break
        stop = min(link_end, end)
    text = stop
    while text < end and page.slice(text, text + 1) in ".:":
        text += 1
    return stop, text
