-- name: narratives
-- mode: read
-- params: outlet
-- All narratives of the newest versions. An outlet drives from those that it provides, as outlet-narratives.
FROM narrative AS @dst
WHERE @dst.last_version IS NULL
-- from outlet: FROM provided_by AS @c CROSS JOIN narrative AS @dst ON @dst.key = @c.narrative
--     WHERE @c.outlet = (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $outlet), $outlet))
--         AND @c.last_version IS NULL AND NOT EXISTS (
--         SELECT 1 FROM provided_by AS @twin WHERE @twin.narrative = @c.narrative AND @twin.outlet = @c.outlet
--             AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- key outlet n.publishedKey: @c.published_key
-- key outlet n.id: @c.narrative_id
-- count: (SELECT count(*) FROM narrative WHERE last_version IS NULL)
