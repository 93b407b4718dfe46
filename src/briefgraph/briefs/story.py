"""Stories: what every layout shares - one story's page and sections, and the brief made of them.

A layout module turns a `Story` into a `Brief`; what it does not decide itself, it leaves to
`compose`: title and lead, leftovers of mark-up, whether the document was cut off.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from briefgraph.brief import Brief, Fact, Layout, ProblemCode, Span
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.broken import leftover
from briefgraph.briefs.heads import read_head
from briefgraph.briefs.names import knows_nothing
from briefgraph.briefs.narratives import Spins
from briefgraph.briefs.page import Page
from briefgraph.briefs.problems import Problems
from briefgraph.briefs.sections import Outline, ends_sentence, outline
from briefgraph.briefs.signs import Sign, Signed
from briefgraph.briefs.sources import Listing, read_sources

KnownOutlet = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of a document: its page, its signed lines and its sections.

    `ends_document` says that nothing follows it, so that it may be cut off.
    """

    page: Page
    signs: list[Signed]
    outline: Outline
    ends_document: bool = True
    known_outlet: KnownOutlet = knows_nothing
    given_title: str | None = None
    published_at: str | None = None
    problems: Problems = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "problems", Problems(self.page))

    @property
    def fact_spans(self) -> list[tuple[int, int]]:
        """Where each fact stands."""
        return [(block.start, block.end) for block in self.outline.facts]

    def listing(self) -> Listing:
        """The story's list of sources."""
        blocks = self.outline.sources
        ends = bool(blocks) and self.ends_document and blocks[-1].end == self.outline.last_words
        return read_sources(self.page, blocks, ends_document=ends, known_outlet=self.known_outlet)

    def cut_off(self) -> str | None:
        """Where the document was cut off ("in a narrative"), or None where it was not."""
        if not self.ends_document:
            return None
        found = self.outline
        if found.is_cut_in_heading:
            return "in a heading"
        stretches = (
            [("in a fact", block.start, block.end) for block in found.facts[-1:]]
            + [("in its sources", block.start, block.end) for block in found.sources[-1:]]
            + [("in a narrative", told.start, told.end) for told in found.told[-1:]]
            + [("in a forecast", block.start, block.end) for block in found.predictions[-1:]]
        )
        if stretches:
            where, start, end = max(stretches, key=lambda stretch: stretch[2])
            words = self.page.slice(max(start, end - 80), end)
            is_whole = ends_sentence(words) or words.casefold().endswith(" community")
            if found.told and end == found.told[-1].end and not found.told[-1].has_text:
                is_whole = (
                    is_whole and found.told[-1].head.providers_start is not None and " " in words.strip()
                )
            if end == found.last_words and not is_whole:
                return where
            if found.told and self._is_cut_in_label(end):
                return "in a narrative"
        return None if found.told or found.predictions else "before its narratives"

    def _is_cut_in_label(self, end: int) -> bool:
        """Whether one bullet that was not understood is all that follows the last narrative."""
        last = self.signs[-1]
        is_next = len(self.signs) < 2 or self.signs[-2].line.start < end
        is_bullet = last.sign is Sign.WORDS and last.line.has_bullet
        return last.line.start > end and is_next and is_bullet and not ends_sentence(last.line.words)


def story_of(
    page: Page,
    signs: list[Signed],
    *,
    ends_document: bool,
    known_outlet: KnownOutlet,
    given_title: str | None,
    published_at: str | None = None,
) -> Story:
    """A story from its page and signed lines."""
    return Story(
        page=page,
        signs=signs,
        outline=outline(signs),
        ends_document=ends_document,
        known_outlet=known_outlet,
        given_title=given_title,
        published_at=published_at,
    )


def compose(
    story: Story,
    layout: Layout,
    facts: Sequence[Fact],
    listing: Listing,
    spins: Spins,
    *,
    where_cut: str | None,
) -> Brief:
    """The brief of a story whose facts, sources and narratives are read."""
    page, problems = story.page, story.problems
    first_fact = facts[0].text if facts else ""
    head = read_head(
        page,
        story.outline.head,
        first_fact=first_fact,
        given_title=story.given_title,
        is_main=story.outline.is_main,
    )
    title = page.slice(head.title.start, head.title.end) if head.title else ""
    if where_cut:
        problems.add(ProblemCode.CUT_OFF, story.outline.last_words, sentences.cut_off(where_cut))
    report_leftovers(page, problems, head.title, head.lead, facts, spins)
    return Brief(
        text=page.text,
        layout=layout,
        title=title if story.given_title is None else story.given_title,
        title_span=head.title if story.given_title is None else None,
        lead=page.slice(head.lead.start, head.lead.end) if head.lead else None,
        lead_span=head.lead,
        address=None,
        published_at=head.published_at or story.published_at,
        id=None,
        facts=tuple(facts),
        sources=listing.sources,
        narratives=tuple(spins.narratives),
        forecasts=tuple(spins.forecasts),
        problems=problems.all(),
        is_complete=where_cut is None,
        first_line=page.first_line,
    )


def report_leftovers(
    page: Page, problems: Problems, title: Span | None, lead: Span | None, facts: Sequence[Fact], spins: Spins
) -> None:
    """Report mark-up that is left over in the words that are kept."""
    spans = [(span.start, span.end) for span in (title, lead) if span]
    spans += [(fact.start, fact.end) for fact in facts]
    for narrative in spins.narratives:
        spans.append((narrative.start, narrative.end))
    for start, end in spans:
        if found := leftover(page, start, end):
            problems.add(ProblemCode.BROKEN_MARKUP, found[0], sentences.broken_markup(found[1]))
