// ferry: p0='news.example/ferry', p1=20, p2=20
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
MATCH (dst1)-[:HAS_NARRATIVE]->(dst2:Narrative)
WHERE dst2.lastVersion IS NULL
WITH dst2, dst2.position AS c3k0, dst2.id AS c3k1
ORDER BY c3k0, c3k1
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_NARRATIVE]-(:Story)-[:HAS_NARRATIVE]->(dst4:Narrative)
WHERE dst4.lastVersion IS NULL
AND CASE WHEN dst4.stance IS NULL OR dst2.stance IS NULL THEN dst4.label <> dst2.label ELSE dst4.stance <> dst2.stance END
WITH dst4, dst4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.label, dst4.text]]) AS c5
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_NARRATIVE]-(:Story)-[:HAS_NARRATIVE]->(dst7:Narrative)
WHERE dst7.lastVersion IS NULL
AND CASE WHEN dst7.stance IS NULL OR dst2.stance IS NULL THEN dst7.label <> dst2.label ELSE dst7.stance <> dst2.stance END
RETURN count(*) AS t6
}
RETURN collect([[dst2.label, dst2.stance, [c5, t6]]]) AS c3
}
RETURN collect([[c3, null]]) AS c8
}
RETURN c8 AS result;

// lamps: p0='news.example/lamps', p1=20, p2=20
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
MATCH (dst1)-[:HAS_NARRATIVE]->(dst2:Narrative)
WHERE dst2.lastVersion IS NULL
WITH dst2, dst2.position AS c3k0, dst2.id AS c3k1
ORDER BY c3k0, c3k1
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_NARRATIVE]-(:Story)-[:HAS_NARRATIVE]->(dst4:Narrative)
WHERE dst4.lastVersion IS NULL
AND CASE WHEN dst4.stance IS NULL OR dst2.stance IS NULL THEN dst4.label <> dst2.label ELSE dst4.stance <> dst2.stance END
WITH dst4, dst4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.label, dst4.text]]) AS c5
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_NARRATIVE]-(:Story)-[:HAS_NARRATIVE]->(dst7:Narrative)
WHERE dst7.lastVersion IS NULL
AND CASE WHEN dst7.stance IS NULL OR dst2.stance IS NULL THEN dst7.label <> dst2.label ELSE dst7.stance <> dst2.stance END
RETURN count(*) AS t6
}
RETURN collect([[dst2.label, dst2.stance, [c5, t6]]]) AS c3
}
RETURN collect([[c3, null]]) AS c8
}
RETURN c8 AS result;
