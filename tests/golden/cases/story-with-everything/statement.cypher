// story: p0='news.example/lock-gate', p1=20, p2=20, p3=20, p4=20, p5=20, p6=20, p7=20, p8=20
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
MATCH (dst2)-[e6:CITES]->(dst6:Outlet)
WHERE coalesce(e6.lastVersion, 0) = coalesce(dst2.lastVersion, 0)
WITH dst6, e6, e6.position AS c7k0, dst6.id AS c7k1
ORDER BY c7k0, c7k1
LIMIT $p2
RETURN collect([[e6.marker, e6.label, [dst6.name]]]) AS c7
}
CALL (dst2) {
MATCH (dst2)-[:STATES]->(dst8:Claim)
WHERE TRUE
WITH dst8
LIMIT 1
RETURN collect([dst8.text]) AS c9
}
RETURN collect([[dst2.position, dst2.text, dst2.start, dst2.end, [c7, null], c9]]) AS c3
}
CALL (dst1) {
MATCH (dst1)-[:HAS_FACT]->(dst5:Fact)
WHERE dst5.lastVersion IS NULL
RETURN count(*) AS t4
}
CALL (dst1) {
MATCH (dst1)-[:HAS_NARRATIVE]->(dst10:Narrative)
WHERE dst10.lastVersion IS NULL
WITH dst10, dst10.position AS c11k0, dst10.id AS c11k1
ORDER BY c11k0, c11k1
LIMIT $p3
CALL (dst10) {
MATCH (dst10)-[e12:PROVIDED_BY]->(dst12:Outlet)
WHERE coalesce(e12.lastVersion, 0) = coalesce(dst10.lastVersion, 0)
WITH dst12, e12, e12.position AS c13k0, dst12.id AS c13k1
ORDER BY c13k0, c13k1
LIMIT $p4
RETURN collect([[e12.label, e12.position, [dst12.name]]]) AS c13
}
RETURN collect([[dst10.label, dst10.stance, dst10.text, [c13, null]]]) AS c11
}
CALL (dst1) {
MATCH (dst1)-[e14:LISTS]->(dst14:Outlet)
WHERE e14.lastVersion IS NULL
WITH dst14, e14, e14.position AS c15k0, dst14.id AS c15k1
ORDER BY c15k0, c15k1
LIMIT $p5
RETURN collect([[e14.position, e14.marker, e14.label, e14.url, [dst14.name]]]) AS c15
}
CALL (dst1) {
MATCH (dst1)<-[e16:APPEARS_IN]-(dst16:Person)
WHERE TRUE
WITH dst16, e16, e16.mentionCount AS c17k0, e16.personId AS c17k1
ORDER BY c17k0 DESC, c17k1 DESC
LIMIT $p6
CALL (e16) {
MATCH ()-[m18:MENTIONS]->()
WHERE m18.personId = e16.personId
AND m18.storyId = e16.storyId
AND CASE WHEN e16.number IS NULL THEN m18.lastVersion IS NULL ELSE m18.firstVersion <= e16.number
AND coalesce(m18.lastVersion, e16.number) >= e16.number END
AND (e16.ownerId IS NULL OR m18.nodeId = e16.ownerId)
WITH m18 AS dst18
WHERE TRUE
WITH dst18
ORDER BY CASE WHEN e16.ownerId IS NULL THEN dst18.rank ELSE 0 END, dst18.position
RETURN collect([dst18.kind, dst18.text, dst18.role, dst18.start, dst18.end]) AS c19
}
RETURN collect([[e16.mentionCount, e16.role, [dst16.name], c19]]) AS c17
}
CALL (dst1) {
MATCH (dst1)-[:HAS_FORECAST]->(dst20:Forecast)
WHERE dst20.lastVersion IS NULL
WITH dst20, dst20.position AS c21k0, dst20.id AS c21k1
ORDER BY c21k0, c21k1
LIMIT $p7
RETURN collect([]) AS c21
}
CALL (dst1) {
MATCH (dst1)-[:HAS_FORECAST]->(dst23:Forecast)
WHERE dst23.lastVersion IS NULL
RETURN count(*) AS t22
}
CALL (dst1) {
MATCH (dst1)-[:HAS_PROBLEM]->(dst24:Problem)
WHERE TRUE
WITH dst24, dst24.position AS c25k0, dst24.id AS c25k1
ORDER BY c25k0, c25k1
LIMIT $p8
RETURN collect([[dst24.code, dst24.message, dst24.line]]) AS c25
}
RETURN collect([dst1.title, dst1.lead, dst1.address, dst1.publishedAt, dst1.recordedAt, dst1.layout, dst1.isComplete, dst1.version, [c3, t4], [c11, null], [c15, null], [c17, null], [c21, t22], [c25, null]]) AS c26
}
RETURN c26 AS result;
