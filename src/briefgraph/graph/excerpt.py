"""The words around a hit, for a search result: one function for both engines."""

import html
import re

from briefgraph import ids

AROUND = 12  # words shown on either side of the first hit
LENGTH = 30  # words shown at the most


def excerpt(text: str | None, terms: str | list[str]) -> str:
    """About 30 words of `text` around the first hit, hits between `<mark>` and `</mark>`.

    `terms` are the tokens asked for: a list, or as SQLite's MATCH has them, in quotes. Everything but the two
    tags is escaped for HTML, so that the answer may be put into a page as it is.
    """
    wanted = {term.strip('"') for term in (terms.split() if isinstance(terms, str) else terms)}
    words = [(m.start(), m.end(), not wanted.isdisjoint(ids.tokens(m[0]))) for m in re.finditer(r"\S+", text or "")]
    if not words or text is None:
        return ""
    first = next((i for i, word in enumerate(words) if word[2]), 0)
    begin = max(0, min(first - AROUND, len(words) - LENGTH))
    shown = words[begin : begin + LENGTH]
    parts = []
    for start, end, hit in shown:
        word = html.escape(text[start:end])
        parts.append(f"<mark>{word}</mark>" if hit else word)
    return ("… " if begin else "") + " ".join(parts) + (" …" if begin + LENGTH < len(words) else "")
