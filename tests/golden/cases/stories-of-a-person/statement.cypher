// stories: p0='pe_abd3ab936ba3761321d0375e', p1='2031-05-04T00:00:00Z', p2=20
CALL () {
MATCH ()-[c1:APPEARS_IN]->(dst1)
WHERE c1.personId = coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)
AND c1.publishedKey IS NOT NULL
AND c1.storyId IS NOT NULL
AND (dst1.publishedKey >= $p1
AND dst1.publishedLastKey >= $p1)
WITH dst1, c1.publishedKey AS c2k0, c1.storyId AS c2k1
ORDER BY c1.personId DESC, c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.title]]) AS c2
}
CALL () {
MATCH ()-[c4:APPEARS_IN]->(dst4)
WHERE c4.personId = coalesce(COLLECT {
MATCH (m4:Moved {id: $p0})
RETURN m4.target
}[0], $p0)
AND c4.publishedKey IS NOT NULL
AND c4.storyId IS NOT NULL
AND (dst4.publishedKey >= $p1
AND dst4.publishedLastKey >= $p1)
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
