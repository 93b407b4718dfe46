"""JSON as a request may have it: one object, no key twice, no number that a double would bend.

orjson parses: it refuses bad UTF-8, a byte order mark, half of a surrogate pair, NaN, and numbers
beyond a double. What it lets pass is looked for here, in passes that never go back: 100 kB of
brackets cost what 100 kB of prose costs.
"""

import re
from typing import Any

import orjson

from briefgraph.api.faults import Code
from briefgraph.web.faults import HttpFault

MAX_DEPTH = 64  # of objects and lists; a request needs 6
STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
LONG_NUMBER = re.compile(rb"[0-9]{20}")


def parse_object(text: bytes, what: str) -> dict[str, Any]:
    """The JSON object that `text` is. `what` names it in an error.

    Raises:
        HttpFault: BAD_BODY; it is none, or one that two readers could read in two ways.
    """
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise HttpFault(Code.BAD_BODY, f"{what} is no JSON in UTF-8: {error}") from None
    if not isinstance(found, dict):
        raise HttpFault(Code.BAD_BODY, f"{what} is no JSON object")
    # Where strings are taken out, each colon left is one pair, and each bracket one object or list.
    bare = STRING.sub(b"", text)
    if LONG_NUMBER.search(bare):
        raise HttpFault(Code.BAD_BODY, f"{what} has a number of 20 digits or more; write it as a string")
    if _pairs(found, what) != bare.count(b":"):
        raise HttpFault(Code.BAD_BODY, f"{what} has a key twice in one object")
    return found


def _pairs(found: dict[str, Any], what: str) -> int:
    """How many pairs the value holds, at any depth."""
    pairs = depth = 0
    level: list[Any] = [found]
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise HttpFault(Code.BAD_BODY, f"{what} is nested more than {MAX_DEPTH} deep")
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                pairs += len(value)
                values: Any = value.values()
            else:
                values = value
            below += [inner for inner in values if isinstance(inner, dict | list)]
        level = below
    return pairs
