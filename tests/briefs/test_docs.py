"""docs/briefs.md says what the code does: its tables name every layout, code and key."""

import re
from pathlib import Path

import pytest

from briefgraph.brief import Layout, ProblemCode
from briefgraph.briefs import documents, read
from briefgraph.briefs.frontmatter import KEYS

DOCS = (Path(__file__).parents[2] / "docs" / "briefs.md").read_text("utf-8")


def first_cells(heading: str) -> list[str]:
    """The first cell of each row of the table below a heading."""
    section = DOCS.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_every_layout_is_documented() -> None:
    assert first_cells("Layouts") == [layout.value for layout in Layout]


def test_every_problem_is_documented() -> None:
    assert first_cells("Problems") == [code.value for code in ProblemCode]


def test_every_key_of_front_matter_is_documented() -> None:
    assert first_cells("Front matter") == list(KEYS)


def test_the_size_limit_is_documented() -> None:
    assert f"{documents.MOST_BYTES:,} bytes" in DOCS


@pytest.mark.parametrize("block", re.findall(r"```(?:text|json)\n(.*?)```", DOCS, re.DOTALL))
def test_every_example_is_read_without_problems(block: str) -> None:
    reading = read(block)

    assert reading.refusals == ()
    assert reading.briefs
    assert all(brief.problems == () for brief in reading.briefs)
