// nodes: p0=['ou_724724c017a8b9dfd8d95eb4', 'st_none', 'pe_abd3ab936ba3761321d0375e', 'st_a980335739047756d78e973f', 'ou_724724c017a8b9dfd8d95eb4']
CALL () {
UNWIND range(0, size($p0) - 1) AS place1 OPTIONAL
MATCH (m1:Moved {id: $p0[place1]})
MATCH (dst1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0[place1])})
WHERE dst1.lastVersion IS NULL
AND CASE WHEN dst1:Claim THEN dst1.factCount > 0 WHEN dst1:Outlet THEN dst1.storyCount + dst1.attributionCount > 0 WHEN dst1:Person THEN dst1.storyCount > 0 ELSE TRUE END
WITH dst1, place1 AS c3_place
CALL (dst1) {
WITH dst1
WHERE dst1:Story
RETURN [0, [null, dst1.id, dst1.title]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Fact
RETURN [1, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Claim
RETURN [2, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Outlet
RETURN [3, [null, dst1.id, dst1.name]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Person
RETURN [4, [null, dst1.id, dst1.name]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Narrative
RETURN [5, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Forecast
RETURN [6, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Revision
RETURN [7, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Problem
RETURN [8, [null, dst1.id]] AS v2
UNION ALL
WITH dst1
WHERE dst1:Decision
RETURN [9, [null, dst1.id]] AS v2
}
RETURN collect([c3_place, v2]) AS c3
}
RETURN c3 AS result;
