-- stories: p0='2031-05-03T00:00:00Z', p1='2031-05-06T00:00:00Z', p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s,"publishedAt":%s}', json_quote(r2.n_title), json_quote(r2.n_published_at)), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.title AS n_title, dst1.published_at AS n_published_at
FROM story AS dst1
WHERE TRUE
AND (dst1.published_key >= :p0)
AND (dst1.published_last_key <= :p1)
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p2) AS r2);
