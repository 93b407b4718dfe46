// fen: p0='ou_9b6df781aaea49dfbb713bf9', p1=20, p2=20
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Outlet {id: coalesce(m1.target, $p0)})
WHERE dst1.storyCount + dst1.attributionCount > 0
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:BACKS]->(dst2) USING INDEX e2:BACKS(outletId, backerCount, storyCount, claimId)
WHERE e2.outletId = dst1.id
AND e2.backerCount = 1
AND e2.storyCount IS NOT NULL
AND e2.claimId IS NOT NULL
WITH dst2, e2, e2.storyCount AS c3k0, e2.claimId AS c3k1
ORDER BY e2.outletId DESC, e2.backerCount DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH endNode(e2) AS c4, startNode(e2) AS o4
MATCH (c4)<-[:STATES]-(dst4:Fact)
WHERE dst4.lastVersion IS NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, dst4.publishedKey AS c5k0, dst4.id AS c5k1
ORDER BY c5k0 DESC, c5k1 DESC
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
RETURN collect([[e2.storyCount, e2.citationCount, [dst2.text], [c5, null]]]) AS c3
}
RETURN collect([dst1.soleClaimCount, [c3, dst1.soleClaimCount]]) AS c6
}
RETURN c6 AS result;

// echo: p0='ou_d0f869a4731dcb4a1f47e578', p1=['barges'], p2=20
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Outlet {id: coalesce(m1.target, $p0)})
WHERE dst1.storyCount + dst1.attributionCount > 0
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:BACKS]->(dst2) USING INDEX e2:BACKS(outletId, backerCount, storyCount, claimId)
WHERE e2.outletId = dst1.id
AND e2.backerCount = 1
AND e2.storyCount IS NOT NULL
AND e2.claimId IS NOT NULL
AND (size($p1) > 0
AND ALL(k2 IN $p1
WHERE k2 IN split(dst2.tokens, ' ')))
WITH dst2, e2, e2.storyCount AS c3k0, e2.claimId AS c3k1
ORDER BY e2.outletId DESC, e2.backerCount DESC, c3k0 DESC, c3k1 DESC
LIMIT $p2
RETURN collect([[dst2.text]]) AS c3
}
CALL (dst1) {
MATCH ()-[e5:BACKS]->(dst5) USING INDEX e5:BACKS(outletId, backerCount, storyCount, claimId)
WHERE e5.outletId = dst1.id
AND e5.backerCount = 1
AND e5.storyCount IS NOT NULL
AND e5.claimId IS NOT NULL
AND (size($p1) > 0
AND ALL(k5 IN $p1
WHERE k5 IN split(dst5.tokens, ' ')))
RETURN count(*) AS t4
}
RETURN collect([[c3, t4]]) AS c6
}
RETURN c6 AS result;
