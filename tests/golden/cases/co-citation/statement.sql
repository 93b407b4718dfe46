-- outlet: p0='harbourecho', p1=20, p2=2, p3=20
SELECT coalesce((
SELECT format('{"coCited":%s,"twice":%s}', (
SELECT format('{"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"weight":%s,"node":%s}', json_quote(r3.e_weight), format('{"name":%s}', json_quote(r3.n_name))), ','), '') || ']', (
SELECT count(*)
FROM co_cited AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.other
WHERE e4.outlet = dst1.key))
FROM (
SELECT e2.weight AS k0, e2.other_id AS k1, e2.weight AS e_weight, dst2.name AS n_name
FROM co_cited AS e2
CROSS JOIN outlet AS dst2 ON dst2.key = e2.other
WHERE e2.outlet = dst1.key
ORDER BY e2.weight DESC, e2.other_id DESC
LIMIT :p1) AS r3), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r6.n_name)), ','), '') || ']')
FROM (
SELECT e5.weight AS k0, e5.other_id AS k1, dst5.name AS n_name
FROM co_cited AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.other
WHERE e5.outlet = dst1.key
AND (e5.weight >= :p2)
ORDER BY e5.weight DESC, e5.other_id DESC
LIMIT :p3) AS r6))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.key = (
SELECT o.key
FROM outlet_alias AS a
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE a.folded = :p0
AND o.story_count + o.attribution_count > 0
ORDER BY o.story_count DESC, o.id
LIMIT 1))
LIMIT 1), 'null');
