"""Decisions as stores and files keep them: rows of plain values, and one JSON object a line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from briefgraph.errors import BadInput
from briefgraph.graph.decisions import Decision, DecisionKind, Decisions, Effects, Stale, decision_id, stale
from briefgraph.ids import PREFIX, canonical_instant

COLUMNS = ("id", "kind", "at", "by", "reason", "subjects", "effects", "undone_at", "undone_by")
ENTRIES: dict[str, tuple[Any, ...]] = {  # the types of each entry of an effect's list
    "split": (str, str, str, str), "alone": (str,), "same": (str, str), "apart": (str, str), "reviewed": (str,),
    "unreviewed": (str,), "citations": (str, int, str, str | None), "closed": (str,), "distinct": (str, str),
    "stories": (str,),
}  # fmt: skip
PAIRS = ("same", "apart", "distinct")
MOVED = tuple(f"{PREFIX[kind]}_" for kind in ("STORY", "OUTLET", "PERSON"))
NAME_MAX = 200  # characters of who decides, and of a name
REASON_MAX = 2_000
LABEL_MAX = 500
ID = re.compile(rf"({'|'.join(PREFIX.values())})_[0-9a-f]{{24}}")  # a longer text may be too long for an index


@dataclass(frozen=True, slots=True)
class Amended:
    """A log after a change: what was put into it that it did not have just so, its sum, and what that makes stale."""

    changed: tuple[Decision, ...]
    sum: Decisions
    stale: Stale


def amended(log: Sequence[Decision], old: Decisions, decisions: Sequence[Decision]) -> Amended:
    """Put decisions into a log, of which `old` is the sum; one that is there is replaced.

    Raises:
        BadInput: one has the id of another of another kind, time, author or subjects, which no entry ever changes.
    """
    known = {decision.id: decision for decision in log}
    for decision in decisions:
        if (other := known.get(decision.id)) is not None and _what(other) != _what(decision):
            raise BadInput(f"the decision {decision.id} has the id of another; give it as it was exported")
    changed = tuple(d for d in decisions if d.id not in known or row_of(known[d.id]) != row_of(d))
    new = Decisions((known | {decision.id: decision for decision in changed}).values())
    replaced = [known[decision.id] for decision in changed if decision.id in known]
    return Amended(changed, new, stale(old, new, [*changed, *replaced]))


def _what(decision: Decision) -> tuple[DecisionKind, str, str, tuple[str, ...]]:
    """What an entry's id is made of."""
    return decision.kind, decision.at, decision.by, decision.subjects


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
        ValueError: a value is of another type than its field, or of another form.
    """
    for name in ("id", "by", "at", "reason", "undone_at", "undone_by"):
        value = getattr(decision, name)
        if not isinstance(value, str) and (value is not None or name in ("id", "by", "at")):
            raise ValueError(f"{name} is no text")
    for moment in (decision.at, decision.undone_at):
        if moment is not None and canonical_instant(moment) != moment:
            raise ValueError(f"{moment[:40]} is no time in UTC")
    for name, limit in (("by", NAME_MAX), ("reason", REASON_MAX), ("undone_by", NAME_MAX)):
        _check_text(name, getattr(decision, name), limit)
    if not all(isinstance(subject, str) for subject in decision.subjects):
        raise ValueError("subjects has an entry that is no text")
    _check_lists(decision.effects)
    _check_moves(decision.effects)
    named: list[Any] = [decision.id, *decision.subjects, *_ids(decision.effects)]
    for id in named:
        if not isinstance(id, str) or ID.fullmatch(id) is None:
            raise ValueError("it names what is no id")
    if decision.id != decision_id(*_what(decision)):
        raise ValueError("its id is another's")


def _check_lists(effects: Effects) -> None:
    for name, kinds in ENTRIES.items():
        entries = getattr(effects, name)
        if not isinstance(entries, tuple):
            raise ValueError(f"{name} is no list")  # noqa: TRY004
        for entry in entries:
            values = (entry,) if len(kinds) == 1 else entry
            if not isinstance(values, tuple) or len(values) != len(kinds) or not all(map(_is_a, values, kinds)):
                raise ValueError(f"{name} has an entry of another form")
            if name in PAIRS and values[0] >= values[1]:
                raise ValueError(f"{name} has a pair whose smaller id is not the first")
    for _, place, _, label in effects.citations:
        if not 0 < place < 2**31:
            raise ValueError("citations has an entry of no place")
        _check_text("a citation's label", label, LABEL_MAX)
    for *_, name in effects.split:
        _check_text("a name", name, None)


def _check_moves(effects: Effects) -> None:
    if not isinstance(effects.moved, dict) or not isinstance(effects.described, dict):
        raise ValueError("moved or described is no object")  # noqa: TRY004
    for node, into in effects.moved.items():
        if not isinstance(into, str) or node[:3] != into[:3] or node[:3] not in MOVED or node == into:
            raise ValueError("moved has an entry that leads elsewhere")
    for said in effects.described.values():
        if not isinstance(said, dict) or not all(isinstance(value, str | None) for value in said.values()):
            raise ValueError("described has an entry of another form")
        for value in said.values():
            _check_text("what is described", value, None)


def _is_a(value: Any, kind: Any) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def _check_text(name: str, text: str | None, limit: int | None) -> None:
    if text is None:
        return
    if limit is not None and len(text) > limit:
        raise ValueError(f"{name} is longer than {limit:,} characters")
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in text):
        raise ValueError(f"{name} holds a control character")


def _ids(effects: Effects) -> Iterator[str]:
    """Every id that effects name."""
    yield from effects.moved.keys()
    yield from effects.moved.values()
    yield from effects.described.keys()
    for *who, _ in effects.split:
        yield from who
    for fact, *_ in effects.citations:
        yield fact
    for entries in (effects.same, effects.apart, effects.distinct):
        for pair in entries:
            yield from pair
    for entries in (effects.alone, effects.reviewed, effects.unreviewed, effects.closed, effects.stories):
        yield from entries
