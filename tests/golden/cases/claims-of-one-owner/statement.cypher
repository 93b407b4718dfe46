// claims: p0=1, p1=20, p2=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND (dst1.ownerCount <= $p0)
AND dst1.firstStatedLastKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.firstStatedLastKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[e5:BACKS]-(dst5:Outlet)
WHERE TRUE
WITH dst5, e5, e5.storyCount AS c6k0, e5.outletId AS c6k1
ORDER BY c6k0 DESC, c6k1 DESC
LIMIT $p2
RETURN collect([[dst5.name, dst5.owner]]) AS c6
}
RETURN collect([[dst1.text, dst1.ownerCount, [c6, null]]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.factCount > 0
AND (dst4.ownerCount <= $p0)
AND dst4.firstStatedLastKey IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
