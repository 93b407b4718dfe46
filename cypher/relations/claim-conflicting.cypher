// name: claim-conflicting
// mode: read
// params: differs
// CONFLICTS_WITH: claims of which a wording is alike and contradicts; with what differs between the closest two.
MATCH (@src)-[@e:CONFLICTS_WITH]->(@dst:Claim)
WHERE @dst.factCount > 0
// filter differs: $differs IN @e.differs
// key n.id: @e.otherId
