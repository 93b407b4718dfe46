"""Every stored relation and counter, computed again from the base rows in plain Python.

`stored` reads what the store keeps, `recomputed` what it should keep; the two have to be equal after
any sequence of writes and deletes.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import apsw

from briefgraph import ids
from briefgraph.resolve.outlets import display_name
from briefgraph.resolve.people import best_name

Rows = list[dict[str, Any]]
Graph = dict[str, Any]


def _table(connection: apsw.Connection, name: str) -> Rows:
    cursor = connection.execute(f"SELECT * FROM {name}")
    found: Rows = []
    for row in cursor:
        found.append(dict(zip([column[0] for column in cursor.get_description()], row, strict=True)))
    return found


def _tuples(rows: Rows, *columns: str) -> set[tuple[Any, ...]]:
    return {tuple(row[column] for column in columns) for row in rows}


BACKS = (
    "outlet",
    "claim",
    "claim_id",
    "outlet_id",
    "citation_count",
    "fact_count",
    "story_count",
    "first_at",
    "last_at",
    "backer_count",
)
CLAIM = (
    "key",
    "text",
    "backer_count",
    "story_count",
    "fact_count",
    "owner_count",
    "is_sole_sourced",
    "conflict_count",
    "is_contested",
    "first_stated_at",
    "last_stated_at",
    "min_score",
    "first_stated_key",
    "first_stated_last_key",
    "sole_wire",
)
OUTLET = (
    "key", "name", "aliases", "sort_key", "claim_count", "story_count", "citation_count", "fact_count", "advocacy_count",
    "sole_claim_count", "attribution_count",
)  # fmt: skip
ORIGIN_OF = ("outlet", "claim", "outlet_id", "fact_count", "story_count", "first_at", "is_first")
PERSON = ("key", "name", "aliases", "sort_key", "fact_count", "story_count")
COVERED = ("outlet", "story", "published_key", "story_id", "citation_count", "narrative_count")
CITES = ("fact", "first_version", "position", "published_key", "fact_id")
PROVIDED = ("narrative", "first_version", "position", "published_key", "narrative_id", "stance_id")
STANCE = ("outlet", "month_key", "sort_key", "stance_id", "stance", "month", "narrative_count")
CO_BACKED = ("outlet", "other", "other_id", "claim_count")
CO_CITED = ("outlet", "other", "other_id", "weight")
APPEARS = ("person", "story", "mention_count", "role", "published_key", "story_id", "person_id")
MENTIONED = ("person", "kind", "owner", "mention_count", "role", "published_key", "owner_id", "person_id")
CO_MENTIONED = ("person", "other", "other_id", "story_count", "fact_count")
DISPUTES = ("outlet", "other", "claim", "other_claim", "claim_id", "other_id", "other_claim_id", "score", "differs")
CITES_PERSON = ("person", "outlet", "outlet_id", "fact_count", "story_count", "person_id")


def stored(path: Path) -> Graph:
    """What the store keeps."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    names = {
        "backs": BACKS,
        "origin_of": ORIGIN_OF,
        "claim": CLAIM,
        "outlet": OUTLET,
        "person": PERSON,
        "covered_by": COVERED,
        "cites": CITES,
        "provided_by": PROVIDED,
        "outlet_stance": STANCE,
        "co_cited": CO_CITED,
        "co_backed": CO_BACKED,
        "appears_in": APPEARS,
        "mentioned_in": MENTIONED,
        "cites_person": CITES_PERSON,
        "co_mentioned": CO_MENTIONED,
        "disputes": DISPUTES,
        "outlet_alias": ("folded", "outlet", "alias", "uses", "named"),
        "person_alias": ("folded", "person", "alias", "uses", "named"),
    }
    found: Graph = {name: _tuples(_table(connection, name), *columns) for name, columns in names.items()}
    found["search"] = {row for (row,) in connection.execute("SELECT rowid FROM search")}
    found["forecast_words"] = {row for (row,) in connection.execute("SELECT rowid FROM forecast_words")}
    connection.close()
    return found


