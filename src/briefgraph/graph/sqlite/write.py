"""The one writer: briefs and decisions in, rows out, all in one transaction, set by set.

Stories are replaced whole. What several stories share follows from what changed: counters and pair
weights by difference, wordings through `graph.linking`, claims and who backs them anew for the claims that
a changed wording states. The cost of a brief does not grow with the graph, but with how many facts state the
same claims.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import apsw
import orjson

from briefgraph import ids
from briefgraph.brief_json import to_json
from briefgraph.graph.decisions import Decision, Decisions, Stale
from briefgraph.graph.ledger import Joined, join, regrouped, revision_id, revision_of
from briefgraph.graph.linking import link
from briefgraph.graph.log import amended, decision_of, row_of
from briefgraph.graph.measures import Analysis
from briefgraph.graph.record import Revision
from briefgraph.graph.sqlite.connections import transaction
from briefgraph.graph.sqlite.events import settle_events
from briefgraph.graph.sqlite.links import SqliteLinks, run
from briefgraph.graph.sqlite.manifest import Manifest
from briefgraph.graph.sqlite.measures import put_measures
from briefgraph.graph.sqlite.rows import CLAIM, OUTLET, PERSON, Keys, Rows
from briefgraph.graph.sqlite.settle import settle_backers, settle_claims, settle_counters
from briefgraph.graph.sqlite.statements import Statements
from briefgraph.graph.store import Arrival, Receipt, Resolver
from briefgraph.graph.wordings import Moves, change_of, decided_moves, linked_moves
from briefgraph.resolve.clusters import Membership
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name

TEMPORARY = (
    "touched-story", "touched-claim", "outlet-tally", "person-tally", "pair-tally", "person-outlet-tally",
    "spelling-tally", "citing-tally", "stance-tally", "backs-before", "co-backing-tally", "co-mention-tally", "conflict-tally",
)  # fmt: skip
OF_STORIES = (
    "covered",
    "citations",
    "attributions",
    "appearances",
    "mentioning-facts",
    "pairs",
    "person-outlets",
    "co-mentions-of-stories",
    "co-mentions-of-facts",
    "spellings",
    "citing-facts",
    "advocacies",
    "stances",
)
REMOVED = (  # what hangs on facts and narratives goes before they do
    "mentioned-in-facts", "mentioned-in-narratives", "mentions-of-facts", "mentions-of-narratives",
    "mentions-of-leads", "cites", "attributed-to", "provided-by", "lists", "covered-by", "appears-in", "spelling", "problem",
    "renamed", "forecast-words", "forecast", "narrative", "fact", "story",
)  # fmt: skip

class Writer:
    """Writes through one connection, and names in the manifest, where there is one, what it wrote.

    Not for two threads at once.
    """

    def __init__(self, connection: apsw.Connection, manifest: Manifest | None = None) -> None:
        self._connection = connection
        self._manifest = manifest
        self._sql = Statements(connection, "write")
        self._log: tuple[int, tuple[Decision, ...], Decisions] = (0, (), Decisions())
        for name in TEMPORARY:
            self._sql.do(f"make-{name}")

    def write(self, arrivals: Sequence[Arrival], resolver: Resolver) -> list[Receipt]:
        """As `Store.write`."""
        with transaction(self._connection):
            change = _Change(self._sql, resolver, self._decisions()[1])
            receipts = change.join(arrivals)
            change.apply()
        self._name(change.received)
        return receipts

    def delete(self, story_id: str, resolver: Resolver) -> bool:
        """As `Store.delete`."""
        with transaction(self._connection):
            change = _Change(self._sql, resolver, self._decisions()[1])
            found = change.remove(story_id)
            change.apply()
            if self._manifest is not None:
                self._manifest.remove(change.removed)
        return found

    def decide(self, decisions: Sequence[Decision], resolver: Resolver) -> int:
        """As `Store.decide`."""
        with transaction(self._connection):
            log, old = self._decisions()
            made = amended(log, old, decisions)
            if made.changed:
                self._sql.many("put-decision", [tuple(_logged(decision).values()) for decision in made.changed])
                self._sql.do("count-decision-change")
                self._sql.do("renew-version")
                change = _Change(self._sql, resolver, made.sum)
                change.reconsider(old, made.stale)
                change.apply()
        self._name(decisions=made.changed)
        return len(made.changed)

    def measure(self, analysis: Analysis) -> None:
        """As `Store.measure`."""
        with transaction(self._connection):
            put_measures(self._sql, analysis)

    def _name(self, revisions: Sequence[Revision] = (), decisions: Sequence[Decision] = ()) -> None:
        if self._manifest is not None:
            self._manifest.name(self._connection, revisions, decisions)

    def _decisions(self) -> tuple[tuple[Decision, ...], Decisions]:
        """The log and its sum; read anew where it has changed, by whomever."""
        changes = int(self._sql.row("decision-changes")[0])
        if changes != self._log[0]:
            log = tuple(decision_of(row) for row in self._sql.rows("log-of-decisions"))
            self._log = (changes, log, Decisions(log))
        return self._log[1:]


def _logged(decision: Decision) -> dict[str, object]:
    row = row_of(decision)
    return {name: row[name] for name in ("id", "kind", "at", "by", "reason", "subjects", "effects")} | {
        "is_undone": not decision.stands, "undone_at": row["undone_at"], "undone_by": row["undone_by"]
    }  # fmt: skip


class _Change:
    """What one transaction does."""

    def __init__(self, sql: Statements, resolver: Resolver, decisions: Decisions) -> None:
        self._sql = sql
        self._resolver = resolver
        self._decisions = decisions
        self._keys = Keys(sql)
        self._rows = Rows(sql, self._keys)
        self._links = SqliteLinks(sql, self._keys)
        self._stories: list[tuple[int]] = []
        self._reconsidered: frozenset[str] = frozenset()
        self._replaces = False  # whether a story that was there before is among them
        self._unused: dict[str, list[tuple[int]]] = {"outlet": [], "person": []}
        self.received: list[Revision] = []
        self.removed: list[str] = []

    # --- what changes ------------------------------------------------------------------------

    def join(self, arrivals: Sequence[Arrival]) -> list[Receipt]:
        """Join the arrivals to the ledger and gather the rows of every story that has a new revision."""
        by_story: dict[str, list[int]] = defaultdict(list)
        for place, arrival in enumerate(arrivals):
            by_story[self._decisions.resolve(arrival.story_id)].append(place)
        receipts: dict[int, Receipt] = {}
        received = int(self._sql.row("arrivals")[0])
        before = received
        for story_id, places in by_story.items():
            joined = self._join_one(story_id, [arrivals[place] for place in places], received + 1)
            received += len(places) if joined.new else 0
            receipts.update(zip(places, joined.receipts, strict=True))
        if received > before:
            self._sql.do("count-arrivals", received)
        return [receipts[place] for place in range(len(arrivals))]

    def _join_one(self, story_id: str, arrivals: Sequence[Arrival], count: int) -> Joined:
        found = self._sql.row("story-key", story_id)
        known: list[Revision] = []
        if found is not None:
            numbers = dict(self._sql.rows("ledger-digests", found[0]))
            given = [revision_id(arrival) for arrival in arrivals]
            if all(revision in numbers for revision in given):
                same = (Receipt(story_id=story_id, version=numbers[revision], is_new=False) for revision in given)
                return Joined(revisions=(), new=frozenset(), receipts=tuple(same))
            known = self._revisions(found[0])
        joined = join(story_id, known, arrivals, count)
        key = self._keys.next("story") if found is None else int(found[0])
        self._put_in_ledger(key, known, joined)
        self.received += [revision for revision in joined.revisions if revision.id in joined.new]
        self._touch(key, replaces=found is not None)
        self._rows.add(key, self._resolver.rebuild(story_id, joined.revisions, self._decisions))
        return joined

    def _revisions(self, story: int) -> list[Revision]:
        return [revision_of(row) for row in self._sql.rows("ledger-revisions", story)]

    def _put_in_ledger(self, key: int, known: Sequence[Revision], joined: Joined) -> None:
        numbers = {revision.id: revision.number for revision in joined.revisions}
        if any(numbers[revision.id] != revision.number for revision in known):
            self._sql.do("unnumber-revisions", key)
            self._sql.many("number-revision", [(key, numbers[revision.id], revision.id) for revision in known])
        self._sql.many(
            "add-revision",
            [
                (self._keys.next("revision"), revision.id, revision.origin, key, revision.number, revision.published_at,
                 revision.recorded_at, revision.arrival, revision.digest, revision.brief.title, revision.brief.lead,
                 str(revision.brief.layout), revision.brief.is_complete, revision.brief.text, to_json(revision.brief))
                for revision in joined.revisions
                if revision.id in joined.new
            ],
        )  # fmt: skip

    def remove(self, story_id: str) -> bool:
        """Take a story away, its ledger too; False where there is none."""
        found = self._sql.row("story-key", self._decisions.resolve(story_id))
        if found is None:
            return False
        self.removed += [revision for revision, _ in self._sql.rows("ledger-digests", found[0])]
        self._sql.do("remove-revisions", found[0])
        self._touch(int(found[0]), replaces=True)
        return True

    def reconsider(self, old: Decisions, said: Stale) -> None:
        """Make anew every story that decisions change, and look again at the wordings that they are about."""
        self._reconsidered = said.wordings
        self._move(decided_moves(old, self._decisions))
        holders = {old.resolve(story) for story in said.stories}
        for node in said.ids:
            kind = "person" if node.startswith(ids.PREFIX["PERSON"]) else "outlet"
            for name in (f"stories-of-{kind}", "stories-renaming"):
                holders |= {story for (story,) in self._sql.rows(name, node)}
        for origin in said.origins:
            holders |= {story for (story,) in self._sql.rows("stories-of-origin", origin)}
            holders |= {self._decisions.resolve(origin)}
        self._regroup(holders)

    def _move(self, moves: Moves) -> None:
        """Keep the look-up of ids that stand for others right."""
        self._sql.many("move", moves.targets.items())
        self._sql.many("unmove", [(node,) for node in moves.back])

    def _regroup(self, holders: Iterable[str]) -> None:
        """Give every revision of these stories to the story that it belongs to, and make them all anew."""
        keys: dict[str, int] = {}
        revisions: list[Revision] = []
        for story in sorted(holders):
            found = self._sql.row("story-key", story)
            if found is None:
                continue
            keys[story] = int(found[0])
            self._touch(keys[story], replaces=True)
            revisions += self._revisions(keys[story])
            self._sql.do("unnumber-revisions", keys[story])
        for story, group in regrouped(revisions, self._decisions).items():
            key = keys.get(story) or self._keys.next("story")
            self._sql.many("number-revision", [(key, revision.number, revision.id) for revision in group])
            self._touch(key, replaces=False)
            self._rows.add(key, self._resolver.rebuild(story, group, self._decisions))

    def _touch(self, key: int, *, replaces: bool) -> None:
        self._stories.append((key,))
        self._replaces |= replaces

    # --- carrying it out ---------------------------------------------------------------------

    def apply(self) -> None:
        """Replace the rows of the touched stories, then everything that follows from them."""
        if not self._stories and not self._reconsidered:
            return
        sql = self._sql
        sql.do("count-change")
        sql.do("renew-version")
        for name in TEMPORARY:
            sql.do(f"clear-{name}")
        tables = self._rows.tables
        for name in ("outlet", "person"):
            sql.many(f"add-{name}", tables.pop(name))
        sql.many("touch-story", self._stories)
        if self._replaces:
            sql.do("touch-claims-of-stories")
        for row in self._rows.described:
            sql.do("touch-claims-of-outlet", row[-1])
        sql.many("describe-outlet", self._rows.described)

        unindexed = [] if not self._replaces else [row for (row,) in sql.rows("unindexed-rows")]
        self._tally(-1)
        wordings, gone = self._link()
        twins = {story for (story,) in sql.rows("twins-of-stories")} if self._replaces else set()
        if self._replaces:
            for name in ("mirrored-twins", "twins", *REMOVED):
                sql.do(f"remove-{name}")
        self._place(wordings, gone)
        for name, rows in tables.items():
            sql.many(f"add-{name}", rows)
        settle_events(sql, self._keys, self._decisions, twins)
        settle_backers(sql)
        self._tally(1)
        respelt = self._settle_names()
        outlets, people = settle_counters(sql, replaces=self._replaces)
        settle_claims(sql)
        self._search(unindexed, respelt[0] | outlets, respelt[1] | people)
        sql.do("remove-unstated-claims")
        # Last: pairs and counters of an outlet that nobody writes any more were settled through its row.
        sql.many("remove-outlet", self._unused["outlet"])
        sql.many("remove-person", self._unused["person"])

    def _tally(self, sign: int) -> None:
        if sign > 0 or self._replaces:
            for name in OF_STORIES:
                self._sql.do(f"tally-{name}", sign)

    # --- claims ------------------------------------------------------------------------------

    def _link(self) -> tuple[dict[str, Membership], set[str]]:
        """Find the claims of the wordings that change: memberships that are new, and wordings that are gone."""
        sql, texts = self._sql, self._rows.texts
        before = {wording for (wording,) in sql.rows("wordings-of-stories")} if self._replaces else set()
        stored = run(self._links.wordings({*before, *texts}))
        found = ((wording, sql.row("least-text-elsewhere", wording)[0]) for wording in before)
        elsewhere = {wording: text for wording, text in found if text is not None}
        change = change_of(texts, before, elsewhere, stored)
        linked = run(link(self._links, self._resolver.comparer, self._decisions, change, self._reconsidered))
        self._members = {wording: known.membership for wording, known in stored.items()} | linked.memberships
        touched = {*linked.claims, *(self._members[wording].claim for wording in texts)}
        keys = [(self._rows.claim(claim),) for claim in sorted(touched)]
        sql.many("add-claim", self._rows.tables.pop("claim"))
        sql.many("touch-claim", keys)
        return linked.moved, change.gone

    def _place(self, moved: dict[str, Membership], gone: set[str]) -> None:
        """Write down what linking found, for wordings and for the facts of other stories; new facts follow."""
        sql, links = self._sql, self._links
        placed = [
            (self._rows.claim(m.claim), m.score, m.method, None if m.basis is None else links.key(m.basis), links.key(wording))
            for wording, m in moved.items()
        ]
        sql.many("place-wording", placed)
        sql.many("place-facts", [(claim, score, method, key) for claim, score, method, _, key in placed])
        self._move(linked_moves(moved, gone))
        sql.many("remove-wording", [(links.key(wording),) for wording in gone])
        self._rows.place_facts(links.key, self._members)

    # --- names and words ---------------------------------------------------------------------

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
