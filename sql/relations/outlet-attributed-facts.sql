-- name: outlet-attributed-facts
-- mode: read
-- params: kind
-- ATTRIBUTED_TO, backwards: the facts that say they have something from an outlet, once each: by the first of their
-- words that do, or of those of one kind.
FROM attributed_to AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.fact
WHERE @c.outlet = @src.key AND @c.last_version IS NULL AND NOT EXISTS (
    SELECT 1 FROM attributed_to AS @twin WHERE @twin.fact = @c.fact AND @twin.outlet = @c.outlet
        AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- from kind: FROM attributed_to AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.fact
--     WHERE @c.outlet = @src.key AND @c.kind = $kind AND @c.last_version IS NULL
-- key n.publishedKey: @c.published_key
-- key n.id: @c.fact_id
-- key kind n.publishedKey: @c.published_key
-- key kind n.id: @c.fact_id
-- count: @src.attribution_count
