-- story: p0='news.example/survey', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"version":%s,"publishedAt":%s,"facts":%s,"revisions":%s}', json_quote(dst1.version), json_quote(dst1.published_at), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"firstVersion":%s,"lastVersion":%s,"citations":%s}', json_quote(r3.n_text), json_quote(r3.n_first_version), json_quote(r3.n_last_version), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r5.n_name)), ','), '') || ']')
FROM (
SELECT e4.position AS k0, dst4.id AS k1, dst4.name AS n_name
FROM cites AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.outlet
WHERE e4.fact = r3.n_key
AND e4.last_version IS r3.n_last_version
ORDER BY e4.position, dst4.id
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.text AS n_text, dst2.first_version AS n_first_version, dst2.last_version AS n_last_version, dst2.key AS n_key
FROM fact AS dst2
WHERE dst2.story = dst1.key
AND dst2.last_version IS NULL
ORDER BY dst2.position, dst2.id
LIMIT :p1) AS r3), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"number":%s,"publishedAt":%s,"text":%s}', json_quote(r7.n_number), json_quote(r7.n_published_at), json_quote(r7.n_text)), ','), '') || ']', (
SELECT count(*)
FROM revision AS dst8
WHERE dst8.story = dst1.key))
FROM (
SELECT dst6.number AS k0, dst6.id AS k1, dst6.number AS n_number, dst6.published_at AS n_published_at, dst6.text AS n_text
FROM revision AS dst6
WHERE dst6.story = dst1.key
ORDER BY dst6.number, dst6.id
LIMIT :p3) AS r7))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');

-- claims: p0='"cracks"', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"factCount":%s}', json_quote(r2.n_text), json_quote(r2.n_fact_count)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.fact_count AS n_fact_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
