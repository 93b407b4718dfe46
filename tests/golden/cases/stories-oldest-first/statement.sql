-- stories: p0=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s,"publishedAt":%s}', json_quote(r2.n_title), json_quote(r2.n_published_at)), ','), '') || ']')
FROM (
SELECT dst1.published_last_key AS k0, dst1.id AS k1, dst1.title AS n_title, dst1.published_at AS n_published_at
FROM story AS dst1
WHERE TRUE
ORDER BY dst1.published_last_key, dst1.id
LIMIT :p0) AS r2);
