"""Which type of response a client asks for, by RFC 9110, and whether its body is what can be read."""

import re
from dataclasses import dataclass
from functools import lru_cache

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"
EVENTS = "text/event-stream"
RANGE = re.compile(r"([!#$%&'*+.^_`|~0-9a-z-]+)/([!#$%&'*+.^_`|~0-9a-z-]+)", re.ASCII)
Q = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
ACCEPT_CHARS = 2_000  # a longer Accept is cut there: no client writes one, and each range is looked at
UTF8 = ("utf-8", "utf8")


@dataclass(frozen=True, slots=True)
class _Range:
    """One media range of an Accept, and how much it is wanted."""

    main: str
    sub: str
    q: float

    def specificity(self, offered: str) -> int:
        """3 where it names the type, 2 for its family, 1 for anything, 0 where it does not match."""
        main, sub = offered.split("/")
        if self.main == "*":
            return 1 if self.sub == "*" else 0
        if self.main != main:
            return 0
        return 2 if self.sub == "*" else 3 if self.sub == sub else 0


@lru_cache(256)
def choose(accept: str | None, *, html: bool = False) -> str | None:
    """The type to answer in, or None where the client takes none of them.

    The highest q wins. Where several have it, a type that is named wins over a wildcard; of two that
    are named the GraphQL one is better, and behind a wildcard is whoever never heard of it, so plain
    JSON. HTML is for those who name it.

    Args:
        accept: the header's value; None where there is none, which means anything.
        html: whether there is a page to give.
    """
    if accept is None or not accept.strip():
        return JSON
    ranges = _ranges(accept[:ACCEPT_CHARS])
    best: tuple[float, int, int] | None = None
    chosen = None
    for offered in (GRAPHQL, JSON, HTML) if html else (GRAPHQL, JSON):
        matching = [(found, r.q) for r in ranges if (found := r.specificity(offered))]
        if not matching:
            continue
        specificity, q = max(matching)
        if q == 0 or (offered == HTML and specificity < 3):
            continue
        named = 1 if specificity == 3 else 0
        rank = (q, named, {GRAPHQL: named, JSON: 1 - named, HTML: 2}[offered])
        if best is None or rank > best:
            best, chosen = rank, offered
    return chosen


@lru_cache(256)
def takes_events(accept: str | None) -> bool:
    """Whether a client names an event stream among what it takes."""
    return accept is not None and any(
        r.specificity(EVENTS) == 3 and r.q > 0 for r in _ranges(accept[:ACCEPT_CHARS])
    )


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in accept.lower().split(","):
        head, *parameters = [piece.strip() for piece in part.split(";")]
        match = RANGE.fullmatch(head)
        if not match:
            continue
        q = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                q = float(value) if Q.fullmatch(value.strip()) else 0.0
            elif name.strip() == "charset" and value.strip().strip('"') not in UTF8:
                q = 0.0
        found.append(_Range(match[1], match[2], q))
    return found


@lru_cache(256)
def is_json(content_type: str | None) -> bool:
    """Whether a Content-Type says JSON in UTF-8, and nothing that would have to be obeyed beside it."""
    if content_type is None:
        return False
    head, *parameters = [piece.strip() for piece in content_type.lower().split(";")]
    if head != JSON:
        return False
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name != "charset" or value.strip('"') not in UTF8:
            return False
    return True
