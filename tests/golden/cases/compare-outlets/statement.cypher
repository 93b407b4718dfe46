// compareOutlets: p0='ou_d0f869a4731dcb4a1f47e578', p1='ou_ae333da373baf7ae34794e43', p2=20, p3=20, p4=20, p5=1, p6=2, p7=20
CALL () { OPTIONAL
MATCH (a1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)})
WHERE a1.storyCount + a1.attributionCount > 0 OPTIONAL
MATCH (b1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p1})
RETURN m1.target
}[0], $p1)})
WHERE b1.storyCount + b1.attributionCount > 0
AND (a1 IS NULL OR b1.id <> a1.id) OPTIONAL
MATCH ()-[s1:CO_BACKED]->()
WHERE s1.outletId = a1.id
AND s1.otherId = b1.id OPTIONAL
MATCH ()-[c1:CO_CITED]->()
WHERE c1.outletId = a1.id
AND c1.otherId = b1.id
WITH { outletId: a1.id, otherId: b1.id, claimCount: coalesce(s1.claimCount, 0), fewer: CASE WHEN a1.claimCount <= b1.claimCount THEN a1.id ELSE b1.id END, sharedClaimCount: coalesce(s1.claimCount, 0), onlyACount: coalesce(a1.claimCount, 0) - coalesce(s1.claimCount, 0), onlyBCount: coalesce(b1.claimCount, 0) - coalesce(s1.claimCount, 0), coCitationCount: coalesce(c1.weight, 0)
} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:Outlet {id: dst1.outletId})
WHERE TRUE
WITH dst2
LIMIT 1
RETURN collect([dst2.name, dst2.claimCount]) AS c3
}
CALL (dst1) {
MATCH (dst4:Outlet {id: dst1.otherId})
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.name, dst4.claimCount]) AS c5
}
CALL (dst1) {
MATCH ()-[d6:BACKS]->(dst6)
WHERE d6.outletId = dst1.fewer
AND d6.backerCount IS NOT NULL
AND d6.claimId IS NOT NULL
MATCH ()-[y6:BACKS]->()
WHERE y6.claimId = d6.claimId
AND y6.outletId = CASE dst1.fewer WHEN dst1.outletId THEN dst1.otherId ELSE dst1.outletId END
WITH dst6, {backs: CASE d6.outletId WHEN dst1.outletId THEN d6 ELSE y6 END, other: CASE d6.outletId WHEN dst1.outletId THEN y6 ELSE d6 END, citationCount: CASE d6.outletId WHEN dst1.outletId THEN d6.citationCount ELSE y6.citationCount END, storyCount: CASE d6.outletId WHEN dst1.outletId THEN d6.storyCount ELSE y6.storyCount END, otherCitationCount: CASE d6.outletId WHEN dst1.outletId THEN y6.citationCount ELSE d6.citationCount END, otherStoryCount: CASE d6.outletId WHEN dst1.outletId THEN y6.storyCount ELSE d6.storyCount END} AS e6, d6.backerCount AS c7k0, d6.claimId AS c7k1
ORDER BY d6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p2
RETURN collect([[e6.citationCount, e6.otherCitationCount, [dst6.text]]]) AS c7
}
CALL (dst1) {
MATCH ()-[e8:BACKS]->(dst8)
WHERE e8.outletId = dst1.outletId
AND e8.backerCount IS NOT NULL
AND e8.claimId IS NOT NULL
AND NOT EXISTS {
MATCH ()-[o8:BACKS]->()
WHERE o8.outletId = dst1.otherId
AND o8.claimId = e8.claimId
}
WITH dst8, e8, e8.backerCount AS c9k0, e8.claimId AS c9k1
ORDER BY e8.outletId DESC, c9k0 DESC, c9k1 DESC
LIMIT $p3
CALL (e8) {
WITH endNode(e8) AS c10, startNode(e8) AS o10
MATCH (c10)<-[:STATES]-(dst10:Fact)
WHERE dst10.lastVersion IS NULL
AND EXISTS {
MATCH (dst10)-[k10:CITES]->(o10)
WHERE k10.lastVersion IS NULL
}
WITH dst10, dst10.publishedKey AS c11k0, dst10.id AS c11k1
ORDER BY c11k0 DESC, c11k1 DESC
LIMIT $p4
CALL (dst10) {
MATCH (dst10)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst12:Story)
WHERE TRUE
WITH dst12
LIMIT 1
RETURN collect([dst12.title]) AS c13
}
RETURN collect([[c13]]) AS c11
}
RETURN collect([[e8.storyCount, [dst8.text, dst8.backerCount], [c11, null]]]) AS c9
}
CALL (dst1) {
MATCH ()-[e14:BACKS]->(dst14)
WHERE e14.outletId = dst1.otherId
AND e14.backerCount IS NOT NULL
AND e14.claimId IS NOT NULL
AND NOT EXISTS {
MATCH ()-[o14:BACKS]->()
WHERE o14.outletId = dst1.outletId
AND o14.claimId = e14.claimId
}
WITH dst14, e14, e14.backerCount AS c15k0, e14.claimId AS c15k1
ORDER BY e14.outletId DESC, c15k0 DESC, c15k1 DESC
LIMIT $p6
RETURN collect([[c15k0, c15k1], [dst14.text]]) AS c15
}
CALL (dst1) {
MATCH (a16:Outlet {id: dst1.outletId})
MATCH (b16:Outlet {id: dst1.otherId})
WITH CASE WHEN a16.citationCount <= b16.citationCount THEN a16 ELSE b16 END AS few16, CASE WHEN a16.citationCount <= b16.citationCount THEN b16 ELSE a16 END AS many16
MATCH (dst16)-[c16:CITES]->()
WHERE c16.outletId = few16.id
AND c16.publishedKey IS NOT NULL
AND c16.factId IS NOT NULL
AND c16.lastVersion IS NULL
AND EXISTS {
MATCH (dst16)-[k16:CITES]->(many16)
WHERE k16.lastVersion IS NULL
}
AND NOT EXISTS {
MATCH (dst16)-[t16:CITES]->()
WHERE t16.outletId = c16.outletId
AND t16.lastVersion IS NULL
AND t16.position < c16.position
}
WITH dst16, c16.publishedKey AS c17k0, c16.factId AS c17k1
ORDER BY c16.outletId DESC, c17k0 DESC, c17k1 DESC
LIMIT $p7
CALL (dst16) {
MATCH (dst16)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst18:Story)
WHERE TRUE
WITH dst18
LIMIT 1
RETURN collect([dst18.publishedAt]) AS c19
}
RETURN collect([[dst16.text, c19]]) AS c17
}
CALL (dst1) {
UNWIND [dst1.outletId, dst1.otherId] AS o20
MATCH (:Outlet {id: o20})-[:OUTLET_STANCE]->(s20:StancePeriod)
WITH s20.stanceId AS id20, s20.stance AS stance20, s20.sortKey AS key20, sum(CASE WHEN o20 = dst1.outletId THEN s20.narrativeCount ELSE 0 END) AS a20, sum(CASE WHEN o20 = dst1.otherId THEN s20.narrativeCount ELSE 0 END) AS b20
WITH {stance: stance20, narrativeCountA: a20, narrativeCountB: b20, sortKey: key20, stanceId: id20} AS dst20
WHERE TRUE
WITH dst20
ORDER BY dst20.sortKey, dst20.stanceId
RETURN collect([dst20.stance, dst20.narrativeCountA, dst20.narrativeCountB]) AS c21
}
RETURN collect([c3, c5, dst1.sharedClaimCount, dst1.onlyACount, dst1.onlyBCount, dst1.coCitationCount, [c7, dst1.claimCount], [c9, dst1.onlyACount], [c15, dst1.onlyBCount], [c17, dst1.coCitationCount], c21]) AS c22
}
RETURN c22 AS result;

