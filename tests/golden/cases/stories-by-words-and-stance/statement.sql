-- stories: p0='"pellwick"', p1='pro-establishment', p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r2.n_title)), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.title AS n_title
FROM story AS dst1
WHERE TRUE
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 1))
AND (EXISTS (
SELECT 1
FROM narrative AS f1
WHERE f1.story = dst1.key
AND f1.last_version IS NULL
AND f1.stance = :p1))
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p2) AS r2);
