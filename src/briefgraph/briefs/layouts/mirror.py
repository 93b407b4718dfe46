"""The mirror: a community's copy, its outlets at the ends of lines and its providers in capitals.

    - The harbour reopened on Monday. Lantern Post (LR: 2 CP: 5)
    Pro-harbour narrative:
    - Ships bring work.
    THE QUAY

The scores say where a community sees an outlet; they are left out. There is no title in the body
and no list of sources. On a list page several posts stand below each other, each after its number.
"""

import re
from dataclasses import dataclass, field

from briefgraph.brief import Brief, Citation, Fact, Layout, ProblemCode, Provider, Span
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.broken import leftover
from briefgraph.briefs.dates import canonical
from briefgraph.briefs.names import Names
from briefgraph.briefs.narratives import Spins, add_forecasts, add_narrative
from briefgraph.briefs.page import BLANK, Line, Page, collapse, strip_span
from briefgraph.briefs.problems import Problems
from briefgraph.briefs.sections import LONG_ENOUGH, ends_sentence
from briefgraph.briefs.signs import Sign, Signed
from briefgraph.briefs.story import Story, report_leftovers
from briefgraph.briefs.tails import SCORES, Name, capitals_at_end, outlets_at_end

SUBMITTED = re.compile(r"submitted on (.{6,30}?)(?:$|[,.]| at )", re.IGNORECASE)
LABEL_LINE = re.compile(
    r"[*_]{0,3}([A-Z][^\s.:!?()]{0,30}(?: [^\s.:!?()]{1,30}){0,5})\s?:?[*_]{0,3}:?[*_]{0,3}"
)
RANK = re.compile(r"\d{1,5}")
TITLE_WORDS = 3
MOST_TITLE_WORDS = 30


@dataclass(slots=True, kw_only=True)
class _Bullet:
    start: int
    end: int
    words_end: str


