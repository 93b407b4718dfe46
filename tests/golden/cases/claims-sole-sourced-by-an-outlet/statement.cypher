// claims: p0='ou_9b6df781aaea49dfbb713bf9', p1=1, p2=20, p3=20
CALL () {
MATCH (:Outlet {id: coalesce(COLLECT {
MATCH (moved1:Moved {id: $p0})
RETURN moved1.target
}[0], $p0)})-[:BACKS]->(dst1:Claim)
WHERE TRUE
AND (dst1.backerCount <= $p1)
WITH dst1, dst1.firstStatedLastKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p2
CALL (dst1) {
MATCH (dst1)<-[e3:BACKS]-(dst3:Outlet)
WHERE TRUE
WITH dst3, e3, e3.storyCount AS c4k0, e3.outletId AS c4k1
ORDER BY c4k0 DESC, c4k1 DESC
LIMIT $p3
RETURN collect([[dst3.name]]) AS c4
}
RETURN collect([[dst1.text, dst1.isSoleSourced, [c4, null]]]) AS c2
}
RETURN [c2, null] AS result;
