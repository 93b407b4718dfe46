-- name: dispute-other
-- mode: read
-- params: none
-- The outlet on the other side of a dispute.
FROM outlet AS @dst
WHERE @dst.key = @src.other
