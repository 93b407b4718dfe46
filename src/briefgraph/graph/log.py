"""Decisions as stores and files keep them: rows of plain values, and one JSON object a line."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import orjson

from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, DecisionKind, Decisions, Effects, Stale, stale

COLUMNS = ("id", "kind", "at", "by", "reason", "subjects", "effects", "undone_at", "undone_by")
TEXTS = {"id": str, "at": str, "by": str}


@dataclass(frozen=True, slots=True)
class Amended:
    """A log after a change: what was put into it that it did not have just so, its sum, and what that makes stale."""

    changed: tuple[Decision, ...]
    sum: Decisions
    stale: Stale


def amended(log: Sequence[Decision], old: Decisions, decisions: Sequence[Decision]) -> Amended:
    """Put decisions into a log, of which `old` is the sum; one that is there is replaced."""
    known = {decision.id: decision for decision in log}
    changed = tuple(d for d in decisions if d.id not in known or row_of(known[d.id]) != row_of(d))
    new = Decisions((known | {decision.id: decision for decision in changed}).values())
    replaced = [known[decision.id] for decision in changed if decision.id in known]
    return Amended(changed, new, stale(old, new, [*changed, *replaced]))


def decision_of(row: Sequence[Any]) -> Decision:
    """A row of the log, in the order of `COLUMNS`. The same on both engines."""
    values = dict(zip(COLUMNS, row, strict=True))
    return Decision(
        **{
            **values,
            "kind": DecisionKind(values["kind"]),
            "subjects": tuple(orjson.loads(values["subjects"])),
            "effects": Effects(**orjson.loads(values["effects"])),
        }
    )


def row_of(decision: Decision) -> dict[str, Any]:
    """What a store keeps of a decision."""
    return {
        "id": decision.id,
        "kind": str(decision.kind),
        "at": decision.at,
        "by": decision.by,
        "reason": decision.reason,
        "subjects": orjson.dumps(decision.subjects).decode(),
        "effects": orjson.dumps(_said(decision.effects), option=orjson.OPT_SORT_KEYS).decode(),
        "undone_at": decision.undone_at,
        "undone_by": decision.undone_by,
    }


def _said(effects: Effects) -> dict[str, Any]:
    """The effects that a decision has."""
    return {name: value for name, value in asdict(effects).items() if value}


def to_line(decision: Decision) -> bytes:
    """A decision as a line of a file, its newline included."""
    row = row_of(decision)
    said = row | {name: orjson.loads(row[name]) for name in ("subjects", "effects")}
    return orjson.dumps(said, option=orjson.OPT_APPEND_NEWLINE)


def from_line(line: bytes) -> Decision:
    """What `to_line` gave.

    Raises:
        BadInput: the line is none.
    """
    try:
        said = orjson.loads(line)
        row = [orjson.dumps(said[name]).decode() if name in ("subjects", "effects") else said.get(name) for name in COLUMNS]
        decision = decision_of(row)
        _check(decision)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(f"is no decision ({error}); give a line of `briefgraph decisions export`") from error
    return decision


def _check(decision: Decision) -> None:
    """Refuse what no export could hold: it would be found out in the middle of a transaction.

    Raises:
        ValueError: a value is of another type than its field.
    """
    for name, kind in TEXTS.items():
        if not isinstance(getattr(decision, name), kind):
            raise ValueError(f"{name} is no text")  # noqa: TRY004 - a value of a file, not of a caller
    for name in ("reason", "undone_at", "undone_by"):
        if not isinstance(getattr(decision, name), str | None):
            raise ValueError(f"{name} is no text")  # noqa: TRY004
    widths = {"split": 4, "same": 2, "apart": 2, "distinct": 2, "citations": 4}
    for item in fields(Effects):
        value = getattr(decision.effects, item.name)
        if item.name in ("moved", "described"):
            if not isinstance(value, dict):
                raise ValueError(f"{item.name} is no object")
        elif not isinstance(value, list | tuple):
            raise ValueError(f"{item.name} is no list")
        elif item.name in widths:
            if any(not isinstance(entry, list | tuple) or len(entry) != widths[item.name] for entry in value):
                raise ValueError(f"{item.name} has an entry that is not {widths[item.name]} long")
        elif any(not isinstance(entry, str) for entry in value):
            raise ValueError(f"{item.name} has an entry that is no text")
