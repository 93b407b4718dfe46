// name: backing-facts
// mode: read
// params: none
// The standing facts that state a claim and cite an outlet: the words that one BACKS edge rests on.
WITH endNode(@src) AS @c, startNode(@src) AS @o
MATCH (@c)<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
// count: @src.factCount
