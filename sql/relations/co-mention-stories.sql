-- name: co-mention-stories
-- mode: read
-- params: none
-- The stories that mention two people, walked as in co-mention-facts.
FROM appears_in AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
WHERE @c.person = (SELECT p.key FROM person AS p WHERE p.key IN (@src.person, @src.other)
        ORDER BY p.story_count, p.key LIMIT 1)
    AND EXISTS (SELECT 1 FROM appears_in AS @d WHERE @d.story = @c.story AND @d.person = @src.person + @src.other - @c.person)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.story_id
-- count: @src.story_count
