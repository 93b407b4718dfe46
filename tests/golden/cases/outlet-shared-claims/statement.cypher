// outlet: p0='ou_d0f869a4731dcb4a1f47e578', p1='ou_9b6df781aaea49dfbb713bf9', p2=20, p3=20, p4=20, p5='ou_d0f869a4731dcb4a1f47e578', p6=20
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Outlet {id: coalesce(m1.target, $p0)})
WHERE dst1.storyCount + dst1.attributionCount > 0
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[d2:BACKS]->(dst2)
WHERE d2.outletId = COLLECT {
MATCH (w2:Outlet {id: coalesce(COLLECT {
MATCH (m2:Moved {id: $p1})
RETURN m2.target
}[0], $p1)})
WHERE w2.id <> dst1.id
RETURN CASE WHEN dst1.claimCount <= w2.claimCount THEN dst1.id ELSE w2.id END
}[0]
AND d2.backerCount IS NOT NULL
AND d2.claimId IS NOT NULL
MATCH ()-[y2:BACKS]->()
WHERE y2.claimId = d2.claimId
AND y2.outletId = COLLECT {
MATCH (x2:Outlet {id: coalesce(COLLECT {
MATCH (m2:Moved {id: $p1})
RETURN m2.target
}[0], $p1)})
RETURN CASE WHEN dst1.claimCount <= x2.claimCount THEN x2.id ELSE dst1.id END
}[0]
WITH dst2, {backs: CASE d2.outletId WHEN dst1.id THEN d2 ELSE y2 END, other: CASE d2.outletId WHEN dst1.id THEN y2 ELSE d2 END, citationCount: CASE d2.outletId WHEN dst1.id THEN d2.citationCount ELSE y2.citationCount END, storyCount: CASE d2.outletId WHEN dst1.id THEN d2.storyCount ELSE y2.storyCount END, otherCitationCount: CASE d2.outletId WHEN dst1.id THEN y2.citationCount ELSE d2.citationCount END, otherStoryCount: CASE d2.outletId WHEN dst1.id THEN y2.storyCount ELSE d2.storyCount END} AS e2, d2.backerCount AS c3k0, d2.claimId AS c3k1
ORDER BY d2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p2
CALL (e2) {
WITH endNode(e2.backs) AS c5, startNode(e2.backs) AS o5
MATCH (c5)<-[:STATES]-(dst5:Fact)
WHERE dst5.lastVersion IS NULL
AND EXISTS {
MATCH (dst5)-[k5:CITES]->(o5)
WHERE k5.lastVersion IS NULL
}
WITH dst5, dst5.publishedKey AS c6k0, dst5.id AS c6k1
ORDER BY c6k0 DESC, c6k1 DESC
LIMIT $p3
CALL (dst5) {
MATCH (dst5)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst7:Story)
WHERE TRUE
WITH dst7
LIMIT 1
RETURN collect([dst7.title]) AS c8
}
RETURN collect([[c8]]) AS c6
}
CALL (e2) {
WITH endNode(e2.other) AS c9, startNode(e2.other) AS o9
MATCH (c9)<-[:STATES]-(dst9:Fact)
WHERE dst9.lastVersion IS NULL
AND EXISTS {
MATCH (dst9)-[k9:CITES]->(o9)
WHERE k9.lastVersion IS NULL
}
WITH dst9, dst9.publishedKey AS c10k0, dst9.id AS c10k1
ORDER BY c10k0 DESC, c10k1 DESC
LIMIT $p4
CALL (dst9) {
MATCH (dst9)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst11:Story)
WHERE TRUE
WITH dst11
LIMIT 1
RETURN collect([dst11.title]) AS c12
}
RETURN collect([[dst9.text, c12]]) AS c10
}
RETURN collect([[e2.citationCount, e2.storyCount, e2.otherCitationCount, e2.otherStoryCount, [dst2.text, dst2.backerCount], [c6, null], [c10, null]]]) AS c3
}
CALL (dst1) {
MATCH ()-[d13:BACKS]->(dst13)
WHERE d13.outletId = COLLECT {
MATCH (w13:Outlet {id: coalesce(COLLECT {
MATCH (m13:Moved {id: $p5})
RETURN m13.target
}[0], $p5)})
WHERE w13.id <> dst1.id
RETURN CASE WHEN dst1.claimCount <= w13.claimCount THEN dst1.id ELSE w13.id END
}[0]
AND d13.backerCount IS NOT NULL
AND d13.claimId IS NOT NULL
MATCH ()-[y13:BACKS]->()
WHERE y13.claimId = d13.claimId
AND y13.outletId = COLLECT {
MATCH (x13:Outlet {id: coalesce(COLLECT {
MATCH (m13:Moved {id: $p5})
RETURN m13.target
}[0], $p5)})
RETURN CASE WHEN dst1.claimCount <= x13.claimCount THEN x13.id ELSE dst1.id END
}[0]
WITH dst13, {backs: CASE d13.outletId WHEN dst1.id THEN d13 ELSE y13 END, other: CASE d13.outletId WHEN dst1.id THEN y13 ELSE d13 END, citationCount: CASE d13.outletId WHEN dst1.id THEN d13.citationCount ELSE y13.citationCount END, storyCount: CASE d13.outletId WHEN dst1.id THEN d13.storyCount ELSE y13.storyCount END, otherCitationCount: CASE d13.outletId WHEN dst1.id THEN y13.citationCount ELSE d13.citationCount END, otherStoryCount: CASE d13.outletId WHEN dst1.id THEN y13.storyCount ELSE d13.storyCount END} AS e13, d13.backerCount AS c14k0, d13.claimId AS c14k1
ORDER BY d13.outletId DESC, c14k0 DESC, c14k1 DESC
LIMIT $p6
RETURN collect([[dst13.id]]) AS c14
}
RETURN collect([[c3, coalesce(COLLECT {
MATCH ()-[c4:CO_BACKED]->()
WHERE c4.outletId = dst1.id
AND c4.otherId = coalesce(COLLECT {
MATCH (m4:Moved {id: $p1})
RETURN m4.target
}[0], $p1)
RETURN c4.claimCount
}[0], 0)], [c14, coalesce(COLLECT {
MATCH ()-[c15:CO_BACKED]->()
WHERE c15.outletId = dst1.id
AND c15.otherId = coalesce(COLLECT {
MATCH (m15:Moved {id: $p5})
RETURN m15.target
}[0], $p5)
RETURN c15.claimCount
}[0], 0)]]) AS c16
}
RETURN c16 AS result;