// unknown: p0='ou_nobody', p1='ou_ae333da373baf7ae34794e43', p2=20, p3=20
CALL () { OPTIONAL
MATCH (a1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)})
WHERE a1.storyCount + a1.attributionCount > 0 OPTIONAL
MATCH (b1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p1})
RETURN m1.target
}[0], $p1)})
WHERE b1.storyCount + b1.attributionCount > 0
AND (a1 IS NULL OR b1.id <> a1.id) OPTIONAL
MATCH ()-[s1:CO_BACKED]->()
WHERE s1.outletId = a1.id
AND s1.otherId = b1.id OPTIONAL
MATCH ()-[c1:CO_CITED]->()
WHERE c1.outletId = a1.id
AND c1.otherId = b1.id
WITH { outletId: a1.id, otherId: b1.id, claimCount: coalesce(s1.claimCount, 0), fewer: CASE WHEN a1.claimCount <= b1.claimCount THEN a1.id ELSE b1.id END, sharedClaimCount: coalesce(s1.claimCount, 0), onlyACount: coalesce(a1.claimCount, 0) - coalesce(s1.claimCount, 0), onlyBCount: coalesce(b1.claimCount, 0) - coalesce(s1.claimCount, 0), coCitationCount: coalesce(c1.weight, 0)
} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:Outlet {id: dst1.outletId})
WHERE TRUE
WITH dst2
LIMIT 1
RETURN collect([dst2.name]) AS c3
}
CALL (dst1) {
MATCH (dst4:Outlet {id: dst1.otherId})
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.name]) AS c5
}
CALL (dst1) {
MATCH ()-[e6:BACKS]->(dst6)
WHERE e6.outletId = dst1.otherId
AND e6.backerCount IS NOT NULL
AND e6.claimId IS NOT NULL
AND NOT EXISTS {
MATCH ()-[o6:BACKS]->()
WHERE o6.outletId = dst1.outletId
AND o6.claimId = e6.claimId
}
WITH dst6, e6, e6.backerCount AS c7k0, e6.claimId AS c7k1
ORDER BY e6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p2
RETURN collect([]) AS c7
}
CALL (dst1) {
MATCH (a8:Outlet {id: dst1.outletId})
MATCH (b8:Outlet {id: dst1.otherId})
WITH CASE WHEN a8.citationCount <= b8.citationCount THEN a8 ELSE b8 END AS few8, CASE WHEN a8.citationCount <= b8.citationCount THEN b8 ELSE a8 END AS many8
MATCH (dst8)-[c8:CITES]->()
WHERE c8.outletId = few8.id
AND c8.publishedKey IS NOT NULL
AND c8.factId IS NOT NULL
AND c8.lastVersion IS NULL
AND EXISTS {
MATCH (dst8)-[k8:CITES]->(many8)
WHERE k8.lastVersion IS NULL
}
AND NOT EXISTS {
MATCH (dst8)-[t8:CITES]->()
WHERE t8.outletId = c8.outletId
AND t8.lastVersion IS NULL
AND t8.position < c8.position
}
WITH dst8, c8.publishedKey AS c9k0, c8.factId AS c9k1
ORDER BY c8.outletId DESC, c9k0 DESC, c9k1 DESC
LIMIT $p3
RETURN collect([[dst8.id]]) AS c9
}
RETURN collect([c3, c5, dst1.sharedClaimCount, dst1.onlyACount, dst1.onlyBCount, [c7, dst1.onlyBCount], [c9, dst1.coCitationCount]]) AS c10
}
RETURN c10 AS result;

