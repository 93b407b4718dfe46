-- name: to-story
-- mode: read
-- params: none
-- The story that a fact, narrative, forecast, revision or problem belongs to.
FROM story AS @dst
WHERE @dst.key = @src.story
