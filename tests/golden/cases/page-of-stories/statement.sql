-- stories: p0=3, p1=4
SELECT (
SELECT format('{"edges":%s,"pageInfo":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"node":%s}', format('{"title":%s,"publishedAt":%s}', json_quote(r2.n_title), json_quote(r2.n_published_at))), ',') FILTER (WHERE r2.rn <= :p0), '') || ']', format('{"hasNextPage":%s,"hasPreviousPage":%s}', iif(count(*) > :p0, 'true', 'false'), 'false'), (
SELECT count(*)
FROM story))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.title AS n_title, dst1.published_at AS n_published_at
FROM story AS dst1
WHERE TRUE
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p1)) AS r2);
