"""Real briefs, where a folder of them is named in BRIEFGRAPH_REAL_BRIEFS; none is kept here.

No expectation is written down about their words: only what must hold of any brief.
"""

import os
from pathlib import Path

import pytest

from briefgraph.brief import ProblemCode
from briefgraph.briefs import read
from briefgraph.errors import NotABrief

FOLDER = os.environ.get("BRIEFGRAPH_REAL_BRIEFS", "")
FILES = sorted(path for path in Path(FOLDER).glob("*") if path.is_file()) if FOLDER else []


@pytest.mark.skipif(not FILES, reason="BRIEFGRAPH_REAL_BRIEFS names no folder with briefs")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_brief_is_read_or_refused(path: Path) -> None:
    try:
        reading = read(path.read_bytes(), name=path.name)
    except NotABrief as refusal:
        assert str(refusal).endswith(".")
        return
    for brief in reading.briefs:
        listed = {source.label for source in brief.sources}
        cited = {citation.label for fact in brief.facts for citation in fact.citations}
        codes = {problem.code for problem in brief.problems}

        assert brief.facts or brief.narratives
        assert cited <= listed or not listed
        assert all(brief.text[n.start : n.end] == n.text for n in brief.narratives)
        assert brief.is_complete is (ProblemCode.CUT_OFF not in codes)
