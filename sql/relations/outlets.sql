-- name: outlets
-- mode: read
-- params: none
-- All outlets that a newest version cites, lists or credits.
FROM outlet AS @dst
WHERE @dst.story_count > 0
-- count: (SELECT count(*) FROM outlet WHERE story_count > 0)