// other: p0='ou_9b6df781aaea49dfbb713bf9', p1='ou_d0f869a4731dcb4a1f47e578', p2=1, p3=2
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Outlet {id: coalesce(m1.target, $p0)})
WHERE dst1.storyCount + dst1.attributionCount > 0
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[d2:BACKS]->(dst2)
WHERE d2.outletId = COLLECT {
MATCH (w2:Outlet {id: coalesce(COLLECT {
MATCH (m2:Moved {id: $p1})
RETURN m2.target
}[0], $p1)})
WHERE w2.id <> dst1.id
RETURN CASE WHEN dst1.claimCount <= w2.claimCount THEN dst1.id ELSE w2.id END
}[0]
AND d2.backerCount IS NOT NULL
AND d2.claimId IS NOT NULL
MATCH ()-[y2:BACKS]->()
WHERE y2.claimId = d2.claimId
AND y2.outletId = COLLECT {
MATCH (x2:Outlet {id: coalesce(COLLECT {
MATCH (m2:Moved {id: $p1})
RETURN m2.target
}[0], $p1)})
RETURN CASE WHEN dst1.claimCount <= x2.claimCount THEN x2.id ELSE dst1.id END
}[0]
WITH dst2, {backs: CASE d2.outletId WHEN dst1.id THEN d2 ELSE y2 END, other: CASE d2.outletId WHEN dst1.id THEN y2 ELSE d2 END, citationCount: CASE d2.outletId WHEN dst1.id THEN d2.citationCount ELSE y2.citationCount END, storyCount: CASE d2.outletId WHEN dst1.id THEN d2.storyCount ELSE y2.storyCount END, otherCitationCount: CASE d2.outletId WHEN dst1.id THEN y2.citationCount ELSE d2.citationCount END, otherStoryCount: CASE d2.outletId WHEN dst1.id THEN y2.storyCount ELSE d2.storyCount END} AS e2, d2.backerCount AS c3k0, d2.claimId AS c3k1
ORDER BY d2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p3
RETURN collect([[c3k0, c3k1], [e2.citationCount, e2.otherCitationCount]]) AS c3
}
RETURN collect([[c3, null]]) AS c4
}
RETURN c4 AS result;
