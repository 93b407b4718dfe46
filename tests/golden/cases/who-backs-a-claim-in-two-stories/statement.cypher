// claims: p0=['nine', 'days'], p1=20, p2=2, p3=20, p4=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[e3:BACKS]-(dst3:Outlet)
WHERE TRUE
AND (e3.storyCount >= $p2)
WITH dst3, e3, e3.storyCount AS c4k0, e3.outletId AS c4k1
ORDER BY c4k0 DESC, c4k1 DESC
LIMIT $p3
RETURN collect([[dst3.name, dst3.owner]]) AS c4
}
CALL (dst1) {
MATCH (dst1)<-[e6:BACKS]-(dst6:Outlet)
WHERE TRUE
AND (e6.storyCount >= $p2)
RETURN count(*) AS t5
}
CALL (dst1) {
MATCH (dst1)<-[:STATES]-(f7:Fact)<-[:HAS_FACT]-(dst7:Story)
WHERE f7.lastVersion IS NULL
WITH DISTINCT dst7
WHERE TRUE
WITH dst7, dst7.publishedKey AS c8k0, dst7.id AS c8k1
ORDER BY c8k0 DESC, c8k1 DESC
LIMIT $p4
RETURN collect([[dst7.title]]) AS c8
}
RETURN collect([[dst1.text, dst1.ownerCount, [c4, t5], [c8, null]]]) AS c2
}
RETURN [c2, null] AS result;
