"""How wordings are compared as claims are linked: the scorer, with what it found out about recent texts."""

from functools import lru_cache

from briefgraph.resolve.claims import Scored, compare, keys, profile

PROFILES = 2_048  # texts whose profiles are kept: 0.1 ms to make one again
FLOOR = 0.1  # two members of a claim that are less alike than this were joined by a chain, not by what they say


class WordingComparer:
    """The shipped scorer, behind the seam of `graph.store.Comparer`."""

    def __init__(self) -> None:
        self._profile = lru_cache(PROFILES)(profile)

    def keys(self, text: str) -> tuple[int, ...]:
        """What candidates have in common."""
        return keys(self._profile(text))

    def compare(self, a: str, b: str) -> Scored:
        """How alike two texts are, and whether they say the same."""
        return compare(self._profile(a), self._profile(b))

    def clash(self, a: str, b: str) -> bool:
        """Whether two texts contradict each other, or have too little in common to be one claim."""
        scored = self.compare(a, b)
        return bool(scored.differs) or scored.score < FLOOR
