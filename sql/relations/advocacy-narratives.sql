-- name: advocacy-narratives
-- mode: read
-- params: none
-- The narratives of one story that one outlet provides.
FROM narrative AS @dst
WHERE @dst.story = @src.story AND @dst.last_version IS NULL
    AND EXISTS (SELECT 1 FROM provided_by AS @c WHERE @c.narrative = @dst.key AND @c.outlet = @src.outlet AND @c.last_version IS NULL)
-- count: @src.narrative_count
