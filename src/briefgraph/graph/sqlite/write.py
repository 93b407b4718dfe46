"""The one writer: briefs in, rows out, all in one transaction, set by set.

Stories are replaced whole. What several stories share follows from what changed: counters and pair
weights by difference, claims and who backs them anew for the claims that a changed fact states. The
cost of a brief does not grow with the graph, but with how many facts state the same claims.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import apsw
import orjson

from briefgraph import ids
from briefgraph.brief_json import to_json
from briefgraph.graph.ledger import Joined, join, revision_of
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite.connections import transaction
from briefgraph.graph.sqlite.rows import CLAIM, OUTLET, PERSON, Keys, Rows
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.graph.store import Arrival, Rebuild, Receipt
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name

TEMPORARY = (
    "touched-story", "touched-claim", "outlet-tally", "person-tally", "pair-tally", "person-outlet-tally",
    "spelling-tally",
)  # fmt: skip
OF_STORIES = (
    "covered",
    "citations",
    "appearances",
    "mentioning-facts",
    "pairs",
    "person-outlets",
    "spellings",
)
REMOVED = (  # what hangs on facts and narratives goes before they do
    "mentioned-in-facts", "mentioned-in-narratives", "mentions-of-facts", "mentions-of-narratives",
    "mentions-of-leads", "cites", "provided-by", "lists", "covered-by", "appears-in", "spelling", "problem",
    "forecast", "narrative", "fact", "story",
)  # fmt: skip


class Writer:
    """Writes through one connection. Not for two threads at once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._sql = Statements(connection, "write")
        for name in TEMPORARY:
            self._sql.do(f"make-{name}")

    def write(self, arrivals: Sequence[Arrival], rebuild: Rebuild) -> list[Receipt]:
        """As `Store.write`."""
        with transaction(self._connection):
            change = _Change(self._sql)
            receipts = change.join(arrivals, rebuild)
            change.apply()
        return receipts

    def delete(self, story_id: str) -> bool:
        """As `Store.delete`."""
        with transaction(self._connection):
            change = _Change(self._sql)
            found = change.remove(story_id)
            change.apply()
        return found


