"""Claims: what facts in different stories state in common.

`normalise` knows equal wording; `score` (or `profile` and `compare`, where one text meets many)
tells whether two wordings state the same; `keys` finds the texts that are worth comparing.
"""

from briefgraph.resolve.claims.keys import keys
from briefgraph.resolve.claims.profiles import Profile, profile
from briefgraph.resolve.claims.scoring import METHOD, THRESHOLD, Scored, Similarity, Verdict, compare, score
from briefgraph.resolve.claims.wording import normalise

__all__ = [
    "METHOD",
    "THRESHOLD",
    "Profile",
    "Scored",
    "Similarity",
    "Verdict",
    "compare",
    "keys",
    "normalise",
    "profile",
    "score",
]
