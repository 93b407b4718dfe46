-- name: story-revisions
-- mode: read
-- params: none
-- HAS_REVISION: every version of a story as it was received.
FROM revision AS @dst
WHERE @dst.story = @src.key
