// story: p0='news.example/survey', p1='PUBLISHED', p2='2031-05-05T00:00:00Z', p3=20, p4=20, p5=20, p6=20, p7=20, p8=20, p9=20, p10=20, p11=20, p12=20, p13='RECORDED', p14='2031-05-05T00:00:00Z', p15='RECORDED', p16='2031-06-01T00:00:00Z', p17=20
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
MATCH (dst1)-[:HAS_REVISION]->(dst2:Revision)
WHERE CASE $p1 WHEN 'PUBLISHED' THEN coalesce(dst2.publishedAt, dst2.recordedAt) ELSE dst2.recordedAt END <= $p2
WITH dst2
ORDER BY dst2.number DESC
LIMIT 1
WHERE TRUE
WITH dst2
LIMIT 1
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_FACT]->(dst3:Fact)
WHERE dst3.firstVersion <= dst2.number
AND coalesce(dst3.lastVersion, dst2.number) >= dst2.number
WITH dst3, {owner: dst3, number: dst2.number, version: dst2.number} AS e3
WHERE TRUE
WITH dst3, e3, dst3.position AS c4k0, dst3.id AS c4k1
ORDER BY c4k0, c4k1
LIMIT $p3
CALL (dst3) {
MATCH (dst3)-[:STATES]->(dst7:Claim)
WHERE TRUE
WITH dst7
LIMIT 1
RETURN collect([dst7.text, dst7.factCount]) AS c8
}
CALL (dst3) {
MATCH (dst3)-[e9:CITES]->(dst9:Outlet)
WHERE coalesce(e9.lastVersion, 0) = coalesce(dst3.lastVersion, 0)
WITH dst9, e9, e9.position AS c10k0, dst9.id AS c10k1
ORDER BY c10k0, c10k1
LIMIT $p4
RETURN collect([[e9.label]]) AS c10
}
CALL (dst3) {
MATCH (dst3)-[m11:MENTIONS]->(dst11:Person)
WHERE coalesce(m11.lastVersion, 0) = coalesce(dst3.lastVersion, 0)
WITH dst11, m11
ORDER BY m11.position
WITH dst11, count(*) AS count11, collect(m11.role)[0] AS role11, collect(m11)[0] AS first11
WITH dst11, {personId: dst11.id, storyId: first11.storyId, ownerId: first11.nodeId, number: dst3.lastVersion, mentionCount: count11, role: role11} AS e11
WHERE TRUE
WITH dst11, e11, e11.mentionCount AS c12k0, dst11.id AS c12k1
ORDER BY c12k0 DESC, c12k1 DESC
LIMIT $p5
RETURN collect([]) AS c12
}
CALL (dst3) {
MATCH (dst3)-[m14:MENTIONS]->(dst14:Person)
WHERE coalesce(m14.lastVersion, 0) = coalesce(dst3.lastVersion, 0)
WITH dst14, m14
ORDER BY m14.position
WITH dst14, count(*) AS count14, collect(m14.role)[0] AS role14, collect(m14)[0] AS first14
WITH dst14, {personId: dst14.id, storyId: first14.storyId, ownerId: first14.nodeId, number: dst3.lastVersion, mentionCount: count14, role: role14} AS e14
WHERE TRUE
RETURN count(*) AS t13
}
CALL (e3) {
WITH e3.owner AS f15
MATCH (f15)-[e15:CITES]->(dst15:Outlet)
WHERE e15.firstVersion <= e3.number
AND coalesce(e15.lastVersion, e3.number) >= e3.number
WITH dst15, e15, e15.position AS c16k0, dst15.id AS c16k1
ORDER BY c16k0, c16k1
LIMIT $p6
RETURN collect([[e15.position, e15.label, [dst15.name]]]) AS c16
}
CALL (e3) {
WITH e3.owner AS o17
MATCH (o17)-[m17:MENTIONS]->(dst17:Person)
WHERE m17.firstVersion <= e3.number
AND coalesce(m17.lastVersion, e3.number) >= e3.number
WITH dst17, m17
ORDER BY m17.position
WITH dst17, count(*) AS count17, collect(m17.role)[0] AS role17, collect(m17)[0] AS first17
WITH dst17, {personId: dst17.id, storyId: first17.storyId, ownerId: first17.nodeId, number: e3.number, mentionCount: count17, role: role17} AS e17
WHERE TRUE
WITH dst17, e17, e17.mentionCount AS c18k0, dst17.id AS c18k1
ORDER BY c18k0 DESC, c18k1 DESC
LIMIT $p7
RETURN collect([]) AS c18
}
CALL (e3) {
WITH e3.owner AS o20
MATCH (o20)-[m20:MENTIONS]->(dst20:Person)
WHERE m20.firstVersion <= e3.number
AND coalesce(m20.lastVersion, e3.number) >= e3.number
WITH dst20, m20
ORDER BY m20.position
WITH dst20, count(*) AS count20, collect(m20.role)[0] AS role20, collect(m20)[0] AS first20
WITH dst20, {personId: dst20.id, storyId: first20.storyId, ownerId: first20.nodeId, number: e3.number, mentionCount: count20, role: role20} AS e20
WHERE TRUE
RETURN count(*) AS t19
}
RETURN collect([[e3.version, [dst3.text, dst3.firstVersion, dst3.lastVersion, c8, [c10, null], [c12, t13]], [c16, null], [c18, t19]]]) AS c4
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_FACT]->(dst6:Fact)
WHERE dst6.firstVersion <= dst2.number
AND coalesce(dst6.lastVersion, dst2.number) >= dst2.number
WITH dst6, {owner: dst6, number: dst2.number, version: dst2.number} AS e6
WHERE TRUE
RETURN count(*) AS t5
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_NARRATIVE]->(dst21:Narrative)
WHERE dst21.firstVersion <= dst2.number
AND coalesce(dst21.lastVersion, dst2.number) >= dst2.number
WITH dst21, {owner: dst21, number: dst2.number, version: dst2.number} AS e21
WHERE TRUE
WITH dst21, e21, dst21.position AS c22k0, dst21.id AS c22k1
ORDER BY c22k0, c22k1
LIMIT $p8
CALL (e21) {
WITH e21.owner AS n23
MATCH (n23)-[e23:PROVIDED_BY]->(dst23:Outlet)
WHERE e23.firstVersion <= e21.number
AND coalesce(e23.lastVersion, e21.number) >= e21.number
WITH dst23, e23, e23.position AS c24k0, dst23.id AS c24k1
ORDER BY c24k0, c24k1
LIMIT $p9
RETURN collect([[dst23.name]]) AS c24
}
CALL (e21) {
WITH e21.owner AS o25
MATCH (o25)-[m25:MENTIONS]->(dst25:Person)
WHERE m25.firstVersion <= e21.number
AND coalesce(m25.lastVersion, e21.number) >= e21.number
WITH dst25, m25
ORDER BY m25.position
WITH dst25, count(*) AS count25, collect(m25.role)[0] AS role25, collect(m25)[0] AS first25
WITH dst25, {personId: dst25.id, storyId: first25.storyId, ownerId: first25.nodeId, number: e21.number, mentionCount: count25, role: role25} AS e25
WHERE TRUE
WITH dst25, e25, e25.mentionCount AS c26k0, dst25.id AS c26k1
ORDER BY c26k0 DESC, c26k1 DESC
LIMIT $p10
RETURN collect([]) AS c26
}
CALL (e21) {
WITH e21.owner AS o28
MATCH (o28)-[m28:MENTIONS]->(dst28:Person)
WHERE m28.firstVersion <= e21.number
AND coalesce(m28.lastVersion, e21.number) >= e21.number
WITH dst28, m28
ORDER BY m28.position
WITH dst28, count(*) AS count28, collect(m28.role)[0] AS role28, collect(m28)[0] AS first28
WITH dst28, {personId: dst28.id, storyId: first28.storyId, ownerId: first28.nodeId, number: e21.number, mentionCount: count28, role: role28} AS e28
WHERE TRUE
RETURN count(*) AS t27
}
RETURN collect([[[dst21.label, dst21.text], [c24, null], [c26, t27]]]) AS c22
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_FORECAST]->(dst29:Forecast)
WHERE dst29.firstVersion <= dst2.number
AND coalesce(dst29.lastVersion, dst2.number) >= dst2.number
WITH dst29, dst29.position AS c30k0, dst29.id AS c30k1
ORDER BY c30k0, c30k1
LIMIT $p11
RETURN collect([]) AS c30
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_FORECAST]->(dst32:Forecast)
WHERE dst32.firstVersion <= dst2.number
AND coalesce(dst32.lastVersion, dst2.number) >= dst2.number
RETURN count(*) AS t31
}
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[e33:LISTS]->(dst33:Outlet)
WHERE e33.firstVersion <= dst2.number
AND coalesce(e33.lastVersion, dst2.number) >= dst2.number
WITH dst33, e33, e33.position AS c34k0, dst33.id AS c34k1
ORDER BY c34k0, c34k1
LIMIT $p12
RETURN collect([[e33.marker, e33.label]]) AS c34
}
RETURN collect([dst2.number, dst2.title, dst2.lead, dst2.layout, dst2.isComplete, [c4, t5], [c22, null], [c30, t31], [c34, null]]) AS c35
}
CALL (dst1) {
MATCH (dst1)-[:HAS_REVISION]->(dst36:Revision)
WHERE CASE $p13 WHEN 'PUBLISHED' THEN coalesce(dst36.publishedAt, dst36.recordedAt) ELSE dst36.recordedAt END <= $p14
WITH dst36
ORDER BY dst36.number DESC
LIMIT 1
WHERE TRUE
WITH dst36
LIMIT 1
RETURN collect([dst36.number]) AS c37
}
CALL (dst1) {
MATCH (dst1)-[:HAS_REVISION]->(dst38:Revision)
WHERE CASE $p15 WHEN 'PUBLISHED' THEN coalesce(dst38.publishedAt, dst38.recordedAt) ELSE dst38.recordedAt END <= $p16
WITH dst38
ORDER BY dst38.number DESC
LIMIT 1
WHERE TRUE
WITH dst38
LIMIT 1
CALL (dst38) {
MATCH (dst38)<-[:HAS_REVISION]-(:Story)-[:HAS_FACT]->(dst39:Fact)
WHERE dst39.firstVersion <= dst38.number
AND coalesce(dst39.lastVersion, dst38.number) >= dst38.number
WITH dst39, {owner: dst39, number: dst38.number, version: dst38.number} AS e39
WHERE TRUE
WITH dst39, e39, dst39.position AS c40k0, dst39.id AS c40k1
ORDER BY c40k0, c40k1
LIMIT $p17
RETURN collect([[dst39.text]]) AS c40
}
RETURN collect([dst38.number, [c40, null]]) AS c41
}
RETURN collect([c35, c37, c41]) AS c42
}
RETURN c42 AS result;
