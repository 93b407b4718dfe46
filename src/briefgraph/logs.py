"""Logs: one line an event, at most 1 kB, to one stream.

A line never holds a query's text, a variable or a key, and never a raw control character: what came
from outside cannot start a new line or colour a terminal.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TextIO

import orjson

LINE_BYTES = 1_024
FRAMES = 4  # of a traceback, the innermost: where it happened; the way there is long and seldom asked for
CUTS = (400, 160, 60, 20)  # characters that texts are cut to, until the line is short enough


def escaped(text: str) -> str:
    r"""The text with every character that a terminal would act on, or not show, written as `\u001b`."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    # As JSON has it, which leaves one control character as it is: DEL.
    return "\\u007f" if char == "\x7f" else f"\\u{ord(char):04x}" if char < " " else json.dumps(char)[1:-1]


class JsonFormatter(logging.Formatter):
    """One JSON object a line; `extra={"fields": {...}}` of a record are members of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, in ASCII, without its end."""
        entry = _entry(record)
        line = _ascii(entry)
        for cut in CUTS:
            if len(line) <= LINE_BYTES:
                break
            line = _ascii({key: _cut(value, cut) for key, value in entry.items()})
        return line


class TextFormatter(logging.Formatter):
    """`time level logger message key=value ...`, for eyes."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        entry = _entry(record)
        head = [str(entry.pop(key)) for key in ("time", "level", "logger", "message")]
        line = " ".join([*head, *(f"{key}={value}" for key, value in entry.items() if value is not None)])
        return escaped(line).encode()[:LINE_BYTES].decode(errors="ignore")


class AccessLog:
    """The line for each request. It is on every request's path, so it goes straight to the handlers:
    looking for the caller's file and line, which nobody wants here, is most of what a logger does.
    """

    def __init__(self, name: str = "briefgraph.access") -> None:
        self._logger = logging.getLogger(name)

    def is_on(self) -> bool:
        """Whether requests are logged."""
        return self._logger.isEnabledFor(logging.INFO)

    def write(self, fields: dict[str, Any]) -> None:
        """Log one request."""
        record = logging.LogRecord(self._logger.name, logging.INFO, "", 0, "request", None, None)
        record.fields = fields
        self._logger.handle(record)


def configure(level: str, form: str, stream: TextIO | None = None) -> None:
    """Send all logging of the process to `stream` (standard error), in one form.

    uvicorn's own lines go the same way, from warnings on: its access log has no request id. So do those of
    Neo4j's driver: below warnings they hold statements and values.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty in ("uvicorn", "neo4j"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # Of each record nothing is shown of these, and they take time to find out.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    # A traceback of a failed write to the log would go to the log.
    logging.raiseExceptions = False


def _entry(record: logging.LogRecord) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "time": f"{_second(int(record.created))}.{int(record.msecs):03d}Z",
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": record.getMessage(),
    }
    entry.update(getattr(record, "fields", ()))
    if record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        entry["error"] = f"{type(error).__name__}: {error}"
        entry["at"] = " < ".join(
            f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames)
        )
    return entry


@lru_cache(2)
def _second(seconds: int) -> str:
    """A second as text: made once, however many lines are written in it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}"


def _ascii(entry: dict[str, Any]) -> str:
    # Most lines are plain: 1 us against 9.
    try:
        line = orjson.dumps(entry)
        if line.isascii() and b"\x7f" not in line:
            return line.decode()
    except TypeError:  # a surrogate, or a value that only has a text
        pass
    # ensure_ascii leaves one control character as it is: DEL.
    return json.dumps(entry, ensure_ascii=True, default=str).replace("\x7f", "\\u007f")


def _cut(value: Any, length: int) -> Any:
    return value[:length] + "..." if isinstance(value, str) and len(value) > length else value
