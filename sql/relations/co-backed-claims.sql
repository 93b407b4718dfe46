-- name: co-backed-claims
-- mode: read
-- params: none
-- The claims that two outlets back, from the CO_BACKED edge that counts them or from a comparison of both;
-- as outlet-shared-claims.
FROM outlet AS @o CROSS JOIN outlet AS @w
    CROSS JOIN backs AS @d ON @d.outlet = CASE WHEN @o.claim_count <= @w.claim_count THEN @o.key ELSE @w.key END
    CROSS JOIN (SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other,
        m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count,
        y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
    FROM backs AS m CROSS JOIN backs AS y ON y.claim = m.claim) AS @e
        ON @e.claim = @d.claim AND @e.outlet = @o.key AND @e.other = @w.key
    CROSS JOIN claim AS @dst ON @dst.key = @d.claim
WHERE @o.key = @src.outlet AND @w.key = @src.other
-- key n.backerCount: @d.backer_count
-- key n.id: @d.claim_id
-- count: @src.claim_count
