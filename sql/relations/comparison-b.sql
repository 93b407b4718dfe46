-- name: comparison-b
-- mode: read
-- params: none
-- The second outlet of a comparison.
FROM outlet AS @dst
WHERE @dst.key = @src.other
