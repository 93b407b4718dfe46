"""Identity: canonical addresses, folded names, dates, sort keys, search tokens and node ids.

Pure functions that both engines, the importer and the API share: what is equal here is equal
everywhere. Changing one of them changes what stores hold, so it needs a new schema version.
"""

import hashlib
import re
import unicodedata
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

SORT_CHARS = 48  # casefolded code points that order names; hex triples to octuples them: far below Neo4j's 8 kB
TOKEN_BYTES = 60  # of a search token; Lucene cuts at 255
TOKENISED = 20_000  # texts whose tokens are remembered: a claim's text is a fact's
UNDATED_LAST = "~"  # sorts after every digit
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|s_kwcid|spm|yclid|_ga)$", re.IGNORECASE
)
LIST_PAGE = {"page", "p", "paged", "offset", "sort"}
PREFIX = {
    "STORY": "st", "FACT": "fa", "CLAIM": "cl", "OUTLET": "ou", "PERSON": "pe",
    "NARRATIVE": "na", "FORECAST": "fo", "REVISION": "re", "PROBLEM": "pr", "DECISION": "de",
}  # fmt: skip


def node_id(kind: str, *parts: str | int) -> str:
    """The id of a node: its kind's two letters and 96 bits of BLAKE2b over the parts.

    Ids are ASCII and opaque; at 10 million nodes two clash with a chance of about 1e-15.
    """
    joined = "\x1f".join(str(part) for part in parts).encode("utf-8")
    return f"{PREFIX[kind]}_{hashlib.blake2b(joined, digest_size=12, person=kind.encode()).hexdigest()}"


def canonical_address(address: str) -> str | None:
    """The address that identifies a story, or None where it identifies none.

    No scheme, `www.`, `/amp`, tracking query, fragment or trailing slash; the host in lower case.
    A list page (`?page=3`, `/page/3`) and a bare host are no story's address.
    """
    text = address.strip()
    if not text or any(ord(c) < 33 for c in text):
        return None
    if "//" not in text[:9]:
        text = "//" + text
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if not host or "." not in host or parts.scheme not in ("", "http", "https"):
        return None
    for prefix in ("www.", "amp."):
        host = host.removeprefix(prefix)
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    path = re.sub(r"/{2,}", "/", parts.path).rstrip("/")
    path = path.removesuffix("/amp").removesuffix(".amp").rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(key.lower() in LIST_PAGE for key, _ in pairs) or re.search(r"/page/\d+$", path):
        return None
    kept = sorted((k, v) for k, v in pairs if not TRACKING.match(k) and (k.lower(), v) not in (("amp", ""), ("amp", "1")))
    if not path and not kept:
        return None
    return host + path + (f"?{urlencode(kept)}" if kept else "")


def canonical_instant(text: str) -> str:
    """A date or an ISO 8601 date and time as canonical UTC text: `2024-03-27T00:00:00Z`.

    A time without a zone is UTC; fractions of a second are cut.

    Raises:
        ValueError: the text is no date of the years 1 to 9999.
    """
    text = text.strip()
    if len(text) <= 10:
        day = date.fromisoformat(text)
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    else:
        moment = datetime.fromisoformat(text)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return f"{moment.year:04d}-{moment:%m-%dT%H:%M:%S}Z"


def fold_words(text: str) -> str:
    """Compatibility forms, marks and case folded away: what two spellings of one word share."""
    if text.isascii():
        return text.casefold()  # as below, 40 times as fast
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold_name(name: str) -> str:
    """A name as look-ups compare it: letters and digits only, folded, without a leading `the`."""
    words = re.findall(r"[^\W_]+", fold_words(name))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(words)


def tokens(text: str) -> list[str]:
    """The words of a text as search stores them: ASCII, folded; others as `u` and their UTF-8 in hex.

    Both engines split stored tokens at white space only, so a word is found by one exactly where it
    is found by the other (their own tokenisers differed on 10 of 21 words).
    """
    found = []
    for word in re.findall(r"[^\W_]+", fold_words(text)):
        token = word if word.isascii() else "u" + word.encode("utf-8").hex()
        found.append(token[:TOKEN_BYTES])
    return found


@lru_cache(TOKENISED)
def stored_tokens(text: str) -> str:
    """The tokens of a text as search stores them: one text, split at white space."""
    return " ".join(tokens(text))


def sort_key(text: str) -> str:
    """A key that orders texts by casefolded code points, in ASCII: hex of UTF-8, 48 code points."""
    return unicodedata.normalize("NFC", text).casefold()[:SORT_CHARS].encode("utf-8").hex()


def date_keys(published_at: str | None) -> tuple[str, str]:
    """(`published_key`, `published_last_key`): '' and '~' for undated, so that nulls sort last both ways."""
    return (published_at, published_at) if published_at else ("", UNDATED_LAST)


def text_key(text: str, person: bytes = b"") -> str:
    """What tells texts apart that are too long to index: 96 bits of BLAKE2b, in hex."""
    return hashlib.blake2b(text.encode("utf-8"), digest_size=12, person=person).hexdigest()


def stance_id(stance: str) -> str:
    """The key of a stance."""
    return text_key(stance, b"STANCE")


def month_of(published_at: str | None) -> str | None:
    """`2031-03` of a canonical instant."""
    return published_at[:7] if published_at else None


def month_key(month: str | None) -> str:
    """A key that orders months newest first as it ascends, undated last."""
    return f"{999999 - int(month.replace('-', '')):06d}" if month else UNDATED_LAST


def utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 units."""
    return offset + sum(1 for c in text[:offset] if ord(c) > 0xFFFF)
