"""Front matter: what is given about a brief between two lines of `---` at its beginning.

    ---
    address: quay.example/story/12
    date: 2024-03-27
    ---

Keys are id, address, date and title, a value is the rest of its line. It is no YAML, and no YAML
parser sees it.
"""

import re

from briefgraph.brief import Beside
from briefgraph.errors import NotABrief

MOST_LINES = 20
KEYS = ("id", "address", "date", "title")
ENTRY = re.compile(r"([A-Za-z][A-Za-z_-]{0,30})[ \t]{0,8}:(?:[ \t](.*))?")


def split(text: str) -> tuple[Beside | None, str, int]:
    """What front matter gives, the text after it, and the line where that begins.

    Text that only begins with a rule (`---`) has no front matter.

    Raises:
        NotABrief: a key that is unknown or stands twice.
    """
    lines = text[:20_000].splitlines(keepends=True)[: MOST_LINES + 1]
    if not lines or lines[0].rstrip() != "---":
        return None, text, 1
    closing = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if closing is None:
        return None, text, 1
    entries = [(number, line.strip()) for number, line in enumerate(lines[1:closing], 2)]
    matches = [
        (number, ENTRY.fullmatch(line)) for number, line in entries if line and not line.startswith("#")
    ]
    if not matches or not all(match for _, match in matches):
        return None, text, 1
    values: dict[str, str] = {}
    for number, match in matches:
        assert match is not None
        key = match[1].casefold()
        if key not in KEYS:
            raise NotABrief(f"Front matter has no key “{key}”; its keys are {', '.join(KEYS)}.", line=number)
        if key in values:
            raise NotABrief(f"Front matter gives {key} twice.", line=number)
        values[key] = _unquoted((match[2] or "").strip())
    beside = Beside(
        id=values.get("id") or None,
        address=values.get("address") or None,
        title=values.get("title") or None,
        published_at=values.get("date") or None,
    )
    return beside, text[sum(len(line) for line in lines[: closing + 1]) :], closing + 2


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
