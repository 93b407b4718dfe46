"""Documents that a client sends who means ill, each of a size: what to refuse, and what to answer without effort.

The sizes in DOCUMENTS make the largest of each that 100 kB hold, or that the limits do not refuse by their tokens at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Hostile:
    """A document of a size, and the code that it is refused with; none where it is answered."""

    name: str
    make: Callable[[int], str]
    size: int
    code: str | None
    variables: Callable[[int], dict[str, Any]] = field(default=lambda _: {})

    @property
    def query(self) -> str:
        return self.make(self.size)


def _times(text: str) -> Callable[[int], str]:
    """`@` is the document's repeated part, `#` its number."""
    head, part, tail = text.split("@@")
    return lambda size: head + "".join(part.replace("#", str(i)) for i in range(size)) + tail


def tree(size: int) -> str:
    """Each fragment spreads the next one twice: what is spread is doubled at each."""
    twice = "".join(f"fragment f{i} on Query{{...f{i + 1} ...f{i + 1}}}" for i in range(size))
    return f"{{...f0}}{twice}fragment f{size} on Query{{stats{{storyCount}}}}"


def tree_backwards(size: int) -> str:
    """The same, the innermost fragment first."""
    twice = "".join(f"fragment f{i + 1} on Query{{...f{i} ...f{i}}}" for i in range(size))
    return f"{{...f{size}}}fragment f0 on Query{{stats{{storyCount}}}}{twice}"


def paged_tree(size: int) -> str:
    """A tree that a variable's page is at the end of."""
    text = tree(size).replace("stats{storyCount}", "stories(first:$n){nodes{id}}")
    return f"query($n:Int){text}"


def chain(size: int) -> str:
    links = "".join(f"fragment f{i} on Query{{...f{i + 1}}}" for i in range(size))
    return f"{{...f{size // 2} ...f0}}{links}fragment f{size} on Query{{__typename}}"


def cycle(size: int) -> str:
    return "{...f0}" + "".join(f"fragment f{i} on Query{{...f{(i + 1) % size}}}" for i in range(size))


def every_cycle(size: int) -> str:
    """Every fragment spreads all others: the cycles are more than there are atoms."""
    names = [f"...f{i}" for i in range(size)]
    return "{...f0}" + "".join(
        f"fragment f{i} on Query{{{' '.join(name for j, name in enumerate(names) if j != i)}}}" for i in range(size)
    )


def siblings(size: int) -> str:
    spreads = " ".join(f"...f{i}" for i in range(size))
    return f"{{stories{{nodes{{{spreads}}}}}}}" + "".join(f"fragment f{i} on Story{{facts{{nodes{{id}}}}}}" for i in range(size))


def nested(opened: str, closed: str, inside: str = "__typename") -> Callable[[int], str]:
    return lambda size: "{" + opened * size + inside + closed * size + "}"


def padded(before: str, pad: str, after: str) -> Callable[[int], str]:
    return lambda size: before + pad * size + after


