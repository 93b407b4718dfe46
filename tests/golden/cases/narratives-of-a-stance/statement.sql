-- narratives: p0='establishment-critical', p1=20, p2=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM narrative AS dst3
WHERE dst3.last_version IS NULL
AND (dst3.stance = :p0)), '[' || coalesce(group_concat(format('{"text":%s,"story":%s,"providers":%s}', json_quote(r2.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst4.title))
FROM story AS dst4
WHERE dst4.key = r2.n_story
LIMIT 1), 'null'), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r6.n_name)), ','), '') || ']')
FROM (
SELECT e5.position AS k0, dst5.id AS k1, dst5.name AS n_name
FROM provided_by AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.outlet
WHERE e5.narrative = r2.n_key
AND e5.last_version IS r2.n_last_version
ORDER BY e5.position, dst5.id
LIMIT :p2) AS r6)), ','), '') || ']')
FROM (
SELECT dst1.published_last_key AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.story AS n_story, dst1.key AS n_key, dst1.last_version AS n_last_version
FROM narrative AS dst1
WHERE dst1.last_version IS NULL
AND (dst1.stance = :p0)
ORDER BY dst1.published_last_key, dst1.id
LIMIT :p1) AS r2);
