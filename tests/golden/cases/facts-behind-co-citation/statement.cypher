// outlet: p0='harbourecho', p1=20, p2=20
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
CALL (e2) {
WITH startNode(e2) AS a4, endNode(e2) AS b4
WITH CASE WHEN a4.citationCount <= b4.citationCount THEN a4 ELSE b4 END AS few4, CASE WHEN a4.citationCount <= b4.citationCount THEN b4 ELSE a4 END AS many4
MATCH (dst4)-[c4:CITES]->()
WHERE c4.outletId = few4.id
AND c4.publishedKey IS NOT NULL
AND c4.factId IS NOT NULL
AND c4.lastVersion IS NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(many4)
WHERE k4.lastVersion IS NULL
}
AND NOT EXISTS {
MATCH (dst4)-[t4:CITES]->()
WHERE t4.outletId = c4.outletId
AND t4.lastVersion IS NULL
AND t4.position < c4.position
}
WITH dst4, c4.publishedKey AS c5k0, c4.factId AS c5k1
ORDER BY c4.outletId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
CALL (dst4) {
MATCH (dst4)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst6:Story)
WHERE TRUE
WITH dst6
LIMIT 1
RETURN collect([dst6.title]) AS c7
}
RETURN collect([[dst4.text, c7]]) AS c5
}
RETURN collect([[e2.weight, [dst2.name], [c5, e2.weight]]]) AS c3
}
RETURN collect([[c3, null]]) AS c8
}
RETURN c8 AS result;
