-- stories: p0='pe_abd3ab936ba3761321d0375e', p1='2031-05-04T00:00:00Z', p2=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM appears_in AS c3
CROSS JOIN story AS dst3 ON dst3.key = c3.story
WHERE c3.person = (
SELECT key
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
AND (dst3.published_key >= :p1)), '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r2.n_title)), ','), '') || ']')
FROM (
SELECT c1.published_key AS k0, c1.story_id AS k1, dst1.title AS n_title
FROM appears_in AS c1
CROSS JOIN story AS dst1 ON dst1.key = c1.story
WHERE c1.person = (
SELECT key
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
AND (dst1.published_key >= :p1)
ORDER BY c1.published_key DESC, c1.story_id DESC
LIMIT :p2) AS r2);
