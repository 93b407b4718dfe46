// name: network-edges
// mode: read
// params: none
// The edges of a network, out of what it carries.
UNWIND @src.edges AS @n
WITH {source: @n.from.id, target: @n.to.id, kind: @n.kind, weight: @n.weight} AS @dst
WHERE TRUE
// order: @dst.kind, @dst.source, @dst.target
