"""From paths to documents: files, folders, archives and standard input, one document at a time.

Nothing is believed: what is no regular file is not opened, no more is read than a brief may be long,
and an archive is measured by what comes out of it, not by what it says. No path is ever written.
"""

import io
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from briefgraph.errors import BriefgraphError

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".zip")
LINES = (".jsonl", ".ndjson")
STDIN = "-"
ARCHIVE_BYTES = 50_000_000  # of an archive, and of all that comes out of it
MEMBERS = 1_000
DIRECTORY_BYTES = 1_000_000  # of an archive's directory: 1,000 members with names of 900 bytes
RATIO = 100  # of what comes out to what went in; text reaches 10
RATIO_FROM = 100_000  # bytes of a member, below which a ratio says nothing
END_OF_DIRECTORY = b"PK\x05\x06"
END_BYTES = 22 + 65_535  # the record and the longest comment after it
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may ask for gigabytes to begin with
IS_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document to read, and the name to report it under. `line` is where it begins in its file."""

    name: str
    data: bytes
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document that is not read, and why."""

    name: str
    why: str
    line: int = 1


class Unreadable(BriefgraphError):
    """A file that cannot, or must not, be read."""


def find(paths: Sequence[str]) -> Iterator[str]:
    """The files that the paths mean, folders with what is in them, in order; standard input as it is.

    In a folder only the kinds of file count that hold briefs, nothing hidden, and links to folders
    are not followed.
    """
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                    yield os.path.join(folder, name)


def documents(path: str, *, limit: int) -> Iterator[Document | Unread]:
    """The documents of one file: itself, the lines of JSON Lines, the members of an archive.

    Args:
        limit: the most bytes that a document may have.
    """
    try:
        if path == STDIN:
            yield _whole("<stdin>", sys.stdin.buffer, limit)
            return
        suffix = Path(path).suffix.lower()
        with open_regular(path) as file:
            if suffix == ".zip":
                yield from _members(path, file, limit)
            elif suffix in LINES:
                yield from _lines(path, file, limit)
            else:
                yield _whole(path, file, limit)
    except Unreadable as error:
        yield Unread(name=path, why=str(error))
    except OSError as error:
        yield Unread(name=path, why=f"cannot be read: {error.strerror or error}")


def open_regular(path: str) -> io.BufferedReader:
    """Open a regular file for reading.

    Raises:
        Unreadable: it is a pipe, a device, a socket or a folder. Looked at after opening, so that it
            cannot be another one by then, and opened so that a pipe without a writer holds up nothing.
        OSError: it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unreadable("is no regular file; give a file, a folder or - for standard input")
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _whole(name: str, file: BinaryIO, limit: int) -> Document | Unread:
    data = file.read(limit + 1)
    if len(data) > limit:
        return Unread(name=name, why=_too_long(limit))
    return Document(name=name, data=data)


def _lines(name: str, file: io.BufferedReader, limit: int) -> Iterator[Document | Unread]:
    number = 0
    while line := file.readline(limit + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > limit:
            yield Unread(name=name, why=f"the line is {_too_long(limit)}", line=number)
            while line and not line.endswith(b"\n"):
                line = file.readline(limit)
        elif line.strip():
            yield Document(name=name, data=line, line=number)


def _too_long(limit: int) -> str:
    return f"longer than {limit:,} bytes; no brief is"


# --- archives --------------------------------------------------------------------------------


def _members(path: str, file: io.BufferedReader, limit: int) -> Iterator[Document | Unread]:
    _check_directory(file)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Unreadable(f"is no archive that can be read: {error}") from error
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MEMBERS:
            raise Unreadable(f"holds {len(members):,} files; an archive may hold {MEMBERS:,}")
        room = ARCHIVE_BYTES
        for member in sorted(members, key=lambda member: member.filename):
            name = f"{path}!{member.filename}"
            try:
                data = _member(archive, member, min(limit, room))
            except Unreadable as error:
                yield Unread(name=name, why=str(error))
                continue
            room -= len(data)
            yield Document(name=name, data=data)


def _check_directory(file: io.BufferedReader) -> None:
    """Refuse an archive whose directory alone would fill the memory: it is read as a whole."""
    size = file.seek(0, io.SEEK_END)
    if size > ARCHIVE_BYTES:
        raise Unreadable(f"is longer than {ARCHIVE_BYTES:,} bytes; unpack it and load the folder")
    file.seek(max(0, size - END_BYTES))
    tail = file.read(END_BYTES)
    file.seek(0)
    at = tail.rfind(END_OF_DIRECTORY)
    record = tail[at : at + 22]
    if at < 0 or len(record) < 22:
        raise Unreadable("is no archive that can be read: its directory is missing")
    # A larger archive has 0xFFFFFFFF here, and the real length elsewhere.
    if int.from_bytes(record[12:16], "little") > DIRECTORY_BYTES:
        raise Unreadable(f"has too long a directory; an archive may hold {MEMBERS:,} files")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    kind = member.external_attr >> 16
    if kind and not stat.S_ISREG(kind) and stat.S_IFMT(kind):
        raise Unreadable("is no regular file")
    if member.filename.lower().endswith(".zip"):
        raise Unreadable("is an archive in an archive; unpack it first")
    if member.flag_bits & IS_ENCRYPTED:
        raise Unreadable("is encrypted")
    if member.compress_type not in METHODS:
        raise Unreadable("is compressed in a way that is not read; deflate is")
    try:
        with archive.open(member) as opened:
            data = opened.read(limit + 1)
            # Read to its end, or the checksum is never looked at.
            if len(data) <= limit and opened.read(1):
                raise Unreadable(f"is {_too_long(limit)}")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unreadable(f"is damaged: {error}") from error
    if len(data) > limit:
        raise Unreadable(f"is {_too_long(limit)}" if limit < ARCHIVE_BYTES else "is too long")
    if len(data) > RATIO_FROM and len(data) > RATIO * max(1, member.compress_size):
        raise Unreadable(f"grows more than {RATIO} times when it is unpacked")
    return data
