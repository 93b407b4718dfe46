-- claims: p0='"nine" "days"', p1=20, p2=2, p3=20, p4=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"ownerCount":%s,"backers":%s,"stories":%s}', json_quote(r2.n_text), json_quote(r2.n_owner_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM backs AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.outlet
WHERE e5.claim = r2.n_key
AND (e5.story_count >= :p2)), '[' || coalesce(group_concat(format('{"name":%s,"owner":%s}', json_quote(r4.n_name), json_quote(r4.n_owner)), ','), '') || ']')
FROM (
SELECT e3.story_count AS k0, e3.outlet_id AS k1, dst3.name AS n_name, dst3.owner AS n_owner
FROM backs AS e3
CROSS JOIN outlet AS dst3 ON dst3.key = e3.outlet
WHERE e3.claim = r2.n_key
AND (e3.story_count >= :p2)
ORDER BY e3.story_count DESC, e3.outlet_id DESC
LIMIT :p3) AS r4), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r7.n_title)), ','), '') || ']')
FROM (
SELECT dst6.published_key AS k0, dst6.id AS k1, dst6.title AS n_title
FROM (
SELECT DISTINCT f.story AS story
FROM fact AS f
WHERE f.claim = r2.n_key
AND f.last_version IS NULL) AS c6
CROSS JOIN story AS dst6 ON dst6.key = c6.story
WHERE TRUE
ORDER BY dst6.published_key DESC, dst6.id DESC
LIMIT :p4) AS r7)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.owner_count AS n_owner_count, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
