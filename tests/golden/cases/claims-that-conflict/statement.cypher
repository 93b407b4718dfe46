// claims: p0=['eastern', 'gate'], p1=20, p2=20, p3=20, p4=20, p5='actor', p6=20
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
RETURN collect([[dst3.name]]) AS c4
}
CALL (dst1) {
MATCH ()-[e5:CONFLICTS_WITH]->(dst5)
WHERE e5.claimId = dst1.id
AND e5.score IS NOT NULL
AND e5.otherId IS NOT NULL
AND dst5.factCount > 0
WITH dst5, e5, e5.score AS c6k0, e5.otherId AS c6k1
ORDER BY e5.claimId DESC, c6k0 DESC, c6k1 DESC
LIMIT $p3
CALL (dst5) {
MATCH (dst5)<-[e9:BACKS]-(dst9:Outlet)
WHERE TRUE
WITH dst9, e9, e9.storyCount AS c10k0, e9.outletId AS c10k1
ORDER BY c10k0 DESC, c10k1 DESC
LIMIT $p4
RETURN collect([[dst9.name]]) AS c10
}
RETURN collect([[e5.score, e5.differs, [dst5.text, [c10, null]]]]) AS c6
}
CALL (dst1) {
MATCH ()-[e8:CONFLICTS_WITH]->(dst8)
WHERE e8.claimId = dst1.id
AND e8.score IS NOT NULL
AND e8.otherId IS NOT NULL
AND dst8.factCount > 0
RETURN count(*) AS t7
}
CALL (dst1) {
MATCH ()-[e11:CONFLICTS_WITH]->(dst11)
WHERE e11.claimId = dst1.id
AND e11.score IS NOT NULL
AND e11.otherId IS NOT NULL
AND dst11.factCount > 0
AND ($p5 IN e11.differs)
WITH dst11, e11, e11.score AS c12k0, e11.otherId AS c12k1
ORDER BY e11.claimId DESC, c12k0 DESC, c12k1 DESC
LIMIT $p6
RETURN collect([]) AS c12
}
CALL (dst1) {
MATCH ()-[e14:CONFLICTS_WITH]->(dst14)
WHERE e14.claimId = dst1.id
AND e14.score IS NOT NULL
AND e14.otherId IS NOT NULL
AND dst14.factCount > 0
AND ($p5 IN e14.differs)
RETURN count(*) AS t13
}
RETURN collect([[dst1.text, [c4, null], [c6, t7], [c12, t13]]]) AS c2
}
RETURN [c2, null] AS result;
