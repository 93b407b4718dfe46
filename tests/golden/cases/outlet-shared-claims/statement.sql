-- outlet: p0='ou_d0f869a4731dcb4a1f47e578', p1='ou_9b6df781aaea49dfbb713bf9', p2=20, p3=20, p4=20, p5='ou_d0f869a4731dcb4a1f47e578', p6=20
SELECT coalesce((
SELECT format('{"sharedClaims":%s,"itself":%s}', (
SELECT format('{"totalCount":%s,"edges":%s}', coalesce((
SELECT c4.claim_count
FROM outlet AS o4
CROSS JOIN co_backed AS c4 ON c4.outlet = dst1.key
AND c4.other = o4.key
WHERE o4.id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)), 0), '[' || coalesce(group_concat(format('{"citationCount":%s,"storyCount":%s,"otherCitationCount":%s,"otherStoryCount":%s,"node":%s,"facts":%s,"otherFacts":%s}', json_quote(r3.e_citation_count), json_quote(r3.e_story_count), json_quote(r3.e_other_citation_count), json_quote(r3.e_other_story_count), format('{"text":%s,"backerCount":%s}', json_quote(r3.n_text), json_quote(r3.n_backer_count)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst7.title))
FROM story AS dst7
WHERE dst7.key = r6.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst5.published_key AS k0, dst5.id AS k1, dst5.story AS n_story
FROM fact AS dst5
WHERE dst5.claim = r3.e_claim
AND dst5.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c5
WHERE c5.fact = dst5.key
AND c5.outlet = r3.e_outlet
AND c5.last_version IS NULL)
ORDER BY dst5.published_key DESC, dst5.id DESC
LIMIT :p3) AS r6), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r9.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst10.title))
FROM story AS dst10
WHERE dst10.key = r9.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst8.published_key AS k0, dst8.id AS k1, dst8.text AS n_text, dst8.story AS n_story
FROM fact AS dst8
WHERE dst8.claim = r3.e_claim
AND dst8.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c8
WHERE c8.fact = dst8.key
AND c8.outlet = r3.e_other
AND c8.last_version IS NULL)
ORDER BY dst8.published_key DESC, dst8.id DESC
LIMIT :p4) AS r9)), ','), '') || ']')
FROM (
SELECT d2.backer_count AS k0, d2.claim_id AS k1, e2.citation_count AS e_citation_count, e2.story_count AS e_story_count, e2.other_citation_count AS e_other_citation_count, e2.other_story_count AS e_other_story_count, dst2.text AS n_text, dst2.backer_count AS n_backer_count, e2.claim AS e_claim, e2.outlet AS e_outlet, e2.other AS e_other
FROM outlet AS w2
CROSS JOIN backs AS d2 ON d2.outlet = CASE WHEN dst1.claim_count <= w2.claim_count THEN dst1.key ELSE w2.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e2 ON e2.claim = d2.claim
AND e2.outlet = dst1.key
AND e2.other = w2.key
CROSS JOIN claim AS dst2 ON dst2.key = d2.claim
WHERE w2.id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)
AND w2.key <> dst1.key
ORDER BY d2.backer_count DESC, d2.claim_id DESC
LIMIT :p2) AS r3), (
SELECT format('{"totalCount":%s,"nodes":%s}', coalesce((
SELECT c13.claim_count
FROM outlet AS o13
CROSS JOIN co_backed AS c13 ON c13.outlet = dst1.key
AND c13.other = o13.key
WHERE o13.id = coalesce((
SELECT target
FROM moved
WHERE id = :p5), :p5)), 0), '[' || coalesce(group_concat(format('{"id":%s}', json_quote(r12.n_id)), ','), '') || ']')
FROM (
SELECT d11.backer_count AS k0, d11.claim_id AS k1, dst11.id AS n_id
FROM outlet AS w11
CROSS JOIN backs AS d11 ON d11.outlet = CASE WHEN dst1.claim_count <= w11.claim_count THEN dst1.key ELSE w11.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e11 ON e11.claim = d11.claim
AND e11.outlet = dst1.key
AND e11.other = w11.key
CROSS JOIN claim AS dst11 ON dst11.key = d11.claim
WHERE w11.id = coalesce((
SELECT target
FROM moved
WHERE id = :p5), :p5)
AND w11.key <> dst1.key
ORDER BY d11.backer_count DESC, d11.claim_id DESC
LIMIT :p6) AS r12))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
LIMIT 1), 'null');

-- other: p0='ou_9b6df781aaea49dfbb713bf9', p1='ou_d0f869a4731dcb4a1f47e578', p2=1, p3=2
SELECT coalesce((
SELECT format('{"sharedClaims":%s}', (
SELECT format('{"edges":%s,"pageInfo":%s}', '[' || coalesce(group_concat(format('{"citationCount":%s,"otherCitationCount":%s}', json_quote(r3.e_citation_count), json_quote(r3.e_other_citation_count)), ',') FILTER (WHERE r3.rn <= :p2), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p2, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT d2.backer_count AS k0, d2.claim_id AS k1, e2.citation_count AS e_citation_count, e2.other_citation_count AS e_other_citation_count
FROM outlet AS w2
CROSS JOIN backs AS d2 ON d2.outlet = CASE WHEN dst1.claim_count <= w2.claim_count THEN dst1.key ELSE w2.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e2 ON e2.claim = d2.claim
AND e2.outlet = dst1.key
AND e2.other = w2.key
CROSS JOIN claim AS dst2 ON dst2.key = d2.claim
WHERE w2.id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)
AND w2.key <> dst1.key
ORDER BY d2.backer_count DESC, d2.claim_id DESC
LIMIT :p3)) AS r3))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
LIMIT 1), 'null');
