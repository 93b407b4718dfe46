-- name: revision-sources
-- mode: read
-- params: none
-- LISTS: the sources line of one version of a story.
FROM lists AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.story = @src.story AND @e.first_version <= @src.number AND coalesce(@e.last_version, @src.number) >= @src.number
