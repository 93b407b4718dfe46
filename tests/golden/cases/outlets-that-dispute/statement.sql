-- outlet: p0='harbourecho', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"disputes":%s}', (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM disputes AS e4
CROSS JOIN claim AS dst4 ON dst4.key = e4.claim
WHERE e4.outlet = dst1.key), '[' || coalesce(group_concat(format('{"score":%s,"differs":%s,"node":%s,"other":%s,"otherClaim":%s,"facts":%s,"otherFacts":%s}', json_quote(r3.e_score), r3.e_differs, format('{"text":%s}', json_quote(r3.n_text)), coalesce((
SELECT format('{"name":%s}', json_quote(dst5.name))
FROM outlet AS dst5
WHERE dst5.key = r3.e_other
LIMIT 1), 'null'), coalesce((
SELECT format('{"text":%s}', json_quote(dst6.text))
FROM claim AS dst6
WHERE dst6.key = r3.e_other_claim
LIMIT 1), 'null'), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst9.title))
FROM story AS dst9
WHERE dst9.key = r8.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst7.published_key AS k0, dst7.id AS k1, dst7.story AS n_story
FROM fact AS dst7
WHERE dst7.claim = r3.e_claim
AND dst7.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c7
WHERE c7.fact = dst7.key
AND c7.outlet = r3.e_outlet
AND c7.last_version IS NULL)
ORDER BY dst7.published_key DESC, dst7.id DESC
LIMIT :p2) AS r8), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst12.title))
FROM story AS dst12
WHERE dst12.key = r11.n_story
LIMIT 1), 'null')), ','), '') || ']', (
SELECT count(*)
FROM fact AS dst13
WHERE dst13.claim = r3.e_other_claim
AND dst13.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c13
WHERE c13.fact = dst13.key
AND c13.outlet = r3.e_other
AND c13.last_version IS NULL)))
FROM (
SELECT dst10.published_key AS k0, dst10.id AS k1, dst10.story AS n_story
FROM fact AS dst10
WHERE dst10.claim = r3.e_other_claim
AND dst10.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c10
WHERE c10.fact = dst10.key
AND c10.outlet = r3.e_other
AND c10.last_version IS NULL)
ORDER BY dst10.published_key DESC, dst10.id DESC
LIMIT :p3) AS r11)), ','), '') || ']')
FROM (
SELECT e2.score AS k0, e2.claim_id AS k1, e2.other_claim_id AS k2, e2.other_id AS k3, e2.score AS e_score, e2.differs AS e_differs, dst2.text AS n_text, e2.other AS e_other, e2.other_claim AS e_other_claim, e2.claim AS e_claim, e2.outlet AS e_outlet
FROM disputes AS e2
CROSS JOIN claim AS dst2 ON dst2.key = e2.claim
WHERE e2.outlet = dst1.key
ORDER BY e2.score DESC, e2.claim_id DESC, e2.other_claim_id DESC, e2.other_id DESC
LIMIT :p1) AS r3))
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
