// claims: p0='ou_d0f869a4731dcb4a1f47e578', p1=20
CALL () {
MATCH ()-[c1:BACKS]->(dst1)
WHERE c1.outletId = coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)
AND c1.backerCount IS NOT NULL
AND c1.claimId IS NOT NULL
WITH dst1, c1.backerCount AS c2k0, c1.claimId AS c2k1
ORDER BY c1.outletId DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.text, dst1.backerCount]]) AS c2
}
CALL () {
MATCH ()-[c4:BACKS]->(dst4)
WHERE c4.outletId = coalesce(COLLECT {
MATCH (m4:Moved {id: $p0})
RETURN m4.target
}[0], $p0)
AND c4.backerCount IS NOT NULL
AND c4.claimId IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// latest: p0='ou_d0f869a4731dcb4a1f47e578', p1=2, p2=20
CALL () {
MATCH ()-[c1:BACKS]->(dst1)
WHERE c1.outletId = coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)
AND c1.backerCount IS NOT NULL
AND c1.claimId IS NOT NULL
AND (dst1.backerCount >= $p1)
WITH dst1, dst1.firstStatedKey AS c2k0, c1.claimId AS c2k1
ORDER BY c1.outletId DESC, c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.text, dst1.firstStatedAt]]) AS c2
}
RETURN [c2, null] AS result;