@dataclass(slots=True, kw_only=True)
class _Told:
    label: str
    at: int
    text: _Bullet | None = None
    providers: tuple[Name, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Found:
    facts: list[_Bullet] = field(default_factory=list)
    told: list[_Told] = field(default_factory=list)
    predictions: list[_Bullet] = field(default_factory=list)
    title: Line | None = None
    published_at: str | None = None


def posts(signs: list[Signed]) -> list[list[Signed]]:
    """The posts of a page, each with its lines: a number alone, after narratives, begins the next."""
    found: list[list[Signed]] = [[]]
    has_label = False
    for sign in signs:
        if RANK.fullmatch(sign.line.words) and has_label:
            found.append([])
            has_label = False
        found[-1].append(sign)
        has_label |= _label(sign) is not None
    return [post for post in found if any(sign.line.has_bullet for sign in post)] or found[:1]


def read(story: Story) -> Brief:
    """The brief of one post."""
    page, problems = story.page, story.problems
    names = Names((), story.known_outlet)
    found = _found(page, story.signs, names)
    facts = tuple(
        _fact(page, bullet, position, names, problems) for position, bullet in enumerate(found.facts, 1)
    )
    where_cut = _cut_off(story, found, facts)
    spins = _spins(page, found, problems, is_cut=where_cut is not None)
    title = Span(start=found.title.start, end=found.title.end) if found.title else None
    if where_cut:
        problems.add(ProblemCode.CUT_OFF, story.outline.last_words, sentences.cut_off(where_cut))
    report_leftovers(page, problems, title, None, facts, spins)
    is_given = story.given_title is not None
    return Brief(
        text=page.text,
        layout=Layout.MIRROR,
        title=story.given_title or (page.slice(title.start, title.end) if title and not is_given else ""),
        title_span=None if is_given else title,
        lead=None,
        lead_span=None,
        address=None,
        published_at=found.published_at or story.published_at,
        id=None,
        facts=facts,
        sources=(),
        narratives=tuple(spins.narratives),
        forecasts=tuple(spins.forecasts),
        problems=problems.all(),
        is_complete=where_cut is None,
        first_line=page.first_line,
    )


def _label(sign: Signed) -> tuple[str, int] | None:
    """A line's narrative label and where its text begins in the line's words, or None."""
    words = sign.line.words
    if sign.head is not None:
        return sign.head.label, sign.head.text_start
    if sign.line.has_bullet or sign.sign is not Sign.WORDS:
        return None
    match = LABEL_LINE.fullmatch(words[:200]) if ":" in words[-5:] else None
    return (match[1].strip("*_"), len(words)) if match else None


def _found(page: Page, signs: list[Signed], names: Names) -> _Found:
    found = _Found()
    last: _Bullet | None = None
    is_after = in_predictions = False
    boilerplate = next(
        (i for i, sign in enumerate(signs) if "post was submitted" in sign.line.words[:200].casefold()),
        len(signs),
    )
    for index, sign in enumerate(signs):
        line = sign.line
        if sign.sign in (Sign.FACTS, Sign.NARRATIVES, Sign.PREDICTIONS, Sign.SOURCES, Sign.SEE_SOURCES):
            in_predictions = sign.sign is Sign.PREDICTIONS
            last = None
        elif (label := _label(sign)) and (found.facts or sign.head is not None):
            text = line.words[label[1] :].lstrip(BLANK + ":*_")
            bullet = _Bullet(start=line.end - len(text), end=line.end, words_end=text) if text else None
            found.told.append(_Told(label=label[0], at=line.start, text=bullet))
            last, is_after = bullet, False
        elif line.has_bullet and sign.sign is Sign.WORDS:
            bullet = _Bullet(start=line.start, end=line.end, words_end=line.words)
            told = found.told[-1] if found.told else None
            if told is None:
                (found.predictions if in_predictions else found.facts).append(bullet)
                last = bullet
            elif told.text is None:
                told.text = last = bullet
            elif in_predictions:
                found.predictions.append(bullet)
                last = bullet
            elif not told.providers and (
                tail := capitals_at_end(page, line.start, line.end, names, is_whole=True)
            ):
                told.providers, last, is_after = tail.names, None, True
            elif not told.providers and not is_after:
                told.text.end, told.text.words_end = line.end, line.words
                last = told.text
            else:
                last = None
        elif sign.sign is Sign.NOISE and (last is None or line.after_blank or ends_sentence(last.words_end)):
            if match := SUBMITTED.search(line.words[:120]):
                found.published_at = found.published_at or canonical(match[1])
            last, is_after = None, bool(found.told)
        else:
            is_after |= _words(
                page, found, line, last, names, is_title=index < boilerplate, is_after=is_after
            )
    return found


def _words(
    page: Page,
    found: _Found,
    line: Line,
    last: _Bullet | None,
    names: Names,
    *,
    is_title: bool,
    is_after: bool,
) -> bool:
    """Take a line without a bullet; whether it ends a narrative."""
    told = found.told[-1] if found.told else None
    if told is not None and not told.providers:
        if told.text is None:
            told.text = _Bullet(start=line.start, end=line.end, words_end=line.words)
            return False
        if tail := capitals_at_end(page, line.start, line.end, names, is_whole=True):
            told.providers = tail.names
            return True
        if not is_after and (
            not line.after_blank or (ends_sentence(line.words) and len(line.words) >= LONG_ENOUGH)
        ):
            told.text.end, told.text.words_end = line.end, line.words
            return False
        return True
    if told is None and last is not None:
        if not line.after_blank or SCORES.search(line.words[-200:]):
            last.end, last.words_end = line.end, line.words
    elif is_title and found.title is None and not found.facts and _is_title(line.words):
        found.title = line
    return False


def _is_title(words: str) -> bool:
    return TITLE_WORDS <= len(words.split()) <= MOST_TITLE_WORDS and not words.endswith((".", ":"))


def _fact(page: Page, bullet: _Bullet, position: int, names: Names, problems: Problems) -> Fact:
    tail = outlets_at_end(page, bullet.start, bullet.end, names)
    if tail.is_unsure:
        problems.add(ProblemCode.AMBIGUOUS_MARKER, bullet.end, sentences.ambiguous_outlet())
    start, end = strip_span(page, bullet.start, tail.words_end)
    return Fact(
        position=position,
        text=collapse(page.slice(start, end)),
        start=start,
        end=end,
        citations=tuple(
            Citation(marker=None, label=name.label, url=name.url, start=name.start, end=name.end)
            for name in tail.names
        ),
    )


def _spins(page: Page, found: _Found, problems: Problems, *, is_cut: bool) -> Spins:
    spins = Spins()
    names = Names((), lambda _name: False)
    for index, told in enumerate(found.told):
        is_last = index == len(found.told) - 1
        providers = told.providers
        start, end = (told.text.start, told.text.end) if told.text else (told.at, told.at)
        if not providers and (tail := capitals_at_end(page, start, end, names, is_whole=False)):
            providers = tail.names
            end = tail.words_end
        for name in providers:
            if broken := leftover(page, name.start, min(len(page.text), name.end + 8)):
                problems.add(ProblemCode.BROKEN_MARKUP, broken[0], sentences.broken_markup(broken[1]))
        add_narrative(
            page,
            spins,
            problems,
            label=told.label,
            at=told.at,
            span=strip_span(page, start, end),
            providers=tuple(
                Provider(position=position, label=name.label, start=name.start, end=name.end)
                for position, name in enumerate(providers, 1)
            ),
            needs_providers=not (is_cut and is_last),
            is_cut=is_cut and is_last,
        )
    for bullet in found.predictions:
        add_forecasts(page, spins, problems, bullet.start, bullet.end)
    return spins


def _cut_off(story: Story, found: _Found, facts: tuple[Fact, ...]) -> str | None:
    if not story.ends_document:
        return None
    last_words = story.outline.last_words
    if story.outline.is_cut_in_heading:
        return "in a heading"
    if not found.told:
        is_last = bool(facts) and found.facts[-1].end == last_words and not facts[-1].citations
        return "in a fact" if is_last and not ends_sentence(facts[-1].text) else "before its narratives"
    told = found.told[-1]
    if told.text is None:
        return "in a narrative"
    if told.text.end == last_words and not told.providers:
        words = story.page.slice(max(told.text.start, last_words - 300), last_words)
        names = Names((), lambda _name: False)
        low = last_words - len(words)
        if not ends_sentence(words) and not capitals_at_end(
            story.page, low, last_words, names, is_whole=False
        ):
            return "in a narrative"
    return None
