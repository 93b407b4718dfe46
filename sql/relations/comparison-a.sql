-- name: comparison-a
-- mode: read
-- params: none
-- The first outlet of a comparison.
FROM outlet AS @dst
WHERE @dst.key = @src.outlet
