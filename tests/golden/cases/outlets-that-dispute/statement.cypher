// outlet: p0='harbourecho', p1=20, p2=20, p3=20
CALL () {
MATCH (a1:Alias {kind: 'OUTLET', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Outlet)
WHERE a1.folded = $p0
AND dst1.storyCount + dst1.attributionCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:DISPUTES]->()
WHERE e2.outletId = dst1.id
AND e2.score IS NOT NULL
AND e2.claimId IS NOT NULL
AND e2.otherClaimId IS NOT NULL
AND e2.otherId IS NOT NULL
MATCH (dst2:Claim {id: e2.claimId}) USING INDEX SEEK dst2:Claim(id)
WHERE TRUE
WITH dst2, e2, e2.score AS c3k0, e2.claimId AS c3k1, e2.otherClaimId AS c3k2, e2.otherId AS c3k3
ORDER BY e2.outletId DESC, c3k0 DESC, c3k1 DESC, c3k2 DESC, c3k3 DESC
LIMIT $p1
CALL (e2) {
WITH endNode(e2) AS dst6
WHERE TRUE
WITH dst6
LIMIT 1
RETURN collect([dst6.name]) AS c7
}
CALL (e2) {
MATCH (dst8:Claim {id: e2.otherClaimId})
WHERE TRUE
WITH dst8
LIMIT 1
RETURN collect([dst8.text]) AS c9
}
CALL (e2) {
WITH startNode(e2) AS o10
MATCH (:Claim {id: e2.claimId})<-[:STATES]-(dst10:Fact)
WHERE dst10.lastVersion IS NULL
AND EXISTS {
MATCH (dst10)-[k10:CITES]->(o10)
WHERE k10.lastVersion IS NULL
}
WITH dst10, dst10.publishedKey AS c11k0, dst10.id AS c11k1
ORDER BY c11k0 DESC, c11k1 DESC
LIMIT $p2
CALL (dst10) {
MATCH (dst10)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst12:Story)
WHERE TRUE
WITH dst12
LIMIT 1
RETURN collect([dst12.title]) AS c13
}
RETURN collect([[c13]]) AS c11
}
CALL (e2) {
WITH endNode(e2) AS o14
MATCH (:Claim {id: e2.otherClaimId})<-[:STATES]-(dst14:Fact)
WHERE dst14.lastVersion IS NULL
AND EXISTS {
MATCH (dst14)-[k14:CITES]->(o14)
WHERE k14.lastVersion IS NULL
}
WITH dst14, dst14.publishedKey AS c15k0, dst14.id AS c15k1
ORDER BY c15k0 DESC, c15k1 DESC
LIMIT $p3
CALL (dst14) {
MATCH (dst14)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst18:Story)
WHERE TRUE
WITH dst18
LIMIT 1
RETURN collect([dst18.title]) AS c19
}
RETURN collect([[c19]]) AS c15
}
CALL (e2) {
WITH endNode(e2) AS o17
MATCH (:Claim {id: e2.otherClaimId})<-[:STATES]-(dst17:Fact)
WHERE dst17.lastVersion IS NULL
AND EXISTS {
MATCH (dst17)-[k17:CITES]->(o17)
WHERE k17.lastVersion IS NULL
}
RETURN count(*) AS t16
}
RETURN collect([[e2.score, e2.differs, [dst2.text], c7, c9, [c11, null], [c15, t16]]]) AS c3
}
CALL (dst1) {
MATCH ()-[e5:DISPUTES]->()
WHERE e5.outletId = dst1.id
AND e5.score IS NOT NULL
AND e5.claimId IS NOT NULL
AND e5.otherClaimId IS NOT NULL
AND e5.otherId IS NOT NULL
MATCH (dst5:Claim {id: e5.claimId}) USING INDEX SEEK dst5:Claim(id)
WHERE TRUE
RETURN count(*) AS t4
}
RETURN collect([[c3, t4]]) AS c20
}
RETURN c20 AS result;
