// claims: p0=2, p1=3, p2=2, p3='cl_c965f490d2638f39837074d4'
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.backerCount <= $p2
AND CASE dst1.backerCount WHEN $p2 THEN dst1.id < $p3 ELSE TRUE END
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[c2k0, c2k1], [[c2k0, c2k1], [dst1.text, dst1.backerCount]]]) AS c2
}
RETURN [c2, null] AS result;
