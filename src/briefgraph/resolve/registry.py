"""The grammar of outlets.yml, shipped and the user's own: a list of entries, unknown fields refused.

Every refusal is a SettingError that names the file and the entry.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

import yaml

from briefgraph.errors import SettingError
from briefgraph.resolve.countries import COUNTRIES

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}")
_TEXTS = ("key", "name", "kind", "country", "domain", "owner")
_LISTS = ("aliases", "domains", "shares")
_FLAGS = ("carries_others",)


class OutletKind(StrEnum):
    """What an outlet is."""

    NEWS = "NEWS"
    WIRE = "WIRE"
    GOVERNMENT = "GOVERNMENT"
    ADVOCACY = "ADVOCACY"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One outlet of a registry file.

    Args:
        names: its name and aliases, as written.
        domains: its hosts, without `www.`; the first is `domain`.
        shares: names that it has in common with a better-known outlet; they mean this one only where the url
            beside the label is on one of its domains.
        carries_others: its pages hold other people's words, so that a url there says nothing about who
        speaks.
    """

    key: str
    name: str
    kind: OutletKind | None = None
    country: str | None = None
    domain: str | None = None
    owner: str | None = None
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    carries_others: bool = field(default=False)


def read_entries(text: str, file: str) -> list[Entry]:
    """Return the entries of a registry file's text. Raises SettingError, naming `file` and the entry."""
    try:
        # libyaml's loader reads the shipped file (2,900 entries) in 170 ms, the pure Python one in seven times that.
        listed = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - either is a safe loader
    except yaml.YAMLError as error:
        raise SettingError(f"{file}: is no YAML ({error}); write a list of entries") from error
    if not isinstance(listed, list):
        raise SettingError(f"{file}: must be a list of entries, each with at least `key` and `name`")
    return [_entry(value, f"{file}: entry {number}") for number, value in enumerate(listed, start=1)]


def _entry(value: object, place: str) -> Entry:
    if not isinstance(value, dict):
        raise SettingError(f"{place}: must be a mapping with at least `key` and `name`")
    if isinstance(value.get("key"), str):
        place = f"{place} ({value['key']})"
    unknown = sorted(str(name) for name in value if name not in _TEXTS + _LISTS + _FLAGS)
    if unknown:
        raise SettingError(
            f"{place}: unknown field {unknown[0]!r}; known are {', '.join(_TEXTS + _LISTS + _FLAGS)}"
        )
    texts = {name: _text(value.get(name), f"{place}: {name}") for name in _TEXTS}
    lists = {name: _list(value.get(name), f"{place}: {name}") for name in _LISTS}
    key, name, kind, country, domain = (texts[f] for f in ("key", "name", "kind", "country", "domain"))
    if key is None or not _KEY.fullmatch(key):
        raise SettingError(f"{place}: `key` must be a slug such as bramble-courier")
    if name is None:
        raise SettingError(f"{place}: `name` is missing")
    if kind is not None and kind not in OutletKind.__members__:
        raise SettingError(f"{place}: kind {kind!r} is not one of {', '.join(OutletKind)}")
    if country is not None and country not in COUNTRIES:
        raise SettingError(f"{place}: country {country!r} is no ISO 3166 code of two letters, such as GB")
    hosts = ([] if domain is None else [domain]) + lists["domains"]
    for host in hosts:
        if not _DOMAIN.fullmatch(host) or host.startswith("www."):
            raise SettingError(f"{place}: domain {host!r} must be a bare host such as courier.example")
    carries = value.get("carries_others", False)
    if not isinstance(carries, bool):
        raise SettingError(f"{place}: carries_others must be true or false")
    return Entry(
        key=key,
        name=name,
        kind=None if kind is None else OutletKind(kind),
        country=country,
        domain=domain,
        owner=texts["owner"],
        names=(name, *lists["aliases"]),
        domains=tuple(hosts),
        shares=tuple(lists["shares"]),
        carries_others=carries,
    )


def _text(value: object, place: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        # YAML 1.1 reads a bare NO as false: the message says what to do about it.
        raise SettingError(f"{place} must be text; put {value!r} in quotes if it is a word")
    return value.strip()


def _list(value: object, place: str) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise SettingError(f"{place} must be a list of names")
    return [text for item in value if (text := _text(item, place)) is not None]
