"""A read brief as JSON and back, exactly: how the ledger keeps it.

Not the JSON form that people write (schema/brief.schema.json): this one holds what a reader found,
offsets included. The text travels beside it, so that a store keeps it as plain text.
"""

from hashlib import blake2b
from typing import Any

import orjson

from briefgraph.brief import (
    Brief,
    Citation,
    Fact,
    Forecast,
    Layout,
    Narrative,
    Problem,
    ProblemCode,
    Provider,
    Source,
    Span,
)


def to_json(brief: Brief) -> str:
    """The brief without its text, as JSON in the order of the dataclasses: equal briefs, equal JSON.

    Raises:
        ValueError: a text of the brief holds half of a surrogate pair, which is no Unicode text.
    """
    try:
        # orjson walks dataclasses itself: 20 us for a brief of 7 facts.
        fields = {name: getattr(brief, name) for name in Brief.__dataclass_fields__ if name != "text"}
        return orjson.dumps(fields).decode()
    except TypeError as error:
        raise ValueError("the brief holds half of a surrogate pair, which is no text") from error


def digest_of(json: str, text: str) -> str:
    """What tells one brief from another: 128 bits over what `to_json` gives and its text."""
    return blake2b(b"\0".join((json.encode(), text.encode())), digest_size=16).hexdigest()


def from_json(text: str, json: str | bytes) -> Brief:
    """The brief whose text and `to_json` these are."""
    found: dict[str, Any] = orjson.loads(json)
    return Brief(
        **{
            **found,
            "text": text,
            "layout": Layout(found["layout"]),
            "title_span": _span(found["title_span"]),
            "lead_span": _span(found["lead_span"]),
            "facts": tuple(_fact(fact) for fact in found["facts"]),
            "sources": tuple(Source(**source) for source in found["sources"]),
            "narratives": tuple(_narrative(narrative) for narrative in found["narratives"]),
            "forecasts": tuple(Forecast(**forecast) for forecast in found["forecasts"]),
            "problems": tuple(
                Problem(**{**problem, "code": ProblemCode(problem["code"])}) for problem in found["problems"]
            ),
        }
    )


def _span(found: dict[str, int] | None) -> Span | None:
    return None if found is None else Span(**found)


def _fact(found: dict[str, Any]) -> Fact:
    return Fact(**{**found, "citations": tuple(Citation(**citation) for citation in found["citations"])})


def _narrative(found: dict[str, Any]) -> Narrative:
    return Narrative(**{**found, "providers": tuple(Provider(**provider) for provider in found["providers"])})
