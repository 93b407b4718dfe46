// name: network-nodes
// mode: read
// params: none
// The nodes of a network, out of what it carries; `weight` adds up the weights of its edges.
UNWIND @src.nodes AS @dst
WITH @dst
WHERE TRUE
// order: @dst.kind, @dst.id
