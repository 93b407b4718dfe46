// name: claim
// mode: read
// params: id
// A claim by its id, if a standing fact states it.
MATCH (@dst:Claim {id: $id})
WHERE @dst.factCount > 0
