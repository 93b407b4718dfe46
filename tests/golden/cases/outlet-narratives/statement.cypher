// outlet: p0='fenradio', p1=20, p2=20
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
MATCH (dst2)-[c2:PROVIDED_BY]->()
WHERE c2.outletId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.narrativeId IS NOT NULL
AND c2.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst2)-[t2:PROVIDED_BY]->()
WHERE t2.outletId = c2.outletId
AND t2.lastVersion IS NULL
AND t2.position < c2.position
}
WITH dst2, c2.publishedKey AS c3k0, c2.narrativeId AS c3k1
ORDER BY c2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst4:Story)
WHERE TRUE
WITH dst4
LIMIT 1
RETURN collect([dst4.title]) AS c5
}
RETURN collect([[dst2.label, dst2.stance, dst2.text, c5]]) AS c3
}
CALL (dst1) {
MATCH (dst6)-[c6:COVERED_BY]->()
WHERE c6.outletId = dst1.id
AND c6.publishedKey IS NOT NULL
AND c6.storyId IS NOT NULL
WITH dst6, c6.publishedKey AS c7k0, c6.storyId AS c7k1
ORDER BY c6.outletId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p2
RETURN collect([[dst6.title]]) AS c7
}
RETURN collect([[c3, null], [c7, dst1.storyCount]]) AS c8
}
RETURN c8 AS result;
