-- name: outlet-facts
-- mode: read
-- params: none
-- CITES, backwards: the facts that cite an outlet, once each: where one cites it twice, by the first.
FROM cites AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.fact
WHERE @c.outlet = @src.key AND @c.last_version IS NULL AND NOT EXISTS (
    SELECT 1 FROM cites AS @twin WHERE @twin.fact = @c.fact AND @twin.outlet = @c.outlet
        AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.fact_id
-- count: @src.fact_count
