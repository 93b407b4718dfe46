-- stories: p0='ou_724724c017a8b9dfd8d95eb4', p1=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM covered_by AS c3
CROSS JOIN story AS dst3 ON dst3.key = c3.story
WHERE c3.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))), '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r2.n_title)), ','), '') || ']')
FROM (
SELECT c1.published_key AS k0, c1.story_id AS k1, dst1.title AS n_title
FROM covered_by AS c1
CROSS JOIN story AS dst1 ON dst1.key = c1.story
WHERE c1.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
ORDER BY c1.published_key DESC, c1.story_id DESC
LIMIT :p1) AS r2);
