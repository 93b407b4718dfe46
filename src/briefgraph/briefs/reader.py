"""The reader: one document in, its briefs out.

    bytes -> text (documents) -> front matter -> page (extract) -> signed lines (signs)
          -> stories (newsletter, mirror) -> sections -> layout (detect) -> one module of layouts/

No module below this one knows another layout, does I/O, or looks at a character more often than a
fixed number of times.
"""

from collections.abc import Callable
from dataclasses import replace

from briefgraph.brief import NOTHING_BESIDE, Beside, Brief, Layout, Reading, Refusal
from briefgraph.briefs import documents, frontmatter, jsonform
from briefgraph.briefs.broken import shows_two_versions
from briefgraph.briefs.dates import canonical
from briefgraph.briefs.detect import is_mirror, layout_of
from briefgraph.briefs.documents import Kind
from briefgraph.briefs.extract import Extract, from_html, from_markdown
from briefgraph.briefs.layouts import (
    lite_bracketed,
    lite_digits,
    lite_unmarked,
    main_site,
    mirror,
    newsletter,
)
from briefgraph.briefs.names import knows_nothing
from briefgraph.briefs.page import Page, Tally, lines
from briefgraph.briefs.signs import Signed, signed
from briefgraph.briefs.story import KnownOutlet, Story, story_of
from briefgraph.errors import NotABrief

READERS: dict[Layout, Callable[[Story], Brief]] = {
    Layout.LITE_BRACKETED: lite_bracketed.read,
    Layout.LITE_DIGITS: lite_digits.read,
    Layout.LITE_UNMARKED: lite_unmarked.read,
    Layout.MAIN_SITE: main_site.read,
    Layout.NEWSLETTER: newsletter.read,
    Layout.MIRROR: mirror.read,
}


def read(
    data: bytes | str,
    *,
    name: str = "",
    beside: Beside = NOTHING_BESIDE,
    known_outlet: KnownOutlet = knows_nothing,
) -> Reading:
    """Read a document: its briefs in order, and what of it was refused.

    Args:
        data: a brief, a page of several, or the JSON form; UTF-8, at most 2 MB.
        name: the file's name, a hint for the kind of document where its content allows two.
        beside: what the caller knows of it. It wins over front matter, and that over the document.
        known_outlet: whether a name is an outlet's. It only decides where one name ends and the
            next begins; without it the brief's own sources do.

    Raises:
        NotABrief: the whole document is no brief. Parts of a document of several become refusals.
    """
    return read_counted(data, name=name, beside=beside, known_outlet=known_outlet)[0]


def read_counted(
    data: bytes | str,
    *,
    name: str = "",
    beside: Beside = NOTHING_BESIDE,
    known_outlet: KnownOutlet = knows_nothing,
) -> tuple[Reading, int]:
    """What `read` gives, and how many characters were looked at for it."""
    tally = Tally()
    _check_date(beside)
    text = documents.decoded(data)
    kind = documents.kind_of(text, name)
    if kind is Kind.JSON:
        return _read_json(text, beside, known_outlet, tally), tally.characters
    briefs, refusals = _read_text(text, name, beside, known_outlet, tally)
    return Reading(briefs=briefs, refusals=refusals), tally.characters


def _check_date(beside: Beside) -> None:
    if beside.published_at is not None and canonical(beside.published_at) is None:
        raise NotABrief(
            f"The date “{beside.published_at[:60]}” is none; write it as 2024-03-27 or 2024-03-27T09:30:00Z."
        )


def _read_text(
    text: str, name: str, beside: Beside, known_outlet: KnownOutlet, tally: Tally
) -> tuple[tuple[Brief, ...], tuple[Refusal, ...]]:
    front, text, first_line = frontmatter.split(text)
    if front is not None:
        _check_date(front)
        documents.check_text(text)
        beside = _merged(beside, front)
    kind = documents.kind_of(text, name)
    if kind is Kind.HTML:
        extract = from_html(text, tally=tally)
        first_line = 1
    elif kind is Kind.MARKDOWN:
        extract = from_markdown(text, tally=tally)
        first_line = 1
    else:
        extract = Extract(page=Page(text=text, first_line=first_line, tally=tally))
    page = extract.page
    if not page.text:
        raise NotABrief("The document has no words that a page would show.")
    if shows_two_versions(page):
        raise NotABrief("The page shows two versions of its text at once, run together; save one version.")
    signs = [signed(line) for line in lines(page)]
    briefs, refusals = _stories(page, signs, beside.title, known_outlet)
    if not briefs:
        raise NotABrief(
            "The document is no brief: it has neither facts nor narratives.", line=page.first_line
        )
    found = Beside(published_at=canonical(extract.published_at) if extract.published_at else None)
    if len(briefs) == 1:
        found = replace(found, address=extract.address)
    return _given(briefs, beside, found), refusals


