"""The fitted weights of `data/claims.yml`."""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import yaml

from briefgraph.resolve.claims.features import NAMES, WORDING

_Z_MOST = 40.0  # beyond it exp() says nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights in the order of `features.NAMES`; `wording` has those of the wording alone."""

    bias: float
    weights: Sequence[float]
    wording_bias: float
    wording: Sequence[float]

    def probability(self, values: Sequence[float]) -> float:
        """Return how probable it is that both texts state the same, from all features."""
        return logistic(self.bias + sum(map(float.__mul__, self.weights, values)))

    def on_topic(self, values: Sequence[float]) -> float:
        """Return the same from the features of the wording, which come first in `values`."""
        return logistic(self.wording_bias + sum(map(float.__mul__, self.wording, values)))


def logistic(z: float) -> float:
    return 1 / (1 + math.exp(-max(-_Z_MOST, min(_Z_MOST, z))))


@functools.cache
def model() -> Model:
    """Return the shipped model, read at the first call."""
    text = files("briefgraph.resolve.data").joinpath("claims.yml").read_text(encoding="utf-8")
    read = cast(dict[str, object], yaml.safe_load(text))
    every, wording = cast(Mapping[str, float], read["weights"]), cast(Mapping[str, float], read["wording"])
    return Model(
        bias=float(every["bias"]),
        weights=tuple(float(every[name]) for name in NAMES),
        wording_bias=float(wording["bias"]),
        wording=tuple(float(wording[name]) for name in WORDING),
    )
