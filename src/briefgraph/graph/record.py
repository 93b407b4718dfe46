"""What one story puts into the graph, in full: the unit that a store writes, replaces and removes.

A graph is the sum of its records: outlets, people, claims, counters and stored relations all
follow from them, which is why briefs may come in any order, twice, or be taken away again.
A record is a pure function of the story's revisions (`ingest.Importer.rebuild`).

`first_version`..`last_version` is a run of versions without a gap; `last_version` is None while the
row stands in the newest. Offsets are into the text of the last version of the run, in code points;
`start_utf16`/`end_utf16` are the same in UTF-16 units.
"""

from dataclasses import dataclass, field

from briefgraph.brief import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of a story as it was received: a row of the ledger.

    Versions are in the order of `published_at`, or of `recorded_at` where there is none, then of
    arrival; what other stories brought, which were merged into this one, comes before its own. `origin` is
    the story that the brief told when it came. The same `digest` twice is one revision of it.
    """

    id: str
    origin: str
    number: int
    published_at: str | None
    recorded_at: str
    arrival: int
    digest: str
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand, in code points and in UTF-16 units."""

    start: int
    end: int
    start_utf16: int
    end_utf16: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The versions, without a gap, that a row stands in."""

    first_version: int
    last_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRef:
    """Whom a label names. `name` is None where no registry knows it: the store names it then."""

    id: str
    name: str | None
    kind: str | None
    country: str | None
    domain: str | None
    owner: str | None
    alias: str  # this spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef:
    """Whom a mention names."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """MENTIONS: offsets are into the text of the node that mentions."""

    run: Run
    position: int
    person: PersonRef
    text: str
    role: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """CITES and LISTS and PROVIDED_BY: an edge to an outlet. A provider has no marker and no url."""

    run: Run
    position: int
    outlet: OutletRef
    marker: str | None
    label: str
    url: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """ATTRIBUTED_TO: whom the text of a fact itself says that it has something from; offsets are into that text."""

    run: Run
    position: int
    outlet: OutletRef
    kind: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecord:
    """A fact, whom it cites, whom it mentions and whom it says that it has something from.

    `wording` is the id of its wording: facts of one wording state one claim, and so may others (`graph.linking`).
    """

    id: str
    run: Run
    position: int
    text: str
    place: Place
    wording: str
    is_reviewed: bool
    cites: tuple[Cited, ...] = ()
    mentions: tuple[Mentioned, ...] = ()
    attributions: tuple[Attributed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeRecord:
    """A narrative, its providers and whom it mentions."""

    id: str
    run: Run
    position: int
    label: str
    stance: str | None
    text: str
    place: Place
    providers: tuple[Cited, ...] = ()
    mentions: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRecord:
    """A forecast. Those of one question have one `question_key`, in whatever story they stand."""

    id: str
    run: Run
    position: int
    question: str
    probability: float
    source: str | None
    place: Place
    question_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRecord:
    """A problem of the newest version. `is_closed`: someone has dealt with it."""

    id: str
    position: int
    code: str
    message: str
    line: int
    column: int
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """Everything that one story puts into the graph. `revisions` are in the order of their numbers.

    `renamed` holds the ids of outlets and people that the briefs name and that stand here for others, by what
    people decided: where that changes, the story is made anew.
    """

    id: str
    title: str
    lead: str | None
    address: str | None
    published_at: str | None
    recorded_at: str
    layout: str
    is_complete: bool
    version: int
    revisions: tuple[Revision, ...]
    facts: tuple[FactRecord, ...] = ()
    narratives: tuple[NarrativeRecord, ...] = ()
    forecasts: tuple[ForecastRecord, ...] = ()
    problems: tuple[ProblemRecord, ...] = ()
    lists: tuple[Cited, ...] = ()
    mentions: tuple[Mentioned, ...] = field(default=())  # of the lead
    renamed: frozenset[str] = frozenset()
