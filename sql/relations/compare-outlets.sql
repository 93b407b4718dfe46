-- name: compare-outlets
-- mode: read
-- params: a, b
-- Two outlets side by side, always one row: an outlet that is not there has no key and backs nothing. The columns
-- of CO_BACKED are there for co-backed-claims.
FROM (SELECT a.key AS outlet, b.key AS other, coalesce(s.claim_count, 0) AS claim_count, coalesce(s.claim_count, 0) AS shared_claim_count,
        coalesce(a.claim_count, 0) - coalesce(s.claim_count, 0) AS only_a_count,
        coalesce(b.claim_count, 0) - coalesce(s.claim_count, 0) AS only_b_count,
        coalesce(c.weight, 0) AS co_citation_count
    FROM (SELECT 1)
        LEFT JOIN outlet AS a ON a.id = coalesce((SELECT target FROM moved WHERE id = $a), $a) AND a.story_count + a.attribution_count > 0
        LEFT JOIN outlet AS b ON b.id = coalesce((SELECT target FROM moved WHERE id = $b), $b) AND b.story_count + b.attribution_count > 0 AND b.key IS NOT a.key
        LEFT JOIN co_backed AS s ON s.outlet = a.key AND s.other = b.key
        LEFT JOIN co_cited AS c ON c.outlet = a.key AND c.other = b.key) AS @dst
WHERE TRUE
