// claims: p0=['eastern', 'gate', '40', 'barges'], p1=20, p2='PUBLISHED', p3='2031-04-30T00:00:00Z', p4='PUBLISHED', p5='2031-05-03T00:00:00Z', p6=20, p7=20, p8=20, p9=20, p10='RECORDED', p11='2031-06-01T00:00:00Z', p12=1, p13=2, p14=1
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
CALL (dst1) {
MATCH (dst1)<-[:STATES]-(f3:Fact)<-[:HAS_FACT]-(s3:Story)
CALL (s3) {
MATCH (s3)-[:HAS_REVISION]->(r3:Revision)
WHERE CASE $p2 WHEN 'PUBLISHED' THEN coalesce(r3.publishedAt, r3.recordedAt) ELSE r3.recordedAt END <= $p3
WITH r3
ORDER BY r3.number DESC
RETURN max(r3.number) AS v3, collect(r3.publishedAt)[0] AS d3
}
WITH f3, s3, v3, d3
WHERE f3.firstVersion <= v3
AND coalesce(f3.lastVersion, v3) >= v3
WITH f3, s3, v3, d3
ORDER BY coalesce(d3, '~'), f3.id
RETURN collect({owner: f3, number: v3, dated: d3, event: s3.event}) AS stated3, collect(f3)[0].text AS text3, count(DISTINCT s3.event) AS stories3, min(d3) AS from3, max(d3) AS to3
}
CALL (stated3) {
UNWIND stated3 AS t3
WITH t3, t3.owner AS f3
MATCH (f3)-[c3:CITES]->(o3:Outlet)
WHERE c3.firstVersion <= t3.number
AND coalesce(c3.lastVersion, t3.number) >= t3.number
WITH DISTINCT o3
RETURN count(*) AS outlets3, count(o3.owner) AS owned3, count(DISTINCT o3.owner) AS owners3
}
WITH {at: $p3, text: text3, factCount: size(stated3), storyCount: stories3, backerCount: outlets3, isSoleSourced: outlets3 = 1, ownerCount: CASE WHEN outlets3 > 0
AND outlets3 = owned3 THEN owners3 END, firstStatedAt: from3, lastStatedAt: to3, stated: stated3} AS dst3
WHERE dst3.factCount > 0
WITH dst3
LIMIT 1
RETURN collect([dst3.text]) AS c4
}
CALL (dst1) {
CALL (dst1) {
MATCH (dst1)<-[:STATES]-(f5:Fact)<-[:HAS_FACT]-(s5:Story)
CALL (s5) {
MATCH (s5)-[:HAS_REVISION]->(r5:Revision)
WHERE CASE $p4 WHEN 'PUBLISHED' THEN coalesce(r5.publishedAt, r5.recordedAt) ELSE r5.recordedAt END <= $p5
WITH r5
ORDER BY r5.number DESC
RETURN max(r5.number) AS v5, collect(r5.publishedAt)[0] AS d5
}
WITH f5, s5, v5, d5
WHERE f5.firstVersion <= v5
AND coalesce(f5.lastVersion, v5) >= v5
WITH f5, s5, v5, d5
ORDER BY coalesce(d5, '~'), f5.id
RETURN collect({owner: f5, number: v5, dated: d5, event: s5.event}) AS stated5, collect(f5)[0].text AS text5, count(DISTINCT s5.event) AS stories5, min(d5) AS from5, max(d5) AS to5
}
CALL (stated5) {
UNWIND stated5 AS t5
WITH t5, t5.owner AS f5
MATCH (f5)-[c5:CITES]->(o5:Outlet)
WHERE c5.firstVersion <= t5.number
AND coalesce(c5.lastVersion, t5.number) >= t5.number
WITH DISTINCT o5
RETURN count(*) AS outlets5, count(o5.owner) AS owned5, count(DISTINCT o5.owner) AS owners5
}
WITH {at: $p5, text: text5, factCount: size(stated5), storyCount: stories5, backerCount: outlets5, isSoleSourced: outlets5 = 1, ownerCount: CASE WHEN outlets5 > 0
AND outlets5 = owned5 THEN owners5 END, firstStatedAt: from5, lastStatedAt: to5, stated: stated5} AS dst5
WHERE dst5.factCount > 0
WITH dst5
LIMIT 1
CALL (dst5) {
UNWIND dst5.stated AS t6
WITH t6.owner AS dst6, {owner: t6.owner, number: t6.number, version: t6.number, datedKey: coalesce(t6.dated, '~')} AS e6
WHERE TRUE
WITH dst6, e6, e6.datedKey AS c7k0, dst6.id AS c7k1
ORDER BY c7k0, c7k1
LIMIT $p6
CALL (dst6) {
MATCH (dst6)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst8:Story)
WHERE TRUE
WITH dst8
LIMIT 1
RETURN collect([dst8.title]) AS c9
}
CALL (e6) {
WITH e6.owner AS f10
MATCH (f10)-[e10:CITES]->(dst10:Outlet)
WHERE e10.firstVersion <= e6.number
AND coalesce(e10.lastVersion, e6.number) >= e6.number
WITH dst10, e10, e10.position AS c11k0, dst10.id AS c11k1
ORDER BY c11k0, c11k1
LIMIT $p7
RETURN collect([[e10.label]]) AS c11
}
RETURN collect([[e6.version, [c9], [c11, null]]]) AS c7
}
CALL (dst5) {
UNWIND dst5.stated AS t12
WITH t12, t12.owner AS f12
MATCH (f12)-[c12:CITES]->(dst12:Outlet)
WHERE c12.firstVersion <= t12.number
AND coalesce(c12.lastVersion, t12.number) >= t12.number
WITH dst12, t12, count(*) AS n12
WITH dst12, {citationCount: sum(n12), factCount: count(*), storyCount: count(DISTINCT t12.event), firstAt: min(t12.dated), lastAt: max(t12.dated), stated: collect(t12)} AS e12
WHERE TRUE
WITH dst12, e12, dst12.sortKey AS c13k0, dst12.id AS c13k1
ORDER BY c13k0, c13k1
LIMIT $p8
CALL (e12) {
UNWIND e12.stated AS t14
WITH t14.owner AS dst14, {owner: t14.owner, number: t14.number, version: t14.number, datedKey: coalesce(t14.dated, '~')} AS e14
WHERE TRUE
WITH dst14, e14, e14.datedKey AS c15k0, dst14.id AS c15k1
ORDER BY c15k0, c15k1
LIMIT $p9
CALL (dst14) {
MATCH (dst14)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst16:Story)
WHERE TRUE
WITH dst16
LIMIT 1
RETURN collect([dst16.title]) AS c17
}
RETURN collect([[c17]]) AS c15
}
RETURN collect([[e12.citationCount, e12.factCount, e12.storyCount, e12.firstAt, e12.lastAt, [dst12.name], [c15, null]]]) AS c13
}
RETURN collect([dst5.at, dst5.text, dst5.factCount, dst5.storyCount, dst5.backerCount, dst5.isSoleSourced, dst5.ownerCount, dst5.firstStatedAt, dst5.lastStatedAt, [c7, dst5.factCount], [c13, dst5.backerCount]]) AS c18
}
CALL (dst1) {
CALL (dst1) {
MATCH (dst1)<-[:STATES]-(f19:Fact)<-[:HAS_FACT]-(s19:Story)
CALL (s19) {
MATCH (s19)-[:HAS_REVISION]->(r19:Revision)
WHERE CASE $p10 WHEN 'PUBLISHED' THEN coalesce(r19.publishedAt, r19.recordedAt) ELSE r19.recordedAt END <= $p11
WITH r19
ORDER BY r19.number DESC
RETURN max(r19.number) AS v19, collect(r19.publishedAt)[0] AS d19
}
WITH f19, s19, v19, d19
WHERE f19.firstVersion <= v19
AND coalesce(f19.lastVersion, v19) >= v19
WITH f19, s19, v19, d19
ORDER BY coalesce(d19, '~'), f19.id
RETURN collect({owner: f19, number: v19, dated: d19, event: s19.event}) AS stated19, collect(f19)[0].text AS text19, count(DISTINCT s19.event) AS stories19, min(d19) AS from19, max(d19) AS to19
}
CALL (stated19) {
UNWIND stated19 AS t19
WITH t19, t19.owner AS f19
MATCH (f19)-[c19:CITES]->(o19:Outlet)
WHERE c19.firstVersion <= t19.number
AND coalesce(c19.lastVersion, t19.number) >= t19.number
WITH DISTINCT o19
RETURN count(*) AS outlets19, count(o19.owner) AS owned19, count(DISTINCT o19.owner) AS owners19
}
WITH {at: $p11, text: text19, factCount: size(stated19), storyCount: stories19, backerCount: outlets19, isSoleSourced: outlets19 = 1, ownerCount: CASE WHEN outlets19 > 0
AND outlets19 = owned19 THEN owners19 END, firstStatedAt: from19, lastStatedAt: to19, stated: stated19} AS dst19
WHERE dst19.factCount > 0
WITH dst19
LIMIT 1
CALL (dst19) {
UNWIND dst19.stated AS t20
WITH t20.owner AS dst20, {owner: t20.owner, number: t20.number, version: t20.number, datedKey: coalesce(t20.dated, '~')} AS e20
WHERE TRUE
WITH dst20, e20, e20.datedKey AS c21k0, dst20.id AS c21k1
ORDER BY c21k0, c21k1
LIMIT $p13
CALL (dst20) {
MATCH (dst20)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst22:Story)
WHERE TRUE
WITH dst22
LIMIT 1
RETURN collect([dst22.title]) AS c23
}
RETURN collect([[c21k0, c21k1], [c23]]) AS c21
}
CALL (dst19) {
UNWIND dst19.stated AS t24
WITH t24, t24.owner AS f24
MATCH (f24)-[c24:CITES]->(dst24:Outlet)
WHERE c24.firstVersion <= t24.number
AND coalesce(c24.lastVersion, t24.number) >= t24.number
WITH dst24, t24, count(*) AS n24
WITH dst24, {citationCount: sum(n24), factCount: count(*), storyCount: count(DISTINCT t24.event), firstAt: min(t24.dated), lastAt: max(t24.dated), stated: collect(t24)} AS e24
WHERE TRUE
WITH dst24, e24, e24.storyCount AS c25k0, dst24.id AS c25k1
ORDER BY c25k0 DESC, c25k1 DESC
LIMIT $p14
RETURN collect([[dst24.name]]) AS c25
}
RETURN collect([dst19.factCount, dst19.storyCount, dst19.backerCount, dst19.ownerCount, dst19.firstStatedAt, dst19.lastStatedAt, [c21, null], [c25, null]]) AS c26
}
RETURN collect([[c4, c18, c26]]) AS c2
}
RETURN [c2, null] AS result;
