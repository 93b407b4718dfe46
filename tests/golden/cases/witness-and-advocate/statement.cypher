// echo: p0='harbourecho', p1=20, p2=20, p3=20
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
MATCH (dst2)-[e2:COVERED_BY]->()
WHERE e2.outletId = dst1.id
AND e2.witnessKey IS NOT NULL
AND e2.storyId IS NOT NULL
WITH dst2, e2, e2.witnessKey AS c3k0, e2.storyId AS c3k1
ORDER BY e2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH startNode(e2) AS s4, endNode(e2) AS o4
MATCH (s4)-[:HAS_FACT]->(dst4:Fact)
WHERE dst4.lastVersion IS NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, dst4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
CALL (e2) {
WITH startNode(e2) AS s7, endNode(e2) AS o7
MATCH (s7)-[:HAS_FACT]->(dst7:Fact)
WHERE dst7.lastVersion IS NULL
AND EXISTS {
MATCH (dst7)-[k7:CITES]->(o7)
WHERE k7.lastVersion IS NULL
}
RETURN count(*) AS t6
}
CALL (e2) {
WITH startNode(e2) AS s8, endNode(e2) AS o8
MATCH (s8)-[:HAS_NARRATIVE]->(dst8:Narrative)
WHERE dst8.lastVersion IS NULL
AND EXISTS {
MATCH (dst8)-[k8:PROVIDED_BY]->(o8)
WHERE k8.lastVersion IS NULL
}
WITH dst8, dst8.position AS c9k0, dst8.id AS c9k1
ORDER BY c9k0, c9k1
LIMIT $p3
RETURN collect([[dst8.label, dst8.text]]) AS c9
}
RETURN collect([[e2.citationCount, e2.narrativeCount, [dst2.title], [c5, t6], [c9, e2.narrativeCount]]]) AS c3
}
RETURN collect([[c3, dst1.advocacyCount]]) AS c10
}
RETURN c10 AS result;

// radio: p0='fenradio', p1=20, p2=20, p3=20
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
MATCH (dst2)-[e2:COVERED_BY]->()
WHERE e2.outletId = dst1.id
AND e2.witnessKey IS NOT NULL
AND e2.storyId IS NOT NULL
WITH dst2, e2, e2.witnessKey AS c3k0, e2.storyId AS c3k1
ORDER BY e2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH startNode(e2) AS s4, endNode(e2) AS o4
MATCH (s4)-[:HAS_FACT]->(dst4:Fact)
WHERE dst4.lastVersion IS NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, dst4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
CALL (e2) {
WITH startNode(e2) AS s7, endNode(e2) AS o7
MATCH (s7)-[:HAS_FACT]->(dst7:Fact)
WHERE dst7.lastVersion IS NULL
AND EXISTS {
MATCH (dst7)-[k7:CITES]->(o7)
WHERE k7.lastVersion IS NULL
}
RETURN count(*) AS t6
}
CALL (e2) {
WITH startNode(e2) AS s8, endNode(e2) AS o8
MATCH (s8)-[:HAS_NARRATIVE]->(dst8:Narrative)
WHERE dst8.lastVersion IS NULL
AND EXISTS {
MATCH (dst8)-[k8:PROVIDED_BY]->(o8)
WHERE k8.lastVersion IS NULL
}
WITH dst8, dst8.position AS c9k0, dst8.id AS c9k1
ORDER BY c9k0, c9k1
LIMIT $p3
RETURN collect([[dst8.label, dst8.text]]) AS c9
}
RETURN collect([[e2.citationCount, e2.narrativeCount, [dst2.title], [c5, t6], [c9, e2.narrativeCount]]]) AS c3
}
RETURN collect([dst1.advocacyCount, [c3, dst1.advocacyCount]]) AS c10
}
RETURN c10 AS result;
