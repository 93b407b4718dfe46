// name: claim-conflicting
// mode: read
// params: differs
// CONFLICTS_WITH: claims of which a wording is alike and contradicts; with what differs between the closest two.
// Read from the index, as outlet-claims.
MATCH ()-[@e:CONFLICTS_WITH]->(@dst)
WHERE @e.claimId = @src.id AND @e.score IS NOT NULL AND @e.otherId IS NOT NULL AND @dst.factCount > 0
// filter differs: $differs IN @e.differs
// lead: @e.claimId
// key n.id: @e.otherId
// count: @src.conflictCount
