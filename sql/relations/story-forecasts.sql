-- name: story-forecasts
-- mode: read
-- params: none
-- The forecasts of a story's newest version.
FROM forecast AS @dst
WHERE @dst.story = @src.key AND @dst.last_version IS NULL
