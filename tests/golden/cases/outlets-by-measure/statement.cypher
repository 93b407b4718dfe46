// analysis: p0=2, p1=3, p2=20
CALL () {
MATCH (a1:Analysis {id: 'briefgraph'})
MATCH (s1:Store {id: 'briefgraph'})
WITH a1 {.*, isStale: a1.changes <> coalesce(s1.changes, 0)} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:Community)
WHERE dst2.number IS NOT NULL
WITH dst2, dst2.number AS c3k0
ORDER BY c3k0
LIMIT $p1
CALL (dst2) {
MATCH (dst4:Outlet)
WHERE dst4.community = dst2.number
AND dst4.pageRankKey IS NOT NULL
AND dst4.id IS NOT NULL
WITH dst4, dst4.pageRankKey AS c5k0, dst4.id AS c5k1
ORDER BY dst4.community DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
RETURN collect([[dst4.name, dst4.pageRank]]) AS c5
}
CALL (dst2) {
MATCH (dst7:Outlet)
WHERE dst7.community = dst2.number
AND dst7.pageRankKey IS NOT NULL
AND dst7.id IS NOT NULL
RETURN count(*) AS t6
}
RETURN collect([[c3k0], [[c3k0], [dst2.number, dst2.outletCount, [c5, t6]]]]) AS c3
}
RETURN collect([dst1.at, dst1.outletCount, dst1.pairCount, dst1.communityCount, dst1.modularity, dst1.isSampled, dst1.isStale, [c3, COUNT { (:Community)
}]]) AS c8
}
RETURN c8 AS result;

// central: p0=20
CALL () {
MATCH (dst1:Outlet)
WHERE dst1.storyCount + dst1.attributionCount > 0
AND dst1.pageRankKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.pageRankKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
RETURN collect([[dst1.name, dst1.pageRank]]) AS c2
}
RETURN [c2, null] AS result;

// between: p0=4
CALL () {
MATCH (dst1:Outlet)
WHERE dst1.storyCount + dst1.attributionCount > 0
AND dst1.betweennessKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.betweennessKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
RETURN collect([[[c2k0, c2k1], [dst1.name, dst1.betweenness, dst1.community]]]) AS c2
}
RETURN [c2, null] AS result;

// second: p0=2, p1=20
CALL () {
MATCH (dst1:Outlet)
WHERE dst1.community = $p0
AND dst1.pageRankKey IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.storyCount + dst1.attributionCount > 0
WITH dst1, dst1.sortKey AS c2k0, dst1.id AS c2k1
ORDER BY dst1.community, c2k0, c2k1
LIMIT $p1
RETURN collect([[dst1.name]]) AS c2
}
CALL () {
MATCH (dst4:Outlet)
WHERE dst4.community = $p0
AND dst4.pageRankKey IS NOT NULL
AND dst4.id IS NOT NULL
AND dst4.storyCount + dst4.attributionCount > 0
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
