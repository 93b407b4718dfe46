"""From records to rows: what a story puts into each table, with the keys that join them.

Keys of outlets, people and claims are looked up, or counted on from the greatest; everything that
belongs to one story is a pure function of its record.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from briefgraph import ids
from briefgraph.graph.record import (
    Cited,
    FactRecord,
    ForecastRecord,
    Mentioned,
    NarrativeRecord,
    OutletRef,
    PersonRef,
    StoryRecord,
)
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.resolve.clusters import Membership

STORY, FACT, CLAIM, OUTLET, PERSON, NARRATIVE = range(1, 7)  # the kinds of search rows

Row = tuple[Any, ...]


class Keys:
    """The next key of every table, within one write transaction."""

    def __init__(self, sql: Statements) -> None:
        names = ("story", "revision", "fact", "narrative", "forecast", "problem", "claim", "outlet", "person", "wording")
        self._last = dict(zip(names, sql.row("last-keys"), strict=True))

    def next(self, table: str) -> int:
        """A key that the table has not used."""
        self._last[table] += 1
        return int(self._last[table])


class Rows:
    """The rows of one transaction's records, table by table, before any of them is written."""

    def __init__(self, sql: Statements, keys: Keys) -> None:
        self._sql = sql
        self._keys = keys
        self._outlets: dict[str, int] = {}
        self._people: dict[str, int] = {}
        self._claims: dict[str, int] = {}
        self.texts: dict[str, str] = {}  # what facts say, by wording: the least of their texts
        self._facts: list[tuple[str, Row, Row]] = []  # (wording, what comes before the claim, what comes after it)
        self.described: list[Row] = []
        self.tables: dict[str, list[Row]] = {
            name: []
            for name in (
                "outlet", "person", "claim", "story", "fact", "narrative", "forecast", "problem", "lists",
                "cites", "attributed-to", "provided-by", "mention", "covered-by", "appears-in", "mentioned-in", "spelling",
                "renamed", "forecast-words",
            )
        }  # fmt: skip
        self.searched: list[tuple[int, str]] = []

    def add(self, key: int, record: StoryRecord) -> None:
        """Take in one story, which has the key `key`."""
        _Story(self, key, record).gather()

    def new(self, table: str) -> int:
        """A key for a new row."""
        return self._keys.next(table)

    def outlet(self, ref: OutletRef) -> int:
        """The outlet's key; its kind, country, domain and owner become what the registry says now."""
        key = self._outlets.get(ref.id)
        if key is None:
            said = (ref.kind, ref.country, ref.domain, ref.owner)
            found = self._sql.row("find-outlet", ref.id)
            if found is None:
                key = self.new("outlet")
                self.tables["outlet"].append((key, ref.id, *said))
            else:
                key = int(found[0])
                if tuple(found[1:]) != said:
                    self.described.append((*said, key))
            self._outlets[ref.id] = key
        return key

    def person(self, ref: PersonRef) -> int:
        """The person's key."""
        key = self._people.get(ref.id)
        if key is None:
            key = self._find("person", ref.id)
            if key is None:
                key = self.new("person")
                self.tables["person"].append((key, ref.id))
            self._people[ref.id] = key
        return key

    def claim(self, claim_id: str) -> int:
        """The key of a claim; one that is not there yet is made."""
        key = self._claims.get(claim_id)
        if key is None:
            key = self._find("claim", claim_id)
            if key is None:
                key = self.new("claim")
                self.tables["claim"].append((key, claim_id))
            self._claims[claim_id] = key
        return key

    def fact(self, fact: FactRecord, before: Row, after: Row) -> None:
        """Take in a fact; the claim that it states is found later."""
        self.texts[fact.wording] = min(self.texts.get(fact.wording, fact.text), fact.text)
        self._facts.append((fact.wording, before, after))

    def place_facts(self, wording_key: Callable[[str], int], members: Mapping[str, Membership]) -> None:
        """Put the facts into their table, now that it is known which claim each wording states."""
        for wording, before, after in self._facts:
            member = members[wording]
            self.tables["fact"].append(
                (*before, wording_key(wording), self.claim(member.claim), member.score, member.method, *after)
            )

    def _find(self, table: str, node_id: str) -> int | None:
        found = self._sql.row(f"find-{table}", node_id)
        return None if found is None else int(found[0])


