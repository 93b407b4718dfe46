"""Whether two texts state the same: a calibrated score, and what the guards object to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from briefgraph.resolve.claims.features import NAMES, SIMILARITY, features, similarity_features
from briefgraph.resolve.claims.guards import NUMBERS_MOST, contrast, objections
from briefgraph.resolve.claims.model import model
from briefgraph.resolve.claims.profiles import Profile, profile
from briefgraph.resolve.claims.slots import LONGEST, replaced, reworded

METHOD = "similarity"
# Of graded pairs held out, 197 reach 0.6: 2.0 % of them are graded below 3, and 46 % of those graded 4 and above are linked.
THRESHOLD = 0.6
# Of the wording alone; nine in ten of the pairs graded 4 and above reach it, 2 % of those below 1.
TOPIC = 0.3
_UNDER = THRESHOLD - 0.0001
_SURE = 0.9999  # 1.0 is for equal wording


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME = "SAME"
    CONFLICTING = "CONFLICTING"  # of one topic, but a guard objects
    DIFFERENT = "DIFFERENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """How alike two texts are.

    `score` is the probability that both state the same, in [0, 1] with four decimals, 1.0 only for equal
    `normalise`; what the guards object to, `differs` ("actor", "date", "negation", "number", sorted), keeps
    it below the threshold. `features` are the values that it is made of, by name.
    """

    score: float
    verdict: Verdict
    differs: tuple[str, ...]
    features: dict[str, float]


class Similarity(Protocol):
    """A model of sentences that is plugged in; the guards stand over it as over the rest."""

    def similarity(self, a: str, b: str) -> float:
        """Return how alike two texts are, from -1 to 1, the same in either order."""


def compare(a: Profile, b: Profile, similarity: float | None = None) -> Scored:
    """Return whether two texts state the same; the order of the two does not matter. Never fails.

    `similarity` is what a model of sentences says of the two, where one is plugged in.
    """
    seen = contrast(a, b)
    values = features(a, b, seen)
    if similarity is not None:
        values += similarity_features(similarity)
    named = dict(zip(NAMES + SIMILARITY, values, strict=False))
    if a.normal == b.normal:
        return Scored(score=1.0, verdict=Verdict.SAME, differs=(), features=named)
    fitted = model()
    raw = round(min(fitted.probability(values), _SURE), 4)
    differs = objections(a, b, seen)
    if raw >= THRESHOLD and not differs:
        if _is_long(a) or _is_long(b):
            return Scored(score=_UNDER, verdict=Verdict.DIFFERENT, differs=(), features=named)
        differs = replaced(a, b)
        if not differs and reworded(a, b):
            return Scored(score=kept_under(raw), verdict=Verdict.DIFFERENT, differs=(), features=named)
        if not differs:
            return Scored(score=raw, verdict=Verdict.SAME, differs=(), features=named)
    if not differs:
        return Scored(score=raw, verdict=Verdict.DIFFERENT, differs=(), features=named)
    # Guarded pairs keep their order, below all that may be linked.
    is_topic = fitted.on_topic(values) >= TOPIC
    return Scored(
        score=min(round(raw * THRESHOLD, 4), _UNDER),
        verdict=Verdict.CONFLICTING if is_topic else Verdict.DIFFERENT,
        differs=differs,
        features=named,
    )


def kept_under(raw: float) -> float:
    """Return a score that would link as one that does not, the higher the higher it was: 0.6 to 1 as 0.5 to 0.6."""
    return round(_UNDER - (1 - raw) / 4, 4)


def _is_long(p: Profile) -> bool:
    """Return whether a text has more than the last guards look at."""
    return len(p.order) > LONGEST or len(p.numbers) > NUMBERS_MOST


def score(text_a: str, text_b: str, model_of_sentences: Similarity | None = None) -> Scored:
    """Return whether two texts state the same, by a plugged-in model of sentences too where one is given."""
    alike = None if model_of_sentences is None else model_of_sentences.similarity(text_a, text_b)
    return compare(profile(text_a), profile(text_b), alike)
