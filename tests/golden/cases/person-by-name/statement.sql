-- someone: p0='ilsevarga', p1=20
SELECT coalesce((
SELECT format('{"name":%s,"stories":%s}', json_quote(dst1.name), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r3.n_title)), ','), '') || ']')
FROM (
SELECT c2.published_key AS k0, c2.story_id AS k1, dst2.title AS n_title
FROM appears_in AS c2
CROSS JOIN story AS dst2 ON dst2.key = c2.story
WHERE c2.person = dst1.key
ORDER BY c2.published_key DESC, c2.story_id DESC
LIMIT :p1) AS r3))
FROM person AS dst1
WHERE dst1.story_count > 0
AND (dst1.key = (
SELECT p.key
FROM person_alias AS a
CROSS JOIN person AS p ON p.key = a.person
WHERE a.folded = :p0
AND p.story_count > 0
ORDER BY p.story_count DESC, p.id
LIMIT 1))
LIMIT 1), 'null');

-- nobody: p0='nobody'
SELECT coalesce((
SELECT format('{"name":%s}', json_quote(dst1.name))
FROM person AS dst1
WHERE dst1.story_count > 0
AND (dst1.key = (
SELECT p.key
FROM person_alias AS a
CROSS JOIN person AS p ON p.key = a.person
WHERE a.folded = :p0
AND p.story_count > 0
ORDER BY p.story_count DESC, p.id
LIMIT 1))
LIMIT 1), 'null');
