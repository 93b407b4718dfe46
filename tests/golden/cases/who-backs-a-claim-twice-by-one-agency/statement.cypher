// claims: p0=['inspected', '2027'], p1=20, p2=20
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
RETURN collect([[e3.citationCount, e3.factCount, e3.storyCount, [dst3.name, dst3.aliases]]]) AS c4
}
RETURN collect([[dst1.isSoleSourced, dst1.backerCount, dst1.ownerCount, [c4, null]]]) AS c2
}
RETURN [c2, null] AS result;