class _Change:
    """What one transaction does."""

    def __init__(self, sql: Statements) -> None:
        self._sql = sql
        self._keys = Keys(sql)
        self._rows = Rows(sql, self._keys)
        self._stories: list[tuple[int]] = []
        self._replaces = False  # whether a story that was there before is among them
        self._unused: dict[str, list[tuple[int]]] = {"outlet": [], "person": []}

    # --- what changes ------------------------------------------------------------------------

    def join(self, arrivals: Sequence[Arrival], rebuild: Rebuild) -> list[Receipt]:
        """Join the arrivals to the ledger and gather the rows of every story that has a new revision."""
        by_story: dict[str, list[int]] = defaultdict(list)
        for place, arrival in enumerate(arrivals):
            by_story[arrival.story_id].append(place)
        receipts: dict[int, Receipt] = {}
        received = int(self._sql.row("arrivals")[0])
        before = received
        for story_id, places in by_story.items():
            joined = self._join_one(story_id, [arrivals[place] for place in places], received + 1, rebuild)
            received += len(places) if joined.new else 0
            receipts.update(zip(places, joined.receipts, strict=True))
        if received > before:
            self._sql.do("count-arrivals", received)
        return [receipts[place] for place in range(len(arrivals))]

    def _join_one(self, story_id: str, arrivals: Sequence[Arrival], count: int, rebuild: Rebuild) -> Joined:
        found = self._sql.row("story-key", story_id)
        known: list[Revision] = []
        if found is not None:
            numbers = dict(self._sql.rows("ledger-digests", found[0]))
            if all(arrival.digest in numbers for arrival in arrivals):
                same = (Receipt(story_id=story_id, version=numbers[a.digest], is_new=False) for a in arrivals)
                return Joined(revisions=(), new=frozenset(), receipts=tuple(same))
            known = [revision_of(row) for row in self._sql.rows("ledger-revisions", found[0])]
        joined = join(known, arrivals, count)
        key = self._keys.next("story") if found is None else int(found[0])
        self._put_in_ledger(key, known, joined)
        self._touch(key, replaces=found is not None)
        self._rows.add(key, rebuild(story_id, joined.revisions))
        return joined

    def _put_in_ledger(self, key: int, known: Sequence[Revision], joined: Joined) -> None:
        numbers = {revision.id: revision.number for revision in joined.revisions}
        moved = [revision for revision in known if numbers[revision.id] != revision.number]
        if moved:
            self._sql.do("unnumber-revisions", key)
            self._sql.many("number-revision", [(numbers[revision.id], revision.id) for revision in known])
        self._sql.many(
            "add-revision",
            [
                (self._keys.next("revision"), revision.id, key, revision.number, revision.published_at,
                 revision.recorded_at, revision.arrival, revision.digest, revision.brief.text,
                 to_json(revision.brief))
                for revision in joined.revisions
                if revision.digest in joined.new
            ],
        )  # fmt: skip

    def remove(self, story_id: str) -> bool:
        """Take a story away, its ledger too; False where there is none."""
        found = self._sql.row("story-key", story_id)
        if found is None:
            return False
        self._sql.do("remove-revisions", found[0])
        self._touch(int(found[0]), replaces=True)
        return True

    def _touch(self, key: int, *, replaces: bool) -> None:
        self._stories.append((key,))
        self._replaces |= replaces

    # --- carrying it out ---------------------------------------------------------------------

    def apply(self) -> None:
        """Replace the rows of the touched stories, then everything that follows from them."""
        if not self._stories:
            return
        sql, tables = self._sql, self._rows.tables
        for name in TEMPORARY:
            sql.do(f"clear-{name}")
        for name in ("outlet", "person", "claim"):
            sql.many(f"add-{name}", tables.pop(name))
        sql.many("touch-story", self._stories)
        sql.many("touch-claim", [(claim,) for claim in self._rows.claims])
        if self._replaces:
            sql.do("touch-claims-of-stories")
        for row in self._rows.described:
            sql.do("touch-claims-of-outlet", row[-1])
        sql.many("describe-outlet", self._rows.described)

        unindexed = [] if not self._replaces else [row for (row,) in sql.rows("unindexed-rows")]
        self._tally(-1)
        if self._replaces:
            for name in REMOVED:
                sql.do(f"remove-{name}")
        sql.do("remove-backs")
        for name, rows in tables.items():
            sql.many(f"add-{name}", rows)
        sql.do("add-backs")
        self._tally(1)
        respelt = self._settle_names()
        outlets, people = self._settle_counters()
        sql.do("settle-claims")
        self._search(unindexed, respelt[0] | outlets, respelt[1] | people)
        if self._replaces:
            sql.do("remove-unstated-claims")
        # Last: pairs and counters of an outlet that nobody writes any more were settled through its row.
        sql.many("remove-outlet", self._unused["outlet"])
        sql.many("remove-person", self._unused["person"])

    def _tally(self, sign: int) -> None:
        self._sql.do("tally-backs", sign)
        if sign > 0 or self._replaces:
            for name in OF_STORIES:
                self._sql.do(f"tally-{name}", sign)

    def _settle_counters(self) -> tuple[set[int], set[int]]:
        """Bring counters and pairs up to date; the outlets and people that come into or go out of sight."""
        sql = self._sql
        outlets, people = sql.rows("outlet-changes"), sql.rows("person-changes")
        sql.many("settle-outlet", [row[:-1] for row in outlets])
        sql.many("settle-person", [row[:-1] for row in people])
        sql.do("settle-pairs")
        sql.do("settle-person-outlets")
        if self._replaces:
            sql.do("remove-empty-pairs")
            sql.do("remove-empty-person-outlets")
        return {row[-2] for row in outlets if row[-1]}, {row[-2] for row in people if row[-1]}

    def _settle_names(self) -> tuple[set[int], set[int]]:
        """Bring spellings and names up to date; the outlets and people that got another."""
        sql = self._sql
        outlets = {key for (key,) in sql.rows("respelt-outlets")}
        people = {key for (key,) in sql.rows("respelt-people")}
        for kind in ("outlet", "person"):
            sql.do(f"settle-{kind}-aliases")
            if self._replaces:
                sql.do(f"remove-unused-{kind}-aliases")
        self._name("outlet", outlets, display_name)
        self._name("person", people, best_name)
        return outlets, people

    def _name(self, kind: str, keys: set[int], best: Callable[[list[str]], str]) -> None:
        renamed = []
        for key in sorted(keys):
            spellings = self._sql.rows(f"{kind}-spellings", key)
            seen = [alias for alias, uses, _ in spellings if uses]
            if not seen:
                self._unused[kind].append((key,))
                continue
            name = best([alias for alias, _, named in spellings if named] or seen)
            renamed.append((name, orjson.dumps(seen).decode(), ids.sort_key(name), key))
        self._sql.many(f"name-{kind}", renamed)

    def _search(self, unindexed: list[int], outlets: set[int], people: set[int]) -> None:
        """Bring the search rows up to date, in the order of their numbers: FTS5 is quickest so."""
        sql = self._sql
        gone, found = unindexed, self._rows.searched
        for key, was_seen, text in sql.rows("changed-claims"):
            if was_seen:
                gone.append(16 * key + CLAIM)
            if text is not None:
                found.append((16 * key + CLAIM, ids.stored_tokens(text)))
        for kind, name, keys in ((OUTLET, "outlet", outlets), (PERSON, "person", people)):
            for key in keys:
                gone.append(16 * key + kind)
                said = sql.row(f"{name}-words", key)
                if said is not None:
                    found.append((16 * key + kind, ids.stored_tokens(" ".join([said[0], *orjson.loads(said[1])]))))
        sql.many("remove-words", [(row,) for row in sorted(gone)])
        sql.many("add-words", sorted(found))
