-- outlet: p0='ou_d0f869a4731dcb4a1f47e578', p1=20, p2=False, p3=20, p4=20, p5=2, p6=True, p7=20
SELECT coalesce((
SELECT format('{"coBacking":%s,"apart":%s,"twice":%s}', (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM (
SELECT b.outlet, b.other, b.other_id, b.claim_count, coalesce((
SELECT c.weight
FROM co_cited AS c
WHERE c.outlet = b.outlet
AND c.other = b.other), 0) AS co_citation_count
FROM co_backed AS b) AS e4
CROSS JOIN outlet AS dst4 ON dst4.key = e4.other
WHERE e4.outlet = dst1.key), '[' || coalesce(group_concat(format('{"claimCount":%s,"coCitationCount":%s,"node":%s}', json_quote(r3.e_claim_count), json_quote(r3.e_co_citation_count), format('{"name":%s}', json_quote(r3.n_name))), ','), '') || ']')
FROM (
SELECT e2.claim_count AS k0, e2.other_id AS k1, e2.claim_count AS e_claim_count, e2.co_citation_count AS e_co_citation_count, dst2.name AS n_name
FROM (
SELECT b.outlet, b.other, b.other_id, b.claim_count, coalesce((
SELECT c.weight
FROM co_cited AS c
WHERE c.outlet = b.outlet
AND c.other = b.other), 0) AS co_citation_count
FROM co_backed AS b) AS e2
CROSS JOIN outlet AS dst2 ON dst2.key = e2.other
WHERE e2.outlet = dst1.key
ORDER BY e2.claim_count DESC, e2.other_id DESC
LIMIT :p1) AS r3), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"claimCount":%s,"coCitationCount":%s,"node":%s,"claims":%s}', json_quote(r6.e_claim_count), json_quote(r6.e_co_citation_count), format('{"name":%s}', json_quote(r6.n_name)), (
SELECT format('{"totalCount":%s,"edges":%s}', r6.e_claim_count, '[' || coalesce(group_concat(format('{"citationCount":%s,"otherCitationCount":%s,"node":%s}', json_quote(r8.e_citation_count), json_quote(r8.e_other_citation_count), format('{"text":%s}', json_quote(r8.n_text))), ','), '') || ']')
FROM (
SELECT d7.backer_count AS k0, d7.claim_id AS k1, e7.citation_count AS e_citation_count, e7.other_citation_count AS e_other_citation_count, dst7.text AS n_text
FROM outlet AS o7
CROSS JOIN outlet AS w7
CROSS JOIN backs AS d7 ON d7.outlet = CASE WHEN o7.claim_count <= w7.claim_count THEN o7.key ELSE w7.key END
CROSS JOIN (
SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other, m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count, y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
FROM backs AS m
CROSS JOIN backs AS y ON y.claim = m.claim) AS e7 ON e7.claim = d7.claim
AND e7.outlet = o7.key
AND e7.other = w7.key
CROSS JOIN claim AS dst7 ON dst7.key = d7.claim
WHERE o7.key = r6.e_outlet
AND w7.key = r6.e_other
ORDER BY d7.backer_count DESC, d7.claim_id DESC
LIMIT :p4) AS r8)), ','), '') || ']')
FROM (
SELECT e5.claim_count AS k0, e5.other_id AS k1, e5.claim_count AS e_claim_count, e5.co_citation_count AS e_co_citation_count, dst5.name AS n_name, e5.outlet AS e_outlet, e5.other AS e_other
FROM (
SELECT b.outlet, b.other, b.other_id, b.claim_count, coalesce((
SELECT c.weight
FROM co_cited AS c
WHERE c.outlet = b.outlet
AND c.other = b.other), 0) AS co_citation_count
FROM co_backed AS b) AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.other
WHERE e5.outlet = dst1.key
AND (EXISTS (
SELECT 1
FROM co_cited AS c5
WHERE c5.outlet = e5.outlet
AND c5.other = e5.other) = :p2)
ORDER BY e5.claim_count DESC, e5.other_id DESC
LIMIT :p3) AS r6), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM (
SELECT b.outlet, b.other, b.other_id, b.claim_count, coalesce((
SELECT c.weight
FROM co_cited AS c
WHERE c.outlet = b.outlet
AND c.other = b.other), 0) AS co_citation_count
FROM co_backed AS b) AS e11
CROSS JOIN outlet AS dst11 ON dst11.key = e11.other
WHERE e11.outlet = dst1.key
AND (e11.claim_count >= :p5)
AND (EXISTS (
SELECT 1
FROM co_cited AS c11
WHERE c11.outlet = e11.outlet
AND c11.other = e11.other) = :p6)), '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r10.n_name)), ','), '') || ']')
FROM (
SELECT e9.claim_count AS k0, e9.other_id AS k1, dst9.name AS n_name
FROM (
SELECT b.outlet, b.other, b.other_id, b.claim_count, coalesce((
SELECT c.weight
FROM co_cited AS c
WHERE c.outlet = b.outlet
AND c.other = b.other), 0) AS co_citation_count
FROM co_backed AS b) AS e9
CROSS JOIN outlet AS dst9 ON dst9.key = e9.other
WHERE e9.outlet = dst1.key
AND (e9.claim_count >= :p5)
AND (EXISTS (
SELECT 1
FROM co_cited AS c9
WHERE c9.outlet = e9.outlet
AND c9.other = e9.other) = :p6)
ORDER BY e9.claim_count DESC, e9.other_id DESC
LIMIT :p7) AS r10))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))
LIMIT 1), 'null');
