-- name: outlet-narratives
-- mode: read
-- params: since, until
-- PROVIDED_BY, backwards: the narratives that an outlet provides, once each.
FROM provided_by AS @c CROSS JOIN narrative AS @dst ON @dst.key = @c.narrative
WHERE @c.outlet = @src.key AND @c.last_version IS NULL AND NOT EXISTS (
    SELECT 1 FROM provided_by AS @twin WHERE @twin.narrative = @c.narrative AND @twin.outlet = @c.outlet
        AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- filter since: @c.published_key >= $since
-- filter until: @c.published_key <= $until AND @c.published_key <> ''
-- key n.publishedKey: @c.published_key
-- key n.id: @c.narrative_id
