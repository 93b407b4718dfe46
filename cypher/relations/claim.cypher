// name: claim
// mode: read
// params: id
// A claim by its id, or by that of a wording that states it, if a standing fact does.
OPTIONAL MATCH (@m:Moved {id: $id})
MATCH (@dst:Claim {id: coalesce(@m.target, $id)})
WHERE @dst.factCount > 0
