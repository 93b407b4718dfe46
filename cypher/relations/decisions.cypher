// name: decisions
// mode: read
// params: none
// The log of decisions.
MATCH (@dst:Decision)
WHERE TRUE
// count: COUNT { (:Decision) }
