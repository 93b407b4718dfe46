// name: origin-facts
// mode: read
// params: none
// The standing facts that state a claim and say that they have something from an outlet: what one ORIGIN_OF edge rests on.
WITH endNode(@src) AS @c, startNode(@src) AS @o
MATCH (@c)<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:ATTRIBUTED_TO]->(@o) WHERE @k.lastVersion IS NULL }
// count: @src.factCount
