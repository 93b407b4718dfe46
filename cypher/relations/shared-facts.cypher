// name: shared-facts
// mode: read
// params: none
// The standing facts that state a claim which two outlets back, and cite the outlet; as backing-facts.
WITH endNode(@src.backs) AS @c, startNode(@src.backs) AS @o
MATCH (@c)<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
// count: @src.backs.factCount
