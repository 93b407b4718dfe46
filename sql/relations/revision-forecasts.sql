-- name: revision-forecasts
-- mode: read
-- params: none
-- The forecasts that stand in one version of a story, past ones too.
FROM forecast AS @dst
WHERE @dst.story = @src.story AND @dst.first_version <= @src.number AND coalesce(@dst.last_version, @src.number) >= @src.number
