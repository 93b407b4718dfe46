-- name: stories
-- mode: read
-- params: outlet, person
-- All stories. An outlet or a person drives from its own stories, already in the order of their dates.
FROM story AS @dst
WHERE TRUE
-- from outlet: FROM covered_by AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
--     WHERE @c.outlet = (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $outlet), $outlet))
-- key outlet n.publishedKey: @c.published_key
-- key outlet n.id: @c.story_id
-- from person: FROM appears_in AS @c CROSS JOIN story AS @dst ON @dst.key = @c.story
--     WHERE @c.person = (SELECT key FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = $person), $person))
-- key person n.publishedKey: @c.published_key
-- key person n.id: @c.story_id
-- count: (SELECT count(*) FROM story)
