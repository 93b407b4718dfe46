// it: p0='st_a980335739047756d78e973f', p1=1, p2=2
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0})
MATCH (dst1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE dst1.lastVersion IS NULL
AND CASE WHEN dst1:Claim THEN dst1.factCount > 0 WHEN dst1:Outlet THEN dst1.storyCount + dst1.attributionCount > 0 WHEN dst1:Person THEN dst1.storyCount > 0 ELSE TRUE END
WITH dst1
LIMIT 1
CALL (dst1) {
WITH dst1
WHERE dst1:Story
CALL (dst1) {
MATCH (dst1)-[:HAS_FACT]->(dst3:Fact)
WHERE dst3.lastVersion IS NULL
WITH dst3, dst3.position AS c4k0, dst3.id AS c4k1
ORDER BY c4k0, c4k1
LIMIT $p2
RETURN collect([[c4k0, c4k1], [dst3.text]]) AS c4
}
RETURN [0, [dst1.id, dst1.title, dst1.title, [c4, null], null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Fact
RETURN [1, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Claim
RETURN [2, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Outlet
RETURN [3, [dst1.id, dst1.name, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Person
RETURN [4, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Narrative
RETURN [5, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Forecast
RETURN [6, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Revision
RETURN [7, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Problem
RETURN [8, [dst1.id, null]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Decision
RETURN [9, [dst1.id, null]] AS v2
}
RETURN collect(v2) AS c5
}
RETURN c5 AS result;
