-- stories: p0=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r2.n_title)), ','), '') || ']')
FROM (
SELECT dst1.sort_key AS k0, dst1.id AS k1, dst1.title AS n_title
FROM story AS dst1
WHERE TRUE
ORDER BY dst1.sort_key DESC, dst1.id DESC
LIMIT :p0) AS r2);
