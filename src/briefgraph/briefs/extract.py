"""Extraction: the words of a saved page, with its links, superscripts and headings.

The tree builder is given flat mark-up: every container becomes a paragraph and every inline tag an
empty marker, by one substitution over the source. Nothing is left that could nest, for nesting is
what makes HTML dear: 20,000 open `div` cost lexbor 0.8 s, 200,000 cost it 247 s.
"""

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefgraph.brief import Span
from briefgraph.briefs.page import Link, Page, Tally

URL_LENGTH = 2_000
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)(?=[\s/>])")
KEPT = frozenset(
    "html head body meta link base title script style textarea xmp iframe noembed noframes a li br hr"
    " time".split()
)
PARAGRAPHS = frozenset(
    """p div section article main header hgroup center fieldset figure blockquote details summary address
    dl dt dd pre form footer table caption colgroup thead tbody tfoot tr td th""".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What a page shows beside its story, or does not show at all.
SKIPPED = frozenset(
    "nav aside button noscript template svg math select object audio video canvas dialog figcaption".split()
)
UNSEEN = frozenset("script style textarea title iframe xmp noembed noframes".split())
SPACE = re.compile(r"[ \t\n\r\f\v]+")
WEB = re.compile(r"(?:https?:)?//[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A page's words, and what its head says of it."""

    page: Page
    address: str | None = None
    published_at: str | None = None


@dataclass(slots=True)
class _Writer:
    """Builds the text: white space collapsed, paragraphs a blank line apart, a list's entries bulleted."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    line_breaks: int = 0
    has_space: bool = False
    is_fresh: bool = True  # nothing written yet in this entry or document

    def write(self, words: str) -> None:
        collapsed = SPACE.sub(" ", words)
        if collapsed.startswith(" ") or self.has_space:
            collapsed = collapsed.lstrip(" ")
            self.has_space = True
        if not collapsed:
            return
        if self.line_breaks and self.length:
            self._put("\n" * self.line_breaks)
        elif self.has_space and not self.is_fresh:
            self._put(" ")
        self.line_breaks, self.has_space, self.is_fresh = 0, False, False
        kept = collapsed.rstrip(" ")
        self.has_space = len(kept) < len(collapsed)
        self._put(kept)

    def position(self, words: str) -> int:
        """Where the words would begin that come next."""
        if self.line_breaks and self.length:
            return self.length + self.line_breaks
        gap = (self.has_space or words[:1].isspace()) and not self.is_fresh
        return self.length + (1 if gap else 0)

    def break_line(self, count: int) -> None:
        if not self.is_fresh or self.length == 0:
            self.line_breaks = max(self.line_breaks, count)
            self.has_space = False

    def bullet(self) -> None:
        self.is_fresh = False
        self.break_line(1)
        if self.length:
            self._put("\n" * self.line_breaks)
        self.line_breaks = 0
        self._put("- ")
        self.is_fresh = True

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def from_markdown(text: str, *, tally: Tally) -> Extract:
    """The words of a Markdown document, by way of the HTML that it stands for."""
    markdown = MarkdownIt("commonmark", {"breaks": True, "html": True})
    return from_html(markdown.render(text), tally=tally)


def from_html(source: str, *, tally: Tally) -> Extract:
    """The words of an HTML document."""
    tally.characters += len(source)
    parser = LexborHTMLParser(TAG.sub(_flat, source))
    walk = _Walk()
    body = parser.body
    if body is not None:
        walk.through(body)
    text = "".join(walk.writer.pieces)
    page = Page(
        text=text,
        links=tuple(sorted(walk.links, key=lambda link: link.start)),
        raised=tuple(walk.raised),
        headings=tuple(walk.headings),
        shows_changes=walk.insertions > 0 and walk.deletions > 0,
        tally=tally,
    )
    address, published_at = _head(parser)
    return Extract(page=page, address=address, published_at=published_at)


def _flat(match: re.Match[str]) -> str:
    slash, name = match[1], match[2].casefold()
    if name in KEPT:
        return match[0]
    if name in PARAGRAPHS:
        return f"<{slash}p"
    closing = "-end" if slash else ""
    if name in HEADINGS:
        return f"<{slash}p" if slash else "<p data-heading"
    if name in SKIPPED:
        return f"<wbr data-skip{closing}={name} "
    if name in ("sup", "ins", "del", "ol", "ul"):
        return f"<wbr data-{name}{closing} "
    return "<wbr "


class _Walk:
    def __init__(self) -> None:
        self.writer = _Writer()
        self.links: list[Link] = []
        self.raised: list[Span] = []
        self.headings: list[Span] = []
        self.insertions = self.deletions = 0
        self._skips: dict[str, int] = {}
        self._raised_from: int | None = None
        self._open_links: dict[int, tuple[int, str]] = {}
        self._open_headings: dict[int, int] = {}
        self._open_entries: set[int] = set()
        self._entries = 0

    def through(self, root: LexborNode) -> None:
        """Walk the tree in the order of its words, without recursion."""
        node: LexborNode | None = root.first_child
        depth = 1
        while node is not None and depth > 0:
            child = self._enter(node, depth)
            if child is not None:
                node, depth = child, depth + 1
                continue
            while True:
                self._leave(node, depth)
                if node.next is not None:
                    node = node.next
                    break
                node, depth = node.parent, depth - 1
                if node is None or depth == 0:
                    return

    def _enter(self, node: LexborNode, depth: int) -> LexborNode | None:
        tag = node.tag
        if tag == "-text":
            if not self._skips:
                self.writer.write(node.text_content or "")
            return None
        if tag == "wbr":
            self._marker(node.attributes)
        elif tag in UNSEEN:
            return None
        elif self._skips:
            return node.first_child
        elif tag == "p":
            self.writer.break_line(1 if self._entries else 2)
            if "data-heading" in node.attributes:
                self._open_headings[depth] = self.writer.position("")
        elif tag == "li":
            self._entries += 1
            self._open_entries.add(depth)
            self.writer.bullet()
        elif tag == "br":
            self.writer.break_line(1)
        elif tag == "hr":
            self.writer.break_line(2)
        elif tag == "a":
            url = _web_address(node.attributes.get("href"))
            if url:
                self._open_links[depth] = (self.writer.position(_first_words(node)), url)
        return node.first_child

    def _leave(self, node: LexborNode, depth: int) -> None:
        tag = node.tag
        if tag == "p":
            start = self._open_headings.pop(depth, None)
            if not self._skips:
                self.writer.break_line(1 if self._entries else 2)
            if start is not None and self.writer.length > start:
                self.headings.append(Span(start=start, end=self.writer.length))
        elif tag == "li" and depth in self._open_entries:
            self._open_entries.discard(depth)
            self._entries -= 1
            self.writer.is_fresh = False
            self.writer.break_line(1 if self._entries else 2)
        elif tag == "a" and depth in self._open_links:
            start, url = self._open_links.pop(depth)
            if self.writer.length > start:
                self.links.append(Link(start=start, end=self.writer.length, url=url))

    def _marker(self, attributes: dict[str, str | None]) -> None:
        if name := attributes.get("data-skip"):
            self._skips[name] = self._skips.get(name, 0) + 1
        elif name := attributes.get("data-skip-end"):
            if self._skips.get(name, 0) > 1:
                self._skips[name] -= 1
            else:
                self._skips.pop(name, None)
        elif "data-sup" in attributes:
            self._raised_from = self.writer.position("")
        elif "data-sup-end" in attributes:
            if self._raised_from is not None and self.writer.length > self._raised_from:
                self.raised.append(Span(start=self._raised_from, end=self.writer.length))
            self._raised_from = None
        elif "data-ol" in attributes or "data-ul" in attributes:
            self.writer.break_line(1)
        elif "data-ins" in attributes:
            self.insertions += 1
        elif "data-del" in attributes:
            self.deletions += 1


def _first_words(node: LexborNode) -> str:
    child = node.first_child
    return (child.text_content or "") if child is not None and child.tag == "-text" else ""


def _web_address(href: str | None) -> str | None:
    """A link's address where it is one of the web; scripts, data and pages' own anchors are none."""
    href = (href or "").strip()
    return href if len(href) <= URL_LENGTH and WEB.fullmatch(href) else None


def _head(parser: LexborHTMLParser) -> tuple[str | None, str | None]:
    """The address and the date that a page's head gives."""
    address = published_at = None
    for node in parser.css("link[rel=canonical]")[:1]:
        address = _web_address(node.attributes.get("href"))
    for name in ("article:published_time", "og:url"):
        for node in parser.css(f'meta[property="{name}"]')[:1]:
            content = node.attributes.get("content")
            if name == "og:url":
                address = address or _web_address(content)
            else:
                published_at = content
    return address, published_at
