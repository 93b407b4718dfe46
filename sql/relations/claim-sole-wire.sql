-- name: claim-sole-wire
-- mode: read
-- params: none
-- The wire on which all of a claim's backing rests.
FROM outlet AS @dst
WHERE @dst.key = @src.sole_wire
