"""Bytes to text, kinds of document, front matter, saved pages and Markdown."""

import pytest

from briefgraph.brief import Beside, Brief, Layout
from briefgraph.briefs import read
from briefgraph.briefs.documents import MOST_BYTES, Kind, kind_of
from briefgraph.errors import NotABrief

PLAIN = """\
Veldt Reopens Its Harbour
Facts
- The harbour of Veldt reopened on Monday.[1]
Sources: [1]The Quay.
Narratives
- Pro-harbour narrative, as provided by The Quay. Ships bring work.
"""

PAGE = """\
<!DOCTYPE html><html><head><title>Veldt - Site</title>
<link rel="canonical" href="https://quay.example/veldt"/>
<meta property="article:published_time" content="2031-09-08T10:00:00.000+02:00">
<script>var menu = "<ul><li>A menu that is no fact at all, but is long enough</li></ul>";</script></head>
<body><nav><ul><li>Politics of the day and other things that are long enough to be facts</li></ul></nav>
<div><header><h1>Veldt <b>Reopens</b> Its Harbour</h1></header>
<p>The harbour of Veldt reopened on Monday, a fortnight after a storm, its master said....</p>
<figure><img alt="x"><figcaption>A ship in Veldt.</figcaption></figure>
<div class=audio><span>0:00</span><span>/1861</span></div>
<h3>Facts</h3><ul>
<li>The harbour of <a href="https://veldt.example/">Veldt</a> reopened on Monday.<sup><a href="#1">[1]</a></sup><sup>[2]</sup></li>
<li><p>Its pilots will not enter.<sup>[2]</sup></p></ul>
<p>Sources: <sup>[1]</sup><a href="https://quay.example/1">The Quay</a>, and
<sup>[2]</sup><a href="javascript:alert(1)">Elm &amp; Post</a>.</p>
<h3>Narratives</h3><ul>
<li><strong>Pro-harbour narrative</strong>, as provided by <a href="https://r.example">Reason.com</a>. Whether ships come.</li>
<li>Cynical narrative, as provided by <a href="https://s.example">Stars and Buoys</a> and <a href="https://q.example">Quay</a>. No.</li>
</ul></div><footer>© 2031 Foo</footer></body></html>
"""

MARKDOWN = """\
# Veldt Reopens Its Harbour

## Facts

* The harbour of Veldt reopened on Monday.[[1]](https://quay.example/1)
* Its pilots **will not** enter.[2]

**Sources:** [1][The Quay](https://quay.example/1) and [2][Lantern](https://lantern.example/2).

## Narratives

* **Pro-harbour narrative**, as provided by [The Quay](https://quay.example). Ships bring work.
"""


def one(document: bytes | str, name: str = "", beside: Beside | None = None) -> Brief:
    (brief,) = read(document, name=name, beside=beside or Beside()).briefs
    return brief


@pytest.mark.parametrize("data", [PLAIN, PLAIN.encode(), PLAIN.encode("utf-8-sig"), "\ufeff" + PLAIN])
def test_text_is_read_as_it_is(data: bytes | str) -> None:
    assert one(data).text == PLAIN


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u200b\n", "empty"),
        (PLAIN.replace("V", "É").encode("latin-1"), "not UTF-8"),
        (PLAIN.encode("utf-16"), "UTF-16"),
        (PLAIN.replace("ships", "\0").replace("Ships", "\0").encode(), "NUL"),
        (PLAIN + "\ud800", "surrogate"),
        (b"x" * (MOST_BYTES + 1), "bytes"),
        ("é" * (MOST_BYTES // 2 + 1), "bytes"),
        ("<html><body></body></html>", "no words"),
    ],
)
def test_documents_that_are_no_text(data: bytes | str, why: str) -> None:
    with pytest.raises(NotABrief, match=why):
        read(data)


def test_a_byte_that_cannot_be_read_has_a_place() -> None:
    with pytest.raises(NotABrief) as caught:
        read("One\nTwo é".encode() + b"\xe9")

    assert (caught.value.line, caught.value.column) == (2, 6)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (PLAIN, "", Kind.PLAIN),
        (PLAIN, "a.html", Kind.PLAIN),
        (PLAIN, "a.json", Kind.PLAIN),
        (PAGE, "a.txt", Kind.HTML),
        ("<p>x</p>", "a.html", Kind.HTML),
        (MARKDOWN, "a.txt", Kind.MARKDOWN),
        (PLAIN, "a.md", Kind.PLAIN),
        ('{"title": "x"}', "a.txt", Kind.JSON),
        ("[[[[", "", Kind.PLAIN),
        ("[1] is no JSON", "", Kind.PLAIN),
        ("Tom <script>alert(1)</script>", "", Kind.PLAIN),
    ],
)
def test_the_content_tells_the_kind(text: str, name: str, kind: Kind) -> None:
    assert kind_of(text, name) is kind


