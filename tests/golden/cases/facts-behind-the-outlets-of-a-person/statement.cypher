// varga: p0='ilsevarga', p1=20, p2=20
CALL () {
MATCH (a1:Alias {kind: 'PERSON', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Person)
WHERE a1.folded = $p0
AND dst1.storyCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:CITED_ABOUT]->(dst2)
WHERE e2.personId = dst1.id
AND e2.factCount IS NOT NULL
AND e2.outletId IS NOT NULL
WITH dst2, e2, e2.factCount AS c3k0, e2.outletId AS c3k1
ORDER BY e2.personId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH endNode(e2) AS o4, e2.personId AS p4
MATCH ()-[c4:MENTIONED_IN]->(dst4)
WHERE c4.personId = p4
AND c4.kind = 'FACT'
AND c4.publishedKey IS NOT NULL
AND c4.ownerId IS NOT NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, c4.publishedKey AS c5k0, c4.ownerId AS c5k1
ORDER BY c4.personId DESC, c4.kind DESC, c5k0 DESC, c5k1 DESC
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
RETURN collect([[e2.factCount, [dst2.name], [c5, e2.factCount]]]) AS c3
}
RETURN collect([[c3, null]]) AS c8
}
RETURN c8 AS result;

// ek: p0='tomasek', p1=20, p2=20
CALL () {
MATCH (a1:Alias {kind: 'PERSON', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Person)
WHERE a1.folded = $p0
AND dst1.storyCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:CITED_ABOUT]->(dst2)
WHERE e2.personId = dst1.id
AND e2.factCount IS NOT NULL
AND e2.outletId IS NOT NULL
WITH dst2, e2, e2.factCount AS c3k0, e2.outletId AS c3k1
ORDER BY e2.personId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH endNode(e2) AS o4, e2.personId AS p4
MATCH ()-[c4:MENTIONED_IN]->(dst4)
WHERE c4.personId = p4
AND c4.kind = 'FACT'
AND c4.publishedKey IS NOT NULL
AND c4.ownerId IS NOT NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, c4.publishedKey AS c5k0, c4.ownerId AS c5k1
ORDER BY c4.personId DESC, c4.kind DESC, c5k0 DESC, c5k1 DESC
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
RETURN collect([[e2.factCount, [dst2.name], [c5, e2.factCount]]]) AS c3
}
RETURN collect([[c3, null]]) AS c8
}
RETURN c8 AS result;
