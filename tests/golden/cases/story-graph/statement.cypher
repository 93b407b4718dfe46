// story: p0='news.example/ferry'
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
CALL (dst1) {
RETURN dst1 AS n2, 0 AS w2
UNION ALL
MATCH (dst1)-[:HAS_FACT|HAS_NARRATIVE]->(n2)
WHERE n2.lastVersion IS NULL
RETURN n2, 1 AS w2
UNION ALL
CALL (dst1) {
MATCH (dst1)-[h2:LISTS|MENTIONS]->(n2)
WHERE h2.lastVersion IS NULL
RETURN n2
UNION ALL
MATCH (dst1)-[:HAS_FACT|HAS_NARRATIVE]->(y2)-[h2:STATES|CITES|ATTRIBUTED_TO|PROVIDED_BY|MENTIONS]->(n2)
WHERE y2.lastVersion IS NULL
AND h2.lastVersion IS NULL
RETURN n2
}
RETURN n2, count(*) AS w2
}
WITH {id: n2.id, kind: toUpper(labels(n2)[0]), label: coalesce(n2.title, n2.name, n2.label, n2.text), weight: w2} AS dst2
WHERE TRUE
WITH dst2
ORDER BY dst2.kind, dst2.id
RETURN collect([dst2.kind, dst2.label, dst2.weight]) AS c3
}
CALL (dst1) {
CALL (dst1) {
MATCH (dst1)-[h4:HAS_FACT|HAS_NARRATIVE]->(x4)
WHERE x4.lastVersion IS NULL
RETURN dst1.id AS a4, x4.id AS b4, type(h4) AS t4, 1 AS w4
UNION ALL
MATCH (dst1)-[h4:LISTS|MENTIONS]->(x4)
WHERE h4.lastVersion IS NULL
RETURN dst1.id AS a4, x4.id AS b4, type(h4) AS t4, count(*) AS w4
UNION ALL
MATCH (dst1)-[:HAS_FACT|HAS_NARRATIVE]->(y4)-[h4:STATES|CITES|ATTRIBUTED_TO|PROVIDED_BY|MENTIONS]->(x4)
WHERE y4.lastVersion IS NULL
AND h4.lastVersion IS NULL
RETURN y4.id AS a4, x4.id AS b4, type(h4) AS t4, count(*) AS w4
}
WITH {source: a4, target: b4, kind: t4, weight: w4} AS dst4
WHERE TRUE
WITH dst4
ORDER BY dst4.kind, dst4.source, dst4.target
RETURN collect([dst4.kind, dst4.weight]) AS c5
}
RETURN collect([[c3, c5]]) AS c6
}
RETURN c6 AS result;
