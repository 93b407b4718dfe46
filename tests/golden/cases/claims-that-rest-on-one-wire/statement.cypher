// claims: p0=True, p1=20, p2=20, p3=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.restsOnWire = $p0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY dst1.restsOnWire DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst5:Outlet {id: dst1.soleWire})
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.name, dst5.kind]) AS c6
}
CALL (dst1) {
MATCH (dst1)<-[e7:ORIGIN_OF]-(dst7:Outlet)
WHERE TRUE
WITH dst7, e7, e7.storyCount AS c8k0, e7.outletId AS c8k1
ORDER BY c8k0 DESC, c8k1 DESC
LIMIT $p2
CALL (e7) {
WITH endNode(e7) AS c9, startNode(e7) AS o9
MATCH (c9)<-[:STATES]-(dst9:Fact)
WHERE dst9.lastVersion IS NULL
AND EXISTS {
MATCH (dst9)-[k9:ATTRIBUTED_TO]->(o9)
WHERE k9.lastVersion IS NULL
}
WITH dst9, dst9.publishedKey AS c10k0, dst9.id AS c10k1
ORDER BY c10k0 DESC, c10k1 DESC
LIMIT $p3
CALL (dst9) {
MATCH (dst9)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst11:Story)
WHERE TRUE
WITH dst11
LIMIT 1
RETURN collect([dst11.title]) AS c12
}
RETURN collect([[c12]]) AS c10
}
RETURN collect([[e7.factCount, e7.storyCount, e7.firstAt, e7.isFirst, [dst7.name], [c10, e7.factCount]]]) AS c8
}
RETURN collect([[dst1.text, dst1.backerCount, c6, [c8, null]]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.restsOnWire = $p0
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.factCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// bell: p0=['bell'], p1=False, p2=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
AND (dst1.restsOnWire = $p1)
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
CALL (dst1) {
MATCH (dst3:Outlet {id: dst1.soleWire})
WHERE TRUE
WITH dst3
LIMIT 1
RETURN collect([dst3.name]) AS c4
}
RETURN collect([[dst1.text, c4]]) AS c2
}
RETURN [c2, null] AS result;