// itself: p0='ou_ae333da373baf7ae34794e43', p1=20
CALL () { OPTIONAL
MATCH (a1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)})
WHERE a1.storyCount + a1.attributionCount > 0 OPTIONAL
MATCH (b1:Outlet {id: coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)})
WHERE b1.storyCount + b1.attributionCount > 0
AND (a1 IS NULL OR b1.id <> a1.id) OPTIONAL
MATCH ()-[s1:CO_BACKED]->()
WHERE s1.outletId = a1.id
AND s1.otherId = b1.id OPTIONAL
MATCH ()-[c1:CO_CITED]->()
WHERE c1.outletId = a1.id
AND c1.otherId = b1.id
WITH { outletId: a1.id, otherId: b1.id, claimCount: coalesce(s1.claimCount, 0), fewer: CASE WHEN a1.claimCount <= b1.claimCount THEN a1.id ELSE b1.id END, sharedClaimCount: coalesce(s1.claimCount, 0), onlyACount: coalesce(a1.claimCount, 0) - coalesce(s1.claimCount, 0), onlyBCount: coalesce(b1.claimCount, 0) - coalesce(s1.claimCount, 0), coCitationCount: coalesce(c1.weight, 0)
} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:Outlet {id: dst1.outletId})
WHERE TRUE
WITH dst2
LIMIT 1
RETURN collect([dst2.name]) AS c3
}
CALL (dst1) {
MATCH (dst4:Outlet {id: dst1.otherId})
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.name]) AS c5
}
CALL (dst1) {
MATCH ()-[d6:BACKS]->(dst6)
WHERE d6.outletId = dst1.fewer
AND d6.backerCount IS NOT NULL
AND d6.claimId IS NOT NULL
MATCH ()-[y6:BACKS]->()
WHERE y6.claimId = d6.claimId
AND y6.outletId = CASE dst1.fewer WHEN dst1.outletId THEN dst1.otherId ELSE dst1.outletId END
WITH dst6, {backs: CASE d6.outletId WHEN dst1.outletId THEN d6 ELSE y6 END, other: CASE d6.outletId WHEN dst1.outletId THEN y6 ELSE d6 END, citationCount: CASE d6.outletId WHEN dst1.outletId THEN d6.citationCount ELSE y6.citationCount END, storyCount: CASE d6.outletId WHEN dst1.outletId THEN d6.storyCount ELSE y6.storyCount END, otherCitationCount: CASE d6.outletId WHEN dst1.outletId THEN y6.citationCount ELSE d6.citationCount END, otherStoryCount: CASE d6.outletId WHEN dst1.outletId THEN y6.storyCount ELSE d6.storyCount END} AS e6, d6.backerCount AS c7k0, d6.claimId AS c7k1
ORDER BY d6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p1
RETURN collect([[dst6.id]]) AS c7
}
RETURN collect([c3, c5, dst1.sharedClaimCount, dst1.onlyACount, dst1.coCitationCount, [c7, null]]) AS c8
}
RETURN c8 AS result;
