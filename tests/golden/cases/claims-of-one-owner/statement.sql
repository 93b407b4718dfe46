-- claims: p0=1, p1=20, p2=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.owner_count <= :p0)), '[' || coalesce(group_concat(format('{"text":%s,"ownerCount":%s,"backers":%s}', json_quote(r2.n_text), json_quote(r2.n_owner_count), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s,"owner":%s}', json_quote(r5.n_name), json_quote(r5.n_owner)), ','), '') || ']')
FROM (
SELECT e4.story_count AS k0, e4.outlet_id AS k1, dst4.name AS n_name, dst4.owner AS n_owner
FROM backs AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.outlet
WHERE e4.claim = r2.n_key
ORDER BY e4.story_count DESC, e4.outlet_id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst1.first_stated_last_key AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.owner_count AS n_owner_count, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.owner_count <= :p0)
ORDER BY dst1.first_stated_last_key, dst1.id
LIMIT :p1) AS r2);
