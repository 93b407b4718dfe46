// name: dispute-facts
// mode: read
// params: none
// The standing facts that state the claim and cite the outlet: the words of this side.
WITH startNode(@src) AS @o
MATCH (:Claim {id: @src.claimId})<-[:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
