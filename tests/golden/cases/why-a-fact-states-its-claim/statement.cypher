// promise: p0=['nine', 'days'], p1=20, p2=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[e3:STATES]-(dst3:Fact)
WHERE dst3.lastVersion IS NULL
WITH dst3, e3, dst3.publishedLastKey AS c4k0, dst3.id AS c4k1
ORDER BY c4k0, c4k1
LIMIT $p2
CALL (dst3) {
MATCH (dst3)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst5:Story)
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.title]) AS c6
}
CALL (dst3) {
MATCH (dst3)-[:WORDED]->(w7:Wording)
CALL (w7) {
MATCH (dst7)-[c7:WORDED]->()
WHERE c7.wordingId = w7.basis
AND c7.publishedLastKey IS NOT NULL
AND c7.factId IS NOT NULL
AND dst7.lastVersion IS NULL
RETURN dst7
ORDER BY c7.wordingId, c7.publishedLastKey, c7.factId
LIMIT 1
}
WITH dst7
WHERE TRUE
WITH dst7
LIMIT 1
CALL (dst7) {
MATCH (dst7)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst8:Story)
WHERE TRUE
WITH dst8
LIMIT 1
RETURN collect([dst8.title]) AS c9
}
RETURN collect([dst7.text, c9]) AS c10
}
RETURN collect([[e3.method, e3.score, e3.isReviewed, [dst3.text, c6, c10]]]) AS c4
}
RETURN collect([[dst1.text, [c4, null]]]) AS c2
}
RETURN [c2, null] AS result;

// cost: p0=['survey', 'cost'], p1=20, p2=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Claim
AND dst1.factCount > 0
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[e3:STATES]-(dst3:Fact)
WHERE dst3.lastVersion IS NULL
WITH dst3, e3, dst3.publishedLastKey AS c4k0, dst3.id AS c4k1
ORDER BY c4k0, c4k1
LIMIT $p2
CALL (dst3) {
MATCH (dst3)-[:WORDED]->(w5:Wording)
CALL (w5) {
MATCH (dst5)-[c5:WORDED]->()
WHERE c5.wordingId = w5.basis
AND c5.publishedLastKey IS NOT NULL
AND c5.factId IS NOT NULL
AND dst5.lastVersion IS NULL
RETURN dst5
ORDER BY c5.wordingId, c5.publishedLastKey, c5.factId
LIMIT 1
}
WITH dst5
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.text]) AS c6
}
RETURN collect([[e3.method, e3.score, e3.isReviewed, [c6]]]) AS c4
}
RETURN collect([[[c4, null]]]) AS c2
}
RETURN [c2, null] AS result;