LARGE, QUERY, SYNTAX, INPUT = "QUERY_TOO_LARGE", "BAD_QUERY", "BAD_SYNTAX", "BAD_INPUT"
COSTLY, VARIABLES = "QUERY_TOO_COSTLY", "BAD_VARIABLES"
IDS = "query($ids:[ID!]!){nodes(ids:$ids){id}}"
DOCUMENTS = (
    Hostile("fragments, each spread twice, 20 deep", tree, 20, LARGE),
    Hostile("fragments, each spread twice, 60 deep", tree, 60, LARGE),
    Hostile("fragments, each spread twice, 90 deep", tree, 90, LARGE),
    Hostile("fragments, each spread twice, the innermost first", tree_backwards, 90, LARGE),
    Hostile("a tree over a page of a variable", paged_tree, 90, LARGE, lambda _: {"n": 100}),
    Hostile("a chain of fragments", chain, 110, LARGE),
    Hostile("a cycle of fragments", cycle, 110, LARGE),
    Hostile("a short cycle of fragments", cycle, 60, QUERY),
    Hostile("every cycle of twenty fragments", every_cycle, 20, QUERY),
    Hostile("sibling fragments", siblings, 60, LARGE),
    Hostile("unused fragments", _times("{__typename}@@fragment f# on Query{__typename}@@"), 140, QUERY),
    Hostile("operations", _times("@@query f#{__typename}@@"), 190, "BAD_OPERATION"),
    Hostile("operations of one fragment", _times("@@query f#{...f}@@fragment f on Query{stats{storyCount}}"), 120, "BAD_OPERATION"),
    Hostile("the same field 500 times", _times("{@@__typename @@}"), 500, LARGE),
    Hostile("the same field 5,000 times", _times("{@@__typename @@}"), 5_000, LARGE),
    Hostile("the same list 160 times", _times("{@@outlets{nodes{name}}@@}"), 160, LARGE),
    Hostile("the same deep list", _times("{@@stories{nodes{facts{nodes{claim{facts{nodes{claim{text}}}}}}}}@@}"), 38, COSTLY),
    Hostile("one list with other arguments", _times('{@@stories(filter:{text:"#"}){nodes{id}}@@}'), 60, COSTLY),
    Hostile("a thousand aliases of a search", _times('{@@a#:search(text:"a"){totalCount}@@}'), 1_000, LARGE),
    Hostile("aliases of a search", _times('{@@a#:search(text:"a"){totalCount}@@}'), 20, COSTLY),
    Hostile("aliases of a network", _times('{@@a#:network(around:["x"],depth:3,limit:1000){nodes{id}}@@}'), 2, COSTLY),
    Hostile("pages in pages", nested("stories(first:100){nodes{claims:facts(first:100){nodes{claim{", "}}}}}", "id"), 2, COSTLY),
    Hostile("@skip 130 times", _times("{@@__typename @skip(if:false) @@}"), 130, LARGE),
    Hostile("@skip 160 times at one field", _times("{__typename @@@skip(if:false) @@}"), 160, LARGE),
    Hostile("@skip 1,000 times", _times("{@@__typename @skip(if:false) @@}"), 1_000, LARGE),
    Hostile("an unknown directive 450 times", _times("{__typename @@@aa @@}"), 450, LARGE),
    Hostile("an unknown directive 900 times", _times("{__typename @@@aa @@}"), 900, LARGE),
    Hostile("unknown fields", _times("{@@storis# @@}"), 490, QUERY),
    Hostile("unknown long fields", padded("{", "a" * 200 + " ", "}"), 450, LARGE),
    Hostile("one endless name", padded("{", "a", "}"), 99_000, QUERY),
    Hostile("one endless alias", padded("{", "a", ":__typename}"), 90_000, LARGE),
    Hostile("unknown arguments", _times("{stats(@@" + "a" * 300 + "#:1 @@){storyCount}}"), 300, QUERY),
    Hostile("unknown types", _times("{@@... on " + "A" * 300 + "#{id}@@}"), 160, LARGE),
    Hostile("unknown types of variables", _times("query(@@$a#:" + "A" * 250 + "# @@){__typename}"), 240, QUERY),
    Hostile("an endless enum value", padded("{stories(orderBy:", "A", "){nodes{id}}}"), 90_000, QUERY),
    Hostile("an endless string for an enum", padded('{stories(orderBy:"', "A", '"){nodes{id}}}'), 90_000, QUERY),
    Hostile("unknown enum values", padded('{search(text:"a",kinds:[', "X" * 48 + " ", "]){nodes{id}}}"), 950, QUERY),
    Hostile("many ids", padded("{nodes(ids:[", "1 ", "]){id}}"), 950, INPUT),
    Hostile("eleven levels", nested("story{", "}"), 11, LARGE),
    Hostile("a hundred levels", nested("story{", "}"), 100, LARGE),
    Hostile("a thousand levels", nested("story{", "}"), 1_000, LARGE),
    Hostile("inline fragments in each other", nested("...{", "}"), 150, LARGE),
    Hostile("lists in lists", nested("nodes(ids:" + "[" * 1_000, "]" * 1_000 + "){id}", "1"), 10, LARGE),
    Hostile("lists of a value, within the nesting", nested("nodes(ids:" + "[" * 150, "]" * 150 + "){id}", "1"), 1, QUERY),
    Hostile("objects in objects", nested("stories(filter:" + "{a:" * 600, "}" * 600 + "){id}", "1"), 1, LARGE),
    Hostile("a block string of 96 kB", padded('{outlet(name:"""', "a\n", '"""){id}}'), 48_000, LARGE),
    Hostile("a block string of escaped quotes", padded('{outlet(name:"""', '\\"""', '"""){id}}'), 24_000, None),
    Hostile("a string of escapes", padded('{outlet(name:"', "\\n", '"){id}}'), 48_000, None),
    Hostile("comments", padded("{__typename", "#\n", "}"), 48_000, LARGE),
    Hostile("empty lines before errors", padded("{", "\n", _times("@@u# @@}")(20)), 90_000, LARGE),
    Hostile("lines before errors, as many as may be", padded("{", "\n", _times("@@u# @@}")(20)), 999, QUERY),
    Hostile("commas", padded("{__typename", ",", "}"), 99_000, None),
    Hostile("an endless number", padded("{stories(first:", "1", "){nodes{id}}}"), 99_000, QUERY),
    Hostile("unused variables", _times("query(@@$a#:Int @@){__typename}"), 240, QUERY),
    Hostile("introspection in itself", nested("__schema{types{" + "fields{type{" * 50, "}}" * 50 + "}}", "name"), 1, LARGE),
    Hostile("introspection many times", _times("{@@a#:__schema{types{fields{args{type{name}}}}}@@}"), 20, LARGE),
    Hostile("the schema's fields of fields", padded("{__schema{types{fields{type{", "fields{type{name}}", "}}}}}"), 10, LARGE),
    Hostile("ids in a variable", lambda _: IDS, 30_000, LARGE, lambda size: {"ids": ["a"] * size}),
    Hostile("ids that are objects", lambda _: IDS, 1_900, VARIABLES, lambda size: {"ids": [{}] * size}),
    Hostile("a variable of lists in lists", lambda _: IDS, 1_900, VARIABLES, lambda size: {"ids": [[[]]] * (size // 3)}),
    Hostile("unknown keys of a filter", lambda _: "query($f:StoryFilter){stories(filter:$f){nodes{id}}}", 1_900, VARIABLES,
            lambda size: {"f": {f"outle{i}": 1 for i in range(size)}}),
    Hostile("variables that nobody declared", lambda _: IDS, 1_900, VARIABLES, lambda size: {f"v{i}": 1 for i in range(size)}),
)  # fmt: skip
