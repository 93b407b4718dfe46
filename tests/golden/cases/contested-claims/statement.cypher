// claims: p0=True, p1=20, p2=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.isContested = $p0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY dst1.isContested DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH ()-[e5:CONFLICTS_WITH]->(dst5)
WHERE e5.claimId = dst1.id
AND e5.score IS NOT NULL
AND e5.otherId IS NOT NULL
AND dst5.factCount > 0
WITH dst5, e5, e5.score AS c6k0, e5.otherId AS c6k1
ORDER BY e5.claimId DESC, c6k0 DESC, c6k1 DESC
LIMIT $p2
RETURN collect([[dst5.conflictCount]]) AS c6
}
RETURN collect([[dst1.text, dst1.conflictCount, [c6, null]]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.isContested = $p0
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.factCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// byConflicts: p0=3
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND dst1.conflictCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.conflictCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
RETURN collect([[dst1.conflictCount]]) AS c2
}
RETURN [c2, null] AS result;

// settled: p0=False, p1=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.isContested = $p0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY dst1.isContested DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.isContested = $p0
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.factCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
