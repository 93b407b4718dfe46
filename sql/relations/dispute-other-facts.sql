-- name: dispute-other-facts
-- mode: read
-- params: none
-- The standing facts that state the other claim and cite the other outlet: the words of the other side.
FROM fact AS @dst
WHERE @dst.claim = @src.other_claim AND @dst.last_version IS NULL
    AND EXISTS (SELECT 1 FROM cites AS @c WHERE @c.fact = @dst.key AND @c.outlet = @src.other AND @c.last_version IS NULL)
