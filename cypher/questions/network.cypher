// name: changes
// mode: read
// rows: one
// params: none
// How often the graph has been changed.
MATCH (store:Store {id: 'briefgraph'}) RETURN coalesce(store.changes, 0)

// name: network
// mode: read
// rows: many
// params: none
// Every outlet with those of a greater id that facts cite together with it, and how many facts; one row with nulls
// where there are none.
MATCH (o:Outlet) WHERE o.id >= '' AND o.storyCount + o.attributionCount > 0
OPTIONAL MATCH (o)-[e:CO_CITED]->() WHERE e.otherId > o.id
RETURN o.id, e.otherId, e.weight
ORDER BY o.id, e.otherId
