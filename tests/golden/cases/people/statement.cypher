// people: p0=20, p1=20, p2=20, p3=20
CALL () {
MATCH (dst1:Person)
WHERE dst1.storyCount <> 0
AND dst1.storyCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.storyCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
CALL (dst1) {
MATCH ()-[c3:MENTIONED_IN]->(dst3)
WHERE c3.personId = dst1.id
AND c3.kind = 'FACT'
AND c3.publishedKey IS NOT NULL
AND c3.ownerId IS NOT NULL
WITH dst3, c3.publishedKey AS c4k0, c3.ownerId AS c4k1
ORDER BY c3.personId DESC, c3.kind DESC, c4k0 DESC, c4k1 DESC
LIMIT $p1
RETURN collect([[dst3.text]]) AS c4
}
CALL (dst1) {
MATCH ()-[c5:MENTIONED_IN]->(dst5)
WHERE c5.personId = dst1.id
AND c5.kind = 'NARRATIVE'
AND c5.publishedKey IS NOT NULL
AND c5.ownerId IS NOT NULL
WITH dst5, c5.publishedKey AS c6k0, c5.ownerId AS c6k1
ORDER BY c5.personId DESC, c5.kind DESC, c6k0 DESC, c6k1 DESC
LIMIT $p2
RETURN collect([[dst5.text]]) AS c6
}
CALL (dst1) {
MATCH ()-[e7:CITED_ABOUT]->(dst7)
WHERE e7.personId = dst1.id
AND e7.factCount IS NOT NULL
AND e7.outletId IS NOT NULL
WITH dst7, e7, e7.factCount AS c8k0, e7.outletId AS c8k1
ORDER BY e7.personId DESC, c8k0 DESC, c8k1 DESC
LIMIT $p3
RETURN collect([[e7.factCount, e7.storyCount, [dst7.name]]]) AS c8
}
RETURN collect([[dst1.name, dst1.aliases, dst1.factCount, dst1.storyCount, [c4, null], [c6, null], [c8, null]]]) AS c2
}
RETURN [c2, null] AS result;
