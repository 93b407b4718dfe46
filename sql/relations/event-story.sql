-- name: event-story
-- mode: read
-- params: none
-- The story that an event of a timeline is of.
FROM story AS @dst
WHERE @dst.key = @src.story