def words_found(path: Path, texts: dict[int, str]) -> bool:
    """Whether search finds each row by all of its own words."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for row, text in texts.items():
            asked = " ".join(f'"{token}"' for token in ids.tokens(text))
            if (
                asked
                and (row,)
                not in connection.execute(
                    "SELECT rowid FROM search WHERE search MATCH ?", (asked,)
                ).fetchall()
            ):
                return False
        return True
    finally:
        connection.close()


def recomputed(path: Path) -> tuple[Graph, dict[int, str]]:
    """What the store should keep, and what each search row should be found by."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    t = {
        name: _table(connection, name)
        for name in (
            "story",
            "fact",
            "narrative",
            "claim",
            "outlet",
            "person",
            "lists",
            "cites",
            "attributed_to",
            "provided_by",
            "mention",
            "spelling",
            "conflicts_with",
            "forecast",
        )
    }
    connection.close()
    by_key = {
        name: {row["key"]: row for row in t[name]}
        for name in ("story", "fact", "narrative", "claim", "outlet", "person")
    }
    standing = {
        name: [row for row in t[name] if row["last_version"] is None]
        for name in ("fact", "narrative", "lists", "cites", "attributed_to", "provided_by", "mention")
    }
    cited: dict[int, list[int]] = defaultdict(list)
    for edge in standing["cites"]:
        cited[edge["fact"]].append(edge["outlet"])

    said: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for edge in standing["attributed_to"]:
        said[edge["fact"]][edge["outlet"]].add(edge["kind"])

    backs: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    origins: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    covered: set[tuple[int, int]] = set()
    pairs: Counter[tuple[int, int]] = Counter()
    for fact in standing["fact"]:
        for outlet in cited[fact["key"]]:
            backs[fact["claim"], outlet].append(fact)
            covered.add((outlet, fact["story"]))
        for outlet in said[fact["key"]]:
            origins[fact["claim"], outlet].append(fact)
        several = set(cited[fact["key"]])
        pairs.update((a, b) for a in several for b in several if a != b)
    covered |= {(edge["outlet"], edge["story"]) for edge in standing["lists"]}
    covered |= {(e["outlet"], by_key["narrative"][e["narrative"]]["story"]) for e in standing["provided_by"]}

    citing: Counter[tuple[int, int]] = Counter()
    for edge in standing["cites"]:
        citing[edge["outlet"], by_key["fact"][edge["fact"]]["story"]] += 1
    credits = {(edge["outlet"], edge["narrative"]) for edge in standing["provided_by"]}
    crediting: Counter[tuple[int, int]] = Counter()
    stances: Counter[tuple[int, str, str | None]] = Counter()
    for outlet, key in credits:
        narrative = by_key["narrative"][key]
        crediting[outlet, narrative["story"]] += 1
        if narrative["stance"] is not None:
            stances[outlet, narrative["stance"], narrative["published_key"][:7] or None] += 1
    backers: dict[int, list[int]] = defaultdict(list)
    for claim, outlet in backs:
        backers[claim].append(outlet)
    together = Counter((a, b) for several in backers.values() for a in several for b in several if a != b)
    alone = Counter(several[0] for several in backers.values() if len(several) == 1)

    graph: Graph = {
        "backs": {
            (
                outlet,
                claim,
                by_key["claim"][claim]["id"],
                by_key["outlet"][outlet]["id"],
                len(facts),
                len({f["key"] for f in facts}),
                len({by_key["story"][f["story"]]["event"] for f in facts}),
                _first(facts),
                _last(facts),
                len(backers[claim]),
            )
            for (claim, outlet), facts in backs.items()
        },
        "covered_by": {
            (
                outlet,
                story,
                by_key["story"][story]["published_key"],
                by_key["story"][story]["id"],
                citing[outlet, story],
                crediting[outlet, story],
            )
            for outlet, story in covered
        },
        "cites": {
            (edge["fact"], edge["first_version"], edge["position"], fact["published_key"], fact["id"])
            for edge in t["cites"]
            for fact in [by_key["fact"][edge["fact"]]]
        },
        "provided_by": {
            (
                edge["narrative"],
                edge["first_version"],
                edge["position"],
                narrative["published_key"],
                narrative["id"],
                narrative["stance"] and ids.stance_id(narrative["stance"]),
            )
            for edge in t["provided_by"]
            for narrative in [by_key["narrative"][edge["narrative"]]]
        },
        "outlet_stance": {
            (
                outlet,
                f"{999999 - int(month[:4] + month[5:]):06d}" if month else "~",
                ids.sort_key(stance),
                ids.stance_id(stance),
                stance,
                month,
                count,
            )
            for (outlet, stance, month), count in stances.items()
        },
        "co_cited": {(a, b, by_key["outlet"][b]["id"], weight) for (a, b), weight in pairs.items()},
        "co_backed": {(a, b, by_key["outlet"][b]["id"], count) for (a, b), count in together.items()},
    }
    graph["origin_of"] = {
        (outlet, claim, by_key["outlet"][outlet]["id"], len(facts), len({by_key["story"][f["story"]]["event"] for f in facts}),
         _first(facts), int(any("FIRST_REPORTED" in said[f["key"]][outlet] for f in facts)))
        for (claim, outlet), facts in origins.items()
    }  # fmt: skip
    stated = {fact["claim"] for fact in standing["fact"]}
    conflicts = Counter(row["claim"] for row in t["conflicts_with"] if row["other"] in stated)
    graph["claim"] = {
        (*_claim(claim, t["fact"], [o for c, o in backs if c == claim["key"]], by_key, conflicts[claim["key"]]),
         _sole_wire([f for f in standing["fact"] if f["claim"] == claim["key"]], cited, said, t["outlet"]))
        for claim in t["claim"]
    }  # fmt: skip
    ids_of = {kind: {key: row["id"] for key, row in by_key[kind].items()} for kind in ("claim", "outlet", "person")}
    graph["disputes"] = {
        (one, other, x["claim"], x["other"], ids_of["claim"][x["claim"]], ids_of["outlet"][other],
         ids_of["claim"][x["other"]], x["score"], x["differs"])
        for x in t["conflicts_with"]
        for claim, one in backs if claim == x["claim"]
        for other_claim, other in backs if other_claim == x["other"]
    }  # fmt: skip
    graph["forecast_words"] = {row["key"] for row in t["forecast"] if row["last_version"] is None}

    appears: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    mentioned: dict[tuple[int, str, int], list[dict[str, Any]]] = defaultdict(list)
    for mention in sorted(standing["mention"], key=lambda m: (m["story"], m["rank"])):
        appears[mention["person"], mention["story"]].append(mention)
        if mention["kind"] != "STORY":
            mentioned[mention["person"], mention["kind"], mention["owner"]].append(mention)
    graph["appears_in"] = {
        (
            person,
            story,
            len(all_),
            _role(all_),
            by_key["story"][story]["published_key"],
            by_key["story"][story]["id"],
            by_key["person"][person]["id"],
        )
        for (person, story), all_ in appears.items()
    }
    graph["mentioned_in"] = {
        (
            person,
            kind,
            owner,
            len(all_),
            _role(all_),
            by_key[kind.lower()][owner]["published_key"],
            by_key[kind.lower()][owner]["id"],
            by_key["person"][person]["id"],
        )
        for (person, kind, owner), all_ in mentioned.items()
    }
    in_facts = [(person, fact) for person, kind, fact in mentioned if kind == "FACT"]
    beside, together = _beside(appears), _beside(in_facts)
    graph["co_mentioned"] = {
        (one, other, ids_of["person"][other], count, together[one, other]) for (one, other), count in beside.items()
    }
    about: dict[tuple[int, int], set[int]] = defaultdict(set)
    for person, kind, owner in mentioned:
        for outlet in cited[owner] if kind == "FACT" else ():
            about[person, outlet].add(owner)
    graph["cites_person"] = {
        (
            person,
            outlet,
            by_key["outlet"][outlet]["id"],
            len(facts),
            len({by_key["fact"][f]["story"] for f in facts}),
            by_key["person"][person]["id"],
        )
        for (person, outlet), facts in about.items()
    }

    for kind in ("outlet", "person"):
        uses: Counter[tuple[int, str]] = Counter()
        named: Counter[tuple[int, str]] = Counter()
        for row in t["spelling"]:
            if row["kind"] == kind.upper():
                uses[row["node"], row["alias"]] += row["uses"]
                named[row["node"], row["alias"]] += row["named"]
        keys = {key for key in uses | named if uses[key] or named[key]}
        graph[f"{kind}_alias"] = {
            (ids.fold_name(a), node, a, uses[node, a], named[node, a]) for node, a in keys
        }
        names = {}
        for node in {node for node, _ in keys}:
            seen = sorted(a for n, a in keys if n == node and uses[n, a])
            full = sorted(a for n, a in keys if n == node and named[n, a])
            name = (display_name if kind == "outlet" else best_name)(full or seen)
            names[node] = (
                name,
                json.dumps(seen, ensure_ascii=False, separators=(",", ":")),
                ids.sort_key(name),
            )
        graph[f"{kind}_names"] = names
    citations = Counter(edge["outlet"] for edge in standing["cites"])
    cited_by = Counter(outlet for outlet, _ in {(edge["outlet"], edge["fact"]) for edge in standing["cites"]})
    advocacies = Counter(outlet for outlet, story in citing if crediting[outlet, story])
    attributed = Counter(outlet for fact in standing["fact"] for outlet in said[fact["key"]])
    claims, stories = Counter(outlet for _, outlet in backs), Counter(outlet for outlet, _ in covered)
    graph["outlet"] = {
        (k, *names, claims[k], stories[k], citations[k], cited_by[k], advocacies[k], alone[k], attributed[k])
        for k, names in graph.pop("outlet_names").items()
    }
    facts, appearing = (
        Counter(p for p, kind, _ in mentioned if kind == "FACT"),
        Counter(p for p, _ in appears),
    )
    graph["person"] = {(k, *names, facts[k], appearing[k]) for k, names in graph.pop("person_names").items()}

    texts = {16 * row["key"] + 1: f"{row['title']} {row['lead'] or ''}" for row in t["story"]}
    texts |= {16 * row["key"] + 2: row["text"] for row in standing["fact"]}
    texts |= {16 * row[0] + 3: row[1] for row in graph["claim"] if row[4]}
    texts |= {
        16 * row[0] + 4: f"{row[1]} {' '.join(json.loads(row[2]))}" for row in graph["outlet"] if row[5] or row[7]
    }
    texts |= {
        16 * row[0] + 5: f"{row[1]} {' '.join(json.loads(row[2]))}" for row in graph["person"] if row[5]
    }
    texts |= {16 * row["key"] + 6: row["text"] for row in standing["narrative"]}
    graph["search"] = set(texts)
    return graph, texts


