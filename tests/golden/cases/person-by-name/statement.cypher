// someone: p0='ilsevarga', p1=20
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
MATCH ()-[c2:APPEARS_IN]->(dst2)
WHERE c2.personId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.storyId IS NOT NULL
WITH dst2, c2.publishedKey AS c3k0, c2.storyId AS c3k1
ORDER BY c2.personId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
RETURN collect([[dst2.title]]) AS c3
}
RETURN collect([dst1.name, [c3, null]]) AS c4
}
RETURN c4 AS result;

// nobody: p0='nobody'
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
RETURN collect([dst1.name]) AS c2
}
RETURN c2 AS result;
