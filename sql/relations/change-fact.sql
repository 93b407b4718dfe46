-- name: change-fact
-- mode: read
-- params: none
-- The fact that a change is about, if it is about one.
FROM fact AS @dst
WHERE @dst.key = @src.fact
