"""The list of bad inputs: what a server is sent, and what it may answer.

Each has a number of its own. `allowed` are statuses; `code` is the code of the first error where only one is right.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.hostile.http import graphql, request

BAD = frozenset({400})
FINE = frozenset({200})
DEEP = 5_000


@dataclass(frozen=True, slots=True)
class Bad:
    """One bad input."""

    name: str
    data: bytes
    allowed: frozenset[int] = BAD
    code: str | None = None
    ends: bool = False  # the client has no more to send, whatever it announced


def body(name: str, text: bytes, allowed: frozenset[int] = BAD, code: str | None = "BAD_BODY", **headers: str) -> Bad:
    """A body that is POSTed."""
    return Bad(name, request(body=text, headers=headers), allowed, code)


def asked(name: str, query: Any, code: str | None, allowed: frozenset[int] = BAD, **more: Any) -> Bad:
    """A document, from a client that takes the media type of the specification: what is not run is 400."""
    headers = {"accept": "application/graphql-response+json"}
    return Bad(name, request(body=graphql(query, **more), headers=headers), allowed, code)


def bad_inputs() -> Iterator[Bad]:
    """All of them."""
    yield from _bodies()
    yield from _http()
    yield from _documents()
    yield from _values()


def _bodies() -> Iterator[Bad]:
    for number, text in enumerate((b"null", b"5", b'"x"', b"[]", b"[1]", b"{}", b'{"query":5}', b'{"variables":[7]}', b"", b"{", b"\x00")):
        yield body(f"1.{number}", text)
    yield body("2 bytes that are no UTF-8", b'{"query":"\xff"}')
    yield body("2 UTF-16", '{"query":"{__typename}"}'.encode("utf-16"))
    yield body("2 byte order mark", b"\xef\xbb\xbf" + graphql("{__typename}"))
    yield body("2 half a pair in the query", b'{"query":"{\\ud800}"}')
    yield body("2 half a pair in a variable", b'{"query":"query($v:String!){search(text:$v){totalCount}}","variables":{"v":"\\ud800"}}')
    yield body("2 half a pair in an id", b'{"query":"query($v:ID!){node(id:$v){id}}","variables":{"v":"\\udfff"}}')
    yield body("3 brackets", b"[" * 99_000)
    yield body("3 braces", b'{"a":' * 16_000)
    yield body("3 nested variables", b'{"query":"{__typename}","variables":' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}")
    yield body("3 nested lists", b'{"query":"{__typename}","variables":{"a":' + b"[" * DEEP + b"]" * DEEP + b"}}")
    yield body("3 long integer", b'{"query":"{__typename}","variables":{"a":' + b"9" * 5_000 + b"}}")
    yield body("3 NaN", b'{"query":"{__typename}","variables":{"a":NaN}}')
    yield body("3 beyond a double", b'{"query":"{__typename}","variables":{"a":1e400}}')
    yield body("3 a key twice", b'{"query":"{__typename}","query":"{stats{storyCount}}"}')
    for variables in (b"[]", b'"x"', b"5", b"true"):
        yield body(f"3 variables {variables!r}", b'{"query":"{__typename}","variables":' + variables + b"}")
    yield body("3 extensions", b'{"query":"{__typename}","extensions":[]}')
    yield body("19 operationName 5", graphql("{__typename}", operationName=5))
    yield body("19 batch of one", b"[" + graphql("{__typename}") + b"]")
    yield body("19 batch of a thousand", b"[" + b",".join([graphql("{__typename}")] * 1_000) + b"]")


def _http() -> Iterator[Bad]:
    good = graphql("{__typename}")
    too_large = frozenset({413})
    yield body("4 gzip", gzip.compress(good), frozenset({415}), "BAD_CONTENT_TYPE", content_encoding="gzip")
    bomb = gzip.compress(b" " * 50_000_000)
    yield body("4 gzip bomb", bomb, frozenset({415}), "BAD_CONTENT_TYPE", content_encoding="gzip")
    yield body("5 too long", b" " * 300_000, too_large, "BODY_TOO_LARGE")
    yield Bad("5 announces 20 MB", request(body=good, headers={"content_length": "20000000"}), too_large, "BODY_TOO_LARGE")
    yield Bad("5 announces more than a number", request(headers={"content_length": "9" * 40}), frozenset({400, 413}))
    yield Bad("5 less than announced", request(body=good, headers={"content_length": "500"}), frozenset({0, 400, 408}), ends=True)
    yield Bad("5 negative length", request(headers={"content_length": "-1"}))
    both = request(body=b"0\r\n\r\n", headers={"transfer_encoding": "chunked", "content_length": "5"})
    yield Bad("5 two ways to say the length", both)
    yield Bad("5 chunk that is no number", request(headers={"content_length": "", "transfer_encoding": "chunked"}) + b"zz\r\n")
    for kind in ("", ";;;", "text/plain", "multipart/form-data; boundary=x", "text/application/json", "application/x-www-form-urlencoded",
                 "application/json; charset=utf-16", "application/graphql"):
        yield body(f"7 {kind or 'none'}", good, frozenset({415}), "BAD_CONTENT_TYPE", content_type=kind)
    for kind in ("text/csv", "application/json;q=0", "image/*"):
        yield body(f"8 {kind}", good, frozenset({406}), "NOT_ACCEPTABLE", accept=kind)
    yield Bad("9 GET mutation", request("GET", "/graphql?query=mutation%7BdeleteStory(input:%7Bid:%22x%22%7D)%7Bid%7D%7D"), frozenset({405}))
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW"):
        yield Bad(f"9 {method}", request(method, body=good), frozenset({400, 405}))
    yield Bad("9 long address", request("GET", "/graphql?query=" + "a" * 70_000), frozenset({400, 414}))
    yield Bad("9 many headers", request(lines=b"a: b\r\n" * 20_000), frozenset({431}), "HEADERS_TOO_LARGE")
    yield Bad("9 long header", request(lines=b"a: " + b"b" * 60_000 + b"\r\n"), frozenset({431}), "HEADERS_TOO_LARGE")
    yield Bad("9 endless header", request(lines=b"a: " + b"b" * 500_000 + b"\r\n"), frozenset({431}), "HEADERS_TOO_LARGE")
    yield body("9 another host", good, BAD, "BAD_HOST", host="evil.example")
    yield body("9 no host", good, BAD, None, host="")
    for number, junk in enumerate((b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"\r\n" * 10 + b"x\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 100)):
        yield Bad(f"9 no HTTP {number}", junk, frozenset({0, 400, 505}), ends=True)
    yield Bad("9 header that is none", request(lines=b"no colon\r\n"))
    cross = frozenset({403})
    yield body("10 cross-site", good, cross, "CROSS_SITE", sec_fetch_site="cross-site")
    yield body("10 Origin null", good, cross, "CROSS_SITE", origin="null")
    yield body("10 another Origin", good, cross, "CROSS_SITE", origin="https://evil.example")
    for path in ("/%00", "/static/../../etc/passwd", "/static/%2e%2e/%2e%2e/etc/passwd", "/static//etc/passwd", "/graphql/", "//graphql"):
        yield Bad(f"9 {path}", request("GET", path), frozenset({404}), "NOT_FOUND")


def _documents() -> Iterator[Bad]:
    for size in (20, 60):
        parts = " ".join(f"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}" for i in range(size))
        yield asked(f"11 tree of {size}", f"{{ ...f0 }} {parts} fragment f{size} on Query {{ __typename }}", None, frozenset({200, 400}))
        wide = parts.replace("... f", "...f").replace("{ ...f", "{ stats { storyCount } ...f")
        yield asked(f"11 tree of {size} with fields", f"{{ ...f0 }} {wide} fragment f{size} on Query {{ __typename }}", "QUERY_TOO_LARGE")
    yield asked("12 cycle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "BAD_QUERY")
    yield asked("12 unknown fragment", "{ ...a }", "BAD_QUERY")
    many = "".join(f"...f{i} " for i in range(100)), "".join(f"fragment f{i} on Query {{ __typename }} " for i in range(100))
    yield asked("12 sibling fragments", f"{{ {many[0]} }} {many[1]}", None, frozenset({200, 400}))
    yield asked("13 one field 500 times", "{ " + "__typename " * 500 + "}", None, frozenset({200, 400}))
    yield asked("13 a list 500 times", "{ " + "outlets { nodes { name } } " * 500 + "}", "QUERY_TOO_LARGE")
    aliases = " ".join(f"a{i}: stats {{ storyCount }}" for i in range(1_000))
    yield asked("13 aliases", f"{{ {aliases} }}", "QUERY_TOO_LARGE")
    few = " ".join(f"a{i}: outlets(first: 100) {{ nodes {{ name }} }}" for i in range(100))
    yield asked("13 fewer aliases of a list", f"{{ {few} }}", "QUERY_TOO_LARGE")
    yield asked("14 @skip 1,000 times", "{ __typename " + "@skip(if: false) " * 1_000 + "}", None)
    yield asked("14 unknown directives", "{ __typename " + "@aa " * 900 + "}", None)
    yield asked("14 unknown fields", "{ " + " ".join(f"unknownField{i}" for i in range(90)) + " }", None)
    for depth in (11, 100, 1_000):
        nested = "stories { nodes { facts { nodes { story { " * depth + "id" + " } } } } }" * depth
        yield asked(f"15 depth {depth}", f"{{ {nested} }}", "QUERY_TOO_LARGE" if depth < 100 else None)  # or it cannot be read
    yield asked("15 nested list value", "{ nodes(ids: " + "[" * 10_000 + "]" * 10_000 + ") { id } }", None)
    yield asked("15 nested object value", "{ stories(filter: " + "{a: " * 3_000 + "1" + "}" * 3_000 + ") { totalCount } }", None)
    yield asked("15 no document", "", "BAD_SYNTAX")
    yield asked("15 only a comment", "# nothing", "BAD_SYNTAX")
    yield asked("15 only a fragment", "fragment a on Query { __typename }", "BAD_QUERY")
    yield asked("15 long name", "{ " + "a" * 90_000 + " }", "BAD_QUERY")
    yield asked("15 long text", '{ search(text: "' + "a" * 90_000 + '") { totalCount } }', None, frozenset({200, 400}))
    yield asked("15 type system", "type Query { a: Int }", "BAD_QUERY")
    yield asked("18 circular introspection", "{ __schema { types { " + "fields { type { " * 30 + "name" + " } } " * 30 + "} } }", None)
    yield asked("18 suggestion", "{ storys { totalCount } }", "BAD_QUERY")
    yield asked("19 two anonymous", "{ __typename } { __typename }", "BAD_QUERY")
    yield asked("19 two and no name", "query a { __typename } query b { __typename }", "BAD_OPERATION")
    yield asked("19 unknown name", "query a { __typename }", "BAD_OPERATION", operationName="b")
    yield asked("19 name null", "query a { __typename } query b { __typename }", "BAD_OPERATION", operationName=None)
    yield asked("9 mutation without a key", 'mutation { deleteStory(input: {id: "x"}) { isDeleted } }', "FORBIDDEN", frozenset({403}))


def _values() -> Iterator[Bad]:
    for size in (0, -1, 101, 2**31 - 1):
        yield asked(f"16 first {size}", f"{{ stories(first: {size}) {{ totalCount }} }}", "BAD_PAGE")
        one = "query ($n: Int!) { stories(first: $n) { nodes { facts(first: $n) { totalCount } } } }"
        yield asked(f"16 first ${size}", one, "BAD_PAGE", variables={"n": size})
        yield asked(f"16 first = {size}", f"query ($n: Int = {size}) {{ stories(first: $n) {{ totalCount }} }}", "BAD_PAGE")
        inside = f"{{ ...f }} fragment f on Query {{ stories(first: {size}) {{ totalCount }} }}"
        yield asked(f"16 first {size} in a fragment", inside, "BAD_PAGE")
    yield asked("16 first 2^31", "query ($n: Int) { stories(first: $n) { totalCount } }", "BAD_VARIABLES", variables={"n": 2**31})
    yield asked("16 first null", "{ stories(first: null) { totalCount } }", None, FINE)
    for number, cursor in enumerate(("", "27", "5B5D", "00", "5B2273746F726965733A4E4557455354225D", "x" * 50_000, "é", "\x00")):
        text = "query ($c: String!) { stories(after: $c) { totalCount } }"
        yield asked(f"17.{number}", text, "BAD_CURSOR", variables={"c": cursor})
    for number, id in enumerate(("", "st_1", "ou_" + "0" * 24, "a\x00b", "x" * 10_000, "é", "/../", "💥")):
        yield asked(f"20.{number}", "query ($i: ID!) { node(id: $i) { id } story(id: $i) { id } }", None, FINE, variables={"i": id})
    yield asked("20 many ids", "query ($i: [ID!]!) { nodes(ids: $i) { id } }", None, variables={"i": ["x"] * 9_000})
    for number, words in enumerate(("*", "a*", "~2000", "/(a+)+$/", '"', '"a', "AND AND", "a NEAR b", "(", "^", "text:x", "\x00", "a" * 10_000, "a " * 5_000, " ".join(map(str, range(5_000))))):
        text = "query ($t: String!) { search(text: $t) { totalCount } stories(filter: {text: $t}) { totalCount } }"
        yield asked(f"23.{number}", text, None, frozenset({200, 400}), variables={"t": words})
    yield asked("24 large network", 'query { network(around: ["x"], depth: 2147483647, limit: 2147483647) { nodes { id: __typename } } }', None)