def test_a_saved_page() -> None:
    brief = one(PAGE.encode())

    assert brief.layout is Layout.LITE_BRACKETED
    assert brief.title == "Veldt Reopens Its Harbour"
    assert brief.lead is not None
    assert brief.lead.endswith("its master said....")
    assert brief.address == "https://quay.example/veldt"
    assert brief.published_at == "2031-09-08T08:00:00Z"
    assert [fact.text for fact in brief.facts] == [
        "The harbour of Veldt reopened on Monday.",
        "Its pilots will not enter.",
    ]
    assert [(s.label, s.url) for s in brief.sources] == [
        ("The Quay", "https://quay.example/1"),
        ("Elm & Post", None),
    ]
    assert [[p.label for p in n.providers] for n in brief.narratives] == [
        ["Reason.com"],
        ["Stars and Buoys", "Quay"],
    ]
    assert brief.problems == ()


def test_superscripts_make_glued_digits_certain() -> None:
    page = PAGE.replace("[1]", "1").replace("[2]", "2")
    page = page.replace("will not enter.<sup>2", "went 5 km<sup>2</sup> and 3.<sup>2")
    brief = one(page)

    assert brief.layout is Layout.LITE_DIGITS
    assert brief.facts[1].text == "Its pilots went 5 km2 and 3."
    assert [[c.label for c in f.citations] for f in brief.facts] == [
        ["The Quay", "Elm & Post"],
        ["Elm & Post"],
    ]


def test_a_page_that_shows_changes_is_refused() -> None:
    with pytest.raises(NotABrief, match="two versions"):
        read(PAGE.replace("will not enter", "<del>will not</del><ins>may</ins> enter"))


def test_markdown() -> None:
    brief = one(MARKDOWN, "a.md")

    assert brief.title == "Veldt Reopens Its Harbour"
    assert [fact.text for fact in brief.facts] == [
        "The harbour of Veldt reopened on Monday.",
        "Its pilots will not enter.",
    ]
    assert [(c.label, c.url) for f in brief.facts for c in f.citations] == [
        ("The Quay", "https://quay.example/1"),
        ("Lantern", "https://lantern.example/2"),
    ]
    assert brief.problems == ()


def test_front_matter() -> None:
    front = (
        '---\nid: story-7\naddress: quay.example/veldt\ndate: 27 March 2031\ntitle: "A Given Title"\n---\n'
    )
    brief = one(front + PLAIN)

    assert (brief.id, brief.address, brief.published_at) == (
        "story-7",
        "quay.example/veldt",
        "2031-03-27T00:00:00Z",
    )
    assert (brief.title, brief.title_span) == ("A Given Title", None)
    assert brief.text == PLAIN
    assert brief.first_line == 7


def test_what_is_given_wins_over_front_matter() -> None:
    given = Beside(address="lantern.example/1", published_at="2031-04-01T12:00:00+02:00")
    brief = one("---\naddress: quay.example/veldt\nid: 7\n---\n" + PLAIN, beside=given)

    assert (brief.address, brief.id, brief.published_at) == ("lantern.example/1", "7", "2031-04-01T10:00:00Z")


@pytest.mark.parametrize("line", ["adress: quay.example", "id: 1\nid: 2", "date: yesterday"])
def test_front_matter_that_is_wrong_is_refused(line: str) -> None:
    with pytest.raises(NotABrief):
        read(f"---\n{line}\n---\n{PLAIN}")


def test_a_rule_is_no_front_matter() -> None:
    assert one("---\n" + PLAIN).title == "Veldt Reopens Its Harbour"


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(NotABrief, match="date"):
        read(PLAIN, beside=Beside(published_at="2031-02-30"))


def test_an_address_is_one_storys() -> None:
    section = "{0} Has a Title\n\nThe Facts\n\n- It was so in {0}.\n\nThe Spin\n\nNarrative A\n\nIt is so.\n\nSee sources\n\n"
    document = section.format("Veldt") + section.format("Orrin")

    assert len(read(document).briefs) == 2
    with pytest.raises(NotABrief, match="2 stories"):
        read(document, beside=Beside(address="quay.example/1"))


def test_markup_in_the_words_is_data() -> None:
    brief = one(PLAIN.replace("Veldt Reopens", "<script>alert(1)</script> Reopens"))

    assert brief.title == "<script>alert(1)</script> Reopens Its Harbour"
