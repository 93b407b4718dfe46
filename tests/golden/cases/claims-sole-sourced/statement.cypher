// sole: p0=True, p1=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.isSoleSourced = $p0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY dst1.isSoleSourced DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.text, dst1.backerCount]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.isSoleSourced = $p0
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.factCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// others: p0=False, p1=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.isSoleSourced = $p0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY dst1.isSoleSourced DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.backerCount]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.isSoleSourced = $p0
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.factCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
