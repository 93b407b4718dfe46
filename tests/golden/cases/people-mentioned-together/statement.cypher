// person: p0='ilsevarga', p1=20, p2=20, p3=20, p4=2, p5=20, p6=20, p7=20
CALL () {
MATCH (a1:Alias {kind: 'PERSON', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Person)
WHERE a1.folded = $p0
AND dst1.storyCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH ()-[e2:CO_MENTIONED]->(dst2)
WHERE e2.personId = dst1.id
AND e2.storyCount IS NOT NULL
AND e2.factCount IS NOT NULL
AND e2.otherId IS NOT NULL
WITH dst2, e2, e2.storyCount AS c3k0, e2.otherId AS c3k1
ORDER BY e2.personId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
CALL (e2) {
WITH CASE WHEN startNode(e2).factCount <= endNode(e2).factCount THEN [e2.personId, e2.otherId] ELSE [e2.otherId, e2.personId] END AS two4
MATCH ()-[c4:MENTIONED_IN]->(dst4)
WHERE c4.personId = two4[0]
AND c4.kind = 'FACT'
AND c4.publishedKey IS NOT NULL
AND c4.ownerId IS NOT NULL
AND EXISTS {
MATCH (dst4)<-[d4:MENTIONED_IN]-()
WHERE d4.personId = two4[1]
}
WITH dst4, c4.publishedKey AS c5k0, c4.ownerId AS c5k1
ORDER BY c4.personId DESC, c4.kind DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
CALL (e2) {
WITH CASE WHEN startNode(e2).storyCount <= endNode(e2).storyCount THEN [e2.personId, e2.otherId] ELSE [e2.otherId, e2.personId] END AS two6
MATCH ()-[c6:APPEARS_IN]->(dst6)
WHERE c6.personId = two6[0]
AND c6.publishedKey IS NOT NULL
AND c6.storyId IS NOT NULL
AND EXISTS {
MATCH (dst6)<-[d6:APPEARS_IN]-()
WHERE d6.personId = two6[1]
}
WITH dst6, c6.publishedKey AS c7k0, c6.storyId AS c7k1
ORDER BY c6.personId DESC, c7k0 DESC, c7k1 DESC
LIMIT $p3
RETURN collect([[dst6.title]]) AS c7
}
RETURN collect([[e2.storyCount, e2.factCount, [dst2.name], [c5, e2.factCount], [c7, null]]]) AS c3
}
CALL (dst1) {
MATCH ()-[e8:CO_MENTIONED]->(dst8)
WHERE e8.personId = dst1.id
AND e8.storyCount IS NOT NULL
AND e8.factCount IS NOT NULL
AND e8.otherId IS NOT NULL
AND (e8.storyCount >= $p4)
WITH dst8, e8, e8.storyCount AS c9k0, e8.otherId AS c9k1
ORDER BY e8.personId DESC, c9k0 DESC, c9k1 DESC
LIMIT $p5
RETURN collect([]) AS c9
}
CALL (dst1) {
MATCH ()-[e11:CO_MENTIONED]->(dst11)
WHERE e11.personId = dst1.id
AND e11.storyCount IS NOT NULL
AND e11.factCount IS NOT NULL
AND e11.otherId IS NOT NULL
AND (e11.storyCount >= $p4)
RETURN count(*) AS t10
}
CALL (dst1) {
MATCH ()-[e12:CO_MENTIONED]->(dst12)
WHERE e12.personId = dst1.id
AND e12.storyCount IS NOT NULL
AND e12.factCount IS NOT NULL
AND e12.otherId IS NOT NULL
WITH dst12, e12, e12.factCount AS c13k0, e12.otherId AS c13k1
ORDER BY e12.personId DESC, c13k0 DESC, c13k1 DESC
LIMIT $p6
CALL (dst12) {
MATCH ()-[e14:CO_MENTIONED]->(dst14)
WHERE e14.personId = dst12.id
AND e14.storyCount IS NOT NULL
AND e14.factCount IS NOT NULL
AND e14.otherId IS NOT NULL
WITH dst14, e14, e14.storyCount AS c15k0, e14.otherId AS c15k1
ORDER BY e14.personId DESC, c15k0 DESC, c15k1 DESC
LIMIT $p7
RETURN collect([[dst14.name]]) AS c15
}
RETURN collect([[dst12.name, [c15, null]]]) AS c13
}
RETURN collect([[c3, COUNT { (dst1)-[:CO_MENTIONED]->()
}], [c9, t10], [c13, null]]) AS c16
}
RETURN c16 AS result;
