// teal: p0='tealcourier', p1=20, p2=20, p3='FIRST_REPORTED', p4=20
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
MATCH (dst2)-[c2:COVERED_BY]->()
WHERE c2.outletId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.storyId IS NOT NULL
WITH dst2, c2.publishedKey AS c3k0, c2.storyId AS c3k1
ORDER BY c2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
RETURN collect([]) AS c3
}
CALL (dst1) {
MATCH (dst4)-[c4:ATTRIBUTED_TO]->()
WHERE c4.outletId = dst1.id
AND c4.publishedKey IS NOT NULL
AND c4.factId IS NOT NULL
AND c4.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst4)-[t4:ATTRIBUTED_TO]->()
WHERE t4.outletId = c4.outletId
AND t4.lastVersion IS NULL
AND t4.position < c4.position
}
WITH dst4, c4.publishedKey AS c5k0, c4.factId AS c5k1
ORDER BY c4.outletId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
CALL (dst1) {
MATCH (dst6)-[c6:ATTRIBUTED_TO]->()
WHERE c6.outletId = dst1.id
AND c6.kind = $p3
AND c6.publishedKey IS NOT NULL
AND c6.factId IS NOT NULL
AND c6.lastVersion IS NULL
WITH dst6, c6.publishedKey AS c7k0, c6.factId AS c7k1
ORDER BY c6.outletId DESC, c6.kind DESC, c7k0 DESC, c7k1 DESC
LIMIT $p4
RETURN collect([[dst6.text]]) AS c7
}
CALL (dst1) {
MATCH (dst9)-[c9:ATTRIBUTED_TO]->()
WHERE c9.outletId = dst1.id
AND c9.kind = $p3
AND c9.publishedKey IS NOT NULL
AND c9.factId IS NOT NULL
AND c9.lastVersion IS NULL
RETURN count(*) AS t8
}
RETURN collect([dst1.name, dst1.aliases, dst1.storyCount, dst1.citationCount, dst1.claimCount, dst1.attributionCount, [c3, dst1.storyCount], [c5, dst1.attributionCount], [c7, t8]]) AS c10
}
RETURN c10 AS result;

// plover: p0='ploverwire', p1=2, p2=3, p3='TOLD', p4=20
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
MATCH (dst2)-[c2:ATTRIBUTED_TO]->()
WHERE c2.outletId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.factId IS NOT NULL
AND c2.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst2)-[t2:ATTRIBUTED_TO]->()
WHERE t2.outletId = c2.outletId
AND t2.lastVersion IS NULL
AND t2.position < c2.position
}
WITH dst2, c2.publishedKey AS c3k0, c2.factId AS c3k1
ORDER BY c2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p2
CALL (dst2) {
MATCH (dst2)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst4:Story)
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.title]) AS c5
}
RETURN collect([[c3k0, c3k1], [dst2.text, c5]]) AS c3
}
CALL (dst1) {
MATCH (dst6)-[c6:ATTRIBUTED_TO]->()
WHERE c6.outletId = dst1.id
AND c6.kind = $p3
AND c6.publishedKey IS NOT NULL
AND c6.factId IS NOT NULL
AND c6.lastVersion IS NULL
WITH dst6, c6.publishedKey AS c7k0, c6.factId AS c7k1
ORDER BY c6.outletId DESC, c6.kind DESC, c7k0 DESC, c7k1 DESC
LIMIT $p4
RETURN collect([[dst6.text]]) AS c7
}
CALL (dst1) {
MATCH (dst9)-[c9:ATTRIBUTED_TO]->()
WHERE c9.outletId = dst1.id
AND c9.kind = $p3
AND c9.publishedKey IS NOT NULL
AND c9.factId IS NOT NULL
AND c9.lastVersion IS NULL
RETURN count(*) AS t8
}
RETURN collect([dst1.storyCount, dst1.attributionCount, [c3, dst1.attributionCount], [c7, t8]]) AS c10
}
RETURN c10 AS result;
