// name: outlet-disputes
// mode: read
// params: with
// DISPUTES: the claims that an outlet backs, with each conflicting claim and each outlet that backs that one. Read from
// the index, as outlet-claims; the claim is sought by its id, which has to be said: with some samples of the indexes the planner
// multiplied all claims with the edges, 25,000 db hits for 374.
MATCH ()-[@e:DISPUTES]->()
WHERE @e.outletId = @src.id AND @e.score IS NOT NULL AND @e.claimId IS NOT NULL AND @e.otherClaimId IS NOT NULL AND @e.otherId IS NOT NULL
MATCH (@dst:Claim {id: @e.claimId}) USING INDEX SEEK @dst:Claim(id)
WHERE TRUE
// lead: @e.outletId
// key n.id: @e.claimId
// from with: MATCH ()-[@e:DISPUTES]->()
//     WHERE @e.outletId = @src.id AND @e.otherId = coalesce(COLLECT { MATCH (@moved:Moved {id: $with}) RETURN @moved.target }[0], $with)
//         AND @e.score IS NOT NULL AND @e.claimId IS NOT NULL AND @e.otherClaimId IS NOT NULL
//     MATCH (@dst:Claim {id: @e.claimId}) USING INDEX SEEK @dst:Claim(id)
//     WHERE TRUE
// lead with: @e.outletId, @e.otherId
// key with n.id: @e.claimId
