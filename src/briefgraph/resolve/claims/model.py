"""The fitted weights of `data/claims.yml`."""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import yaml

from briefgraph.resolve.claims.features import NAMES, SIMILARITY, WORDING

_Z_MOST = 40.0  # beyond it exp() says nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights in the order of `features.NAMES`; `similar` has those that hold with SIMILARITY after them, `wording`
    those of the wording alone.
    """

    bias: float
    weights: Sequence[float]
    similar_bias: float
    similar: Sequence[float]
    wording_bias: float
    wording: Sequence[float]

    def probability(self, values: Sequence[float]) -> float:
        """Return how probable it is that both texts state the same, from all features, also with SIMILARITY."""
        if len(values) > len(NAMES):
            return logistic(self.similar_bias + sum(map(float.__mul__, self.similar, values)))
        return logistic(self.bias + sum(map(float.__mul__, self.weights, values)))

    def on_topic(self, values: Sequence[float]) -> float:
        """Return the same from the features of the wording, which come first in `values`."""
        return logistic(self.wording_bias + sum(map(float.__mul__, self.wording, values)))


def logistic(z: float) -> float:
    return 1 / (1 + math.exp(-max(-_Z_MOST, min(_Z_MOST, z))))


@functools.cache
def model() -> Model:
    """Return the shipped model, read at the first call."""
    read, plugged = _read("claims.yml"), _read("claims_similarity.yml")
    every, wording, similar = read["weights"], read["wording"], plugged["weights"]
    return Model(
        bias=every["bias"],
        weights=tuple(every[name] for name in NAMES),
        similar_bias=similar["bias"],
        similar=tuple(similar[name] for name in NAMES + SIMILARITY),
        wording_bias=wording["bias"],
        wording=tuple(wording[name] for name in WORDING),
    )


def _read(name: str) -> Mapping[str, Mapping[str, float]]:
    text = files("briefgraph.resolve.data").joinpath(name).read_text(encoding="utf-8")
    return cast(Mapping[str, Mapping[str, float]], yaml.safe_load(text))
