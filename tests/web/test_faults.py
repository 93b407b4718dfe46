import re
from pathlib import Path

import pytest

from briefgraph.api.faults import Code
from briefgraph.web.faults import STATUS, HttpCode, HttpFault

PAGE = Path(__file__).parents[2] / "docs/errors.md"


def test_the_two_sets_of_codes_share_none_and_the_page_has_all_and_no_other() -> None:
    codes = [*map(str, Code), *map(str, HttpCode)]

    assert len(codes) == len(set(codes))
    assert sorted(codes) == sorted(re.findall(r"^### `(\w+)`$", PAGE.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("code", STATUS)
def test_the_page_has_the_status_of_each_code(code: str) -> None:
    section = re.search(rf"^### `{code}`\n(\d+)", PAGE.read_text("utf-8"), re.MULTILINE)

    assert section is not None
    assert STATUS[code] == int(section[1]) == HttpFault(code, "").status
