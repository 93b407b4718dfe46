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
MATCH (dst5)<-[e7:BACKS]-(dst7:Outlet)
WHERE TRUE
WITH dst7, e7, e7.storyCount AS c8k0, e7.outletId AS c8k1
ORDER BY c8k0 DESC, c8k1 DESC
LIMIT $p4
RETURN collect([[dst7.name]]) AS c8
}
RETURN collect([[e5.score, e5.differs, [dst5.text, [c8, null]]]]) AS c6
}
CALL (dst1) {
MATCH ()-[e9:CONFLICTS_WITH]->(dst9)
WHERE e9.claimId = dst1.id
AND e9.score IS NOT NULL
AND e9.otherId IS NOT NULL
AND dst9.factCount > 0
AND ($p5 IN e9.differs)
WITH dst9, e9, e9.score AS c10k0, e9.otherId AS c10k1
ORDER BY e9.claimId DESC, c10k0 DESC, c10k1 DESC
LIMIT $p6
RETURN collect([]) AS c10
}
CALL (dst1) {
MATCH ()-[e12:CONFLICTS_WITH]->(dst12)
WHERE e12.claimId = dst1.id
AND e12.score IS NOT NULL
AND e12.otherId IS NOT NULL
AND dst12.factCount > 0
AND ($p5 IN e12.differs)
RETURN count(*) AS t11
}
RETURN collect([[dst1.text, [c4, null], [c6, dst1.conflictCount], [c10, t11]]]) AS c2
}
RETURN [c2, null] AS result;
