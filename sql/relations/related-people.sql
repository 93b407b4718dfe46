-- name: related-people
-- mode: read
-- params: none
-- The people whom two stories mention; the number is that of story-related.
FROM person AS @dst
WHERE @dst.story_count <= 64 AND @dst.key IN (SELECT person FROM appears_in WHERE story = @src.source
    INTERSECT SELECT person FROM appears_in WHERE story = @src.story)
-- count: @src.shared_people
