"""Keys by which texts that may state the same find each other in an index."""

from hashlib import blake2b
from itertools import combinations

from briefgraph.resolve.claims.profiles import Profile

RAREST = 6  # stems that are combined in pairs: 15 keys
_MASK = (1 << 63) - 1


def keys(p: Profile) -> tuple[int, ...]:
    """Return up to 15 keys, ascending, each in [0, 2**63); texts that share one are worth comparing.

    Each stands for two of the text's six rarest stems, by the shipped counts; a text with one stem has one
    key, one without stems the key of its normal wording.
    """
    return tuple(sorted({_hash(words) for words in chosen(p, RAREST)}))


def chosen(p: Profile, most: int) -> list[str]:
    """Return what is hashed: pairs of the `most` rarest stems."""
    rarest = sorted(p.stems, key=lambda stem: (-p.stems[stem], stem))[:most]
    if len(rarest) < 2:
        return rarest or [p.normal]
    return [" ".join(sorted(pair)) for pair in combinations(rarest, 2)]


def _hash(words: str) -> int:
    # Half a surrogate pair may be part of a text, and has no UTF-8.
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()) & _MASK
