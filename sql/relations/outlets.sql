-- name: outlets
-- mode: read
-- params: none
-- All outlets that a newest version cites, lists or credits, or that a fact of one says it has something from.
FROM outlet AS @dst
WHERE @dst.story_count + @dst.attribution_count > 0
-- count: (SELECT count(*) FROM outlet WHERE story_count + attribution_count > 0)
