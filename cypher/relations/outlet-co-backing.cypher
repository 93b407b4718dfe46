// name: outlet-co-backing
// mode: read
// params: minClaims, isCoCited
// CO_BACKED: the outlets that back the same claims, most of them first, read from the index, as outlet-claims. How
// often both are cited together is read from CO_CITED, for the rows of the page.
MATCH ()-[@b:CO_BACKED]->(@dst)
WHERE @b.outletId = @src.id AND @b.claimCount IS NOT NULL AND @b.otherId IS NOT NULL
// filter minClaims: @b.claimCount >= $minClaims
// filter isCoCited: EXISTS { MATCH ()-[@k:CO_CITED]->() WHERE @k.outletId = @b.outletId AND @k.otherId = @b.otherId } = $isCoCited
// edge: @b {.outletId, .otherId, .claimCount, fewer: CASE WHEN @src.claimCount <= @dst.claimCount THEN @src.id ELSE @dst.id END,
//     coCitationCount: coalesce(COLLECT { MATCH ()-[@c:CO_CITED]->() WHERE @c.outletId = @b.outletId AND @c.otherId = @b.otherId RETURN @c.weight }[0], 0)}
// lead: @b.outletId
// key e.claimCount: @b.claimCount
// key n.id: @b.otherId
// count: COUNT { (@src)-[:CO_BACKED]->() }
