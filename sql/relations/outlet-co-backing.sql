-- name: outlet-co-backing
-- mode: read
-- params: minClaims, isCoCited
-- CO_BACKED: the outlets that back the same claims, most of them first. How often both are cited together is read
-- from CO_CITED by its key, for the rows of the page.
FROM (SELECT b.outlet, b.other, b.other_id, b.claim_count,
        coalesce((SELECT c.weight FROM co_cited AS c WHERE c.outlet = b.outlet AND c.other = b.other), 0) AS co_citation_count
    FROM co_backed AS b) AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.other
WHERE @e.outlet = @src.key
-- filter minClaims: @e.claim_count >= $minClaims
-- filter isCoCited: EXISTS (SELECT 1 FROM co_cited AS @c WHERE @c.outlet = @e.outlet AND @c.other = @e.other) = $isCoCited
-- key n.id: @e.other_id
