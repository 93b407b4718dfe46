"""Outlets: one identity under all the spellings of a source label.

The rule: a label is an outlet's when the registry says so, or when the two are equal once case, spacing,
punctuation and a leading "The" are gone. Nothing is merged by likeness: letters of other scripts, accents and
slips of the pen make another outlet, which a person may join by hand.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from briefgraph.errors import SettingError
from briefgraph.resolve.marks import HIDDEN, INVISIBLE
from briefgraph.resolve.registry import Entry, OutletKind, read_entries

__all__ = ["OutletIdentity", "OutletKind", "OutletRegistry", "display_name"]

_DOCUMENT = re.compile(r"\s*\(\s*[A-Za-z]\s*\)\s*$")  # Reuters (a), Reuters (b): two documents, one outlet
_THE = "the"
_HOST = re.compile(
    r"(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})\.?(?::\d+)?(?:[/?#]\S*)?"
)
_FRONT = ("www.", "m.", "amp.", "mobile.")
_LONGEST = 400  # a label longer than this is not looked at as an address


class NameState(StrEnum):
    """How well a spelling would do as a name, best first."""

    MIXED = "0"
    UPPER = "1"
    LOWER = "2"


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


def clean_label(label: str) -> str:
    """Return the spelling as an alias: no document letter, no hidden characters, single spaces, NFC."""
    visible = unicodedata.normalize("NFC", label).translate(HIDDEN)
    shown = "".join(" " if unicodedata.category(c) == "Cc" else c for c in visible)
    return " ".join(_DOCUMENT.sub("", " ".join(shown.split())).split())


def normal_label(label: str) -> str:
    """Return what two labels of one outlet have in common: letters, marks and digits, folded, without "The".

    "The" goes where a space follows, and also from `TheHill`; a rest of one or two letters keeps it, or
    "theft" would be FT. A label without letters stays as it is.
    """
    folded = unicodedata.normalize("NFC", clean_label(label).casefold()).translate(INVISIBLE)
    words = folded.replace("&", " and ").split()
    if len(words) > 1 and words[0] == _THE:
        words = words[1:]
    squeezed = "".join(c for c in "".join(words) if unicodedata.category(c)[0] in "LNM")
    if squeezed.startswith(_THE) and len(squeezed) > 5:
        squeezed = squeezed.removeprefix(_THE)
    return squeezed or folded.strip()


def host_of(text: str) -> str | None:
    """Return the host that `text` is or points to, without `www.`; None where it is no address."""
    found = _HOST.fullmatch(text.strip()[:_LONGEST].casefold())
    if found is None:
        return None
    host = found[1]
    for front in _FRONT:
        if host.startswith(front) and host.count(".") > 1:
            return host.removeprefix(front)
    return host


def display_name(spellings: Iterable[str]) -> str:
    """Return the name of an unknown outlet: a pure function of the set of its spellings, in any order.

    Prefers mixed case to capitals to small letters, words apart to words run together, a name to an address,
    the form without "The"; then the longest, then the first by code point. An empty set has the name "".
    """
    return min({clean_label(s) for s in spellings}, key=_rank, default="")


def _rank(label: str) -> tuple[bool, NameState, int, bool, int, str]:
    letters = [c for c in label if c.isalpha()]
    state = NameState.MIXED
    if letters and all(c.islower() for c in letters):
        state = NameState.LOWER
    elif letters and all(c.isupper() for c in letters):
        state = NameState.UPPER
    words = label.split()
    the = len(words) > 1 and words[0].casefold() == _THE
    return host_of(label) is not None, state, -(len(words) - the), the, -len(label), label


class OutletRegistry:
    """The outlets that are known by name. Immutable; look-ups cost what the label is long."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take entries of which no two claim one name; see `load`, which reads and checks them."""
        entries = tuple(entries)
        labels: dict[str, Entry] = {}
        hosts: dict[str, Entry] = {}
        shares: dict[str, list[Entry]] = {}
        for entry in entries:
            for name in entry.names:
                labels[normal_label(name)] = entry
            for domain in entry.domains:
                hosts[domain] = entry
            for name in entry.shares:
                shares.setdefault(normal_label(name), []).append(entry)
        self.entries = tuple(entries)
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
        """Return whether the registry, by name or by domain, has the outlet of `label`."""
        return self._find(clean_label(label), None) is not None

    def resolve(self, label: str, *, url: str | None = None) -> OutletIdentity:
        """Return whom `label` names. Never fails; idempotent on the label it returns.

        `url` is asked only where the label is unknown, or is one that several outlets share (`Telegraph`),
        and never where its host carries other people's words (`x.com`, `substack.com`).
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
        return beside if beside is not None and not beside.carries_others else None

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
