-- story: p0='news.example/lamps', p1=20
SELECT coalesce((
SELECT format('{"facts":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"start":%s,"end":%s,"s":%s,"e":%s}', json_quote(r3.n_start), json_quote(r3.n_end), json_quote(r3.n_start_utf16), json_quote(r3.n_end_utf16)), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.start AS n_start, dst2.end AS n_end, dst2.start_utf16 AS n_start_utf16, dst2.end_utf16 AS n_end_utf16
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
