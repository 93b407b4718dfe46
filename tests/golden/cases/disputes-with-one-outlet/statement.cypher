// outlet: p0='harbourecho', p1='ou_9b6df781aaea49dfbb713bf9', p2=20
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
AND e2.otherId = coalesce(COLLECT {
MATCH (moved2:Moved {id: $p1})
RETURN moved2.target
}[0], $p1)
AND e2.score IS NOT NULL
AND e2.claimId IS NOT NULL
AND e2.otherClaimId IS NOT NULL
MATCH (dst2:Claim {id: e2.claimId}) USING INDEX SEEK dst2:Claim(id)
WHERE TRUE
WITH dst2, e2, e2.score AS c3k0, e2.claimId AS c3k1, e2.otherClaimId AS c3k2, e2.otherId AS c3k3
ORDER BY e2.outletId DESC, e2.otherId DESC, c3k0 DESC, c3k1 DESC, c3k2 DESC, c3k3 DESC
LIMIT $p2
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
RETURN collect([[dst2.text], [c7, c9]]) AS c3
}
CALL (dst1) {
MATCH ()-[e5:DISPUTES]->()
WHERE e5.outletId = dst1.id
AND e5.otherId = coalesce(COLLECT {
MATCH (moved5:Moved {id: $p1})
RETURN moved5.target
}[0], $p1)
AND e5.score IS NOT NULL
AND e5.claimId IS NOT NULL
AND e5.otherClaimId IS NOT NULL
MATCH (dst5:Claim {id: e5.claimId}) USING INDEX SEEK dst5:Claim(id)
WHERE TRUE
RETURN count(*) AS t4
}
RETURN collect([[c3, t4]]) AS c10
}
RETURN c10 AS result;

// fen: p0='fenradio', p1='ou_724724c017a8b9dfd8d95eb4', p2=20
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
AND e2.otherId = coalesce(COLLECT {
MATCH (moved2:Moved {id: $p1})
RETURN moved2.target
}[0], $p1)
AND e2.score IS NOT NULL
AND e2.claimId IS NOT NULL
AND e2.otherClaimId IS NOT NULL
MATCH (dst2:Claim {id: e2.claimId}) USING INDEX SEEK dst2:Claim(id)
WHERE TRUE
WITH dst2, e2, e2.score AS c3k0, e2.claimId AS c3k1, e2.otherClaimId AS c3k2, e2.otherId AS c3k3
ORDER BY e2.outletId DESC, e2.otherId DESC, c3k0 DESC, c3k1 DESC, c3k2 DESC, c3k3 DESC
LIMIT $p2
RETURN collect([]) AS c3
}
CALL (dst1) {
MATCH ()-[e5:DISPUTES]->()
WHERE e5.outletId = dst1.id
AND e5.otherId = coalesce(COLLECT {
MATCH (moved5:Moved {id: $p1})
RETURN moved5.target
}[0], $p1)
AND e5.score IS NOT NULL
AND e5.claimId IS NOT NULL
AND e5.otherClaimId IS NOT NULL
MATCH (dst5:Claim {id: e5.claimId}) USING INDEX SEEK dst5:Claim(id)
WHERE TRUE
RETURN count(*) AS t4
}
RETURN collect([[c3, t4]]) AS c6
}
RETURN c6 AS result;
