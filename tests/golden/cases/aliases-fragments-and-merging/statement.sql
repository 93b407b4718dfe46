-- it: p0='st_a980335739047756d78e973f', p1=1, p2=2
SELECT coalesce((
SELECT CASE dst1.kind WHEN 1 THEN (
SELECT format('{"id":%s,"headline":%s,"title":%s,"facts":%s,"__typename":%s}', json_quote(n2.id), json_quote(n2.title), json_quote(n2.title), (
SELECT format('{"nodes":%s,"pageInfo":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r4.n_text)), ',') FILTER (WHERE r4.rn <= :p1), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p1, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT dst3.position AS k0, dst3.id AS k1, dst3.text AS n_text
FROM fact AS dst3
WHERE dst3.story = n2.key
AND dst3.last_version IS NULL
ORDER BY dst3.position, dst3.id
LIMIT :p2)) AS r4), '"Story"')
FROM story AS n2
WHERE n2.key = dst1.key) WHEN 2 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n5.id), '"Fact"')
FROM fact AS n5
WHERE n5.key = dst1.key) WHEN 3 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n6.id), '"Claim"')
FROM claim AS n6
WHERE n6.key = dst1.key) WHEN 4 THEN (
SELECT format('{"id":%s,"name":%s,"__typename":%s}', json_quote(n7.id), json_quote(n7.name), '"Outlet"')
FROM outlet AS n7
WHERE n7.key = dst1.key) WHEN 5 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n8.id), '"Person"')
FROM person AS n8
WHERE n8.key = dst1.key) WHEN 6 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n9.id), '"Narrative"')
FROM narrative AS n9
WHERE n9.key = dst1.key) WHEN 7 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n10.id), '"Forecast"')
FROM forecast AS n10
WHERE n10.key = dst1.key) WHEN 8 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n11.id), '"Revision"')
FROM revision AS n11
WHERE n11.key = dst1.key) WHEN 9 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n12.id), '"Problem"')
FROM problem AS n12
WHERE n12.key = dst1.key) WHEN 10 THEN (
SELECT format('{"id":%s,"__typename":%s}', json_quote(n13.id), '"Decision"')
FROM decision AS n13
WHERE n13.key = dst1.key) END
FROM (
SELECT CASE substr(:p0, 1, 3) WHEN 'st_' THEN 1 WHEN 'fa_' THEN 2 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 WHEN 'na_' THEN 6 WHEN 'fo_' THEN 7 WHEN 're_' THEN 8 WHEN 'pr_' THEN 9 WHEN 'de_' THEN 10 END AS kind, CASE substr(:p0, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)) WHEN 'fa_' THEN (
SELECT key
FROM fact
WHERE id = :p0
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key
FROM narrative
WHERE id = :p0
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key
FROM forecast
WHERE id = :p0
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key
FROM revision
WHERE id = :p0) WHEN 'pr_' THEN (
SELECT key
FROM problem
WHERE id = :p0) WHEN 'de_' THEN (
SELECT key
FROM decision
WHERE id = :p0) END AS key) AS dst1
WHERE dst1.key IS NOT NULL
LIMIT 1), 'null');
