"""A statement's text broken into lines for people: a clause a line, what is inside brackets indented."""

import re

TEXT = re.compile(r"('(?:[^']|'')*')")
CLAUSE = re.compile(
    r" (?=(?:OPTIONAL MATCH|MATCH|WHERE|WITH|CALL|UNWIND|RETURN|ORDER BY|LIMIT|UNION ALL|FROM|CROSS JOIN|LEFT JOIN|AND|YIELD)\b)"
    r"|(?<=\()(?=SELECT )"
)
OPEN, CLOSE = "([{", ")]}"


def readable(text: str) -> str:
    """The same statement in lines. Words in quotes stay as they are."""
    pieces = TEXT.split(text)
    broken = "".join(piece if number % 2 else CLAUSE.sub("\n", piece) for number, piece in enumerate(pieces))
    lines, depth = [], 0
    for line in broken.split("\n"):
        if line.strip():
            lines.append("  " * depth + line.strip())
        bare = TEXT.sub("", line)
        depth = max(0, depth + sum(bare.count(mark) for mark in OPEN) - sum(bare.count(mark) for mark in CLOSE))
    return "\n".join(lines)
