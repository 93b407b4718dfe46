-- claims: p0='ou_d0f869a4731dcb4a1f47e578', p1=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM backs AS c3
CROSS JOIN claim AS dst3 ON dst3.key = c3.claim
WHERE c3.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))), '[' || coalesce(group_concat(format('{"text":%s,"backerCount":%s}', json_quote(r2.n_text), json_quote(r2.n_backer_count)), ','), '') || ']')
FROM (
SELECT c1.backer_count AS k0, c1.claim_id AS k1, dst1.text AS n_text, dst1.backer_count AS n_backer_count
FROM backs AS c1
CROSS JOIN claim AS dst1 ON dst1.key = c1.claim
WHERE c1.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
ORDER BY c1.backer_count DESC, c1.claim_id DESC
LIMIT :p1) AS r2);

-- latest: p0='ou_d0f869a4731dcb4a1f47e578', p1=2, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"firstStatedAt":%s}', json_quote(r2.n_text), json_quote(r2.n_first_stated_at)), ','), '') || ']')
FROM (
SELECT dst1.first_stated_key AS k0, c1.claim_id AS k1, dst1.text AS n_text, dst1.first_stated_at AS n_first_stated_at
FROM backs AS c1
CROSS JOIN claim AS dst1 ON dst1.key = c1.claim
WHERE c1.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
AND (dst1.backer_count >= :p1)
ORDER BY dst1.first_stated_key DESC, c1.claim_id DESC
LIMIT :p2) AS r2);
