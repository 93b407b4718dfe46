-- name: outlet-shared-claims
-- mode: read
-- params: with
-- The claims that an outlet and another back, most backed first: walked in the index of whichever backs fewer, each
-- looked up by its key for both. With itself an outlet shares none.
FROM outlet AS @w
    CROSS JOIN backs AS @d ON @d.outlet = CASE WHEN @src.claim_count <= @w.claim_count THEN @src.key ELSE @w.key END
    CROSS JOIN (SELECT m.claim AS claim, m.outlet AS outlet, y.outlet AS other,
        m.citation_count AS citation_count, m.story_count AS story_count, m.fact_count AS fact_count,
        y.citation_count AS other_citation_count, y.story_count AS other_story_count, y.fact_count AS other_fact_count
    FROM backs AS m CROSS JOIN backs AS y ON y.claim = m.claim) AS @e
        ON @e.claim = @d.claim AND @e.outlet = @src.key AND @e.other = @w.key
    CROSS JOIN claim AS @dst ON @dst.key = @d.claim
WHERE @w.id = coalesce((SELECT target FROM moved WHERE id = $with), $with) AND @w.key <> @src.key
-- key n.backerCount: @d.backer_count
-- key n.id: @d.claim_id
-- count: coalesce((SELECT @c.claim_count FROM outlet AS @o CROSS JOIN co_backed AS @c ON @c.outlet = @src.key AND @c.other = @o.key
--     WHERE @o.id = coalesce((SELECT target FROM moved WHERE id = $with), $with)), 0)
