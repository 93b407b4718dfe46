// story: p0='news.example/bell', p1=20, p2=20, p3=20
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
CALL (dst2) {
MATCH (dst2)-[e4:CITES]->(dst4:Outlet)
WHERE coalesce(e4.lastVersion, 0) = coalesce(dst2.lastVersion, 0)
WITH dst4, e4, e4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
RETURN collect([[dst4.name]]) AS c5
}
CALL (dst2) {
MATCH (dst2)-[e6:ATTRIBUTED_TO]->(dst6:Outlet)
WHERE coalesce(e6.lastVersion, 0) = coalesce(dst2.lastVersion, 0)
WITH dst6, e6, e6.position AS c7k0, dst6.id AS c7k1
ORDER BY c7k0, c7k1
LIMIT $p3
RETURN collect([[e6.position, e6.kind, e6.text, e6.start, e6.end, e6.startUtf16, [dst6.name]]]) AS c7
}
CALL (dst2) {
MATCH (dst2)-[e9:ATTRIBUTED_TO]->(dst9:Outlet)
WHERE coalesce(e9.lastVersion, 0) = coalesce(dst2.lastVersion, 0)
RETURN count(*) AS t8
}
RETURN collect([[dst2.text, [c5, null], [c7, t8]]]) AS c3
}
RETURN collect([[c3, null]]) AS c10
}
RETURN c10 AS result;
