import io
import json
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.logs import LINE_BYTES, JsonFormatter, TextFormatter, escaped


def record(message: str, **fields: Any) -> logging.LogRecord:
    made = logging.LogRecord("a.logger", logging.INFO, "", 0, message, None, None)
    made.fields = fields
    return made


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
@given(st.text(max_size=3_000), st.text(max_size=3_000))
def test_a_line_is_one_line_of_at_most_1_kb(formatter: logging.Formatter, message: str, path: str) -> None:
    line = formatter.format(record(message, path=path))

    assert line.isprintable()
    assert len(line.encode()) <= LINE_BYTES


@given(st.text(max_size=50), st.text(max_size=50))
def test_what_is_short_comes_back(message: str, path: str) -> None:
    found = json.loads(JsonFormatter().format(record(message, path=path)))

    assert (message, path, "info", "a.logger") == (
        found["message"],
        found["path"],
        found["level"],
        found["logger"],
    )


def test_words_that_act_on_a_terminal_are_written_out() -> None:
    assert "\\u001b[31m \\u202e \\u009b \\u000a \\u007f \\udb40\\udc41 é 語" == escaped(
        "\x1b[31m \u202e \x9b \n \x7f \U000e0041 é 語"
    )


def test_an_exception_is_told_with_its_place() -> None:
    logger = logging.Logger("x")
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger.addHandler(handler)
    try:
        raise ValueError("no\nway")
    except ValueError:
        logger.exception("failed")

    found = json.loads(stream.getvalue())
    assert "ValueError: no\nway" == found["error"]
    assert found["at"].startswith("test_logs.py:")
