// name: dispute-other
// mode: read
// params: none
// The outlet on the other side of a dispute.
WITH endNode(@src) AS @dst
WHERE TRUE
