// claims: p0='pe_2406462539db217df68eb1c4', p1=2, p2=20
CALL () {
MATCH (:Person {id: coalesce(COLLECT {
MATCH (moved1:Moved {id: $p0})
RETURN moved1.target
}[0], $p0)})-[:MENTIONED_IN]->(f1:Fact)-[:STATES]->(dst1:Claim)
WITH DISTINCT dst1
WHERE dst1.factCount > 0
AND (dst1.storyCount >= $p1)
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.text, dst1.storyCount]]) AS c2
}
RETURN [c2, null] AS result;
