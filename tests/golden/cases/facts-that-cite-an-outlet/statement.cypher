// outlet: p0='curlewwire', p1=20, p2=['cracks'], p3=20
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
MATCH (dst2)-[c2:CITES]->()
WHERE c2.outletId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.factId IS NOT NULL
AND c2.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst2)-[t2:CITES]->()
WHERE t2.outletId = c2.outletId
AND t2.lastVersion IS NULL
AND t2.position < c2.position
}
WITH dst2, c2.publishedKey AS c3k0, c2.factId AS c3k1
ORDER BY c2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst4:Story)
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.title]) AS c5
}
RETURN collect([[dst2.text, c5]]) AS c3
}
CALL (dst1) {
MATCH (dst6)-[c6:CITES]->()
WHERE c6.outletId = dst1.id
AND c6.publishedKey IS NOT NULL
AND c6.factId IS NOT NULL
AND c6.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst6)-[t6:CITES]->()
WHERE t6.outletId = c6.outletId
AND t6.lastVersion IS NULL
AND t6.position < c6.position
}
AND (size($p2) > 0
AND ALL(k6 IN $p2
WHERE k6 IN split(dst6.tokens, ' ')))
WITH dst6, c6.publishedKey AS c7k0, c6.factId AS c7k1
ORDER BY c6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p3
RETURN collect([[dst6.text]]) AS c7
}
CALL (dst1) {
MATCH (dst9)-[c9:CITES]->()
WHERE c9.outletId = dst1.id
AND c9.publishedKey IS NOT NULL
AND c9.factId IS NOT NULL
AND c9.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst9)-[t9:CITES]->()
WHERE t9.outletId = c9.outletId
AND t9.lastVersion IS NULL
AND t9.position < c9.position
}
AND (size($p2) > 0
AND ALL(k9 IN $p2
WHERE k9 IN split(dst9.tokens, ' ')))
RETURN count(*) AS t8
}
RETURN collect([dst1.factCount, dst1.citationCount, [c3, dst1.factCount], [c7, t8]]) AS c10
}
RETURN c10 AS result;
