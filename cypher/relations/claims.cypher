// name: claims
// mode: read
// params: text, outlet, person, isSoleSourced, isContested, restsOnOwner, restsOnWire
// All claims that a standing fact states. An outlet drives from the claims it backs; a person from the
// facts that mention them.
MATCH (@dst:Claim)
WHERE @dst.factCount > 0
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Claim AND @dst.factCount > 0
// from person: MATCH (:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)})-[:MENTIONED_IN]->(@f:Fact)-[:STATES]->(@dst:Claim)
//     WITH DISTINCT @dst WHERE @dst.factCount > 0
// from outlet: MATCH ()-[@c:BACKS]->(@dst)
//     WHERE @c.outletId = coalesce(COLLECT { MATCH (@m:Moved {id: $outlet}) RETURN @m.target }[0], $outlet) AND @c.backerCount IS NOT NULL AND @c.claimId IS NOT NULL
// lead outlet: @c.outletId
// key outlet n.backerCount: @c.backerCount
// key outlet n.id: @c.claimId
// from isSoleSourced: MATCH (@dst:Claim)
//     WHERE @dst.isSoleSourced = $isSoleSourced AND @dst.backerCount IS NOT NULL AND @dst.id IS NOT NULL AND @dst.factCount > 0
// lead isSoleSourced: @dst.isSoleSourced
// from isContested: MATCH (@dst:Claim)
//     WHERE @dst.isContested = $isContested AND @dst.backerCount IS NOT NULL AND @dst.id IS NOT NULL AND @dst.factCount > 0
// lead isContested: @dst.isContested
// from restsOnOwner: MATCH (@dst:Claim) WHERE @dst.restsOnOwner = $restsOnOwner AND @dst.backerCount IS NOT NULL AND @dst.id IS NOT NULL
//     AND @dst.factCount > 0
// lead restsOnOwner: @dst.restsOnOwner
// from restsOnWire: MATCH (@dst:Claim) WHERE @dst.restsOnWire = $restsOnWire AND @dst.backerCount IS NOT NULL AND @dst.id IS NOT NULL
//     AND @dst.factCount > 0
// lead restsOnWire: @dst.restsOnWire
