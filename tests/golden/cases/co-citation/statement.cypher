// outlet: p0='harbourecho', p1=20, p2=2, p3=20
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
MATCH ()-[e2:CO_CITED]->(dst2)
WHERE e2.outletId = dst1.id
AND e2.weight IS NOT NULL
AND e2.otherId IS NOT NULL
WITH dst2, e2, e2.weight AS c3k0, e2.otherId AS c3k1
ORDER BY e2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
RETURN collect([[e2.weight, [dst2.name]]]) AS c3
}
CALL (dst1) {
MATCH ()-[e4:CO_CITED]->(dst4)
WHERE e4.outletId = dst1.id
AND e4.weight IS NOT NULL
AND e4.otherId IS NOT NULL
AND (e4.weight >= $p2)
WITH dst4, e4, e4.weight AS c5k0, e4.otherId AS c5k1
ORDER BY e4.outletId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p3
RETURN collect([[dst4.name]]) AS c5
}
RETURN collect([[c3, COUNT { (dst1)-[:CO_CITED]->()
}], [c5, null]]) AS c6
}
RETURN c6 AS result;
