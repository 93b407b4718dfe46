// story: p0='news.example/survey', p1=20, p2=20, p3=20
CALL () {
MATCH (dst1:Story)
WHERE dst1.addressKey = left($p0, 1000)
AND dst1.id IS NOT NULL
AND dst1.address = $p0
WITH dst1
ORDER BY dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst1)-[:HAS_FACT]->(dst2:Fact)
WHERE dst2.lastVersion IS NULL
WITH dst2, dst2.position AS c3k0, dst2.id AS c3k1
ORDER BY c3k0, c3k1
LIMIT $p1
CALL (dst2) {
MATCH (dst2)-[e4:CITES]->(dst4:Outlet)
WHERE coalesce(e4.lastVersion, 0) = coalesce(dst2.lastVersion, 0)
WITH dst4, e4, e4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.name]]) AS c5
}
RETURN collect([[dst2.text, dst2.firstVersion, dst2.lastVersion, [c5, null]]]) AS c3
}
CALL (dst1) {
MATCH (dst1)-[:HAS_REVISION]->(dst6:Revision)
WHERE TRUE
WITH dst6, dst6.number AS c7k0, dst6.id AS c7k1
ORDER BY c7k0, c7k1
LIMIT $p3
RETURN collect([[dst6.number, dst6.publishedAt, dst6.text]]) AS c7
}
CALL (dst1) {
MATCH (dst1)-[:HAS_REVISION]->(dst9:Revision)
WHERE TRUE
RETURN count(*) AS t8
}
RETURN collect([dst1.version, dst1.publishedAt, [c3, null], [c7, t8]]) AS c10
}
RETURN c10 AS result;

// claims: p0=['cracks'], p1=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.text, dst1.factCount]]) AS c2
}
RETURN [c2, null] AS result;
