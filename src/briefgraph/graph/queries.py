"""Every query text there is, read from sql/ and cypher/, and held to its header.

A statement file holds one or more statements; a relation file and a filter file hold one fragment
each. All begin with a header of comment lines (`--` in SQL, `//` in Cypher):

    -- name: claim-backers
    -- mode: read
    -- params: minStories
    -- What it is for, in a sentence or two.

`rows: none|one|many` is for statements only. Parameters are `:name` in SQL statements and `$name`
elsewhere; used and declared must be the same set. A fragment uses `@src`, `@dst` and `@e` for its
owner, its target and the edge, `@word` for inner names (the printer makes them unique), and may end
in clauses that begin with a word of their own, each running to the next one:

    -- filter NAME: text    added with AND where the argument NAME is present
    -- from NAME: text      the body to use instead where NAME is present (the first that is present);
    -- from NAME+NAME: text  where both are
    -- key n.PROP: text      what a sort key is in this body (an index of the edge, say);
    -- key NAME n.PROP: text the same in the body of `from NAME`
    -- lead: text            what that index begins with, the same in all rows: Neo4j reads an index in its
    -- lead NAME: text       order only where the order names all of its properties
    -- edge: text            what @e is, where no variable of the body is: a map that is made for the rows of the
    -- page only (Neo4j)
    -- late PROP: text      an edge property that is computed for the rows of the page only
    -- order: text          the order of a plain list
    -- count: text          a scalar that counts the body, for a list without filters; required arguments may
    -- be in it
    -- within: NAME         the body stands in that of parts/NAME, where it says @here, and has its order: for relations
    -- that differ in what they are of, and in nothing else

In a clause text goes on over the following lines up to the next clause. Errors name file and line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from briefgraph.errors import QueryFileError
from briefgraph.resources import resource, resources

COMMENT = {"sql": "--", "cypher": "//"}
HEADER = re.compile(r"(name|mode|rows|params):\s*(.*)")
CLAUSE = re.compile(r"(filter|from|key|lead|edge|late|order|count|within)(?: ([\w+]+(?: [ne]\.\w+)?|[ne]\.\w+))?:\s*(.*)")
WRITING = re.compile(
    r"\b(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|ATTACH|MERGE|SET|REMOVE|LOAD|DETACH)\b", re.IGNORECASE
)
LITERAL = re.compile(r"'(?:[^']|'')*'")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryText:
    """One statement and what its header declares."""

    name: str
    mode: str
    rows: str
    params: tuple[str, ...]
    text: str
    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """One relation or filter set: a body with placeholders, and its clauses."""

    name: str
    body: str
    filters: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # "n.id" or "outlet n.id"
    leads: dict[str | None, str] = field(default_factory=dict)  # of `from NAME`, or of the body
    late: dict[str, str] = field(default_factory=dict)
    edge: str | None = None
    order: str | None = None
    count: str | None = None
    within: str | None = None
    path: str = ""


@cache
def statements(language: str, folder: str) -> dict[str, QueryText]:
    """The statements of a folder by name.

    Raises:
        QueryFileError: a text without header, a name twice, an unknown mode, a parameter used and
            not declared or declared and not used, a writing word in mode read.
    """
    found: dict[str, QueryText] = {}
    for path in resources(f"{language}/{folder}", f".{language}"):
        for query in read_statements(language, path, resource(path).read_text("utf-8")):
            if query.name in found:
                raise QueryFileError(f"{path}:{query.line}: the name {query.name} is taken; see {found[query.name].path}")
            found[query.name] = query
    return found


@cache
def fragments(language: str, folder: str) -> dict[str, Fragment]:
    """The relation or filter files of a folder by name.

    Raises:
        QueryFileError: as for `statements`, or a file whose name is not its header's.
    """
    found = {}
    for path in resources(f"{language}/{folder}", f".{language}"):
        fragment = read_fragment(language, path, resource(path).read_text("utf-8"))
        if fragment.name != path.rsplit("/", 1)[-1].removesuffix(f".{language}"):
            raise QueryFileError(f"{path}:1: the file is not named after its relation {fragment.name}")
        found[fragment.name] = _completed(language, fragment) if fragment.within else fragment
    return found


def _completed(language: str, fragment: Fragment) -> Fragment:
    part = fragments(language, "parts").get(fragment.within or "")
    if part is None:
        raise QueryFileError(f"{fragment.path}:1: there is no part {fragment.within}")
    return replace(fragment, body=part.body.replace("@here", fragment.body), order=part.order)


def read_all() -> int:
    """Read every file of both languages, and count their texts.

    Raises:
        QueryFileError: as for `statements` and `fragments`.
    """
    return sum(
        sum(len(statements(language, folder)) for folder in ("questions", "write"))
        + sum(len(fragments(language, folder)) for folder in ("relations", "filters", "parts"))
        for language in COMMENT
    )


def _blocks(language: str, path: str, text: str) -> Iterator[tuple[int, dict[str, str], list[str]]]:
    """(line, header, body lines) of each block; a block begins with its `name:` line."""
    mark = COMMENT[language]
    header: dict[str, str] | None = None
    body: list[str] = []
    start = 0
    for number, line in enumerate(text.splitlines(), 1):
        comment = line.startswith(mark)
        match = HEADER.fullmatch(line[len(mark) :].strip()) if comment else None
        if match and match[1] == "name":
            if header is not None:
                yield start, header, body
            header, body, start = {"name": match[2].strip()}, [], number
        elif header is None:
            if line.strip():
                raise QueryFileError(f"{path}:{number}: text before the first `name:` header")
        elif match:
            if match[1] in header:
                raise QueryFileError(f"{path}:{number}: {match[1]} is declared twice")
            header[match[1]] = match[2].strip()
        else:
            body.append(line)
    if header is None:
        raise QueryFileError(f"{path}:1: no `name:` header")
    yield start, header, body


def _declared(header: dict[str, str], path: str, line: int) -> tuple[str, ...]:
    if "params" not in header or header.get("mode") not in ("read", "write"):
        raise QueryFileError(f"{path}:{line}: the header needs `mode: read` or `mode: write`, and `params:`")
    return () if header["params"] == "none" else tuple(p.strip() for p in header["params"].split(","))


def _verify(text: str, mark: str, declared: tuple[str, ...], mode: str, path: str, line: int) -> None:
    bare = LITERAL.sub("''", text)
    used = set(re.findall(rf"(?<![:\w]){re.escape(mark)}(\w+)", bare))
    if odd := used - set(declared):
        raise QueryFileError(f"{path}:{line}: uses {', '.join(sorted(odd))}, which `params:` does not declare")
    if odd := set(declared) - used:
        raise QueryFileError(f"{path}:{line}: declares {', '.join(sorted(odd))} in `params:` and never uses it")
    if mode == "read" and (word := WRITING.search(bare)):
        raise QueryFileError(f"{path}:{line}: mode is read and the text says {word[0]}")


def read_statements(language: str, path: str, text: str) -> Iterator[QueryText]:
    """The statements of one file.

    Raises:
        QueryFileError: the text breaks a rule; the message begins with file and line.
    """
    mark = COMMENT[language]
    for line, header, body in _blocks(language, path, text):
        declared = _declared(header, path, line)
        code = "\n".join(row for row in body if not row.lstrip().startswith(mark)).strip()
        if header.get("rows") not in ("none", "one", "many"):
            raise QueryFileError(f"{path}:{line}: the header needs `rows: none`, `rows: one` or `rows: many`")
        if ";" in LITERAL.sub("''", code).rstrip(";"):
            raise QueryFileError(f"{path}:{line}: more than one statement under one name")
        _verify(code, ":" if language == "sql" else "$", declared, header["mode"], path, line)
        yield QueryText(name=header["name"], mode=header["mode"], rows=header["rows"], params=declared,
                        text=code.rstrip(";"), path=path, line=line)  # fmt: skip


def read_fragment(language: str, path: str, text: str) -> Fragment:
    """The one fragment of a relation or filter file.

    Raises:
        QueryFileError: the text breaks a rule; the message begins with file and line.
    """
    mark = COMMENT[language]
    blocks = list(_blocks(language, path, text))
    if len(blocks) != 1:
        raise QueryFileError(f"{path}:{blocks[1][0]}: a relation file holds one relation")
    line, header, rows = blocks[0]
    declared = _declared(header, path, line)
    clauses: list[tuple[str, str | None, list[str]]] = [("body", None, [])]
    for row in rows:
        comment = row.startswith(mark)
        match = CLAUSE.fullmatch(row[len(mark) :].strip()) if comment else None
        if match:
            clauses.append((match[1], match[2], [match[3]]))
        elif comment and clauses[-1][0] == "body":
            continue  # documentation
        else:
            clauses[-1][2].append(row[len(mark) :] if comment else row)
    texts = [(word, name, " ".join(part.strip() for part in lines).strip()) for word, name, lines in clauses]
    _verify(" ".join(t for *_, t in texts), "$", declared, header["mode"], path, line)
    return Fragment(
        name=header["name"],
        body=texts[0][2],
        filters={name: t for word, name, t in texts if word == "filter" and name},
        sources={name: t for word, name, t in texts if word == "from" and name},
        keys={name: t for word, name, t in texts if word == "key" and name},
        leads={name: t for word, name, t in texts if word == "lead"},
        late={name: t for word, name, t in texts if word == "late" and name},
        edge=next((t for word, _, t in texts if word == "edge"), None),
        order=next((t for word, _, t in texts if word == "order"), None),
        count=next((t for word, _, t in texts if word == "count"), None),
        within=next((t for word, _, t in texts if word == "within"), None),
        path=path,
    )
