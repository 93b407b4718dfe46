-- name: community-outlets
-- mode: read
-- params: none
-- The outlets that are in a community, in the order of the index that begins with it.
FROM outlet AS @dst
WHERE @dst.community = @src.number AND @dst.story_count + @dst.attribution_count > 0
