// stories: p0=20
CALL () {
MATCH (dst1:Story)
WHERE TRUE
AND dst1.publishedLastKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedLastKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p0
RETURN collect([[dst1.title, dst1.publishedAt]]) AS c2
}
RETURN [c2, null] AS result;
