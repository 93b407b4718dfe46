-- name: person-stories
-- mode: read
-- params: since, until
-- The stories whose lead, facts or narratives mention a person.
FROM appears_in AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
WHERE @c.person = @src.key
-- filter since: @c.published_key >= $since
-- filter until: @c.published_key <= $until AND @c.published_key <> ''
-- key n.publishedKey: @c.published_key
-- key n.id: @c.story_id
-- count: @src.story_count
