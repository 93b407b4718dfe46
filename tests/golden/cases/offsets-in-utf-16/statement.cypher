// story: p0='news.example/lamps', p1=20
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
RETURN collect([[dst2.start, dst2.end, dst2.startUtf16, dst2.endUtf16]]) AS c3
}
RETURN collect([[c3, null]]) AS c4
}
RETURN c4 AS result;
