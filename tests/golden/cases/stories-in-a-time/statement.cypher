// stories: p0='2031-05-03T00:00:00Z', p1='2031-05-06T00:00:00Z', p2=20
CALL () {
MATCH (dst1:Story)
WHERE TRUE
AND (dst1.publishedKey >= $p0
AND dst1.publishedLastKey >= $p0)
AND (dst1.publishedLastKey <= $p1
AND dst1.publishedKey <= $p1)
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.title, dst1.publishedAt]]) AS c2
}
RETURN [c2, null] AS result;
