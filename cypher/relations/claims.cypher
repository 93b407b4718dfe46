// name: claims
// mode: read
// params: text, outlet, person, restsOnWire
// All claims that a standing fact states. An outlet drives from the claims it backs; a person from the
// facts that mention them.
MATCH (@dst:Claim)
WHERE @dst.factCount > 0
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Claim AND @dst.factCount > 0
// from person: MATCH (:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)})-[:MENTIONED_IN]->(@f:Fact)-[:STATES]->(@dst:Claim)
//     WITH DISTINCT @dst WHERE @dst.factCount > 0
// from outlet: MATCH (:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)})-[:BACKS]->(@dst:Claim) WHERE TRUE
// from restsOnWire: MATCH (@dst:Claim) WHERE @dst.restsOnWire = $restsOnWire AND @dst.backerCount IS NOT NULL AND @dst.id IS NOT NULL
//     AND @dst.factCount > 0
// lead restsOnWire: @dst.restsOnWire
