-- outlet: p0='harbourecho', p1='ou_9b6df781aaea49dfbb713bf9', p2=20
SELECT coalesce((
SELECT format('{"disputes":%s}', (
SELECT format('{"nodes":%s,"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r3.n_text)), ','), '') || ']', '[' || coalesce(group_concat(format('{"other":%s,"otherClaim":%s}', coalesce((
SELECT format('{"name":%s}', json_quote(dst4.name))
FROM outlet AS dst4
WHERE dst4.key = r3.e_other
LIMIT 1), 'null'), coalesce((
SELECT format('{"text":%s}', json_quote(dst5.text))
FROM claim AS dst5
WHERE dst5.key = r3.e_other_claim
LIMIT 1), 'null')), ','), '') || ']', (
SELECT count(*)
FROM disputes AS e6
CROSS JOIN claim AS dst6 ON dst6.key = e6.claim
WHERE e6.outlet = dst1.key
AND (e6.other = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)))))
FROM (
SELECT e2.score AS k0, e2.claim_id AS k1, e2.other_claim_id AS k2, e2.other_id AS k3, dst2.text AS n_text, e2.other AS e_other, e2.other_claim AS e_other_claim
FROM disputes AS e2
CROSS JOIN claim AS dst2 ON dst2.key = e2.claim
WHERE e2.outlet = dst1.key
AND (e2.other = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)))
ORDER BY e2.score DESC, e2.claim_id DESC, e2.other_claim_id DESC, e2.other_id DESC
LIMIT :p2) AS r3))
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

-- fen: p0='fenradio', p1='ou_724724c017a8b9dfd8d95eb4', p2=20
SELECT coalesce((
SELECT format('{"disputes":%s}', format('{"totalCount":%s}', (
SELECT count(*)
FROM disputes AS e4
CROSS JOIN claim AS dst4 ON dst4.key = e4.claim
WHERE e4.outlet = dst1.key
AND (e4.other = (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1))))))
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
