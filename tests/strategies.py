"""Generated briefs: small worlds in which outlets, people and sentences come again and again.

`brief_of` builds a brief from what it says, text and offsets included; `briefs` draws one, and
`loads` draws what a store may be given: several stories, some in several versions, some twice.
Extend the drawing here, so that every property test sees what is new.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from briefgraph.brief import (
    Brief,
    Citation,
    Fact,
    Forecast,
    Layout,
    Narrative,
    Problem,
    ProblemCode,
    Provider,
    Source,
    Span,
)

OUTLETS = (
    "Bramble Courier",
    "The Bramble Courier",
    "bramble courier (a)",
    "Bramble Courier (b)",
    "Lantern Post",
    "LANTERN POST",
    "Harrow Wire",
    "Ostrava Herald 7",
    "Żuraw Dziennik",
    "tidewater.example",
    "Quill & Anchor",
)
LEADS = (None, "Gov. Maria Ostrow spoke in Drosk.", "Nothing was decided. 🦊 Tomas Brekke left.")
FACTS = (
    "The dam near Drosk held, Gov. Maria Ostrow said.",
    "the dam near Drosk held,  Gov. Maria Ostrow said",
    "Finance Minister Tomas Brekke resigned on Monday.",
    "Ostrow thanked Tomas Brekke and Lena Virtane for 14 years of work.",
    "Some 1,200 people left their homes.",
    "Some 1,300 people left their homes.",
    "🦊 A fox named Pilot was seen by Lena Virtane in Sorvanil.",
    "Écoles in Sorvanil stay shut until 4 May.",
)
STANCES = (("Pro-dam narrative", "pro-dam"), ("Anti-dam narrative", "anti-dam"), ("Narrative A", None))
NARRATIVES = (
    "Maria Ostrow did what had to be done, and the valley is safe.",
    "Brekke warned of this for years; nobody listened to Tomas Brekke.",
    "🦊🦊 Both sides are wrong.",
)
DATES = tuple(f"2024-0{month}-1{day}T00:00:00Z" for month in (1, 2, 3) for day in (0, 1, 2))
QUESTIONS = ("Will the dam be rebuilt before 2030?", "Will Tomas Brekke run again?")


@dataclass(frozen=True)
class Says:
    """One fact: its words and the labels it cites; or one narrative: its words and its providers."""

    text: str
    labels: tuple[str, ...] = ()
    stance: int = 0


class _Text:
    """Puts words together and says where they stand."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, words: str, after: str = "\n") -> tuple[int, int]:
        start = len(self.text)
        self.text += words + after
        return start, start + len(words)


def brief_of(
    facts: Sequence[Says] = (),
    narratives: Sequence[Says] = (),
    *,
    title: str = "The dam near Drosk",
    lead: str | None = None,
    listed: Sequence[str] = (),
    questions: Sequence[tuple[str, float]] = (),
    problems: Sequence[ProblemCode] = (),
    address: str | None = "https://www.briefs.example/drosk",
    published_at: str | None = "2024-01-10T00:00:00Z",
    id: str | None = None,
    is_complete: bool = True,
) -> Brief:
    """A brief that says these things: every label that a fact cites is listed, then those of `listed`."""
    page = _Text()
    title_at = page.put(title)
    lead_at = page.put(lead) if lead is not None else None
    labels = list(dict.fromkeys([label for fact in facts for label in fact.labels] + list(listed)))
    made_facts = []
    for position, fact in enumerate(facts, 1):
        start, _ = page.put(fact.text, " ")
        citations = []
        for label in fact.labels:
            marker = str(labels.index(label) + 1)
            begin, end = page.put(f"[{marker}]", "")
            citations.append(Citation(marker=marker, label=label, url=None, start=begin, end=end))
        made_facts.append(
            Fact(
                position=position,
                text=" ".join(fact.text.split()),
                start=start,
                end=len(page.text.rstrip()),
                citations=tuple(citations),
            )
        )
        page.put("")
    sources = []
    for position, label in enumerate(labels, 1):
        begin, end = page.put(label, ", ")
        url = f"https://pages.example/{position}" if position % 3 == 0 else None
        sources.append(
            Source(position=position, marker=str(position), label=label, url=url, start=begin, end=end)
        )
    made_narratives = []
    for position, narrative in enumerate(narratives, 1):
        label, stance = STANCES[narrative.stance]
        page.put(label, ": ")
        start, end = page.put(narrative.text, " ")
        providers = []
        for place, name in enumerate(narrative.labels, 1):
            begin, stop = page.put(name, "; ")
            providers.append(Provider(position=place, label=name, start=begin, end=stop))
        made_narratives.append(
            Narrative(
                position=position,
                label=label,
                stance=stance,
                text=narrative.text,
                start=start,
                end=end,
                providers=tuple(providers),
            )
        )
    forecasts = []
    for position, (question, probability) in enumerate(questions, 1):
        start, end = page.put(question)
        forecasts.append(
            Forecast(
                position=position,
                question=question,
                probability=probability,
                source="Augury",
                start=start,
                end=end,
            )
        )
    return Brief(
        text=page.text,
        layout=Layout.LITE_BRACKETED,
        title=title,
        title_span=Span(start=title_at[0], end=title_at[1]),
        lead=lead,
        lead_span=Span(start=lead_at[0], end=lead_at[1]) if lead_at else None,
        address=address,
        published_at=published_at,
        id=id,
        facts=tuple(made_facts),
        sources=tuple(sources),
        narratives=tuple(made_narratives),
        forecasts=tuple(forecasts),
        problems=tuple(
            Problem(code=code, message=f"Something is {code.lower()}.", line=1, column=1) for code in problems
        ),
        is_complete=is_complete,
    )


def _says(texts: Sequence[str], most: int) -> st.SearchStrategy[list[Says]]:
    one = st.builds(
        Says,
        text=st.sampled_from(texts),
        labels=st.lists(st.sampled_from(OUTLETS), max_size=3).map(tuple),
        stance=st.integers(0, len(STANCES) - 1),
    )
    return st.lists(one, max_size=most)


def briefs(
    addresses: Sequence[str | None] = ("briefs.example/a", "briefs.example/b", "briefs.example/c", None),
    dates: Sequence[str | None] = (None, *DATES),
) -> st.SearchStrategy[Brief]:
    """One brief. Sentences come twice in one story, outlets under several spellings, texts above U+FFFF."""
    return st.builds(
        brief_of,
        facts=_says(FACTS, 4),
        narratives=_says(NARRATIVES, 2),
        title=st.sampled_from(("The dam near Drosk", "A fox in Sorvanil", "Żuraw, the crane")),
        lead=st.sampled_from(LEADS),
        listed=st.lists(st.sampled_from(OUTLETS), max_size=2),
        questions=st.lists(
            st.tuples(st.sampled_from(QUESTIONS), st.sampled_from((0.25, 0.3333, 1.0))), max_size=2
        ),
        problems=st.lists(st.sampled_from(ProblemCode), max_size=2),
        address=st.sampled_from(addresses),
        published_at=st.sampled_from(dates),
        is_complete=st.booleans(),
    )


@st.composite
def loads(draw: st.DrawFn, most: int = 6) -> list[Brief]:
    """Briefs to load. No two have one date, so that versions of one story are told apart in any order."""
    drawn = draw(st.lists(briefs(dates=(None,)), min_size=1, max_size=most))
    dates = draw(st.permutations([None, *DATES]))
    return [replace(brief, published_at=date) for brief, date in zip(drawn, dates, strict=False)]
