"""What is wrong with a store: its schema, its pages, what it has lost, what it has that is not what was received."""

from collections.abc import Iterator
from pathlib import Path

import apsw

from briefgraph.brief_json import digest_of
from briefgraph.errors import BriefgraphError
from briefgraph.graph.queries import QueryText, statements
from briefgraph.graph.sqlite.connections import WAY_OUT, Reader, engine_errors, open_reader, schema_version, stored_version
from briefgraph.graph.sqlite.manifest import Manifest
from briefgraph.graph.sqlite.statements import in_order


def looked_through(path: Path, manifest: Manifest | None, timeout_ms: int) -> list[str]:
    """Look through the file: its pages, each version against the hash of its words, all against the manifest."""
    wrong: list[str] = []
    try:
        with engine_errors(path):
            connection = open_reader(path, timeout_ms=timeout_ms)
            try:
                version = stored_version(connection, path)
                if version < schema_version():
                    wrong.append(f"{path} has schema version {version}, older than {schema_version()}")
                found = [row[0] for row in connection.execute("PRAGMA quick_check")]
                wrong += [
                    f"{path} is damaged: {sentence}; {WAY_OUT.format(path=path)}" for sentence in found if sentence != "ok"
                ]
                wrong += _altered(path, connection)
                wrong += _lost(path, manifest, connection)
            finally:
                connection.close()
    except BriefgraphError as error:
        wrong.append(str(error))
    return wrong


def _altered(path: Path, connection: apsw.Connection) -> Iterator[str]:
    """Versions that are not what was received: SQLite has no sums of its pages, and a flipped bit is a letter to it."""
    for _, id, *_, digest, text, brief in connection.execute(statements("sql", "questions")["revisions"].text):
        if digest_of(brief, text) != digest:
            yield f"{path} is damaged: the version {id} is not what was received; {WAY_OUT.format(path=path)}"


def _lost(path: Path, manifest: Manifest | None, connection: apsw.Connection) -> Iterator[str]:
    """What the manifest names and the store does not have."""
    if manifest is None:
        return
    found = manifest.compare(connection)
    for one in found.lost:
        yield f"the store has lost {one}, by {manifest.path}; load it again, or remove that file to forget it"
    for decision in found.undecided:
        yield f"the store has lost the decision {decision.id}, by {manifest.path}; {WAY_OUT.format(path=path)}"


def unprepared(path: Path, writing: apsw.Connection | None, timeout_ms: int) -> list[str]:
    """Query files that this store cannot prepare. Those that write need a connection that may."""
    wrong = []
    try:
        reader = Reader(path, timeout_ms=timeout_ms)
    except BriefgraphError as error:
        return [str(error)]
    folders = {"questions": reader.connection, "write": writing}
    try:
        for folder, connection in folders.items():
            for query in statements("sql", folder).values():
                if connection is None or query.name.startswith("make-"):
                    continue  # open for reading only; or a table that is there by now
                try:
                    connection.execute(_explained(in_order(query)), dict.fromkeys(query.params)).fetchall()
                except apsw.Error as error:
                    wrong.append(f"{query.path}:{query.line}: {query.name} cannot be prepared: {error}")
    except BriefgraphError as error:
        wrong.append(str(error))
    finally:
        reader.close()
    return wrong


def _explained(query: QueryText) -> str:
    return f"EXPLAIN {query.text}"
