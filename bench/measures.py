"""What measures of a whole network of outlets take: `python bench/measures.py 2000 20000`, numbers of outlets.

Networks are invented: twenty facts an outlet, each citing one to three outlets that follow a Zipf law.
"""

import random
import resource
import sys
import time
from collections import Counter
from itertools import combinations

from corpus import Zipf

from briefgraph.analysis import analyse, page_rank
from briefgraph.graph.measures import Network

FACTS = 20  # an outlet


def network(count: int) -> Network:
    source = random.Random(count)
    order = list(range(count))
    source.shuffle(order)
    outlets = Zipf(order)
    weights = Counter(
        pair
        for _ in range(FACTS * count)
        for pair in combinations(sorted({outlets.draw(source) for _ in range(source.randint(1, 3))}), 2)
    )
    names = tuple(f"ou_{place:024x}" for place in range(count))
    return Network(outlets=names, pairs=tuple((*pair, weight) for pair, weight in sorted(weights.items())), changes=0)


def main() -> None:
    print("outlets\tpairs\tcommunities\tmodularity\tsampled\ts PageRank\ts in all\tpeak MB")
    for count in map(int, sys.argv[1:]):
        made = network(count)
        start = time.process_time()
        page_rank(made)
        ranked = time.process_time()
        found = analyse(made, "2031-01-01T00:00:00Z")
        print(
            f"{count}\t{len(made.pairs)}\t{len(found.communities)}\t{found.modularity}\t{found.is_sampled}\t"
            f"{ranked - start:.2f}\t{time.process_time() - ranked:.1f}\t"
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
