"""The graph, in one table: every node, property, edge, list and question there is.

The GraphQL schema, the planner, both printers and the docs are driven by it. To add a question:
one `Rel` line in `nodes` (or `edges`, `root`), one relation file in sql/relations/ and one in cypher/relations/.
"""

from briefgraph.graph.enums import ENUMS
from briefgraph.graph.model.edges import EDGES
from briefgraph.graph.model.filters import FILTERS
from briefgraph.graph.model.live import LIVE
from briefgraph.graph.model.nodes import NODES
from briefgraph.graph.model.root import ROOT
from briefgraph.graph.model.values import VALUES
from briefgraph.graph.shapes import Model

MODEL = Model(
    types={t.name: t for t in (*NODES, *VALUES)},
    edges={e.name: e for e in EDGES},
    filters={f.name: f for f in FILTERS},
    enums={e.name: e for e in ENUMS},
    root=ROOT,
    live=LIVE,
    nodes=NODES,
)
