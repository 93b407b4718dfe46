-- alike: p0='similarity', p1=20, p2=20, p3=0.9, p4='similarity', p5=20, p6=1.0, p7=20, p8='wording', p9=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (EXISTS (
SELECT 1
FROM fact AS f3
WHERE f3.claim = dst3.key
AND f3.last_version IS NULL
AND f3.method = :p0))), '[' || coalesce(group_concat(format('{"text":%s,"backers":%s,"likely":%s,"sure":%s,"worded":%s}', json_quote(r2.n_text), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r5.n_name)), ','), '') || ']')
FROM (
SELECT e4.story_count AS k0, e4.outlet_id AS k1, dst4.name AS n_name
FROM backs AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.outlet
WHERE e4.claim = r2.n_key
ORDER BY e4.story_count DESC, e4.outlet_id DESC
LIMIT :p2) AS r5), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r7.n_name)), ','), '') || ']')
FROM (
SELECT dst6.sort_key AS k0, e6.outlet_id AS k1, dst6.name AS n_name
FROM backs AS e6
CROSS JOIN outlet AS dst6 ON dst6.key = e6.outlet
WHERE e6.claim = r2.n_key
AND (EXISTS (
SELECT 1
FROM fact AS f6
CROSS JOIN cites AS c6 ON c6.fact = f6.key
AND c6.last_version IS NULL
WHERE f6.claim = e6.claim
AND f6.last_version IS NULL
AND f6.score >= :p3
AND c6.outlet = e6.outlet))
AND (EXISTS (
SELECT 1
FROM fact AS g6
CROSS JOIN cites AS h6 ON h6.fact = g6.key
AND h6.last_version IS NULL
WHERE g6.claim = e6.claim
AND g6.last_version IS NULL
AND g6.method = :p4
AND h6.outlet = e6.outlet))
ORDER BY dst6.sort_key, e6.outlet_id
LIMIT :p5) AS r7), format('{"totalCount":%s}', (
SELECT count(*)
FROM backs AS e10
CROSS JOIN outlet AS dst10 ON dst10.key = e10.outlet
WHERE e10.claim = r2.n_key
AND (EXISTS (
SELECT 1
FROM fact AS f10
CROSS JOIN cites AS c10 ON c10.fact = f10.key
AND c10.last_version IS NULL
WHERE f10.claim = e10.claim
AND f10.last_version IS NULL
AND f10.score >= :p6
AND c10.outlet = e10.outlet)))), format('{"totalCount":%s}', (
SELECT count(*)
FROM backs AS e13
CROSS JOIN outlet AS dst13 ON dst13.key = e13.outlet
WHERE e13.claim = r2.n_key
AND (EXISTS (
SELECT 1
FROM fact AS g13
CROSS JOIN cites AS h13 ON h13.fact = g13.key
AND h13.last_version IS NULL
WHERE g13.claim = e13.claim
AND g13.last_version IS NULL
AND g13.method = :p8
AND h13.outlet = e13.outlet))))), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (EXISTS (
SELECT 1
FROM fact AS f1
WHERE f1.claim = dst1.key
AND f1.last_version IS NULL
AND f1.method = :p0))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- sure: p0=2, p1=1.0, p2=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.backer_count >= :p0)
AND (dst3.min_score >= :p1)), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r2.n_text)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.backer_count >= :p0)
AND (dst1.min_score >= :p1)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p2) AS r2);

-- reviewed: p0='review', p1=20
SELECT format('{"totalCount":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (EXISTS (
SELECT 1
FROM fact AS f3
WHERE f3.claim = dst3.key
AND f3.last_version IS NULL
AND f3.method = :p0))));