def _claim(
    claim: dict[str, Any], facts: Rows, backers: list[int], by_key: dict[str, dict[int, Any]], conflicts: int
) -> tuple[Any, ...]:
    stating = [fact for fact in facts if fact["claim"] == claim["key"]]
    now = [fact for fact in stating if fact["last_version"] is None]
    earliest = min(now or stating, key=lambda f: (f["published_last_key"], f["id"], f["first_version"]))
    owners = [by_key["outlet"][backer]["owner"] for backer in backers]
    first = _first(now)
    return (
        claim["key"],
        earliest["text"],
        len(backers),
        len({by_key["story"][f["story"]]["event"] for f in now}),
        len(now),
        None if not owners or None in owners else len(set(owners)),
        int(len(backers) == 1),
        conflicts,
        int(conflicts > 0),
        first,
        _last(now),
        min(fact["score"] for fact in now or stating),
        first or "",
        first or "~",
    )


def _beside(found: Iterable[tuple[int, int]]) -> Counter[tuple[int, int]]:
    """Who is in one node with whom, both ways round, and in how many."""
    people: dict[int, list[int]] = defaultdict(list)
    for person, node in found:
        people[node].append(person)
    return Counter((one, other) for some in people.values() for one in some for other in some if one != other)


def _sole_wire(
    facts: Rows, cited: dict[int, list[int]], said: dict[int, dict[int, set[str]]], outlets: Rows
) -> int | None:
    found = []
    for wire in (outlet["key"] for outlet in outlets if outlet["kind"] == "WIRE"):
        sources = [(outlet, fact["key"]) for fact in facts for outlet in cited[fact["key"]]]
        if sources and all(outlet == wire or wire in said[fact] for outlet, fact in sources):
            found.append(wire)
    named = [wire for wire in found if any(wire in said[fact["key"]] for fact in facts)]
    return next((some[0] for some in (named, found) if len(some) == 1), None)


def _first(facts: Rows) -> str | None:
    return min((fact["published_key"] for fact in facts if fact["published_key"]), default=None)


def _last(facts: Rows) -> str | None:
    return max((fact["published_key"] for fact in facts if fact["published_key"]), default=None)


def _role(mentions: Rows) -> str | None:
    return next((mention["role"] for mention in mentions if mention["role"]), None)
