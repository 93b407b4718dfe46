// name: outlet-claims
// mode: read
// params: none
// BACKS: the claims that an outlet backs, with counts and dates. A hub's page is read from the index that
// begins with the outlet's id (159 db hits at 80 claims and at 800, against 660 and 5,700 where its edges are
// followed): so the edge is matched by what it carries, and its ends are left open.
MATCH ()-[@e:BACKS]->(@dst)
WHERE @e.outletId = @src.id AND @e.storyCount IS NOT NULL AND @e.citationCount IS NOT NULL AND @e.claimId IS NOT NULL
// lead: @e.outletId
// key n.id: @e.claimId
// count: @src.claimCount