class _Story:
    """One story's rows. Stored relations take in only what stands in the newest version."""

    def __init__(self, rows: Rows, key: int, record: StoryRecord) -> None:
        self._rows = rows
        self._tables = rows.tables
        self._key = key
        self._record = record
        self._published, self._published_last = ids.date_keys(record.published_at)
        self._covers: set[int] = set()
        self._cited: Counter[int] = Counter()  # outlets that facts cite: how often
        self._provided: Counter[int] = Counter()  # outlets that narratives credit: how many do
        self._uses: Counter[tuple[str, int, str]] = Counter()
        self._named: Counter[tuple[str, int, str]] = Counter()
        self._mentions: list[tuple[str, int, Mentioned]] = []

    def gather(self) -> None:
        record, key = self._record, self._key
        self._tables["story"].append(
            (key, record.id, record.title, record.lead, record.address, record.published_at,
             record.recorded_at, record.layout, record.is_complete, record.version, key,
             ids.sort_key(record.title), self._published, self._published_last)
        )  # fmt: skip
        self._search(STORY, key, record.title if record.lead is None else f"{record.title}\n{record.lead}")
        self._mentions += [("STORY", key, mention) for mention in record.mentions]
        for fact in record.facts:
            self._fact(fact)
        for narrative in record.narratives:
            self._narrative(narrative)
        for forecast in record.forecasts:
            self._forecast(forecast)
        for problem in record.problems:
            self._tables["problem"].append(
                (self._rows.new("problem"), problem.id, key, problem.position, problem.code, problem.message,
                 problem.line, problem.column, problem.is_closed, self._published)
            )  # fmt: skip
        self._tables["renamed"] += [(node, key) for node in record.renamed]
        self._edges("lists", key, record.lists)
        self._tables["covered-by"] += [
            (outlet, key, self._published, record.id, self._cited[outlet], self._provided[outlet]) for outlet in self._covers
        ]
        self._people()
        self._tables["spelling"] += [
            (key, *spelling, self._uses[spelling], self._named[spelling])
            for spelling in self._uses | self._named
        ]

    def _fact(self, fact: FactRecord) -> None:
        key = self._rows.new("fact")
        self._rows.fact(
            fact,
            (key, fact.id, self._key, fact.position, fact.text, *_place(fact), *_run(fact)),
            (fact.is_reviewed, self._published, self._published_last),
        )
        self._cited.update(self._edges("cites", key, fact.cites, (self._published, fact.id)))
        self._tables["attributed-to"] += [
            (key, edge.run.first_version, edge.position, self._named_outlet(edge.outlet), edge.kind, edge.text,
             *_place(edge), edge.run.last_version, self._published, fact.id)
            for edge in fact.attributions
        ]  # fmt: skip
        self._mentions += [("FACT", key, mention) for mention in fact.mentions]
        if fact.run.last_version is None:
            self._search(FACT, key, fact.text)
            self._mentioned("FACT", key, fact.id, fact.mentions)

    def _narrative(self, narrative: NarrativeRecord) -> None:
        key = self._rows.new("narrative")
        self._tables["narrative"].append(
            (key, narrative.id, self._key, narrative.position, narrative.label, narrative.stance,
             narrative.text, *_place(narrative), *_run(narrative), self._published, self._published_last)
        )  # fmt: skip
        stance_id = None if narrative.stance is None else ids.stance_id(narrative.stance)
        credited: set[int] = set()
        for edge in narrative.providers:
            outlet = self._outlet(edge)
            credited |= {outlet} if edge.run.last_version is None else set()
            self._tables["provided-by"].append(
                (key, edge.run.first_version, edge.position, outlet, edge.label, *_place(edge),
                 edge.run.last_version, self._published, narrative.id, stance_id)
            )  # fmt: skip
        self._provided.update(credited)
        self._mentions += [("NARRATIVE", key, mention) for mention in narrative.mentions]
        if narrative.run.last_version is None:
            self._search(NARRATIVE, key, narrative.text)
            self._mentioned("NARRATIVE", key, narrative.id, narrative.mentions)

    def _forecast(self, forecast: ForecastRecord) -> None:
        key = self._rows.new("forecast")
        self._tables["forecast"].append(
            (key, forecast.id, self._key, forecast.position, forecast.question, forecast.probability,
             forecast.source, *_place(forecast), *_run(forecast), forecast.question_key, self._published,
             self._published_last)
        )  # fmt: skip
        if forecast.run.last_version is None:
            self._tables["forecast-words"].append((key, ids.stored_tokens(forecast.question)))

    def _edges(self, table: str, owner: int, edges: Iterable[Cited], more: Row = ()) -> list[int]:
        """Take in edges to outlets; the outlets of those that stand, as often as there is one."""
        standing = []
        for edge in edges:
            outlet = self._outlet(edge)
            standing += [outlet] if edge.run.last_version is None else []
            self._tables[table].append(
                (owner, edge.run.first_version, edge.position, outlet, edge.marker, edge.label,
                 edge.url, *_place(edge), edge.run.last_version, *more)
            )  # fmt: skip
        return standing

    def _outlet(self, edge: Cited) -> int:
        key = self._named_outlet(edge.outlet)
        if edge.run.last_version is None:
            self._covers.add(key)
        return key

    def _named_outlet(self, ref: OutletRef) -> int:
        """An outlet that an edge goes to, spelt as it is there."""
        key = self._rows.outlet(ref)
        self._uses["OUTLET", key, ref.alias] += 1
        if ref.name is not None:
            self._named["OUTLET", key, ref.name] += 1
        return key

    def _mentioned(self, kind: str, owner: int, owner_id: str, mentions: Sequence[Mentioned]) -> None:
        for person, person_id, count, role in _by_person(self._rows, mentions):
            self._tables["mentioned-in"].append(
                (person, kind, owner, count, role, self._published, owner_id, person_id)
            )

    def _people(self) -> None:
        """Mentions in the order of the story, past ones last, and who appears in it."""
        self._mentions.sort(key=lambda entry: entry[2].run.last_version is not None)
        for rank, (kind, owner, mention) in enumerate(self._mentions, 1):
            person = self._rows.person(mention.person)
            self._uses["PERSON", person, mention.text] += 1
            self._named["PERSON", person, mention.person.name] += 1
            self._tables["mention"].append(
                (self._key, kind, owner, mention.run.first_version, mention.position, rank, person,
                 mention.text, mention.role, *_place(mention), mention.run.last_version)
            )  # fmt: skip
        for person, person_id, count, role in _by_person(
            self._rows, [mention for *_, mention in self._mentions]
        ):
            self._tables["appears-in"].append(
                (person, self._key, count, role, self._published, self._record.id, person_id)
            )

    def _search(self, kind: int, key: int, text: str) -> None:
        self._rows.searched.append((16 * key + kind, ids.stored_tokens(text)))


def _by_person(rows: Rows, mentions: Iterable[Mentioned]) -> list[tuple[int, str, int, str | None]]:
    """(key, id, how many, first role) of each person whom standing mentions name."""
    standing = [mention for mention in mentions if mention.run.last_version is None]
    counts = Counter(mention.person.id for mention in standing)
    keys: dict[str, int] = {}
    roles: dict[str, str | None] = {}
    for mention in standing:
        person = mention.person.id
        keys[person] = rows.person(mention.person)
        roles[person] = roles.get(person) or mention.role
    return [(keys[person], person, count, roles[person]) for person, count in counts.items()]


def _place(item: Any) -> Row:
    place = item.place
    return place.start, place.end, place.start_utf16, place.end_utf16


def _run(item: Any) -> Row:
    return item.run.first_version, item.run.last_version
