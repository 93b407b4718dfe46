// name: dispute-other-facts
// mode: read
// params: none
// The standing facts that state the other claim and cite the other outlet: the words of the other side.
WITH endNode(@src) AS @o
MATCH (:Claim {id: @src.otherClaimId})<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
