"""Outlets: one identity under all the spellings of a source label.

The rule: a label is an outlet's when the registry says so, or when the two are equal once case, spacing,
punctuation and a leading "The" are gone. Nothing is merged by likeness: letters of other scripts, accents and
slips of the pen make another outlet, which a person may join by hand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from briefgraph.errors import SettingError
from briefgraph.resolve.countries import LONGEST_NAME, country_named
from briefgraph.resolve.labels import clean_label, display_name, host_of, normal_label
from briefgraph.resolve.registry import Entry, OutletKind, read_entries
from briefgraph.resolve.skeletons import skeletons

__all__ = ["OutletIdentity", "OutletKind", "OutletRegistry", "clean_label", "display_name", "host_of", "normal_label"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletIdentity:
    """Who a source label names. All but `label` depends on the key alone.

    Args:
        key: the stable identity: the registry's slug, else the label's host or its normal form; the registry
            refuses slugs that the normal form of another label could be.
        name: the registry's name, None for an outlet that it does not know (see `display_name`).
        kind, country, domain, owner: None where not known for sure.
        label: the spelling without its document letter, NFC, white space collapsed: an alias.
    """

    key: str
    name: str | None
    kind: OutletKind | None
    country: str | None
    domain: str | None
    owner: str | None
    label: str


class OutletRegistry:
    """The outlets that are known by name. Immutable; look-ups cost what the label is long."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take entries of which no two claim one name; see `load`, which reads and checks them."""
        self.entries = tuple(entries)
        labels: dict[str, Entry] = {}
        hosts: dict[str, Entry] = {}
        shares: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in entry.names:
                labels[normal_label(name)] = entry
            for domain in entry.domains:
                hosts[domain] = entry
            for name in entry.shares:
                shares.setdefault(normal_label(name), []).append(entry)
        self._labels: Mapping[str, Entry] = labels
        self._hosts: Mapping[str, Entry] = hosts
        self._shares: Mapping[str, list[Entry]] = shares

    @classmethod
    def load(cls, extra: Path | None = None) -> "OutletRegistry":
        """Return the shipped registry, with the entries of the user's own file before it.

        An entry of the user's file replaces the shipped one of its key, and takes the names that it claims
        from every other. Raises SettingError, with file and entry, for a file that cannot be read or breaks a
        rule.
        """
        shipped = files("briefgraph.resolve.data").joinpath("outlets.yml").read_text(encoding="utf-8")
        entries = read_entries(shipped, "outlets.yml")
        _refuse_clashes(entries, "outlets.yml")
        if extra is None:
            return cls(entries)
        try:
            text = extra.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(f"{extra}: cannot be read ({error}); give a YAML file of outlets") from error
        own = read_entries(text, str(extra))
        _refuse_clashes(own, str(extra))
        keys = {entry.key for entry in own}
        # Later entries win in __init__, so the user's come last.
        return cls([entry for entry in entries if entry.key not in keys] + own)

    def knows(self, label: str) -> bool:
        """Return whether `label` is an outlet's name or domain here, be it one that several outlets have."""
        shown = clean_label(label)
        return self._find(shown, None) is not None or normal_label(shown) in self._shares

    def sharers(self, label: str, *, url: str | None = None) -> tuple[str, ...]:
        """Return the names of the outlets that `label` may mean, sorted, where nothing says which; else none."""
        shown = clean_label(label)
        entries = self._shares.get(normal_label(shown), ())
        if len(entries) < 2 or self._find(shown, url) is not None:
            return ()
        return tuple(sorted(entry.name for entry in entries))

    def looks_like(self, label: str) -> Entry | None:
        """Return the outlet that a reader would take an unknown `label` for by its letters' shapes."""
        found = (self._skeletons.get(skeleton) for skeleton in skeletons(clean_label(label)) if skeleton)
        return next((entry for entry in found if entry is not None), None)

    def resolve(self, label: str, *, url: str | None = None) -> OutletIdentity:
        """Return whom `label` names. Never fails; idempotent on the label it returns.

        `url` is asked only where the label is unknown, or is one that several outlets share (`Telegraph`),
        and never where its host carries other people's words (`x.com`, `substack.com`). A country that the
        label names (`The Star (Malaysia)`, `Telegraph India`) is never contradicted.
        """
        shown = clean_label(label)
        entry = self._find(shown, url)
        if entry is not None:
            return OutletIdentity(
                key=entry.key,
                name=entry.name,
                kind=entry.kind,
                country=entry.country,
                domain=entry.domain,
                owner=entry.owner,
                label=shown,
            )
        host = host_of(shown)
        return OutletIdentity(
            key=host or normal_label(shown),
            name=None,
            kind=None,
            country=None,
            domain=host,
            owner=None,
            label=shown,
        )

    def _find(self, shown: str, url: str | None) -> Entry | None:
        normal = normal_label(shown)
        beside = self._of_host(host_of(url)) if url else None
        if beside is not None and beside in self._shares.get(normal, ()):
            return beside
        named = self._labels.get(normal) or self._of_host(host_of(shown))
        if named is not None:
            return named
        qualified = _qualified(shown)
        if qualified is not None:
            name, country, is_set_off = qualified
            normal = normal_label(name)
            namesakes = self._namesakes(normal)
            found = [entry for entry in namesakes if entry.country == country]
            if found and (len(found) == 1 or found[0] is self._labels.get(normal)):
                return found[0]
            if (namesakes or is_set_off) and (beside is None or beside.country != country):
                return None  # another country's paper of that name: an outlet of its own
        return beside if beside is not None and not beside.carries_others else None

    def _namesakes(self, normal: str) -> list[Entry]:
        """All outlets of a name, the best known one first."""
        known = self._labels.get(normal)
        return ([known] if known is not None else []) + list(self._shares.get(normal, ()))

    @cached_property
    def _skeletons(self) -> Mapping[str, Entry]:
        """Every known name and domain by the shapes of its letters. Made at the first unknown label: 120 ms."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for name in (*entry.names, *entry.domains):
                for skeleton in filter(None, skeletons(name)):
                    found.setdefault(skeleton, entry)
        return found

    def _of_host(self, host: str | None) -> Entry | None:
        """Find the entry of a host or of a domain above it: edition.cnn.com is CNN, someone.substack.com
        nobody.
        """
        if host is None:
            return None
        if host in self._hosts:
            return self._hosts[host]
        parts = host.split(".")
        for start in range(1, len(parts) - 1):
            entry = self._hosts.get(".".join(parts[start:]))
            if entry is not None:
                return None if entry.carries_others else entry
        return None


def _qualified(shown: str) -> tuple[str, str, bool] | None:
    """A label read as a name and a country: `Star (Kenya)`, `Star, Kenya`, `Star Kenya`.

    Returns name, code and whether brackets or a comma set the country off; None where it names no country.
    """
    name, _, after = shown[:-1].rpartition("(") if shown.endswith(")") else shown.rpartition(",")
    if name and (country := country_named(after)):
        return name, country, True
    for count in range(LONGEST_NAME, 0, -1):
        parts = shown.rsplit(None, count)
        # "Contact us" names no country.
        if len(parts) > count and parts[1][0].isupper() and (country := country_named(" ".join(parts[1:]))):
            return parts[0], country, False
    return None


def _refuse_clashes(entries: Iterable[Entry], file: str) -> None:
    """Raise SettingError where two entries of one file claim one key, name or domain."""
    keys: set[str] = set()
    owners: dict[str, str] = {}
    for entry in entries:
        if entry.key in keys:
            raise SettingError(f"{file}: two entries have the key {entry.key!r}; keys are unique")
        keys.add(entry.key)
        if "-" not in entry.key and entry.key not in {normal_label(name) for name in entry.names}:
            raise SettingError(
                f"{file}: entry {entry.key!r}: a key of one word must be the entry's own name or alias, "
                "or another outlet's label could be taken for it"
            )
        claims = [("name", normal_label(name), name) for name in entry.names]
        claims += [("domain", domain, domain) for domain in entry.domains]
        for what, normal, written in claims:
            other = owners.setdefault(f"{what} {normal}", entry.key)
            if other != entry.key:
                raise SettingError(
                    f"{file}: entry {entry.key!r}: the {what} {written!r} belongs to {other!r} already; "
                    "give it to one, or put it under `shares` of the other"
                )
