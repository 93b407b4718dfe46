-- name: story-problems
-- mode: read
-- params: none
-- HAS_PROBLEM: what was found wrong in a story's newest version.
FROM problem AS @dst
WHERE @dst.story = @src.key
