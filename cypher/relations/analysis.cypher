// name: analysis
// mode: read
// params: none
// The last analysis, and whether the graph was changed since.
MATCH (@a:Analysis {id: 'briefgraph'}) MATCH (@s:Store {id: 'briefgraph'})
WITH @a {.*, isStale: @a.changes <> coalesce(@s.changes, 0)} AS @dst
WHERE TRUE
