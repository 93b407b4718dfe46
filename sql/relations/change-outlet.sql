-- name: change-outlet
-- mode: read
-- params: none
-- The outlet that a change is about, if it is about one.
FROM outlet AS @dst
WHERE @dst.key = @src.outlet
