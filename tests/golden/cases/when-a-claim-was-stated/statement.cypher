// story: p0='news.example/survey', p1=1, p2=20, p3=20, p4=20, p5=1, p6=2
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
WHERE TRUE
WITH dst2, dst2.number AS c3k0, dst2.id AS c3k1
ORDER BY c3k0, c3k1
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(:Story)-[:HAS_FACT]->(dst4:Fact)
WHERE dst4.firstVersion <= dst2.number
AND coalesce(dst4.lastVersion, dst2.number) >= dst2.number
WITH dst4, {owner: dst4, number: dst2.number, version: dst2.number} AS e4
WHERE TRUE
WITH dst4, e4, dst4.position AS c5k0, dst4.id AS c5k1
ORDER BY c5k0, c5k1
LIMIT $p2
CALL (dst4) {
MATCH (dst4)-[:STATES]->(dst6:Claim)
WHERE TRUE
WITH dst6
LIMIT 1
CALL (dst6) {
MATCH (dst6)<-[:STATES]-(f7:Fact)<-[:HAS_FACT]-(s7:Story)
UNWIND CASE WHEN f7.lastVersion IS NULL THEN [[f7.firstVersion, f7.firstVersion, 'STATED', '1:']] ELSE [[f7.firstVersion, f7.firstVersion, 'STATED', '1:'], [f7.lastVersion + 1, f7.lastVersion, 'WITHDRAWN', '0:']] END AS x7
MATCH (s7)-[:HAS_REVISION]->(r7:Revision {number: x7[0]})
WITH {kind: x7[2], at: coalesce(r7.publishedAt, r7.recordedAt), recordedAt: r7.recordedAt, version: x7[0], text: f7.text, story: s7, owner: f7, number: x7[1], row: x7[3] + f7.id + ':' + toString(f7.firstVersion)} AS dst7
WHERE TRUE
WITH dst7, dst7.at AS c8k0, dst7.row AS c8k1
ORDER BY c8k0, c8k1
LIMIT $p3
CALL (dst7) {
WITH dst7.story AS dst11
WHERE TRUE
WITH dst11
LIMIT 1
RETURN collect([dst11.title]) AS c12
}
CALL (dst7) {
WITH dst7.owner AS f13
MATCH (f13)-[e13:CITES]->(dst13:Outlet)
WHERE e13.firstVersion <= dst7.number
AND coalesce(e13.lastVersion, dst7.number) >= dst7.number
WITH dst13, e13, e13.position AS c14k0, dst13.id AS c14k1
ORDER BY c14k0, c14k1
LIMIT $p4
RETURN collect([[e13.label]]) AS c14
}
RETURN collect([[[dst7.kind, dst7.at, dst7.recordedAt, dst7.version, dst7.text, c12, [c14, null]]]]) AS c8
}
CALL (dst6) {
MATCH (dst6)<-[:STATES]-(f10:Fact)<-[:HAS_FACT]-(s10:Story)
UNWIND CASE WHEN f10.lastVersion IS NULL THEN [[f10.firstVersion, f10.firstVersion, 'STATED', '1:']] ELSE [[f10.firstVersion, f10.firstVersion, 'STATED', '1:'], [f10.lastVersion + 1, f10.lastVersion, 'WITHDRAWN', '0:']] END AS x10
MATCH (s10)-[:HAS_REVISION]->(r10:Revision {number: x10[0]})
WITH {kind: x10[2], at: coalesce(r10.publishedAt, r10.recordedAt), recordedAt: r10.recordedAt, version: x10[0], text: f10.text, story: s10, owner: f10, number: x10[1], row: x10[3] + f10.id + ':' + toString(f10.firstVersion)} AS dst10
WHERE TRUE
RETURN count(*) AS t9
}
CALL (dst6) {
MATCH (dst6)<-[:STATES]-(f15:Fact)<-[:HAS_FACT]-(s15:Story)
UNWIND CASE WHEN f15.lastVersion IS NULL THEN [[f15.firstVersion, f15.firstVersion, 'STATED', '1:']] ELSE [[f15.firstVersion, f15.firstVersion, 'STATED', '1:'], [f15.lastVersion + 1, f15.lastVersion, 'WITHDRAWN', '0:']] END AS x15
MATCH (s15)-[:HAS_REVISION]->(r15:Revision {number: x15[0]})
WITH {kind: x15[2], at: coalesce(r15.publishedAt, r15.recordedAt), recordedAt: r15.recordedAt, version: x15[0], text: f15.text, story: s15, owner: f15, number: x15[1], row: x15[3] + f15.id + ':' + toString(f15.firstVersion)} AS dst15
WHERE TRUE
WITH dst15, dst15.at AS c16k0, dst15.row AS c16k1
ORDER BY c16k0 DESC, c16k1 DESC
LIMIT $p6
RETURN collect([[c16k0, c16k1], [dst15.kind, dst15.version]]) AS c16
}
RETURN collect([dst6.text, [c8, t9], [c16, null]]) AS c17
}
RETURN collect([[c17]]) AS c5
}
RETURN collect([[[c5, null]]]) AS c3
}
RETURN collect([[c3, null]]) AS c18
}
RETURN c18 AS result;
