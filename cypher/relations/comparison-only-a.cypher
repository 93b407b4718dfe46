// name: comparison-only-a
// mode: read
// params: none
// BACKS: the claims that the first outlet of a comparison backs and the other does not, most backed first. Read from
// the index, as outlet-claims.
MATCH ()-[@e:BACKS]->(@dst)
WHERE @e.outletId = @src.outletId AND @e.backerCount IS NOT NULL AND @e.claimId IS NOT NULL
    AND NOT EXISTS { MATCH ()-[@o:BACKS]->() WHERE @o.outletId = @src.otherId AND @o.claimId = @e.claimId }
// lead: @e.outletId
// key n.backerCount: @e.backerCount
// key n.id: @e.claimId
// count: @src.onlyACount
