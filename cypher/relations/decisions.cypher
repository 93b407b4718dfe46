// name: decisions
// mode: read
// params: kind
// The log of decisions.
MATCH (@dst:Decision)
WHERE TRUE
// count: COUNT { (:Decision) }
// from kind: MATCH (@dst:Decision) WHERE @dst.kind = $kind AND @dst.at IS NOT NULL AND @dst.id IS NOT NULL
// lead kind: @dst.kind
