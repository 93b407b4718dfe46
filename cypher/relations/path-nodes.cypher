// name: path-nodes
// mode: read
// params: none
// The nodes of a path, out of what it carries.
UNWIND range(0, size(@src.nodes) - 1) AS @place
WITH @src.nodes[@place] AS @dst, @place
WHERE TRUE
// order: @place
