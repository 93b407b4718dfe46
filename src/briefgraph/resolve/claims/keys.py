"""Keys by which texts that may state the same find each other in an index."""

from hashlib import blake2b
from itertools import combinations

from briefgraph.resolve.claims.profiles import Profile

RAREST = 6  # stems that are combined by three: 20 keys
TOGETHER = 3  # by two, texts on one matter meet that share its two names and no more: four times as many to compare


def keys(p: Profile) -> tuple[int, ...]:
    """Return up to 20 keys, ascending, each in [0, 2**63); texts that share one are worth comparing.

    Each stands for three of the text's six rarest stems, by the shipped counts; a text of fewer than three has
    one key of what it has, one without stems the key of its normal wording.
    """
    return tuple(sorted({_hash(words) for words in chosen(p, RAREST)}))


def chosen(p: Profile, most: int, together: int = TOGETHER) -> list[str]:
    """Return what is hashed: the `most` rarest stems, some of them together."""
    rarest = sorted(p.stems, key=lambda stem: (-p.stems[stem], stem))[:most]
    if len(rarest) < together:
        return [" ".join(sorted(rarest)) or p.normal]
    return [" ".join(sorted(some)) for some in combinations(rarest, together)]


def _hash(words: str) -> int:
    """The first word's bits lead, so that a text's twenty keys lie in four places of an index and not in twenty."""
    return _bits(words.partition(" ")[0]) >> 1 << 32 | _bits(words)


def _bits(text: str) -> int:
    # Half a surrogate pair may be part of a text, and has no UTF-8.
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest())
