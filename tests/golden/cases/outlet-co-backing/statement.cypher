// outlet: p0='ou_d0f869a4731dcb4a1f47e578', p1=20, p2=False, p3=20, p4=20, p5=2, p6=True, p7=20
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Outlet {id: coalesce(m1.target, $p0)})
WHERE dst1.storyCount + dst1.attributionCount > 0
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[b2:CO_BACKED]->(dst2)
WHERE b2.outletId = dst1.id
AND b2.claimCount IS NOT NULL
AND b2.otherId IS NOT NULL
WITH dst2, b2 {.outletId, .otherId, .claimCount, fewer: CASE WHEN dst1.claimCount <= dst2.claimCount THEN dst1.id ELSE dst2.id END, coCitationCount: coalesce(COLLECT {
MATCH ()-[c2:CO_CITED]->()
WHERE c2.outletId = b2.outletId
AND c2.otherId = b2.otherId
RETURN c2.weight
}[0], 0)} AS e2, b2.claimCount AS c3k0, b2.otherId AS c3k1
ORDER BY b2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
RETURN collect([[e2.claimCount, e2.coCitationCount, [dst2.name]]]) AS c3
}
CALL (dst1) {
MATCH ()-[b4:CO_BACKED]->(dst4)
WHERE b4.outletId = dst1.id
AND b4.claimCount IS NOT NULL
AND b4.otherId IS NOT NULL
AND (EXISTS {
MATCH ()-[k4:CO_CITED]->()
WHERE k4.outletId = b4.outletId
AND k4.otherId = b4.otherId
} = $p2)
WITH dst4, b4 {.outletId, .otherId, .claimCount, fewer: CASE WHEN dst1.claimCount <= dst4.claimCount THEN dst1.id ELSE dst4.id END, coCitationCount: coalesce(COLLECT {
MATCH ()-[c4:CO_CITED]->()
WHERE c4.outletId = b4.outletId
AND c4.otherId = b4.otherId
RETURN c4.weight
}[0], 0)} AS e4, b4.claimCount AS c5k0, b4.otherId AS c5k1
ORDER BY b4.outletId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p3
CALL (e4) {
MATCH ()-[d6:BACKS]->(dst6)
WHERE d6.outletId = e4.fewer
AND d6.backerCount IS NOT NULL
AND d6.claimId IS NOT NULL
MATCH ()-[y6:BACKS]->()
WHERE y6.claimId = d6.claimId
AND y6.outletId = CASE e4.fewer WHEN e4.outletId THEN e4.otherId ELSE e4.outletId END
WITH dst6, {backs: CASE d6.outletId WHEN e4.outletId THEN d6 ELSE y6 END, other: CASE d6.outletId WHEN e4.outletId THEN y6 ELSE d6 END, citationCount: CASE d6.outletId WHEN e4.outletId THEN d6.citationCount ELSE y6.citationCount END, storyCount: CASE d6.outletId WHEN e4.outletId THEN d6.storyCount ELSE y6.storyCount END, otherCitationCount: CASE d6.outletId WHEN e4.outletId THEN y6.citationCount ELSE d6.citationCount END, otherStoryCount: CASE d6.outletId WHEN e4.outletId THEN y6.storyCount ELSE d6.storyCount END} AS e6, d6.backerCount AS c7k0, d6.claimId AS c7k1
ORDER BY d6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p4
RETURN collect([[e6.citationCount, e6.otherCitationCount, [dst6.text]]]) AS c7
}
RETURN collect([[e4.claimCount, e4.coCitationCount, [dst4.name], [c7, e4.claimCount]]]) AS c5
}
CALL (dst1) {
MATCH ()-[b8:CO_BACKED]->(dst8)
WHERE b8.outletId = dst1.id
AND b8.claimCount IS NOT NULL
AND b8.otherId IS NOT NULL
AND (b8.claimCount >= $p5)
AND (EXISTS {
MATCH ()-[k8:CO_CITED]->()
WHERE k8.outletId = b8.outletId
AND k8.otherId = b8.otherId
} = $p6)
WITH dst8, b8 {.outletId, .otherId, .claimCount, fewer: CASE WHEN dst1.claimCount <= dst8.claimCount THEN dst1.id ELSE dst8.id END, coCitationCount: coalesce(COLLECT {
MATCH ()-[c8:CO_CITED]->()
WHERE c8.outletId = b8.outletId
AND c8.otherId = b8.otherId
RETURN c8.weight
}[0], 0)} AS e8, b8.claimCount AS c9k0, b8.otherId AS c9k1
ORDER BY b8.outletId DESC, c9k0 DESC, c9k1 DESC
LIMIT $p7
RETURN collect([[dst8.name]]) AS c9
}
CALL (dst1) {
MATCH ()-[b11:CO_BACKED]->(dst11)
WHERE b11.outletId = dst1.id
AND b11.claimCount IS NOT NULL
AND b11.otherId IS NOT NULL
AND (b11.claimCount >= $p5)
AND (EXISTS {
MATCH ()-[k11:CO_CITED]->()
WHERE k11.outletId = b11.outletId
AND k11.otherId = b11.otherId
} = $p6)
RETURN count(*) AS t10
}
RETURN collect([[c3, COUNT { (dst1)-[:CO_BACKED]->()
}], [c5, null], [c9, t10]]) AS c12
}
RETURN c12 AS result;
