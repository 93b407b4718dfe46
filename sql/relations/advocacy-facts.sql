-- name: advocacy-facts
-- mode: read
-- params: none
-- The facts of one story that cite one outlet.
FROM fact AS @dst
WHERE @dst.story = @src.story AND @dst.last_version IS NULL
    AND EXISTS (SELECT 1 FROM cites AS @c WHERE @c.fact = @dst.key AND @c.outlet = @src.outlet AND @c.last_version IS NULL)
