-- compareOutlets: p0='ou_d0f869a4731dcb4a1f47e578', p1='ou_ae333da373baf7ae34794e43', p2=20, p3=20, p4=20, p5=1, p6=2, p7=20
SELECT coalesce((
SELECT format('{"a":%s,"b":%s,"sharedClaimCount":%s,"onlyACount":%s,"onlyBCount":%s,"coCitationCount":%s,"shared":%s,"onlyA":%s,"onlyB":%s,"coCiting":%s,"stances":%s}', coalesce((
SELECT format('{"name":%s,"claimCount":%s}', json_quote(dst2.name), json_quote(dst2.claim_count))
FROM outlet AS dst2
WHERE dst2.key = dst1.outlet
LIMIT 1), 'null'), coalesce((
SELECT format('{"name":%s,"claimCount":%s}', json_quote(dst3.name), json_quote(dst3.claim_count))
FROM outlet AS dst3
WHERE dst3.key = dst1.other
LIMIT 1), 'null'), json_quote(dst1.shared_claim_count), json_quote(dst1.only_a_count), json_quote(dst1.only_b_count), json_quote(dst1.co_citation_count), (
SELECT format('{"totalCount":%s,"edges":%s}', dst1.claim_count, '[' || coalesce(group_concat(format('{"citationCount":%s,"otherCitationCount":%s,"node":%s}', json_quote(r5.e_citation_count), json_quote(r5.e_other_citation_count), format('{"text":%s}', json_quote(r5.n_text))), ','), '') || ']')
FROM (
SELECT d4.backer_count AS k0, d4.claim_id AS k1, e4.citation_count AS e_citation_count, e4.other_citation_count AS e_other_citation_count, dst4.text AS n_text
FROM outlet AS o4
CROSS JOIN outlet AS w4
CROSS JOIN backs AS d4 ON d4.outlet = CASE WHEN o4.claim_count <= w4.claim_count THEN o4.key ELSE w4.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e4 ON e4.claim = d4.claim
AND e4.outlet = o4.key
AND e4.other = w4.key
CROSS JOIN claim AS dst4 ON dst4.key = d4.claim
WHERE o4.key = dst1.outlet
AND w4.key = dst1.other
ORDER BY d4.backer_count DESC, d4.claim_id DESC
LIMIT :p2) AS r5), (
SELECT format('{"totalCount":%s,"edges":%s}', dst1.only_a_count, '[' || coalesce(group_concat(format('{"storyCount":%s,"node":%s,"facts":%s}', json_quote(r7.e_story_count), format('{"text":%s,"backerCount":%s}', json_quote(r7.n_text), json_quote(r7.n_backer_count)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst10.title))
FROM story AS dst10
WHERE dst10.key = r9.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst8.published_key AS k0, dst8.id AS k1, dst8.story AS n_story
FROM fact AS dst8
WHERE dst8.claim = r7.e_claim
AND dst8.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c8
WHERE c8.fact = dst8.key
AND c8.outlet = r7.e_outlet
AND c8.last_version IS NULL)
ORDER BY dst8.published_key DESC, dst8.id DESC
LIMIT :p4) AS r9)), ','), '') || ']')
FROM (
SELECT e6.backer_count AS k0, e6.claim_id AS k1, e6.story_count AS e_story_count, dst6.text AS n_text, dst6.backer_count AS n_backer_count, e6.claim AS e_claim, e6.outlet AS e_outlet
FROM backs AS e6
CROSS JOIN claim AS dst6 ON dst6.key = e6.claim
WHERE e6.outlet = dst1.outlet
AND NOT EXISTS (
SELECT 1
FROM backs AS o6
WHERE o6.claim = e6.claim
AND o6.outlet = dst1.other)
ORDER BY e6.backer_count DESC, e6.claim_id DESC
LIMIT :p3) AS r7), (
SELECT format('{"totalCount":%s,"nodes":%s,"pageInfo":%s}', dst1.only_b_count, '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r12.n_text)), ',') FILTER (WHERE r12.rn <= :p5), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p5, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT e11.backer_count AS k0, e11.claim_id AS k1, dst11.text AS n_text
FROM backs AS e11
CROSS JOIN claim AS dst11 ON dst11.key = e11.claim
WHERE e11.outlet = dst1.other
AND NOT EXISTS (
SELECT 1
FROM backs AS o11
WHERE o11.claim = e11.claim
AND o11.outlet = dst1.outlet)
ORDER BY e11.backer_count DESC, e11.claim_id DESC
LIMIT :p6)) AS r12), (
SELECT format('{"totalCount":%s,"nodes":%s}', dst1.co_citation_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r14.n_text), coalesce((
SELECT format('{"publishedAt":%s}', json_quote(dst15.published_at))
FROM story AS dst15
WHERE dst15.key = r14.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c13.published_key AS k0, c13.fact_id AS k1, dst13.text AS n_text, dst13.story AS n_story
FROM cites AS c13
CROSS JOIN fact AS dst13 ON dst13.key = c13.fact
WHERE c13.outlet = (
SELECT few13.key
FROM outlet AS few13
WHERE few13.key IN (dst1.outlet, dst1.other)
ORDER BY few13.citation_count, few13.key
LIMIT 1)
AND c13.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS too13
WHERE too13.fact = c13.fact
AND too13.last_version IS NULL
AND too13.outlet IN (dst1.outlet, dst1.other)
AND too13.outlet <> c13.outlet)
AND NOT EXISTS ( SELECT 1
FROM cites AS twin13
WHERE twin13.fact = c13.fact
AND twin13.outlet = c13.outlet
AND twin13.last_version IS NULL
AND twin13.position < c13.position)
ORDER BY c13.published_key DESC, c13.fact_id DESC
LIMIT :p7) AS r14), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"stance":%s,"narrativeCountA":%s,"narrativeCountB":%s}', json_quote(dst16.stance), json_quote(dst16.narrative_count_a), json_quote(dst16.narrative_count_b)), 'null') AS j
FROM (
SELECT s.stance AS stance, s.sort_key AS sort_key, s.stance_id AS stance_id, coalesce(sum(s.narrative_count) FILTER (WHERE s.outlet = dst1.outlet), 0) AS narrative_count_a, coalesce(sum(s.narrative_count) FILTER (WHERE s.outlet = dst1.other), 0) AS narrative_count_b
FROM outlet_stance AS s
WHERE s.outlet IN (dst1.outlet, dst1.other) GROUP BY s.stance_id) AS dst16
WHERE TRUE
ORDER BY dst16.sort_key, dst16.stance_id
LIMIT -1)))
FROM (
SELECT a.key AS outlet, b.key AS other, coalesce(s.claim_count, 0) AS claim_count, coalesce(s.claim_count, 0) AS shared_claim_count, coalesce(a.claim_count, 0) - coalesce(s.claim_count, 0) AS only_a_count, coalesce(b.claim_count, 0) - coalesce(s.claim_count, 0) AS only_b_count, coalesce(c.weight, 0) AS co_citation_count
FROM (
SELECT 1) LEFT JOIN outlet AS a ON a.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND a.story_count + a.attribution_count > 0 LEFT JOIN outlet AS b ON b.id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)
AND b.story_count + b.attribution_count > 0
AND b.key IS NOT a.key LEFT JOIN co_backed AS s ON s.outlet = a.key
AND s.other = b.key LEFT JOIN co_cited AS c ON c.outlet = a.key
AND c.other = b.key) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- unknown: p0='ou_nobody', p1='ou_ae333da373baf7ae34794e43', p2=20, p3=20
SELECT coalesce((
SELECT format('{"a":%s,"b":%s,"sharedClaimCount":%s,"onlyACount":%s,"onlyBCount":%s,"onlyB":%s,"coCiting":%s}', coalesce((
SELECT format('{"name":%s}', json_quote(dst2.name))
FROM outlet AS dst2
WHERE dst2.key = dst1.outlet
LIMIT 1), 'null'), coalesce((
SELECT format('{"name":%s}', json_quote(dst3.name))
FROM outlet AS dst3
WHERE dst3.key = dst1.other
LIMIT 1), 'null'), json_quote(dst1.shared_claim_count), json_quote(dst1.only_a_count), json_quote(dst1.only_b_count), format('{"totalCount":%s}', dst1.only_b_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', dst1.co_citation_count, '[' || coalesce(group_concat(format('{"id":%s}', json_quote(r7.n_id)), ','), '') || ']')
FROM (
SELECT c6.published_key AS k0, c6.fact_id AS k1, dst6.id AS n_id
FROM cites AS c6
CROSS JOIN fact AS dst6 ON dst6.key = c6.fact
WHERE c6.outlet = (
SELECT few6.key
FROM outlet AS few6
WHERE few6.key IN (dst1.outlet, dst1.other)
ORDER BY few6.citation_count, few6.key
LIMIT 1)
AND c6.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS too6
WHERE too6.fact = c6.fact
AND too6.last_version IS NULL
AND too6.outlet IN (dst1.outlet, dst1.other)
AND too6.outlet <> c6.outlet)
AND NOT EXISTS ( SELECT 1
FROM cites AS twin6
WHERE twin6.fact = c6.fact
AND twin6.outlet = c6.outlet
AND twin6.last_version IS NULL
AND twin6.position < c6.position)
ORDER BY c6.published_key DESC, c6.fact_id DESC
LIMIT :p3) AS r7))
FROM (
SELECT a.key AS outlet, b.key AS other, coalesce(s.claim_count, 0) AS claim_count, coalesce(s.claim_count, 0) AS shared_claim_count, coalesce(a.claim_count, 0) - coalesce(s.claim_count, 0) AS only_a_count, coalesce(b.claim_count, 0) - coalesce(s.claim_count, 0) AS only_b_count, coalesce(c.weight, 0) AS co_citation_count
FROM (
SELECT 1) LEFT JOIN outlet AS a ON a.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND a.story_count + a.attribution_count > 0 LEFT JOIN outlet AS b ON b.id = coalesce((
SELECT target
FROM moved
WHERE id = :p1), :p1)
AND b.story_count + b.attribution_count > 0
AND b.key IS NOT a.key LEFT JOIN co_backed AS s ON s.outlet = a.key
AND s.other = b.key LEFT JOIN co_cited AS c ON c.outlet = a.key
AND c.other = b.key) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- itself: p0='ou_ae333da373baf7ae34794e43', p1=20
SELECT coalesce((
SELECT format('{"a":%s,"b":%s,"sharedClaimCount":%s,"onlyACount":%s,"coCitationCount":%s,"shared":%s}', coalesce((
SELECT format('{"name":%s}', json_quote(dst2.name))
FROM outlet AS dst2
WHERE dst2.key = dst1.outlet
LIMIT 1), 'null'), coalesce((
SELECT format('{"name":%s}', json_quote(dst3.name))
FROM outlet AS dst3
WHERE dst3.key = dst1.other
LIMIT 1), 'null'), json_quote(dst1.shared_claim_count), json_quote(dst1.only_a_count), json_quote(dst1.co_citation_count), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"id":%s}', json_quote(r5.n_id)), ','), '') || ']')
FROM (
SELECT d4.backer_count AS k0, d4.claim_id AS k1, dst4.id AS n_id
FROM outlet AS o4
CROSS JOIN outlet AS w4
CROSS JOIN backs AS d4 ON d4.outlet = CASE WHEN o4.claim_count <= w4.claim_count THEN o4.key ELSE w4.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e4 ON e4.claim = d4.claim
AND e4.outlet = o4.key
AND e4.other = w4.key
CROSS JOIN claim AS dst4 ON dst4.key = d4.claim
WHERE o4.key = dst1.outlet
AND w4.key = dst1.other
ORDER BY d4.backer_count DESC, d4.claim_id DESC
LIMIT :p1) AS r5))
FROM (
SELECT a.key AS outlet, b.key AS other, coalesce(s.claim_count, 0) AS claim_count, coalesce(s.claim_count, 0) AS shared_claim_count, coalesce(a.claim_count, 0) - coalesce(s.claim_count, 0) AS only_a_count, coalesce(b.claim_count, 0) - coalesce(s.claim_count, 0) AS only_b_count, coalesce(c.weight, 0) AS co_citation_count
FROM (
SELECT 1) LEFT JOIN outlet AS a ON a.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND a.story_count + a.attribution_count > 0 LEFT JOIN outlet AS b ON b.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0)
AND b.story_count + b.attribution_count > 0
AND b.key IS NOT a.key LEFT JOIN co_backed AS s ON s.outlet = a.key
AND s.other = b.key LEFT JOIN co_cited AS c ON c.outlet = a.key
AND c.other = b.key) AS dst1
WHERE TRUE
LIMIT 1), 'null');
