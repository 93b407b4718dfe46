// stories: p0='ou_724724c017a8b9dfd8d95eb4', p1=20
CALL () {
MATCH (dst1)-[c1:COVERED_BY]->()
WHERE c1.outletId = coalesce(COLLECT {
MATCH (m1:Moved {id: $p0})
RETURN m1.target
}[0], $p0)
AND c1.publishedKey IS NOT NULL
AND c1.storyId IS NOT NULL
WITH dst1, c1.publishedKey AS c2k0, c1.storyId AS c2k1
ORDER BY c1.outletId DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.title]]) AS c2
}
CALL () {
MATCH (dst4)-[c4:COVERED_BY]->()
WHERE c4.outletId = coalesce(COLLECT {
MATCH (m4:Moved {id: $p0})
RETURN m4.target
}[0], $p0)
AND c4.publishedKey IS NOT NULL
AND c4.storyId IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
