"""Citations: which source each marker of each fact names, and what is wrong where none does.

A marker cites the one source that has its number. Where a number is given to different sources,
it cites the one whose place in the list agrees with the number, else nothing: a citation left out
is a gap, a wrong one makes an outlet say what it never said.
"""

from collections.abc import Sequence

from briefgraph.brief import Citation, Fact, ProblemCode, Source
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.markers import Marker, without
from briefgraph.briefs.names import folded
from briefgraph.briefs.page import Page
from briefgraph.briefs.problems import Problems
from briefgraph.briefs.sources import Listing


def cite(
    page: Page,
    spans: Sequence[tuple[int, int]],
    markers: Sequence[Sequence[Marker]],
    listing: Listing,
    problems: Problems,
    *,
    unsure: frozenset[int] = frozenset(),
) -> tuple[Fact, ...]:
    """The facts with their citations; everything that is wrong between markers and list is reported.

    `unsure` are numbers that an undecided run of digits may stand for: they are not called uncited.
    """
    by_number, disputed = _numbered(listing.sources, problems)
    has_numbers = bool(by_number or disputed)
    facts: list[Fact] = []
    cited: set[int] = set()
    reported: set[int] = set()
    for (start, end), found in zip(spans, markers, strict=True):
        citations: dict[int, Citation] = {}
        for marker in found:
            source = by_number.get(marker.number)
            cited.add(marker.number)
            if source is None:
                if has_numbers and marker.number not in reported:
                    reported.add(marker.number)
                    message = (
                        sentences.disputed_marker(str(marker.number))
                        if marker.number in disputed
                        else sentences.dangling_marker(str(marker.number), len(listing.sources))
                    )
                    problems.add(ProblemCode.DANGLING_MARKER, marker.start, message)
            elif source.position not in citations:
                citations[source.position] = Citation(
                    marker=str(marker.number),
                    label=source.label,
                    url=source.url,
                    start=marker.start,
                    end=marker.end,
                )
        facts.append(
            Fact(
                position=len(facts) + 1,
                text=without(page, start, end, tuple(found)),
                start=start,
                end=end,
                citations=tuple(citations.values()),
            )
        )
    if not has_numbers and cited:
        first = next(marker for found in markers for marker in found)
        problems.add(
            ProblemCode.NO_SOURCES, first.start, sentences.no_sources(sum(len(found) for found in markers))
        )
    for source in listing.sources:
        if source.marker and int(source.marker) not in cited | unsure:
            problems.add(
                ProblemCode.UNCITED_SOURCE,
                source.start,
                sentences.uncited_source(source.marker, source.label),
            )
    return tuple(facts)


def _numbered(sources: Sequence[Source], problems: Problems) -> tuple[dict[int, Source], set[int]]:
    groups: dict[int, list[Source]] = {}
    for source in sources:
        if source.marker:
            groups.setdefault(int(source.marker), []).append(source)
    by_number: dict[int, Source] = {}
    disputed: set[int] = set()
    for number, group in groups.items():
        for other in group[1:]:
            problems.add(
                ProblemCode.DUPLICATE_NUMBER,
                other.start,
                sentences.duplicate_number(str(number), other.label),
            )
        in_place = [source for source in group if source.position == number]
        if len({folded(source.label) for source in group}) == 1:
            by_number[number] = group[0]
        elif in_place:
            by_number[number] = in_place[0]
        else:
            disputed.add(number)
    return by_number, disputed
