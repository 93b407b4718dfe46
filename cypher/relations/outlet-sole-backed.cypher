// name: outlet-sole-backed
// mode: read
// params: none
// BACKS: the claims that only this outlet backs. Read from the index, as outlet-claims.
MATCH ()-[@e:BACKS]->(@dst) USING INDEX @e:BACKS(outletId, backerCount, storyCount, claimId)
WHERE @e.outletId = @src.id AND @e.backerCount = 1 AND @e.storyCount IS NOT NULL AND @e.claimId IS NOT NULL
// lead: @e.outletId, @e.backerCount
// key n.id: @e.claimId
// count: @src.soleClaimCount
