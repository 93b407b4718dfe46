"""Documents: bytes to text, and which kind of text it is.

Text is UTF-8 (a byte order mark is allowed) or it is refused: guessing an encoding would write
names that nobody wrote. The kind is told from the content; a file's name only decides where the
content allows two.
"""

import re
from enum import Enum, auto

from briefgraph.brief import LINE_ENDS
from briefgraph.briefs.page import BLANK
from briefgraph.errors import NotABrief

MOST_BYTES = 2 * 1024 * 1024
SNIFFED = 20_000  # characters that tell the kind
HTML_START = re.compile(
    r"<!doctype html|<html\b|<\?xml[^<>]{0,200}\?>\s{0,20}<(?:!doctype html|html\b)", re.IGNORECASE
)
HTML_TAG = re.compile(
    r"</?(?:html|head|body|div|p|ul|ol|li|h[1-6]|article|section|main|a|br|span|sup|table)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
JSON_START = re.compile(r"\{\s*[\"}]|\[\s*[{\]]|\[\s*\"|\{\s*$")
MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\(<?(?:https?:)?/[^\s()]{1,2000}")
MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
ROUND_BULLET = re.compile(r"^[ \t]{0,8}[•●▪]", re.MULTILINE)
LONGEST_PARAGRAPH = 20_000  # characters; a paragraph of Markdown above it is none, and is read as it stands
SURROGATE = re.compile("[\ud800-\udfff]")


class Kind(Enum):
    """What a document's text is."""

    HTML = auto()
    MARKDOWN = auto()
    JSON = auto()
    PLAIN = auto()


def decoded(data: bytes | str) -> str:
    """The text of a document.

    Raises:
        NotABrief: larger than `MOST_BYTES`, no UTF-8, a NUL or a lone surrogate in it, or no words.
    """
    size = len(data)
    if isinstance(data, bytes):
        if size > MOST_BYTES:
            raise NotABrief(_too_large(size))
        text = _from_bytes(data)
    else:
        if size > MOST_BYTES:
            raise NotABrief(_too_large(size))
        text = data
        if found := SURROGATE.search(text):
            line, column = place(text, found.start())
            raise NotABrief("The text holds half a character (a lone surrogate).", line=line, column=column)
        if len(text.encode()) > MOST_BYTES:
            raise NotABrief(_too_large(len(text.encode())))
    text = text.removeprefix("\ufeff")
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Refuse text with a NUL, and text without words."""
    nul = text.find("\0")
    if nul >= 0:
        line, column = place(text, nul)
        raise NotABrief("The document holds a NUL character; it is no text.", line=line, column=column)
    if not text.strip(BLANK):
        raise NotABrief("The document is empty.")


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, counted from 1."""
    ends = [match.end() for match in LINE_ENDS.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def kind_of(text: str, name: str) -> Kind:
    """What a text is: by its beginning, then by its tags, then by its name."""
    opening = text[:SNIFFED].lstrip(BLANK)
    suffix = name.rsplit(".", 1)[-1].casefold() if "." in name else ""
    if HTML_START.match(opening):
        return Kind.HTML
    if JSON_START.match(opening) or (suffix in ("json", "jsonl", "ndjson") and opening[:1] in "{["):
        return Kind.JSON
    tags = sum(1 for _ in zip(range(3), HTML_TAG.finditer(opening), strict=False))
    if (tags >= 3 and opening.startswith("<")) or (tags and suffix in ("html", "htm", "xhtml")):
        return Kind.HTML
    if _is_markdown(text):
        return Kind.MARKDOWN
    return Kind.PLAIN


def _is_markdown(text: str) -> bool:
    opening = text[:SNIFFED]
    if not MARKDOWN_LINK.search(opening) and not MARKDOWN_HEADING.search(opening):
        return False
    if ROUND_BULLET.search(opening) and not MARKDOWN_LINK.search(opening):
        return False
    length = 0
    for line in text.split("\n"):
        length = length + len(line) if line.strip() else 0
        if length > LONGEST_PARAGRAPH:
            return False
    return True


def _from_bytes(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotABrief("The document is UTF-16; save it as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = place(data[: error.start].decode("utf-8"), len(data[: error.start].decode("utf-8")))
        raise NotABrief(
            f"The document is not UTF-8: byte {error.start} cannot be read; save it as UTF-8.",
            line=line,
            column=column,
        ) from None


def _too_large(size: int) -> str:
    return f"The document has {size:,} bytes, and a document may have {MOST_BYTES:,}; split it."
