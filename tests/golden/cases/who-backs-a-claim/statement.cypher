// claims: p0=['eastern', 'gate', 'gave', 'way'], p1=20, p2=20, p3=20, p4=20
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
WITH dst3, e3, e3.storyCount AS c4k0, e3.outletId AS c4k1
ORDER BY c4k0 DESC, c4k1 DESC
LIMIT $p2
CALL (e3) {
WITH endNode(e3) AS c5, startNode(e3) AS o5
MATCH (c5)<-[:STATES]-(dst5:Fact)
WHERE dst5.lastVersion IS NULL
AND EXISTS {
MATCH (dst5)-[k5:CITES]->(o5)
WHERE k5.lastVersion IS NULL
}
WITH dst5, dst5.publishedKey AS c6k0, dst5.id AS c6k1
ORDER BY c6k0 DESC, c6k1 DESC
LIMIT $p3
CALL (dst5) {
MATCH (dst5)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst7:Story)
WHERE TRUE
WITH dst7
LIMIT 1
RETURN collect([dst7.title, dst7.publishedAt]) AS c8
}
CALL (dst5) {
MATCH (dst5)-[e9:CITES]->(dst9:Outlet)
WHERE coalesce(e9.lastVersion, 0) = coalesce(dst5.lastVersion, 0)
WITH dst9, e9, e9.position AS c10k0, dst9.id AS c10k1
ORDER BY c10k0, c10k1
LIMIT $p4
RETURN collect([[e9.label, e9.marker, [dst9.name]]]) AS c10
}
RETURN collect([[dst5.text, c8, [c10, null]]]) AS c6
}
RETURN collect([[e3.storyCount, e3.citationCount, e3.factCount, e3.firstAt, e3.lastAt, [dst3.name, dst3.kind, dst3.owner], [c6, null]]]) AS c4
}
RETURN collect([[dst1.text, dst1.backerCount, dst1.storyCount, dst1.factCount, dst1.ownerCount, dst1.isSoleSourced, dst1.firstStatedAt, dst1.lastStatedAt, [c4, null]]]) AS c2
}
RETURN [c2, null] AS result;
