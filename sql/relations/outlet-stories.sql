-- name: outlet-stories
-- mode: read
-- params: since, until
-- COVERED_BY, backwards: the stories that cite an outlet, list it, or carry a narrative of it.
FROM covered_by AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
WHERE @c.outlet = @src.key
-- filter since: @c.published_key >= $since
-- filter until: @c.published_key <= $until AND @c.published_key <> ''
-- key n.publishedKey: @c.published_key
-- key n.id: @c.story_id
-- count: @src.story_count
