// story: p0='news.example/repair', p1=20, p2=20, p3=20
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
MATCH (dst1)-[:HAS_FACT]->(f2:Fact)-[:STATES]->(c2:Claim)
WHERE f2.lastVersion IS NULL
WITH DISTINCT c2
MATCH (c2)<-[:STATES]-(g2:Fact)<-[:HAS_FACT]-(o2:Story)
WHERE g2.lastVersion IS NULL
AND o2 <> dst1
WITH DISTINCT o2, c2
RETURN o2 AS story2, 1 AS claim2, 0 AS person2
UNION ALL
MATCH (dst1)<-[:APPEARS_IN]-(p2:Person)
WHERE p2.storyCount <= 64
MATCH (p2)-[:APPEARS_IN]->(o2:Story)
WHERE o2 <> dst1
RETURN o2 AS story2, 0 AS claim2, 1 AS person2
}
WITH story2 AS dst2, sum(claim2) AS claims2, sum(person2) AS people2
WITH dst2, {source: dst1, story: dst2, sharedClaims: claims2, sharedPeople: people2} AS e2
WHERE TRUE
WITH dst2, e2, e2.sharedClaims AS c3k0, e2.sharedPeople AS c3k1, dst2.id AS c3k2
ORDER BY c3k0 DESC, c3k1 DESC, c3k2 DESC
LIMIT $p1
CALL (e2) {
WITH e2.source AS a6, e2.story AS b6
MATCH (a6)-[:HAS_FACT]->(f6:Fact)-[:STATES]->(dst6:Claim)
WHERE f6.lastVersion IS NULL
WITH DISTINCT b6, dst6
WHERE EXISTS {
MATCH (b6)-[:HAS_FACT]->(g6:Fact)-[:STATES]->(dst6)
WHERE g6.lastVersion IS NULL
}
WITH dst6, dst6.backerCount AS c7k0, dst6.id AS c7k1
ORDER BY c7k0 DESC, c7k1 DESC
LIMIT $p2
RETURN collect([[dst6.text]]) AS c7
}
CALL (e2) {
WITH e2.source AS a8, e2.story AS b8
MATCH (a8)<-[:APPEARS_IN]-(dst8:Person)
WHERE dst8.storyCount <= 64
AND EXISTS { (dst8)-[:APPEARS_IN]->(b8)
}
WITH dst8, dst8.storyCount AS c9k0, dst8.id AS c9k1
ORDER BY c9k0 DESC, c9k1 DESC
LIMIT $p3
RETURN collect([[dst8.name]]) AS c9
}
RETURN collect([[e2.sharedClaims, e2.sharedPeople, [dst2.title], [c7, null], [c9, null]]]) AS c3
}
CALL (dst1) {
CALL (dst1) {
MATCH (dst1)-[:HAS_FACT]->(f5:Fact)-[:STATES]->(c5:Claim)
WHERE f5.lastVersion IS NULL
WITH DISTINCT c5
MATCH (c5)<-[:STATES]-(g5:Fact)<-[:HAS_FACT]-(o5:Story)
WHERE g5.lastVersion IS NULL
AND o5 <> dst1
WITH DISTINCT o5, c5
RETURN o5 AS story5, 1 AS claim5, 0 AS person5
UNION ALL
MATCH (dst1)<-[:APPEARS_IN]-(p5:Person)
WHERE p5.storyCount <= 64
MATCH (p5)-[:APPEARS_IN]->(o5:Story)
WHERE o5 <> dst1
RETURN o5 AS story5, 0 AS claim5, 1 AS person5
}
WITH story5 AS dst5, sum(claim5) AS claims5, sum(person5) AS people5
WITH dst5, {source: dst1, story: dst5, sharedClaims: claims5, sharedPeople: people5} AS e5
WHERE TRUE
RETURN count(*) AS t4
}
RETURN collect([[c3, t4]]) AS c10
}
RETURN c10 AS result;
