-- name: person-stories
-- mode: read
-- params: none
-- The stories whose lead, facts or narratives mention a person.
FROM appears_in AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
WHERE @c.person = @src.key
-- key n.publishedKey: @c.published_key
-- key n.id: @c.story_id
-- count: @src.story_count
