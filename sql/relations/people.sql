-- name: people
-- mode: read
-- params: outlet
-- All people whom a newest version mentions.
FROM person AS @dst
WHERE @dst.story_count > 0
-- count: (SELECT count(*) FROM person WHERE story_count > 0)
-- from outlet: FROM cites_person AS @c CROSS JOIN person AS @dst ON @dst.key = @c.person
--     WHERE @c.outlet = (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $outlet), $outlet))
