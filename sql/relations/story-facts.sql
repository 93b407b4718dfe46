-- name: story-facts
-- mode: read
-- params: none
-- The facts of a story's newest version.
FROM fact AS @dst
WHERE @dst.story = @src.key AND @dst.last_version IS NULL
