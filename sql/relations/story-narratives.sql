-- name: story-narratives
-- mode: read
-- params: none
-- The narratives of a story's newest version.
FROM narrative AS @dst
WHERE @dst.story = @src.key AND @dst.last_version IS NULL
