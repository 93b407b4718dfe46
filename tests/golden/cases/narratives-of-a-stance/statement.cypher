// narratives: p0='establishment-critical', p1=20, p2=20
CALL () {
MATCH (dst1:Narrative)
WHERE dst1.stanceKey = left($p0, 1000)
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.stance = $p0
AND dst1.lastVersion IS NULL
WITH dst1, dst1.publishedLastKey AS c2k0, dst1.id AS c2k1
ORDER BY dst1.stanceKey, c2k0, c2k1
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst5:Story)
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.title]) AS c6
}
CALL (dst1) {
MATCH (dst1)-[e7:PROVIDED_BY]->(dst7:Outlet)
WHERE coalesce(e7.lastVersion, 0) = coalesce(dst1.lastVersion, 0)
WITH dst7, e7, e7.position AS c8k0, dst7.id AS c8k1
ORDER BY c8k0, c8k1
LIMIT $p2
RETURN collect([[dst7.name]]) AS c8
}
RETURN collect([[dst1.text, c6, [c8, null]]]) AS c2
}
CALL () {
MATCH (dst4:Narrative)
WHERE dst4.stanceKey = left($p0, 1000)
AND dst4.publishedKey IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.stance = $p0
AND dst4.lastVersion IS NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