def _stories(
    page: Page, signs: list[Signed], title: str | None, known_outlet: KnownOutlet
) -> tuple[tuple[Brief, ...], tuple[Refusal, ...]]:
    briefs: list[Brief] = []
    refusals: list[Refusal] = []
    for story, reader in _parts(page, signs, title, known_outlet):
        brief = reader(story)
        if brief.facts or brief.narratives:
            if not any(_same(brief, other) for other in briefs[-1:]):
                briefs.append(brief)
        else:
            message = "This part is no brief: it has neither facts nor narratives."
            refusals.append(Refusal(message=message, line=story.page.first_line, column=1))
    return tuple(briefs), tuple(refusals)


def _same(one: Brief, other: Brief) -> bool:
    """Whether a page shows a story twice (once for each size of screen)."""
    return (
        one.title == other.title
        and [f.text for f in one.facts] == [f.text for f in other.facts]
        and bool(one.facts)
    )


def _parts(
    page: Page, signs: list[Signed], title: str | None, known_outlet: KnownOutlet
) -> list[tuple[Story, Callable[[Story], Brief]]]:
    """Every story of a page with the layout that reads it."""
    if is_mirror(page):
        posts = mirror.posts(signs)
        return [
            (_story(page, post, len(posts), index, title, known_outlet, None), mirror.read)
            for index, post in enumerate(posts)
        ]
    found = newsletter.sections(signs)
    is_newsletter = newsletter.is_newsletter(signs)
    date = newsletter.date_of(signs) if len(found) > 1 or is_newsletter else None
    parts = []
    for index, section in enumerate(found):
        story = _story(page, section.signs, len(found), index, title, known_outlet, date)
        layout = layout_of(story)
        is_main = layout is Layout.MAIN_SITE
        if (is_newsletter and (is_main or not story.outline.sources)) or (is_main and len(found) > 1):
            layout = Layout.NEWSLETTER
        parts.append((story, READERS[layout]))
    return parts


def _story(
    page: Page,
    signs: list[Signed],
    count: int,
    index: int,
    title: str | None,
    known_outlet: KnownOutlet,
    date: str | None,
) -> Story:
    """One story of `count`, with a page of its own where there are several."""
    if count > 1 and signs:
        first, last = signs[0].line, signs[-1].line
        page = page.cut(
            newsletter.line_start(page, first.start), last.end, page.first_line + first.number - 1
        )
        signs = [signed(line) for line in lines(page)]
    return story_of(
        page,
        signs,
        ends_document=index == count - 1,
        known_outlet=known_outlet,
        given_title=title,
        published_at=date,
    )


def _merged(first: Beside, second: Beside) -> Beside:
    """What is given in two places; the first wins."""
    return Beside(
        id=first.id or second.id,
        address=first.address or second.address,
        title=first.title or second.title,
        published_at=first.published_at or second.published_at,
    )


def _given(briefs: tuple[Brief, ...], beside: Beside, found: Beside) -> tuple[Brief, ...]:
    """The briefs with what was given beside them, and what their page's head says."""
    if len(briefs) > 1 and (beside.id or beside.address or beside.title):
        raise NotABrief(
            f"An id, an address and a title are one story's, and this document holds {len(briefs)} stories."
        )
    return tuple(
        replace(
            brief,
            id=beside.id,
            address=beside.address or found.address,
            published_at=(canonical(beside.published_at) if beside.published_at else None)
            or brief.published_at
            or found.published_at,
        )
        for brief in briefs
    )


def _read_json(text: str, beside: Beside, known_outlet: KnownOutlet, tally: Tally) -> Reading:
    tally.characters += len(text)
    items, can_hold_several = jsonform.items(text)
    if len(items) > 1 and (beside.id or beside.address or beside.title):
        raise NotABrief(
            f"An id, an address and a title are one story's, and this document holds {len(items)} stories."
        )
    briefs: list[Brief] = []
    refusals: list[Refusal] = []
    for item in items:
        try:
            if item.error is not None:
                raise item.error
            more, refused = _read_item(item.value, beside, known_outlet, tally)
        except NotABrief as error:
            if not can_hold_several:
                raise
            message = f"Brief {item.number}: {error}"
            refusals.append(Refusal(message=message, line=item.line, column=error.column))
        else:
            briefs.extend(more)
            refusals.extend(refused)
    return Reading(briefs=tuple(briefs), refusals=tuple(refusals))


def _read_item(
    value: object, beside: Beside, known_outlet: KnownOutlet, tally: Tally
) -> tuple[tuple[Brief, ...], tuple[Refusal, ...]]:
    entry, inside, text = jsonform.given(value)
    _check_date(inside)
    merged = _merged(beside, inside)
    if text is not None:
        return _read_text(documents.decoded(text), "", merged, known_outlet, tally)
    brief = jsonform.structured(entry, tally=tally)
    if merged.title and merged.title != brief.title:
        brief = replace(brief, title=merged.title, title_span=None)
    return _given((brief,), merged, Beside()), ()
