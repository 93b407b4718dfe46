// name: dispute-other-claim
// mode: read
// params: none
// The claim on the other side of a dispute.
MATCH (@dst:Claim {id: @src.otherClaimId})
WHERE TRUE
