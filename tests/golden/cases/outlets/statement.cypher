// all: p0=20
CALL () {
MATCH (dst1:Outlet)
WHERE dst1.storyCount + dst1.attributionCount > 0
AND dst1.sortKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.sortKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p0
RETURN collect([[dst1.name, dst1.kind]]) AS c2
}
CALL () {
MATCH (dst4:Outlet)
WHERE dst4.storyCount + dst4.attributionCount > 0
AND dst4.sortKey IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// sedge: p0='NEWS', p1='Sedge Group', p2=20
CALL () {
MATCH (dst1:Outlet)
WHERE dst1.storyCount + dst1.attributionCount > 0
AND (dst1.kind = $p0)
AND (dst1.owner = $p1)
AND dst1.citationCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.citationCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.name, dst1.citationCount]]) AS c2
}
RETURN [c2, null] AS result;
