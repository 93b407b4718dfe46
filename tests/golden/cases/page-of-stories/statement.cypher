// stories: p0=3, p1=4
CALL () {
MATCH (dst1:Story)
WHERE TRUE
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[c2k0, c2k1], [[dst1.title, dst1.publishedAt]]]) AS c2
}
RETURN [c2, COUNT { (:Story)
}] AS result;
