-- name: story-sources
-- mode: read
-- params: none
-- LISTS: the sources line of a story's newest version, cited or not.
FROM lists AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.story = @src.key AND @e.last_version IS NULL
