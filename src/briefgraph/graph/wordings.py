"""Which wordings a transaction changes, and which ids stand for others after it. The same for both engines."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from briefgraph.graph.decisions import Decisions
from briefgraph.graph.linking import Change, Wording
from briefgraph.resolve.clusters import Membership


def change_of(
    texts: Mapping[str, str], before: Collection[str], elsewhere: Mapping[str, str], stored: Mapping[str, Wording]
) -> Change:
    """The texts of wordings that come or read otherwise, and those that go.

    A wording has the least of the texts that facts write it with.

    Args:
        texts: by wording, the least text that the touched stories write it with now.
        before: wordings that these stories had.
        elsewhere: of those, the least text that other stories write each with, where any does.
        stored: what is stored of all of these.
    """
    change = Change()
    for wording in {*before, *texts}:
        known = stored.get(wording)
        said = [texts[wording]] if wording in texts else []
        if wording in before:
            said += [elsewhere[wording]] if wording in elsewhere else []
        elif known is not None:
            said.append(known.text)
        if not said:
            change.gone.add(wording)
        elif known is None or known.text != min(said):
            change.texts[wording] = min(said)
    return change


@dataclass(slots=True)
class Moves:
    """What becomes of the look-up of ids that stand for others: id -> what it stands for, and ids that stand again."""

    targets: dict[str, str] = field(default_factory=dict)
    back: list[str] = field(default_factory=list)


def decided_moves(old: Decisions, new: Decisions) -> Moves:
    """What a change of the log does to it."""
    was, now = old.targets(), new.targets()
    targets = {node: target for node, target in now.items() if was.get(node) != target}
    return Moves(targets, sorted(was.keys() - now.keys()))


def linked_moves(moved: Mapping[str, Membership], gone: Iterable[str]) -> Moves:
    """What linking does to it: a wording's id is also the id of a claim that has no other, and stays one."""
    targets = {wording: member.claim for wording, member in moved.items() if member.claim != wording}
    return Moves(targets, [*(wording for wording in moved if wording not in targets), *gone])
