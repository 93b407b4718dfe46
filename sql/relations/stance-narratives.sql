-- name: stance-narratives
-- mode: read
-- params: none
-- The narratives of one stance that an outlet provides in one month, once each. `~` comes after any date of a month.
FROM provided_by AS @c CROSS JOIN narrative AS @dst ON @dst.key = @c.narrative
WHERE @c.outlet = @src.outlet AND @c.stance_id = @src.stance_id AND @c.last_version IS NULL
    AND @c.published_key >= coalesce(@src.month, '') AND @c.published_key <= coalesce(@src.month || '~', '')
    AND NOT EXISTS (SELECT 1 FROM provided_by AS @twin WHERE @twin.narrative = @c.narrative AND @twin.outlet = @c.outlet
        AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.narrative_id
-- count: @src.narrative_count
