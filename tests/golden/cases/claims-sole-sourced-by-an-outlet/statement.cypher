// claims: p0='ou_9b6df781aaea49dfbb713bf9', p1=1, p2=20, p3=20
CALL () {
MATCH ()-[c1:BACKS]->(dst1)
WHERE c1.outletId = coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)
AND c1.backerCount IS NOT NULL
AND c1.claimId IS NOT NULL
AND (dst1.backerCount <= $p1)
WITH dst1, dst1.firstStatedLastKey AS c2k0, c1.claimId AS c2k1
ORDER BY c1.outletId, c2k0, c2k1
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
