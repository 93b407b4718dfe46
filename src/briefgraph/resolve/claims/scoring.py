"""Whether two texts state the same: a calibrated score, and what the guards object to."""

from dataclasses import dataclass
from enum import StrEnum

from briefgraph.resolve.claims.features import NAMES, features
from briefgraph.resolve.claims.guards import contrast, objections
from briefgraph.resolve.claims.model import model
from briefgraph.resolve.claims.profiles import Profile, profile
from briefgraph.resolve.claims.slots import LONGEST, replaced

METHOD = "similarity"
THRESHOLD = 0.6
TOPIC = 0.3  # of the wording alone
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


def compare(a: Profile, b: Profile) -> Scored:
    """Return whether two texts state the same; the order of the two does not matter. Never fails."""
    seen = contrast(a, b)
    values = features(a, b, seen)
    named = dict(zip(NAMES, values, strict=True))
    if a.normal == b.normal:
        return Scored(score=1.0, verdict=Verdict.SAME, differs=(), features=named)
    fitted = model()
    raw = round(min(fitted.probability(values), _SURE), 4)
    differs = objections(a, b, seen)
    if raw >= THRESHOLD and not differs:
        if len(a.order) > LONGEST or len(b.order) > LONGEST:
            return Scored(score=_UNDER, verdict=Verdict.DIFFERENT, differs=(), features=named)
        differs = replaced(a, b)
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


def score(text_a: str, text_b: str) -> Scored:
    """Return whether two texts state the same."""
    return compare(profile(text_a), profile(text_b))
