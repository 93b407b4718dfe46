-- name: origin-facts
-- mode: read
-- params: none
-- The standing facts that state a claim and say that they have something from an outlet: what one ORIGIN_OF edge rests on.
FROM fact AS @dst
WHERE @dst.claim = @src.claim AND @dst.last_version IS NULL
    AND EXISTS (SELECT 1 FROM attributed_to AS @a WHERE @a.fact = @dst.key AND @a.outlet = @src.outlet AND @a.last_version IS NULL)
-- count: @src.fact_count
