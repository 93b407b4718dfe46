-- name: stated-providers
-- mode: read
-- params: none
-- PROVIDED_BY: who a narrative is credited to in one version of its story.
FROM provided_by AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.narrative = @src.owner AND @e.first_version <= @src.number AND coalesce(@e.last_version, @src.number) >= @src.number
