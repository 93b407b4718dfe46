// problems: p0='DUPLICATE_STORY', p1=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.code = $p0
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.code DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst3:Story)
WHERE TRUE
WITH dst3
LIMIT 1
RETURN collect([dst3.title, dst3.address]) AS c4
}
RETURN collect([[dst1.code, dst1.message, dst1.line, dst1.column, dst1.isClosed, c4]]) AS c2
}
RETURN [c2, null] AS result;

// claims: p0=['skippers'], p1=20, p2=20, p3=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[:STATES]-(f3:Fact)<-[:HAS_FACT]-(dst3:Story)
WHERE f3.lastVersion IS NULL
WITH DISTINCT dst3
WHERE TRUE
WITH dst3, dst3.publishedKey AS c4k0, dst3.id AS c4k1
ORDER BY c4k0 DESC, c4k1 DESC
LIMIT $p2
RETURN collect([[dst3.title, dst3.address]]) AS c4
}
CALL (dst1) {
MATCH (dst1)<-[e5:BACKS]-(dst5:Outlet)
WHERE TRUE
WITH dst5, e5, e5.storyCount AS c6k0, e5.outletId AS c6k1
ORDER BY c6k0 DESC, c6k1 DESC
LIMIT $p3
RETURN collect([[e5.storyCount, e5.factCount, [dst5.name]]]) AS c6
}
RETURN collect([[dst1.text, dst1.storyCount, dst1.factCount, [c4, null], [c6, null]]]) AS c2
}
RETURN [c2, null] AS result;
