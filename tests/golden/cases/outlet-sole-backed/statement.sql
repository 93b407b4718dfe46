-- fen: p0='ou_9b6df781aaea49dfbb713bf9', p1=20, p2=20
SELECT coalesce((
SELECT format('{"soleClaimCount":%s,"soleBacked":%s}', json_quote(dst1.sole_claim_count), (
SELECT format('{"totalCount":%s,"edges":%s}', dst1.sole_claim_count, '[' || coalesce(group_concat(format('{"storyCount":%s,"citationCount":%s,"node":%s,"facts":%s}', json_quote(r3.e_story_count), json_quote(r3.e_citation_count), format('{"text":%s}', json_quote(r3.n_text)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.published_key AS k0, dst4.id AS k1, dst4.text AS n_text
FROM fact AS dst4
WHERE dst4.claim = r3.e_claim
AND dst4.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c4
WHERE c4.fact = dst4.key
AND c4.outlet = r3.e_outlet
AND c4.last_version IS NULL)
ORDER BY dst4.published_key DESC, dst4.id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT e2.story_count AS k0, e2.claim_id AS k1, e2.story_count AS e_story_count, e2.citation_count AS e_citation_count, dst2.text AS n_text, e2.claim AS e_claim, e2.outlet AS e_outlet
FROM backs AS e2
CROSS JOIN claim AS dst2 ON dst2.key = e2.claim
WHERE e2.outlet = dst1.key
AND e2.backer_count = 1
ORDER BY e2.story_count DESC, e2.claim_id DESC
LIMIT :p1) AS r3))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
LIMIT 1), 'null');

-- echo: p0='ou_d0f869a4731dcb4a1f47e578', p1='"barges"', p2=20
SELECT coalesce((
SELECT format('{"soleBacked":%s}', (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM backs AS e4
CROSS JOIN claim AS dst4 ON dst4.key = e4.claim
WHERE e4.outlet = dst1.key
AND e4.backer_count = 1
AND (dst4.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p1
AND rowid & 15 = 3))), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r3.n_text)), ','), '') || ']')
FROM (
SELECT e2.story_count AS k0, e2.claim_id AS k1, dst2.text AS n_text
FROM backs AS e2
CROSS JOIN claim AS dst2 ON dst2.key = e2.claim
WHERE e2.outlet = dst1.key
AND e2.backer_count = 1
AND (dst2.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p1
AND rowid & 15 = 3))
ORDER BY e2.story_count DESC, e2.claim_id DESC
LIMIT :p2) AS r3))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
LIMIT 1), 'null');
