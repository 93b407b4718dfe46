// name: path-edges
// mode: read
// params: none
// The edges between the nodes of a path that follow each other, one row for each two and kind; `weight` counts them.
UNWIND range(0, size(@src.nodes) - 2) AS @place
WITH @place, @src.nodes[@place] AS @a, @src.nodes[@place + 1] AS @b
MATCH (@a)-[@h:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(@b)
WHERE @h.lastVersion IS NULL AND (type(@h) <> 'CONFLICTS_WITH' OR startNode(@h).id < endNode(@h).id)
WITH @place, startNode(@h).id AS @from, endNode(@h).id AS @to, type(@h) AS @k, count(*) AS @w
WITH {place: @place, source: @from, target: @to, kind: @k, weight: @w} AS @dst
WHERE TRUE
// order: @dst.place, @dst.kind
