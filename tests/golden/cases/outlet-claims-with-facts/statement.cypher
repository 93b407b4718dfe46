// outlet: p0='gazetteofthemarsh', p1=20, p2=20
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
MATCH ()-[e2:BACKS]->(dst2)
WHERE e2.outletId = dst1.id
AND e2.storyCount IS NOT NULL
AND e2.citationCount IS NOT NULL
AND e2.claimId IS NOT NULL
WITH dst2, e2, e2.storyCount AS c3k0, e2.claimId AS c3k1
ORDER BY e2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH endNode(e2) AS c4, startNode(e2) AS o4
MATCH (c4)<-[:STATES]-(dst4:Fact)
WHERE dst4.lastVersion IS NULL
AND EXISTS {
MATCH (dst4)-[k4:CITES]->(o4)
WHERE k4.lastVersion IS NULL
}
WITH dst4, dst4.publishedKey AS c5k0, dst4.id AS c5k1
ORDER BY c5k0 DESC, c5k1 DESC
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
RETURN collect([[e2.storyCount, e2.citationCount, [dst2.text], [c5, null]]]) AS c3
}
RETURN collect([dst1.name, dst1.aliases, dst1.kind, dst1.country, dst1.domain, dst1.owner, dst1.claimCount, dst1.storyCount, dst1.citationCount, [c3, dst1.claimCount]]) AS c8
}
RETURN c8 AS result;
