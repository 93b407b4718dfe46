// stories: p0=20
CALL () {
MATCH (dst1:Story)
WHERE TRUE
AND dst1.sortKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.sortKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
RETURN collect([[dst1.title]]) AS c2
}
RETURN [c2, null] AS result;
