// name: shared-other-facts
// mode: read
// params: none
// The standing facts that state a claim which two outlets back, and cite the other; as backing-facts.
WITH endNode(@src.other) AS @c, startNode(@src.other) AS @o
MATCH (@c)<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
// count: @src.other.factCount
