-- story: p0='news.example/bell', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"facts":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"citations":%s,"attributions":%s}', json_quote(r3.n_text), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r5.n_name)), ','), '') || ']')
FROM (
SELECT e4.position AS k0, dst4.id AS k1, dst4.name AS n_name
FROM cites AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.outlet
WHERE e4.fact = r3.n_key
AND e4.last_version IS r3.n_last_version
ORDER BY e4.position, dst4.id
LIMIT :p2) AS r5), (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM attributed_to AS e8
CROSS JOIN outlet AS dst8 ON dst8.key = e8.outlet
WHERE e8.fact = r3.n_key
AND e8.last_version IS r3.n_last_version), '[' || coalesce(group_concat(format('{"position":%s,"kind":%s,"text":%s,"start":%s,"end":%s,"utf16":%s,"node":%s}', json_quote(r7.e_position), json_quote(r7.e_kind), json_quote(r7.e_text), json_quote(r7.e_start), json_quote(r7.e_end), json_quote(r7.e_start_utf16), format('{"name":%s}', json_quote(r7.n_name))), ','), '') || ']')
FROM (
SELECT e6.position AS k0, dst6.id AS k1, e6.position AS e_position, e6.kind AS e_kind, e6.text AS e_text, e6.start AS e_start, e6.end AS e_end, e6.start_utf16 AS e_start_utf16, dst6.name AS n_name
FROM attributed_to AS e6
CROSS JOIN outlet AS dst6 ON dst6.key = e6.outlet
WHERE e6.fact = r3.n_key
AND e6.last_version IS r3.n_last_version
ORDER BY e6.position, dst6.id
LIMIT :p3) AS r7)), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.text AS n_text, dst2.key AS n_key, dst2.last_version AS n_last_version
FROM fact AS dst2
WHERE dst2.story = dst1.key
AND dst2.last_version IS NULL
ORDER BY dst2.position, dst2.id
LIMIT :p1) AS r3))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
