"""Where a graph is kept: a store's address, read and shown without its secrets; and what a network is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefgraph.errors import SettingError

SQLITE = "sqlite:///"
NEO4J = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?://", re.IGNORECASE | re.ASCII)
HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+", re.ASCII)
USER_INFO = re.compile(r"//[^/]*@|//.*@")  # a password that nobody escaped may hold a slash
BOLT_PORT = 7687
FORMS = f"write {SQLITE}PATH, with four slashes for a path from the root, or neo4j://HOST:{BOLT_PORT}/DATABASE"


@dataclass(frozen=True, slots=True)
class SqliteAddress:
    """A graph in one file of this machine."""

    path: Path

    @property
    def shown(self) -> str:
        """The path for people and logs."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Neo4jAddress:
    """A graph in one database of a Neo4j server or cluster, and who asks."""

    uri: str
    database: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and password as a driver takes them; without a password nobody is named."""
        return (self.user or "neo4j", self.password) if self.password else None

    @property
    def shown(self) -> str:
        """The address for people and logs."""
        return f"{self.uri}/{self.database}"


Address = SqliteAddress | Neo4jAddress


def read_address(text: str) -> Address:
    """Read `sqlite:///PATH`, or `neo4j://HOST:PORT/DATABASE` (`bolt://`, `+s` and `+ssc` as Neo4j's drivers have them).

    User and password may stand before a Neo4j host, escaped: `neo4j://USER:PASSWORD@HOST`.

    Raises:
        SettingError: it is no such address. The message holds no part of it, since it may hold a password.
    """
    text = text.strip()
    if text.startswith(SQLITE):
        path = text.removeprefix(SQLITE)
        if not path or "\0" in path:
            raise SettingError(f"names no file; {FORMS}")
        return SqliteAddress(Path(path))
    if NEO4J.match(text):
        return neo4j_address(text)
    raise SettingError(f"is no address of a store; {FORMS}")


def neo4j_address(text: str, *, user: str | None = None, password: str | None = None) -> Neo4jAddress:
    """Read the address of a Neo4j database.

    Args:
        user: who asks, where the address does not say; `password` likewise.

    Raises:
        SettingError: as for `read_address`.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise SettingError(f"names no host; {FORMS}") from None
    if not NEO4J.match(text) or not HOST.fullmatch(host) or parts.query or parts.fragment or "/" in parts.path.strip("/"):
        raise SettingError(f"is no address of a Neo4j database; {FORMS}")
    return Neo4jAddress(
        uri=f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port or BOLT_PORT}",
        database=unquote(parts.path.strip("/")) or "neo4j",
        user=unquote(parts.username) if parts.username else user,
        password=unquote(parts.password) if parts.password else password,
    )


def masked(text: str) -> str:
    """An address as it may be printed: without user and password, whether or not it can be read."""
    return text if text.startswith(SQLITE) else USER_INFO.sub("//***@", text, count=1)


def wrong_network(texts: Iterable[str]) -> str | None:
    """What is wrong with a list of addresses and networks, such as 10.0.0.7 and 10.0.0.0/8."""
    for text in texts:
        try:
            ip_network(text)
        except ValueError:
            return f"has {text!r}, which is no address and no network; write 10.0.0.7, or 10.0.0.0/8"
    return None
