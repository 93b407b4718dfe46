-- name: dispute-facts
-- mode: read
-- params: none
-- The standing facts that state the claim and cite the outlet: the words of this side.
FROM fact AS @dst
WHERE @dst.claim = @src.claim AND @dst.last_version IS NULL
    AND EXISTS (SELECT 1 FROM cites AS @c WHERE @c.fact = @dst.key AND @c.outlet = @src.outlet AND @c.last_version IS NULL)
