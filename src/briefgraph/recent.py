"""A map that forgets what was not used for long: what every cache here is, so that no client can fill the memory."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class Recent(Generic[K, V]):
    """A map of the `size` most recently used; fewer where together they weigh more than `most`."""

    size: int
    most: int | None = None
    weigh: Callable[[K, V], int] = lambda key, value: 0
    held: OrderedDict[K, V] = field(default_factory=OrderedDict)
    weight: int = 0

    def __len__(self) -> int:
        return len(self.held)

    def find(self, key: K) -> V | None:
        """What is held under the key."""
        if key not in self.held:
            return None
        self.held.move_to_end(key)
        return self.held[key]

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What is held under the key, or what `make` makes; if it raises, nothing is held."""
        found = self.find(key)
        if found is not None:
            return found
        made = self.held[key] = make()
        self.weight += self.weigh(key, made)
        while len(self.held) > self.size or (self.most is not None and self.weight > self.most):
            self.weight -= self.weigh(*self.held.popitem(last=False))
        return made
