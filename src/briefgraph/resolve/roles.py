"""The role beside a name, as it is written: `US Pres.`, `Pres.-elect`, `leader of the Reed Party`."""

from collections.abc import Sequence

from briefgraph.resolve.gazetteer import Gazetteer, head_of
from briefgraph.resolve.tokens import Token

_LONGEST = 8  # words of a role before a name
_LONGEST_AFTER = 16  # words of a role after it
_ARTICLES = frozenset({"a", "an", "the"})


def role_of(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> str | None:
    """Return the role written before the name `first` to `last`, else the one between commas after it."""
    return _before(text, tokens, first, known) or _after(text, tokens, last, known)


def _written(text: str, first: Token, last: Token) -> str:
    end = last.end + 1 if last.dotted else last.end
    return " ".join(text[first.start : end].split())


def _before(text: str, tokens: Sequence[Token], name: int, known: Gazetteer) -> str | None:
    if name == 0 or not tokens[name - 1].glued:
        return None
    title = tokens[name - 1]
    start = name - 1
    if not (known.is_title(title.fold) if title.text[0].isupper() else known.is_noun(title.fold)):
        portfolio = _portfolio(tokens, name, known)
        if portfolio is None:
            return None
        start = portfolio
    elif head_of(title.fold, "") is None:
        return None
    while start > 0 and name - start < _LONGEST and tokens[start - 1].glued:
        word = tokens[start - 1]
        if word.fold in known.openers or word.fold in known.calendar:
            break
        if start > 1 and word.dotted and word.fold in known.places and not tokens[start - 2].glued:
            break  # "in Winder, Ga. Gov. Reed": the state ends the sentence before
        written = word.text[0].isupper()
        if not (written or word.fold in known.modifiers or known.is_noun(word.fold)):
            break
        start -= 1
    return _written(text, tokens[start], tokens[name - 1])


def _portfolio(tokens: Sequence[Token], name: int, known: Gazetteer) -> int | None:
    """Return where `Secretary of State` begins when it stands before the token `name`."""
    for at in range(name - 1, max(name - 5, 0), -1):
        word = tokens[at]
        if not word.glued:
            return None
        if word.fold == "of":
            before = tokens[at - 1]
            return (
                at - 1 if before.glued and before.text[0].isupper() and known.is_title(before.fold) else None
            )
        if not (word.text[0].isupper() or word.fold in ("the", "and")):
            return None
    return None


def _after(text: str, tokens: Sequence[Token], last: int, known: Gazetteer) -> str | None:
    """Return `leader of the Reed Party` from `, the leader of the Reed Party,`; both commas must be there."""
    if (
        tokens[last].glued
        or last + 1 >= len(tokens)
        or text[tokens[last].end : tokens[last + 1].start] != ", "
    ):
        return None
    first = last + 1
    if tokens[first].fold in _ARTICLES:
        first += 1
    elif not (known.is_noun(tokens[first].fold) or tokens[first].fold in known.modifiers):
        return None
    named = False
    for at in range(first, min(first + _LONGEST_AFTER, len(tokens))):
        named = named or (known.is_noun(tokens[at].fold) and at - first < 5)
        if tokens[at].glued:
            continue
        following = tokens[at + 1].start if at + 1 < len(tokens) else len(text)
        gap = text[tokens[at].end : following]
        if gap.lstrip("'’s").startswith(", "):
            return _written(text, tokens[first], tokens[at]) if named else None
        if gap.strip() not in ("'", "’", "'s", "’s", "-"):
            return None
    return None
