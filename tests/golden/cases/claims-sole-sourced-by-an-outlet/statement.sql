-- claims: p0='ou_9b6df781aaea49dfbb713bf9', p1=1, p2=20, p3=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"isSoleSourced":%s,"backers":%s}', json_quote(r2.n_text), iif(r2.n_is_sole_sourced, 'true', 'false'), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r4.n_name)), ','), '') || ']')
FROM (
SELECT e3.story_count AS k0, e3.outlet_id AS k1, dst3.name AS n_name
FROM backs AS e3
CROSS JOIN outlet AS dst3 ON dst3.key = e3.outlet
WHERE e3.claim = r2.n_key
ORDER BY e3.story_count DESC, e3.outlet_id DESC
LIMIT :p3) AS r4)), ','), '') || ']')
FROM (
SELECT dst1.first_stated_last_key AS k0, c1.claim_id AS k1, dst1.text AS n_text, dst1.is_sole_sourced AS n_is_sole_sourced, dst1.key AS n_key
FROM backs AS c1
CROSS JOIN claim AS dst1 ON dst1.key = c1.claim
WHERE c1.outlet = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
AND (dst1.backer_count <= :p1)
ORDER BY dst1.first_stated_last_key, c1.claim_id
LIMIT :p2) AS r2);
