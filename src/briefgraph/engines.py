"""Which engine a store's address means, and how the settings open it."""

from datetime import UTC, datetime
from pathlib import Path

from briefgraph.address import Neo4jAddress, read_address
from briefgraph.config import Settings
from briefgraph.errors import StoreError, StoreMissing
from briefgraph.graph.sqlite.store import SqliteStore
from briefgraph.graph.store import Store
from briefgraph.ids import canonical_instant
from briefgraph.ingest import Importer
from briefgraph.resolve.outlets import OutletRegistry


def open_store(settings: Settings, *, read_only: bool = False, timeout_ms: int | None = None) -> Store:
    """Open the store that the settings name. One that is not there is made, unless `read_only`.

    Neo4j is not asked yet: what is wrong there shows at the first use. The store is for the running event loop.

    Args:
        timeout_ms: how long the statements of a request may run; the settings' limit unless given.

    Raises:
        StoreError: it cannot be opened, is damaged, is a newer version's, or is not there (StoreMissing).
    """
    address, limit = read_address(settings.store), timeout_ms or settings.query_timeout_ms
    if isinstance(address, Neo4jAddress):
        # 50 ms that nobody pays who stays on SQLite.
        from briefgraph.graph.neo4j.store import Neo4jStore

        return Neo4jStore.open(
            settings.store,
            user=settings.neo4j_user,
            password=settings.neo4j_password,
            read_only=read_only,
            timeout_ms=limit,
        )
    return _open_file(address.path, read_only=read_only, timeout_ms=limit)


def _open_file(path: Path, *, read_only: bool, timeout_ms: int) -> SqliteStore:
    if not path.parent.is_dir():
        hint = "" if path.is_absolute() else f"; a path from the root has four slashes: sqlite:////{path.parent}"
        raise StoreError(f"the folder {path.parent} of the store is not there{hint}")
    if read_only and not path.exists():
        raise StoreMissing(f"there is no store at {path}; `briefgraph load` makes one")
    return SqliteStore.open(path, read_only=read_only, timeout_ms=timeout_ms)


def open_importer(settings: Settings, store: Store) -> Importer:
    """An importer into the store, that knows the shipped outlets and the settings' own.

    Raises:
        SettingError: the outlets' file cannot be read, or breaks a rule; or the model for people cannot be loaded.
    """
    registry = OutletRegistry.load(settings.outlets_file)
    if settings.people_model is None:
        return Importer(store, registry, now)
    # spaCy takes a second to import, which nobody pays who has set no model.
    from briefgraph.resolve.spacy_people import load_spacy_people

    return Importer(store, registry, now, people=load_spacy_people(settings.people_model))


def now() -> str:
    """The time as canonical UTC text."""
    return canonical_instant(datetime.now(UTC).isoformat())
