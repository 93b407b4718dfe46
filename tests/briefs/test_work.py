"""Work is linear: twice the input is at most 2.1 times the work. Counted, never timed.

Two counts. The reader's own tally holds the characters that it handed to a scanner; the tracer's
count holds every line of this package's Python that ran, which is where a loop inside a loop shows.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from briefgraph.briefs.page import Page, Tally
from briefgraph.briefs.reader import read_counted
from briefgraph.errors import NotABrief

SIZE = 6_000
MOST = 2.1
BRIEF = "Veldt Reopens Its Harbour\nFacts\n- The harbour reopened.[1]\n"
BEFORE = {
    "nothing": "",
    "a fact": BRIEF + "- It was ",
    "sources": BRIEF + "Sources: ",
    "numbered sources": BRIEF + "Sources: 1",
    "a narrative": BRIEF + "Sources: [1]A.\nNarratives\n- Left narrative, as provided by ",
    "a forecast": BRIEF + "Narratives\n- Nerd narrative. There is a 5% chance that ",
    "a mirror": "this post was submitted on 8 Apr 2031\n- It sank. Quay (LR: 1 CP: 1)\n- It ",
    "a page": "<!doctype html><h1>Veldt</h1><h3>Facts</h3><ul><li>It reopened.",
    "Markdown": "# Veldt Reopens\n\n## Facts\n\n- It ",
}
HOSTILE = (
    "[",
    "[1",
    "[1][2]",
    "(((",
    " ",
    " " * 99 + "\n",
    "\t",
    "\n",
    "\r",
    "- ",
    "- It was so.\n",
    "a.1 ",
    "It was 3.1 So ",
    ".12 ",
    "[1]A, ",
    ", ",
    " and A",
    "(LR: ",
    " Q (LR: 2 CP: 5)",
    "<div>",
    "<b x=1><p>y",
    "<ul><li>",
    "<sup>1",
    "<a href=https://a.example/>b",
    "A narrative, as provided by ",
    "A narrative:\n- So it was.\n12\n",
    "according to ",
    "50% chance that ",
    "%20",
    "*",
    "See sources\nA Title of It\nThe Facts\n- So it was.\n",
    "a\u0301",
    "'",
    "...",
    "https://a.example/",
)


def work(document: str) -> tuple[int, int]:
    """Characters handed out, and lines of the reader's Python that ran."""
    steps = 0

    def count(frame: FrameType, event: str, _argument: Any) -> Callable[..., Any] | None:
        nonlocal steps
        if "/briefgraph/briefs/" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        characters = read_counted(document)[1]
    except NotABrief:
        characters = 0
    finally:
        sys.settrace(before)
    return characters, steps


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("pattern", HOSTILE)
def test_twice_the_input_is_twice_the_work(pattern: str, before: str) -> None:
    count = SIZE // len(pattern)
    once = work(before + pattern * count)
    twice = work(before + pattern * (2 * count))

    for small, large in zip(once, twice, strict=True):
        # What a document costs before its first character must not hide what each one costs.
        assert large <= MOST * small or large < 3_000


def test_the_count_would_see_a_loop_inside_a_loop() -> None:
    def quadratic(length: int) -> int:
        page = Page(text="x" * length, tally=Tally())
        for start in range(length):
            page.slice(start, length)
        return page.tally.characters

    assert quadratic(200) > MOST * quadratic(100)
