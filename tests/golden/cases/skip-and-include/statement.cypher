// story: p0='news.example/repair'
CALL () {
MATCH (dst1:Story)
WHERE dst1.addressKey = left($p0, 1000)
AND dst1.id IS NOT NULL
AND dst1.address = $p0
WITH dst1
ORDER BY dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
RETURN collect([dst1.title, dst1.version]) AS c2
}
RETURN c2 AS result;
