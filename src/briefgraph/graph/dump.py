"""The graph as canonical JSON lines: what has to be equal for two graphs to be equal.

A line is one node, edge, stored relation or spelling, under its name in the data model, with ids and
never a key; sections come in the order below, rows in the order of their ids. Stored relations and
counters are dumped as they are stored, so that one that has drifted shows. Each section's question has
the same name on both engines, and gives the same columns in the same order.
"""

from typing import Any

import orjson

SECTIONS = (
    ("STORY", "dump-story"),
    ("REVISION", "dump-revision"),
    ("FACT", "dump-fact"),
    ("WORDING", "dump-wording"),
    ("PAIR", "dump-pair"),
    ("CLAIM", "dump-claim"),
    ("CONFLICTS_WITH", "dump-conflicts-with"),
    ("OUTLET", "dump-outlet"),
    ("PERSON", "dump-person"),
    ("NARRATIVE", "dump-narrative"),
    ("FORECAST", "dump-forecast"),
    ("PROBLEM", "dump-problem"),
    ("LISTS", "dump-lists"),
    ("CITES", "dump-cites"),
    ("ATTRIBUTED_TO", "dump-attributed-to"),
    ("PROVIDED_BY", "dump-provided-by"),
    ("MENTIONS", "dump-mentions"),
    ("BACKS", "dump-backs"),
    ("ORIGIN_OF", "dump-origin-of"),
    ("COVERED_BY", "dump-covered-by"),
    ("CO_CITED", "dump-co-cited"),
    ("CO_BACKED", "dump-co-backed"),
    ("APPEARS_IN", "dump-appears-in"),
    ("MENTIONED_IN", "dump-mentioned-in"),
    ("CITES_PERSON", "dump-cites-person"),
    ("OUTLET_STANCE", "dump-outlet-stance"),
    ("CO_MENTIONED", "dump-co-mentioned"),
    ("DISPUTES", "dump-disputes"),
    ("OUTLET_ALIAS", "dump-outlet-alias"),
    ("PERSON_ALIAS", "dump-person-alias"),
    ("MOVED", "dump-moved"),
    ("DECISION", "dump-decision"),
)
BOOLEANS = {"isClosed", "isComplete", "isContested", "isFirst", "isReviewed", "isSoleSourced", "restsOnOwner", "restsOnWire"}
TEXTS_OF_JSON = {"aliases", "brief", "differs", "effects", "subjects"}
WHEN = "recordedAt"  # when things came: the same graph may differ in it


def line(label: str, values: dict[str, Any], *, recorded: bool) -> str:
    """One line: the label first, then the values in the order of the question."""
    shown: dict[str, Any] = {"type": label}
    for name, value in values.items():
        if name in BOOLEANS:
            shown[name] = bool(value)
        elif name in TEXTS_OF_JSON and isinstance(value, str):
            shown[name] = orjson.loads(value)
        elif recorded or name != WHEN:
            shown[name] = value
    return orjson.dumps(shown).decode()
