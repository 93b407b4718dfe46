"""`keys`: who may do what at a server, made and taken back while it runs."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import click

from briefgraph.api.callers import Scope
from briefgraph.cli.terminal import shown, with_settings
from briefgraph.config import Settings
from briefgraph.errors import BadInput, SettingError
from briefgraph.web.keyfile import create_key, keys_path, read_keys, revoke_key

UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1)}
file_option = click.option("--keys-file", metavar="FILE", type=click.Path(path_type=Path), help="The file of the keys.")


@click.group(epilog="Example: briefgraph keys create nightly --scope ingest --scope read --expires 90d")
def keys() -> None:
    """The API keys of a server: made, listed and revoked; a server that runs notices at once."""


@keys.command()
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, required=True, type=click.Choice([str(s) for s in Scope]),
              help="What it is good for; may be given several times.")  # fmt: skip
@click.option("--expires", metavar="WHEN", help="When it ends: 2027-01-31, 90d, or 12h. [default: never]")
@file_option
@with_settings(also=("keys_file",))
def create(settings: Settings, name: str, scopes: tuple[str, ...], expires: str | None) -> None:
    """Make a key, and print it: once, since only its SHA-256 is kept."""
    click.echo(create_key(_path(settings), name, map(Scope, scopes), None if expires is None else _end(expires)))


@keys.command("list")
@file_option
@with_settings(also=("keys_file",))
def list_(settings: Settings) -> None:
    """Show name, public id, scopes, and what has become of each key, between tabs."""
    now = datetime.now(UTC)
    for key in read_keys(_path(settings)):
        until = "never ends" if key.expires_at is None else f"ends {key.expires_at:%Y-%m-%dT%H:%M:%SZ}"
        row = (key.name, f"bg_{key.id}", ",".join(sorted(key.scopes)), f"made {key.created_at:%Y-%m-%dT%H:%M:%SZ}", until)
        click.echo("\t".join((*row, key.state(now))))


@keys.command()
@click.argument("name")
@file_option
@with_settings(also=("keys_file",))
def revoke(settings: Settings, name: str) -> None:
    """Make a key invalid, for good."""
    revoke_key(_path(settings), name)
    click.echo(f"{name} is revoked")


def _path(settings: Settings) -> Path:
    path = keys_path(settings)
    if path is None:
        raise SettingError("BRIEFGRAPH_KEYS_FILE names no file, and a Neo4j store has none beside it; name one")
    return path


def _end(text: str) -> datetime:
    """The end of a key: the end of a day, or so long from now.

    Raises:
        BadInput: it is none.
    """
    number, unit = text[:-1], text[-1:]
    try:
        if unit in UNITS and number.isascii() and number.isdigit():
            return (datetime.now(UTC) + int(number) * UNITS[unit]).replace(microsecond=0)
        found = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise BadInput(f"{shown(text[:80])!r} is no end; write a date as 2027-01-31, or 90d, or 12h") from None
    if found.time() == time() and found.tzinfo is None and len(text) <= 10:
        return datetime.combine(found.date(), time(23, 59, 59), UTC)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
